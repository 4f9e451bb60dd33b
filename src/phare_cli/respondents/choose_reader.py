"""Choose the reader of a question in a file."""

from __future__ import annotations

import re

from phare_cli.respondents.answers import Answers
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.header_rows import ColumnNames, code_of
from phare_cli.respondents.readers import AskedIf, OneAnswer, OptionColumns, QuestionReader, SeveralInCell
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
    if question.kind is QuestionKind.SET:
        items = _items(answers, header)
        named = []
        for place in places:
            name = header.names[place]
            item = items.get(place) or option_of(name)
            answers.columns.setdefault(item, name)
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
