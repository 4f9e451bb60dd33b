"""The superlatives of one word: "the commonest habit", "where women feel safest", "leur loisir préféré"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_DETERMINERS = frozenset("le la l' leur leurs son sa ses nos notre the their its our".split())  # noqa: SIM905
_OWNED = frozenset(("'", "’", "'s"))  # behind whose it is
_DOERS = ("ers", "ors", "ists", "goers")
_TO_NOUN = 2  # words from a superlative to its noun


def _are_doers(sentence: Sentence, place: int) -> bool:
    """Tell whether who does something stands at *place*, as one of those who do: "the keenest users"."""
    return sentence.word(place).endswith(_DOERS)


def most_in_a_word(sentence: Sentence) -> Iterator[Relation]:
    """Yield a word that says the most or the least of something, beside a noun that answers are called by."""
    tokens, words = sentence.tokens, sentence.words
    for cue in words["most in a word"].find(tokens):
        rank = int(cue.sense)
        before = sentence.word(cue.start - 1)
        if words.language == "fr":
            head = words["ordinal head"].before(tokens, cue.start)
            if head is not None and sentence.word(head.start - 1) in _DETERMINERS:
                yield Relation(head.start, cue.end, cue.end, "order", rank=rank)
            continue
        head = words["ordinal head"].first(tokens, cue.end, min(cue.end + _TO_NOUN, len(tokens)))
        if head is not None and before in _OWNED | _DETERMINERS:
            yield Relation(cue.start - (before == "the"), head.end, head.end, "order", rank=rank)
        elif before == "the" and (group := words["group noun"].at(tokens, min(cue.end, len(tokens) - 1))):
            yield Relation(cue.start - 1, group.end, group.end, "order", rank=rank, among="group")
        elif before == "the" and _are_doers(sentence, cue.end):
            yield Relation(cue.start - 1, cue.end + 1, cue.end + 1, "order", rank=rank)
        elif words["feels"].holds(before):
            yield Relation(cue.start, cue.end, cue.end, "order", rank=rank)
