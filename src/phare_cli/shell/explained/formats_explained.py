"""What each format is for, with a command that writes it."""

from __future__ import annotations

from typing import NamedTuple

from phare_cli.nouns.message import N_, sentence
from phare_cli.nouns.table import Column, Show, Table
from phare_cli.shell.explained.topic_columns import EXAMPLE, MEANING, NAME


class ExplainedFormat(NamedTuple):
    """One format: its name, its kind, what it is for, a command that writes it, the endings of its files."""

    name: str
    kind: str
    meaning: str
    example: str
    endings: tuple[str, ...] = ()


_TEXT, _RAW, _FILE = N_("text for people"), N_("raw figures"), N_("document")
_MARKUP = N_("A table or a page, in the markup of that name.")
_PICTURE, _FINDINGS = N_("picture"), N_("findings")
EXPLAINED_FORMATS = (
    ExplainedFormat(
        "table",
        _TEXT,
        N_("A table or a page in letters, as a terminal shows it; what is printed without -f."),
        "phare show fragilities",
    ),
    ExplainedFormat(
        "markdown",
        _TEXT,
        N_("A table or a page for Markdown, Quarto and their kin."),
        "phare show fragilities -f markdown",
    ),
    ExplainedFormat(
        "csv",
        _RAW,
        N_("One row a figure, for programs; --dialect excel-fr for a French Excel."),
        "phare show fragilities -f csv",
    ),
    ExplainedFormat("tsv", _RAW, N_("The same, parted by tabs."), "phare show fragilities -f tsv"),
    ExplainedFormat(
        "json",
        _RAW,
        N_("Figures with their columns, notes and sources, for programs."),
        "phare compare engagement -r PACA -f json",
    ),
    ExplainedFormat(
        "html", _TEXT, N_("A web page, or a table to paste into one."), "phare report -r PACA -o paca.html"
    ),
    ExplainedFormat("latex", _TEXT, _MARKUP, "phare show engagement -f latex"),
    ExplainedFormat("rst", _TEXT, _MARKUP, "phare show engagement -f rst"),
    ExplainedFormat("asciidoc", _TEXT, _MARKUP, "phare show engagement -f asciidoc"),
    ExplainedFormat("mediawiki", _TEXT, _MARKUP, "phare show engagement -f mediawiki"),
    ExplainedFormat(
        "jira", _TEXT, N_("A table or a page for Jira and Confluence."), "phare show engagement -f jira"
    ),
    ExplainedFormat("org", _TEXT, _MARKUP, "phare show engagement -f org"),
    ExplainedFormat("textile", _TEXT, _MARKUP, "phare show engagement -f textile"),
    ExplainedFormat(
        "docx",
        _FILE,
        N_("A Word document; --template gives it the styles of your house."),
        "phare report -r PACA -o paca.docx",
    ),
    ExplainedFormat(
        "odt", _FILE, N_("A LibreOffice document; --template too."), "phare report -r PACA -o paca.odt"
    ),
    ExplainedFormat(
        "pptx",
        N_("slides"),
        N_("PowerPoint slides, with charts that people can edit; --template too."),
        "phare report -r PACA -o paca.pptx",
    ),
    ExplainedFormat(
        "xlsx",
        N_("workbook"),
        N_("An Excel workbook: numbers as numbers, with charts; --raw for programs."),
        "phare show fragilities -o figures.xlsx",
    ),
    ExplainedFormat(
        "svg",
        _PICTURE,
        N_("A picture of lines, for the web and for documents; text stays text."),
        "phare plot engagement -o engagement.svg",
        (".svg",),
    ),
    ExplainedFormat(
        "png",
        _PICTURE,
        N_("A picture of dots; with the extra phare-cli[plot]."),
        "phare plot engagement -o engagement.png",
        (".png",),
    ),
    ExplainedFormat(
        "pdf",
        _PICTURE,
        N_("A picture of lines, for LaTeX and for print; with the same extra."),
        "phare plot engagement -o engagement.pdf",
        (".pdf",),
    ),
    ExplainedFormat(
        "sarif",
        _FINDINGS,
        N_("What verify finds, for code reviews."),
        "phare verify note.md -f sarif",
        (".sarif",),
    ),
    ExplainedFormat(
        "github",
        _FINDINGS,
        N_("What verify finds, as annotations of a GitHub workflow."),
        "phare verify note.md -f github",
    ),
)


def formats_topic() -> Table:
    from phare_cli.rendering import ENDINGS

    columns = (
        NAME,
        Column("kind", sentence("Kind")),
        Column("endings", sentence("File endings"), show=Show.IF_ANY),
        MEANING,
        EXAMPLE,
    )
    rows = [
        (
            each.name,
            sentence(each.kind),
            " ".join(each.endings or ENDINGS.get(each.name, ())),
            sentence(each.meaning),
            each.example,
        )
        for each in EXPLAINED_FORMATS
    ]
    notes = (sentence("-f chooses a format, and so does the ending of the file of --output."),)
    return Table(command="help", title=sentence("Formats"), columns=columns, rows=tuple(rows), notes=notes)
