"""Tell which items a word of a sentence may be of: a word that the names of one item alone hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phare_cli.documents.prose.tokens import Token
from phare_cli.recipes.verify.grammar.stems import content
from phare_cli.recipes.verify.grammar.topic import Topic


class FaintTopics:
    """The words that belong to one topic alone: too little to name it, and enough to look whether it holds."""

    def __init__(self, words_of_topics: Mapping[Topic, Sequence[tuple[tuple[str, ...], bool]]]) -> None:
        sharing: dict[str, set[Topic]] = {}
        for topic, names in words_of_topics.items():
            for stems, _ in names:
                for each in stems:
                    sharing.setdefault(each, set()).add(topic)
        self._own = {word: next(iter(topics)) for word, topics in sharing.items() if len(topics) == 1}

    def of(self, tokens: Sequence[Token]) -> tuple[Topic, ...]:
        """Return the topics that words of a sentence are of, in the order of the words, each once."""
        found = (self._own.get(each) for _, each in content(tokens))
        return tuple(dict.fromkeys(topic for topic in found if topic is not None))
