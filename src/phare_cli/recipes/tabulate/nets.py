"""Nets: items of a question joined under one name, counted from the respondents who gave one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from types import MappingProxyType

from phare_cli.language.folding import fold
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, sentence
from phare_cli.respondents.engine.counts import Sums
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import QuestionKind, Spec
from phare_cli.respondents.tally import Tally

NO_NETS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NAMED = 8  # items that a sentence names


def parse_nets(given: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the items of each net of a command line, ``NAME=A,B``, by its name. Raises WrongOption."""
    nets = {}
    for text in given:
        name, _, listed = text.partition("=")
        items = tuple(filter(None, map(str.strip, listed.split(","))))
        if not name.strip() or not items:
            raise WrongOption(
                sentence(
                    '--net takes a name and items, "D\'accord=tout à fait,plutôt", not “{text}”.', text=text
                )
            )
        if name.strip() in nets:
            raise WrongOption(sentence("two nets are called “{name}”: name each apart.", name=name.strip()))
        nets[name.strip()] = items
    return nets


def require_shown(spec: Spec, nets: Mapping[str, Sequence[str]], min_count: int) -> None:
    """Raise WrongOption where results are to be hidden: a net less the items that show is one that does not."""
    if min_count > 1 and (nets or any(question.nets for question in spec.questions)):
        raise WrongOption(
            sentence("a net gives away the items that --min-count hides: leave the nets out, or --min-count.")
        )


def with_nets(sums: Tally, nets: Mapping[str, tuple[str, ...]]) -> Tally:
    """Return the sums with a question more for each net, of one item: those of the spec, and *nets* by their items.

    One of *nets* is that of every question of one answer that holds all of its items. Raises WrongOption for an item
    that no question holds.
    """
    questions = list(sums.questions)
    for question in sums.questions:
        for name, items in question.question.nets.items():
            questions.append(_net(question, name, _places(question, items, name)))
    for name, items in nets.items():
        holders = [each for each in sums.questions if _holds(each, items)]
        if not holders:
            _refuse(name, sums.questions)
        questions += [_net(each, name, _places(each, items, name)) for each in holders]
    return replace(sums, questions=tuple(questions))


def _holds(question: QuestionSums, items: Sequence[str]) -> bool:
    known = {fold(item) for item in question.items}
    return question.question.kind is QuestionKind.SINGLE and all(fold(item) in known for item in items)


def _places(question: QuestionSums, items: Sequence[str], name: str) -> list[int]:
    """Return where the items of a net stand, each once. Raises WrongOption for one that is not there."""
    if not items or not _holds(question, items):
        _refuse(name, [question])
    by_name = {fold(item): place for place, item in enumerate(question.items)}
    return list(dict.fromkeys(by_name[fold(item)] for item in items))


def _refuse(name: str, questions: Sequence[QuestionSums]) -> None:
    """Raise WrongOption, with the items there are."""
    items = dict.fromkeys(
        item
        for question in questions
        if question.question.kind is QuestionKind.SINGLE
        for item in question.items
    )
    raise WrongOption(
        sentence(
            "the net “{name}” joins items that no question of one answer holds together. Items: {items}.",
            name=name,
            items=Listing(tuple(items)[:_NAMED]),
        )
    )


def _net(question: QuestionSums, name: str, places: Sequence[int]) -> QuestionSums:
    joined: Sums = reduce(Sums.plus, [question.chosen[place] for place in places])
    asked = replace(
        question.question,
        indicator=f"{question.question.indicator} ({name})",
        options={
            text: name for text, item in question.question.options.items() if _is_of(item, question, places)
        },
        is_ordered=False,
        nets={},
    )
    return replace(question, question=asked, items=(name,), chosen=(joined,), pairs=None)


def _is_of(item: str, question: QuestionSums, places: Sequence[int]) -> bool:
    return item in [question.items[place] for place in places]
