"""A headline that says something is a claim like another; a heading that only names things is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,base\n"
SHARES = {
    ("2023", "France"): (41, 46, 30),
    ("2025", "France"): (45, 42, 30),
    ("2023", "Bretagne"): (44, 55, 29),
    ("2025", "Bretagne"): (58, 40, 20),
}


def survey(question: str, items: tuple[str, ...], groups: tuple[str, ...]) -> str:
    """Return two waves of what two groups say in a region and in the nation; the second group says less by half."""
    return HEAD + "".join(
        f"{wave},{region},{group},{question},{item},{value / part},1200\n"
        for (wave, region), values in SHARES.items()
        for part, group in enumerate(groups, start=1)
        for item, value in zip(items, values, strict=True)
    )


FR = survey("Inquiétudes", ("Logement", "Emploi", "Mobilité"), ("Habitants", "Maires"))
EN = survey("Worries", ("Housing", "Jobs", "Transport"), ("Residents", "Mayors"))


@pytest.mark.parametrize(
    ("data", "headline", "kind", "status"),
    [
        (FR, "En Bretagne, le logement devient la première inquiétude des habitants", "order", "right"),
        (FR, "En Bretagne, l'emploi devient la première inquiétude des habitants", "order", "wrong"),
        (FR, "La mobilité, première inquiétude des maires de Bretagne", "order", "wrong"),
        (FR, "Emploi : les habitants de Bretagne plus inquiets qu'en 2023", "change", "wrong"),
        (FR, "En Bretagne, l'inquiétude des habitants pour l'emploi recule", "change", "right"),
        (FR, "En Bretagne, l'inquiétude des habitants pour le logement recule", "change", "wrong"),
        (FR, "Bretagne : le logement devance l'emploi chez les habitants", "order", "right"),
        (FR, "Bretagne : l'emploi devance le logement chez les habitants", "order", "wrong"),
        (FR, "Logement : les maires de Bretagne plus inquiets que les habitants", "comparison", "wrong"),
        (FR, "Logement : les habitants de Bretagne plus inquiets que les maires", "comparison", "right"),
        (FR, "L'inquiétude pour l'emploi recule en Bretagne", "change", "ambiguous"),
        (EN, "In Bretagne, housing becomes the leading worry of residents", "order", "right"),
        (EN, "In Bretagne, jobs become the leading worry of residents", "order", "wrong"),
        (EN, "Worry about jobs has fallen among residents in Bretagne", "change", "right"),
        (EN, "Worry about housing has fallen among residents in Bretagne", "change", "wrong"),
        (EN, "In Bretagne, housing comes ahead of jobs among residents", "order", "right"),
        (EN, "In Bretagne, jobs come ahead of housing among residents", "order", "wrong"),
        (EN, "Housing: mayors in Bretagne are more worried than residents", "comparison", "wrong"),
        (EN, "Housing: residents in Bretagne are more worried than mayors", "comparison", "right"),
        (EN, "Residents in Bretagne are more worried about housing than in 2023", "change", "right"),
        (EN, "Residents in Bretagne are less worried about housing than in 2023", "change", "wrong"),
    ],
)
def test_a_headline_is_judged_as_its_sentence_would_be(
    phare: Phare, data: str, headline: str, kind: str, status: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# {headline}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    assert [(row["kind"], row["status"]) for row in rows] == [(kind, status)]


@pytest.mark.parametrize(
    ("data", "heading"),
    [
        (FR, "Inquiétudes : la région au-dessus de la France ?"),
        (FR, "Classement"),
        (FR, "Comparaison avec la nation"),
        (FR, "Le logement par rapport à la moyenne nationale"),
        (FR, "Les inquiétudes les plus citées par les habitants"),
        (FR, "Les plus cités : logement et emploi"),
        (FR, "Quelle est la première inquiétude des habitants de Bretagne ?"),
        (FR, "Évolution depuis 2023"),
        (FR, "La première inquiétude des habitants"),
        (FR, "La Bretagne croit au logement"),
        (EN, "Worries: is Bretagne above France?"),
        (EN, "Ranking"),
        (EN, "Comparison with the nation"),
        (EN, "Housing beside the national average"),
        (EN, "The worries most often cited by residents"),
        (EN, "What is the leading worry of residents in Bretagne?"),
        (EN, "Changes since 2023"),
        (EN, "The leading worry of residents"),
        (EN, "More than housing"),
        (EN, "Down on the farm: what residents told us in 2025"),
    ],
)
def test_a_heading_that_names_things_is_no_claim(
    phare: Phare, data: str, heading: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# {heading}\n", encoding="utf-8")

    assert phare(f"verify {page} -f json", data=data).rows == []


@pytest.mark.parametrize(
    ("data", "title", "text"),
    [
        (FR, "Bretagne : moins inquiets pour l'emploi qu'en 2023", "40 % des habitants citent l'emploi."),
        (FR, "Bretagne : l'inquiétude par rapport à 2023", "40 % des habitants citent l'emploi."),
        (EN, "Bretagne: less worried than in 2023", "40% of residents cite jobs."),
        (EN, "Bretagne: worries compared with 2023", "40% of residents cite jobs."),
    ],
)
def test_the_wave_that_a_title_counts_from_is_not_that_of_the_page(
    phare: Phare, data: str, title: str, text: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# {title}\n\n{text}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    assert [row["status"] for row in rows if row["kind"] == "figure"] == ["right"]


@pytest.mark.parametrize(
    ("data", "title", "text"),
    [
        (FR, "Le logement inquiète, sauf en Bretagne", "45 % des habitants citent le logement."),
        (EN, "Housing worries people, except in Bretagne", "45% of residents cite housing."),
    ],
)
def test_the_place_that_a_title_leaves_out_is_not_that_of_the_page(
    phare: Phare, data: str, title: str, text: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# {title}\n\n{text}\n", encoding="utf-8")

    [row] = phare(f"verify {page} -f json", data=data).rows

    assert (row["region"], row["status"]) == ("France", "right")
