"""Tell of the questions of a survey that are called like phare's."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.nouns.message import Message
from phare_cli.nouns.survey import Survey
from phare_cli.results.namesakes import namesake_notes


def like_shipped(survey: Survey) -> Iterator[Message]:
    """Yield what is to know of questions of the data that are called like phare's."""
    answers: dict[str, list[str]] = {}
    for id, item in survey.counts("indicator", "item"):
        answers.setdefault(survey.spelled.get(("indicator", id), id), []).append(item)
    return namesake_notes(answers)
