"""The options that commands share, each stated once, and how a command takes them as a few values."""

# Annotations stand as values here, not as text to be evaluated for every command: hence no __future__ import.
import inspect
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, get_type_hints

import typer

from phare_cli.nouns.message import N_, sentence
from phare_cli.shell import completion
from phare_cli.shell.session import Session

# The fixed words that options take.
Color = Literal["auto", "always", "never"]
Language = Literal["en", "fr"]
Format = Literal[
    "table", "markdown", "csv", "tsv", "json", "html", "latex", "rst", "asciidoc", "mediawiki", "jira", "org",
    "textile", "xlsx",
]  # fmt: skip
PageFormat = Literal["table", "markdown", "html", "json"]
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

Lang = Annotated[
    Language | None, typer.Option(rich_help_panel=ANSWER, help=N_("Language of the answer and of messages."))
]
Decimals = Annotated[
    int | None,
    typer.Option(min=0, max=6, metavar="N", rich_help_panel=ANSWER, help=N_("Decimals to print, 0 to 6.")),
]
Coloring = Annotated[
    Color,
    typer.Option(rich_help_panel=ANSWER, show_default=False, help=N_("When to colour; auto by default.")),
]


class Input(NamedTuple):
    """Which files to read, and how."""

    data: Annotated[
        list[str] | None,
        READ,
        typer.Option(
            "--data",
            "-d",
            metavar="FILE",
            rich_help_panel=READING,
            help=N_("Results file to read instead of the shipped figures; repeatable, - is standard input."),
        ),
    ] = None
    map: Annotated[
        list[str] | None,
        typer.Option(
            metavar="OURS=THEIRS",
            rich_help_panel=READING,
            help=N_(
                "Read a column of another name, region=CountryCode, or a constant, wave==2012; repeatable."
            ),
        ),
    ] = None
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", rich_help_panel=READING, help=N_("Encoding of the files: utf-8, cp1252...")
        ),
    ] = None
    decimal: Annotated[
        DecimalMark | None, typer.Option(rich_help_panel=READING, help=N_("Decimal mark of the files."))
    ] = None
    scale: Annotated[
        PercentScale | None,
        typer.Option(rich_help_panel=READING, help=N_("Whether percentages are written 0-100 or 0-1.")),
    ] = None
    sheet: Annotated[
        str | None,
        typer.Option(metavar="NAME", rich_help_panel=READING, help=N_("Sheet of a workbook to read.")),
    ] = None
    missing: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MARK",
            rich_help_panel=READING,
            help=N_("Mark that stands for no figure, or beside one: “:”, c, “..”; repeatable."),
        ),
    ] = None


class Choice(NamedTuple):
    """Which figures to keep, by name."""

    region: Annotated[
        list[str] | None,
        typer.Option(
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
        typer.Option(
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
        typer.Option(
            metavar="NAME", rich_help_panel=CHOOSING, help=N_("Part of a stakeholder group; repeatable.")
        ),
    ] = None
    wave: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.waves,
            help=N_("Round of a survey: 2015-2016; repeatable."),
        ),
    ] = None
    survey: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            rich_help_panel=CHOOSING,
            autocompletion=completion.surveys,
            help=N_("Survey programme; repeatable."),
        ),
    ] = None


class Output(NamedTuple):
    """How the answer looks, and where it goes."""

    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            rich_help_panel=ANSWER,
            help=N_("Format of the answer, table by default; phare list formats names them all."),
        ),
    ] = None
    output: Annotated[
        Path | None,
        WRITTEN,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            rich_help_panel=ANSWER,
            help=N_("Write to a file; its ending chooses the format (.md, .csv, .json, .xlsx...)."),
        ),
    ] = None
    lang: Lang = None
    decimals: Decimals = None
    color: Coloring = "auto"
    dialect: Annotated[
        CsvDialect,
        typer.Option(
            rich_help_panel=ANSWER,
            show_default=False,
            help=N_("Dialect of CSV; excel-fr opens in a French Excel (BOM, semicolons, decimal commas)."),
        ),
    ] = "standard"
    safe_cells: Annotated[
        bool,
        typer.Option(
            "--safe-cells",
            rich_help_panel=ANSWER,
            help=N_("In CSV, put ' before text that a spreadsheet would run as a formula."),
        ),
    ] = False


