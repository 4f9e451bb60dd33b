"""Tell the columns that a header was taken to hold and whose words leave a doubt; a project says them once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from phare_cli.files.findings import shown
from phare_cli.nouns.message import Message, sentence
from phare_cli.results.headers.header import Header

_ONE_QUESTION = sentence(
    "{file}: no column says which question a figure answers: all are taken for one, {question}. "
    "--map indicator==TEXT calls it otherwise."
)
_DOUBTFUL = sentence(
    "{file}: the column “{theirs}” is read as {column}. Where it is not, say which is: --map {column}=COLUMN."
)
_MAPPED = "mapped"  # of a notice: the entry of a map that says the same, no word of its sentence


def guesses(header: Header, file: str) -> Iterator[Message]:
    """Yield a notice for each column that a header is taken to hold without its words being sure."""
    for column, place in header.doubtful.items():
        theirs = header.names[place]
        yield Message(
            _DOUBTFUL.text, {"file": file, "theirs": shown(theirs), "column": column, _MAPPED: theirs}
        )
    if header.only_question:
        question = header.only_question
        yield Message(
            _ONE_QUESTION.text,
            {"file": file, "question": shown(question), "column": "indicator", _MAPPED: f"={question}"},
        )


def guessed_columns(notices: Iterable[Message]) -> Mapping[str, str]:
    """Return what a map says of the columns that *notices* tell as guessed."""
    return {
        str(notice.values["column"]): str(notice.values[_MAPPED])
        for notice in notices
        if notice.text in (_DOUBTFUL.text, _ONE_QUESTION.text)
    }
