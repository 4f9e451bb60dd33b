"""A gap in points that says it is significant or important is held to its test; one that says it is not passes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FIGURES = {
    "France": {"citizens": 40.0, "mayors": 20.0},
    "Bretagne": {"citizens": 40.8, "mayors": 23.5},
}
DATA = "wave,region,stakeholder,indicator,item,value,unit,base\n" + "".join(
    f"2023,{region},{group},fragilities,employment,{value},percent,900\n"
    for region, values in FIGURES.items()
    for group, value in values.items()
)
FR = "En Bretagne, 40,8 % des citoyens citent l'emploi"
EN = "In Brittany, 40.8% of citizens name employment"


def gaps(phare: Phare, folder: Path, words: str) -> list[tuple[str, str]]:
    """Return kind and status of the claims of a page beside its first figure, which is right."""
    (folder / "note.txt").write_text(words, encoding="utf-8")
    first, *others = phare("verify note.txt -f json", data=DATA).rows
    assert first["status"] == "right"
    return [(row["kind"], row["status"]) for row in others]


@pytest.mark.parametrize(
    "words",
    [
        f"{FR}, soit {{}} de plus que {{}}, un écart significatif.",
        f"{FR}, soit {{}} de plus que {{}}, une différence nette.",
        f"{FR}, soit {{}} de plus que {{}} (écart important).",
        f"{FR}, soit {{}} de plus que {{}}, ce qui est significatif.",
        f"{FR}, soit {{}} de plus que {{}} : un écart statistiquement significatif.",
        f"{FR}, soit un écart marqué de {{}} avec {{}}.",
        f"{FR}, soit un net écart de {{}} avec {{}}.",
        f"{FR} : l'écart de {{}} avec {{}} est significatif.",
        f"{EN}, {{}} more than {{}}, a significant difference.",
        f"{EN}, {{}} more than {{}}, a clear lead.",
        f"{EN}, {{}} more than {{}}, which is statistically significant.",
        f"{EN}, a significant gap of {{}} with {{}}.",
    ],
)
def test_a_gap_that_is_called_significant_is_right_only_when_established(
    phare: Phare, tmp_path: Path, words: str
) -> None:
    sides = (
        [("0,8 point", "les Français"), ("17,3 points", "les maires")]
        if words.startswith(FR)
        else [("0.8 points", "French citizens"), ("17.3 points", "mayors")]
    )
    told = [gaps(phare, tmp_path, words.format(*each)) for each in sides]

    assert told == [[("gap", "overstated")], [("gap", "right")]]


@pytest.mark.parametrize(
    "words",
    [
        f"{FR}, soit 0,8 point de plus que les Français.",
        f"{FR}, soit 0,8 point de plus que les Français, un écart non significatif.",
        f"{FR}, soit 0,8 point de plus que les Français, un écart qui n'est pas significatif.",
        f"{FR}, soit 0,8 point de plus que les Français, un écart peu important.",
        f"{EN}, 0.8 points more than French citizens.",
        f"{EN}, 0.8 points more than French citizens, a difference that is not significant.",
        f"{EN}, 0.8 points more than French citizens, not a significant gap.",
    ],
)
def test_a_gap_that_claims_no_weight_stays_right(phare: Phare, tmp_path: Path, words: str) -> None:
    assert gaps(phare, tmp_path, words) == [("gap", "right")]
