"""Find the short name of each question beside its wording, where results hold both in columns of their own."""

from __future__ import annotations

from pathlib import Path

from phare_cli.language.compound_names import compound_name
from phare_cli.nouns.errors import PhareError, SystemRefusal
from phare_cli.nouns.survey import Survey
from phare_cli.results import Rules, read
from phare_cli.results.headers.likely_columns import is_bare_topic
from phare_cli.results.table_reader import columns_left_out


def by_topic(survey: Survey, path: Path) -> tuple[Survey, str]:
    """Return the survey with its questions by their short names, and the column of these; as it is where none has any.

    A heading of several questions is the name of none: a topic is one where every question has its own.
    """
    for column in filter(is_bare_topic, columns_left_out(survey.notices)):
        try:
            named = read(path, rules=Rules(map={"indicator": column}))
        except SystemRefusal:
            raise
        except PhareError:
            continue
        if _names_each(named, survey):
            return named, column
    return survey, ""


def _names_each(named: Survey, worded: Survey) -> bool:
    pairs = {(asked, wording) for asked, wording in _questions(named) if wording}
    wordings = {wording for _, wording in pairs}
    asked = {asked for asked, _ in _questions(named)}
    is_each = len(pairs) == len(wordings) == len(asked) == len({asked for asked, _ in _questions(worded)})
    return is_each and len(named.estimates) == len(worded.estimates)


def _questions(survey: Survey) -> set[tuple[str, str]]:
    """Return the questions of a survey, by name and wording; a net is none of its own."""
    names = survey.names("indicator")
    made = {name: compound_name(name, names) for name in names}
    return {
        (each.indicator if (whole := made[each.indicator]) is None else whole.question, each.question)
        for each in survey.estimates
    }
