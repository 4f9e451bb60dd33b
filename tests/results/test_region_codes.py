"""Codes that a region and a département have both are settled by the file as a whole, and told; never half and half."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "stakeholder,indicator,item,value,base\n"


def rows(*regions: str, header: str = "region") -> str:
    return f"{header},{HEAD}" + "".join(
        f"{region},mayors,trust,yes,{place},900\n" for place, region in enumerate(regions, 50)
    )


def said(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (("22", "44", "75"), ("Côtes-d'Armor", "Loire-Atlantique", "Paris")),
        (("2A", "93", "84"), ("Corse-du-Sud", "Seine-Saint-Denis", "Vaucluse")),
        (("974", "11", "1"), ("La Réunion", "Aude", "Ain")),
        (("Gard", "11", "France"), ("Gard", "Aude", "France")),
        (("Hérault", "75", "La Réunion"), ("Hérault", "Paris", "La Réunion")),
        (("Bretagne", "22", "53"), ("Bretagne", "Côtes-d'Armor", "Mayenne")),
        (("53", "75", "France"), ("Bretagne", "Nouvelle-Aquitaine", "France")),
        (("1", "2", "11"), ("1", "2", "Île-de-France")),
        (("Corse", "Gard", "75"), ("Corse", "Gard", "Nouvelle-Aquitaine")),
        (("Belleville", "44", "99"), ("Belleville", "Grand Est", "99")),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_column_of_codes_is_read_one_way_and_the_way_is_told(
    phare: Phare, texts: tuple[str, ...], names: tuple[str, ...], lang: str
) -> None:
    run = phare(f"show -f csv --lang {lang}", data=rows(*texts))
    ways = {
        "en": ("read as those of départements", "read as those of regions"),
        "fr": ("lus comme ceux de départements", "lus comme ceux de régions"),
    }

    assert (run.status, set(run.column("region"))) == (0, set(names))
    assert sum(said(run.err).count(way) for way in ways[lang]) == 1


@pytest.mark.parametrize(
    ("texts", "code", "lang", "explained"),
    [
        (("22", "75"), "codes-of-departements", "en",
         "the codes of “region” are read as those of départements, as “22” is no region: 75 is Paris, and not "
         "Nouvelle-Aquitaine."),
        (("22", "29"), "codes-of-departements", "en",
         "the codes of “region” are read as those of départements: “22” is Côtes-d'Armor."),
        (("11", "75"), "codes-of-regions", "fr",
         "les codes de « region » sont lus comme ceux de régions, et peuvent être ceux de départements : 11 est "
         "Île-de-France, et non Aude. Si ce sont des départements, appelez la colonne departement."),
    ],
)  # fmt: skip
def test_check_finds_how_codes_are_read(
    phare: Phare, tmp_path: Path, texts: tuple[str, ...], code: str, lang: str, explained: str
) -> None:
    (tmp_path / "r.csv").write_text(rows(*texts), encoding="utf-8")
    run = phare(f"check r.csv -f markdown --lang {lang}")
    printed = said(run.out).replace("’", "'").replace("\\", "")

    assert (run.status, code in printed, explained in printed) == (0, True, True)


@pytest.mark.parametrize(
    ("texts", "header"),
    [(("Corse", "75", "28"), "region"), (("44", "75"), "departement"), (("Belleville", "99"), "region")],
)
def test_nothing_is_told_where_nothing_is_in_doubt(phare: Phare, texts: tuple[str, ...], header: str) -> None:
    assert phare("show -f csv", data=rows(*texts, header=header)).err == ""


def test_a_code_of_an_own_codebook_is_its_own(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text("kind,id,code,fr,place\nregion,Nord,44,Secteur Nord,quartier\n", "utf-8")
    run = phare("show -f csv --codebook w.csv", data=rows("44", "Ouest"))

    assert (run.err, set(run.column("region"))) == ("", {"Nord", "Ouest"})


@pytest.mark.parametrize(
    ("others", "asked", "values"),
    [
        ("22", "Paris", {"75"}),
        ("22", "Nouvelle-Aquitaine", None),
        ("11", "Nouvelle-Aquitaine", {"75"}),
        ("11", "Paris", None),
    ],
)
def test_of_a_large_file_the_rows_that_nobody_asked_for_settle_it_too(
    phare: Phare, others: str, asked: str, values: set[str] | None
) -> None:
    body = "".join(
        f"{code},group {group},trust,yes,{group % 90},900\n"
        for group in range(6000)
        for code in (others, "75")
    )
    run = phare(f"show -r '{asked}' -f csv", data=f"region,{HEAD}{body}")

    assert run.status == (2 if values is None else 0)
    assert values is None or len(run.column("region")) == 6000


def test_the_same_place_by_name_and_by_code_is_told_twice_only_where_it_is_one(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "regions.csv").write_text(rows("Nouvelle-Aquitaine", "France"), encoding="utf-8")
    (tmp_path / "departements.csv").write_text(rows("75", "22"), encoding="utf-8")
    apart = phare("show -f csv --data regions.csv --data departements.csv")
    twice = phare("show -f csv", data=rows("75", "22", "Paris"))

    assert (apart.status, len(apart.column("region"))) == (0, 4)
    assert (twice.status, "[duplicate-key]" in twice.err) == (3, True)


@pytest.mark.parametrize(("asked", "name"), [("75", "Paris"), ("2a", "Corse-du-Sud"), ("1", "Ain")])
@pytest.mark.parametrize("header", ["region", "departement"])
def test_a_departement_is_asked_for_by_its_code(phare: Phare, header: str, asked: str, name: str) -> None:
    run = phare(f"show -r {asked} --quiet", data=rows("01", "2A", "75", header=header))

    assert (run.status, name in run.out) == (0, True)
