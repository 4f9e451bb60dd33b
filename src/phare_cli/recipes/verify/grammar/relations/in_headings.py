"""Tell which relations a heading asserts: a headline says something, and a label only names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_NAMED = 0.5  # how much of a name the words of a heading hold, where it names something


def asserted_in_heading(sentence: Sentence, relations: Sequence[Relation]) -> Iterator[Relation]:
    """Yield the relations of a heading that says itself what they are about: no text before it lends anything.

    A question alone is enough beside whom or where it was asked; a rank is of an answer, outside of its own words.
    """
    for relation in relations:
        others = [
            each for each in sentence.mentions if each.kind != "wave" and not relation.covers(each.start)
        ]
        named = [each for each in sentence.topics if others or each.score >= _NAMED]
        answers = [each for each in named if not each.is_indicator and each is not relation.target]
        if relation.kind == "order":
            outside = [each for each in answers if not relation.covers(each.start)]
            if outside or relation.among in ("group", "region"):
                yield relation
        elif answers or (named and others):
            yield relation
