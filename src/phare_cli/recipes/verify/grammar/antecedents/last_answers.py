"""Find which answer "ce dernier motif", "cette dernière" and "the latter" stand for."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topic import Topic


def answer_taken_up(
    sentence: Sentence, recent: Sequence[Scene], named_last: tuple[Topic, ...]
) -> tuple[Topic, ...]:
    """Return what a sentence takes up: the answer of the last figure, or the one that was *named_last*.

    The other is meant where its pronoun opens a sentence that names no answer: "Cette dernière pèse moins".
    """
    if recent and sentence.has("last answer"):
        return recent[-1].topics
    is_opened = not sentence.topics and sentence.words["last named"].at(sentence.tokens, 0) is not None
    return named_last if is_opened else ()


def answer_named_last(sentence: Sentence) -> tuple[Topic, ...]:
    """Return the one answer that is named in a sentence behind everybody: "the rent comes before the noise"."""
    people = max((each.start for each in sentence.of_kind("group")), default=-1)
    last = next(reversed(sentence.topics), None)
    is_told = last is not None and not last.is_indicator and last.start > people and len(last.topics) == 1
    return last.topics if last is not None and is_told else ()
