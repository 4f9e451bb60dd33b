"""Nets: items of a question joined under one name, or some less others, counted from the respondents who gave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from types import MappingProxyType

from phare_cli.language.folding import fold
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, sentence
from phare_cli.respondents.engine.counts import Sums
from phare_cli.respondents.engine.number_columns import number
from phare_cli.respondents.engine.number_ranges import NumberRanges
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import Net, QuestionKind, Spec
from phare_cli.respondents.specs.net_keys import net_of
from phare_cli.respondents.tally import Tally

NO_NETS: Mapping[str, Net] = MappingProxyType({})
_NAMED = 8  # items that a sentence names
_POINTS = 100.0  # from nobody giving one of the items to everybody doing so
_OF_ONE_ANSWER = (QuestionKind.SINGLE, QuestionKind.SCORE)


def parse_nets(given: Sequence[str]) -> dict[str, Net]:
    """Return the net of each text of a command line, ``NAME=A,B`` or ``NAME=A,B minus C``, by its name.

    Raises WrongOption.
    """
    return make_nets(text.partition("=")[::2] for text in given)


def make_nets(given: Iterable[tuple[str, str]]) -> dict[str, Net]:
    """Return each net by its name, of names with the texts that list their items. Raises WrongOption."""
    nets: dict[str, Net] = {}
    for name, listed in given:
        net = net_of(listed)
        if not name.strip() or not net.plus:
            raise WrongOption(
                sentence(
                    '--net takes a name and items, "D\'accord=tout à fait,plutôt", not “{text}”.',
                    text=f"{name}={listed}" if listed else name,
                )
            )
        if name.strip() in nets:
            raise WrongOption(sentence("two nets are called “{name}”: name each apart.", name=name.strip()))
        nets[name.strip()] = net
    return nets


def require_shown(spec: Spec, min_count: int) -> None:
    """Raise WrongOption where results are to be hidden, for what is not known to hide them: nets, and numbers.

    A net less the items that show is one that does not, and a total less the others is that of who is hidden.
    """
    if min_count < 2:
        return
    if spec.nets or any(question.nets for question in spec.questions):
        raise WrongOption(
            sentence("a net gives away the items that --min-count hides: leave the nets out, or --min-count.")
        )
    if any(question.kind is QuestionKind.NUMBER for question in spec.questions):
        raise WrongOption(
            sentence(
                "means, totals and medians of numbers may give away who --min-count hides: leave those questions out, "
                "or --min-count."
            )
        )


def with_nets(sums: Tally, nets: Mapping[str, Net]) -> Tally:
    """Return the sums with a question more for each net, of one item: those of the spec, and *nets* by their items.

    One of *nets* is that of every question that holds all of its items. Raises WrongOption for an item that no
    question holds.
    """
    questions = list(sums.questions)
    for question in sums.questions:
        for name, net in question.question.nets.items():
            made = _net(question, name, net)
            if made is None:
                _refuse(name, [question])
            else:
                questions.append(made)
    for name, net in nets.items():
        found = [made for each in sums.questions if (made := _net(each, name, net)) is not None]
        if not found:
            _refuse(name, sums.questions)
        questions += found
    return replace(sums, questions=tuple(questions))


def _net(question: QuestionSums, name: str, net: Net) -> QuestionSums | None:
    """Return the question of a net; None where it does not hold every item."""
    if question.question.kind not in _OF_ONE_ANSWER:
        joined = None if net.minus else question.nets.get(name)
        return None if joined is None else _question(question, name, joined, net.plus)
    plus, minus = _places(question, net.plus), _places(question, net.minus)
    if plus is None or minus is None or set(plus) & set(minus):
        return None
    joined = reduce(Sums.plus, [question.chosen[place] for place in plus])
    items = [question.items[place] for place in plus]
    made = _question(question, name, joined, items)
    if not net.minus:
        return made
    less = reduce(Sums.plus, [question.chosen[place] for place in minus])
    return replace(
        made,
        question=replace(
            made.question,
            kind=QuestionKind.SCORE,
            item=name,
            lowest=-_POINTS,
            highest=_POINTS,
            unit="points",
            options={},
        ),
        items=(repr(_POINTS), repr(-_POINTS)),
        values=(_POINTS, -_POINTS),
        chosen=(joined, less),
    )


def _places(question: QuestionSums, items: Sequence[str]) -> list[int] | None:
    """Return where items stand, each once, ranges of numbers too (``0-6``); None where one of them is not there."""
    by_name = {fold(item): place for place, item in enumerate(question.items)}
    values = question.values or tuple(map(number, question.items))
    found: dict[int, None] = {}
    for item in items:
        if fold(item) in by_name:
            found[by_name[fold(item)]] = None
            continue
        ranges = NumberRanges({item: item, f"{item}-{item}": item})
        here = [place for place, value in enumerate(values) if ranges.name(f"{value:g}") is not None]
        if not here:
            return None
        found |= dict.fromkeys(here)
    return list(found)


def _refuse(name: str, questions: Sequence[QuestionSums]) -> None:
    """Raise WrongOption, with the items there are."""
    items = dict.fromkeys(item for question in questions for item in question.items)
    raise WrongOption(
        sentence(
            "the net “{name}” joins items that no question holds together, or holds on both sides of minus. Items: "
            "{items}.",
            name=name,
            items=Listing(tuple(items)[:_NAMED]),
        )
    )


def _question(question: QuestionSums, name: str, joined: Sums, items: Sequence[str]) -> QuestionSums:
    asked = question.question
    wanted = set(map(fold, items))
    return replace(
        question,
        question=replace(
            asked,
            kind=QuestionKind.SINGLE if asked.kind is QuestionKind.SCORE else asked.kind,
            indicator=f"{asked.indicator} ({name})",
            options={text: name for text, item in asked.options.items() if fold(item) in wanted},
            is_ordered=False,
            nets={},
        ),
        items=(name,),
        values=(),
        chosen=(joined,),
        pairs=None,
        nets={},
    )
