"""How a block of phare stands in each kind of document, and what its command may say."""

from __future__ import annotations

from typing import NamedTuple

from phare_cli.files.toml.explained_key import ExplainedKey
from phare_cli.nouns.message import N_, sentence
from phare_cli.nouns.table import Cell, Column, Show, Table
from phare_cli.shell.explained.topic_columns import DEFAULT, EXAMPLE, HOLDS, KEY, MEANING


class BlockForm(NamedTuple):
    """How a block begins and ends in one kind of document."""

    document: str
    opening: str
    closing: str


BLOCK_FORMS = (
    BlockForm(N_("Markdown, HTML"), "<!-- phare: show fragilities --region PACA -->", "<!-- /phare -->"),
    BlockForm(
        N_("in a sentence"),
        "<!-- phare: value engagement region=PACA stakeholder=companies -->",
        "<!-- /phare -->",
    ),
    BlockForm(N_("Markdown, as a reference"), "[//]: # (phare: show fragilities)", "[//]: # (/phare)"),
    BlockForm("MDX", "{/* phare: show fragilities */}", "{/* /phare */}"),
    BlockForm("reStructuredText", ".. phare: show fragilities", ".. /phare"),
    BlockForm("AsciiDoc", "// phare: show fragilities", "// /phare"),
    BlockForm("LaTeX", "% phare: show fragilities", "% /phare"),
    BlockForm("Word, LibreOffice, PowerPoint", "{{phare: value engagement -r PACA -s companies}}", ""),
)
_SAYS = N_("what a command says")
_TYPED = ("lang", "data", "format")
BLOCK_KEYS = (
    ExplainedKey(
        N_("command"),
        _SAYS,
        N_("show, compare, value, report, cross or plot"),
        N_("required"),
        N_("What is answered: a command that only shows."),
        "show fragilities",
    ),
    ExplainedKey(
        N_("option"),
        _SAYS,
        N_("--region PACA, -r PACA or region=PACA"),
        N_("as on a command line"),
        N_(
            "An option of that command; in a comment, the form without hyphens is one to every reader of Markdown."
        ),
        "value engagement region=PACA stakeholder=companies",
    ),
    ExplainedKey(
        "lang",
        _SAYS,
        N_("en or fr"),
        N_("that of the document, else of what stands there"),
        N_("Language of the answer."),
        "show fragilities lang=fr",
    ),
    ExplainedKey(
        "data",
        _SAYS,
        N_("a file name"),
        N_("those of the project in which the document lies"),
        N_("Results files; --allow names those outside of its folder."),
        "show fragilities data=resultats.csv",
    ),
    ExplainedKey(
        "format",
        _SAYS,
        N_("a format, or that of a picture"),
        N_("that of the document"),
        N_("What is written between the markers; of plot, the picture beside the document."),
        "plot fragilities format=svg",
    ),
)


def blocks_topic() -> Table:

    columns = (
        Column("part", sentence("Part"), show=Show.TITLE),
        Column("document", sentence("Document"), show=Show.IF_ANY),
        Column("opening", sentence("Begins"), show=Show.IF_ANY),
        Column("closing", sentence("Ends"), show=Show.IF_ANY),
        KEY._replace(show=Show.IF_ANY),
        HOLDS._replace(show=Show.IF_ANY),
        DEFAULT,
        MEANING._replace(show=Show.IF_ANY),
        EXAMPLE._replace(show=Show.IF_ANY),
    )
    rows: list[tuple[Cell, ...]] = [
        (sentence("how it stands"), sentence(document), opening, closing, "", "", "", "", "")
        for document, opening, closing in BLOCK_FORMS
    ]
    rows += [
        (
            sentence(key.section),
            "",
            "",
            "",
            key.name if key.name in _TYPED else sentence(key.name),
            sentence(key.holds),
            sentence(key.default),
            sentence(key.meaning),
            key.example,
        )
        for key in BLOCK_KEYS
    ]
    notes = (
        sentence(
            "phare update DOCUMENT answers its blocks, phare update --check tells those that are stale."
        ),
        sentence(
            "The picture of plot is drawn beside the document: SVG, or PDF for LaTeX; --format png for Word."
        ),
    )
    return Table(
        command="help", title=sentence("Blocks in documents"), columns=columns, rows=tuple(rows), notes=notes
    )
