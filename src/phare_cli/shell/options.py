"""The options that commands share, each stated once, in groups that a command takes as one value each."""

# Annotations stand as values here, not as text to be evaluated for every command: hence no __future__ import.
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from phare_cli.nouns.message import N_
from phare_cli.shell import completion
from phare_cli.shell.declared import Argument, Option

# The fixed words that options take.
Color = Literal["auto", "always", "never"]
Language = Literal["en", "fr"]
Format = Literal[
    "table", "markdown", "csv", "tsv", "json", "html", "latex", "rst", "asciidoc", "mediawiki", "jira", "org",
    "textile", "docx", "odt", "pptx", "xlsx",
]  # fmt: skip
PageFormat = Literal["table", "markdown", "html", "json", "docx", "odt", "pptx", "xlsx"]
PercentScale = Literal["percent", "fraction"]  # how percentages are written in a file
DecimalMark = Literal["comma", "point"]
NoWeight = Literal["drop", "refuse"]  # what becomes of who has no weight
CsvDialect = Literal["standard", "excel-fr"]  # for whom a CSV answer is written


class FileRole:
    """What a run does with the files that an option names; every option that names files says it.

    What is read is never written over, by whatever name. A document is read and refreshed in its place.
    """


READ, WRITTEN, REFRESHED = FileRole(), FileRole(), FileRole()
SEARCHED = FileRole()  # a folder that blocks may read in


READING = N_("Reading data")
CHOOSING = N_("Choosing figures")
ANSWER = N_("The answer")
JUDGING = N_("Judging gaps")

Lang = Annotated[
    Language | None, Option(rich_help_panel=ANSWER, help=N_("Language of the answer and of messages."))
]
Quiet = Annotated[
    bool,
    Option(
        "--quiet", "-q", help=N_("Say nothing on standard error but what is wrong: no notes, no progress.")
    ),
]
Decimals = Annotated[
    int | None,
    Option(min=0, max=6, metavar="N", rich_help_panel=ANSWER, help=N_("Decimals to print, 0 to 6.")),
]
Coloring = Annotated[
    Color,
    Option(rich_help_panel=ANSWER, show_default=False, help=N_("When to colour; auto by default.")),
]


def item_option(help: str) -> Option:
    """Return the option that names items, with what a command does with them."""
    return Option(metavar="NAME", rich_help_panel=CHOOSING, autocompletion=completion.items, help=help)


class Input(NamedTuple):
    """Which files to read, and how."""

    data: Annotated[
        list[str] | None,
        READ,
        Option(
            "--data",
            "-d",
            metavar="FILE",
            rich_help_panel=READING,
            help=N_("Results file to read instead of the shipped figures; repeatable, - is standard input."),
        ),
    ] = None
    map: Annotated[
        list[str] | None,
        Option(
            metavar="OURS=THEIRS",
            rich_help_panel=READING,
            help=N_(
                "Read a column of another name, region=CountryCode, or a constant, wave==2012; repeatable."
            ),
        ),
    ] = None
    encoding: Annotated[
        str | None,
        Option(metavar="NAME", rich_help_panel=READING, help=N_("Encoding of the files: utf-8, cp1252...")),
    ] = None
    decimal: Annotated[
        DecimalMark | None, Option(rich_help_panel=READING, help=N_("Decimal mark of the files."))
    ] = None
    scale: Annotated[
        PercentScale | None,
        Option(rich_help_panel=READING, help=N_("Whether percentages are written 0-100 or 0-1.")),
    ] = None
    sheet: Annotated[
        str | None,
        Option(metavar="NAME", rich_help_panel=READING, help=N_("Sheet of a workbook to read.")),
    ] = None
    codebook: Annotated[
        str | None,
        READ,
        Option(
            metavar="FILE",
            rich_help_panel=READING,
            help=N_(
                "Codebook of your own, whose names, labels and aliases come first (phare help codebook)."
            ),
        ),
    ] = None
    missing: Annotated[
        list[str] | None,
        Option(
            metavar="MARK",
            rich_help_panel=READING,
            help=N_("Mark that stands for no figure, or beside one: “:”, c, “..”; repeatable."),
        ),
    ] = None


