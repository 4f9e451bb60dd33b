"""Find the pictures that phare drew beside a document and that no document shows any more. Removes none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path

from phare_cli.documents.blocks import OFFICE, SYNTAXES
from phare_cli.documents.pictures import name_begins, shown_by
from phare_cli.files.limits import DOCUMENT, size_at_most

_NAME = re.compile(r"[a-z0-9-]+-[0-9a-f]{8}\.(svg|png|pdf)")


class FolderPictures:
    """The files of a *folder* that have names as phare gives them to pictures, read once in a run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def left_by(self, document: str, content: bytes, shown: Collection[str]) -> tuple[str, ...]:
        """Return the names of those drawn for a *document* of that name that neither it nor one beside it names.

        *content* is what it holds once it is refreshed, *shown* are the pictures of its blocks. A picture that
        somebody changed since is theirs.
        """
        begins = name_begins(document)
        return tuple(
            name
            for name in self._names
            if name.startswith(begins)
            and name not in shown
            and name.encode() not in content
            and shown_by(self._folder / name) is not None
            and not any(name.encode() in other for other in self._others(document))
        )

    @cached_property
    def _names(self) -> tuple[str, ...]:
        try:
            return tuple(sorted(path.name for path in self._folder.iterdir() if _NAME.fullmatch(path.name)))
        except OSError:
            return ()

    def _others(self, document: str) -> Iterator[bytes]:
        """Yield what the other documents of the folder hold."""
        for path in self._folder.iterdir():
            is_text = SYNTAXES.get(path.suffix.lower(), "word") not in OFFICE
            if is_text and path.name != document and path.is_file():
                try:
                    with path.open("rb") as file:
                        yield file.read(size_at_most(DOCUMENT))
                except OSError:
                    continue
