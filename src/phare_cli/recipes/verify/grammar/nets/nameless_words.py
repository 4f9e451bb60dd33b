"""Tell words beside figures and gaps that name no answer, whatever answers are made of them: points, sizes, idioms."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token

_THE = ("le", "la", "les", "the")
_OFTEN = frozenset(("often", "frequently", "souvent", "frequemment"))


def places_of_no_answer(tokens: Sequence[Token], words: Lexicon) -> set[int]:
    """Return the places of words that no answer is named by."""
    idioms = {at for cue in words["idiom"].find(tokens) for at in range(cue.start, cue.end)}
    return idioms | _compared(tokens, words) | _units_of_points(tokens, words) | _sizes_of_gaps(tokens, words)


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
    """Return the places of what says how large a gap is, which is no answer: "a little above", "slightly more"."""
    heads = [words[name] for name in ("comparative", "beside")]
    return {
        at
        for cue in words["adverb"].find(tokens)
        if cue.sense == "small" and any(head.at(tokens, cue.end) is not None for head in heads)
        for at in range(cue.start, cue.end)
    }
