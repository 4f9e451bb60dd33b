"""Tell whether a wave is said of one figure alone, which its sentence only sets beside what it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.sentence import Sentence

_BESIDE = frozenset("contre against versus vs from apres after".split())  # noqa: SIM905
_JOINS = frozenset(("et", "and", "ou", "or"))
_TO_PLACE = 3  # words from a figure to where it is: "34 % pour la France"
_TO_LEAD = 3  # words from "contre" to its figure: "contre seulement 38 %"


def is_of_its_own_time(sentence: Sentence, bound: Sequence[Bound], place: int) -> bool:
    """Tell whether the wave of a figure is its own: of "contre 38 % en 2024", "(38 % en 2024)", "up from 38% in 2024".

    So is that of any figure behind one of another wave: "ils étaient 38 % deux ans plus tôt".
    """
    one = bound[place]
    if one.scene.wave is None:
        return False
    told = next((each for each in bound[:place] if each.is_claim), None)
    is_behind = told is not None and told.scene.wave != one.scene.wave
    is_aside = sentence.bracket(one.number.start) is not None
    return is_behind or is_aside or _is_set_beside(sentence, one.number)


def is_elsewhere(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure is of another place than one of its own time, so that both times may be meant.

    "47 %, contre 38 % en 2024 et 34 % en France" may be France in 2024, or when the 47 % are of.
    """
    place = len(near.bound)
    if not place or not _is_set_beside(near.sentence, (before := near.figures[place - 1])):
        return False
    is_joined = near.sentence.word(figure.start - 1) in _JOINS
    is_told = bool(near.sentence.of_kind("wave", before.end, figure.start)) or near.sentence.has(
        "earlier", before.end, figure.start
    )
    is_placed = bool(near.sentence.of_kind("place", figure.end, figure.end + _TO_PLACE))
    return is_joined and is_told and is_placed and not near.sentence.of_kind("wave", figure.end)


def _is_set_beside(sentence: Sentence, figure: SpokenNumber) -> bool:
    led = {sentence.word(at) for at in range(max(0, figure.start - _TO_LEAD), figure.start)}
    return bool(led & _BESIDE)
