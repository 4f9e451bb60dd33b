"""Figures that cannot be: no number, out of range, against their unit, on an impossible base, there twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Both = Callable[..., list[tuple[int, str, str]]]
ONE = (
    "phare: 1 problem: nothing was shown. (phare check f.csv)\n",
    "phare\u00a0: 1 anomalie\u00a0: rien n’a été affiché. (phare check f.csv)\n",
)
HEADER = "region;stakeholder;indicator;item;value;base\n"
WITH_UNIT = "region;stakeholder;indicator;item;value;unit\n"


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("1e5;",
         "line 2, column value: “1e5” is not a number. Write a figure in digits; a missing one is an empty "
         "cell, n.d. or –. [not-a-number]",
         "ligne 2, colonne value\u00a0: «\u00a01e5\u00a0» n’est pas un nombre. Écrivez la valeur en "
         "chiffres\u00a0; une valeur manquante est une cellule vide, n.d. ou –. [not-a-number]"),
        ("inf;",
         "line 2, column value: “inf” is not a number. Write a figure in digits; a missing one is an empty "
         "cell, n.d. or –. [not-a-number]",
         "ligne 2, colonne value\u00a0: «\u00a0inf\u00a0» n’est pas un nombre. Écrivez la valeur en "
         "chiffres\u00a0; une valeur manquante est une cellule vide, n.d. ou –. [not-a-number]"),
        ("nan;",
         "line 2, column value: “nan” is not a number. Write a figure in digits; a missing one is an empty "
         "cell, n.d. or –. [not-a-number]",
         "ligne 2, colonne value\u00a0: «\u00a0nan\u00a0» n’est pas un nombre. Écrivez la valeur en "
         "chiffres\u00a0; une valeur manquante est une cellule vide, n.d. ou –. [not-a-number]"),
        ("0x1F;",
         "line 2, column value: “0x1F” is not a number. Write a figure in digits; a missing one is an empty "
         "cell, n.d. or –. [not-a-number]",
         "ligne 2, colonne value\u00a0: «\u00a00x1F\u00a0» n’est pas un nombre. Écrivez la valeur en "
         "chiffres\u00a0; une valeur manquante est une cellule vide, n.d. ou –. [not-a-number]"),
        ("NA;",
         "line 2, column value: “NA” is not a number. Write a figure in digits; a missing one is an empty cell, "
         "n.d. or –. [not-a-number]",
         "ligne 2, colonne value\u00a0: «\u00a0NA\u00a0» n’est pas un nombre. Écrivez la valeur en "
         "chiffres\u00a0; une valeur manquante est une cellule vide, n.d. ou –. [not-a-number]"),
        ("1_000;",
         "line 2, column value: “1_000” is not a number. Write a figure in digits; a missing one is an empty "
         "cell, n.d. or –. [not-a-number]",
         "ligne 2, colonne value\u00a0: «\u00a01_000\u00a0» n’est pas un nombre. Écrivez la valeur en "
         "chiffres\u00a0; une valeur manquante est une cellule vide, n.d. ou –. [not-a-number]"),
        ("12 34;",
         "line 2, column value: “12 34” is not a number. Write a figure in digits; a missing one is an empty "
         "cell, n.d. or –. [not-a-number]",
         "ligne 2, colonne value\u00a0: «\u00a012 34\u00a0» n’est pas un nombre. Écrivez la valeur en "
         "chiffres\u00a0; une valeur manquante est une cellule vide, n.d. ou –. [not-a-number]"),
    ],
)  # fmt: skip
def test_what_is_no_figure_is_refused(both: Both, value: str, english: str, french: str) -> None:
    assert both(f"{HEADER}Corse;g;i;a;{value}\n") == [
        (3, "", f"phare: f.csv, {english}\n{ONE[0]}"),
        (3, "", f"phare\u00a0: f.csv, {french}\n{ONE[1]}"),
    ]


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("100,5;",
         "line 2, column value: “100,5” is not a percentage: these lie between 0 and 100. Correct it, or say "
         "its unit. [out-of-range]",
         "ligne 2, colonne value\u00a0: «\u00a0100,5\u00a0» n’est pas un pourcentage (de 0 à 100). Corrigez-le, "
         "ou précisez son unité. [out-of-range]"),
        ("−1;",
         "line 2, column value: “−1” is not a percentage: these lie between 0 and 100. Correct it, or say its "
         "unit. [out-of-range]",
         "ligne 2, colonne value\u00a0: «\u00a0−1\u00a0» n’est pas un pourcentage (de 0 à 100). Corrigez-le, ou "
         "précisez son unité. [out-of-range]"),
        ("57;-3",
         "line 2, column base: “-3” is not a base: it counts the respondents asked, so it is whole and above 0. "
         "[bad-base]",
         "ligne 2, colonne base\u00a0: «\u00a0-3\u00a0» n’est pas une base\u00a0: c’est le nombre de répondants "
         "interrogés, entier et supérieur à 0. [bad-base]"),
        ("57;0",
         "line 2, column base: “0” is not a base: it counts the respondents asked, so it is whole and above 0. "
         "[bad-base]",
         "ligne 2, colonne base\u00a0: «\u00a00\u00a0» n’est pas une base\u00a0: c’est le nombre de répondants "
         "interrogés, entier et supérieur à 0. [bad-base]"),
        ("57;12,5",
         "line 2, column base: “12,5” is not a base: it counts the respondents asked, so it is whole and above "
         "0. [bad-base]",
         "ligne 2, colonne base\u00a0: «\u00a012,5\u00a0» n’est pas une base\u00a0: c’est le nombre de "
         "répondants interrogés, entier et supérieur à 0. [bad-base]"),
        ("57;many",
         "line 2, column base: “many” is not a number. Write a figure in digits; a missing one is an empty "
         "cell, n.d. or –. [not-a-number]",
         "ligne 2, colonne base\u00a0: «\u00a0many\u00a0» n’est pas un nombre. Écrivez la valeur en "
         "chiffres\u00a0; une valeur manquante est une cellule vide, n.d. ou –. [not-a-number]"),
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_is_refused(both: Both, value: str, english: str, french: str) -> None:
    assert both(f"{HEADER}Corse;g;i;a;{value}\n") == [
        (3, "", f"phare: f.csv, {english}\n{ONE[0]}"),
        (3, "", f"phare\u00a0: f.csv, {french}\n{ONE[1]}"),
    ]


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("57 %;score/10",
         "line 2, column value: “57 %” has a percent sign and its unit is score/10: correct one of them. "
         "[unit-conflict]",
         "ligne 2, colonne value\u00a0: «\u00a057 %\u00a0» porte un signe\u00a0% et son unité est "
         "score/10\u00a0: corrigez l’un des deux. [unit-conflict]"),
        ("11;score/10",
         "line 2, column value: “11” is not a score between 0 and 10. Correct it, or say its unit. "
         "[out-of-range]",
         "ligne 2, colonne value\u00a0: «\u00a011\u00a0» n’est pas une note comprise entre 0 et 10. "
         "Corrigez-la, ou précisez son unité. [out-of-range]"),
        ("-3;count",
         "line 2, column value: “-3” is not a count: it is below 0. Correct it, or say its unit. [out-of-range]",
         "ligne 2, colonne value\u00a0: «\u00a0-3\u00a0» n’est pas un effectif (0 ou plus). Corrigez-le, ou "
         "précisez son unité. [out-of-range]"),
        ("57 %;euros",
         "line 2, column value: “57 %” has a percent sign and its unit is euros: correct one of them. "
         "[unit-conflict]",
         "ligne 2, colonne value\u00a0: «\u00a057 %\u00a0» porte un signe\u00a0% et son unité est euros\u00a0: "
         "corrigez l’un des deux. [unit-conflict]"),
    ],
)  # fmt: skip
def test_a_figure_against_its_unit_is_refused(both: Both, value: str, english: str, french: str) -> None:
    assert both(f"{WITH_UNIT}Corse;g;i;a;{value}\n") == [
        (3, "", f"phare: f.csv, {english}\n{ONE[0]}"),
        (3, "", f"phare\u00a0: f.csv, {french}\n{ONE[1]}"),
    ]


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        (HEADER + "PACA;g;i;a;57;\n93;g;i;b;1;\nRégion Sud;g;i;a;58;\n",
         "line 4, column item: line 4 repeats the figure of line 2: keep one of them. [duplicate-key]",
         "ligne 4, colonne item\u00a0: la ligne 4 répète le résultat de la ligne 2\u00a0: gardez l’une des "
         "deux. [duplicate-key]"),
        (HEADER.replace("base", "Début") + "PACA;g;i;a;57;x\nPACA;g;i;a;58;y\n",
         "line 3, column item: line 3 repeats the figure of line 2: keep one of them. If another column tells "
         "them apart, say so: --map wave=COLUMN or --map segment=COLUMN. [duplicate-key]",
         "ligne 3, colonne item\u00a0: la ligne 3 répète le résultat de la ligne 2\u00a0: gardez l’une des "
         "deux. Si une autre colonne les distingue, indiquez-la\u00a0: --map wave=COLONNE ou --map "
         "segment=COLONNE. [duplicate-key]"),
    ],
)  # fmt: skip
def test_a_figure_that_stands_twice_names_both_lines(
    both: Both, content: str, english: str, french: str
) -> None:
    assert both(content) == [
        (3, "", f"phare: f.csv, {english}\n{ONE[0]}"),
        (3, "", f"phare\u00a0: f.csv, {french}\n{ONE[1]}"),
    ]


@pytest.mark.parametrize("value", ["2%", "98%"])
def test_a_base_too_small_for_its_percentage_is_a_warning(both: Both, value: str) -> None:
    english, french = both(f"{HEADER}Corse;g;i;a;{value};10\n", command="check")

    assert english == (
        0,
        "Check: f.csv\n\nFile   Line  Column  Cell  Severity  Code            Explanation\n"
        f"{'─' * (137 + len(value))}\n"
        f"f.csv     2  base    10    warning   base-too-small  {value} of a base of 10 is less than one respondent: "
        "check both, unless weights explain it.\n\nNo problem: 1 result read.\n1 thing to look at.\n",
        "",
    )
    value = value.replace("%", "\u00a0%")
    assert french == (
        0,
        "Contrôle\u00a0: f.csv\n\nFichier  Ligne  Colonne  Cellule  Gravité        Code            Explication\n"
        f"{'─' * (176 + len(value))}\n"
        f"f.csv        2  base     10       avertissement  base-too-small  {value} pour une base de 10, c’est moins "
        "d’un répondant\u00a0: vérifiez les deux, à moins qu’une pondération ne l’explique.\n\n"
        "Aucune anomalie\u00a0: 1 résultat lu.\n1 élément à examiner.\n",
        "",
    )
