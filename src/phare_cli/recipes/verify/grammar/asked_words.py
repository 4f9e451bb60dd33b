"""Tell the words of a question's own name that one of its answers shares: "télétravail", "télétravaille souvent"."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.names.topic_names import labels_of, told_names
from phare_cli.recipes.verify.grammar.stems import is_small, stem
from phare_cli.recipes.verify.grammar.topic import Topic


class _Shared(NamedTuple):
    topic: Topic
    of_answer: frozenset[str]  # its forms in the names of the answer
    of_question: frozenset[str]


class AskedWords:
    """The words that each question shares with one of its answers alone."""

    def __init__(self, items: Mapping[str, Sequence[str]]) -> None:
        self._by_stem: dict[str, list[_Shared]] = {}
        for indicator, of_indicator in items.items():
            if len(of_indicator) > 1 and indicator:
                self._add(indicator, of_indicator)

    def _add(self, indicator: str, items: Sequence[str]) -> None:
        asked = _forms(told_names("indicator", indicator))
        answers = {item: _forms(labels_of(item)) for item in items}
        for each, forms in asked.items():
            sharing = [item for item, of_item in answers.items() if each in of_item]
            if len(sharing) == 1:
                topic = (indicator, sharing[0])
                shared = _Shared(topic, frozenset(answers[sharing[0]][each]), frozenset(forms))
                self._by_stem.setdefault(each, []).append(shared)

    @property
    def by_question(self) -> Mapping[str, Topic]:
        """The one answer that shares words with its question, for each question that has one."""
        found: dict[str, set[Topic]] = {}
        for shared in self._by_stem.values():
            for each in shared:
                found.setdefault(each.topic[0], set()).add(each.topic)
        return {question: next(iter(topics)) for question, topics in found.items() if len(topics) == 1}

    def sharing(self, word: str) -> tuple[Topic, ...]:
        """Return the answers that share a stem with their question."""
        return tuple(each.topic for each in self._by_stem.get(word, ()))

    def answer(self, word: str, written: str) -> Topic | None:
        """Return the answer whose form of a word is nearer to the one *written* than the question's is."""
        near = [
            each.topic
            for each in self._by_stem.get(word, ())
            if _shared(written, each.of_answer) > _shared(written, each.of_question)
        ]
        return near[0] if len(near) == 1 else None


def _forms(names: Iterable[str]) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = {}
    for name in names:
        for word in words_of(name):
            if not is_small(word):
                forms.setdefault(stem(word), set()).add(word)
    return forms


def _shared(written: str, forms: Iterable[str]) -> int:
    """Return how many letters a word begins with as the nearest of some forms does; all and one more where it is it."""
    alike = (
        next((at for at, (one, other) in enumerate(zip(written, form, strict=False)) if one != other), None)
        or min(len(written), len(form)) + (written == form)
        for form in forms
    )
    return max(alike, default=0)
