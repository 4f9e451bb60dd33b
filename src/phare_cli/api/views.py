"""Show answers in notebooks, in IPython and in Quarto as the command line writes them, in the reader's language.

That is the language of ``PHARE_LANG``, else of the locale; it is looked for each time.
"""

from __future__ import annotations

import os

from phare_cli.api.in_words import in_words_of_survey, told_in
from phare_cli.language.catalogue import of_environment
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.display import as_html, as_markdown, as_svg, as_text
from phare_cli.nouns.document import Document
from phare_cli.nouns.drawable import Drawable
from phare_cli.nouns.remark import Verification
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Table
from phare_cli.recipes.overview import overview
from phare_cli.recipes.tabulate.tabulation import Tabulation
from phare_cli.rendering import Look, render
from phare_cli.rendering.claims import render_claims
from phare_cli.rendering.pages.formats import render_document


def _look() -> Look:
    return Look(language=of_environment(os.environ))


def _page(document: Document, format: str) -> str:
    with told_in(document):
        page = render_document(document, format, _look())
    return page if isinstance(page, str) else page.decode("utf-8")


def _table(table: Table, format: str) -> str:
    with told_in(table):
        return render(table, format, _look())


def _claims(verification: Verification, format: str) -> str:
    with told_in(verification):
        return render_claims(verification, format, _look())


@as_html.register
def _(table: Table) -> str:
    return _table(table, "html")


@as_markdown.register
def _(table: Table) -> str:
    return _table(table, "markdown")


@as_text.register
def _(table: Table) -> str:
    return _table(table, "table")


@as_html.register
def _(survey: Survey) -> str:
    return _table(in_words_of_survey(overview)(survey), "html")


@as_markdown.register
def _(survey: Survey) -> str:
    return _table(in_words_of_survey(overview)(survey), "markdown")


@as_text.register
def _(survey: Survey) -> str:
    return _table(in_words_of_survey(overview)(survey), "table")


@as_html.register
def _(document: Document) -> str:
    return _page(document, "html")


@as_markdown.register
def _(document: Document) -> str:
    return _page(document, "markdown")


@as_text.register
def _(document: Document) -> str:
    return _page(document, "table")


@as_html.register
def _(verification: Verification) -> str:
    return _claims(verification, "html")


@as_markdown.register
def _(verification: Verification) -> str:
    return _claims(verification, "markdown")


@as_text.register
def _(verification: Verification) -> str:
    return _claims(verification, "table")


@as_html.register
def _(tabulation: Tabulation) -> str:
    return _table(tabulation.results, "html")


@as_markdown.register
def _(tabulation: Tabulation) -> str:
    return _table(tabulation.results, "markdown")


@as_text.register
def _(tabulation: Tabulation) -> str:
    return _table(tabulation.results, "table")


@as_svg.register(Drawable)
def _(chart: Drawable) -> str:
    from phare_cli.drawing import draw  # of use to who draws

    with told_in(chart):
        return draw(chart, "svg", Typesetter(_look().language)).decode("utf-8")


@as_text.register(Drawable)
def _(chart: Drawable) -> str:
    from phare_cli.rendering.screen import render_picture

    with told_in(chart):
        return render_picture(chart, _look())
