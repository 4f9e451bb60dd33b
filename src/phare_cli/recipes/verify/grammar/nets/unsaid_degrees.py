"""Take a bare word of a scale for all its answers that have it: "better" is "much better" and "somewhat better"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.tokens import Token, words_of
from phare_cli.recipes.verify.grammar.names.topic_names import labels_of
from phare_cli.recipes.verify.grammar.stems import is_small, stem
from phare_cli.recipes.verify.grammar.topics import TopicMention, Topics

_BESIDE = 2  # words from a word of degree to what it strengthens


def with_unsaid_degrees(
    found: Sequence[TopicMention], tokens: Sequence[Token], topics: Topics
) -> list[TopicMention]:
    """Return *found*, an answer as all that share its only word where what tells it from them is not said."""
    return [
        each._replace(topics=shared, is_indicator=True, is_net=True)
        if (shared := _sharing(each, topics, tokens))
        else each
        for each in found
    ]


def _sharing(mention: TopicMention, topics: Topics, tokens: Sequence[Token]) -> tuple[tuple[str, str], ...]:
    if mention.is_indicator or len(mention.topics) != 1 or len(mention.places) != 1:
        return ()
    (topic,) = mention.topics
    place = mention.places[0]
    shared = topics.cores.get(stem(tokens[place].word), ())
    if len(shared) < 2 or topic not in shared:
        return ()
    degrees = {word for name in labels_of(topic[1]) for word in words_of(name) if is_small(word)}
    beside = {token.word for token in tokens[max(0, place - _BESIDE) : place + _BESIDE + 1]}
    return shared if degrees and not degrees & beside else ()
