"""Tell "up" and "down" of a verb from those of a figure: "turned the heating down", "22% of adults grew herbs"."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import PERCENT
from phare_cli.recipes.verify.grammar.sentence import Sentence

_PARTICLES = frozenset(("up", "down"))
_TO_PARTICLE = 4  # words from "turned" to "down"
_GOES_ON = frozenset(", . ; : ) by to from since in over between and de d' a depuis en entre et".split())  # noqa: SIM905
_OF = frozenset(("of", "des", "de", "d'"))


def is_particle(sentence: Sentence, place: int) -> bool:
    """Tell whether a word is of the verb before it, its object between: "turned the heating down"."""
    if sentence.word(place) not in _PARTICLES:
        return False
    for at in range(place - 1, max(place - 1 - _TO_PARTICLE, -1), -1):
        if sentence.tokens[at].kind != "word":
            return False
        if sentence.words["with particle"].holds(sentence.word(at)):
            return True
    return False


def is_done_by_people(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a verb of change says what a share of people do: "22% of adults grew their own vegetables"."""
    people = next((each for each in sentence.of_kind("group") if each.end == start), None)
    if people is None or sentence.word(people.start - 1) not in _OF or sentence.word(end) in ("", *_GOES_ON):
        return False
    return any(each.end == people.start - 1 and each.unit == PERCENT for each in sentence.numbers)
