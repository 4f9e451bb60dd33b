"""The orders that a clause tells: "the problem tenants report most", "what large firms most often have"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_THAT = frozenset("that which who the les la le l' que qu'".split())  # noqa: SIM905
_RANKS = {"most": 1, "least": -1, "plus": 1, "moins": -1}
_OFTEN = frozenset(("often", "frequently", "souvent", "frequemment"))
_TO_MOST = 3  # words from whoever tells something to "most"
_TO_NAME = 2  # words between a noun and whoever tells it


def most_clauses(sentence: Sentence) -> Iterator[Relation]:
    """Yield "the NOUN that NAME tell most", which says what comes first or last among the answers of NAME."""
    for name in sentence.of_kind("group"):
        start = _noun_before(sentence, name.start)
        most = _most_behind(sentence, name.end) if start is not None else None
        if start is not None and most is not None:
            yield Relation(
                start, most.end, most.end, "order", rank=int(most.sense), subject=name, among="item"
            )


def _noun_before(sentence: Sentence, place: int) -> int | None:
    """Return where "the problem (that)", "ce que" begins that ends right before *place*."""
    at = place - 1
    while at > 0 and sentence.word(at) in _THAT and place - at <= _TO_NAME:
        at -= 1
    if sentence.word(at) == "what":
        return at
    if sentence.word(at) == "ce" and at < place - 1:
        return at
    head = sentence.words["ordinal head"].before(sentence.tokens, at + 1)
    is_one = head is not None and not sentence.word(head.end - 1).endswith("s")
    is_led = head is not None and sentence.word(head.start - 1) in ("the", "le", "la", "l'")
    return head.start - 1 if head is not None and is_one and is_led else None


def _most_behind(sentence: Sentence, place: int) -> Cue | None:
    """Return "(report) most", "citent le plus souvent" that ends its clause, or "most often" before its verb."""
    for at in range(place, min(place + _TO_MOST, len(sentence.tokens))):
        rank = _RANKS.get(sentence.word(at))
        if rank is None:
            continue
        is_often = sentence.word(at + 1) in _OFTEN
        end = at + 1 + is_often
        is_last = end >= len(sentence.tokens) or sentence.tokens[end].kind == "mark"
        is_the_most = sentence.words.language == "en" or sentence.word(at - 1) == "le"
        return Cue(at, end, str(rank)) if is_the_most and (is_last or is_often) else None
    return None
