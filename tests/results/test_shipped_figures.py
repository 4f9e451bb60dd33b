"""Every published figure that ships with phare, by name, with where it was printed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from phare_cli.language.codebook import codebook
from phare_cli.results.shipped import shipped_data

PHARE = "PHARE 2015-2016"
FRANCE = "France"
PACA = "Provence-Alpes-Côte d'Azur"
LOIRE = "Pays de la Loire"
BFC = "Bourgogne-Franche-Comté"
NAQ = "Nouvelle-Aquitaine"

# Where figures were printed: the title, and the address when there is one.
PACA_KEY_FIGURES = (
    "PHARE Région PACA, chiffres clés (Le RAMEAU)",
    "http://www.lerameau.fr/le-programme-phare/",
)
MODELS = (
    "Les modèles de co-construction en territoire (Le RAMEAU, 29 Feb 2016)",
    "https://dokumen.tips/documents/contexte-et-objectif-de-la-note-sur-les-modeles-de-co-elle-explore-successivement.html",
)
ASSOCIATIONS_RELEASE = ("PHARE-Associations release (Le RAMEAU, 30 Nov 2015)", "https://www.lerameau.fr/")
MOOC = ("MOOC ESSEC / Le RAMEAU, Coursera", "")
HANDBOOK = (
    "Référentiel de la co-construction territoriale (Fédération nationale des Caisses d'Epargne)",
    "https://www.federation.caisse-epargne.fr/le-rameau-lance-le-referentiel-co-construction-territoriale/",
)
CITIZENS_SUMMARY = ("PHARE-Citoyens summary (Le RAMEAU, 30 Sep 2015)", "")
CROSSED_VIEW = ("Regard croisé, C.-B. Heidsieck (youmatter)", "")
CARENEWS = (
    "Carenews, Dec 2015",
    "https://www.carenews.com/fr/news/4293-phare-associations-les-associations-co-construisent-pour-relever-les-defis-des",
)
COMPANIES_RELEASE = ("PHARE-Entreprises release (Le RAMEAU, 30 Oct 2015)", "https://www.lerameau.fr/")
ENTREPRENDRE = ("Entreprendre autrement on PHARE Nouvelle-Aquitaine (Entrepreneurs d'avenir)", "")
CROSSED_VIEW_LOIRE = (
    "Regard croisé on PHARE Pays de la Loire, C.-B. Heidsieck (youmatter, 27 May 2016)",
    "https://youmatter.world/transitions/fr/region-pays-de-loire-avance-rse-territoriale-le-rameau",
)
BOURGOGNE = ("PHARE Bourgogne-Franche-Comté (Le RAMEAU, June 2016)", "https://www.lerameau.fr/8103-2/")
RESEAU_ALLIANCES = ("IMPACT 2018-2022 (Réseau Alliances, June 2025)", "")
LOCALTIS = ("IMPACT-Citoyens 2019 (Localtis, Oct 2019)", "")
ARPEA = ("ARPEA Entreprises & Territoires (Jan 2011)", "")


@dataclass(frozen=True)
class Asked:
    """One question to one group: the figure of each item, as printed."""

    survey: str
    region: str
    stakeholder: str
    indicator: str
    figures: dict[str, str]
    source: tuple[str, str]
    segment: str = ""
    unit: str = "percent"
    base: str = ""
    response: str = ""
    universe: str = ""

    def __str__(self) -> str:
        named = (self.survey, self.region, self.stakeholder, self.segment, self.indicator)
        return ", ".join(filter(None, named))


# fmt: off
PUBLISHED_PACA = [
    Asked(PHARE, PACA, "companies", "engagement", {"partnerships": "45"}, PACA_KEY_FIGURES),
    Asked(PHARE, PACA, "associations", "engagement", {"partnerships": "47"}, PACA_KEY_FIGURES),
    Asked(PHARE, PACA, "citizens", "fragilities", {"employment": "57"}, PACA_KEY_FIGURES),
    Asked(PHARE, PACA, "associations", "fragilities", {"employment": "67"}, PACA_KEY_FIGURES),
    Asked(PHARE, PACA, "companies", "fragilities", {"employment": "47"}, PACA_KEY_FIGURES),
    Asked(PHARE, PACA, "citizens", "innovation", {"alliances": "70"}, PACA_KEY_FIGURES),
    Asked(PHARE, PACA, "mayors", "innovation", {"alliances": "89"}, PACA_KEY_FIGURES),
    Asked(PHARE, PACA, "companies", "innovation", {"alliances": "91"}, PACA_KEY_FIGURES),
    Asked(PHARE, PACA, "associations", "innovation", {"alliances": "83"}, PACA_KEY_FIGURES),
    Asked(PHARE, PACA, "all", "fragilities", {"economic-development": "", "environment": "", "mobility": "",
          "education": "", "ageing": ""}, PACA_KEY_FIGURES),
    Asked(PHARE, FRANCE, "companies", "engagement", {"partnerships": "37"}, MODELS,
          universe="companies with 10 or more employees"),
    Asked(PHARE, FRANCE, "associations", "engagement", {"partnerships": "38"}, MODELS,
          universe="general-interest associations"),
    Asked(PHARE, FRANCE, "associations", "engagement", {"partnerships": "53"}, MODELS,
          segment="employers", universe="general-interest associations"),
    Asked(PHARE, FRANCE, "associations", "engagement", {"partnerships": "35"}, ASSOCIATIONS_RELEASE,
          segment="without employees", universe="general-interest associations"),
    Asked(PHARE, FRANCE, "companies", "engagement", {"partnerships": "49"}, MOOC,
          segment="1000 or more employees", universe="companies with 1000 or more employees"),
    Asked(PHARE, FRANCE, "mayors", "engagement", {"municipality": "76"}, HANDBOOK,
          base="304", universe="mayors or deputy mayors; 85 % rural, 15 % urban"),
    Asked(PHARE, FRANCE, "citizens", "innovation", {"alliances": "69"}, CITIZENS_SUMMARY,
          universe="representative sample of more than 2000 people"),
    Asked(PHARE, FRANCE, "companies", "innovation", {"alliances": "81"}, HANDBOOK,
          universe="company leaders"),
    Asked(PHARE, FRANCE, "associations", "innovation", {"alliances": "86"}, HANDBOOK,
          universe="association leaders"),
    Asked(PHARE, FRANCE, "mayors", "innovation", {"alliances": "87"}, HANDBOOK,
          base="304", universe="mayors or deputy mayors; 85 % rural, 15 % urban"),
    Asked(PHARE, FRANCE, "citizens", "fragility-scores", {"employment": "7.1", "purchasing-power": "6.6",
          "security": "6.6", "economic-development": "6.5", "environment": "6.3", "exclusion": "6.3"},
          CITIZENS_SUMMARY,
          unit="score/10", universe="representative sample of more than 2000 people"),
    Asked(PHARE, FRANCE, "citizens", "fragilities", {"security": "37", "living-standards": "35"},
          CROSSED_VIEW,
          universe="citizens"),
    Asked(PHARE, FRANCE, "associations", "fragilities", {"employment": "60", "ageing": "60",
          "social-ties": "51"}, ASSOCIATIONS_RELEASE,
          universe="association leaders; fragilities of the people they work with"),
    Asked(PHARE, FRANCE, "associations", "fragilities", {"poverty": "55"}, CARENEWS,
          segment="employers", universe="employer associations"),
    Asked(PHARE, FRANCE, "associations", "action-priorities", {"employment": "46",
          "economic-development": "38", "social-ties": "23"}, CARENEWS,
          universe="association leaders"),
    Asked(PHARE, FRANCE, "companies", "action-priorities", {"employment": "61"}, COMPANIES_RELEASE,
          universe="company leaders"),
    Asked(PHARE, FRANCE, "citizens", "partnership-impact", {"employment": "49", "economic-development": "46",
          "environment": "42", "exclusion": "36", "education": "36"}, CITIZENS_SUMMARY,
          universe="representative sample of more than 2000 people"),
    Asked(PHARE, FRANCE, "companies", "partnership-modes", {"responsible-practices": "45", "patronage": "30",
          "economic-cooperation": "25", "societal-innovation": "16"}, COMPANIES_RELEASE,
          response="multiple", universe="engaged companies; several answers allowed"),
    Asked(PHARE, FRANCE, "associations", "partnership-modes", {"patronage": "67",
          "responsible-practices": "29", "economic-cooperation": "26", "societal-innovation": "25"},
          ASSOCIATIONS_RELEASE,
          response="multiple", universe="engaged associations; several answers allowed"),
    Asked(PHARE, FRANCE, "associations", "partnership-scale", {"regional": "47", "local": "43",
          "national": "22", "international": "4"}, ASSOCIATIONS_RELEASE,
          response="multiple", universe="engaged associations; several answers allowed"),
    Asked(PHARE, FRANCE, "companies", "fragility-scores", {"poverty": "5.5"}, ENTREPRENDRE,
          unit="score/10", universe="company leaders"),
]
PUBLISHED_ELSEWHERE = [
    Asked(PHARE, LOIRE, "companies", "engagement", {"partnerships": "43"}, CROSSED_VIEW_LOIRE,
          universe="companies with 10 or more employees"),
    Asked(PHARE, LOIRE, "citizens", "fragilities", {"employment": "40"}, CROSSED_VIEW_LOIRE),
    Asked(PHARE, LOIRE, "associations", "fragilities", {"employment": "59"}, CROSSED_VIEW_LOIRE),
    Asked(PHARE, LOIRE, "companies", "fragilities", {"employment": "37"}, CROSSED_VIEW_LOIRE),
    Asked(PHARE, LOIRE, "citizens", "innovation", {"alliances": "65"}, CROSSED_VIEW_LOIRE),
    Asked(PHARE, LOIRE, "associations", "innovation", {"alliances": "77"}, CROSSED_VIEW_LOIRE),
    Asked(PHARE, LOIRE, "companies", "innovation", {"alliances": "80"}, CROSSED_VIEW_LOIRE),
    Asked(PHARE, BFC, "citizens", "innovation", {"alliances": "75"}, BOURGOGNE),
    Asked(PHARE, BFC, "associations", "innovation", {"alliances": "95"}, BOURGOGNE),
    Asked(PHARE, BFC, "companies", "innovation", {"alliances": "82"}, BOURGOGNE),
    Asked(PHARE, NAQ, "companies", "fragility-scores", {"poverty": "6.0", "living-standards": "5.8",
          "employment": "5.7", "environment": "4.1"}, ENTREPRENDRE,
          unit="score/10", universe="company leaders"),
    Asked("IMPACT 2018-2022", FRANCE, "citizens", "innovation", {"alliances": "74"}, RESEAU_ALLIANCES),
    Asked("IMPACT 2018-2022", FRANCE, "companies", "innovation", {"alliances": "83"}, RESEAU_ALLIANCES),
    Asked("IMPACT 2018-2022", FRANCE, "associations", "innovation", {"alliances": "97"}, RESEAU_ALLIANCES),
    Asked("IMPACT 2018-2022", FRANCE, "mayors", "innovation", {"alliances": "92"}, RESEAU_ALLIANCES),
    Asked("IMPACT 2019", FRANCE, "citizens", "fragility-scores", {"employment": "6.4",
          "living-standards": "6.3", "security": "6.0", "mobility": "5.9", "environment": "5.9",
          "economic-development": "5.9", "energy-transition": "5.9"}, LOCALTIS,
          unit="score/10", base="2400", universe="citizens"),
    Asked("ARPEA 2011", FRANCE, "companies", "engagement", {"partnerships": "21"}, ARPEA,
          universe="companies with more than one employee"),
]
# fmt: on
NOTES = {
    "named as a field open to partnerships; no figure published": [
        (PACA, "all", "fragilities", "economic-development"),
        (PACA, "all", "fragilities", "environment"),
        (PACA, "all", "fragilities", "mobility"),
        (PACA, "all", "fragilities", "education"),
        (PACA, "all", "fragilities", "ageing"),
    ],
    "the municipality has entered a co-construction dynamic: another question than partnerships": [
        (FRANCE, "mayors", "engagement", "municipality")
    ],
    "Carenews (Oct 2015) prints 7.0 for security": [(FRANCE, "citizens", "fragility-scores", "security")],
    "where companies should act first: not the question behind the regional fragilities": [
        (FRANCE, "companies", "action-priorities", "employment")
    ],
    "year inferred from the presentation date": [
        (NAQ, "companies", "fragility-scores", "poverty"),
        (NAQ, "companies", "fragility-scores", "living-standards"),
        (NAQ, "companies", "fragility-scores", "employment"),
        (NAQ, "companies", "fragility-scores", "environment"),
    ],
}


def rows() -> Iterator[dict[str, str]]:
    for path in shipped_data():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def published(asked: Asked) -> list[tuple[str, ...]]:
    """Return the rows that *asked* stands for, without their notes."""
    return [
        (
            asked.survey, asked.region, asked.stakeholder, asked.segment, asked.indicator, item, value,
            asked.unit, asked.base, asked.response, "", asked.universe, *asked.source,
        )
        for item, value in asked.figures.items()
    ]  # fmt: skip


def shipped(row: dict[str, str]) -> tuple[str, ...]:
    """Return a row of the files in the order of *published*."""
    fields = ("region", "stakeholder", "segment", "indicator", "item", "value", "unit", "base", "response")
    where = ("in_national_sample", "universe", "source", "url")
    return (f"{row['survey']} {row['wave']}", *(row[name] for name in (*fields, *where)))


@pytest.mark.parametrize("asked", [*PUBLISHED_PACA, *PUBLISHED_ELSEWHERE], ids=str)
def test_a_published_figure_ships_with_its_base_universe_and_source(asked: Asked) -> None:
    held = [shipped(row) for row in rows()]

    assert [row for row in published(asked) if row not in held] == []


@pytest.mark.parametrize(
    ("place", "asked"), [(0, PUBLISHED_PACA), (1, PUBLISHED_ELSEWHERE)], ids=["paca", "elsewhere"]
)
def test_each_file_holds_what_was_published_and_nothing_else(place: int, asked: list[Asked]) -> None:
    with shipped_data()[place].open(encoding="utf-8", newline="") as file:
        held = [shipped(row) for row in csv.DictReader(file)]

    assert held == [row for each in asked for row in published(each)]


def test_eighty_four_rows_ship() -> None:
    assert len(list(rows())) == 84


def test_nine_figures_of_paca_ship_and_five_items_named_without_one() -> None:
    values = [row["value"] for row in rows() if row["region"] == PACA]

    assert values == ["45", "47", "57", "67", "47", "70", "89", "91", "83", "", "", "", "", ""]


def test_no_note_is_lost() -> None:
    notes: dict[str, list[tuple[str, ...]]] = {}
    for row in rows():
        if row["note"]:
            named = (row["region"], row["stakeholder"], row["indicator"], row["item"])
            notes.setdefault(row["note"], []).append(named)

    assert notes == NOTES


@pytest.mark.parametrize("kind", ["region", "stakeholder", "segment", "indicator", "item", "unit"])
def test_every_name_in_the_figures_is_a_codebook_id(kind: str) -> None:
    known = {entry.id for entry in codebook().entries(kind)}

    assert {row[kind] for row in rows() if row[kind]} <= known


@pytest.mark.parametrize("path", shipped_data(), ids=lambda path: path.name)
def test_a_shipped_file_is_plain_utf_8_with_line_feeds(path: Path) -> None:
    content = path.read_bytes()

    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert content.decode("utf-8")
