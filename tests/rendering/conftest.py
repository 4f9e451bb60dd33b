"""Tables made by hand, the hostile cells, and what reads each format back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from phare_cli.nouns.message import sentence, verbatim
from phare_cli.nouns.table import Cell, Column, Kind, Show, Source, Table

HOSTILE = (
    "a|b", "a\\|b", "C:\\", "x\ny", "x\ry", "x\r\ny", "<script>", "R&D", "AT&amp;T", "*p*<0,05", "_y_", "~57~",
    "$7$", "m^2^", "@insee", "[^1]", "`x|y`", "# titre", "- 12", "https://x.fr/a_b", "<!-- /phare -->",
    "{{< include >}}", "1. x", "(a) b", "ii) x", "#. x", "+ y", "-", "+", "> q", ": def", "Table: x", "% t",
    "--- a ---", "...", "a...b", "***", "___", "~~~", "```", "`", "``a`", "a`b", "\\", "\\\\", "|", "||", "a_b_c",
    "a__b__c", "__a__", "_", "a_", "_a", "https://x.fr/_a_*b*", "www.a.fr/a|b", "http://x.fr?a=1&b=2&lt;", "a@b.fr",
    "x@insee @y", ":smile: 12:30:45 :+1:", "{{ x }}", "{% raw %}", "{#id}", "![a](b)", "[a](b)", "<http://a.b>",
    "&#35;", "&copy;", "\\begin{x}", "\\[n=12\\]", "[n=12]", "H~2~O", "^a^ b^", "^[note]", "a -- b", "\u00a057",
    "57\u00a0%", "1\u202f234,5", "<b", "</b>", "<?php", "a < b > c", "&", "&&amp;", "*", "2 * 3", "1\\.", "(@) x",
    "(@foo) x", "::: x", "'", '"', "'a'", "l'", "l’eau", "$", "5$ 6$", "~", "a~~b~~c", "^", "[ref]: http://x",
    "*[HTML]: x", "term\n: def", "A. Smith", "| a | b |", "-|-", "😀 ok", "日本", "e\u0301", "  x  y ", "", "NA",
    "01", "2A", "0612345678", "12345678901234", "None", "null", "TRUE", "1e5", "=1+1", "--help", "/V x", ".. x::",
    ":x: y", "NOTE: x", "x:: y", "x;; y", "(C) (TM) ->", "((x))", "<<x>>", "{empty}", "// x", "==== x", "word_ `a`_",
    "::", "a::", "a ''b'' ,,c,, ``d``", "?`!`", "é_è",
)  # fmt: skip


@pytest.fixture(scope="session")
def hostile() -> tuple[str, ...]:
    """Cells that mean something to one reader or another of a table."""
    return HOSTILE


@pytest.fixture(scope="session")
def texts() -> Callable[[Sequence[str]], Table]:
    """Make a table that holds each text as a header, a label, a note and a source."""

    def make(cells: Sequence[str]) -> Table:
        columns = (
            Column("label", verbatim("label")),
            Column("number", verbatim("number"), Kind.NUMBER),
            *(Column(f"column{place}", verbatim(cell)) for place, cell in enumerate(cells[:12])),
        )
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (cell, place, *cells[:12]) for place, cell in enumerate(cells)
        )
        return Table("show", verbatim("Title"), columns, rows, notes=tuple(map(verbatim, cells)))

    return make


@pytest.fixture(scope="session")
def ranking() -> Table:
    """Two groups ranked in one region: a figure absent, a rank shared, a base of more than a thousand."""
    columns = (
        Column("survey", sentence("Survey"), show=Show.NEVER),
        Column("region", sentence("Region"), Kind.NAME, Show.TITLE),
        Column("indicator", sentence("Indicator"), Kind.NAME, Show.TITLE),
        Column("unit", sentence("Unit"), show=Show.TITLE),
        Column("stakeholder", sentence("Group"), Kind.NAME, once=True),
        Column("segment", sentence("Segment"), Kind.NAME, Show.IF_ANY),
        Column("rank", sentence("Rank"), Kind.RANK),
        Column("item", sentence("Item"), Kind.NAME),
        Column("value", sentence("Value"), Kind.VALUE, bar=True),
        Column("base", sentence("Base"), Kind.BASE, Show.IF_ANY),
    )

    def row(
        group: str, rank: int | None, item: str, value: float | None, base: float | None
    ) -> tuple[Cell, ...]:
        return ("PHARE", "France", "fragilities", "percent", group, "", rank, item, value, base)

    rows = (
        row("citizens", 1, "employment", 66.5, 1234.0),
        row("citizens", 2, "education", 2.5, 1234.0),
        row("citizens", None, "mobility", None, None),
        row("mayors", 1, "employment", 100.0, None),
    )
    return Table(
        "show",
        sentence("Results by stakeholder group"),
        columns,
        rows,
        notes=(sentence("Universe: not published."),),
        sources=(Source("PHARE 2024, p. 12", "https://x.fr/a_b"),),
    )
