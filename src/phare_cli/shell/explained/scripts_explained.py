"""What scripts may rely on: streams, statuses and variables of the environment, each with a command that uses it."""

from __future__ import annotations

from typing import NamedTuple

from phare_cli.nouns.message import N_, sentence
from phare_cli.nouns.table import Table
from phare_cli.shell.explained.topic_columns import DEFAULT, EXAMPLE, HOLDS, MEANING, NAME


class ScriptFact(NamedTuple):
    """One thing that a script may use: its name, what it holds, what stands without it, what it is, a command."""

    name: str
    holds: str
    default: str
    meaning: str
    example: str


SCRIPT_FACTS = (
    ScriptFact(
        N_("standard output"),
        N_("the answer"),
        N_("always"),
        N_("the answer and nothing else; notices and errors go to standard error, with --quiet errors alone"),
        "phare show fragilities --quiet",
    ),
    ScriptFact(
        "-f json, csv, tsv",
        N_("raw numbers"),
        N_("table, for people"),
        N_("the same names and raw numbers under any language, for programs; other formats are for people"),
        "phare show fragilities -f json",
    ),
    ScriptFact(
        N_("exit status"),
        N_("a number"),
        "0",
        N_("0 to 5, 70, 130, 141: phare help exit-codes"),
        "phare check resultats.csv --strict",
    ),
    ScriptFact(
        "-",
        N_("a results file"),
        N_("nothing"),
        N_("standard input, as a file of --data"),
        "phare show --data - < resultats.csv",
    ),
    ScriptFact(
        "PHARE_DATA",
        N_("file names"),
        N_("the figures that ship with phare"),
        N_("results files, where no --data names any; parted as PATH is"),
        "PHARE_DATA=resultats.csv phare show",
    ),
    ScriptFact(
        "PHARE_LANG",
        N_("en or fr"),
        N_("that of phare.toml, else of the system"),
        N_("language, where no --lang says it"),
        "PHARE_LANG=fr phare show fragilities",
    ),
    ScriptFact(
        "PHARE_TRUST",
        N_("folders"),
        N_("nothing"),
        N_("folders whose phare.toml may belong to somebody else"),
        "PHARE_TRUST=/srv/surveys phare show fragilities",
    ),
    ScriptFact(
        "PHARE_DEBUG",
        N_("anything"),
        N_("nothing"),
        N_("set, a bug shows where it is"),
        "PHARE_DEBUG=1 phare show fragilities",
    ),
    ScriptFact(
        "NO_COLOR, FORCE_COLOR",
        N_("anything"),
        N_("colours on a terminal alone"),
        N_("set, colours never or always; --color goes before them"),
        "NO_COLOR=1 phare show fragilities",
    ),
)


def scripts_topic() -> Table:

    columns = (NAME, HOLDS, DEFAULT, MEANING, EXAMPLE)
    rows = [
        (
            sentence(fact.name),
            sentence(fact.holds),
            sentence(fact.default),
            sentence(fact.meaning),
            fact.example,
        )
        for fact in SCRIPT_FACTS
    ]
    return Table(
        command="help", title=sentence("What scripts may rely on"), columns=columns, rows=tuple(rows)
    )
