"""What is hidden of one question in one sample, and what is hidden for itself."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from phare_cli.recipes.tabulate.secrecy.lattice import Lattice, Mask, Numbers, Place
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import QuestionKind


class HiddenLines:
    """What is hidden of one question in one sample: *lines* with their bases, and *cells*, one an item of a line."""

    def __init__(self, lattice: Lattice, sums: QuestionSums, fewest: int, *, is_filter: bool) -> None:
        self.question = sums.question
        self.keeps = float(is_filter)  # how many each answer is known to have, in each line
        scored = sums.question.kind is QuestionKind.SCORE
        self.counts = lattice.lines([] if scored else sums.chosen)
        self.base = lattice.lines([sums.base])[..., 0]
        self.with_answers = lattice.published & (self.base > 0.0)
        self._published = lattice.published
        self.lines: Mask = np.zeros(lattice.shape, dtype=bool)
        self.cells: Mask = np.zeros(self.counts.shape, dtype=bool)
        self.spare = self._spare(lattice.lines(sums.chosen) @ np.array(sums.values)) if scored else self.base
        self.is_exact = self.several and self._is_exact()
        self.small = self._small(fewest, is_filter=is_filter)
        self.is_whole = False  # nothing of the question is left

    def _spare(self, totals: Numbers) -> Numbers:
        """Return how many may leave each line of a score, whoever they are, for its mean to stay what it is.

        Each takes the mean score of the sample along, a whole one: it leaves the others a sum that they can have.
        """
        lowest, highest = self.question.lowest, self.question.highest
        whole = self.base[-1, -1, -1]
        taken = float(round(totals[-1, -1, -1] / whole)) if whole else lowest
        above, under = totals - lowest * self.base, highest * self.base - totals
        most: Numbers = np.floor(
            np.minimum(
                above / (taken - lowest) if taken > lowest else self.base,
                under / (highest - taken) if taken < highest else self.base,
            )
        )
        return np.minimum(most, self.base)

    @property
    def several(self) -> bool:
        """Whether one respondent may give several items."""
        return self.question.kind in (QuestionKind.SET, QuestionKind.CELL, QuestionKind.MENTIONS)

    @property
    def any(self) -> bool:
        """Whether anything is hidden."""
        return bool((self.lines & self.with_answers).any() or self.cells[self.with_answers].any())

    @property
    def is_exclusive(self) -> bool:
        """Whether one answer is given for another: one may be given, or everybody gave as many."""
        return self.is_exact or not self.several

    def _is_exact(self) -> bool:
        """Tell whether everybody seems to have given the same number of answers, so that each tells of the others."""
        totals, bases = self.counts.sum(axis=-1)[self.with_answers], self.base[self.with_answers]
        each = np.divide(totals, bases)
        return bool(each.size) and float(each[0]).is_integer() and bool((each == each[0]).all())

    @property
    def most_answers(self) -> float:
        """How many answers one respondent may have given at most, as far as is known: infinite but for mentions."""
        if self.question.kind is not QuestionKind.MENTIONS:
            return np.inf
        return float(np.ceil((self.counts.sum(axis=-1) / np.maximum(self.base, 1.0)).max()))

    def _small(self, fewest: int, *, is_filter: bool) -> Mask:
        """Mark what is hidden for itself: an answer that 1 to *fewest* - 1 respondents gave, or all but so many.

        One more where it says who was asked another question: that somebody was is known.
        """
        most = fewest + is_filter
        small = (self.counts > 0.0) & (self.counts < most)
        if self.several:
            others = self.base[..., None] - self.counts
            small |= (others > 0.0) & (others < most)
        small |= ((self.base > 0.0) & (self.base < fewest))[..., None]
        return small

    def hide_line(self, place: Place) -> None:
        """Hide a line, its base and its items."""
        self.lines[place] = True
        self.cells[place] = True

    def hide_all(self) -> None:
        """Hide the whole question in this sample."""
        self.lines[:] = True
        self.cells[:] = True
        self.is_whole = True

    def hides(self, place: Place, item: int) -> bool:
        """Tell whether the figure of an item is hidden: not where nobody gave it and the other lines tell so."""
        if self.question.kind is QuestionKind.SCORE:
            return bool(self.lines[place])
        if not self.cells[(*place, item)] or self.is_whole or self.counts[-1, -1, -1, item] > 0.0:
            return bool(self.cells[(*place, item)])
        return not self._knows_nobody[place]

    @cached_property
    def _knows_nobody(self) -> Mask:
        """The lines of which it is known that nobody gave what nobody in the whole sample gave, all being hidden.

        They are those that show, then the parts of these, then the wholes of such parts, until no more are.
        """
        known: Mask = self.with_answers & ~self.lines
        empty = self._published & (self.base == 0.0)
        seen = -1
        while seen < known.sum():
            seen = int(known.sum())
            for axis in range(3):
                wholes, parts = ([slice(None)] * 3 for _ in range(2))
                wholes[axis], parts[axis] = slice(-1, None), slice(None, -1)
                known[tuple(parts)] |= known[tuple(wholes)]
                known[tuple(wholes)] |= (known | empty)[tuple(parts)].all(axis=axis, keepdims=True)
        return known

    def is_small(self, place: Place, item: int, fewest: int) -> bool:
        """Tell whether a figure is hidden for itself."""
        if self.question.kind is QuestionKind.SCORE:
            return bool(self.base[place] < fewest)
        return bool(self.small[(*place, item)])
