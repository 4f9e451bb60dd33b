"""Whether the answers to each question differ between the parts of each group: a test a table, by the design."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.measuring.gaps.rao_scott import TableTest, rao_scott
from phare_cli.measuring.several import holm
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.recipes.subject_columns import CONTEXT, INDICATOR, ITEM
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.variances.drawn_sample import DrawnSample
from phare_cli.recipes.tabulate.variances.linear import Moments, mean
from phare_cli.recipes.tabulate.variances.spread import Spread
from phare_cli.respondents.engine.counts import Sums
from phare_cli.respondents.engine.labels import Codes, Numbers
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import QuestionKind, Spec
from phare_cli.respondents.tally import Tally

_METHOD = sentence(
    "Test of each table: chi-square of Rao and Scott, second order, as an F test, by the weights and the design."
)
_ADJUSTED = sentence("Adjusted p: by Holm's method over all tables of this page.")
_UNTESTED = sentence(
    "No p value: fewer than two answers or two parts were given, too many cells of the table are empty, or the design "
    "leaves nothing to test."
)
_FEW = sentence(
    "Few in a cell: were the parts alike, over a fifth of the cells of the table would hold under five effective "
    "respondents, or one under one: its p value is not to be relied upon. Join answers or parts."
)
_SUPPOSED = sentence("A difference that is not established does not say that the parts are alike.")


class TableRow(NamedTuple):
    """A row of a table: its moments by portion, and by portion its sums of each replicate, None without any."""

    moments: Moments
    replicates: Numbers | None

    @classmethod
    def of(cls, sums: Sums, places: Codes) -> TableRow:
        """Return the row of those who were counted, over some portions."""
        replicates = None if sums.replicates is None else sums.replicates[places]
        return cls(Moments.of(sums, places), replicates)

    def without(self, other: TableRow) -> TableRow:
        """Return the row of those who are in no *other*, which is part of this one."""
        mine, theirs = self.moments, other.moments
        left = Moments(mine.wy - theirs.wy, mine.wwy - theirs.wwy, mine.wwyy - theirs.wwyy)
        if self.replicates is None or other.replicates is None:
            return TableRow(left, None)
        return TableRow(left, self.replicates - other.replicates)


class TestedTable(NamedTuple):
    """A question, or one answer of several, by the parts of a group: how many were asked, and the test."""

    domain: Domain
    breakdown: str
    indicator: str
    item: str  # of several answers, the one that was given or not
    people: int
    test: TableTest | None


def require_parts(spec: Spec, min_count: int) -> None:
    """Raise WrongOption where no group is parted, or where results are to be hidden."""
    if not spec.place("segment").column:
        raise WrongOption(sentence("--tests compares the parts of groups: say them with --segment COLUMN."))
    if min_count > 1:
        raise WrongOption(
            sentence("a test gives away what --min-count hides: leave --tests out, or --min-count.")
        )


def tested_tables(
    sums: Tally, populations: Sequence[Domain], sample: DrawnSample, spec: Spec
) -> Iterator[TestedTable]:
    """Yield the test of each question in each whole group; of several answers, one for each of them."""
    parts = np.array([cell.segment for cell in sums.cells], dtype=object)
    breakdown = spec.place("segment").column
    for domain in populations:
        if domain.segment:
            continue
        places = sample.places(domain)
        of_places = parts[places if sample.units is None else sample.units.cells[places]]
        parted = domain.cells[parts[domain.cells] != ""]
        for question in sums.questions:
            if question.question.kind is QuestionKind.SCORE:
                continue
            asked = question.chosen if _is_whole(question) else (question.base,)
            people = sum(int(each.counts[parted].sum()) for each in asked)
            if not people:
                continue
            for item, rows in _rows(question, places):
                test = _test(domain, rows, of_places, sample, people)
                yield TestedTable(domain, breakdown, question.question.indicator, item, people, test)


def _is_whole(question: QuestionSums) -> bool:
    """Tell whether the answers of a question are one table: each respondent gave one, and a net is not all of them."""
    return question.question.kind is QuestionKind.SINGLE and len(question.chosen) > 1


def _rows(question: QuestionSums, places: Codes) -> Iterator[tuple[str, list[TableRow]]]:
    """Yield the rows of each table of a question: its answers, or one that goes with others, and its absence."""
    chosen = [TableRow.of(sums, places) for sums in question.chosen]
    if _is_whole(question):
        yield "", chosen
        return
    base = TableRow.of(question.base, places)
    for item, given in zip(question.items, chosen, strict=True):
        yield item, [given, base.without(given)]


def _test(
    domain: Domain, rows: Sequence[TableRow], parts: NDArray[np.object_], sample: DrawnSample, people: int
) -> TableTest | None:
    """Return the test of a table whose columns are the *parts* that its portions stand in; "" is none of them."""
    names = [
        name
        for name in sorted(set(parts))
        if name and any(each.moments.wy[parts == name].any() for each in rows)
    ]
    kept = [each for each in rows if each.moments.wy[parts != ""].any()]
    if len(kept) < 2 or len(names) < 2:
        return None
    columns = [parts == name for name in names]
    weights = np.array([[each.moments.wy[column].sum() for column in columns] for each in kept])
    inside = np.isin(parts, names)
    base = _weighed(kept, np.where(inside, 1.0, 0.0)[np.newaxis].repeat(len(kept), axis=0))

    def spread(numbers: Sequence[float]) -> Spread:
        """Return the spread of the sum of cells, each share times a number."""
        of_cells = np.reshape(np.array(numbers), weights.shape)
        of_portions = sum(of_cells[:, [place]] * column[np.newaxis] for place, column in enumerate(columns))
        return sample.spread(domain, mean(_weighed(kept, np.asarray(of_portions)), base))

    degrees = spread([0.0] * weights.size).degrees
    shares = (weights / weights.sum()).tolist()
    return rao_scott(shares, people, degrees, lambda numbers: spread(numbers).variance)


def _weighed(rows: Sequence[TableRow], numbers: NDArray[np.float64]) -> Moments:
    """Return the moments of all rows together, a respondent of a row having its number in their portion."""
    pairs = list(zip(rows, numbers, strict=True))
    replicates = [number @ each.replicates for each, number in pairs if each.replicates is not None]
    return Moments(
        np.sum([number * each.moments.wy for each, number in pairs], axis=0),
        np.sum([number * each.moments.wwy for each, number in pairs], axis=0),
        np.sum([number * number * each.moments.wwyy for each, number in pairs], axis=0),
        np.sum(replicates, axis=0) if replicates else None,
    )


def tests_table(tested: Sequence[TestedTable], spec: Spec) -> Table:
    """Return a row a table: how many were asked, the test, and what may be concluded at 95% confidence."""
    found = iter(holm([each.test.p_value for each in tested if each.test is not None]))
    adjusted = [None if each.test is None else next(found) for each in tested]
    rows = tuple(_row(each, p, spec) for each, p in zip(tested, adjusted, strict=True))
    return Table(
        command="tabulate",
        title=sentence("Do the answers differ between the parts of a group?"),
        columns=(
            *CONTEXT,
            Column("stakeholder", sentence("Group"), Kind.NAME),
            Column("breakdown", sentence("Parted by")),
            INDICATOR._replace(show=Show.ALWAYS),
            ITEM._replace(show=Show.IF_ANY),
            Column("base", sentence("Base"), Kind.BASE),
            Column("f", sentence("F"), Kind.VALUE, unit="number", decimals=2),
            Column("first", sentence("First degrees of freedom"), Kind.NUMBER, Show.NEVER),
            Column("second", sentence("Second degrees of freedom"), Kind.NUMBER, Show.NEVER),
            Column("p_value", sentence("p value"), Kind.PROBABILITY),
            Column("p_adjusted", sentence("Adjusted p"), Kind.PROBABILITY),
            Column("flag", sentence("Flag"), Kind.WORD, Show.IF_ANY),
        ),
        rows=rows,
        notes=(
            _METHOD,
            _ADJUSTED,
            *([_UNTESTED] if any(each.test is None for each in tested) else ()),
            *([_FEW] if any(each.test is not None and each.test.has_few for each in tested) else ()),
            _SUPPOSED,
        ),
    )


def _row(tested: TestedTable, adjusted: float | None, spec: Spec) -> tuple[Cell, ...]:
    domain, test = tested.domain, tested.test
    where = (spec.survey, domain.wave, domain.region, domain.stakeholder, tested.breakdown)
    of_test = (None,) * 4 if test is None else (test.f, test.first, test.second, test.p_value)
    flag = "few_in_a_cell" if test is not None and test.has_few else None
    return (*where, tested.indicator, tested.item, tested.people, *of_test, adjusted, flag)
