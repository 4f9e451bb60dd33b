"""Whose figure is told: names left short, parts that open a clause, units, rows and asides that hold other figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "wave,region,stakeholder,segment,indicator,item,value,unit,base,response\n"
STATIONS = (
    HEADER
    + """2023,France,cyclistes assidus,,satisfaction,très satisfait,11,percent,700,single
2023,France,cyclistes assidus,,satisfaction,plutôt satisfait,44,percent,700,single
2023,France,cyclistes assidus,,satisfaction,pas satisfait,45,percent,700,single
2025,France,cyclistes assidus,,satisfaction,très satisfait,19,percent,900,single
2025,France,cyclistes assidus,,satisfaction,plutôt satisfait,43,percent,900,single
2025,France,cyclistes assidus,,satisfaction,pas satisfait,38,percent,900,single
2025,France,cyclistes débutants,,satisfaction,très satisfait,33,percent,500,single
2025,France,cyclistes débutants,,satisfaction,plutôt satisfait,41,percent,500,single
2025,France,cyclistes débutants,,satisfaction,pas satisfait,26,percent,500,single
2025,France,cyclistes assidus,,craintes,vol du vélo,57,percent,900,multiple
2025,France,cyclistes assidus,,craintes,accident,36,percent,900,multiple
2025,France,cyclistes assidus,,craintes,meilleur éclairage,21,percent,900,multiple
2025,France,cyclistes débutants,,craintes,vol du vélo,31,percent,500,multiple
2025,France,cyclistes débutants,,craintes,accident,63,percent,500,multiple
2025,France,cyclistes débutants,,craintes,meilleur éclairage,28,percent,500,multiple
2025,France,cyclistes assidus,femmes,craintes,vol du vélo,49,percent,300,multiple
2025,France,cyclistes assidus,femmes,craintes,accident,47,percent,300,multiple
2025,France,cyclistes assidus,,notes,éclairage,5.2,score_10,900,
2025,France,cyclistes assidus,,notes,revêtement,6.9,score_10,900,
2025,France,cyclistes débutants,,notes,éclairage,6.1,score_10,500,
2025,France,cyclistes débutants,,notes,revêtement,7.4,score_10,500,
"""
)
WHOSE_IN_FRENCH = {
    "57 % des assidus craignent le vol du vélo, contre 31 % des débutants.": ["right", "right"],
    "Chez les débutants, 63 % craignent un accident.": ["right"],
    "Les débutants sont 57 % à craindre un accident.": ["wrong"],
    "Les assidus notent l'éclairage 5,2 sur 10, les débutants 6,1.": ["right", "right"],
    "Chez les débutants, le revêtement obtient la meilleure note (7,4/10).": ["right"],
    "Chez les débutants, le revêtement obtient la meilleure note (6,9/10).": ["wrong"],
    "62 % des assidus sont satisfaits, dont 19 % de très satisfaits ; ils étaient 55 % en 2023.": ["right"] * 3,
    "62 % des assidus sont satisfaits, dont 19 % de très satisfaits ; ils étaient 11 % en 2023.":
        ["right", "right", "wrong"],
    "57 % des assidus citent le vol du vélo et 44 % la pluie.": ["right", "unknown"],
    "57 % des assidus citent le vol du vélo et 36 % l'accident.": ["right", "right"],
    "Les débutants citent l'accident à 63 % ; le vol du vélo vient ensuite, avec 31 %.": ["right", "right"],
    "Chez les femmes, près d'un cycliste assidu sur deux (49 %) craint le vol du vélo.": ["right"],
    "Parmi les femmes, 47 % des cyclistes assidus craignent un accident.": ["right"],
    "Dans la police, 44 % des cyclistes assidus craignent un accident.": ["unknown"],
    "Dans l'ensemble, 44 % des cyclistes assidus craignent un accident.": ["wrong"],
    "Les loueurs de vélos sont 57 % à craindre un accident.": ["unknown"],
    "Les loueurs de vélos, eux, sont 44 % à craindre un accident.": ["unknown"],
    "Accident : 36 % chez les assidus (47 % chez les femmes).": ["right", "right"],
    "36 % des assidus craignent un accident, moins que les débutants (63 %).": ["right", "right"],
}  # fmt: skip
SHOPS = (
    HEADER
    + """2022,Kent,small shops,,worries,rent rises,31,percent,700,multiple
