"""Tell answers apart that differ by small words and numbers alone: "less than one hour", "more than three hours"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from phare_cli.documents.prose.lexicon import lexicon
from phare_cli.documents.prose.tokens import Token, tokens_of
from phare_cli.recipes.verify.grammar.stems import content_of, singular
from phare_cli.recipes.verify.grammar.topic import Topic

_BEFORE, _AFTER = 7, 5  # tokens around the words that the twins share
_ENOUGH = 0.6  # of the words that tell a twin from the others


class Twins:
    """The answers of each question whose words of meaning are the same."""

    def __init__(self, names: Mapping[Topic, Iterable[str]]) -> None:
        self._names = names
        self._by_question: dict[str, Mapping[Topic, frozenset[str]]] = {}  # of those asked for

    def _words(self, topic: Topic) -> frozenset[str] | None:
        """Return the words that tell an answer from its twins; None where it has none."""
        question = topic[0]
        if question not in self._by_question:
            of_question = {each: names for each, names in self._names.items() if each[0] == question}
            self._by_question[question] = _words_by_twin(of_question)
        return self._by_question[question].get(topic)

    def told_apart(
        self, topics: Sequence[Topic], tokens: Sequence[Token], start: int, end: int
    ) -> tuple[Topic, ...]:
        """Return the one of *topics* that the words around token *start* to *end* tell, all where none is told."""
        if len(topics) < 2 or any(self._words(topic) is None for topic in topics):
            return tuple(topics)
        first = max([start - _BEFORE, 0, *(at + 1 for at in range(start) if tokens[at].text in "%,;:()")])
        last = min([end + _AFTER, *(at for at in range(end, len(tokens)) if tokens[at].text in "%,;:()")])
        near = set(map(_plain, tokens[first:last]))
        found = sorted(((self._share(topic, near), topic) for topic in topics), reverse=True)
        best, topic = found[0]
        return (topic,) if best >= _ENOUGH and best > found[1][0] else tuple(topics)

    def _share(self, topic: Topic, near: set[str]) -> float:
        words = self._words(topic)
        return len(words & near) / len(words) if words else 0.0


def _words_by_twin(names: Mapping[Topic, Iterable[str]]) -> Mapping[Topic, frozenset[str]]:
    """Return the words that tell each of the answers of a question from its twins, of those that have any."""
    alike: dict[frozenset[str], dict[Topic, list[str]]] = {}
    for topic, of_topic in names.items():
        for name in of_topic:
            alike.setdefault(frozenset(content_of(name)), {}).setdefault(topic, []).append(name)
    found: dict[Topic, frozenset[str]] = {}
    for twins in alike.values():
        if len(twins) > 1:
            words = {topic: _words_of(of_topic) for topic, of_topic in twins.items()}
            shared = frozenset.intersection(*words.values())
            found |= {topic: of_topic - shared for topic, of_topic in words.items()}
    return found


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(_plain(token) for name in names for token in tokens_of(name))


def _plain(token: Token) -> str:
    """Return a word as twins have it: a number in digits, "an" as "one"."""
    return _of_word(token.word)


@lru_cache(maxsize=1 << 12)
def _of_word(word: str) -> str:
    for language in ("fr", "en"):
        for name in ("cardinal", "numeral"):
            sense = lexicon(language)[name].sense_of(word)
            if sense is not None:
                return sense
    return singular(word)
