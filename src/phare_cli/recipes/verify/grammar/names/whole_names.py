"""Find answers and questions that are called by their whole name, where no word of it tells them from others.

A net has the words of the answers that it joins (*bon ou très bon*), *oui* carries no meaning of its own, and the
answer *Satisfied* has the words of the question *Satisfaction*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from phare_cli.documents.prose.tokens import Token, tokens_of
from phare_cli.recipes.verify.grammar.names.topic_names import labels_of, told_names
from phare_cli.recipes.verify.grammar.stems import content, content_of

if TYPE_CHECKING:
    from phare_cli.recipes.verify.grammar.topic import Topic

_OPEN = frozenset('«“"(')
_CLOSED = frozenset('»”")')
_LISTED = frozenset(",:;")  # "North, Pupils, Satisfaction, Rather satisfied: 44%"
_OF_PEOPLE = frozenset("(,:;")


class WholeNames:
    """Those names of one survey, by their words."""

    def __init__(self, items: Mapping[str, Sequence[str]]) -> None:
        self._called: dict[tuple[str, ...], list[Topic]] = {}  # in quotes or brackets
        self._alike: dict[tuple[str, ...], list[Topic]] = {}  # in a list as well
        self._questions: dict[tuple[str, ...], str] = {}
        for indicator, of_indicator in items.items():
            for item in of_indicator:
                tokens = tokens_of(item)
                if indicator and (indicator.endswith(f" ({item})") or not content(tokens)):
                    self._called.setdefault(_words(tokens), []).append((indicator, item))
            if indicator:
                self._add_alike(indicator, of_indicator)
        self._called.pop((), None)
        self._items = items
        told = [(question, _words(tokens_of(item))) for question, of_it in items.items() for item in of_it]
        for question, words in told:  # "Other", of two questions, is told apart by what is asked
            if any(topic[0] != question for topic in self._alike.get(words, ())):
                del self._alike[words]
        self._first = frozenset(
            words[0] for names in (self._called, self._alike, self._questions) for words in names if words
        )

    def _add_alike(self, indicator: str, items: Sequence[str]) -> None:
        """Keep the names of a question and of its answers where they are made of the same words."""
        asked = {stem for name in told_names("indicator", indicator) for stem in content_of(name)}
        alike = [item for item in items if any(asked & set(content_of(name)) for name in labels_of(item))]
        if not alike or len(items) == 1:
            return
        for item in items:
            for name in labels_of(item):
                self._alike.setdefault(_words(tokens_of(name)), []).append((indicator, item))
        for name in told_names("indicator", indicator):
            self._questions.setdefault(_words(tokens_of(name)), indicator)

    def at(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, tuple[Topic, ...], bool]]:
        """Yield where each name begins and ends, what is called so, and whether that is a question."""
        for start, token in enumerate(tokens):
            if token.word not in self._first:
                continue
            opening = tokens[start - 1].text if start else ","
            if opening in _OPEN:
                end = next(
                    (at for at in range(start, len(tokens)) if tokens[at].text in _CLOSED), len(tokens)
                )
                called = _words(tokens[start:end])
                found = self._called.get(called)
                if found:
                    yield start, end, tuple(found), False
                    continue
            elif opening in _LISTED:
                end = next(
                    (at for at in range(start, len(tokens)) if tokens[at].text in _OF_PEOPLE), len(tokens)
                )
                called = _words(tokens[start:end])
            else:
                continue
            if called in self._questions:
                indicator = self._questions[called]
                yield start, end, tuple((indicator, item) for item in self._items[indicator]), True
            elif called in self._alike:
                yield start, end, tuple(dict.fromkeys(self._alike[called])), False


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.word for token in tokens if token.kind != "mark")
