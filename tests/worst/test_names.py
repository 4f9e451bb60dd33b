"""Names as programs and people disguise them: they match what they mean, and are shown clean."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

Both = Callable[..., list[tuple[int, str, str]]]
HEADER = "region;stakeholder;indicator;item;value\n"
REGIONS = (
    "Provence-Alpes-Côte d'Azur",
    unicodedata.normalize("NFD", "Provence-Alpes-Côte d'Azur"),
    "Provence‑Alpes‑Côte d’Azur",
    "Provence\u2010Alpes\u2013Côte d\u02bcAzur",
    "PROVENCE ALPES COTE D AZUR",
    "\ufeffProvence\u200b-Alpes-\u2060Côte\u00a0d'\u200dAzur\u200e",
    "\u00a0Provence-Alpes-Co\u00adte  d’Azur ",
    "Région Sud",
    "FR-PAC",
)


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("command", ["show", "show -r PACA", "show -r 'provence‑alpes‑co\u0302te d’azur'"])
def test_a_disguised_name_matches_and_is_shown_clean(both: Both, region: str, command: str) -> None:
    plain = both(f"{HEADER}Provence-Alpes-Côte d'Azur;citizens;fragilities;education;57\n", command=command)

    disguised = f"{HEADER}{region};\u200bCITOYENS\u00ad;fragilite\u0301s;E\u0301ducation\u200b;57\n"

    assert [(status, err) for status, _, err in plain] == [(0, "")] * 2
    assert both(disguised, command=command) == plain


def test_a_code_that_is_a_departements_too_is_its_regions_and_told(both: Both) -> None:
    answers = both(f"{HEADER}93;citizens;fragilities;education;57\n")

    assert ["Provence-Alpes-Côte d'Azur,citizens" in out for _, out, _ in answers] == [True, True]
    assert ["may be those of départements" in answers[0][2], "ceux de départements" in answers[1][2]] == [
        True
    ] * 2


@pytest.mark.parametrize("region", REGIONS)
def test_the_name_that_is_shown_is_the_plain_one(both: Both, region: str) -> None:
    row = ",,Provence-Alpes-Côte d'Azur,citizens,,fragilities,Eau « potable »,57,percent,,,,,,,\n"

    answers = both(f"{HEADER}{region};citoyens;fragilities;Eau\u200b  «\u00a0pota\u00adble\u202f»;57\n")

    assert [(status, out.partition("\n")[2], err) for status, out, err in answers] == [(0, row, "")] * 2


def test_one_name_in_two_disguises_is_one_name(both: Both) -> None:
    content = f"{HEADER}Corse;g;i;Eau potable;57\nCorse;g;i;E\u200bau\u00a0potable;43\n"

    assert both(content) == [
        (3, "", "phare: f.csv, line 3, column item: line 3 repeats the figure of line 2: keep one of them. "
         "[duplicate-key]\nphare: 1 problem: nothing was shown. (phare check f.csv)\n"),
        (3, "", "phare\u00a0: f.csv, ligne 3, colonne item\u00a0: la ligne 3 répète le résultat de la ligne "
         "2\u00a0: gardez l’une des deux. [duplicate-key]\n"
         "phare\u00a0: 1 anomalie\u00a0: rien n’a été affiché. (phare check f.csv)\n"),
    ]  # fmt: skip
