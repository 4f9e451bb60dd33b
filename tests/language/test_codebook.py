"""The codebook: what has a name, how it is found, what it is called in both languages."""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from pathlib import Path
from typing import Literal

import pytest

from phare_cli.language.codebook import CODEBOOK, codebook, read_codebook, shipped_codebook
from phare_cli.language.codebook_entry import Entry
from phare_cli.language.folding import fold
from phare_cli.nouns.contract import COLUMNS
from phare_cli.nouns.survey import NATION

KINDS = (
    "region", "stakeholder", "segment", "indicator", "item", "column", "response", "scale", "measure", "yesno", "unit",
    "phrase", "universe", "note", "source",
)  # fmt: skip
ENTRIES = [entry for kind in KINDS for entry in codebook().entries(kind)]
# INSEE, Code officiel géographique.
REGIONS = {
    "Auvergne-Rhône-Alpes": "84",
    "Bourgogne-Franche-Comté": "27",
    "Bretagne": "53",
    "Centre-Val de Loire": "24",
    "Corse": "94",
    "Grand Est": "44",
    "Hauts-de-France": "32",
    "Île-de-France": "11",
    "Normandie": "28",
    "Nouvelle-Aquitaine": "75",
    "Occitanie": "76",
    "Pays de la Loire": "52",
    "Provence-Alpes-Côte d'Azur": "93",
    "Guadeloupe": "01",
    "Martinique": "02",
    "Guyane": "03",
    "La Réunion": "04",
    "Mayotte": "06",
}


def test_the_nation_and_the_18_regions_are_known_by_their_insee_codes() -> None:
    assert {entry.id: entry.code for entry in codebook().entries("region")} == {NATION: "", **REGIONS}


