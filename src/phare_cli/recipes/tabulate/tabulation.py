"""What comes of counting respondents, before any of it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from phare_cli.measuring.bounds import Interval
from phare_cli.nouns.display import print_pretty, show_html, show_markdown
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Table


@dataclass(frozen=True, slots=True)
class Tabulation:
    """Results, as a survey and as a table to write, with the page and the descriptor that explain them.

    *intervals* holds Student's interval of each score, by the key of its estimate; percentages have theirs from
    their effective base.
    """

    survey: Survey
    intervals: Mapping[tuple[str, ...], Interval]
    results: Table
    codebook: Table
    descriptor: Mapping[str, object]
    tests: Table | None = None  # where they were asked for

    _repr_html_ = show_html
    _repr_markdown_ = show_markdown
    _repr_pretty_ = print_pretty
