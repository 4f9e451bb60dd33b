"""Tell where a pronoun stands for the answer that is told before a colon: "the bus is losing: 21% take it weekly"."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.topics import TopicMention

_IT = frozenset(("it", "them"))
_CLITICS = frozenset(("le", "la", "les", "l'"))


def takes_up_answer(
    near: Surroundings, figure: SpokenNumber, found: TopicMention, before: TopicMention
) -> bool:
    """Tell whether a pronoun stands for the answer before a figure, and a word of another's name behind it."""
    if found.score >= 1.0 or before.is_indicator or near.sentence.word(figure.start - 1) != ":":
        return False
    words = [near.sentence.word(at) for at in range(figure.end, found.start)]
    if near.words.language == "en":
        return bool(words) and words[-1] in _IT
    return len(words) > 1 and words[-2] in _CLITICS and near.sentence.word(found.start - 1).endswith("ent")


def is_taken_before(near: Surroundings, topic: TopicMention | None, previous: Bound | None) -> bool:
    """Tell whether words behind "it" were those of the figure before, and told of something else there."""
    if topic is None or previous is None or topic.score >= 1.0:
        return False
    is_behind = previous.number.end <= topic.start and near.sentence.word(topic.start - 1) in _IT
    return is_behind and set(topic.topics).isdisjoint(previous.scene.topics)
