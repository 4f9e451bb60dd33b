"""The forms that French and English sentences need: in a region, of a group, the item, with article and elision."""

from __future__ import annotations

import pytest

from phare_cli.language.codebook import codebook
from phare_cli.language.codebook_entry import Entry

ARTICLES = {"le ": "du ", "la ": "de la ", "l'": "de l'", "les ": "des "}
VOWELS = "aâàeéèêiîoôuûyAÂÀEÉÈÊIÎOÔUY"


@pytest.mark.parametrize(
    ("region", "in_it", "of_it", "the"),
    [
        ("France", "en France", "de France", "la France"),
        (
            "Auvergne-Rhône-Alpes", "en Auvergne-Rhône-Alpes", "d'Auvergne-Rhône-Alpes",
            "l'Auvergne-Rhône-Alpes",
        ),
        (
            "Bourgogne-Franche-Comté", "en Bourgogne-Franche-Comté", "de Bourgogne-Franche-Comté",
            "la Bourgogne-Franche-Comté",
        ),
        ("Bretagne", "en Bretagne", "de Bretagne", "la Bretagne"),
        ("Centre-Val de Loire", "en Centre-Val de Loire", "du Centre-Val de Loire", "le Centre-Val de Loire"),
        ("Corse", "en Corse", "de Corse", "la Corse"),
        ("Grand Est", "dans le Grand Est", "du Grand Est", "le Grand Est"),
        ("Hauts-de-France", "dans les Hauts-de-France", "des Hauts-de-France", "les Hauts-de-France"),
        ("Île-de-France", "en Île-de-France", "d'Île-de-France", "l'Île-de-France"),
        ("Normandie", "en Normandie", "de Normandie", "la Normandie"),
        ("Nouvelle-Aquitaine", "en Nouvelle-Aquitaine", "de Nouvelle-Aquitaine", "la Nouvelle-Aquitaine"),
        ("Occitanie", "en Occitanie", "d'Occitanie", "l'Occitanie"),
        ("Pays de la Loire", "dans les Pays de la Loire", "des Pays de la Loire", "les Pays de la Loire"),
        (
            "Provence-Alpes-Côte d'Azur", "en Provence-Alpes-Côte d'Azur", "de Provence-Alpes-Côte d'Azur",
            "la Provence-Alpes-Côte d'Azur",
        ),
        ("Guadeloupe", "en Guadeloupe", "de Guadeloupe", "la Guadeloupe"),
        ("Martinique", "en Martinique", "de Martinique", "la Martinique"),
        ("Guyane", "en Guyane", "de Guyane", "la Guyane"),
        ("La Réunion", "à La Réunion", "de La Réunion", "La Réunion"),
        ("Mayotte", "à Mayotte", "de Mayotte", "Mayotte"),
    ],
)  # fmt: skip
def test_a_region_takes_its_preposition_and_its_article(
    region: str, in_it: str, of_it: str, the: str
) -> None:
    forms = [codebook().form("region", region, form) for form in ("in_fr", "of_fr", "the_fr")]

    assert forms == [in_it, of_it, the]


@pytest.mark.parametrize(
    ("region", "in_it"),
    [
        ("France", "in France"),
        ("Bretagne", "in Bretagne"),
        ("Grand Est", "in the Grand Est"),
        ("Hauts-de-France", "in the Hauts-de-France"),
        ("Pays de la Loire", "in the Pays de la Loire"),
        ("Provence-Alpes-Côte d'Azur", "in Provence-Alpes-Côte d'Azur"),
        ("La Réunion", "in La Réunion"),
    ],
)
def test_a_region_keeps_its_name_in_an_english_sentence(region: str, in_it: str) -> None:
    assert codebook().form("region", region, "in_en") == in_it


@pytest.mark.parametrize(
    ("kind", "id", "the", "of_it", "agreement"),
    [
        ("stakeholder", "citizens", "les citoyens", "des citoyens", "mp"),
        ("stakeholder", "mayors", "les maires", "des maires", "mp"),
        ("stakeholder", "associations", "les associations", "des associations", "fp"),
        ("stakeholder", "companies", "les entreprises", "des entreprises", "fp"),
        ("stakeholder", "all", "l'ensemble des acteurs", "de l'ensemble des acteurs", "m"),
        ("item", "employment", "l'emploi", "de l'emploi", "m"),
        ("item", "mobility", "la mobilité", "de la mobilité", "f"),
        ("item", "purchasing-power", "le pouvoir d'achat", "du pouvoir d'achat", "m"),
        ("item", "social-ties", "les liens sociaux", "des liens sociaux", "mp"),
        ("item", "education", "l'éducation", "de l'éducation", "f"),
        ("item", "patronage", "le mécénat", "du mécénat", "m"),
        ("item", "local", "l'échelle locale", "de l'échelle locale", "f"),
        ("indicator", "fragilities", "les fragilités", "des fragilités", "fp"),
        ("indicator", "partnership-impact", "l'impact des partenariats", "de l'impact des partenariats", "m"),
    ],
)
def test_a_group_or_an_item_takes_its_article(
    kind: str, id: str, the: str, of_it: str, agreement: str
) -> None:
    forms = [codebook().form(kind, id, form) for form in ("the_fr", "of_fr", "agreement_fr")]

    assert forms == [the, of_it, agreement]


