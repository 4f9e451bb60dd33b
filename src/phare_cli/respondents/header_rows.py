"""Know the columns of a file: their names, their wordings, and exports that spread them over three rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phare_cli.language.folding import clean, fold
from phare_cli.nouns.message import Message, sentence

# LimeSurvey writes "Q3[SQ001]. Wording [option]": the code is a name of the column too.
_CODED = re.compile(r"([\w]+(?:\[[^\]]*\])*)\. ?(.*)", re.DOTALL)
_WEBFORM = frozenset({"sid", "serial", "numero de serie", "numero"})


@dataclass(frozen=True, slots=True)
class ColumnNames:
    """The columns of a file. *rows* is how many records the header takes."""

    names: tuple[str, ...]
    wordings: tuple[str, ...]
    rows: int
    notice: Message | None = None

    def find(self, name: str) -> list[int]:
        """Return the columns that *name* is the name or the code of; several when it is ambiguous."""
        wanted = clean(name)
        codes = [code_of(held) for held in self.names]
        for spelled, held in ((wanted, self.names), (wanted, codes), (fold(wanted), map(fold, self.names))):
            if found := [place for place, text in enumerate(held) if text == spelled]:
                return found
        return []

    def match(self, pattern: str) -> list[int]:
        """Return the columns whose name or code *pattern* fits; ``*`` stands for any text."""
        if "*" not in pattern:
            return self.find(pattern)
        fits = re.compile(".*".join(map(re.escape, clean(pattern).split("*"))), re.DOTALL)
        return [
            place
            for place, name in enumerate(self.names)
            if fits.fullmatch(name) or fits.fullmatch(code_of(name))
        ]


def code_of(name: str) -> str:
    """Return the code of a column: what stands before ``. `` in a LimeSurvey header, else the whole name."""
    found = _CODED.fullmatch(name)
    return found[1] if found else name


def wording_of(name: str) -> str:
    """Return the wording in a LimeSurvey header, empty when it holds none."""
    found = _CODED.fullmatch(name)
    return found[2].strip() if found else ""


def numbered(columns: int) -> ColumnNames:
    """Return the header of a file that has none: columns are called 1, 2, 3..."""
    names = tuple(str(place + 1) for place in range(columns))
    return ColumnNames(names, ("",) * columns, 0)


def read_header(first: Sequence[Sequence[str]]) -> ColumnNames:
    """Return the header in the *first* records of a file."""
    rows = [[clean(cell) for cell in row] for row in first]
    names = rows[0]
    if len(rows) > 2 and any('"ImportId"' in cell for cell in rows[2]):
        said = sentence("The three header rows of a Qualtrics export were recognised.")
        return ColumnNames(tuple(names), tuple(rows[1]), 3, said)
    if len(rows) > 2 and len(_WEBFORM & {fold(cell) for cell in rows[2]}) > 0 and _mostly_empty(rows[:2]):
        said = sentence("The three header rows of a Framaforms export were recognised.")
        return ColumnNames(*_webform(rows[1], rows[2]), 3, said)
    return ColumnNames(tuple(names), tuple(map(wording_of, names)), 1)


def _mostly_empty(rows: Sequence[Sequence[str]]) -> bool:
    cells = [cell for row in rows for cell in row]
    return 2 * sum(map(bool, cells)) < len(cells)


def _webform(questions: Sequence[str], labels: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name each column ``question [option]`` under a question of several columns, by its label elsewhere.

    The export writes the question over its first option only. The group ends where a question of one column
    would repeat no label; the file does not say where, so a label is joined to the question only where it
    stands under it or repeats elsewhere.
    """
    names, wordings, question = [], [], ""
    for above, label in zip(questions, labels, strict=False):
        question = above or question
        repeated = labels.count(label) > 1 and question
        names.append(f"{question} [{label}]" if above or repeated else label)
        wordings.append(above)
    return tuple(names), tuple(wordings)
