"""The steps of a whole as a chart of an office suite stacks them: a bar a group, a series a step."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.rendering.office.native_chart import NativeChart, Series
from phare_cli.rendering.office.sheets.sheet_part import column_name
from phare_cli.rendering.office.sheets.typed_panels import TypedColumn, signed

MOST = 40  # bars of a chart


def groups_of(columns: Sequence[TypedColumn]) -> list[list[int]]:
    """Return the rows of each group of *columns*; none where no column names steps, or none groups.

    A group is what the texts before the first number say, but for the steps; each has as many rows as another.
    """
    names = group_columns(columns)
    if not names or not any(column.is_step for column in columns):
        return []
    rows: dict[tuple[object, ...], list[int]] = {}
    for row in range(len(columns[0].cells)):
        rows.setdefault(tuple(column.cells[row].value for column in names), []).append(row)
    groups = list(rows.values())
    steps = next(column for column in columns if column.is_step)
    of_first = [steps.cells[row].value for row in groups[0]] if groups else []
    return groups if all([steps.cells[row].value for row in rows] == of_first for rows in groups) else []


def group_columns(columns: Sequence[TypedColumn]) -> list[TypedColumn]:
    """Return the columns that name a group: the texts before the first number, but for the steps."""
    leading = next((place for place, column in enumerate(columns) if column.is_numeric), 0)
    return [column for column in columns[:leading] if not column.is_step]


def shares_by_group(columns: Sequence[TypedColumn]) -> tuple[TypedColumn, ...] | None:
    """Return the figures of *columns* with a row a group and a column a step; None where there are no steps."""
    groups = groups_of(columns)
    if not groups:
        return None
    steps = next(column for column in columns if column.is_step)
    figures = next(column for column in columns if column.is_figure)
    names = [
        column._replace(cells=tuple(column.cells[rows[0]] for rows in groups))
        for column in group_columns(columns)
    ]
    shares = [
        TypedColumn(
            str(steps.cells[row].value or ""),
            tuple(figures.cells[rows[place]] for rows in groups),
            is_numeric=True,
            is_figure=True,
            unit=figures.unit,
            is_share=True,
            color=steps.cells[row].color,
        )
        for place, row in enumerate(groups[0])
    ]
    return (*names, *shares)


def stacked_chart(
    sheet: str, title: str, columns: Sequence[TypedColumn], head: int, language: str
) -> NativeChart | None:
    """Return the steps in *columns* stacked, from the cells where they stand on *sheet* below the row *head*.

    None where no column names steps, and where there are more groups than a chart has room for.
    """
    groups = groups_of(columns)
    if not 1 <= len(groups) <= MOST:
        return None
    places = {id(column): place for place, column in enumerate(columns)}
    steps = next(column for column in columns if column.is_step)
    figures = next(column for column in columns if column.is_figure)
    shown = next((cell.shown for cell in figures.cells if cell.value is not None), "")
    names = group_columns(columns)

    def cells(of_columns: Sequence[TypedColumn], rows: Sequence[int]) -> str:
        across = dict.fromkeys(column_name(places[id(column)]) for column in (of_columns[0], of_columns[-1]))
        each = [":".join(f"${letter}${head + 1 + row}" for letter in across) for row in rows]
        named = [f"'{sheet}'!{cell}" for cell in each]
        return named[0] if len(named) == 1 else f"({','.join(named)})"

    firsts = [rows[0] for rows in groups]
    return NativeChart(
        title=title,
        levels=tuple(tuple(str(column.cells[row].value or "") for row in firsts) for column in names),
        label_cells=cells(names, firsts),
        series=tuple(
            Series(
                str(steps.cells[row].value or ""),
                cells([steps], [row]),
                cells([figures], [rows[place] for rows in groups]),
                tuple(
                    value if isinstance(value := figures.cells[rows[place]].value, int | float) else None
                    for rows in groups
                ),
                steps.cells[row].color,
                signs=tuple(
                    signed(shown, sign) if (sign := figures.cells[rows[place]].sign) else ""
                    for rows in groups
                ),
            )
            for place, row in enumerate(groups[0])
        ),
        unit=figures.unit,
        shown=shown,
        language=language,
        is_stacked=True,
    )
