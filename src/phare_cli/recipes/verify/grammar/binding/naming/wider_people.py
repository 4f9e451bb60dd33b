"""Tell whom a figure may be of that stands beside a part told before: the average, all of a noun, those without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import words_in
from phare_cli.recipes.verify.grammar.stems import singular

_OF = frozenset(("of", "de", "d'"))
_THE = frozenset(("the", "la", "l'"))
_AVERAGE = frozenset(("average", "mean", "moyenne"))
_TO_AVERAGE = 4  # words from "the average" to its figure: "the average rating of 6.8"
_ALL = frozenset(("all", "tous", "toutes", "ensemble"))
_TO_NOUN = 4  # words from a figure to the noun: "% de l'ensemble des élèves"
_THOSE = frozenset(("those", "ceux", "celles", "ones"))
_WITHOUT = frozenset(("without", "sans"))
_TO_THOSE = 6  # words from "those without" to its figure
_BESIDE = ("than", "beside", "counted from", "against", "gap")


def wider_people(near: Surroundings, scene: Scene, figure: SpokenNumber) -> tuple[Scene, ...]:
    """Return the scenes that such words mean, any of which may hold; none where a figure has none of them."""
    found: Iterable[Scene] = ()
    if _is_of_average(near, figure):
        found = _around(near, scene)
    elif noun := _all_of_noun(near, figure):
        part = near.context.last.group if scene.group is None else scene.group
        groups = (each for each in near.context.names.groups if noun in map(singular, words_of(each)))
        found = (scene._replace(group=each, segment="") for each in groups if each != part)
    elif _is_of_those_without(near, figure):
        told = near.bound[-1].scene if near.bound else near.context.last
        segments = near.context.names.segments if told.segment else ()
        found = (scene._replace(group=told.group, segment=each) for each in segments if each != told.segment)
    return tuple(dict.fromkeys(found))


def _around(near: Surroundings, scene: Scene) -> Iterator[Scene]:
    """Yield who lives around: the same people in the whole, whoever lives there, and in the whole."""
    names = near.context.names
    places = dict.fromkeys((names.whole or scene.region, scene.region))
    people = dict.fromkeys((scene.group, names.general or scene.group))
    for region in places:
        for group in people:
            segment = scene.segment if group == scene.group and region != scene.region else ""
            side = scene._replace(region=region, group=group, segment=segment)
            if side != scene:
                yield side


def _is_of_average(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure is the average that another is set beside: "far fewer than the average of 43%"."""
    of = figure.start - 1
    if near.sentence.word(of) not in _OF:
        return False
    start = max(0, of - _TO_AVERAGE)
    at = next((at for at in range(start, of) if near.sentence.word(at) in _AVERAGE), None)
    if at is None or near.sentence.word(at - 1) not in _THE or near.sentence.of_kind("place", start, of):
        return False
    is_alone = not near.sentence.of_kind("group", start, of)
    lead = max(0, at - _TO_AVERAGE)
    return is_alone and any(near.words[name].first(near.tokens, lead, at) is not None for name in _BESIDE)


def _all_of_noun(near: Surroundings, figure: SpokenNumber) -> str:
    """Return the noun of several groups that "all" stands before, behind a figure: "28% of all pupils"."""
    end = min(figure.end + _TO_NOUN + 1, len(near.tokens))
    words = [near.sentence.word(at) for at in range(figure.end, end)]
    if words[:1] not in (["of"], ["de"], ["among"], ["chez"], ["des"]):
        return ""
    at = next((at for at, word in enumerate(words) if word in _ALL), None)
    if at is None:
        return ""
    shared = near.context.names.shared | {
        singular(words_of(each)[-1]) for each in near.context.names.groups if words_of(each)
    }
    noun = next((singular(word) for word in words[at + 1 :] if singular(word) in shared), "")
    named = {each.id for each in near.sentence.of_kind("group", figure.end, end)}
    return noun if noun and not any(singular(each.casefold()) == noun for each in named) else ""


def _is_of_those_without(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure is of those who lack what a part told before has: "for those without, it is 35%"."""
    if _WITHOUT.isdisjoint(words_in(near.sentence)):
        return False
    clause, end = near.sentence.clause(figure.start)
    places = range(max(clause, figure.start - _TO_THOSE), min(figure.end + 2, end))
    return any(
        near.sentence.word(at) in _THOSE
        and near.sentence.word(at + 1) in _WITHOUT
        and near.sentence.word(at + 2) in (",", ".", ";", ":", "")
        for at in places
    )
