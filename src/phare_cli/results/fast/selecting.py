"""Read of large files the figures that a reader asked for by name, when these alone tell what the names mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from phare_cli.nouns.survey import Survey
from phare_cli.results import Rules, inspect, read
from phare_cli.results.row_filter import RowFilter


def read_wanted(
    *files: str | Path | BinaryIO, rules: Rules, names: Mapping[str, Sequence[str]]
) -> Survey | None:
    """Return the survey of the rows that *names* mean, by column, as the whole survey has them.

    None when the names can only be understood beside all those that the data hold. Every row is checked for its
    structure; only those asked for are checked for what they say. Raises InvalidData, UnreadableInput.
    """
    row_filter = RowFilter(names)
    survey = read(*files, rules=rules.for_rows(row_filter))
    if not row_filter.settles(survey.estimates):
        return None
    if survey.rates and row_filter.names.keys() != {"indicator"}:
        # An indicator with one item a group here may have several elsewhere, and is a ranking then.
        for file in files:
            if not isinstance(file, str | Path):
                file.seek(0)
        alike = RowFilter({"indicator": tuple(survey.rates)})
        elsewhere = inspect(*files, rules=rules.for_rows(alike)).survey
        survey = survey.but(rates=survey.rates & elsewhere.rates)
    return survey
