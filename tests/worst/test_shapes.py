"""Shapes of CSV that readers disagree on, under headers that are not ours: each cell in its place, or a sentence."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

Both = Callable[..., list[tuple[int, str, str]]]
OPTIONS = "--map region==Corse --map stakeholder==g --map indicator==i --map item=a --map value=b"
MAPPED = f"show -f csv {OPTIONS}"


def read(out: str) -> list[tuple[str, str]]:
    return [(row["item"], row["value"]) for row in csv.DictReader(io.StringIO(out))]


@pytest.mark.parametrize(
    ("content", "figures"),
    [
        ('a,b\n"Ajaccio, Corse",57\n', [("Ajaccio, Corse", "57")]),
        ('a,b\n"dit ""la belle"", ici",57\n', [('dit "la belle", ici', "57")]),
        (
            'a,b\n"{""type"": ""Point"", ""at"": [1.5, 2]}",57\n',
            [('{"type": "Point", "at": [1.5, 2]}', "57")],
        ),
        ('a,b\nx,""\n"",\n"y","57"\n', [("y", "57"), ("x", "")]),
        ('a,b\n"Il était \nune fois",57\n', [("Il était une fois", "57")]),
        ('a,b\r\n"Il était \r\nune fois",57\r\n', [("Il était une fois", "57")]),
        ('a,b\r"Il était\rune fois",57\r', [("Il était une fois", "57")]),
        ('"a",b\n"1","2"\n"3",4\n', [("3", "4"), ("1", "2")]),
        ("b,a\n57,01\n", [("01", "57")]),
        ("\n\n\na,b\nx,57\n", [("x", "57")]),
        ('"\t\n\v\f\r a \t\n\v\f\r",b\nx,57\n', [("x", "57")]),
        ("a,b\nx,00.11\ny,57\n", [("y", "57"), ("x", "0.11")]),
    ],
)
def test_each_cell_is_where_it_belongs(both: Both, content: str, figures: list[tuple[str, str]]) -> None:
    for status, out, _ in both(content, command=MAPPED):
        assert (status, read(out)) == (0, figures)


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        ("1,2\n3,4\n",
         "phare: f.csv, line 1, column item: there is no column “a” to read item from. The file has “1” and "
         "“2”. Correct --map item. [missing-column]\n"
         "phare: f.csv, line 1, column value: there is no column “b” to read value from. The file has “1” and "
         "“2”. Correct --map value. [missing-column]\n"
         "phare: 2 problems: nothing was shown. (phare check f.csv)\n",
         "phare\u00a0: f.csv, ligne 1, colonne item\u00a0: il n’y a pas de colonne «\u00a0a\u00a0» où lire "
         "item. Le fichier contient «\u00a01\u00a0» et «\u00a02\u00a0». Corrigez --map item. [missing-column]\n"
         "phare\u00a0: f.csv, ligne 1, colonne value\u00a0: il n’y a pas de colonne «\u00a0b\u00a0» où lire "
         "value. Le fichier contient «\u00a01\u00a0» et «\u00a02\u00a0». Corrigez --map value. "
         "[missing-column]\n"
         "phare\u00a0: 2 anomalies\u00a0: rien n’a été affiché. (phare check f.csv)\n"),
        ("a,b,c,d\n1,2,3\n",
         "phare: f.csv, line 2: the row has 3 cells and the header 4: fill in the others; a cell that holds a "
         "line break needs quotes. [ragged-row]\n"
         "phare: 1 problem: nothing was shown. (phare check f.csv)\n",
         "phare\u00a0: f.csv, ligne 2\u00a0: la ligne a 3 cellules et l’en-tête 4\u00a0: remplissez les "
         "autres\u00a0; une cellule qui contient un saut de ligne doit être entre guillemets. [ragged-row]\n"
         "phare\u00a0: 1 anomalie\u00a0: rien n’a été affiché. (phare check f.csv)\n"),
        ('a,b\nx,57,,"I am too long"\n',
         "phare: f.csv, line 2: the row has 4 cells and the header 2: a cell that holds the delimiter needs "
         "quotes. [ragged-row]\n"
         "phare: 1 problem: nothing was shown. (phare check f.csv)\n",
         "phare\u00a0: f.csv, ligne 2\u00a0: la ligne a 4 cellules et l’en-tête 2\u00a0: une cellule qui "
         "contient le séparateur doit être entre guillemets. [ragged-row]\n"
         "phare\u00a0: 1 anomalie\u00a0: rien n’a été affiché. (phare check f.csv)\n"),
    ],
)  # fmt: skip
def test_a_shape_that_leaves_a_doubt_is_refused(both: Both, content: str, english: str, french: str) -> None:
    told = [each.replace("check f.csv)", f"check f.csv {OPTIONS})") for each in (english, french)]

    assert both(content, command=MAPPED) == [(3, "", each) for each in told]
