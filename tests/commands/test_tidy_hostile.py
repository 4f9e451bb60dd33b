"""Published tables at their worst come out whole: none of their figures is lost, moved or made of something else."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Phare = Callable[..., Any]
Rows = Sequence[Sequence[object]]
WHERE = "--region PACA --stakeholder citizens"
SERVICES: Rows = [
    ["Tableau 12. Opinion sur les services publics, selon le sexe et l'âge"],
    [],
    ["Question", "Réponse", "Ensemble", "Sexe", None, "Âge", None],
    [None, None, None, "Hommes", "Femmes", "18-34 ans", "35 ans et plus"],
    ["Les transports sont-ils satisfaisants ?", "Oui", "45 %", "43 %*", "47 %", "n.s.", "51 %¹"],
    [None, "Non", "50 %", "53 %", "47 %", "n.s.", "44 %"],
    [None, "NSP", "5 %", "4 %", "6 %", "–", "5 %"],
    ["La santé est-elle accessible ?", "Oui", "38 %", "36 %", "40 %", "n.s.", "41 %"],
    [None, "Non", "62 %", "64 %", "60 %", "n.s.", "59 %"],
    ["Base brute", None, "1 003", "487", "516", "28", "975"],
    ["* à interpréter avec prudence : base inférieure à 500"],
    ["¹ hors établissements collectifs"],
    [],
    ["Tableau 13. Raisons d'insatisfaction (plusieurs réponses possibles), en %"],
    [None, None, "Ensemble", "Hommes", "Femmes"],
    ["Trop cher", None, 31, 29, 33],
    ["Trop loin", None, "22*", 25, 19],
    ["Total", None, 53, 54, 52],
    ["Effectifs", None, "1 003", "487", "516"],
    ["Source : Baromètre 2025"],
]
SIDE_BY_SIDE: Rows = [
    ["Vote déclaré (effectifs)", None, None, None, None, None, "Confiance (en %)"],
    [None, "Total", "Urbain", "Rural", None, None, None, "Urbain", "Rural"],
    ["Pour", "1 200", "800", "400", None, None, "Tout à fait", 12.5, 14.0],
    ["Contre", "2 350", "1 100", "1 250", None, None, "Plutôt", 37.5, 36.0],
    ["Abstention", "455", "255", "200", None, None, "Pas du tout", 50.0, 50.0],
    ["Total", "4 015", "2 155", "1 850", None, None, "Total", 100, 100],
]
TRAIN: Rows = [
    ["Q5. À quelle fréquence prenez-vous le train ?"],
    ["Base : ensemble des répondants"],
    [None, "TOTAL", "Taille de commune", None, "Région", None],
    [None, None, "< 2 000 hab.", "> 2 000", "Bretagne", "Normandie"],
    [None, "a", "b", "c", "d", "e"],
    ["BASE NON PONDÉRÉE", 2010, 512, 1498, 1000, 1010],
    ["Base pondérée", 2010, 498.2, 1511.8, 1003.1, 1006.9],
    ["Chaque mois", 0.5, 0.422, 0.526, 0.5, 0.5],
    [None, None, None, "b", None, None],
    ["Moins souvent", 0.5, 0.578, 0.474, 0.5, 0.5],
    [None, None, "c", None, None, None],
    ["Moyenne (jours par mois)", 2.3, 1.1, 2.7, 2.4, 2.2],
    ["Écart-type", 1.2, 0.9, 1.3, 1.2, 1.3],
    ["Test du Khi2 : p < 0,001"],
]
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><style>td {}</style></head><body>
<h2>Confiance dans la mairie, en %</h2><table><thead>
<tr><th rowspan=2><th rowspan=2>Ensemble<th colspan=2>Sexe</tr><tr><th>Hommes</th><th>Femmes</th></tr></thead>
<tr><th>Oui</th><td>45<sup>1</sup></td><td>4<b>3</b></td><td>47<span hidden>9</span></td></tr>
<tr><th>Non</th><td>55</td><td>57</td><td>53</td></tr><tr><th>Base<td>1&nbsp;003<td>487<td>516</table>
<table><tr><td>menu</td></tr><tr><td>autre</td></tr></table>
<table><caption>Tableau 2 – Usage (en %)</caption><tr><th>Zone</th><th>Oui</th><th>Non</th></tr>
<tr><td>Urbain</td><td>61,5&nbsp;%</td><td>38,5&nbsp;%</td></tr><tr><td>Rural</td><td>40&nbsp;%</td><td>60&nbsp;%</td></tr>
</table></body></html>"""


