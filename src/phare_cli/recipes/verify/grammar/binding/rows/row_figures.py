"""A figure of a row with the name that it is of, and the words between two of them."""

from __future__ import annotations

from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import HERE, Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topics import TopicMention


def said_of(bound: Bound, name: Mention | TopicMention, context: Context) -> Bound:
    """Return a figure with the name that it is said of."""
    scene = bound.scene
    if isinstance(name, TopicMention):
        scene = scene._replace(topics=name.topics, is_sum=False, is_foreign=False)
    elif name.kind == "group":
        scene = scene._replace(group=name.id or scene.group, segment=name.segment)
    elif name.kind == "place":
        scene = scene._replace(region=context.here() if name.id == HERE else name.id)
    else:
        scene = scene._replace(wave=name.id)
    return bound._replace(scene=scene)


def words_between(sentence: Sentence, one: Bound, other: Bound) -> list[str]:
    """Return the words between two figures, without the point of "vs."."""
    tokens = sentence.tokens[one.number.end : other.number.start]
    return [token.word for token in tokens if token.text != "."]
