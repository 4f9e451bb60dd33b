"""Read the weight of each respondent; what is no weight is a problem with its line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.findings import Findings
from phare_cli.nouns.message import Message, sentence
from phare_cli.respondents.ahead import read_ahead
from phare_cli.respondents.cells import CellReader, RespondentCell
from phare_cli.respondents.design.replicate_weights import ReplicateReader
from phare_cli.respondents.engine.batches import Batch, ColumnLabels
from phare_cli.respondents.engine.coded import Coded
from phare_cli.respondents.engine.counts import Weights
from phare_cli.respondents.engine.exact import digits_of
from phare_cli.respondents.engine.labels import Labels, Numbers
from phare_cli.respondents.engine.number_columns import DOUBTFUL, LARGE, MARKS, WHOLE, text_numbers

# Its square is a number still.
_HEAVIEST = 1e100


@dataclass(frozen=True, slots=True)
class RakingFactors:
    """What raking multiplies weights by: a factor for each cell of some *columns* (see Cell.stratum)."""

    columns: tuple[str, ...]
    factors: Mapping[RespondentCell, float]
    # The margins of a group of a wave: the places of their columns, several of a crossing.
    used: Mapping[tuple[str, str], tuple[tuple[int, ...], ...]]

    def factor(self, wave: str, stakeholder: str, values: tuple[str, ...]) -> float:
        """Return the factor of who has some values in *columns*; 0 of who is in no group."""
        return self.factors.get(RespondentCell(wave, "", stakeholder, "", values), 0.0)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A block and its weights: which rows are respondents (None: all of them), and their weights (None: all one)."""

    block: Batch
    respondents: NDArray[np.bool_] | None
    weights: Weights | None
    plain: Numbers | None = None  # the weights as plain numbers
    wrong: Numbers | None = None  # as they were read, where some are no weights


