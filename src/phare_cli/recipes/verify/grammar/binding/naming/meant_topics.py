"""Tell which of the topics that stand between two places a figure or a relation is of: the best, or the nearest."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.topics import TopicMention

_WEAKER = 0.45  # how much weaker a topic may be than the best, and still be meant
_OF = frozenset(("de", "d'", "of"))  # leads to the question that an order is one of
_GIVING = frozenset(("avec", "with"))
_A = frozenset(("a", "an", "un", "une"))
_SINCE = frozenset("on from since over of compared par depuis sur de , .".split())  # noqa: SIM905
_TO_NOUN = 2  # words from "a" to what it leads: "a sharp rise"
_AT = frozenset(("at", "a"))
_TO_BEHIND = 7  # words from an order to its figure behind a mark
_TO_GIVEN = 3  # words from what something is ranked by to the figure of that


def free_topics(near: Surroundings, start: int, end: int) -> list[TopicMention]:
    """Return the topics that begin between two places, without those that the data hold in other units alone."""
    named = near.sentence.topics_in(start, end)
    if not named:
        return []
    figure = near.figures[len(near.bound)] if len(near.bound) < len(near.figures) else None
    unit = figure.unit if figure is not None else ""
    return [
        each
        for each in near.context.in_unit(unit, named)
        if not any(
            (relation.kind == "comparison" or (figure is not None and _is_ranked(near, figure, relation)))
            and relation.cue <= each.start < relation.end
            and relation.target is each
            for relation in near.relations
        )
        and not any(_is_of_question(near, each, relation) for relation in near.relations)
        and not _is_mere_change(near, each)
    ]


def _is_mere_change(near: Surroundings, topic: TopicMention) -> bool:
    """Tell whether the one word of a topic only says that something changed: "36%, a sharp rise on 2023"."""
    if len(topic.places) != 1:
        return False
    if not any(near.words[name].at(near.tokens, topic.start) for name in ("change noun", "change")):
        return False
    led = {near.sentence.word(at) for at in range(max(0, topic.start - _TO_NOUN), topic.start)}
    return bool(led & _A) and near.sentence.word(topic.start + 1) in _SINCE


def _is_of_question(near: Surroundings, topic: TopicMention, relation: Relation) -> bool:
    """Tell whether a topic only says what an answer is the first of: "the leading form of partnership"."""
    noun = near.sentence.word(relation.end - 1)
    is_behind = relation.end == topic.start - 1 and near.sentence.word(relation.end) in _OF
    return relation.rank is not None and is_behind and near.words["ordinal head"].holds(noun)


def _is_ranked(near: Surroundings, figure: SpokenNumber, relation: Relation) -> bool:
    """Tell whether another answer is ranked by one, so that a figure is not of that one.

    Behind the figure ("5.1, well below scenery (7.4)"), or right before it ("swimming is ahead of running, with 15%").
    """
    if relation.kind != "order":
        return False
    is_given = (
        near.sentence.word(figure.start - 1) in _GIVING and 0 <= figure.start - relation.end <= _TO_GIVEN
    )
    return figure.end <= relation.start or is_given or _is_told_behind(near, figure, relation)


def _is_told_behind(near: Surroundings, figure: SpokenNumber, relation: Relation) -> bool:
    """Tell whether a mark parts an order from its figure: "La voiture y passe devant le vélo, d'une tête : 41 %"."""
    lead = near.sentence.word(figure.start - 1)
    comma = near.sentence.word(figure.start - 2) == ","
    if not (lead == ":" or (lead in _AT and comma)) or not 0 <= figure.start - relation.end <= _TO_BEHIND:
        return False
    clause, _ = near.sentence.clause(relation.start)
    behind = near.sentence.topics_in(relation.end, figure.start)
    return bool(near.sentence.topics_in(clause, relation.start)) and not behind


def strongest(items: Sequence[TopicMention]) -> list[TopicMention]:
    """Return *items* without those that words name far more faintly than the best of them."""
    best = max(each.score for each in items)
    return [each for each in items if each.score >= best - _WEAKER]


def best_topic(near: Surroundings, start: int, end: int, *, nearest: bool = False) -> TopicMention | None:
    found = free_topics(near, start, end)
    items = [each for each in found if not each.is_indicator]
    if items:
        strong = strongest(items)
        return strong[-1] if nearest else strong[0]
    if not found:
        return None
    return min(found, key=lambda each: (len(each.topics), -each.start if nearest else each.start))
