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
from phare_cli.respondents.question_sums import Joined, QuestionSums
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
    """Raise WrongOption where results are to be hidden, for numbers: a large one tells of itself."""
    if min_count > 1 and any(question.kind is QuestionKind.NUMBER for question in spec.questions):
        raise WrongOption(
            sentence(
                "--min-count hides counts, and no numbers: one large number shows in a mean or a total however many "
                "gave one, and the lowest, the highest and a quantile are answers of one respondent. Count them by "
                "ranges (options such as “0-9” in a spec), or leave them out, or --min-count."
            )
        )


def require_shown_nets(sums: Tally, min_count: int) -> None:
    """Raise WrongOption where results are to be hidden, for nets that are no sums of counts which show.

    That of several answers is a count of its own, that of scores a sum of counts that no result holds.
    """
    kinds = [sums.questions[each.joins.question].question.kind for each in sums.questions if each.joins]
    if min_count > 1 and any(kind is not QuestionKind.SINGLE for kind in kinds):
        raise WrongOption(
            sentence(
                "a net of scores or of several answers gives away what --min-count hides: leave such nets out, or "
                "--min-count; those of single answers may stay."
            )
        )


def with_nets(sums: Tally, nets: Mapping[str, Net]) -> Tally:
    """Return the sums with a question more for each net, of one item: those of the spec, and *nets* by their items.

    One of *nets* is that of every question that holds all of its items. Raises WrongOption for an item that no
    question holds.
    """
    questions = list(sums.questions)
    for place, question in enumerate(sums.questions):
        for name, net in question.question.nets.items():
            made = _net(question, name, net, place)
            if made is None:
                _refuse(name, [question])
            else:
                questions.append(made)
    for name, net in nets.items():
        tried = (_net(each, name, net, place) for place, each in enumerate(sums.questions))
        found = [made for made in tried if made is not None]
        if not found:
            _refuse(name, sums.questions)
        questions += found
    return replace(sums, questions=tuple(questions))


def _net(question: QuestionSums, name: str, net: Net, place: int) -> QuestionSums | None:
    """Return the question of a net of the question at *place*; None where it does not hold every item."""
    if question.question.kind not in _OF_ONE_ANSWER:
        joined = None if net.minus else question.nets.get(name)
        if joined is None:
            return None
        _require_own_name(question, name, net)
        return replace(_question(question, name, joined, net.plus), joins=Joined(place, ()))
    plus, minus = _places(question, net.plus), _places(question, net.minus)
    if plus is None or minus is None or set(plus) & set(minus):
        return None
    _require_own_name(question, name, net)
    joined = reduce(Sums.plus, [question.chosen[place] for place in plus])
    items = [question.items[place] for place in plus]
    made = replace(_question(question, name, joined, items), joins=Joined(place, (*plus, *minus)))
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


def _require_own_name(question: QuestionSums, name: str, net: Net) -> None:
    """Raise WrongOption for a net that is called as an answer of its question, and is not that answer alone."""
    if fold(name) in map(fold, _names(question)) and ({*map(fold, net.plus)} != {fold(name)} or net.minus):
        raise WrongOption(
            sentence(
                "the net “{name}” is called as an answer of “{indicator}”, and joins others: give it a name of its "
                "own.",
                name=name,
                indicator=question.question.indicator,
            )
        )


def _names(question: QuestionSums) -> Sequence[str]:
    """Return the items of a question, those of a score as numbers are written: 9, not 9.0."""
    return tuple(f"{value:g}" for value in question.values) or question.items


def _refuse(name: str, questions: Sequence[QuestionSums]) -> None:
    """Raise WrongOption, with the items there are."""
    items = dict.fromkeys(item for question in questions for item in _names(question))
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
