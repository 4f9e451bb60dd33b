"""Know a rank that is of what a score is given to: "accordent la meilleure note à la propreté"."""

from __future__ import annotations

from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_TO_GIVEN = 4  # words between a score and what it is given to


def is_given_to(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether a score is given to an item right behind: "accordent la meilleure note à la propreté"."""
    if relation.end >= len(sentence.tokens) or sentence.words["to"].at(sentence.tokens, relation.end) is None:
        return False
    near = sentence.topics_in(relation.end, relation.end + _TO_GIVEN)
    scored = relation.cue == relation.end and sentence.words["scale word"].first(
        sentence.tokens, relation.start, relation.end
    )
    return scored is not None and any(not each.is_indicator for each in near)
