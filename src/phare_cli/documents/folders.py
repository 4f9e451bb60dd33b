"""Find the documents of a folder that hold blocks. Opens those that may, and follows no link."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from phare_cli.documents.blocks import OFFICE, SYNTAXES
from phare_cli.files.limits import DOCUMENT, size_at_most
from phare_cli.files.refusals.system_reasons import reason_of
from phare_cli.nouns.errors import SystemRefusal
from phare_cli.nouns.message import sentence

# What tools install or build there is nobody's document.
_NOT_OURS = frozenset(
    {"node_modules", "site-packages", "venv", "__pycache__", "_site", "_build", "dist", "build"}
)
_SIGN = b"phare:"


def named_or_found(documents: Sequence[Path]) -> tuple[Path, ...]:
    """Return *documents* with each folder as those in it that hold a marker, in order of their names."""
    return tuple(path for given in documents for path in (_found(given) if given.is_dir() else [given]))


def _found(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NOT_OURS)
        for name in sorted(files):
            path = Path(place, name)
            if path.suffix.lower() in SYNTAXES and not path.is_symlink() and _holds_blocks(path):
                yield path


def _refuse(error: OSError) -> NoReturn:
    """Raise SystemRefusal: of documents that nobody could look for, nobody can say that they are up to date."""
    raise SystemRefusal(
        sentence(
            "the folder “{folder}” cannot be looked into ({reason}): name the documents instead.",
            folder=str(Path(error.filename)),
            reason=reason_of(error),
        )
    ) from error


def _holds_blocks(path: Path) -> bool:
    """Tell whether a document may hold a block; one that nobody named and that is no file, or too large, holds none.

    Why one may not be read is for its reader to say.
    """
    if not path.is_file() or path.stat().st_size > size_at_most(DOCUMENT):
        return False
    try:
        content = path.read_bytes()
    except OSError:
        return True
    if SYNTAXES[path.suffix.lower()] not in OFFICE:
        return _SIGN in content
    from phare_cli.documents.office.refresh_package import holds_blocks

    return holds_blocks(content, path.name)
