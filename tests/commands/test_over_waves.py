"""Waves side by side, what changed between two of them, and the section of a page on it: one verdict everywhere."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from phare_cli import WrongOption, read, show

Phare = Callable[..., Any]
HEADER = "survey,wave,region,stakeholder,indicator,item,value,base\n"
FIGURES: dict[tuple[str, ...], dict[str, tuple[int, Any]]] = {
    ("citizens", "engagement", "engaged"): {"2020": (30, 1000), "2022": (40, 1000), "2024": (51, 1000)},
    ("mayors", "engagement", "engaged"): {"2020": (40, 200), "2022": (41, 200), "2024": (39, 200)},
    ("mayors", "fragilities", "housing"): {"2022": (60, 200), "2024": (64, "")},
    ("mayors", "fragilities", "mobility"): {"2022": (30, 200), "2024": (25, 200)},
    ("mayors", "fragilities", "health"): {"2024": (25, 200)},
}
WAVES = HEADER + "".join(
    f"B,{wave},PACA,{','.join(subject)},{value},{base}\n"
    for subject, waves in FIGURES.items()
    for wave, (value, base) in waves.items()
)


def test_waves_stand_in_columns_in_the_order_of_time(phare: Phare) -> None:
    run = phare("show --by wave -f csv", data=WAVES)

    assert run.out.splitlines()[0].split(",")[7:] == [
        "value_2020", "value_2022", "value_2024", "change", "verdict", "reason", "flag_2020", "flag_2022",
        "flag_2024",
    ]  # fmt: skip
    assert [run.column(name)[3] for name in ("value_2020", "value_2022", "value_2024", "change", "verdict")] == [
        "30", "40", "51", "21", "above"
    ]  # fmt: skip


def test_a_figure_of_one_wave_has_no_change_and_one_without_a_base_no_verdict(phare: Phare) -> None:
    run = phare("show fragilities --by wave -f csv", data=WAVES)
    rows = zip(*(run.column(name) for name in ("item", "change", "verdict", "reason")), strict=True)

    assert sorted(rows) == [
        ("health", "", "", ""),
        ("housing", "4", "untestable", "base_missing"),
        ("mobility", "-5", "not_established", ""),
    ]


def test_three_waves_have_one_statement(phare: Phare) -> None:
    out = phare("show engagement --by wave", data=WAVES).out

    assert out.count("a rise is established at 95% confidence") == 1
    assert "Change: the last wave less the first of each row" in out


@pytest.mark.parametrize("group", ["citizens", "mayors"])
def test_a_change_has_the_verdict_of_its_two_waves_compared(phare: Phare, group: str) -> None:
    shown = phare(f"show engagement -s {group} --by wave -f json", data=WAVES).rows[0]
    compared = phare(
        f"compare engagement -s {group} --by wave --wave 2020 --wave 2024 -f json", data=WAVES
    ).rows[0]
    value = phare(f"value engagement -s {group} --gap --by wave --to 2020 -f json", data=WAVES).rows[0]

    assert shown["change"] == compared["gap"] == value["gap"]
    assert shown["verdict"] == compared["verdict"] == value["verdict"]
    assert value["p_adjusted"] == compared["p_adjusted"]


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        ("", "+11 points"),
        ("--to 2020", "+21 points"),
        ("--wave 2022", "+10 points"),
        ("--wave 2020 --to 2024", "−21 points"),
        ("--wave 2020 --to 2024 --lang fr", "−21 points"),
    ],
)
def test_one_change_stands_in_a_sentence(phare: Phare, options: str, answer: str) -> None:
    run = phare(f"value engagement -s citizens --gap --by wave {options}", data=WAVES)

    assert (run.status, run.out.replace("\u00a0", " ")) == (0, f"{answer}\n")


def test_a_change_that_is_not_established_is_said_to_be_none(phare: Phare) -> None:
    run = phare("value engagement -s mayors --gap --by wave", data=WAVES)

    assert "is not established" in run.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("value engagement -s citizens --gap --by wave --wave 2020", "no other wave holds a figure"),
        ("value engagement -s citizens --by wave", "--by goes with --gap"),
        ("value engagement -s citizens --gap --panel", "--panel is about waves"),
        ("show --panel", "--panel is about waves"),
        ("show --by wave --wide", "leave --wide out"),
        ("show --by wave --top 2", "leave --top out"),
        ("show --by wave --precision se", "leave --precision out"),
    ],
)
def test_what_does_not_go_together_is_refused(phare: Phare, command: str, said: str) -> None:
    run = phare(command, data=WAVES)

    assert (run.status, said in run.err) == (2, True)


def test_a_panel_is_not_tested_as_samples_apart(phare: Phare) -> None:
    out = phare("show engagement --by wave --panel", data=WAVES).out

    assert "A panel: its waves asked the same people" in out
    assert "a rise is established" not in out


@pytest.mark.parametrize(
    ("columns", "language"), [*product((40, 80, 200), ("en", "fr"))], ids=lambda value: str(value)
)
def test_waves_fit_a_screen(phare: Phare, columns: int, language: str) -> None:
    run = phare(f"show engagement --by wave --lang {language} --color never", data=WAVES, columns=columns)

    assert max(map(len, run.out.splitlines())) <= columns


@pytest.mark.parametrize(
    "format", ["html", "latex", "rst", "asciidoc", "mediawiki", "jira", "org", "textile"]
)
def test_waves_pass_through_every_format(phare: Phare, format: str) -> None:
    run = phare(f"show engagement --by wave -f {format}", data=WAVES)

    assert (run.status, all(year in run.out for year in ("2020", "2022", "2024"))) == (0, True)


def test_a_block_sets_waves_side_by_side(phare: Phare, tmp_path: Any) -> None:
    (tmp_path / "results.csv").write_text(WAVES, encoding="utf-8")
    note = tmp_path / "note.md"
    note.write_text(
        "<!-- phare: show engagement --by wave --data results.csv -->\n<!-- /phare -->\n", encoding="utf-8"
    )
    first, again = phare("update note.md"), phare("update --check note.md")

    assert (first.status, again.status, "51%" in note.read_text(encoding="utf-8")) == (0, 0, True)


def test_a_page_says_what_changed_what_is_established_first(phare: Phare) -> None:
    out = phare("report -r PACA -f markdown", data=WAVES).out
    section = out[out.index("## What changed since the wave before") :]

    assert "51% of Citizens" in section or "established at 95% confidence" in section.splitlines()[2]
    assert "**Fragilities: 2024 beside 2022**" in section
    assert "1 gap of 4 cannot be tested" in section


def test_a_page_without_a_change_that_can_be_told_says_so(phare: Phare) -> None:
    rows = [line for line in WAVES.splitlines() if "fragilities" in line]
    without = HEADER + "\n".join(row.rpartition(",")[0] + "," for row in rows)
    out = phare("report -r PACA -f markdown", data=without).out

    assert "No change can be tested: what changed is shown, and nothing is said of it." in out


def test_a_page_of_one_wave_has_no_such_section(phare: Phare) -> None:
    out = phare("report -r PACA --wave 2024 -f markdown", data=WAVES).out

    assert "What changed" not in out


def test_python_sets_waves_side_by_side_as_the_command_does(phare: Phare, tmp_path: Any) -> None:
    (tmp_path / "w.csv").write_text(WAVES, encoding="utf-8")
    survey = read(tmp_path / "w.csv")
    rows = phare("show --by wave -f json", data=WAVES).rows

    assert [list(row) for row in show(survey, by="wave").rows] == [list(row.values()) for row in rows]
    for options in (
        {"by": "wave", "top": 1},
        {"by": "wave", "wide": True},
        {"panel": True},
        {"by": "region"},
    ):
        with pytest.raises(WrongOption):
            show(survey, **options)
