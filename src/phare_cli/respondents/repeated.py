"""Tell of respondents who would count twice: a file that is named twice, an identifier that stands on two rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import file_digest
from pathlib import Path

from phare_cli.files.findings import Findings
from phare_cli.files.source import STDIN
from phare_cli.nouns.message import sentence
from phare_cli.respondents.cells import RespondentCell
from phare_cli.respondents.engine.labels import Labels
from phare_cli.respondents.people import Respondents

_NAMED_TWICE = sentence("this file is named twice, and its respondents would count twice: name it once.")


def tell_same_files(paths: Sequence[str], findings: Findings) -> None:
    """Add a problem for each file that is another of them, by another name or byte for byte."""
    named = [Path(path) for path in paths if path != STDIN and Path(path).is_file()]
    stats = {path: path.stat() for path in named}
    met: dict[tuple[int, int], Path] = {}
    of_size: dict[int, list[Path]] = {}
    for path in named:
        stat = stats[path]
        if met.setdefault((stat.st_dev, stat.st_ino), path) is not path:
            findings.problem("duplicate-file", _NAMED_TWICE, str(path))
        elif stat.st_size:
            of_size.setdefault(stat.st_size, []).append(path)
    for alike in of_size.values():
        for first, second in _equal(alike):
            message = sentence(
                "this file holds what {file} holds, byte for byte, and its respondents would count twice: "
                "name one of them.",
                file=str(first),
            )
            findings.problem("duplicate-file", message, str(second))


def _equal(paths: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    """Yield each file of one size that holds what an earlier one holds, with that one, each file read once."""
    if len(paths) < 2:
        return
    first_of: dict[bytes, Path] = {}
    for path in paths:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").digest()
        if (first := first_of.setdefault(digest, path)) is not path:
            yield first, path


class Identified:
    """The identifiers of respondents met so far, in all files of a run.

    One may come again in another wave, as that of a panel does, and in another group, which may be numbered apart.
    """

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._met: dict[tuple[str, str], dict[str, tuple[str, int]]] = {}

    def read(
        self, people: Respondents, cells: Sequence[RespondentCell], place: int, file: str, column: str
    ) -> None:
        """Add a problem for each respondent of a block whose identifier was met; an empty one says nothing."""
        labels = Labels()
        codes = people.block.codes(place, labels)
        for code, cell, line in zip(codes.tolist(), people.cells.tolist(), people.block.lines, strict=True):
            text = labels.texts[code]
            if cell < 0 or not text:
                continue
            met = self._met.setdefault((cells[cell].wave, cells[cell].stakeholder), {})
            first_file, first = met.setdefault(text, (file, line))
            if (first_file, first) != (file, line):
                self._tell(file, line, column, first_file, first)

    def _tell(self, file: str, line: int, column: str, first_file: str, first: int) -> None:
        if file == first_file:
            message = sentence(
                "the respondent of this line stands on line {line} already: keep one of the two.", line=first
            )
        else:
            message = sentence(
                "the respondent of this line stands on line {line} of {file} already: keep one of the two.",
                line=first,
                file=first_file,
            )
        self._findings.problem("duplicate-respondent", message, file, line, column)
