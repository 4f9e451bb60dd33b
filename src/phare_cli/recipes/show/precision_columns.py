"""The columns that say how precise the figures of a ranking are, where a reader asks for them."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.precision import PrecisionWord, RankedEstimate
from phare_cli.judging.precision_measures import PreciseFigure, precise_figure
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.recipes.show.items_by_groups import group_id, row_key
from phare_cli.wording.precision_legend import of_precision

PRECISION = {
    PrecisionWord.SE: Column("standard_error", sentence("Standard error"), Kind.SPREAD, Show.IF_ANY),
    PrecisionWord.CV: Column(
        "cv", sentence("Coefficient of variation"), Kind.VALUE, Show.IF_ANY, "percent", decimals=1
    ),
    PrecisionWord.MOE: Column("moe", sentence("Margin of error"), Kind.SPREAD, Show.IF_ANY),
    PrecisionWord.DEFF: Column(
        "deff", sentence("Design effect"), Kind.VALUE, Show.IF_ANY, "number", decimals=2
    ),
    PrecisionWord.BASE: Column("effective_base", sentence("Effective base"), Kind.BASE, Show.IF_ANY),
}


# Over each of many columns, where there is room for a short word.
_SHORT = {
    PrecisionWord.SE: sentence("SE"),
    PrecisionWord.CV: sentence("CV"),
    PrecisionWord.MOE: Message("±"),
    PrecisionWord.DEFF: sentence("deff"),
    PrecisionWord.BASE: sentence("eff. base"),
}


def with_precision_beside(
    table: Table, results: Sequence[RankedEstimate], asked: Sequence[str], conf: float
) -> Table:
    """Return a crossing with the columns of precision that are *asked* for beside each column of figures.

    ``moe_mayors`` is that of ``mayors``.
    """
    measures = [PrecisionWord(word) for word in dict.fromkeys(asked)]
    figures = {
        (row_key(result.estimate), group_id(result.estimate)): (result.estimate, _precise(result, conf))
        for result in results
    }
    groups = {group for _, group in figures}
    columns: list[Column] = []
    for column in table.columns:
        columns.append(column)
        if column.name in groups:
            columns += [
                PRECISION[each]._replace(name=f"{PRECISION[each].name}_{column.name}", label=_SHORT[each])
                for each in measures
            ]
    keys = [table.position(name) for name in ("survey", "wave", "region", "indicator", "unit", "item")]
    rows: list[tuple[Cell, ...]] = []
    for row in table.rows:
        key = tuple(str(row[place]) for place in keys)
        cells: list[Cell] = []
        for column, cell in zip(table.columns, row, strict=True):
            cells.append(cell)
            if column.name in groups:
                _, figure = figures.get((key, column.name), (None, PreciseFigure()))
                cells += [figure.measure(each) for each in measures]
        rows.append(tuple(cells))
    legend = of_precision(measures, list(figures.values()), conf)
    return table._replace(columns=tuple(columns), rows=tuple(rows), notes=(*table.notes, *legend))


def with_precision(
    table: Table, results: Sequence[RankedEstimate], asked: Sequence[str], conf: float
) -> Table:
    """Return a table of figures with the columns of precision that are *asked* for, before the flags."""
    measures = [PrecisionWord(word) for word in dict.fromkeys(asked)]
    figures = [(result.estimate, _precise(result, conf)) for result in results]
    added = [tuple(figure.measure(each) for each in measures) for _, figure in figures]
    columns = tuple(PRECISION[each] for each in measures)
    names = [column.name for column in columns]
    legend = of_precision(measures, figures, conf)
    return table._replace(
        columns=(*table.columns[:-1], *columns, table.columns[-1]),
        rows=tuple((*row[:-1], *cells, row[-1]) for row, cells in zip(table.rows, added, strict=True)),
        notes=(*table.notes, *legend),
        people=(*table.people[:-1], *names, table.people[-1]),
    )


def _precise(result: RankedEstimate, conf: float) -> PreciseFigure:
    return PreciseFigure() if result.is_hidden else precise_figure(result.estimate, conf)
