"""Choose the reader of a question in a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from phare_cli.respondents.answers import Answers
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.header_rows import ColumnNames, code_of
from phare_cli.respondents.matching.matching_rows import MatchingRows
from phare_cli.respondents.matching.number_cells import NumberCells
from phare_cli.respondents.numbers.number_question import NumberQuestion
from phare_cli.respondents.option_words import is_other, options_of_texts
from phare_cli.respondents.readers import (
    AskedIf,
    Mentions,
    OneAnswer,
    OptionColumns,
    QuestionReader,
    SeveralInCell,
)
from phare_cli.respondents.separators import Parting
from phare_cli.respondents.spec import Question, QuestionKind

FileReader = QuestionReader | NumberQuestion
_LAST_BRACKET = re.compile(r"\[([^\[\]]*)\]\s*$")
_OPTION = " - "  # between a question and its option
_QUESTION_END = re.compile(r"(?: [-–—|]|[\u00a0\u202f ]?[:?])[\u00a0\u202f ]+")
_CODE_BRACKET = re.compile(r"\[([^\[\]]+)\]$")


def make_reader(
    answers: Answers, columns: ColumnFinder, header: ColumnNames, matching: MatchingRows | None = None
) -> FileReader | None:
    """Return the reader of a question, None when its columns are not all there (the problem is told).

    *matching* are those whom its results are about.
    """
    question = _declared(answers, columns, header)
    filters = [(columns.one(name), texts) for name, texts in question.asked.items()]
    places = [place for name in question.columns for place in columns.matching(name)]
    if not places or any(place < 0 for place, _ in filters):
        return None
    asked = AskedIf(filters, columns.labels, matching)
    if question.kind is QuestionKind.CELL and places[0] in columns.facts.lists:
        answers.is_listed, answers.sense = True, Parting("\n")
    elif lists := [place for place in places if place in columns.facts.lists]:
        columns.tell_list(lists[0])
        return None
    if question.kind is QuestionKind.MENTIONS:
        named = [(place, header.called(place)) for place in places]
        return Mentions(answers, asked, named, columns.labels)
    if question.kind is QuestionKind.SET:
        below = columns_below([header.names[place] for place in places])
        places = [place for place in places if not below[header.names[place]]]
        shared = shared_path([header.names[place] for place in places])
        items = _items(answers, header)
        texts = _texts(places, header)
        labels = _labels([place for place in places if place not in texts], header)
        answers.labelled |= set(labels.values())
        options = []
        for place in places:
            name, of = header.called(place), texts.get(place, place)
            item = items.get(place) or items.get(of) or labels.get(of)
            item = item or option_of(header.called(of).removeprefix(shared))
            answers.columns.setdefault(item, name)
            if of != place or any(map(is_other, (name, item, option_of(header.wordings[place])))):
                answers.others.add(name)
            answers.labels.setdefault(name, f"{item} {header.wordings[place]}".strip())
            counted = columns.facts.counted(place)
            if counted is not None and not (question.selected or question.not_selected):
                answers.counted[name] = counted
            options.append((place, name, answers.place(item)))
        return OptionColumns(answers, asked, options, columns.labels)
    if question.kind is QuestionKind.NUMBER:
        per = columns.one(question.per) if question.per else None
        if per is not None and per < 0:
            return None
        divisors = None if per is None else NumberCells(columns.numbers(per), answers.missing)
        return NumberQuestion(
            answers, asked, NumberCells(columns.numbers(places[0]), answers.missing), divisors
        )
    maker = SeveralInCell if question.kind is QuestionKind.CELL else OneAnswer
    return maker(answers, asked, places[0], header.called(places[0]), columns.labels(places[0]))


def _declared(answers: Answers, columns: ColumnFinder, header: ColumnNames) -> Question:
    """Return the question; one that names a set which the file declares asks its columns from now on."""
    question = answers.question
    found = columns.declared_set(question.columns[0]) if question.kind is QuestionKind.CELL else None
    if found is None:
        return question
    names = tuple(header.names[place] for place in found.places)
    kind = QuestionKind.MENTIONS if found.counted is None else QuestionKind.SET
    labels = _labels(found.places, header) if kind is QuestionKind.SET else {}
    options = {header.names[place]: label for place, label in labels.items()}
    answers.ask(
        replace(question, kind=kind, columns=names, separator="", options=question.options or options)
    )
    return answers.question


def _texts(places: Sequence[int], header: ColumnNames) -> dict[int, int]:
    """Return the column of the option that each column of what people wrote beside it belongs to: it says the same."""
    place_by_code = {code_of(header.names[place]): place for place in places}
    of_texts = options_of_texts(place_by_code.keys())
    return {place_by_code[text]: place_by_code[option] for text, option in of_texts.items()}


def _labels(places: Sequence[int], header: ColumnNames) -> dict[int, str]:
    """Return what the labels of columns say of their options; none where one has none, or two have the same."""
    labels = dict(zip(places, option_labels([header.wordings[place] for place in places]), strict=True))
    return labels if all(labels.values()) and len(set(labels.values())) == len(places) else {}


def _items(answers: Answers, header: ColumnNames) -> dict[int, str]:
    """Return the item of each column of a SET, where the spec tells it."""
    return {place: item for name, item in answers.question.options.items() for place in header.find(name)}


def option_of(name: str) -> str:
    """Return what a column name says of its option.

    >>> option_of("Q3[SQ001]"), option_of("Q3[1]. Who helps? [The town]"), option_of("Sources [Press]")
    ('SQ001', 'The town', 'Press')
    """
    label = _LAST_BRACKET.search(name)
    if label and label[1].strip():
        return label[1].strip()
    code = _CODE_BRACKET.search(code_of(name))
    return code[1] if code else name


def option_labels(wordings: Sequence[str]) -> list[str]:
    """Return what the labels of columns say of their options, without the question that programs write in each.

    >>> option_labels(["Which? - Selected Choice - Press", "Which? - Selected Choice - Radio"])
    ['Press', 'Radio']
    >>> option_labels(["Your fears: work", "Your fears: wages"]), option_labels(["Why? [Bus: late]", "Why? [Bus: far]"])
    (['work', 'wages'], ['Bus: late', 'Bus: far'])
    """
    pieces = [option_of(wording).split(_OPTION) for wording in wordings]
    while len(pieces) > 1 and min(map(len, pieces)) > 1 and len({label[0] for label in pieces}) == 1:
        pieces = [label[1:] for label in pieces]
    labels = list(map(_OPTION.join, pieces))
    question = shared_question(wordings)
    if question and labels == list(wordings):
        return [label.removeprefix(question) for label in labels]
    return labels


def shared_question(wordings: Sequence[str]) -> str:
    """Return the question that all labels begin with, up to their options, as far as a sign parts them; else "".

    >>> shared_question(["Vos craintes : l'emploi", "Vos craintes : les prix"]), shared_question(["L'emploi", "L'eau"])
    ('Vos craintes : ', '')
    """
    if len(wordings) < 2:
        return ""
    first, last = min(wordings), max(wordings)  # what these share, all between them do
    shared = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), 0)
    ends = [found.end() for found in _QUESTION_END.finditer(first, 0, shared)]
    return first[: ends[-1]] if ends else ""


def shared_path(names: Sequence[str]) -> str:
    """Return the path that all names share, as KoBoToolbox writes it: ``g/brakes/`` of ``g/brakes/work``."""
    heads = {name.rpartition("/")[0] for name in names}
    return f"{heads.pop()}/" if len(heads) == 1 and heads != {""} else ""


def columns_below(names: Iterable[str]) -> Counter[str]:
    """Return how many columns stand below each path: ``q``, beside ``q/a`` and ``q/b``, holds all their answers again.

    >>> columns_below(["q", "q/a", "q/b"])["q"]
    2
    """
    return Counter(name[: slash.start()] for name in names for slash in re.finditer("/", name))
