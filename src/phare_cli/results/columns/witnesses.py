"""Tell which rows of a block the general reader has to see: those that are unlike rows before them, or may be wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.encoding import NotPlain
from phare_cli.nouns.contract import CONTRACT, highest_of
from phare_cli.results import names
from phare_cli.results.columns.block_cells import Places
from phare_cli.results.columns.doubtful_texts import DoubtfulTexts, Flags
from phare_cli.results.columns.number_column import BlockNumbers, Printed
from phare_cli.results.columns.text_column import TextColumn

Codes = NDArray[np.int32]
_CONTRACT = {column.name: column for column in CONTRACT}
# A text that the codebook does not hold tells nothing but itself.
_SILENT = frozenset(column.name for column in CONTRACT if column.kind == "text") - {"whole"}
_READ_APART = ("value", "base", "effective_base")
_IN_UNIT = ("rounded_to", "standard_error", "interval_low", "interval_high")
_ENDS = (("rank_low", "rank_high"), ("interval_low", "interval_high"))
_LIKE = 2  # rows alike that are read one by one: the second one may settle what the first left open
_SIZES = 4  # of values: none or 0, below 1, 1, above


class Witnesses:
    """What was met so far in the columns *texts*, whose cells mean what *readers* say, under these *headings*.

    *unit* is that of all figures where no column holds it.
    """

    def __init__(
        self,
        texts: Mapping[str, TextColumn],
        readers: Mapping[str, Callable[[str], str]],
        headings: Iterable[str],
        unit: str,
    ) -> None:
        self._texts = texts
        self._doubtful = DoubtfulTexts(readers, headings)
        self._met: dict[str, NDArray[np.intp]] = {}
        self._units = [] if "unit" in texts else [unit]
        self.has_percents = False  # above 1

    def rows(self, coded: Mapping[str, tuple[Codes, Places]], found: Mapping[str, BlockNumbers]) -> Places:
        """Return the witnesses of a block, in their order; *coded* has the rows in which texts are new beside codes.

        Raises NotPlain for what only a reader of all rows can tell.
        """
        if "unit" in coded:
            self._units += [names.unit(text) for text in self._texts["unit"].texts[len(self._units) :]]
        rows = found["value"].values.size
        units = coded["unit"][0] if "unit" in coded else np.zeros(rows, dtype=np.int32)
        is_seen = self._may_be_wrong(found, units)
        for column, (codes, new) in coded.items():
            is_seen |= self._doubtful.among(column, self._texts[column].texts)[codes]
            if column not in _SILENT:
                is_seen[new] = True
        for column, numbers in found.items():
            is_seen |= self._are_refused(column, numbers, units)
        # Of rows that may be no figures the cells may not be read: they stand for no others.
        left = np.flatnonzero(~is_seen)
        for column, numbers in found.items():
            self._mark_unlike(is_seen, column, self._likeness(column, numbers, units)[left], left)
        return np.flatnonzero(is_seen)

    def _are_refused(self, column: str, numbers: BlockNumbers, units: Codes) -> Flags:
        """Return the rows with a cell that is no number, or a percentage where none can stand."""
        refused: Flags = numbers.printed == Printed.OTHER
        is_doubtful = numbers.printed == Printed.MAYBE_COMMA
        is_beyond = self._is_beyond(numbers.values, units) if column == "value" else column not in _READ_APART
        if (is_doubtful & is_beyond).any():
            raise NotPlain  # what lies out of range then is no number of the row, and is so only beside others
        if numbers.is_percent.any():
            if column not in _READ_APART:
                raise NotPlain  # a share of 1, a hundredth of what it prints
            refused |= (
                numbers.is_percent
                if column != "value"
                else (numbers.is_percent & ~self._of_units("percent")[units])
            )
        return refused

    def _likeness(self, column: str, numbers: BlockNumbers, units: Codes) -> NDArray[np.integer]:
        """Return a number for each cell that tells it from those unlike it: by its print, its size, its unit."""
        values = numbers.values
        if column == "base":
            return numbers.printed * 2 + _is_broken(values)
        if column != "value":
            return numbers.printed
        size = (values > 0).astype(np.intp) + (values >= 1) + (values > 1)
        is_large = size == _SIZES - 1
        self.has_percents = self.has_percents or bool((self._of_units("percent")[units] & is_large).any())
        return ((units * len(Printed) + numbers.printed) * 2 + numbers.is_percent) * _SIZES + size

    def _mark_unlike(self, is_seen: Flags, column: str, likeness: NDArray[np.integer], left: Places) -> None:
        """Mark the first of the rows *left* that have each likeness, in the whole file."""
        here = np.bincount(likeness)
        met = self._met.get(column, np.zeros(0, dtype=np.intp))
        met = np.concatenate([met, np.zeros(max(0, here.size - met.size), dtype=np.intp)])
        for each in np.flatnonzero(here).tolist():
            if met[each] < _LIKE:
                is_seen[left[np.flatnonzero(likeness == each)[:_LIKE]]] = True
        met[: here.size] += here
        self._met[column] = met

    def _highest(self) -> NDArray[np.float64]:
        """Return the highest figure of each unit."""
        return np.array([highest_of(unit) or np.inf for unit in self._units])

    def _is_beyond(self, values: NDArray[np.float64], units: Codes) -> Flags:
        """Return which figures lie out of the range of their unit."""
        highest = self._highest()
        is_bounded = np.isfinite(highest) | self._of_units("count")
        beyond: Flags = (values > highest[units]) | (is_bounded[units] & (values < 0))
        return beyond

    def _of_units(self, *wanted: str) -> Flags:
        return np.array([unit in wanted for unit in self._units])

    def _may_be_wrong(self, found: Mapping[str, BlockNumbers], units: Codes) -> Flags:
        """Return the rows with a number that may be none of its column, or a base too small for its figure."""
        values = {column: numbers.values for column, numbers in found.items()}
        value = values["value"]
        highest = self._highest()
        wrong = self._is_beyond(value, units)
        if "effective_base" in values:
            wrong |= values["effective_base"] <= 0
        if "base" in values:
            base = values["base"]
            wrong |= (base <= 0) | _is_broken(base)
            is_percent = self._of_units("percent")[units]
            fewest = np.minimum(value, 100 - value) + 0.5 / np.power(10.0, found["value"].decimals)
            wrong |= is_percent & (value > 0) & (value < 100) & (fewest * base < 100.001)
            wrong |= ~is_percent & (value > base)
        for column in values.keys() - set(_READ_APART):
            terms = _CONTRACT[column]
            top = highest[units] if column in _IN_UNIT else np.inf if terms.highest is None else terms.highest
            wrong |= (values[column] > top) | (
                values[column] < (-np.inf if terms.lowest is None else terms.lowest)
            )
            if terms.kind == "whole number":
                wrong |= _is_broken(values[column])
        for low, high in _ENDS:
            if low in values or high in values:
                first, last = (values.get(column, np.full(value.size, np.nan)) for column in (low, high))
                wrong |= (np.isnan(first) != np.isnan(last)) | (first > last)
        return wrong


def _is_broken(numbers: NDArray[np.float64]) -> Flags:
    broken: Flags = ~np.isnan(numbers) & (np.floor(numbers) != numbers)
    return broken
