"""Find the texts that people wrote in a folder, and have a hook or a pipeline verify them too."""

from __future__ import annotations

import re
import shlex
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from phare_cli.nouns.message import Message, sentence

HOOK_NAME = sentence("figures in texts are those of the data")
_ENDINGS = (".md", ".docx", ".odt")
# What a repository says of itself, and no text about figures.
_OF_ITSELF = frozenset(
    ("readme", "changelog", "contributing", "license", "security", "code_of_conduct", "history")
)
_PLAIN = re.compile(r"\w[\w. -]*")  # what is not hidden, and YAML and a shell's quotes hold as it stands
_UPDATED = "phare update --check ."
_GITHUB = "      - run: "
_HOOK = """\
      - id: phare-verify
        name: {name}
        entry: phare verify
        language: system
        files: {files}
"""


class WrittenText(NamedTuple):
    """A document that a person wrote, in the *folder* of that name or, of none, in the project's own."""

    folder: str
    name: str

    @property
    def ending(self) -> str:
        """The last part of its name: ``.md``."""
        return Path(self.name).suffix.lower()

    @property
    def pattern(self) -> str:
        """What a shell takes for it, and for those beside it where it has a folder."""
        return f"{shlex.quote(self.folder)}/*{self.ending}" if self.folder else shlex.quote(self.name)


def written_texts(root: Path, *, but: Collection[str] = ()) -> list[WrittenText]:
    """Return the texts of a folder and of those in it, in order, *but* some of its own by name."""
    return sorted(
        WrittenText("" if path.parent == root else path.parent.name, path.name)
        for path in _files(root)
        if not (path.parent == root and path.name in but)
    )


def _files(root: Path) -> Iterator[Path]:
    for entry in root.iterdir():
        if not _PLAIN.fullmatch(entry.name):
            continue
        if entry.is_dir():
            yield from (each for each in entry.iterdir() if _is_text(each))
        elif _is_text(entry):
            yield entry


def _is_text(path: Path) -> bool:
    return (
        path.suffix.lower() in _ENDINGS
        and path.stem.lower() not in _OF_ITSELF
        and _PLAIN.fullmatch(path.name) is not None
        and path.is_file()
        and path.stat().st_size > 0
    )


def patterns_of(texts: Collection[WrittenText]) -> list[str]:
    """Return what a shell takes for *texts*, each once."""
    return list(dict.fromkeys(text.pattern for text in texts))


def with_texts_verified(file: str, content: str, texts: Collection[WrittenText], name: str) -> str:
    """Return a hook or a pipeline (its *file* tells which) that verifies *texts* after what it does; *name* it so."""
    patterns = " ".join(patterns_of(texts))
    if not patterns:
        return content
    if file.startswith(".pre-commit"):
        return content + _HOOK.format(name=name, files=_regular(texts))
    ending = " -f github" if _GITHUB in content else ""
    before = content[: content.index(_UPDATED)].rpartition("\n")[2]
    return f"{content}{before}phare verify {patterns}{ending}\n"


def _regular(texts: Collection[WrittenText]) -> str:
    """Return the regular expression of *texts*, which pre-commit matches with the files of a change."""
    wanted = (
        rf"{re.escape(text.folder)}/[^/]*{re.escape(text.ending)}" if text.folder else re.escape(text.name)
        for text in texts
    )
    return f"^({'|'.join(dict.fromkeys(wanted))})$"


def told(file: str, texts: Collection[WrittenText]) -> Message:
    """Return what a file verifies, for whoever has just had it written."""
    return sentence(
        "phare: {file} verifies {texts} too: take that out where these texts tell of other figures.",
        file=file,
        texts=" ".join(patterns_of(texts)),
    )