class Weighing:
    """Reads the weights of one file. What is none is told by who knows which rows count: :meth:`tell`."""

    def __init__(
        self,
        file: str,
        place: int | None,
        decimal_marks: str,
        findings: Findings,
        *,
        no_weight: Collection[str] | None = None,
        is_typed: bool = False,
        name: str = "",
        is_of_spec: bool = False,
    ) -> None:
        """Take the *no_weight* texts with which a row is no respondent; None refuses a row without a weight.

        Where the file *is typed*, a point is decimal. *name* is that of the column, which a spec names or an option.
        """
        self.dropped = 0  # rows that would count, without a weight
        self.needless = 0  # rows that count nowhere, without a weight
        self._file, self._name, self._is_of_spec = file, name, is_of_spec
        self._holds_texts = False
        self._place = place
        self._no_weight = no_weight
        self._decimal_marks = decimal_marks or MARKS
        self._findings = findings
        self._seen: set[str] = set()
        self._is_typed = is_typed
        self._lines: dict[str, int] = {}  # the first with each mark that leaves a doubt, and without one
        self._labels = ColumnLabels()
        self._scales: tuple[CellReader, RakingFactors] | None = None
        self._replicates: ReplicateReader | None = None

    def replicate(self, reader: ReplicateReader) -> None:
        """Read the replicate weights of each row too."""
        self._replicates = reader

    def scale_by(self, reader: CellReader, scale: RakingFactors) -> None:
        """Multiply the weights of each cell that *reader* finds by its factor."""
        self._scales = reader, scale

    def weigh_ahead(self, blocks: Iterable[Batch]) -> Generator[Weighed]:
        """Yield what :meth:`weigh` does; another thread reads ahead, and weighs what takes long to be weighed."""
        if self._replicates is None and self._scales is None:
            with closing(read_ahead(blocks)) as read:
                yield from self.weigh(read)
        else:
            with closing(read_ahead(self.weigh(blocks))) as weighed:
                yield from weighed

    def weigh(self, blocks: Iterable[Batch]) -> Iterator[Weighed]:
        """Yield each block that has rows with the weights of its rows."""
        for block in blocks:
            if not block.rows:
                continue
            weights, wrong = self._read(block)
            if weights is None:
                yield Weighed(block, None, None)
            else:
                respondents = None if weights.all() else weights > 0.0
                found = Weights(digits_of(weights), digits_of(weights * weights))
                if self._replicates is not None:
                    found = replace(found, replicates=self._replicates.read(block, weights))
                yield Weighed(block, respondents, found, weights, wrong)
        self._tell_doubt()

    def tell(self, weighed: Weighed, find_counted: Callable[[], NDArray[np.bool_]]) -> None:
        """Tell what is wrong in the weights of a block, in the rows that may be counted and no other."""
        block, weights = weighed.block, weighed.wrong
        if weights is None:
            return
        assert self._place is not None
        counted, are_wrong = find_counted(), _are_wrong(weights)
        self.needless += int((are_wrong & ~counted).sum())
        labels = Labels()
        codes = block.codes(self._place, labels)
        wrong = np.flatnonzero(are_wrong & counted).tolist()
        texts = [row for row in wrong if labels.texts[codes[row]] and np.isnan(weights[row])]
        if self._no_weight is not None:
            texts = [row for row in texts if labels.texts[codes[row]] not in self._no_weight]
        if 2 * len(texts) > int(counted.sum()):
            self._is_no_weight(block.line(texts[0]))
            return
        for row in wrong:
            if self._no_weight is not None and labels.texts[codes[row]] in self._no_weight:
                self.dropped += 1
                continue
            kind = "negative" if weights[row] < 0.0 else "text" if labels.texts[codes[row]] else "missing"
            code, message = _WRONG[kind]
            if kind == "missing" and self._is_of_spec:
                message = Message(_MISSING_BY_SPEC.text, {"column": self._name})
            self._findings.problem(code, message, self._file, block.line(row))

    def _read(self, block: Batch) -> tuple[Numbers | None, Numbers | None]:
        """Return the weights of a block, zero for what is no respondent, None when nothing is weighted; and as read.

        As they were read they are returned where some are no weights alone.
        """
        weights, wrong = (None, None) if self._place is None or self._place < 0 else self._column(block)
        if self._scales is None:
            return weights, wrong
        reader, scale = self._scales
        numbers = reader.read(Coded(block, self._labels))
        factors = np.array([scale.factors.get(cell, 0.0) for cell in reader.cells.cells])
        return factors[numbers] * (1.0 if weights is None else weights), wrong

    def _column(self, block: Batch) -> tuple[Numbers, Numbers | None]:
        assert self._place is not None
        weights, seen = block.numbers(self._place, self._decimal_marks)
        self._note(block, weights, seen)
        wrong = _are_wrong(weights)
        return (np.where(wrong, 0.0, weights), weights) if wrong.any() else (weights, None)

    def _is_no_weight(self, line: int) -> None:
        """Tell, once a file, of a column most of whose cells are texts: it holds no weights."""
        if not self._holds_texts:
            self._holds_texts = True
            message = sentence(
                "most cells of this column are no numbers: it is no column of weights. Choose another with --weight, "
                "or weight in a spec."
            )
            self._findings.problem("not-a-number", message, self._file, line, self._name)

    def _note(self, block: Batch, weights: Numbers, seen: frozenset[str]) -> None:
        """Note what the marks of a block tell, and where the first stand that leave a doubt."""
        for mark in (seen & {*DOUBTFUL.values(), WHOLE}) - self._lines.keys():
            is_whole = weights == np.floor(weights)
            found = (
                np.flatnonzero((weights >= LARGE) & is_whole) if mark == WHOLE else self._rows(block, mark)
            )
            self._lines[mark] = block.line(int(found[0])) if len(found) else 0
        self._seen |= seen
        has_point = "." in self._seen or (DOUBTFUL["."] in self._seen and not self._is_typed)
        if "," in self._seen and has_point:
            self._mixed_marks()

    def _rows(self, block: Batch, mark: str) -> Sequence[int]:
        assert self._place is not None
        labels = Labels()
        codes = block.codes(self._place, labels)
        shown = [mark in text_numbers([text], self._decimal_marks)[1] for text in labels.texts]
        rows: list[int] = np.flatnonzero(np.array(shown, dtype=bool)[codes]).tolist()
        return rows

    def _mixed_marks(self) -> None:
        self._seen.clear()
        self._decimal_marks = self._decimal_marks[0]
        self._findings.problem(
            "mixed-decimal",
            sentence("the weights hold both decimal commas and decimal points. Say which with --decimal."),
            self._file,
        )

    def _tell_doubt(self) -> None:
        """Tell of weights such as 1,234 that no other decides; 1.234 is decimal, but beside large whole ones."""
        comma, point = DOUBTFUL[","], DOUBTFUL["."]
        if comma in self._seen and "," not in self._seen:
            mark = comma
        elif {point, WHOLE} <= self._seen and "." not in self._seen and not self._is_typed:
            mark = point
        else:
            return
        line, other = self._lines[mark], self._lines.get(WHOLE, 0)
        message = Message((_DOUBT_BESIDE if other else _DOUBT).text, {"example": mark, "other": other})
        self._findings.problem("mixed-decimal", message, self._file, line)


def _are_wrong(weights: Numbers) -> NDArray[np.bool_]:
    wrong: NDArray[np.bool_] = ~((weights >= 0.0) & (weights <= _HEAVIEST))
    return wrong


_DOUBT = sentence(
    "a weight such as {example} may have three decimals or a mark between thousands, and no other weight tells. "
    "Say which it is: --decimal comma or --decimal point."
)
_DOUBT_BESIDE = sentence(
    "a weight such as {example} may have three decimals or a mark between thousands, and the one of line {other} has "
    "no mark. Say which it is: --decimal comma or --decimal point."
)
_WRONG: Mapping[str, tuple[str, Message]] = {
    "negative": (
        "negative-weight",
        sentence(
            "a weight is negative. A respondent weighs zero or more: mend the weight, or remove the row."
        ),
    ),
    "text": (
        "not-a-number",
        sentence("a weight is not a number. Mend it, or choose another column of weights."),
    ),
    "missing": (
        "missing-weight",
        sentence(
            "a weight is missing. Write 0 for a row that is no respondent, or leave such rows out: --no-weight drop."
        ),
    ),
}
_MISSING_BY_SPEC = sentence(
    'a weight is missing. Write 0 for a row that is no respondent, or leave such rows out: no_weight = "drop", on a '
    'line under weight = "{column}" in the spec.'
)
