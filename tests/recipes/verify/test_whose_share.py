"""Whose, where and when a share is that words around it tell: a figure of something else is never called wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,unit,base,response\n"
PLACES = ("England", "Kent", "York")
VALUES = {  # in each place, in 2020 and 2024
    ("cyclists", "safer crossings"): ((41, 62), (33, 52), (30, 31)),
    ("cyclists", "wider pavements"): ((18, 27), (12, 24), (11, 48)),
    ("walkers", "safer crossings"): ((22, 37), (14, 74), (17, 37)),
    ("walkers", "wider pavements"): ((35, 57), (29, 43), (23, 66)),
}
TRUST = {
    "strongly trust": (9, 8),
    "somewhat trust": (46, 42),
    "somewhat distrust": (29, 32),
    "strongly distrust": (16, 18),
}
EN = (
    HEAD
    + "".join(
        f"{wave},{place},{group},street wishes,{item},{value},percent,2000,multiple\n"
        for (group, item), of in VALUES.items()
        for place, both in zip(PLACES, of, strict=True)
        for wave, value in zip((2020, 2024), both, strict=True)
    )
    + "".join(
        f"{wave},England,cyclists,trust in the council,{item},{value},percent,2000,single\n"
        for item, both in TRUST.items()
        for wave, value in zip((2020, 2024), both, strict=True)
    )
)
_TRUST_FR = (
    "tout à fait confiance", "plutôt confiance", "plutôt pas confiance", "pas du tout confiance",
)  # fmt: skip
FR = EN
for _english, _french in (
    *zip(TRUST, _TRUST_FR, strict=True), ("England", "France"), ("Kent", "Bretagne"), ("York", "Corse"),
    ("cyclists", "cyclistes"), ("walkers", "piétons"), ("street wishes", "attentes de voirie"),
    ("safer crossings", "carrefours plus sûrs"), ("wider pavements", "trottoirs plus larges"),
    ("trust in the council", "confiance dans la mairie"),
):  # fmt: skip
    FR = FR.replace(_english, _french)
WANT = "of cyclists want safer crossings"
VEULENT = "des cyclistes veulent des carrefours plus sûrs"
IN_ENGLISH = {
    "31% of York cyclists want safer crossings, half the England share (62%).": "right right right",
    f"In York, 31% {WANT}, half England's rate.": "right right",
    f"In Kent, 52% {WANT}, half the England share (62%).": "right wrong right",
    "24% of Kent cyclists want wider pavements, double the 2020 share of 12%.": "right right right",
    "24% of Kent cyclists want wider pavements, double the 2020 share of 19%.": "right right wrong",
    "24% of Kent cyclists want wider pavements. The London share of 25% is close.": "right unknown",
    f"In Kent, 52% {WANT}. It is far higher than in York, with 31%.": "right right right",
    f"In Kent, 52% {WANT}. It is far higher than in York, with 39%.": "right right wrong",
    "Among cyclists, at 52%, safer crossings are wanted more in Kent than in York.": "right right",
    f"Four years on from the 2020 survey, 62% {WANT}.": "right",
    f"Four years on from the first survey, 41% {WANT}.": "ambiguous",
    "The share of cyclists who want safer crossings rose from 41% to 62%, and walkers reached 37%.":
        "right right right right",
    f"62% {WANT}, and wider pavements rose by 9 points to 27%.": "right right right",
    f"62% {WANT}, and wider pavements rose by 21 points to 27%.": "right wrong right",
    "37% of walkers want safer crossings. The share rose by 15 points in four years, and wider pavements did too.":
        "right right",
    "50% of cyclists trust the council, including 8% strongly. In 2020 the total was 55%, of which 9% strongly.":
        "right right right right",
    "50% of cyclists trust the council. In 2020 the total was 55%, of which 21% strongly.": "right right wrong",
    f"In Kent, 52% {WANT}, 10 points below the average (62%) and more than in York.":
        "right right right right",
    "Cyclists want safer crossings more than wider pavements in York (31% and 48% respectively).": "wrong right right",
    "Kent\n\nThe region's cyclists want safer crossings: 52%.": "right",
    f"York\n\n31% {WANT}.\n\nKent\n\n52% {WANT}.": "right right",
}  # fmt: skip
IN_FRENCH = {
    "24 % des cyclistes de Bretagne veulent des trottoirs plus larges, le double du taux de 2020 (12 %).":
        "right right right",
    f"En Bretagne, 52 % {VEULENT}. C'est bien plus qu'en Corse, avec 31 %.":
        "right right right",
    f"Quatre ans après l'enquête de 2020, 62 % {VEULENT}.": "right",
    f"62 % {VEULENT}, et les trottoirs plus larges gagnent 9 points, à 27 %.":
        "right right right",
    "Les cyclistes qui veulent des carrefours plus sûrs sont passés de 41 % à 62 %, et les piétons ont atteint 37 %.":
        "right right right",
    "37 % des piétons veulent des carrefours plus sûrs. La part gagne 15 points en quatre ans.": "right right",
    f"En Bretagne, 52 % {VEULENT}, 10 points au-dessous de la moyenne nationale (62 %) "
    "et plus qu'en Corse.": "right right right right",
    "Bretagne\n\nLes cyclistes de la région veulent des carrefours plus sûrs : 52 %.": "right",
    f"Corse\n\n31 % {VEULENT}.\n\nBretagne\n\n52 % {VEULENT}.": "right right",
}  # fmt: skip
ALONE = (
    "Did you know? Wider pavements: 43%.",
    "**The figure to remember.** Wanted wider pavements: 43%.",
    "THE FIGURE: on wider pavements, 43%.",
    "An undated chart gives walkers' wish for wider pavements as 43%.",
    "The third slide of the deck simply reads “Wider pavements: 43%”.",
    "Le saviez-vous ? Trottoirs plus larges : 43 %.",
    "LE CHIFFRE : sur les trottoirs plus larges, 43 %.",
    "Un graphique non daté donne 43 % de piétons pour les trottoirs plus larges.",
)


def statuses(phare: Phare, text: str, data: str, tmp_path: Path) -> str:
    (tmp_path / "page.txt").write_text(f"{text}\n", encoding="utf-8")
    return " ".join(row["status"] for row in phare("verify page.txt -f json", data=data).rows)


@pytest.mark.parametrize("text", IN_ENGLISH)
def test_a_share_is_of_whom_its_words_tell(tmp_path: Path, phare: Phare, text: str) -> None:
    assert statuses(phare, text, EN, tmp_path) == IN_ENGLISH[text]


@pytest.mark.parametrize("text", IN_FRENCH)
def test_a_share_is_of_whom_its_french_words_tell(tmp_path: Path, phare: Phare, text: str) -> None:
    assert statuses(phare, text, FR, tmp_path) == IN_FRENCH[text]


@pytest.mark.parametrize("text", ALONE)
def test_a_label_of_nobody_is_sure_of_nobody(tmp_path: Path, phare: Phare, text: str) -> None:
    data = FR if " %" in text else EN

    assert statuses(phare, f"74% in Kent.\n\n{text}", data, tmp_path).split()[-1] == "ambiguous"
