"""The orders that a verb tells of a table of answers: "ferment le classement", "ahead of all the others"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_ARTICLES = frozenset(("le", "la", "l'", "les", "the", "their", "our", "leur", "ce", "this"))


def standings(sentence: Sentence) -> Iterator[Relation]:
    """Yield a verb for standing at an end, in any of its forms, and what it is the end of."""
    for cue in sentence.words["stands at end"].find(sentence.tokens):
        noun = cue.end + (sentence.word(cue.end) in _ARTICLES)
        table = sentence.words["standings"].at(sentence.tokens, noun)
        if table is not None and noun > cue.end:
            yield Relation(cue.start, table.end, table.end, "order", rank=int(cue.sense))
    for name in ("passes", "ahead"):
        for cue in sentence.words[name].find(sentence.tokens):
            others = sentence.words["all others"].at(sentence.tokens, cue.end)
            if others is not None:
                is_low = cue.sense == "down" or sentence.word(cue.start).startswith("trail")
                rank = -1 if is_low else 1
                yield Relation(cue.start, others.end, others.end, "order", rank=rank)
