"""The construction of a comparative that ranks: "more than anywhere else", "higher than in any other region"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_TO_THAN = 7  # words between a comparative and "than"
_LEADS = frozenset(("in", "dans", "en", "among", "chez"))


def more_than_any(sentence: Sentence) -> Iterator[Relation]:
    """Yield comparatives whose reference is all other places or groups: they say who is first or last."""
    for cue in sentence.words["comparative"].find(sentence.tokens):
        if cue.sense == "equal":
            continue
        than = sentence.words["than"].first(
            sentence.tokens, cue.end, min(cue.end + _TO_THAN, len(sentence.tokens))
        )
        if than is None:
            continue
        place = than.end + (sentence.word(than.end) in _LEADS)
        others = sentence.words["of any"].at(sentence.tokens, place)
        if others is not None:
            rank = 1 if cue.sense == "up" else -1
            end = others.end + (sentence.word(others.end) in ("surveyed", "asked"))
            where = next(
                iter(sentence.of_kind("place", cue.end, than.start)), None
            )  # "more here than anywhere"
            yield Relation(cue.start, end, cue.end, "order", rank=rank, among=others.sense, subject=where)
