"""Turn a Table into text, one module a format, each imported when it is asked for. Nothing here prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look

__all__ = ["DIALECTS", "ENDINGS", "FORMATS", "OFFICE", "Look", "format_of", "render", "render_bytes"]

Renderer = Callable[[Table, Look], str]

DIALECTS = ("standard", "excel-fr")


def _table() -> Renderer:
    from phare_cli.rendering.tables.terminal import render_table

    return render_table


def _markdown() -> Renderer:
    from phare_cli.rendering.tables.markdown import render_markdown

    return render_markdown


def _csv() -> Renderer:
    from phare_cli.rendering.tables.delimited import render_csv

    return render_csv


def _tsv() -> Renderer:
    from phare_cli.rendering.tables.delimited import render_tsv

    return render_tsv


def _json() -> Renderer:
    from phare_cli.rendering.tables.json import render_json

    return render_json


def _html() -> Renderer:
    from phare_cli.rendering.tables.html import render_html

    return render_html


def _latex() -> Renderer:
    from phare_cli.rendering.tables.latex import render_latex

    return render_latex


def _rst() -> Renderer:
    from phare_cli.rendering.tables.rst import render_rst

    return render_rst


def _asciidoc() -> Renderer:
    from phare_cli.rendering.tables.asciidoc import render_asciidoc

    return render_asciidoc


def _mediawiki() -> Renderer:
    from phare_cli.rendering.tables.mediawiki import render_mediawiki

    return render_mediawiki


def _jira() -> Renderer:
    from phare_cli.rendering.tables.jira import render_jira

    return render_jira


def _org() -> Renderer:
    from phare_cli.rendering.tables.org import render_org

    return render_org


def _textile() -> Renderer:
    from phare_cli.rendering.tables.textile import render_textile

    return render_textile


_LOADERS: Mapping[str, Callable[[], Renderer]] = {
    "table": _table,
    "markdown": _markdown,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "html": _html,
    "latex": _latex,
    "rst": _rst,
    "asciidoc": _asciidoc,
    "mediawiki": _mediawiki,
    "jira": _jira,
    "org": _org,
    "textile": _textile,
}
_TYPED_AT = frozenset({"table", "json"})  # what people and programs read where they can type a command
FORMATS: tuple[str, ...] = tuple(_LOADERS)
# What office suites open: files, never text.
OFFICE = ("docx", "odt", "pptx", "xlsx")

# The endings of a file's name that say a format, the usual one first.
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "table": (".txt",),
    "markdown": (".md", ".markdown", ".qmd", ".rmd"),
    "csv": (".csv",),
    "tsv": (".tsv",),
    "json": (".json",),
    "html": (".html", ".htm"),
    "latex": (".tex",),
    "rst": (".rst",),
    "asciidoc": (".adoc", ".asciidoc"),
    "mediawiki": (".wiki", ".mediawiki"),
    "jira": (".jira",),
    "org": (".org",),
    "textile": (".textile",),
    **{format: (f".{format}",) for format in OFFICE},
}


def render(table: Table, format: str, look: Look = Look()) -> str:  # noqa: B008 - a Look is frozen
    """Return *table* in one of FORMATS, as text that ends in one newline. Raises WrongOption for another."""
    if format not in FORMATS:
        from phare_cli.nouns.option_checks import not_one_of  # of use to who mistyped alone

        raise not_one_of("--format", format, FORMATS)
    return _LOADERS[format]()(table if format in _TYPED_AT else _for_readers(table), look)


def render_bytes(table: Table, format: str, look: Look = Look()) -> bytes:  # noqa: B008 - a Look is frozen
    """Return what a file of *format* holds: an office file, else UTF-8 text."""
    if format in OFFICE:
        from phare_cli.rendering.office import render_office_table

        return render_office_table(_for_readers(table), format, look)
    return render(table, format, look).encode("utf-8")


def _for_readers(table: Table) -> Table:
    """Return a table without the notes that say what to type."""
    return table._replace(notes=tuple(note for note in table.notes if note.is_for_readers))


def format_of(path: Path) -> str | None:
    """Return the format that the extension of *path* stands for, those of office files too; None when it says none."""
    ending = path.suffix.lower()
    return next((format for format, endings in ENDINGS.items() if ending in endings), None)
