"""What every kind of file of respondents comes down to: a header, and blocks of rows whose columns are coded."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np

from phare_cli.files.distinct import DistinctColumn
from phare_cli.respondents.engine.grid import Grid
from phare_cli.respondents.engine.labels import MOST_LABELS, Codes, Labels, Letters, Numbers, cell_keys
from phare_cli.respondents.engine.number_columns import MARKS, cell_numbers, text_numbers
from phare_cli.respondents.engine.value_labels import ValueLabels
from phare_cli.respondents.header_rows import ColumnNames


class Batch(Protocol):
    """Some rows of a file."""

    @property
    def rows(self) -> int: ...

    def letters(self, column: int, labels: Labels) -> Letters | None:
        """Return a column whose cells are all of one byte or none, each byte met by *labels*; None when it is not."""

    def codes(self, column: int, labels: Labels, *, digit_alone: bool = False) -> Codes:
        """Return the code of each cell of a column in *labels*.

        With *digit_alone* a cell that begins with a digit has the code of that digit: dates are ten labels at most.
        """

    def numbers(self, column: int, decimal_marks: str) -> tuple[Numbers, frozenset[str]]:
        """Return each cell as a number, NaN where it is none, and what its decimal marks tell (see number_columns)."""

    def line(self, row: int) -> int:
        """Return the physical line, from 1, at which a row starts."""

    @property
    def lines(self) -> Sequence[int]:
        """The line of each row."""


class OptionSet(NamedTuple):
    """Columns that a file declares to be one question of several answers.

    *counted* says that an option was chosen; None where each column holds one of the answers named.
    """

    places: tuple[int, ...]
    counted: str | None


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """What a file tells of its columns: the *labels* of their codes, *sets* of them, those whose cells are *lists*.

    Where it *is typed*, a number is one by itself, whatever mark it is printed with.
    """

    is_typed: bool = False
    labels: Mapping[int, ValueLabels] = field(default_factory=dict)
    sets: Mapping[str, OptionSet] = field(default_factory=dict)
    lists: frozenset[int] = frozenset()

    def counted(self, place: int) -> str | None:
        """Return the code that says that the option of a column was chosen, None when the file does not tell."""
        return next((each.counted for each in self.sets.values() if place in each.places), None)


NO_FACTS = ColumnFacts()


class RespondentSource(Protocol):
    """A file of respondents, to be read once."""

    name: str
    header: ColumnNames

    @property
    def facts(self) -> ColumnFacts:
        """What the file itself tells of its columns."""

    @property
    def part(self) -> float | None:
        """What part of it has been read, None when that is not known."""

    def blocks(self, columns: Sequence[int]) -> Iterator[Batch]:
        """Yield the rows, of which only *columns* will be asked for."""

    def close(self) -> None:
        """Let go of the file."""


class ColumnLabels:
    """The labels of each column of one file, afresh when a column turns out to vary freely."""

    def __init__(self, broken: Collection[int] = (), kept: Collection[int] = ()) -> None:
        """Start without any; the texts of *broken* columns keep their line breaks and tabs.

        Those of *kept* columns are never left: every one of them is remembered elsewhere.
        """
        self._broken, self._kept = frozenset(broken), frozenset(kept)
        self._labels: dict[int, Labels] = {}

    def of(self, column: int) -> Labels:
        """Return the labels of a column."""
        labels = self._labels.get(column)
        if labels is None or (len(labels.texts) > MOST_LABELS and column not in self._kept):
            labels = self._labels[column] = Labels(keeps_breaks=column in self._broken)
        return labels


@dataclass(frozen=True, slots=True)
class GridBatch:
    """A block whose every record has the same number of cells, read with numpy.

    *first_line* is that of the first byte of the grid's block.
    """

    grid: Grid
    first_line: int

    @property
    def rows(self) -> int:
        return self.grid.rows

    def letters(self, column: int, labels: Labels) -> Letters | None:
        letters = self.grid.letters(column)
        if letters is not None:
            labels.meet(letters)
        return letters

    def codes(self, column: int, labels: Labels, *, digit_alone: bool = False) -> Codes:
        starts, ends = self.grid.bounds(column)
        if digit_alone:
            first = self.grid.block[starts]
            ends = np.where((first >= ord("0")) & (first <= ord("9")) & (ends > starts), starts + 1, ends)
        keys = cell_keys(self.grid.block, starts, ends)
        return labels.find(keys, lambda row: self.grid.text(int(starts[row]), int(ends[row])))

    def numbers(self, column: int, decimal_marks: str = MARKS) -> tuple[Numbers, frozenset[str]]:
        starts, ends = self.grid.bounds(column)
        return cell_numbers(self.grid.block, starts, ends, decimal_marks)

    def line(self, row: int) -> int:
        return self.first_line + int(self.grid.lines_before()[row])

    @property
    def lines(self) -> Sequence[int]:
        lines: list[int] = (self.first_line + self.grid.lines_before()).tolist()
        return lines


@dataclass(frozen=True, slots=True)
class TextBatch:
    """A block of cells that are texts already; *columns* holds those that were asked for."""

    columns: Mapping[int, Sequence[str]]
    lines: Sequence[int]
    rows: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", len(self.lines))

    def letters(self, column: int, labels: Labels) -> None:
        return None

    def codes(self, column: int, labels: Labels, *, digit_alone: bool = False) -> Codes:
        texts = self.columns[column]
        shown = _first_digits if digit_alone else _whole
        if isinstance(texts, DistinctColumn):
            codes: Codes = labels.codes(shown(texts.values))[texts.places]
            return codes
        return labels.codes(shown(texts))

    def numbers(self, column: int, decimal_marks: str = MARKS) -> tuple[Numbers, frozenset[str]]:
        texts = self.columns[column]
        if isinstance(texts, DistinctColumn):
            numbers, marks = text_numbers(texts.values, decimal_marks)
            return numbers[texts.places], marks
        return text_numbers(texts, decimal_marks)

    def line(self, row: int) -> int:
        return self.lines[row]


def _whole(texts: Sequence[str]) -> Sequence[str]:
    return texts


def _first_digits(texts: Sequence[str]) -> Sequence[str]:
    return [text[0] if "0" <= text[:1] <= "9" else text for text in texts]
