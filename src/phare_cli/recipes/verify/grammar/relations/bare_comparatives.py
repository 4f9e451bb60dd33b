"""The comparatives without a reference: "les associations sont plus nombreuses", "it is lower in Wales"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_OPPOSITE = {"up": "down", "down": "up"}
_BEFORE_NAME = frozenset(
    ("en", "in", "chez", "parmi", "among", "dans", "for", "a", "aux", "les", "the", "des", "of")
)
_TO_NAME = 3  # words between a comparative and whom or where it is said of


def bare_comparatives(sentence: Sentence, found: Sequence[Relation]) -> Iterator[Relation]:
    """Yield comparatives that share the reference of the comparison before them, or leave theirs to the text before."""
    first = next((other for other in found if other.kind == "comparison"), None)
    shared = list(_sharing(sentence, first)) if first is not None else []
    yield from shared
    for name in ("comparative", "bare comparative"):
        for cue in sentence.words[name].find(sentence.tokens):
            if all(not each.covers(cue.start) for each in shared):
                yield from _left_open(sentence, cue, is_adjective=name == "bare comparative")


def _sharing(sentence: Sentence, first: Relation) -> Iterator[Relation]:
    """Yield "are slightly less isolated", which shares the reference of the comparison before it."""
    for cue in sentence.words["comparative"].find(sentence.tokens, first.end):
        size = sentence.words["adverb"].before(sentence.tokens, cue.start)
        if size is None or cue.sense == "equal" or cue.end >= len(sentence.tokens):
            continue
        end = min(cue.end + 1, len(sentence.tokens))
        yield Relation(
            cue.start,
            end,
            cue.end,
            "comparison",
            cue.sense,
            target=first.target,
            is_of_others=first.is_of_others,
        )


def _left_open(sentence: Sentence, cue: Cue, *, is_adjective: bool) -> Iterator[Relation]:
    """Yield a comparative behind a verb, with whom or where it is said of; none where "than" follows."""
    tokens, words = sentence.tokens, sentence.words
    if any(each.start <= cue.start < each.end for each in sentence.mentions):
        return  # "1 000 salariés ou plus"
    place = cue.end - 1 if cue.end - cue.start > 1 else cue.end  # "plus nombreux" is one word of the list
    degree = words["degree"].at(tokens, place) if place < len(tokens) else None
    is_led = degree is None and any(
        place + 1 <= each.start <= place + 1 + _TO_NAME for each in sentence.topics
    )
    if cue.sense not in _OPPOSITE or (degree is None and not is_adjective and not is_led):
        return
    size = words["adverb"].before(tokens, cue.start)
    before = (size.start if size is not None else cue.start) - 1
    end = cue.end if degree is None else degree.end
    is_said_of = any(
        words[name].holds(sentence.word(at)) for at in (before, before - 1) for name in ("verb",)
    )
    has_than = References(sentence).than(cue.end)[1] is not None or words["than"].first(
        tokens, end, min(end + _TO_NAME, len(tokens))
    )
    if not is_said_of or has_than or any(each.start <= cue.start < each.end for each in sentence.numbers):
        return
    named = next(
        (each for each in sentence.mentions if end <= each.start <= end + _TO_NAME and each.kind != "wave"),
        None,
    )
    clause, _ = sentence.clause(cue.start)
    if named is None and not any(
        clause <= each.start < cue.start and each.kind in ("group", "place") for each in sentence.mentions
    ):
        return  # "these gaps are probably smaller in truth"
    if named is not None and {sentence.word(at) for at in range(end, named.start)} <= _BEFORE_NAME:
        end = named.end
    is_low = degree is not None and degree.sense == "low"
    direction = _OPPOSITE[cue.sense] if is_low else cue.sense
    yield Relation(cue.start, end, end, "comparison", direction)