@pytest.mark.parametrize(
    ("region", "names"),
    [
        ("France", "france nation national ensemble FR France_entière"),
        ("Auvergne-Rhône-Alpes", "84 AURA ARA FR-ARA auvergne-rhone-alpes Région_AURA"),
        ("Bourgogne-Franche-Comté", "27 BFC FR-BFC bourgogne-franche-comte"),
        ("Bretagne", "53 BRE FR-BRE bretagne Région_Bretagne Brittany"),
        ("Centre-Val de Loire", "24 CVL FR-CVL centre-val-de-loire Centre"),
        ("Corse", "94 COR FR-COR FR-20R corse Corsica"),
        ("Grand Est", "44 GES FR-GES grand-est ACAL"),
        ("Hauts-de-France", "32 HDF FR-HDF hauts-de-france"),
        ("Île-de-France", "11 IDF FR-IDF ile-de-france Ile_de_France"),
        ("Normandie", "28 NOR FR-NOR normandie Normandy"),
        ("Nouvelle-Aquitaine", "75 NA NAQ FR-NAQ nouvelle-aquitaine ALPC"),
        ("Occitanie", "76 OCC FR-OCC occitanie Occitanie_/_Pyrénées-Méditerranée"),
        ("Pays de la Loire", "52 PDL FR-PDL pays-de-la-loire PAYS_DE_LA_LOIRE"),
        ("Provence-Alpes-Côte d'Azur", "93 PACA paca FR-PAC Sud Région_Sud region_sud RÉGION_PACA"),
        ("Guadeloupe", "01 FR-971 FR-GP guadeloupe"),
        ("Martinique", "02 FR-972 FR-MQ martinique"),
        ("Guyane", "03 FR-973 FR-GF guyane French_Guiana"),
        ("La Réunion", "04 FR-974 FR-RE la-reunion Réunion"),
        ("Mayotte", "06 FR-976 FR-YT mayotte"),
    ],
)
def test_a_region_answers_to_its_code_its_slug_and_its_aliases(region: str, names: str) -> None:
    found = {name: codebook().find("region", name.replace("_", " ")) for name in names.split()}

    assert found == dict.fromkeys(found, region)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`", " "])
@pytest.mark.parametrize("hyphen", ["-", "\u2011", "–", " "])
def test_a_name_is_found_in_any_spelling(
    form: Literal["NFC", "NFD", "NFKC", "NFKD"], apostrophe: str, hyphen: str
) -> None:
    typed = "Provence-Alpes-Côte d'Azur".replace("-", hyphen).replace("'", apostrophe)
    spellings = [unicodedata.normalize(form, text) for text in (typed, typed.upper(), typed.lower())]

    assert {codebook().find("region", text) for text in spellings} == {"Provence-Alpes-Côte d'Azur"}


@pytest.mark.parametrize(
    "code", ["1", "2A", "2B", "13", "33", "35", "59", "69", "92", "971", "974", "FR-13", "FR-75"]
)
def test_a_departement_code_is_no_region(code: str) -> None:
    assert codebook().find("region", code) is None


def test_a_code_that_a_departement_has_too_is_the_region() -> None:
    assert codebook().find("region", "75") == "Nouvelle-Aquitaine"  # and not Paris


@pytest.mark.parametrize("name", ["PCAA", "pacca", "pac a"])
def test_a_mistyped_region_brings_the_nearest(name: str) -> None:
    regions = tuple(entry.id for entry in codebook().entries("region"))

    assert codebook().near("region", name, regions)[0] == "Provence-Alpes-Côte d'Azur"


@pytest.mark.parametrize(
    ("kind", "id", "english", "french"),
    [
        ("item", "employment", "employment", "emploi"),
        ("item", "purchasing-power", "purchasing-power", "pouvoir-d-achat"),
        ("stakeholder", "citizens", "citizens", "citoyens"),
        ("region", "Provence-Alpes-Côte d'Azur", "paca", "paca"),
        ("item", "of nobody", "of nobody", "of nobody"),
    ],
)
def test_what_is_typed_for_a_name_is_a_word_of_the_language(
    kind: str, id: str, english: str, french: str
) -> None:
    book = codebook()

    assert (book.typed(kind, id, "en"), book.typed(kind, id, "fr")) == (english, french)
    assert book.find(kind, french) in (id, None)


@pytest.mark.parametrize(
    ("kind", "id", "names"),
    [
        ("stakeholder", "citizens", "citoyen|Citoyens|habitants|grand public"),
        ("stakeholder", "mayors", "maire|MAIRES|Mayors"),
        ("stakeholder", "associations", "association|Associations|responsables associatifs"),
        ("stakeholder", "companies", "entreprise|Entreprises|dirigeants|dirigeants d’entreprise"),
        ("stakeholder", "all", "Ensemble|tous"),
        ("segment", "employers", "employeuses|employeurs"),
        ("segment", "without employees", "without-employees|sans salarié|sans salariés"),
        ("segment", "1000 or more employees", "1000 salariés ou plus|1\u202f000 salariés et plus"),
        ("indicator", "fragilities", "Fragilités|fragilité"),
        ("item", "ageing", "aging|Vieillissement"),
        ("item", "social-ties", "lien social|liens sociaux"),
        ("item", "purchasing-power", "pouvoir d’achat"),
        ("response", "single", "unique|Réponse unique|simple|Choix simple|QCU"),
        ("response", "multiple", "plusieurs réponses|réponses multiples|choix multiple|QCM|multi-réponse"),
        ("yesno", "yes", "oui|Oui|1|vrai|true|TRUE|y"),
        ("yesno", "no", "non|0|faux|false|FALSE|n"),
        ("unit", "percent", "%|pourcentage|pour cent|Percent"),
        ("unit", "score/10", "/10|note sur 10|score"),
        ("unit", "count", "effectif|nombre|nb"),
        ("column", "region", "Région|REGION|régions"),
        ("column", "stakeholder", "acteur|Acteurs"),
        ("column", "indicator", "indicateur|Indicateurs"),
        ("column", "item", "domaine|Modalité|items"),
        ("column", "value", "valeur|Pourcentage|%"),
        ("column", "base", "effectif|Effectifs|n|N|bases"),
        ("column", "effective_base", "Base effective|effective base|n_eff"),
        ("column", "wave", "vague|année"),
        ("column", "survey", "enquête|Baromètre"),
        ("column", "unit", "Unité"),
        ("column", "response", "réponse|type de réponse"),
        ("column", "universe", "univers|Champ"),
        ("column", "question", "libellé de la question|Question"),
        ("column", "segment", "Sous-groupe|sous groupe"),
        ("column", "in_national_sample", "dans l’échantillon national|in national sample"),
        ("column", "source", "Sources"),
        ("column", "url", "lien|URL"),
        ("column", "note", "remarque|Remarques"),
        ("column", "rounded_to", "arrondi à|rounded to|Unité d’arrondi"),
        ("column", "standard_error", "Erreur type|erreur standard|standard error|SE"),
        ("column", "rank_low", "rang bas|rank low|Rang minimum"),
        ("column", "rank_high", "rang haut|rank high|Rang maximum"),
        ("column", "scale", "échelle de réponse|Type d’échelle"),
        ("column", "order", "ordre|Ordre de la modalité"),
        ("column", "nation_share", "part dans la nation|Poids dans la nation|nation share"),
        ("column", "measure", "mesure|Statistique"),
        ("column", "interval_low", "borne basse|ci low"),
        ("column", "interval_high", "borne haute|CI high"),
        ("measure", "median", "médiane|Medians"),
        ("scale", "ordered", "ordonnée|Ordinale"),
    ],
)
def test_a_word_is_found_by_its_other_names(kind: str, id: str, names: str) -> None:
    found = {name: codebook().find(kind, name) for name in names.split("|")}

    assert found == dict.fromkeys(found, id)


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_entries_of_a_kind_share_a_name(kind: str) -> None:
    owners: dict[str, set[str]] = {}
    for entry in codebook().entries(kind):
        for name in entry.names:
            owners.setdefault(fold(name), set()).add(entry.id)

    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.kind} {entry.id}")
def test_every_entry_has_a_label_in_both_languages_and_answers_to_all_its_names(entry: Entry) -> None:
    assert all(entry.labels[language].strip() for language in ("en", "fr"))
    assert {codebook().find(entry.kind, name) for name in entry.names} == {entry.id}


def test_the_file_holds_no_kind_that_nobody_reads() -> None:
    kinds = {line.split(",")[0] for line in CODEBOOK.read_text("utf-8").splitlines()[1:]}

    assert kinds == set(KINDS)


def test_every_column_of_the_data_contract_has_its_header_words() -> None:
    assert {entry.id for entry in codebook().entries("column")} == set(COLUMNS)


@pytest.mark.parametrize("kind", ["region", "stakeholder", "segment", "indicator", "item"])
def test_a_slug_can_be_typed_without_quotes(kind: str) -> None:
    slugs = [entry.slug for entry in codebook().entries(kind)]

    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


def test_what_the_codebook_does_not_hold_stands_as_it_is_and_comes_last() -> None:
    book = codebook()

    assert book.find("region", "Bavière") is None
    assert book.label("region", "Bavière", "fr") == "Bavière"
    assert book.slug("region", "Bavière") == "Bavière"
    assert book.form("region", "Bavière", "in_fr") is None
    assert book.order("region", "Bavière") == len(book.entries("region"))
    assert book.entries("colour") == ()


def test_ids_stand_in_the_order_of_the_file() -> None:
    groups = ["all", "companies", "mayors", "associations", "citizens"]

    assert sorted(groups, key=lambda id: codebook().order("stakeholder", id)) == [
        "citizens", "mayors", "associations", "companies", "all",
    ]  # fmt: skip


def test_a_label_added_to_a_copy_of_the_file_needs_no_code(tmp_path: Path) -> None:
    copy = tmp_path / "codebook.csv"
    lines = CODEBOOK.read_text("utf-8")
    added = "item,housing,,,Housing,Logement,le logement|habitat,,du logement,le logement,m,,,housing,,,,,,\n"
    copy.write_text(lines + added, "utf-8")

    book = read_codebook(copy)

    assert book.find("item", "HABITAT") == "housing"
    assert book.label("item", "housing", "fr") == "Logement"
    assert book.form("item", "housing", "of_fr") == "du logement"
    assert book.order("item", "housing") == len(codebook().entries("item"))


def test_a_column_added_to_a_copy_of_the_file_is_a_form(tmp_path: Path) -> None:
    copy = tmp_path / "codebook.csv"
    copy.write_text("kind,id,slug,code,en,fr,aliases,after_fr\nitem,a,,,A,B,,de B\nitem,b,,,C,D,,\n", "utf-8")

    forms = [entry.forms for entry in read_codebook(copy).entries("item")]

    assert forms == [{"after_fr": "de B"}, {}]


def test_labels_and_aliases_are_trimmed_and_hold_no_empty_name() -> None:
    ragged = [
        (entry.id, name)
        for entry, name in (
            (entry, name) for entry in ENTRIES for name in (*entry.aliases, entry.labels["fr"])
        )
        if name != name.strip() or not name
    ]

    assert ragged == []


@pytest.mark.parametrize(("kind", "language"), list(product(("region", "item"), ("en", "fr"))))
def test_no_two_entries_of_a_kind_read_the_same(kind: str, language: str) -> None:
    labels = [entry.labels[language] for entry in codebook().entries(kind)]

    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("id", "label"), [("mean", "moyenne"), ("median", "médiane"), ("count", "effectif")])
def test_an_item_that_is_a_measure_is_called_by_it(id: str, label: str) -> None:
    assert (codebook().label("item", id, "fr"), codebook().label("item", id, "en")) == (label, id)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("served (Well served)", "How well you are served (Bien desservie)"),
        ("served (Badly)", "How well you are served (Badly)"),
        ("served (Well served) (row percent)", "How well you are served (Bien desservie) (row percents)"),
        ("served (mean)", "How well you are served (mean)"),
        ("heard (Badly)", "heard (Badly)"),
    ],
)
def test_what_is_made_of_a_question_is_called_as_the_question_is(name: str, label: str) -> None:
    own = [
        Entry("indicator", "served", "served", "", {"en": "How well you are served", "fr": ""}, (), {}),
        Entry("item", "Well served", "well-served", "", {"en": "Bien desservie", "fr": ""}, (), {}),
    ]

    assert shipped_codebook().under(own).label("indicator", name, "en") == label
