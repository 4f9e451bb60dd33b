"""A reference of another survey or wave: ``--to-survey`` and ``--to-wave``, and how readers learn that there is one."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from typing import Any

import pytest

from phare_cli.measuring.normal import two_sided_p

Phare = Callable[..., Any]
DATA = (
    "survey,wave,region,stakeholder,indicator,item,value,base,in_national_sample,rounded_to,universe\n"
    "Baro PACA,2026,PACA,companies,engagement,partnerships,45,600,yes,0,\n"
    "Baromètre national,2025,France,companies,engagement,partnerships,37,2000,,0,\n"
    "Baromètre national,2023,France,companies,engagement,partnerships,30,2000,,0,\n"
)
OWN = "-r PACA --survey 'Baro PACA'"


def test_a_reference_of_another_round_is_told_of_with_what_to_ask(phare: Phare) -> None:
    notes = phare(f"compare {OWN} -f json", data=DATA).json["notes"]

    assert (
        "To set them beside one another: Baromètre national, 2023 (--to-survey 'Baromètre national' --to-wave 2023); "
        "Baromètre national, 2025 (--to-survey 'Baromètre national' --to-wave 2025)."
    ) in notes
    assert (
        "France has such figures in another survey or wave: Baromètre national, 2023; Baromètre national, 2025."
    ) in notes


def test_another_wave_of_the_same_survey_is_asked_for_by_its_wave_alone(phare: Phare) -> None:
    data = DATA.replace("Baro PACA", "Baromètre national")

    notes = phare("compare -r PACA -f json", data=data).json["notes"]

    assert any("2023 (--to-wave 2023); Baromètre national, 2025 (--to-wave 2025)" in note for note in notes)


def test_nothing_is_told_of_other_rounds_where_the_reference_is_there(phare: Phare) -> None:
    data = DATA + "Baro PACA,2026,France,companies,engagement,partnerships,40,900,,0,\n"

    notes = phare(f"compare {OWN} -f json", data=data).json["notes"]

    assert not any("--to-survey" in note for note in notes)


def test_a_figure_of_another_item_is_no_reference_to_ask_for(phare: Phare) -> None:
    notes = phare(
        f"compare {OWN} -f json",
        data=DATA.replace("PACA,companies,engagement,partnerships", "PACA,mayors,e,x"),
    ).json["notes"]

    assert not any("--to-survey" in note for note in notes)


def test_what_was_told_may_be_typed(phare: Phare) -> None:
    run = phare(f"compare {OWN} --to-survey 'Baromètre national' --to-wave 2025 -f json", data=DATA)

    [row] = run.rows
    assert (row["value"], row["reference"], row["verdict"]) == (45, 37, "above")


def test_two_surveys_are_samples_apart_whatever_the_data_say_of_the_nation(phare: Phare) -> None:
    [row] = phare(f"compare {OWN} --to-survey 'Baromètre national' --to-wave 2025 -f json", data=DATA).rows

    pooled = (600 * 0.45 + 2000 * 0.37) / 2600
    z = 0.08 / sqrt(pooled * (1 - pooled) * (1 / 600 + 1 / 2000))
    assert row["p_value"] == pytest.approx(two_sided_p(z), rel=1e-9)


def test_the_nation_may_stand_beside_itself_in_another_wave(phare: Phare) -> None:
    rows = phare("compare -r France --wave 2025 --to-wave 2023 -f json", data=DATA).rows

    assert [(row["value"], row["reference"], row["to"]) for row in rows] == [(37, 30, "France")]


def test_within_its_own_round_a_region_is_still_inside_its_nation(phare: Phare) -> None:
    inside = DATA + "Baromètre national,2025,PACA,companies,engagement,partnerships,41,300,yes,0,\n"
    only = "--survey 'Baromètre national' --wave 2025 -r PACA -f json"

    asked = phare(f"compare {only} --to-survey 'Baromètre national' --to-wave 2025", data=inside).rows

    assert asked == phare(f"compare {only}", data=inside).rows


def test_universes_that_differ_are_not_tested_across_surveys_either(phare: Phare) -> None:
    data = DATA.replace("yes,0,", "yes,0,with employees").replace("37,2000,,0,", "37,2000,,0,all")

    [row] = phare(f"compare {OWN} --to-survey 'Baromètre national' --to-wave 2025 -f json", data=data).rows

    assert (row["verdict"], row["reason"]) == ("untestable", "different_universe")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            "--to-survey 'Baromètre national'",
            "“Baromètre national” has several waves: choose one with --to-wave, 2025 or 2023.",
        ),
        (
            "--to-survey 'Baromètre national' --to-wave 2026",
            "“Baromètre national” has no wave 2026: it has 2025 and 2023.",
        ),
        (
            "-r France --wave 2025 --to-wave 2025",
            "France cannot be compared with itself: choose another --to.",
        ),
        (
            "--by wave --to-wave 2023",
            "--to-wave names where the reference of a region is taken from: leave it out with --by wave.",
        ),
    ],
)
def test_a_round_that_cannot_be_is_refused(phare: Phare, options: str, said: str) -> None:
    run = phare(f"compare {options}", data=DATA)

    assert (run.status, run.err) == (2, f"phare: {said}\n")


def test_a_survey_that_is_not_there_is_refused_with_the_nearest(phare: Phare) -> None:
    run = phare("compare --to-survey 'Barometre nationnal'", data=DATA)

    assert (run.status, "Did you mean" in run.err) == (2, True)


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        (
            "en",
            "Provence-Alpes-Côte d'Azur beside France (Baromètre national, 2025)",
            "against 37% in France (Baromètre national, 2025)",
        ),
        (
            "fr",
            "Provence-Alpes-Côte d’Azur (référence : France (Baromètre national, 2025))",
            "contre 37 % en France (Baromètre national, 2025)",
        ),
    ],
)
def test_the_round_of_the_reference_is_named(phare: Phare, language: str, title: str, said: str) -> None:
    command = f"compare {OWN} --to-survey 'Baromètre national' --to-wave 2025 --sentences --lang {language}"

    out = phare(command, data=DATA).out.replace("\u00a0", " ").replace("\u202f", " ")

    assert (out.startswith(title), said in out) == (True, True)


def test_a_block_takes_its_reference_from_another_round(phare: Phare, tmp_path: Any) -> None:
    (tmp_path / "own.csv").write_text(DATA, encoding="utf-8")
    command = (
        f"compare {OWN} --data own.csv --to-survey 'Baromètre national' --to-wave 2025 --sentences --lang en"
    )
    (tmp_path / "note.md").write_text(f"<!-- phare: {command} -->\n<!-- /phare -->\n", encoding="utf-8")

    run = phare("update note.md")

    assert (run.status, "against 37%" in (tmp_path / "note.md").read_text(encoding="utf-8")) == (0, True)
