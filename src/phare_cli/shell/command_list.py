"""Every command of phare: where it lives, and what its help says. A command is imported only to be run or explained."""

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from typer.core import TyperCommand

from phare_cli.nouns.message import N_
from phare_cli.shell.expansion import expanded

FIGURES = N_("Figures")
DOCUMENTS = N_("Documents")
DATA = N_("Data")
HELP = N_("Help")
CONTEXT = {"help_option_names": ["-h", "--help"], "allow_extra_args": True}


class CommandEntry(NamedTuple):
    """One command: its function in ``commands/``, its help, the panel it stands in, and examples to run.

    An example is looked up in the reader's language too: French readers type the names of a French codebook.
    """

    function: str
    panel: str
    help: str
    examples: tuple[str, ...] = ()


COMMANDS: Mapping[str, CommandEntry] = {
    "show": CommandEntry(
        "show.show",
        FIGURES,
        N_("Rank the items of an indicator within each group; set a rate's groups side by side."),
        (
            N_("phare show fragilities --region PACA"),
            N_("phare show fragilities --top 3 -f markdown >> note.md"),
        ),
    ),
    "compare": CommandEntry(
        "compare.compare",
        FIGURES,
        N_("Set a region beside the nation, in points, and say what may be concluded."),
        ("phare compare --region PACA", "phare compare engagement -r PACA --to pays-de-la-loire"),
    ),
    "report": CommandEntry(
        "report.report",
        FIGURES,
        N_("Write the key-figures page of a region: headlines, tables, comparison, charts, survey facts."),
        ("phare report --region PACA", N_("phare report --each region -o reports/")),
    ),
    "plot": CommandEntry(
        "plot.plot",
        FIGURES,
        N_("Draw an indicator: ranked bars by group, or a region beside the nation, in SVG, PNG or PDF."),
        (
            N_("phare plot fragilities --region France -o fragilities.svg"),
            "phare plot innovation --compare --region PACA -o innovation.png",
            "phare plot engagement --by wave -o engagement.svg",
            N_("phare plot engagement --style map -s companies -o map.svg"),
            "phare plot engagement innovation --style cards -r PACA -o cards.svg",
        ),
    ),
    "value": CommandEntry(
        "value.value",
        FIGURES,
        N_("Print one figure for a sentence: 45%, +8 points."),
        (
            N_("phare value engagement -r PACA -s companies"),
            N_("phare value engagement -r PACA -s companies --gap"),
        ),
    ),
    "cross": CommandEntry(
        "cross.cross",
        FIGURES,
        N_(
            "Cross several indicators item by item: high on both, high on one only, low on both, or undecided."
        ),
        (
            N_("phare cross fragility-scores partnership-impact --region France --stakeholder citizens"),
            N_("phare cross fragilities --by stakeholder --region PACA"),
        ),
    ),
    "update": CommandEntry(
        "update.update",
        DOCUMENTS,
        N_("Refresh the figures of documents, or tell with --check which are stale."),
        ("phare update note.md", "phare update --check README.md docs/*.md"),
    ),
    "verify": CommandEntry(
        "verify.verify",
        DOCUMENTS,
        N_("Check the figures and claims of a page that a person wrote: right, wrong, overstated, unknown."),
        (
            "phare verify note.md --region PACA",
            N_("phare verify communique.docx --data results.csv -f html -o claims.html"),
        ),
    ),
    "init": CommandEntry(
        "init.init",
        DOCUMENTS,
        N_(
            "Begin a project with what lies in this folder: phare.toml, a first note, a spec or codebook to correct."
        ),
        ("phare init", "phare init --data reponses.csv --hook --yes"),
    ),
    "run": CommandEntry(
        "run.run",
        DOCUMENTS,
        N_(
            "Run the steps that phare.toml names, from answers to documents; each when what it reads has changed."
        ),
        ("phare run", "phare run --dry-run"),
    ),
    "tabulate": CommandEntry(
        "tabulate.tabulate",
        DATA,
        N_("Make tidy results of respondents: one row each in, weighted percentages with their bases out."),
        (
            "phare tabulate reponses.csv --region REG --stakeholder ACTEUR --weight POIDS --single Q7 -o resultats.csv",
            "phare tabulate reponses.csv --draft > enquete.toml",
        ),
    ),
    "tidy": CommandEntry(
        "tidy.tidy",
        DATA,
        N_(
            "Make tidy results of a published table: items by groups in, one row a figure out, as understood and said."
        ),
        (
            N_("phare tidy tableaux.xlsx --region PACA --stakeholder citizens -o resultats.csv"),
            "phare tidy tableaux.xlsx --draft > tableaux.toml",
        ),
    ),
    "list": CommandEntry(
        "list.list_",
        DATA,
        N_("List what is in the data: regions, stakeholders, indicators, items, waves, sources; or formats."),
        ("phare list regions", N_("phare list indicators --data results.csv")),
    ),
    "codebook": CommandEntry(
        "own_codebook.codebook_",
        DATA,
        N_("Tell which names of the data the codebook knows, or draft a codebook of your own."),
        (
            N_("phare codebook --data results.csv"),
            N_("phare codebook --draft --data results.csv -o words.csv"),
        ),
    ),
    "check": CommandEntry(
        "check.check",
        DATA,
        N_("Report everything that is wrong in results files, at once; exit 1 when there is a problem."),
        (N_("phare check results.csv"),),
    ),
    "help": CommandEntry(
        "help.help_",
        HELP,
        N_("Explain a command or a topic: columns, spec, formats, blocks, exit-codes..."),
        ("phare help spec", "phare help exit-codes"),
    ),
}


def load(name: str, command_class: type[TyperCommand]) -> TyperCommand:
    """Return the command called *name*, imported now."""
    entry = COMMANDS[name]
    module, function = entry.function.split(".")
    params, run = expanded(getattr(import_module(f"phare_cli.commands.{module}"), function))
    return command_class(
        name,
        params=[*params],
        callback=run,
        help=entry.help,
        epilog="\n\n".join(entry.examples),
        context_settings=dict(CONTEXT),
        rich_markup_mode="rich",
    )


def commands_having(option: str) -> tuple[str, ...]:
    """Return the names of the commands that have an option, in their order; imports every one of them."""
    return tuple(
        name for name in COMMANDS if any(option in param.opts for param in load(name, TyperCommand).params)
    )