WORDS = [entry for kind in ("stakeholder", "indicator", "item") for entry in codebook().entries(kind)]


@pytest.mark.parametrize("entry", WORDS, ids=lambda entry: f"{entry.kind} {entry.id}")
def test_an_article_contracts_elides_and_agrees(entry: Entry) -> None:
    the = entry.forms["the_fr"]
    article = next(article for article in ARTICLES if the.startswith(article))
    noun = the.removeprefix(article)

    assert entry.forms["of_fr"] == ARTICLES[article] + noun
    assert (article == "l'") == (noun[0] in VOWELS and article != "les ")
    assert (
        entry.forms["agreement_fr"] in {"le ": "m", "la ": "f", "l'": "m f", "les ": "mp fp"}[article].split()
    )


@pytest.mark.parametrize("entry", codebook().entries("stakeholder"), ids=lambda entry: entry.id)
def test_a_group_can_be_spoken_of_in_both_languages(entry: Entry) -> None:
    assert entry.forms["in_fr"] == f"parmi {entry.forms['the_fr']}"
    assert entry.forms["in_en"] == f"among {entry.forms['the_en']}"


@pytest.mark.parametrize(
    ("segment", "french", "english"),
    [
        ("employers", "employeuses", "with employees"),
        ("without employees", "sans salarié", "without employees"),
        ("1000 or more employees", "de 1\u202f000 salariés ou plus", "with 1,000 or more employees"),
    ],
)
def test_a_segment_follows_the_name_of_its_group(segment: str, french: str, english: str) -> None:
    forms = [codebook().form("segment", segment, form) for form in ("after_fr", "after_en")]

    assert forms == [french, english]


SPOKEN = [
    entry for kind in ("region", "stakeholder", "indicator", "item") for entry in codebook().entries(kind)
]


@pytest.mark.parametrize("entry", SPOKEN, ids=lambda entry: f"{entry.kind} {entry.id}")
def test_every_name_that_sentences_use_has_its_forms(entry: Entry) -> None:
    assert {"the_fr", "of_fr", "agreement_fr", "the_en"} <= set(entry.forms)
    assert ("in_fr" in entry.forms) == ("in_en" in entry.forms) == (entry.kind in ("region", "stakeholder"))


@pytest.mark.parametrize(
    ("departement", "in_it", "of_it"),
    [
        ("Eure-et-Loir", "en Eure-et-Loir", "d'Eure-et-Loir"),
        ("Ille-et-Vilaine", "en Ille-et-Vilaine", "d'Ille-et-Vilaine"),
        ("Indre-et-Loire", "en Indre-et-Loire", "d'Indre-et-Loire"),
        ("Loir-et-Cher", "dans le Loir-et-Cher", "du Loir-et-Cher"),
        ("Lot-et-Garonne", "en Lot-et-Garonne", "de Lot-et-Garonne"),
        ("Maine-et-Loire", "en Maine-et-Loire", "de Maine-et-Loire"),
        ("Meurthe-et-Moselle", "en Meurthe-et-Moselle", "de Meurthe-et-Moselle"),
        ("Saône-et-Loire", "en Saône-et-Loire", "de Saône-et-Loire"),
        ("Seine-et-Marne", "en Seine-et-Marne", "de Seine-et-Marne"),
        ("Tarn-et-Garonne", "en Tarn-et-Garonne", "de Tarn-et-Garonne"),
        ("Indre", "dans l'Indre", "de l'Indre"),
        ("Seine-Maritime", "en Seine-Maritime", "de la Seine-Maritime"),
        ("Paris", "à Paris", "de Paris"),
    ],
)
def test_a_departement_of_two_rivers_takes_no_article_after_de(
    departement: str, in_it: str, of_it: str
) -> None:
    assert [codebook().form("region", departement, form) for form in ("in_fr", "of_fr")] == [in_it, of_it]
