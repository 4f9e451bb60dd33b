"""The options of ``phare tabulate``, in the groups in which it takes them."""

# Annotations stand as values here, as in options.py: hence no __future__ import.
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from phare_cli.files.numbers import DECIMAL_MARKS
from phare_cli.nouns.message import N_
from phare_cli.shell import completion
from phare_cli.shell.declared import Option
from phare_cli.shell.options import CHOOSING, READ, READING, DecimalMark, NoWeight, decimal

QUESTIONS = N_("Questions")
ESTIMATION = N_("Estimation")


class PercentsOf(StrEnum):
    """What the percents of a crossing are of."""

    COLUMN = "column"  # those in a segment, which results always hold
    ROW = "row"  # those who gave an answer
    CELL = "cell"  # all who answered


def _of_columns(panel: str, help: str, *names: str, metavar: str = "COLUMN") -> Option:
    """Return an option of *panel* that names columns of answers, which a shell completes."""
    return Option(
        *names,
        metavar=metavar,
        autocompletion=completion.columns,
        rich_help_panel=panel,
        show_default=False,
        help=help,
    )


class SpecChoice(NamedTuple):
    """What was asked: a spec, or questions named one by one."""

    spec: Annotated[
        Path | None,
        READ,
        Option(
            metavar="FILE", rich_help_panel=QUESTIONS, help=N_("Spec of the survey, in TOML (see --draft).")
        ),
    ] = None
    single: Annotated[
        list[str] | None,
        _of_columns(QUESTIONS, N_("Question with a single answer; repeatable.")),
    ] = None
    multiple: Annotated[
        list[str] | None,
        _of_columns(
            QUESTIONS,
            N_("Question with several answers: columns 'Q3[*]', or one column of a;b;c; repeatable."),
            metavar="COLUMNS",
        ),
    ] = None
    separator: Annotated[
        str,
        Option(
            metavar="MARK",
            rich_help_panel=QUESTIONS,
            show_default=False,
            help=N_(
                "What parts several answers in a cell: ; , | / line, tab, blank or none; found when left out."
            ),
        ),
    ] = ""
    score: Annotated[
        list[str] | None,
        _of_columns(QUESTIONS, N_("Score from 0 to 10; repeatable.")),
    ] = None
    net: Annotated[
        list[str] | None,
        Option(
            metavar="NAME=ITEMS",
            rich_help_panel=QUESTIONS,
            help=N_(
                'Items joined under a name, or less others: "D\'accord=tout à fait,plutôt", "NPS=9-10 minus 0-6"; '
                "repeatable."
            ),
        ),
    ] = None
    missing: Annotated[
        list[str] | None,
        Option(
            metavar="TEXT", rich_help_panel=QUESTIONS, help=N_("Answer that is none: NSP, 99; repeatable.")
        ),
    ] = None
    codes: Annotated[
        bool,
        Option("--codes", rich_help_panel=QUESTIONS, help=N_("Show codes in place of labels (SPSS, Stata).")),
    ] = False


class Who(NamedTuple):
    """Who answered, and where: columns, or constants after ``=``."""

    region: Annotated[
        str,
        _of_columns(CHOOSING, N_("Column of the region, or a constant: =PACA."), "--region", "-r"),
    ] = ""
    stakeholder: Annotated[
        str,
        _of_columns(CHOOSING, N_("Column of the group, or a constant: =citizens."), "--stakeholder", "-s"),
    ] = ""
    segment: Annotated[
        list[str] | None,
        _of_columns(
            CHOOSING, N_("Column of the segment, or a constant; repeatable: each parts groups by itself.")
        ),
    ] = None
    wave: Annotated[
        str,
        _of_columns(CHOOSING, N_("Column of the wave, or a constant: =2026.")),
    ] = ""
    departements: Annotated[
        bool,
        Option(
            "--departements",
            rich_help_panel=CHOOSING,
            help=N_("The column of the region holds départements: sum them to their regions."),
        ),
    ] = False
    nation: Annotated[
        bool | None,
        Option(
            "--nation/--no-nation",
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_("The regions of the file add up to the nation; all of mainland France does unless told."),
        ),
    ] = None
    whole: Annotated[
        str,
        Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            show_default=False,
            help=N_("What the regions of the file add up to, where it is not France: Grand Lyon."),
        ),
    ] = ""
    id: Annotated[
        str,
        _of_columns(
            CHOOSING, N_("Column of identifiers: one that stands twice in a wave and group is a problem.")
        ),
    ] = ""
    survey: Annotated[
        str,
        Option(metavar="NAME", rich_help_panel=CHOOSING, show_default=False, help=N_("Name of the survey.")),
    ] = ""