def workbook(path: Path, rows: Rows, merged: Sequence[str] = (), percents: str = "") -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    for row in sheet[percents] if percents else ():
        for cell in row:
            cell.number_format = "0%"
    book.save(path)


def figures(text: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row.get(name, "") for name in columns) for row in csv.DictReader(io.StringIO(text))]


def test_two_tables_with_merged_questions_texts_and_notes_come_out_whole(
    phare: Phare, tmp_path: Path
) -> None:
    workbook(tmp_path / "t.xlsx", SERVICES, ["A5:A7", "A8:A9", "D3:E3", "F3:G3", "A3:A4", "B3:B4", "C3:C4"])
    run = phare(f"tidy t.xlsx {WHERE}")
    question, groups = "", ("", "Hommes", "Femmes", "18-34 ans", "35 ans et plus")
    expected = set()
    for label, item, *cells in SERVICES[4:9]:
        question = str(label or question)
        for group, cell, base in zip(groups, cells, ("1003", "487", "516", "28", "975"), strict=True):
            value = str(cell).partition(" ")[0] if str(cell)[0].isdigit() else ""
            expected.add((question, str(item), group, value, base, "percent"))
    asked = "Raisons d'insatisfaction (plusieurs réponses possibles)"
    for label, _, *cells in SERVICES[15:17]:
        for group, cell, base in zip(groups, cells, ("1003", "487", "516"), strict=False):
            expected.add((asked, str(label), group, str(cell).rstrip("*"), base, "percent"))

    found = figures(run.out, "indicator", "item", "segment", "value", "base", "unit")
    assert (len(found), set(found)) == (len(expected), expected)


def test_tables_side_by_side_are_two_and_a_wrong_total_is_told(phare: Phare, tmp_path: Path) -> None:
    workbook(tmp_path / "t.xlsx", SIDE_BY_SIDE)
    run = phare(f"tidy t.xlsx {WHERE}")
    found = {row[:3]: float(row[3]) for row in figures(run.out, "indicator", "item", "segment", "value")}

    assert found["Vote déclaré", "Pour", "Urbain"] == pytest.approx(100 * 800 / 2155)
    assert found["Vote déclaré", "Contre", ""] == pytest.approx(100 * 2350 / 4015)
    assert found["Confiance", "Plutôt", "Rural"] == 36.0
    assert len(found) == 15
    assert "1 total is not what its answers add up to (Sheet!B6: 4,015, and 4,005)" in run.err


def test_small_letters_and_means_among_percents_are_none(phare: Phare, tmp_path: Path) -> None:
    workbook(tmp_path / "t.xlsx", TRAIN, ["C3:D3", "E3:F3"], "B8:F10")
    run = phare(f"tidy t.xlsx {WHERE}")
    found = figures(run.out, "region", "breakdown", "segment", "item", "value", "base")

    paca, size = "Provence-Alpes-Côte d'Azur", "Taille de commune"
    assert [row for row in found if row[3] == "Chaque mois"] == [
        (paca, "", "", "Chaque mois", "50", "2010"),
        (paca, size, "< 2 000 hab.", "Chaque mois", "42.2", "512"),
        (paca, size, "> 2 000", "Chaque mois", "52.6", "1498"),
        ("Bretagne", "", "", "Chaque mois", "50", "1000"),
        ("Normandie", "", "", "Chaque mois", "50", "1010"),
    ]
    assert {row[3] for row in found} == {"Chaque mois", "Moins souvent"}
    assert "left out, for they hold no answers: row 12 and row 13" in run.err


def test_a_number_that_is_no_percent_among_percents_is_a_problem(phare: Phare, tmp_path: Path) -> None:
    rows = [*TRAIN[:11], ["Âge des voyageurs", 47.2, 51.0, 46.1, 48.0, 45.9]]
    workbook(tmp_path / "t.xlsx", rows, ["C3:D3", "E3:F3"], "B8:F10")
    run = phare(f"tidy t.xlsx {WHERE}")

    assert (run.status, run.err.count("has no format of percents")) == (3, 5)


