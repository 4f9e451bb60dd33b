"""Tell words beside figures and gaps that name no answer, whatever answers are made of them: points, sizes, idioms."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token

_THE = ("le", "la", "les", "the")
_BY_FAR = frozenset(("bien", "fort", "well", "far"))
_TO_THAN = 5  # words from "plus" to "que"
_PEOPLE = frozenset("people persons those gens personnes individus".split())  # noqa: SIM905
_OFTEN = frozenset(("often", "frequently", "souvent", "frequemment"))


def places_of_no_answer(tokens: Sequence[Token], words: Lexicon, groups: Collection[int]) -> set[int]:
    """Return the places of words that no answer is named by; *groups* are where the names of groups begin."""
    idioms = {at for cue in words["idiom"].find(tokens) for at in range(cue.start, cue.end)}
    people = {at - 1 for at in groups if at and tokens[at - 1].word in _PEOPLE}  # "than people born abroad"
    places = idioms | people | _compared(tokens, words)
    return places | _units_of_points(tokens, words) | _sizes_of_gaps(tokens, words)


def _compared(tokens: Sequence[Token], words: Lexicon) -> set[int]:
    """Return the places of "often" behind a comparative: "more often than in Bath" asks nobody how often."""
    cues = (cue for cue in words["comparative"].find(tokens) if tokens[cue.start - 1].word not in _THE)
    often = (cue.end for cue in cues if cue.end < len(tokens))
    return {place for place in often if tokens[place].word in _OFTEN}


def _units_of_points(tokens: Sequence[Token], words: Lexicon) -> set[int]:
    """Return the places of the words for points behind a number, which are of no answer that has points in its name."""
    places: set[int] = set()
    for cue in words["points"].find(tokens):
        at = cue.start - 1
        while at > 0 and tokens[at].word in ("-", "percentage"):
            at -= 1
        if at >= 0 and (tokens[at].kind == "number" or words["cardinal"].holds(tokens[at].word)):
            places |= set(range(cue.start, cue.end))
    return places


def _sizes_of_gaps(tokens: Sequence[Token], words: Lexicon) -> set[int]:
    """Return the places of what says how large a gap is, which is no answer: "a little above", "bien plus que"."""
    heads = [words[name] for name in ("comparative", "beside")]
    return {
        at
        for cue in words["adverb"].find(tokens)
        if cue.sense == "small" and any(head.at(tokens, cue.end) is not None for head in heads)
        for at in range(cue.start, cue.end)
    } | {place for place in range(len(tokens) - 2) if _says_by_far(tokens, place, words)}


def _says_by_far(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Tell whether a word that may be of an answer ("très bien") strengthens a comparison: "bien moins que ceux-là"."""
    if tokens[place].word not in _BY_FAR:
        return False
    comparative = words["comparative"].at(tokens, place + 1)
    if comparative is None:
        return any(words[name].at(tokens, place + 1) is not None for name in ("beside", "ahead"))
    return (
        words["than"].first(tokens, comparative.end, min(comparative.end + _TO_THAN, len(tokens))) is not None
    )