class Estimation(NamedTuple):
    """How respondents become results."""

    weight: Annotated[
        str,
        _of_columns(ESTIMATION, N_("Column of the weight.")),
    ] = ""
    no_weight: Annotated[
        NoWeight | None,
        Option(
            rich_help_panel=ESTIMATION,
            help=N_("Who has no weight: drop leaves them out, refuse (the rule) is a problem."),
        ),
    ] = None
    strata: Annotated[
        list[str] | None,
        _of_columns(
            ESTIMATION, N_("Column of the strata: effective bases then come from the design; repeatable.")
        ),
    ] = None
    population: Annotated[
        str,
        READ,
        Option(
            metavar="FILE",
            rich_help_panel=ESTIMATION,
            show_default=False,
            help=N_("How many people each stratum holds (phare help margins)."),
        ),
    ] = ""
    lonely: Annotated[
        Literal["refuse", "centre", "average", "certainty"],
        Option(
            rich_help_panel=ESTIMATION,
            help=N_(
                "A stratum of one respondent or cluster: refuse it, or take its deviation from the mean of all, the "
                "average of the other strata, or none at all (drawn for certain)."
            ),
        ),
    ] = "refuse"
    rake: Annotated[
        str,
        READ,
        Option(
            metavar="FILE",
            rich_help_panel=ESTIMATION,
            show_default=False,
            help=N_("Margins that the weights are raked to (phare help margins)."),
        ),
    ] = ""
    trim: Annotated[
        float | None,
        Option(
            parser=decimal,
            metavar="TIMES",
            rich_help_panel=ESTIMATION,
            help=N_("Bound raking factors to so many times their mean."),
        ),
    ] = None
    min_count: Annotated[
        int,
        Option(
            min=0,
            metavar="N",
            show_default=False,
            rich_help_panel=ESTIMATION,
            help=N_("Hide results of fewer than N respondents, and what would give them away."),
        ),
    ] = 0
    pool_groups: Annotated[
        bool,
        Option("--pool-groups", rich_help_panel=ESTIMATION, help=N_("Add results for all groups together.")),
    ] = False


class Files(NamedTuple):
    """How the files of respondents are written."""

    encoding: Annotated[
        str | None,
        Option(
            metavar="NAME",
            rich_help_panel=READING,
            show_default=False,
            help=N_("Encoding of the files: utf-8, cp1252..."),
        ),
    ] = None
    delimiter: Annotated[
        str | None,
        Option(
            metavar="MARK",
            rich_help_panel=READING,
            show_default=False,
            help=N_("Delimiter of the files: ; , | or tab."),
        ),
    ] = None
    decimal: Annotated[
        DecimalMark | None, Option(rich_help_panel=READING, help=N_("Decimal mark of the files."))
    ] = None
    sheet: Annotated[
        str | None,
        Option(
            metavar="NAME",
            rich_help_panel=READING,
            show_default=False,
            help=N_("Sheet of a workbook to read."),
        ),
    ] = None
    no_header: Annotated[
        bool,
        Option(
            "--no-header", rich_help_panel=READING, help=N_("The files have no header; columns are 1, 2...")
        ),
    ] = False

    @property
    def delimiting(self) -> str | None:
        """The delimiter itself; None when the files are to tell."""
        return "\t" if self.delimiter == "tab" else self.delimiter

    @property
    def mark(self) -> str:
        """The decimal mark itself; empty when the files are to tell."""
        return DECIMAL_MARKS[self.decimal] if self.decimal else ""