def test_the_tables_of_a_web_page_come_out_whole(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text(PAGE, encoding="utf-8")
    run = phare(f"tidy t.html {WHERE}")

    assert figures(run.out, "indicator", "breakdown", "segment", "item", "value", "base") == [
        ("Confiance dans la mairie", "", "", "Oui", "45", "1003"),
        ("Confiance dans la mairie", "", "", "Non", "55", "1003"),
        ("Confiance dans la mairie", "Sexe", "Hommes", "Oui", "43", "487"),
        ("Confiance dans la mairie", "Sexe", "Hommes", "Non", "57", "487"),
        ("Confiance dans la mairie", "Sexe", "Femmes", "Oui", "47", "516"),
        ("Confiance dans la mairie", "Sexe", "Femmes", "Non", "53", "516"),
        ("Usage", "", "Urbain", "Oui", "61.5", ""),
        ("Usage", "", "Urbain", "Non", "38.5", ""),
        ("Usage", "", "Rural", "Oui", "40", ""),
        ("Usage", "", "Rural", "Non", "60", ""),
    ]
    assert "marks beside figures were taken away: “¹”" in run.err


def test_a_page_of_huge_spans_is_refused(phare: Phare, tmp_path: Path) -> None:
    row = "<tr><td colspan=1000 rowspan=65534>1</td></tr>"
    (tmp_path / "t.html").write_text(f"<html><table>{row * 3000}</table>", encoding="utf-8")
    run = phare(f"tidy t.html {WHERE}")

    assert (run.status, "holds more than 1,000,000 cells" in run.err) == (4, True)


def test_a_page_that_another_command_reads_is_still_none(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "t.html").write_text(PAGE, encoding="utf-8")
    run = phare("show -d t.html")

    assert (run.status, "is a web page (HTML), not a table" in run.err) == (4, True)


@pytest.mark.parametrize("sign", ["", " %"])
def test_ages_in_a_banner_are_no_figures_with_a_mark(phare: Phare, tmp_path: Path, sign: str) -> None:
    text = (
        f"Confiance (%);;;\n;Ensemble;18-34;35+\nOui;62{sign};55;65\nNon;38{sign};45;35\nBase;1000;300;700\n"
    )
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")

    assert figures(phare(f"tidy t.csv {WHERE}").out, "segment", "item", "value", "base") == [
        ("", "Oui", "62", "1000"),
        ("", "Non", "38", "1000"),
        ("18-34", "Oui", "55", "300"),
        ("18-34", "Non", "45", "300"),
        ("35+", "Oui", "65", "700"),
        ("35+", "Non", "35", "700"),
    ]


def test_years_that_name_rows_leave_the_title_above_them(phare: Phare, tmp_path: Path) -> None:
    text = "Engagement (%);;;\nAnnée;Oui;Non;Base\n2020;45;55;1000\n2024;51;49;990\n"
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")

    assert figures(phare(f"tidy t.csv {WHERE}").out, "indicator", "wave", "item", "value", "base") == [
        ("engagement", "2020", "Oui", "45", "1000"),
        ("engagement", "2020", "Non", "55", "1000"),
        ("engagement", "2024", "Oui", "51", "990"),
        ("engagement", "2024", "Non", "49", "990"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Note moyenne (sur 10),Ensemble,Hommes,Femmes,Base\nMairie,6.2,6.1,6.3,1000\nÉtat,4.1,4,4.2,1000\n",
            [("Mairie", "", "6.2"), ("État", "", "4.1"), ("Mairie", "Hommes", "6.1"), ("État", "Hommes", "4"),
             ("Mairie", "Femmes", "6.3"), ("État", "Femmes", "4.2")],
        ),
        ("Confiance,Note moyenne,Base\nMairie,6.2,900\nÉtat,4.1,901\n", [("Mairie", "", "6.2"), ("État", "", "4.1")]),
        ("Qui,Confiance (sur 10),Base\nMairie,6.2,900\nÉtat,4.1,901\n", [("Mairie", "", "6.2"), ("État", "", "4.1")]),
        (
            "Confiance,Moyenne,Base\nHommes,6.2,480\nFemmes,6.3,520\n",
            [("Moyenne", "Hommes", "6.2"), ("Moyenne", "Femmes", "6.3")],
        ),
        (
            ",Mairie,État,Base\nHommes,6.2,4.1,480\nFemmes,6.3,4,520\n",
            [("Mairie", "Hommes", "6.2"), ("État", "Hommes", "4.1"), ("Mairie", "Femmes", "6.3"),
             ("État", "Femmes", "4")],
        ),
    ],
    ids=["groups and bases", "one group", "its name", "one item", "items in columns"],
)  # fmt: skip
def test_means_with_bases_come_out_whole(
    phare: Phare, tmp_path: Path, text: str, expected: list[tuple[str, str, str]]
) -> None:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    run = phare(f"tidy t.csv --values score/10 {WHERE}")

    assert figures(run.out, "item", "segment", "value") == expected


def test_a_table_of_means_whose_unit_nothing_tells_asks_for_it(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Confiance,Note moyenne,Base\nMairie,6.2,900\n", encoding="utf-8")
    run = phare(f"tidy t.csv {WHERE}")

    assert (run.status, "how are the figures of this table written?" in run.err) == (3, True)
