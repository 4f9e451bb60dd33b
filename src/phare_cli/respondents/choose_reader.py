"""Choose the reader of a question in a file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phare_cli.respondents.answers import Answers
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.header_rows import ColumnNames, code_of
from phare_cli.respondents.option_words import is_other
from phare_cli.respondents.readers import (
    AskedIf,
    Mentions,
    OneAnswer,
    OptionColumns,
    QuestionReader,
    SeveralInCell,
)
from phare_cli.respondents.spec import QuestionKind

_LAST_BRACKET = re.compile(r"\[([^\[\]]*)\]\s*$")
_CODE_BRACKET = re.compile(r"\[([^\[\]]+)\]$")


def make_reader(answers: Answers, columns: ColumnFinder, header: ColumnNames) -> QuestionReader | None:
    """Return the reader of a question, None when its columns are not all there (the problem is told)."""
    question = answers.question
    filters = [(columns.one(name), texts) for name, texts in question.asked.items()]
    places = [place for name in question.columns for place in columns.matching(name)]
    if not places or any(place < 0 for place, _ in filters):
        return None
    asked = AskedIf(filters)
    if question.kind is QuestionKind.MENTIONS:
        return Mentions(answers, asked, [(place, header.names[place]) for place in places])
    if question.kind is QuestionKind.SET:
        places = _without_parent(places, header)
        shared = shared_path([header.names[place] for place in places])
        items = _items(answers, header)
        named = []
        for place in places:
            name = header.names[place]
            item = items.get(place) or option_of(name.removeprefix(shared))
            answers.columns.setdefault(item, name)
            if is_other(name) or is_other(item) or is_other(option_of(header.wordings[place])):
                answers.others.add(name)
            answers.labels.setdefault(name, f"{item} {header.wordings[place]}".strip())
            named.append((place, name, answers.place(item)))
        return OptionColumns(answers, asked, named)
    maker = SeveralInCell if question.kind is QuestionKind.CELL else OneAnswer
    return maker(answers, asked, places[0], header.names[places[0]])


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


def shared_path(names: Sequence[str]) -> str:
    """Return the path that all names share, as KoBoToolbox writes it: ``g/brakes/`` of ``g/brakes/work``."""
    heads = {name.rpartition("/")[0] for name in names}
    return f"{heads.pop()}/" if len(heads) == 1 and heads != {""} else ""


def _without_parent(places: Sequence[int], header: ColumnNames) -> list[int]:
    """Return the columns but the one that holds all answers again: ``q`` beside ``q/a`` and ``q/b``."""
    names = [header.names[place] for place in places]
    return [
        place
        for place, name in zip(places, names, strict=True)
        if not any(other.startswith(f"{name}/") for other in names)
    ]
