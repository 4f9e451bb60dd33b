"""Find answers that are called by their whole name, in quotes or brackets, where no word of it tells them from others.

A net has the words of the answers that it joins (*bon ou très bon*), and *oui* carries no meaning of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from phare_cli.documents.prose.tokens import Token, tokens_of
from phare_cli.recipes.verify.grammar.stems import content
from phare_cli.recipes.verify.grammar.topic import Topic

_OPEN = frozenset('«“"(')
_CLOSED = frozenset('»”")')


class WholeNames:
    """Those answers of one survey, by the words of their names."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._called: dict[tuple[str, ...], list[Topic]] = {}
        for topic in topics:
            indicator, item = topic
            tokens = tokens_of(item)
            if indicator and (indicator.endswith(f" ({item})") or not content(tokens)):
                self._called.setdefault(_words(tokens), []).append(topic)
        self._called.pop((), None)
        self._first = frozenset(words[0] for words in self._called)

    def at(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, tuple[Topic, ...]]]:
        """Yield where each name begins and ends, and the answers that are called so."""
        for start, token in enumerate(tokens):
            if token.word not in self._first or not start or tokens[start - 1].text not in _OPEN:
                continue
            end = next((at for at in range(start, len(tokens)) if tokens[at].text in _CLOSED), len(tokens))
            found = self._called.get(_words(tokens[start:end]))
            if found:
                yield start, end, tuple(found)


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.word for token in tokens if token.kind != "mark")
