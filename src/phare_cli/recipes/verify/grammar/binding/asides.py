"""Tell which figures of a sentence are what others are held against: "up from 29%", "contre 37 % en 2019"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_NEAR = 3  # words between a comparison and the bracket with its figure
_TO_WAVE = 2  # words between a figure and its wave
_ROW = frozenset(("and", "et", ",", "in", "en", "puis", "then"))
_ROW_LENGTH = 5


class Asides:
    """The figures of one sentence that are set beside others."""

    def __init__(self, sentence: Sentence, relations: Sequence[Relation], bound: Sequence[Bound]) -> None:
        self._sentence, self._relations, self._bound = sentence, relations, bound

    def holds(self, bound: Bound) -> bool:
        """Tell whether a figure is what another is held against."""
        if bound.is_aside:
            return True
        word = self._sentence.word(bound.number.start - 1)
        bracket = self._sentence.bracket(bound.number.start)
        if bracket is not None and any(
            0 <= bracket - each.end <= _NEAR and each.kind in ("comparison", "gap")
            for each in self._relations
        ):
            return True
        if self._sentence.words["against"].holds(word) or word == "from":
            return True
        before = [each for each in self._bound if each.number.end <= bound.number.start][-1:]
        return any(self._are_of_row(each, bound) and self.holds(each) for each in before)

    def has(self, name: Mention) -> bool:
        """Tell whether a name stands right behind a figure that is set beside another."""
        return any(0 <= name.start - each.number.end <= _TO_WAVE and self.holds(each) for each in self._bound)

    def _are_of_row(self, one: Bound, other: Bound) -> bool:
        """Tell whether two figures stand in a row, each with its wave: "from 28% in 2021 and 21% in 2018"."""
        waves = {at for each in self._sentence.of_kind("wave") for at in range(each.start, each.end)}
        between = [at for at in range(one.number.end, other.number.start) if at not in waves]
        return (
            bool(waves & set(range(one.number.end, other.number.start)))
            and len(between) < _ROW_LENGTH
            and all(self._sentence.word(at) in _ROW for at in between)
        )
