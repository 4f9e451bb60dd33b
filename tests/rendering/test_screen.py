"""A picture for a screen: every figure whole at every width, in colour and without, and nothing but text in a pipe."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from rich.cells import cell_len

from phare_cli import plot, read
from phare_cli.drawing.themes.theme import READABLE, contrast, luminance
from phare_cli.rendering.screen.fills import BACKGROUNDS, letters_of, style_of

Phare = Callable[..., Any]
ANSI = re.compile(r"\x1b\[[\d;]*m")
HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,scale,order\n"
REGIONS = ("France", "Bretagne", "Corse", "PACA", "Bourgogne-Franche-Comté", "La Réunion")
LONG = "anticonstitutionnellement, et quelle que soit la personne interrogée 漢字 👩‍👧 é"


def worries(wave: str = "2023") -> str:
    return "".join(
        f'Barometer,{wave},{region},{group},worries,"{item}",{(place * 31 + rank * 17 + int(wave)) % 101},{base},,\n'
        for place, region in enumerate(REGIONS)
        for group, base in (("citizens", 900 if region != "Corse" else 12), ("mayors", ""))
        for rank, item in enumerate(("air", "bruit", LONG))
    )


def scale(*values: float, group: str = "citizens", base: int = 900) -> str:
    return "".join(
        f"Barometer,2023,France,{group},trust,step {place},{value},{base},ordered,{place}\n"
        for place, value in enumerate(values, 1)
    )


ONE = HEADER + worries()
SEVERAL = HEADER + worries("2019") + worries("2021") + worries()
STACKS = (
    HEADER
    + scale(12, 45, 28, 15)
    + scale(5, 5, 5, 85, group="mayors")
    + scale(25, 25, 50, 0, group="companies", base=12)
    + "Barometer,2023,France,citizens,trust (agree),agree,57,900,,\n"
)
PRISMS = HEADER + "".join(
    f"Barometer,2023,France,citizens,{prism},item {place},{(place * by) % 100},900,,\n"
    for prism, by in (("trust", 37), ("worries", 53))
    for place in range(1, 60)
)
PICTURES = {
    "bars": ("plot worries -r PACA", ONE),
    "dots": ("plot worries -r PACA --style dots", ONE),
    "beside": ("plot worries -r PACA --compare --sample separate", ONE),
    "waves": ("plot worries -r PACA -r Corse --by wave", SEVERAL),
    "map": ("plot worries --style map --sample separate --stakeholder citizens", ONE),
    "heat": ("plot worries --style heat", ONE),
    "stacked": ("plot trust", STACKS),
    "diverging": ("plot trust --style diverging", STACKS),
    "cards": ("plot worries --style cards -r PACA", ONE),
    "multiples": ("plot worries --panels region --stakeholder citizens", ONE),
    "quadrant": ("plot worries --cross trust", PRISMS),
}


@pytest.mark.parametrize(("columns", "language"), [(40, "fr"), (80, "en"), (200, "fr")])
@pytest.mark.parametrize("name", PICTURES)
def test_no_line_is_wider_than_the_screen_with_colour_or_without(
    phare: Phare, name: str, columns: int, language: str
) -> None:
    command, data = PICTURES[name]
    run = phare(f"{command} --lang {language}", data=data, columns=columns)
    plain = phare(f"{command} --lang {language}", data=data, columns=columns, env={"NO_COLOR": "1"})

    assert (run.status, plain.status) == (0, 0)
    assert "\x1b" in run.out
    assert "\x1b" not in plain.out
    for text in (ANSI.sub("", run.out), plain.out):
        assert max(map(cell_len, text.splitlines())) <= columns


@pytest.mark.parametrize("columns", [40, 80, None])
@pytest.mark.parametrize(
    ("name", "show"),
    [
        ("bars", "show worries -r PACA"),
        ("dots", "show worries -r PACA"),
        ("map", "show worries --stakeholder citizens"),
        ("heat", "show worries"),
        ("cards", "show worries -r PACA"),
        ("multiples", "show worries --stakeholder citizens"),
        ("quadrant", "show"),
    ],
)
def test_every_figure_of_the_json_answer_is_printed_as_often(
    phare: Phare, name: str, show: str, columns: int | None
) -> None:
    command, data = PICTURES[name]
    rows = json.loads(phare(f"{show} -f json", data=data).out)["rows"]
    picture = ANSI.sub("", phare(f"{command} --title ' '", data=data, columns=columns).out)
    printed = re.findall(r"(?<![\d–.])\d+%", picture)

    assert all(
        printed.count(f"{value:.0f}%") >= [row["value"] for row in rows].count(value)
        for value in {row["value"] for row in rows}
    )


def test_the_steps_of_a_scale_stand_end_to_end_each_with_its_figure(phare: Phare) -> None:
    text = phare("plot trust", data=HEADER + scale(25, 25, 50) + scale(10, 40, 50, group="mayors")).out

    assert [line for line in text.splitlines() if "%" in line] == [
        "Citizens  ░░░░░ 25% ░░░░░▒▒▒▒▒ 25% ▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓ 50% ▓▓▓▓▓▓▓▓▓▓▓▓▓",
        "Mayors     10% ░▒▒▒▒▒▒▒▒▒ 40% ▒▒▒▒▒▒▒▒▒▒▓▓▓▓▓▓▓▓▓▓▓▓ 50% ▓▓▓▓▓▓▓▓▓▓▓▓▓",
    ]


def test_bars_around_the_middle_of_a_scale_share_that_middle(phare: Phare) -> None:
    text = phare(
        "plot trust --style diverging", data=HEADER + scale(50, 50) + scale(20, 80, group="mayors")
    ).out
    citizens, mayors = (line for line in text.splitlines() if "%" in line)

    assert citizens.index("▓") == mayors.index("▓")


def test_what_is_too_imprecise_is_in_brackets_and_said_so(phare: Phare) -> None:
    text = phare("plot trust", data=HEADER + scale(20, 80, base=12)).out

    assert "[   20%    ][" in text
    assert "[] too imprecise to rely on" in text


def test_a_map_says_which_region_is_told_apart_from_the_nation(phare: Phare) -> None:
    rows = (("France", 40, 2000), ("Bretagne", 42, 400), ("PACA", 70, 800), ("Occitanie", 10, 800))
    data = HEADER + "".join(f"B,2023,{name},citizens,t,yes,{value},{base},,\n" for name, value, base in rows)
    text = phare("plot t --style map --sample separate", data=data).out

    assert "█ PACA▲ █" in text
    assert "░ OCC▼ ░" in text
    assert "▓ BRE≈ ▓" in text
    assert "≈ not told apart from France" in text


def test_no_letter_of_a_shade_touches_a_figure_of_a_map(phare: Phare) -> None:
    places = ("Ain", "Aisne", "Allier", "Gard", "Nord", "Paris", "Var", "Lot", "Guyane")
    data = HEADER + "".join(
        f"B,2023,{name},citizens,t,yes,{place * 11},,,\n" for place, name in enumerate(places)
    )
    text = phare("plot t --style map", data=data).out
    figures = re.findall(r"\S*\d+%\S*", text.split("near where they lie")[0])

    assert {f"{place * 11}%" for place in range(9)} <= set(figures)
    assert all(re.fullmatch(r"\d{1,3}%", figure) for figure in figures)


def test_waves_are_heights_with_what_each_step_bears(phare: Phare) -> None:
    data = HEADER + "".join(
        f"B,{wave},France,citizens,t,yes,{value},2000,,\n"
        for wave, value in (("2019", 10), ("2021", 60), ("2023", 61))
    )
    text = phare("plot t --by wave --title ' '", data=data).out

    assert re.search(r"▂▂▇▇▇ .*10%    60% ▲  61% ○  \+51 points  ▲ up", text)


def test_a_wave_between_that_lacks_leaves_a_blank_and_is_told(phare: Phare) -> None:
    data = HEADER + "".join(
        f"B,{wave},France,citizens,t,{item},{value},2000,,\n"
        for wave, item, value in (
            ("2019", "yes", 50),
            ("2021", "no", 50),
            ("2023", "yes", 50),
            ("2019", "no", 50),
            ("2023", "no", 50),
        )
    )
    text = phare("plot t --by wave --title ' '", data=data).out

    assert re.search(r"Yes +█   █ ", text)
    assert re.search(r"No +█████ ", text)
    assert "A blank after a wave" in text


def test_a_wide_letter_takes_its_two_columns(phare: Phare) -> None:
    lines = phare("plot worries -r PACA", data=ONE, env={"NO_COLOR": "1"}, columns=200).out.splitlines()
    starts = {cell_len(line[: line.index("█")]) for line in lines if "█" in line}

    assert len(starts) == 1


def test_an_encoding_without_blocks_is_given_what_it_holds(phare: Phare) -> None:
    run = phare("plot worries -r PACA", data=ONE, encoding="latin-1")

    assert run.status == 0
    assert re.search(r"Air +#+ +\d+%", run.out)


def test_shades_are_told_apart_in_letters() -> None:
    assert all(
        len(set(letters_of(count, is_unicode=each))) == count
        for count in range(1, 8)
        for each in (True, False)
    )


def _of_xterm(code: int) -> str:
    """Return a colour of the cube of xterm's 256, 16 to 231 (its 256colres.pl)."""
    steps = (0, 95, 135, 175, 215, 255)
    red, green, blue = (steps[(code - 16) // by % 6] for by in (36, 6, 1))
    return f"#{red:02x}{green:02x}{blue:02x}"


def test_letters_on_a_shade_can_be_read_and_shades_darken() -> None:
    lights = [luminance(_of_xterm(code)) + 0.05 for code in BACKGROUNDS.values()]
    codes = [re.fullmatch(r"48;5;(\d+);38;5;(\d+)", style_of(tone)) for tone in BACKGROUNDS]

    assert all(
        code and contrast(*(_of_xterm(int(part)) for part in code.groups())) >= READABLE for code in codes
    )
    assert all(light >= 1.1 * darker for light, darker in pairwise(lights))


@pytest.mark.parametrize("option", ["--width 400", "--height 300", "--theme dark"])
def test_what_is_for_a_file_asks_for_one(phare: Phare, option: str) -> None:
    run = phare(f"plot worries {option}", data=ONE)

    assert run.status == 2
    assert f"{option.split()[0]} is for a picture in a file" in run.err


def test_words_are_written_beside_what_is_printed(phare: Phare, tmp_path: Any) -> None:
    run = phare("plot worries -r PACA --alt a.txt", data=ONE)

    assert "█" in run.out
    assert "Air: " in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_a_small_line_stands_beside_the_waves_of_a_table(phare: Phare) -> None:
    data = HEADER + "".join(
        f"B,{wave},France,citizens,t,{item},{value},2000,,\n"
        for wave, values in (("2019", (10, 0)), ("2021", (60, 100)), ("2023", (99, "")))
        for item, value in zip(("yes", "no"), values, strict=True)
    )
    text = phare("show t --by wave", data=data, columns=120, env={"NO_COLOR": "1"}).out

    assert re.search(r"10% +60% +99%  ▁▅█ ", text)
    assert "▁" not in phare("show t --by wave --no-bars", data=data).out
    assert "▁" not in phare("show t --by wave -f markdown", data=data).out


def test_python_prints_what_the_command_line_prints(phare: Phare, tmp_path: Any, capsys: Any) -> None:
    class Printer:
        def text(self, text: str) -> None:
            sys.stdout.write(text)

    printed = phare("plot worries -r PACA --title ' '", data=ONE).out
    plot(read(tmp_path / "results.csv"), "worries", regions=["PACA"], title=" ")._repr_pretty_(
        Printer(), False
    )

    assert capsys.readouterr().out == printed
