"""A line of method or of sources is read: bases stand in it, and figures may; how sure a figure is, is no claim."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,indicator,item,value,base\n"
    "France,Habitants,Inquiétudes,Logement,45,2400\n"
    "France,Habitants,Inquiétudes,Emploi,42,2400\n"
    "Bretagne,Habitants,Inquiétudes,Logement,58.2,612\n"
    "Bretagne,Habitants,Inquiétudes,Emploi,40,612\n"
    "Bretagne,Maires,Inquiétudes,Logement,31,212\n"
)
ENGLISH = DATA.replace("Inquiétudes", "Worries").replace("Logement", "Housing").replace("Emploi", "Jobs")
ENGLISH = ENGLISH.replace("Habitants", "Residents").replace("Maires", "Mayors")


@pytest.mark.parametrize(
    ("data", "line", "statuses"),
    [
        (DATA, "Méthodologie : téléphone, et 80 % des habitants citent le logement en Bretagne.", ["wrong"]),
        (DATA, "Méthode : méthode des quotas ; 612 habitants interrogés en Bretagne.", ["right"]),
        (DATA, "Méthodologie : méthode des quotas ; 212 habitants interrogés en Bretagne.", ["wrong"]),
        (DATA, "Méthodologie : 612 habitants et 212 maires interrogés en Bretagne.", ["right", "right"]),
        (DATA, "Méthodologie : 612 habitants et 612 maires interrogés en Bretagne.", ["right", "wrong"]),
        (DATA, "Sources : enquête en ligne, 612 habitants interrogés en Bretagne.", ["right"]),
        (DATA, "Note de lecture : 58 % des habitants de Bretagne citent le logement.", ["right"]),
        (DATA, "Note : 80 % des habitants de Bretagne citent le logement.", ["wrong"]),
        (DATA, "Source : Insee, enquête auprès de 12 000 habitants.", ["ambiguous"]),
        (DATA, "Champ : habitants interrogés en Bretagne, soit 612 habitants.", ["right"]),
        (ENGLISH, "Methodology: by telephone, and 80% of residents cite housing in Bretagne.", ["wrong"]),
        (ENGLISH, "Method: quota sampling; 612 residents interviewed in Bretagne.", ["right"]),
        (ENGLISH, "Methodology: quota sampling; 212 residents interviewed in Bretagne.", ["wrong"]),
        (ENGLISH, "Methodology: 612 residents and 212 mayors interviewed in Bretagne.", ["right", "right"]),
        (ENGLISH, "Methodology: 612 residents and 612 mayors interviewed in Bretagne.", ["right", "wrong"]),
        (ENGLISH, "Sources: online survey, 612 residents interviewed in Bretagne.", ["right"]),
        (ENGLISH, "Note: 58% of residents of Bretagne cite housing.", ["right"]),
        (ENGLISH, "Note: 80% of residents of Bretagne cite housing.", ["wrong"]),
        (ENGLISH, "Source: Office for Statistics, survey of 12,000 residents.", ["ambiguous"]),
        (ENGLISH, "Universe: those interviewed in Bretagne, 612 residents.", ["right"]),
    ],
)
def test_what_a_line_of_method_says_of_results_is_judged(
    phare: Phare, data: str, line: str, statuses: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{line}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    assert [row["status"] for row in rows] == statuses


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (DATA, "Note : marge d'erreur de ±3 points au seuil de confiance de 95 %."),
        (DATA, "Méthodologie : l'intervalle de confiance est de plus ou moins 3,1 points."),
        (DATA, "Méthode : la marge d'erreur atteint 4 points pour une proportion de 50 %."),
        (DATA, "Méthodologie : méthode des quotas, redressement sur l'âge ; taux de réponse de 34 %."),
        (DATA, "Méthodologie : au seuil de 95 %, les écarts de moins de 4 points ne sont pas significatifs."),
        (DATA, "Univers : personnes de 15 ans et plus, soit 82 % de la population."),
        (DATA, "Sources : Insee 2021 (taux de chômage de 7,4 %)."),
        (DATA, "Crédits : photos Jean Dupont, 30 %."),
        (DATA, "Contacts : 02 99 12 34 56, 8 h - 18 h."),
        (DATA, "Méthodologie : terrain du 3 au 14 mars 2025 ; 45 % des numéros appelés ont répondu."),
        (ENGLISH, "Note: margin of error of ±3 points at a confidence level of 95%."),
        (ENGLISH, "Methodology: the confidence interval is plus or minus 3.1 points."),
        (ENGLISH, "Method: the margin of error reaches 4 points for a proportion of 50%."),
        (ENGLISH, "Methodology: quota sampling, weighted by age; response rate of 34%."),
        (ENGLISH, "Disclaimer: gaps under 4 points are not significant at 95%."),
        (ENGLISH, "Universe: people aged 15 and over, 82% of the population."),
        (ENGLISH, "Sources: Office for Statistics, 2021 (unemployment rate of 7.4%)."),
        (ENGLISH, "Credits: photographs by J. Smith, 30%."),
        (ENGLISH, "Contact: 020 7946 0000, 8 am to 6 pm."),
        (ENGLISH, "Methodology: fieldwork of 3 to 14 March 2025; 45% of the numbers called answered."),
    ],
)
def test_what_a_line_of_method_says_of_itself_is_no_claim(
    phare: Phare, data: str, line: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{line}\n", encoding="utf-8")

    assert phare(f"verify {page} -f json", data=data).rows == []


def test_whom_a_foot_tells_of_holds_for_the_foot_alone(phare: Phare, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    told = (
        "# Bretagne\n\n58 % des habitants citent le logement.\n\nChamp : maires.\n\n40 % citent l'emploi.\n"
    )
    page.write_text(told, encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=DATA).rows

    assert [(row["stakeholder"], row["status"]) for row in rows] == [("citizens", "right")] * 2
