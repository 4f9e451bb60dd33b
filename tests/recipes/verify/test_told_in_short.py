"""What a sentence leaves to the one before it: whom a denial goes on to, what a total is made of, who is counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,base,response\n"
ROWING = HEAD + "".join(
    f"2024,Ireland,{group},{indicator},{item},{value},{base},{response}\n"
    for group, indicator, item, value, base, response in (
        ("rowers", "places too far away", "boathouse", 44, 900, "multiple"),
        ("rowers", "places too far away", "shop", 21, 900, "multiple"),
        ("rowers", "places too far away", "lake", 12, 900, "multiple"),
        ("coaches", "places too far away", "boathouse", 30, 300, "multiple"),
        ("coaches", "places too far away", "shop", 9, 300, "multiple"),
        ("coaches", "places too far away", "lake", 10, 300, "multiple"),
        ("rowers", "coming back", "certainly", 50, 900, "single"),
        ("rowers", "coming back", "perhaps", 29, 900, "single"),
        ("rowers", "coming back", "hardly", 13, 900, "single"),
        ("rowers", "coming back", "never", 8, 900, "single"),
        ("coaches", "coming back", "certainly", 40, 300, "single"),
        ("coaches", "coming back", "perhaps", 33, 300, "single"),
        ("coaches", "coming back", "hardly", 20, 300, "single"),
        ("coaches", "coming back", "never", 7, 300, "single"),
    )
)
AVIRON = HEAD + "".join(
    f"2024,France,{group},{indicator},{item},{value},,{response}\n"
    for group, indicator, item, value, response in (
        ("rameurs", "lieux trop éloignés", "hangar à bateaux", 44, "multiple"),
        ("rameurs", "lieux trop éloignés", "poste de secours", 21, "multiple"),
        ("rameurs", "lieux trop éloignés", "plan d'eau", 32, "multiple"),
        ("entraîneurs", "lieux trop éloignés", "hangar à bateaux", 30, "multiple"),
        ("entraîneurs", "lieux trop éloignés", "poste de secours", 9, "multiple"),
        ("entraîneurs", "lieux trop éloignés", "plan d'eau", 10, "multiple"),
        ("rameurs", "avis", "favorable aux stages", 62, ""),
        ("entraîneurs", "avis", "favorable aux stages", 81, ""),
        ("rameurs", "revenir", "certainement", 50, "single"),
        ("rameurs", "revenir", "peut-être", 29, "single"),
        ("rameurs", "revenir", "rarement", 13, "single"),
        ("rameurs", "revenir", "jamais", 8, "single"),
    )
)


def _told(phare: Phare, folder: Path, data: str, title: str, text: str) -> list[tuple[str, str]]:
    (folder / "page.md").write_text(f"# {title}\n\n{text}\n", encoding="utf-8")
    return [(row["text"], row["status"]) for row in phare("verify page.md -f json", data=data).rows]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "38 % des rameurs ne sont pas favorables aux stages ; chez les entraîneurs, 19 %.",
            [("38 %", "right"), ("19 %", "right")],
        ),
        (
            "38 % des rameurs ne sont pas favorables aux stages ; parmi les entraîneurs, deux sur dix.",
            [("38 %", "right"), ("deux sur dix", "right")],
        ),
        (
            "38 % des rameurs ne sont pas favorables aux stages ; 81 % des entraîneurs le sont.",
            [("38 %", "right"), ("81 %", "right")],
        ),
        (
            "44 % des rameurs jugent le hangar à bateaux trop loin, 32 % le plan d'eau. Le hangar est le lieu "
            "le plus souvent cité, le poste ferme la marche.",
            [
                ("44 %", "right"),
                ("32 %", "right"),
                ("le plus souvent cité", "overstated"),
                ("ferme la marche", "overstated"),
            ],
        ),
        (
            "50 % des rameurs reviendront certainement. Les 21 % restants se répartissent entre rarement (13 %) "
            "et jamais (8 %).",
            [("50 %", "right"), ("21 %", "right"), ("13 %", "right"), ("8 %", "right")],
        ),
        (
            "Les mécaniciens sont, dit-on, 70 % à juger le hangar à bateaux trop loin.",
            [("70 %", "unknown")],
        ),
        (
            "Pour le poste de secours, la part est de 21 % chez les rameurs, et l'éloignement du gymnase est "
            "regretté par 7 % des rameurs.",
            [("21 %", "right"), ("7 %", "unknown")],
        ),
    ],
)
def test_french_sentences_leave_words_out(
    phare: Phare, tmp_path: Path, text: str, told: list[tuple[str, str]]
) -> None:
    assert _told(phare, tmp_path, AVIRON, "L'aviron en France", text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "50% of rowers will certainly come back. The remaining 21% are split between hardly (13%) and never (8%).",
            [("50%", "right"), ("21%", "right"), ("13%", "right"), ("8%", "right")],
        ),
        (
            "50% of rowers will certainly come back. The other 24% of rowers are split between hardly (13%) and "
            "never (8%).",
            [("50%", "right"), ("24%", "wrong"), ("13%", "right"), ("8%", "right")],
        ),
        (
            "In Ireland, 44% of rowers find the boathouse too far away.\n\nSeen on a cup: "
            "“I'm one of the 30% for whom the boathouse is too far”.",
            [("44%", "right"), ("30%", "ambiguous")],
        ),
    ],
)
def test_english_sentences_leave_words_out(
    phare: Phare, tmp_path: Path, text: str, told: list[tuple[str, str]]
) -> None:
    assert _told(phare, tmp_path, ROWING, "Rowing in Ireland", text) == told


def test_a_gap_is_no_surer_than_the_figure_it_is_counted_from(phare: Phare, tmp_path: Path) -> None:
    text = "« 44 % des rameurs se lamentent », et c'est 3 points de plus que chez les entraîneurs. Le plan d'eau ?"

    assert ("3 points de plus que chez les entraîneurs", "wrong") not in _told(
        phare, tmp_path, AVIRON, "L'aviron en France", text
    )


def test_a_heading_behind_text_dates_its_own_section(phare: Phare, tmp_path: Path) -> None:
    data = ROWING + ROWING.removeprefix(HEAD).replace("2024,", "2020,").replace(
        "boathouse,44", "boathouse,39"
    )
    text = (
        "A letter.\n\nOn the wall someone wrote: “Rowers and the boathouse: 39%”.\n\n"
        "## Rowing in 2020\n\nIn Ireland, 39% of rowers found the boathouse too far away.\n"
    )

    assert _told(phare, tmp_path, data, "Rowing in Ireland", text) == [("39%", "ambiguous"), ("39%", "right")]
