"""Help explains every key, column and mark that phare reads, each with an example that it reads."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.respondents.specs.spec_file import parse_spec
from phare_cli.respondents.specs.spec_keys import KEYS, QUESTION, TOP
from phare_cli.results.crosstabs import layout_file, layout_keys
from phare_cli.shell.command_list import COMMANDS
from phare_cli.shell.help_topics import TOPICS
from phare_cli.shell.project.project_file import described
from phare_cli.shell.project.project_keys import PROJECT_KEYS

Phare = Callable[..., Any]


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_topic_is_explained_in_both_languages(phare: Phare, topic: str, lang: str) -> None:
    run = phare(f"help {topic} --lang {lang} -f markdown")

    assert (run.status, run.err, run.out.startswith("**")) == (0, "", True)


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_topic_is_wider_than_the_terminal(phare: Phare, topic: str, columns: int) -> None:
    run = phare(f"help {topic} --color never", columns=columns)

    assert [line for line in run.out.splitlines() if len(line) > columns] == []


def test_topics_speak_french_to_french_readers(phare: Phare) -> None:
    english, french = (phare(f"help spec -f csv --lang {lang}").column("key") for lang in ("en", "fr"))
    meanings = [phare(f"help spec -f markdown --lang {lang}").out for lang in ("en", "fr")]

    assert english == french
    assert "Where respondents are." in meanings[0]
    assert "Où se trouvent les répondants." in meanings[1]


def test_the_examples_of_a_spec_are_one_that_phare_reads() -> None:
    top = "\n".join(key.example for key in KEYS if key.section == TOP and key.name != "question")
    lines = {key.name: key.example for key in KEYS if key.section == QUESTION}
    of_numbers = ("indicator", "column", "statistics", "unit", "per")
    not_of_one_answer = (
        *("columns", "separator", "selected", "not_selected", "item", "lowest", "highest"),
        *of_numbers[2:],
    )
    single = "\n".join(line for name, line in lines.items() if name not in not_of_one_answer)
    score = "\n".join(lines[name] for name in ("indicator", "column", "item", "lowest", "highest"))
    columns = "\n".join(lines[name] for name in ("indicator", "columns", "selected", "not_selected"))
    cell = "\n".join(lines[name] for name in ("indicator", "column", "separator"))
    number = "\n".join(lines[name] for name in of_numbers[:-1])
    ratio = "\n".join(lines[name] for name in ("column", "unit", "per"))
    text = f"""{top}
[[question]]
{single}
[[question]]
kind = "score"
{score}
[[question]]
kind = "set"
{columns}
[[question]]
kind = "cell"
{cell}
[[question]]
kind = "number"
{number}
[[question]]
kind = "number"
indicator = "loyer par personne"
statistics = ["ratio"]
{ratio}
"""
    spec = parse_spec(text, "enquete.toml")

    assert len(spec.questions) == 6
    assert (spec.weight, spec.questions[0].options) == ("POIDS", {"1": "emploi", "2": "santé"})


def test_every_key_of_phare_toml_is_explained() -> None:
    assert set(PROJECT_KEYS) == set(described())


def test_the_examples_of_phare_toml_are_one_that_phare_reads(phare: Phare, tmp_path: Path) -> None:
    text = "\n".join(example for _, _, example in PROJECT_KEYS.values())
    (tmp_path / "phare.toml").write_text(text, encoding="utf-8")
    (tmp_path / "resultats.csv").write_text("REG,acteur,indicateur,item,valeur\nPACA,maires,w,air,40\n")
    (tmp_path / "mots.csv").write_text("kind,id,fr\nitem,air,Air\n")
    run = phare("show -f csv")

    assert tomllib.loads(text).keys() == PROJECT_KEYS.keys()
    assert (run.status, run.column("wave"), run.column("value")) == (0, ["2024"], ["40"])


@pytest.mark.parametrize(("option", "name"), [("--rake", "marges.csv"), ("--population", "populations.csv")])
def test_the_columns_of_margins_and_populations_are_those_that_are_read(
    phare: Phare, tmp_path: Path, option: str, name: str
) -> None:
    rows = [row for row in phare("help margins -f json").rows if row["option"] == option]
    cells = {row["column"]: row["example"] for row in rows}
    whole = {**cells, **({"target": "100"} if "target" in cells else {})}
    (tmp_path / name).write_text(",".join(whole) + "\n" + ",".join(whole.values()) + "\n")
    (tmp_path / "r.csv").write_text("REG,G,AGE,Q\n" + "PACA,citizens,18-34,a\n" * 60)
    run = phare(f"tabulate r.csv --region REG --stakeholder G --single Q {option} {name}")

    assert run.status == 0, run.err


def test_a_topic_that_is_a_command_too_is_explained_as_a_topic(phare: Phare) -> None:
    topic, command = phare("help codebook"), phare("codebook --help")

    assert "agreement_fr" in topic.out
    assert "--draft" in command.out


def test_the_examples_of_a_spec_of_tables_are_one_that_phare_reads(tmp_path: Path) -> None:
    def lines(section: str) -> dict[str, str]:
        return {key.name: key.example for key in layout_keys.KEYS if key.section == section}

    groups = ", ".join(lines(layout_keys.OF_GROUPS).values())
    items = ", ".join([*lines(layout_keys.OF_ITEMS).values(), *lines("any line").values()])
    text = "\n".join([*lines(layout_keys.WHOLE).values(), "[[table]]", *lines(layout_keys.TABLE).values()])
    text = text.replace("B = {}", f"B = {{ {groups} }}").replace("14 = {", f"15 = {{ {items} }}, 14 = {{")
    (tmp_path / "t.toml").write_text(text, encoding="utf-8")

    [table] = layout_file.read_layout_file(str(tmp_path / "t.toml")).tables

    assert (table.area.bottom, table.columns[2].base, table.rows[15].net) == (20, 487.0, True)


def test_every_key_of_a_spec_of_tables_is_explained() -> None:
    explained = {key.name for key in layout_keys.KEYS}

    assert explained == {
        *layout_file._SAID, *layout_file._TABLE_KEYS, *layout_file._OF_GROUPS, *layout_file._OF_ITEMS, "role"
    }  # fmt: skip


KEYED = ("spec", "tables", "margins", "phare.toml", "theme")


@pytest.mark.parametrize("topic", [*KEYED, "scripts", "limits"])
def test_every_key_says_what_it_holds_what_stands_without_it_and_an_example(phare: Phare, topic: str) -> None:
    rows = phare(f"help {topic} -f json").rows

    assert [row for row in rows if not all(row.values())] == []
    assert {"default", "meaning", "example"} <= set(rows[0])


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("columns", [40, 58, 80, 200])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_help_is_cut_nor_begins_a_line_with_a_mark(
    phare: Phare, command: str, columns: int, lang: str
) -> None:
    run = phare(f"{command} --help", columns=columns, env={"PHARE_LANG": lang})
    lines = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in run.out.splitlines()]

    assert (run.status, [line for line in lines if "…" in line or len(line) > columns]) == (0, [])
    assert [line for line in lines if re.match(r"[│\s]*[:;?!»]\s(?!, )", line)] == []