2022,Kent,large shops,,worries,rent rises,22,percent,400,multiple
2025,Kent,small shops,,worries,rent rises,52,percent,700,multiple
2025,Kent,small shops,,worries,finding staff,28,percent,700,multiple
2025,Kent,small shops,family firms,worries,rent rises,49,percent,200,multiple
2025,Kent,large shops,,worries,rent rises,19,percent,400,multiple
2025,Kent,large shops,,worries,finding staff,61,percent,400,multiple
2025,Kent,small shops,,scores,trust in the bank,6.4,score_10,700,
2025,Kent,large shops,,scores,trust in the bank,7.8,score_10,400,
2025,Kent,small shops,,plans,change of bank,17,percent,700,multiple
"""
)
WHOSE = {
    "52% of small shops fear rent rises, against 19% of large ones.": ["right", "right"],
    "61% of large ones fear finding staff.": ["right"],
    "28% of large ones fear finding staff.": ["wrong"],
    "Large shops score trust in the bank at 7.8.": ["right"],
    "Large shops, tired no doubt, score trust in the bank at 7.8.": ["right"],
    "52% of small shops cite rent rises and 33% crime.": ["right", "unknown"],
    "52% of small shops cite rent rises and 28% finding staff.": ["right", "right"],
    "In family firms, one small shop in two (49%) fears rent rises.": ["right"],
    "In the arts, 33% of small shops fear rent rises.": ["unknown"],
    "In general, 33% of small shops fear rent rises.": ["wrong"],
    "Rent rises: 52% of small shops (49% in family firms).": ["right", "right"],
    "52% of small shops fear rent rises, more than large shops (19%).": ["right", "right"],
    "Some 52% of small shops fear rent rises, and a third (31%) already did in 2022.": ["right", "right"],
    "61% of large shops cite finding staff; rent rises come next, with 19%.": ["right", "right"],
}


@pytest.mark.parametrize(("data", "lines"), [(STATIONS, WHOSE_IN_FRENCH), (SHOPS, WHOSE)])
def test_a_figure_is_of_whom_its_own_clause_tells(
    phare: Phare, tmp_path: Path, data: str, lines: dict[str, list[str]]
) -> None:
    heads = [f"## {chr(65 + number)}\n\n{line}" for number, line in enumerate(lines)]
    (tmp_path / "page.md").write_text("\n\n".join(heads), encoding="utf-8")
    found: dict[str, list[str]] = {line: [] for line in lines}
    for row in phare("verify page.md -f json", data=data).rows:
        if row["kind"] == "figure":
            found[list(lines)[row["line"] // 4]].append(row["status"])

    assert found == lines


FEARS = (
    HEADER
    + """2024,France,lycéens,,craintes,climat,24,percent,854,multiple
2024,Corse,lycéens,,craintes,climat,12,percent,93,multiple
2024,Bretagne,lycéens,,craintes,climat,31,percent,93,multiple
"""
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Corse, climat (référence : France) : 12 % dans la région, 24 % dans la nation.",
        "Comparée à la France, la Corse compte 12 % de lycéens inquiets du climat dans la région.",
        "En Corse, 12 % des 93 lycéens de la région citent le climat.",
        "Corse, climat (reference: France): 12% of lycéens in the region.",
    ],
)
def test_the_region_is_the_one_that_its_sentence_or_text_names_and_never_its_reference(
    phare: Phare, tmp_path: Path, sentence: str
) -> None:
    (tmp_path / "page.md").write_text(f"# Craintes\n\n{sentence}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=FEARS).rows

    assert {row["status"] for row in rows} == {"right"}


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("48 % des entreprises de la région PACA sont engagées dans un partenariat.", ["wrong"]),
        ("45 % des entreprises de la région PACA sont engagées dans un partenariat, contre 37 % en France.",
         ["right", "right"]),
        ("En région Sud, 45 % des entreprises sont engagées dans un partenariat.", ["right"]),
        ("En région Grand Ouest, 37 % des entreprises sont engagées dans un partenariat.", ["unknown"]),
        ("Dans notre région, 48 % des entreprises sont engagées dans un partenariat.", ["unknown"]),
        ("Au niveau régional, 48 % des entreprises sont engagées dans un partenariat.", ["unknown"]),
        ("Les entreprises régionales sont 48 % à être engagées dans un partenariat.", ["unknown"]),
    ],
)  # fmt: skip
def test_a_region_that_is_told_or_meant_is_never_taken_for_the_nation(
    phare: Phare, tmp_path: Path, sentence: str, statuses: list[str]
) -> None:
    (tmp_path / "page.md").write_text(f"# Note\n\n{sentence}\n", encoding="utf-8")

    assert [row["status"] for row in phare("verify page.md -f json").rows] == statuses


@pytest.mark.parametrize(
    "sentence",
    [
        "En PACA, 91 % des entreprises jugent que l'innovation passe par les alliances, mais seules 45 % sont "
        "engagées dans un partenariat.",
        "En PACA, 67 % des associations citent l'emploi parmi les fragilités et 47 % sont engagées dans un "
        "partenariat.",
    ],
)
def test_a_figure_is_of_the_question_that_its_own_clause_names(
    phare: Phare, tmp_path: Path, sentence: str
) -> None:
    (tmp_path / "page.md").write_text(f"# Note\n\n{sentence}\n", encoding="utf-8")

    assert [row["status"] for row in phare("verify page.md -f json").rows] == ["right", "right"]


def test_a_figure_of_another_wave_is_not_wrong_where_the_text_tells_of_none(
    phare: Phare, tmp_path: Path
) -> None:
    text = "En France, 31 % des lycéens craignent le climat."
    data = HEADER + "".join(
        f"{wave},France,lycéens,,craintes,climat,{value},percent,800,multiple\n"
        for wave, value in ((2020, 31), (2024, 24))
    )
    (tmp_path / "page.md").write_text(f"# Craintes\n\n{text}\n", encoding="utf-8")
    (tmp_path / "dated.md").write_text(f"# Craintes en 2024\n\n{text}\n", encoding="utf-8")

    rows = phare("verify page.md dated.md -f json", data=data).rows

    assert [row["status"] for row in rows] == ["ambiguous", "wrong"]