class Choice(NamedTuple):
    """Which figures to keep, by name."""

    region: Annotated[
        list[str] | None,
        Option(
            "--region",
            "-r",
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.regions,
            help=N_("Region: name, alias or INSEE code (PACA, 93); repeatable. The nation is France."),
        ),
    ] = None
    stakeholder: Annotated[
        list[str] | None,
        Option(
            "--stakeholder",
            "-s",
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.stakeholders,
            help=N_("Stakeholder group: citizens, mayors, associations, companies...; repeatable."),
        ),
    ] = None
    segment: Annotated[
        list[str] | None,
        Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.segments,
            help=N_("Part of a stakeholder group, or none for whole groups alone; repeatable."),
        ),
    ] = None
    wave: Annotated[
        list[str] | None,
        Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.waves,
            help=N_("Round of a survey: 2015-2016; repeatable."),
        ),
    ] = None
    survey: Annotated[
        list[str] | None,
        Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.surveys,
            help=N_("Survey programme; repeatable."),
        ),
    ] = None


Template = Annotated[
    Path | None,
    READ,
    Option(
        "--template",
        metavar="FILE",
        rich_help_panel=ANSWER,
        help=N_(
            "In Word, LibreOffice and PowerPoint: the house's template (.dotx, .ott, .potx or a document)."
        ),
    ),
]


class Output(NamedTuple):
    """How the answer looks, and where it goes."""

    format: Annotated[
        Format | None,
        Option(
            "--format",
            "-f",
            metavar="NAME",
            rich_help_panel=ANSWER,
            help=N_(
                "Format of the answer, table by default (csv in tabulate); phare list formats names them all."
            ),
        ),
    ] = None
    output: Annotated[
        Path | None,
        WRITTEN,
        Option(
            "--output",
            "-o",
            metavar="FILE",
            rich_help_panel=ANSWER,
            help=N_("Write to a file; its ending chooses the format (.md, .csv, .docx, .xlsx...)."),
        ),
    ] = None
    lang: Lang = None
    decimals: Decimals = None
    color: Coloring = "auto"
    dialect: Annotated[
        CsvDialect,
        Option(
            rich_help_panel=ANSWER,
            show_default=False,
            help=N_("Dialect of CSV; excel-fr opens in a French Excel (BOM, semicolons, decimal commas)."),
        ),
    ] = "standard"
    safe_cells: Annotated[
        bool,
        Option(
            "--safe-cells",
            rich_help_panel=ANSWER,
            help=N_("In CSV, put ' before text that a spreadsheet would run as a formula."),
        ),
    ] = False
    raw: Annotated[
        bool,
        Option(
            "--raw",
            rich_help_panel=ANSWER,
            help=N_("In a workbook: one sheet for machines, with English names and raw numbers."),
        ),
    ] = False
    template: Template = None


def decimal(text: str) -> float:
    """Return a number as typed, after a point or a comma; 95% is 0.95. Raises ValueError."""
    number = float(text.strip().removesuffix("%").replace(",", "."))
    return number / 100 if text.strip().endswith("%") else number


Conf = Annotated[
    float | None,
    Option(
        parser=decimal,
        metavar="LEVEL",
        rich_help_panel=CHOOSING,
        help=N_("Confidence level of intervals; 0.95 by default."),
    ),
]
Indicators = Annotated[
    list[str] | None,
    Argument(
        metavar="[INDICATOR]...",
        show_default=False,
        autocompletion=completion.indicators,
        help=N_("Indicators by name (fragilities, engagement...); all by default."),
    ),
]
Panel = Annotated[
    bool,
    Option(
        "--panel",
        rich_help_panel=JUDGING,
        help=N_("With --by wave: the waves asked the same people, and are no independent samples."),
    ),
]
