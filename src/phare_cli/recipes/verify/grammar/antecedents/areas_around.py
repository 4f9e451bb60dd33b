"""Find the areas that only say where a place lies: "le département d'Occitanie où ...", "the happiest area of France".

Nothing is said of them: they are names of the kind "area".
"""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.language.codebook import codebook
from phare_cli.language.departements import departement
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.known_names import KnownNames
from phare_cli.recipes.verify.grammar.names.mention import ARTICLES, HERE, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_OF = {"fr": frozenset("de d' du des".split()), "en": frozenset(("of", "in", "across"))}  # noqa: SIM905
_THE_MOST = frozenset(("plus", "moins", "mieux"))
_TO_MOST = 4  # words from "le plus" to "d'Occitanie": "le plus durement touché"
_ELSEWHERE = frozenset(("ailleurs", "elsewhere", "else"))
_ANY = frozenset(("any", "other", "toute", "autre", "chaque", "every", "each"))
_TO_AREA = 6  # words from a noun to the area around: "le département le plus touché d'Occitanie"
_OPENING = frozenset("c' ce il elle it that this".split())  # noqa: SIM905


def with_areas(sentence: Sentence, names: KnownNames) -> Sentence:
    """Return *sentence* with the places that only say where another lies told apart, as areas.

    Where it names no other, and takes none up, the place in that area is one that nobody knows.
    """
    around = [each for each in sentence.of_kind("place") if _is_around(sentence, each, names)]
    if not around:
        return sentence
    others = [each for each in sentence.of_kind("place") if each not in around]
    nouns = [each for each in others if each.id == HERE and _is_noun_of(sentence, each, around)]
    is_told = len(others) > len(nouns) or sentence.word(0) in _OPENING
    kept = (each for each in sentence.mentions if each not in nouns)
    return sentence.with_names(
        (each._replace(kind="area") if is_told else each._replace(id=UNKNOWN)) if each in around else each
        for each in kept
    )


def _is_noun_of(sentence: Sentence, here: Mention, around: Sequence[Mention]) -> bool:
    """Tell whether "le département" is not that of the text, but the noun of "le département le plus touché de"."""
    return any(
        here.end <= each.start <= here.end + _TO_AREA
        and all(token.kind == "word" for token in sentence.tokens[here.end : each.start])
        for each in around
    )


def is_of_places(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether a rank is said of a place by its noun: "le département le plus touché", "the happiest county"."""
    nouns = sentence.words["place noun"]
    end = min(relation.end + 1, len(sentence.tokens))
    area = next((each for each in sentence.of_kind("area") if each.end == relation.start), None)
    start = relation.start if area is None else area.start - 1  # "le département d'Occitanie le plus touché"
    cue = nouns.before(sentence.tokens, start) or nouns.first(sentence.tokens, relation.start, end)
    return cue is not None and cue.sense == "one" and sentence.word(cue.start - 1) not in _ANY


def area_of(sentence: Sentence, relation: Relation, context: Context) -> str | None:
    """Return the area of all whose places a rank is one, empty where it is not named; None where it may be of some."""
    areas = [context.here() if each.id == HERE else each.id for each in sentence.of_kind("area")]
    return areas[-1] if areas else "" if is_of_places(sentence, relation) else None


def _is_around(sentence: Sentence, place: Mention, names: KnownNames) -> bool:
    if place.is_people or place.id == UNKNOWN:
        return False
    of = place.start - 1
    while sentence.word(of) in ARTICLES:
        of -= 1
    if sentence.word(of - 1) in _ELSEWHERE:
        return True  # "plus qu'ailleurs en Occitanie"
    if sentence.word(of) not in _OF[sentence.words.language]:
        return False
    nouns = sentence.words["place noun"]
    cue = nouns.before(sentence.tokens, of) or nouns.before(sentence.tokens, _before_most(sentence, of))
    if cue is not None and any(each.start <= cue.start < each.end for each in sentence.of_kind("group")):
        return False  # "residents of market towns in England"
    if cue is None or cue.sense == "one":
        return cue is not None and _is_wider(sentence.word(cue.start), place.id, names)
    return sentence.words["every place"].before(sentence.tokens, cue.start) is None


def _before_most(sentence: Sentence, end: int) -> int:
    """Return where a noun ends that stands before *end*, or before "le plus touché" there."""
    for at in range(end - 1, max(0, end - _TO_MOST) - 1, -1):
        if sentence.word(at) in _THE_MOST and sentence.word(at - 1) in ARTICLES:
            return at - 1
        if sentence.tokens[at].kind != "word":
            break
    return end


def _is_wider(noun: str, place: str, names: KnownNames) -> bool:
    """Tell whether a place is more than what a noun means, and not called by it: "le département de l'Aude"."""
    if place in (names.nation, names.whole):
        return True
    if place == HERE:
        return noun not in ("region", "area", "county")
    is_region = codebook().holds("region", place) and departement(place) is None
    return is_region and noun not in (
        "region",
        "area",
        "territoire",
        "pays",
        "nation",
        "country",
        "state",
        "province",
    )
