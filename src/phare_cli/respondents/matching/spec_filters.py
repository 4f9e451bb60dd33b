"""The filters of a spec, of all results and of each question, opened file by file and told of at the end."""

from __future__ import annotations

from dataclasses import dataclass

from phare_cli.files.findings import Findings
from phare_cli.respondents.conditions.condition import Condition, columns_of
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.matching.matching_rows import Filter, MatchingRows
from phare_cli.respondents.spec import Spec


@dataclass(frozen=True, slots=True)
class FileFilters:
    """The filters of a spec over one file: that of *all* results, and that of each question; None for none."""

    all: MatchingRows | None
    questions: tuple[MatchingRows | None, ...]

    def tell(self, findings: Findings) -> None:
        """Add what was wrong in the columns that they look at."""
        for each in filter(None, (self.all, *self.questions)):
            each.tell(findings)


class SpecFilters:
    """The filters of a spec over all files."""

    def __init__(self, spec: Spec) -> None:
        self._missing = spec.missing
        self._all = _filter(spec.where)
        self._questions = [_filter(question.where) for question in spec.questions]

    def over(self, columns: ColumnFinder) -> FileFilters:
        """Return the filters over one file; a column that is not there is told, and its filter left out."""

        def opened(filter: Filter | None) -> MatchingRows | None:
            if filter is None:
                return None
            places = {name: columns.one(name) for name in columns_of(filter.condition)}
            if min(places.values()) < 0:
                return None
            found = {name: columns.numbers(place) for name, place in places.items()}
            return MatchingRows(filter, found, self._missing)

        return FileFilters(opened(self._all), tuple(opened(each) for each in self._questions))

    def tell(self, findings: Findings, files: str) -> None:
        """Add what all *files* together tell of them."""
        for each in filter(None, (self._all, *self._questions)):
            each.tell(findings, files)


def _filter(condition: Condition | None) -> Filter | None:
    return None if condition is None else Filter(condition)
