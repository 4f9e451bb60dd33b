"""Find in columns the rows that a check may doubt, whole columns at a time: too many do no harm, too few would."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from phare_cli.nouns.contract import ROW_PERCENT
from phare_cli.nouns.large.columned import Columned
from phare_cli.nouns.large.groups import Groups, portions
from phare_cli.nouns.survey import Estimate

Places = NDArray[np.intp]
Told = NDArray[np.bool_]
_QUESTION = ("survey", "wave", "region", "stakeholder", "segment", "indicator", "unit")
_REASONS = ("note", "question", "universe")  # why bases of one question may differ
_MOST_DECIMALS = 9
_BLUR = 1e-7  # less than what the checks themselves let pass


class ColumnsToDoubt:
    """The columns of a survey, as numpy looks at them: places of rows, in their order."""

    def __init__(self, columns: Columned[Estimate]) -> None:
        self._columns = columns
        self._portions = [*portions(len(columns))]
        absent = np.broadcast_to(np.nan, len(columns))
        self._values = columns.numbers["value"]
        self._bases = columns.numbers.get("base", absent)
        self._effective = columns.numbers.get("effective_base", absent)
        self._decimals = columns.whole["decimals"]
        self._is_percent = self._is("unit", "percent")

    def first_names(self) -> Places:
        fields = (("region",), ("stakeholder",), ("indicator",), ("indicator", "item", "measure"))
        return np.unique(np.concatenate([self._columns.firsts(each) for each in fields]))

    def small_shares(self) -> Places:
        """Return percentages below 1 with more decimals than any above 1 of their indicator, and one such of each."""
        values, decimals = self._values, self._decimals
        small = self._where(lambda rows: self._is_percent[rows] & (values[rows] > 0) & (values[rows] < 1))
        if not small.size:
            return small
        indicators = self._columns.groups(("indicator",))
        first = np.full(indicators.count * (_MOST_DECIMALS + 1), -1)
        for rows in reversed(self._portions):
            large = np.flatnonzero(self._is_percent[rows] & (values[rows] > 1))
            kinds = indicators[rows][large].astype(np.intp) * (_MOST_DECIMALS + 1) + decimals[rows][large]
            first[kinds[::-1]] = large[::-1] + rows.start
        by_indicator = first.reshape(indicators.count, -1)
        printed = np.where(by_indicator >= 0, np.arange(_MOST_DECIMALS + 1), -1).max(axis=1)
        small = small[decimals[small] > printed[indicators[small]]]
        of_small = np.unique(indicators[small])
        beside = by_indicator[of_small, printed[of_small]]
        return np.sort(np.concatenate([small, beside[beside >= 0]]))

    def impossible(self) -> Places:
        """Return the unweighted percentages without a whole count of their base well within what they round."""
        return self._where(self._is_impossible)

    def _is_impossible(self, rows: slice) -> Told:
        bases, share, scale = (
            self._bases[rows],
            self._values[rows] / 100,
            100 * np.power(10.0, self._decimals[rows]),
        )
        half, blur = 0.5 / scale, _BLUR + 1e-12 * bases
        lowest = np.maximum(bases * (share - half) + blur, 0)
        highest = np.minimum(bases * (share + half) - blur, bases)
        is_counted = (
            self._is_percent[rows] & np.isnan(self._effective[rows]) & (bases < scale) & ~np.isnan(share)
        )
        told: Told = is_counted & ~(np.floor(highest) >= lowest)
        return told

    def above_base(self) -> Places:
        return self._where(lambda rows: self._effective[rows] > self._bases[rows])

    def off_step(self) -> Places:
        steps = self._columns.numbers.get("rounded_to")
        if steps is None:
            return np.zeros(0, dtype=np.intp)

        def is_off(rows: slice) -> Told:
            step, value = steps[rows], self._values[rows]
            times = value / np.where(step > 0, step, 1)
            told: Told = (step > 0) & ~np.isnan(value) & (np.abs(times - np.round(times)) > _BLUR)
            return told

        return self._where(is_off)

    def large_sums(self) -> Iterable[Places]:
        """Return the questions of a single response whose percentages sum above 100."""
        if "single" not in self._columns.values("response"):
            return []
        questions = self._columns.groups(_QUESTION)
        is_single = self._is("response", "single")
        sums = np.zeros(questions.count)
        for rows in self._portions:
            value = self._values[rows]
            counted = np.flatnonzero(self._is_percent[rows] & is_single[rows] & ~np.isnan(value))
            np.add.at(sums, questions[rows][counted], value[counted])
        places = self._where(lambda rows: (sums > 100 - _BLUR)[questions[rows]])
        return self._by_question(questions, places)

    def unlike_bases(self) -> Iterable[Places]:
        """Return two figures of each question whose bases differ, though note, wording and universe are the same."""
        bases, is_part = self._bases, self._is("measure", ROW_PERCENT)
        alike = self._columns.groups((*_QUESTION, *_REASONS))
        first = np.zeros(alike.count, dtype=np.intp)
        for rows in reversed(self._portions):
            told = np.flatnonzero(~np.isnan(bases[rows]) & ~is_part[rows])
            first[alike[rows][told][::-1]] = told[::-1] + rows.start

        def is_unlike(rows: slice) -> Told:
            base = bases[rows]
            told: Told = ~np.isnan(base) & ~is_part[rows] & (base != bases[first[alike[rows]]])
            return told

        unlike = self._where(is_unlike)
        _, of_question = np.unique(self._columns.groups(_QUESTION)[unlike], return_index=True)
        unlike = unlike[of_question]
        return [np.array(pair) for pair in zip(first[alike[unlike]], unlike, strict=True)]

    def _where(self, is_doubtful: Callable[[slice], Told]) -> Places:
        """Return the places for which *is_doubtful* holds, which is asked of some rows at a time."""
        found = [np.flatnonzero(is_doubtful(rows)) + rows.start for rows in self._portions]
        return np.concatenate([np.zeros(0, dtype=np.intp), *found])

    def _by_question(self, questions: Groups, places: Places) -> Iterable[Places]:
        ordered = places[np.argsort(questions[places], kind="stable")]
        parts = np.split(ordered, np.flatnonzero(np.diff(questions[ordered])) + 1)
        return [part for part in parts if part.size]

    def _is(self, field: str, text: str) -> _RowsThatAre:
        is_text = np.array([value == text for value in self._columns.values(field)])
        return _RowsThatAre(is_text, self._columns.codes(field), len(self._columns))


class _RowsThatAre:
    """Which rows have a text, told of some at a time."""

    def __init__(self, is_text: Told, codes: NDArray[np.integer] | None, rows: int) -> None:
        self._is_text, self._codes, self._rows = is_text, codes, rows

    def __getitem__(self, rows: slice) -> Told:
        if self._codes is None:
            return np.broadcast_to(self._is_text, len(range(*rows.indices(self._rows))))
        told: Told = self._is_text[self._codes[rows]]
        return told
