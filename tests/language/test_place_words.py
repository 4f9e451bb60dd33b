"""Places are called what they are: région, département, quartier, pays; by a word that fits any where nobody told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.place_words import NOUNS, place_named, place_of_word, place_word

Phare = Callable[..., Any]
BOOK = (
    "kind,id,fr,place,in_fr\nregion,Gerland,Gerland,quartier,à Gerland\nregion,Bellevue,Bellevue,quartier,\n"
)
HEAD = "region,stakeholder,indicator,item,value,base\n"
QUARTIERS = HEAD + "Gerland,mayors,trust,yes,45,80\nBellevue,mayors,trust,yes,41,90\n"


def said(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@pytest.mark.parametrize("place", NOUNS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_kind_of_place_is_found_by_its_words(place: str, language: str) -> None:
    assert [place_of_word(place_word(place, form, language)) for form in ("one", "many")] == [place, place]


@pytest.mark.parametrize(
    ("place", "forms"),
    [
        ("region", "une région; la région; de la région; aucune région; chacune des deux régions"),
        (
            "departement",
            "un département; le département; du département; aucun département; chacun des deux départements",
        ),
        ("state", "un État; l'État; de l'État; aucun État; chacun des deux États"),
        (
            "arrondissement",
            "un arrondissement; l'arrondissement; de l'arrondissement; aucun arrondissement; "
            "chacun des deux arrondissements",
        ),
        ("country", "un pays; le pays; du pays; aucun pays; chacun des deux pays"),
    ],
)
def test_french_words_take_their_article_and_agree(place: str, forms: str) -> None:
    assert "; ".join(place_word(place, form, "fr") for form in ("a", "the", "of", "no", "each")) == forms


@pytest.mark.parametrize(
    ("column", "place"),
    [
        ("Quartier de résidence", "district"),
        ("Dans quel quartier habitez-vous ?", "district"),
        ("Votre commune", "commune"),
        ("code_insee_commune", "commune"),
        ("Country", "country"),
        ("Which country do you live in?", "country"),
        ("Département", "departement"),
        ("DEP", "departement"),
        ("Mon quartier est propre", None),
        ("Pays de naissance", None),
        ("Les commerces du quartier", None),
        ("Ville ou campagne", None),
        ("", None),
    ],
)
def test_a_column_is_of_places_by_its_name_alone(column: str, place: str | None) -> None:
    assert place_named(column) == place


@pytest.mark.parametrize(
    ("data", "book", "english", "french"),
    [
        (QUARTIERS, BOOK, ("District", "each of the two districts"), ("Quartier", "chacun des deux quartiers")),
        (QUARTIERS, "", ("Area", "each of the two areas"), ("Territoire", "chacun des deux territoires")),
        (
            QUARTIERS.replace("Gerland", "Gard").replace("Bellevue", "Lozère"),
            "",
            ("Département", "each of the two départements"),
            ("Département", "chacun des deux départements"),
        ),
        (
            QUARTIERS.replace("Gerland", "Corse").replace("Bellevue", "Bretagne"),
            "",
            ("Region", "each of the two regions"),
            ("Région", "chacune des deux régions"),
        ),
        (
            QUARTIERS.replace("Gerland", "Gard").replace("Bellevue", "Bretagne"),
            "",
            ("Area", "each of the two areas"),
            ("Territoire", "chacun des deux territoires"),
        ),
    ],
)  # fmt: skip
def test_answers_call_places_what_they_are(
    phare: Phare, tmp_path: Path, data: str, book: str, english: tuple[str, str], french: tuple[str, str]
) -> None:
    (tmp_path / "w.csv").write_text(book or "kind,id,fr\n", encoding="utf-8")
    first, second = (line.partition(",")[0] for line in data.splitlines()[1:])
    for lang, (title, each) in (("en", english), ("fr", french)):
        options = f"--codebook w.csv --lang {lang} -f markdown"
        listed = said(phare(f"list regions {options}", data=data).out)
        compared = said(phare(f"compare -r {first} --to {second} --sentences {options}", data=data).out)

        assert f"| {title}" in listed
        assert each in compared


def test_a_place_that_is_not_there_is_said_by_its_kind(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text(BOOK, encoding="utf-8")
    runs = [phare(f"show -r Nantes --codebook w.csv --lang {lang}", data=QUARTIERS) for lang in ("en", "fr")]

    assert "no district is called “Nantes” in these data." in runs[0].err
    assert "aucun quartier ne s'appelle « Nantes » dans ces données." in said(runs[1].err)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_word_that_is_no_kind_of_place_is_a_problem(phare: Phare, tmp_path: Path, lang: str) -> None:
    (tmp_path / "w.csv").write_text(BOOK.replace("quartier", "galaxie"), encoding="utf-8")
    run = phare(f"show --codebook w.csv --lang {lang}", data=QUARTIERS)

    assert (run.status, "[unknown-word]" in run.err) == (3, True)
    assert {"en": "district", "fr": "quartier"}[lang] in run.err


@pytest.mark.parametrize("header", ["quartier", "Commune", "Country", "pays", "Département"])
def test_a_header_that_names_places_is_that_of_regions(phare: Phare, header: str) -> None:
    run = phare("show -f csv", data=QUARTIERS.replace("region,", f"{header},"))

    assert sorted(run.column("region")) == ["Bellevue", "Gerland"]


def test_two_columns_of_places_are_told_apart_by_a_person(phare: Phare) -> None:
    data = "commune,quartier,stakeholder,indicator,item,value\nLyon,Gerland,mayors,trust,yes,45\n"
    run = phare("show -f csv", data=data)

    assert (run.status, "region" in run.err) == (3, True)


def test_a_column_of_regions_beside_one_of_places_keeps_its_own(phare: Phare) -> None:
    data = "region,commune,stakeholder,indicator,item,value\nCorse,Ajaccio,mayors,trust,yes,45\n"

    assert phare("show -f csv", data=data).column("region") == ["Corse"]


@pytest.mark.parametrize("cell", ["01004", "1004"])
def test_a_code_of_a_commune_is_found_without_its_zero(phare: Phare, tmp_path: Path, cell: str) -> None:
    (tmp_path / "w.csv").write_text(
        "kind,id,code,fr,place\nregion,Ambérieu,01004,Ambérieu,commune\n", encoding="utf-8"
    )
    run = phare("show -f csv --codebook w.csv", data=f"{HEAD}{cell},mayors,trust,yes,45,80\n")

    assert run.column("region") == ["Ambérieu"]
