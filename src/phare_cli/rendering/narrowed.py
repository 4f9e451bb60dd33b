"""Make a table as narrow as the page of a document, in which its words and figures stay whole.

What is the same in every row is told above it; then a comparison leaves out what its verdicts do without, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.nouns.message import Fill, Listing, sentence
from phare_cli.nouns.table import Column, Show, Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import TextPanel, page_of
from phare_cli.rendering.paper_columns import fits_paper

# What a verdict is read without, the first to be left out first.
_SPARED = ("p_adjusted", "base_needed", "reference_base", "base")
_WHOSE = frozenset({"survey", "wave", "region", "stakeholder", "segment"})


def narrowed(table: Table, look: Look) -> Table:
    """Return *table* with as few changes as make it fit a page, or all of them where none does."""
    for narrower in _narrower(table, look):
        table = narrower
        if all(map(fits_paper, _panels(table, look))):
            break
    return table


def _panels(table: Table, look: Look) -> Sequence[TextPanel]:
    return page_of(table, look).panels


def _narrower(table: Table, look: Look) -> Iterator[Table]:
    """Yield *table* as it is, then narrower and narrower."""
    yield table
    same = {
        column.name
        for place, column in enumerate(table.columns)
        if column.name in _WHOSE and len({row[place] for row in table.rows}) == 1
    }
    table = _shown(table, same, Show.TITLE)
    yield table
    seen = {heading.name for panel in _panels(table, look) for heading in panel.headings}
    shown = {column.name: column for column in table.columns if column.name in seen}
    if "verdict" not in shown:
        return
    left_out: list[Fill] = []
    for name in _SPARED:
        if name in shown:
            left_out.append(shown[name].label)
            said = sentence("Left out for want of room: {names}.", names=Listing(tuple(left_out), last=";"))
            yield _shown(table, set(_SPARED[: _SPARED.index(name) + 1]), Show.NEVER)._replace(
                notes=(*table.notes, said)
            )


def _shown(table: Table, names: set[str], show: Show) -> Table:
    def changed(column: Column) -> Column:
        is_seen = column.show not in (Show.NEVER, Show.TITLE)
        return column._replace(show=show) if column.name in names and is_seen else column

    return table._replace(columns=tuple(map(changed, table.columns)))