Conf = Annotated[
    float | None,
    typer.Option(
        metavar="LEVEL", rich_help_panel=CHOOSING, help=N_("Confidence level of intervals; 0.95 by default.")
    ),
]
Indicators = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INDICATOR]...",
        show_default=False,
        autocompletion=completion.indicators,
        help=N_("Indicators by name (fragilities, engagement...); all by default."),
    ),
]


def expanded(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """Return *function* as Typer wants it: each parameter that is a group of options spelled out.

    A command declares ``(session: Session, ..., *, input: Input, output: Output)``; its command line has every
    option of those groups, and it receives them as one value each.
    """
    hints = get_type_hints(function, include_extras=True)
    hints.pop("return", None)
    parameters: list[inspect.Parameter] = []
    groups: dict[str, tuple[type, tuple[str, ...]]] = {}
    for parameter in inspect.signature(function).parameters.values():
        kind = hints[parameter.name]
        if hasattr(kind, "_fields"):
            groups[parameter.name] = (kind, kind._fields)
            parameters += [
                _keyword(option, kind.__annotations__[option], kind._field_defaults[option])
                for option in kind._fields
            ]
        elif kind is Session:
            parameters.insert(0, _keyword("context", typer.Context, inspect.Parameter.empty))
        elif kind is not typer.Context:
            parameters.append(_keyword(parameter.name, kind, parameter.default))

    roles = {parameter.name: role for parameter in parameters if (role := role_of(parameter.annotation))}

    def command(context: typer.Context, **given: object) -> int | None:
        _refuse_extra_words(context)
        _refuse_overwriting(context.obj, given, roles)
        for name, (kind, options) in groups.items():
            given[name] = kind(**{option: given.pop(option) for option in options})
        given |= {name: context for name, kind in hints.items() if kind is typer.Context}
        try:
            return function(context.obj, **given)
        except BrokenPipeError:
            raise
        except OSError as error:  # of what is read: everything that is written has its own sentences
            from phare_cli.shell.complaints import unread

            raise unread(error) from error

    command.__name__ = function.__name__
    command.__doc__ = function.__doc__
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what Typer reads
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return command


def role_of(annotation: object) -> FileRole | None:
    """Return what a run does with the files that an option so annotated names, None where it names none."""
    return next(
        (each for each in getattr(annotation, "__metadata__", ()) if isinstance(each, FileRole)), None
    )


def _refuse_overwriting(session: Session, given: dict[str, object], roles: dict[str, FileRole]) -> None:
    """Raise WrongOption, before anything is read, when a file to be written is one to be read or written twice."""
    session.note_inputs(name for option in roles if roles[option] is READ for name in _named(given[option]))
    outputs = [Path(name) for option in roles if roles[option] is WRITTEN for name in _named(given[option])]
    for output in outputs:
        session.refuse_input(output)
    places = [os.path.realpath(output) for output in outputs if str(output) != "-"]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice is not None:
        from phare_cli.nouns.errors import WrongOption

        raise WrongOption(
            sentence(
                "two answers cannot be written to one file, {file}: name another for one of them.", file=twice
            )
        )


def _named(value: object) -> Iterator[str]:
    values = value if isinstance(value, list | tuple) else (value,)
    return (str(each) for each in values if each is not None and each != "")


def _keyword(name: str, annotation: object, default: object) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _refuse_extra_words(context: typer.Context) -> None:
    if context.args:
        from phare_cli.nouns.errors import WrongOption

        raise WrongOption(
            sentence(
                "“{words}” is more than {command} takes. ({command} --help)",
                words=" ".join(context.args),
                command=context.command_path,
            )
        )
