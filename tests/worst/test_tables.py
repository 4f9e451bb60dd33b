"""Tables as spreadsheets and people leave them: headers, ragged rows, quotes, and what stands under a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Both = Callable[..., list[tuple[int, str, str]]]
ONE = (
    "phare: 1 problem: nothing was shown. (phare check f.csv)\n",
    "phare\u00a0: 1 anomalie\u00a0: rien n’a été affiché. (phare check f.csv)\n",
)
HEADER = "region;stakeholder;indicator;item;value;base\n"
ANSWER = "survey,wave,region,stakeholder,segment,indicator,item,value,unit,base,rank,rank_low,rank_high,low,high,flag\n"


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        (HEADER.replace("base", "Quelle est, à vos yeux, " * 13) + "Corse;g;i;a;57;x\n",
         "the column “Quelle est, à vos yeux, Quelle est, à v…” is not used.",
         "la colonne «\u00a0Quelle est, à vos yeux, Quelle est, à v…\u00a0» n’est pas utilisée."),
        ("\"Région \n\";  STAKEHOLDER\u00a0;indicator ;Item;\" % \";\"La\nquestion\"\n" + "Corse;g;i;a;57;x\n",
         "the column “La question” is not used.",
         "la colonne «\u00a0La question\u00a0» n’est pas utilisée."),
        (HEADER.replace("base", "x;x;X ") + "Corse;g;i;a;57;1;2;3\n",
         "the columns “x”, “x” and “X” are not used.",
         "les colonnes «\u00a0x\u00a0», «\u00a0x\u00a0» et «\u00a0X\u00a0» ne sont pas utilisées."),
    ],
)  # fmt: skip
def test_a_header_of_a_whole_question_is_a_column_like_another(
    both: Both, content: str, english: str, french: str
) -> None:
    assert both(content) == [
        (0, ANSWER + ",,Corse,g,,i,a,57,percent,,,,,,,\n", f"phare: note: f.csv: {english}\n"),
        (
            0,
            ANSWER + ",,Corse,g,,i,a,57,percent,,,,,,,\n",
            f"phare\u00a0: remarque\u00a0: f.csv\u00a0: {french}\n",
        ),
    ]


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        ("region;" + HEADER + "Corse;Corse;g;i;a;57;\n",
         "line 1, column region: 2 columns are called “region”, and there can be one region only. Rename all "
         "but one of them. [duplicate-column]",
         "ligne 1, colonne region\u00a0: 2 colonnes s’appellent «\u00a0region\u00a0», et il ne peut y avoir "
         "qu’une colonne region. Renommez toutes les autres. [duplicate-column]"),
        ("Région;REGION\u00a0;stakeholder;indicator;item;value\n",
         "line 1, column REGION: “Région” and “REGION” would all be region, and there can be one only. Say "
         "which: --map region=COLUMN. [duplicate-column]",
         "ligne 1, colonne REGION\u00a0: plusieurs colonnes pourraient être region («\u00a0Région\u00a0» et "
         "«\u00a0REGION\u00a0»), et il n’en faut qu’une. Indiquez laquelle\u00a0: --map region=COLONNE. "
         "[duplicate-column]"),
        (HEADER.replace("value", "outcome") + "Corse;g;i;a;57;\n",
         "line 1: the column value is missing. The file has “region”, “stakeholder”, “indicator”, “item”, "
         "“outcome” and “base”. Say where to find it: --map value=COLUMN, or ==TEXT in place of =COLUMN for the "
         "same in every row. [missing-column]",
         "ligne 1\u00a0: la colonne value manque. Le fichier contient «\u00a0region\u00a0», "
         "«\u00a0stakeholder\u00a0», «\u00a0indicator\u00a0», «\u00a0item\u00a0», «\u00a0outcome\u00a0» et "
         "«\u00a0base\u00a0». Indiquez où la trouver\u00a0: --map value=COLONNE, ou ==TEXTE au lieu de =COLONNE pour "
         "un même texte à toutes les lignes. [missing-column]"),
        ("a;b\n1;2\n",
         "line 1: the columns region, stakeholder, indicator, item and value are missing. The file has “a” and "
         "“b”. Say where to find them: --map region=COLUMN --map stakeholder=COLUMN --map indicator=COLUMN "
         "--map item=COLUMN --map value=COLUMN, or ==TEXT in place of =COLUMN for the same in every row. "
         "Answers, one row a respondent, are counted first: phare tabulate f.csv --draft. A published table, "
             "with groups or answers side by side, is made tidy first: phare tidy f.csv [missing-column]",
         "ligne 1\u00a0: les colonnes region, stakeholder, indicator, item et value manquent. Le fichier "
         "contient «\u00a0a\u00a0» et «\u00a0b\u00a0». Indiquez où les trouver\u00a0: --map region=COLONNE --map "
         "stakeholder=COLONNE --map indicator=COLONNE --map item=COLONNE --map value=COLONNE, ou ==TEXTE au lieu de "
         "=COLONNE pour un même texte à toutes les lignes. Des réponses, une ligne par répondant, se "
         "comptent d’abord\u00a0: phare tabulate f.csv --draft. Un tableau publié, aux groupes ou aux réponses côte à "
             "côte, se met d’abord à plat\u00a0: phare tidy f.csv [missing-column]"),
    ],
)  # fmt: skip
def test_a_header_that_leaves_a_doubt_is_refused(both: Both, content: str, english: str, french: str) -> None:
    assert both(content) == [
        (3, "", f"phare: f.csv, {english}\n{ONE[0]}"),
        (3, "", f"phare\u00a0: f.csv, {french}\n{ONE[1]}"),
    ]


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        (HEADER + "Corse;g;i;a;57;;\nCorse;g;i;b;43;;\n",
         "2 lines end in empty cells that the header does not have, the first of them line 2; they were dropped.",
         "2 lignes finissent par des cellules vides absentes de l’en-tête, à partir de la ligne 2\u00a0; elles "
         "ont été ignorées."),
        (HEADER + "Corse;g;i;a;57;\nCorse;g;i;b;43;; ; ;\n",
         "line 3 ends in empty cells that the header does not have; they were dropped.",
         "la ligne 3 finit par des cellules vides absentes de l’en-tête\u00a0; elles ont été ignorées."),
    ],
)  # fmt: skip
def test_an_empty_tail_is_dropped_and_said(both: Both, content: str, english: str, french: str) -> None:
    assert both(content) == [
        (
            0,
            ANSWER + ",,Corse,g,,i,a,57,percent,,1,,,,,\n,,Corse,g,,i,b,43,percent,,2,,,,,\n",
            f"phare: note: f.csv: {english}\n",
        ),
        (
            0,
            ANSWER + ",,Corse,g,,i,a,57,percent,,1,,,,,\n,,Corse,g,,i,b,43,percent,,2,,,,,\n",
            f"phare\u00a0: remarque\u00a0: f.csv\u00a0: {french}\n",
        ),
    ]


@pytest.mark.parametrize(
    ("row", "english", "french"),
    [
        ("Corse;g;i;b",
         "line 5: the row has 4 cells and the header 6: fill in the others; a cell that holds a line break "
         "needs quotes. [ragged-row]",
         "ligne 5\u00a0: la ligne a 4 cellules et l’en-tête 6\u00a0: remplissez les autres\u00a0; une cellule "
         "qui contient un saut de ligne doit être entre guillemets. [ragged-row]"),
        ("Corse;g;i;b;57;;x",
         "line 5: the row has 7 cells and the header 6: a cell that holds the delimiter needs quotes. "
         "[ragged-row]",
         "ligne 5\u00a0: la ligne a 7 cellules et l’en-tête 6\u00a0: une cellule qui contient le séparateur "
         "doit être entre guillemets. [ragged-row]"),
        ("Corse",
         "line 5: the row has 1 cell and the header 6: fill in the others; a cell that holds a line break needs "
         "quotes. [ragged-row]",
         "ligne 5\u00a0: la ligne a 1 cellule et l’en-tête 6\u00a0: remplissez les autres\u00a0; une cellule "
         "qui contient un saut de ligne doit être entre guillemets. [ragged-row]"),
        ('"Cor\nse";g;i',
         "line 5: the row has 3 cells and the header 6: fill in the others; a cell that holds a line break "
         "needs quotes. [ragged-row]",
         "ligne 5\u00a0: la ligne a 3 cellules et l’en-tête 6\u00a0: remplissez les autres\u00a0; une cellule "
         "qui contient un saut de ligne doit être entre guillemets. [ragged-row]"),
    ],
)  # fmt: skip
def test_a_ragged_row_is_told_at_its_line_after_a_cell_of_several_lines(
    both: Both, row: str, english: str, french: str
) -> None:
    assert both(HEADER + 'Corse;"g\r\nh\n";i;a;57;\n' + row + "\nCorse;g;i;c;1;\n") == [
        (3, "", f"phare: f.csv, {english}\n{ONE[0]}"),
        (3, "", f"phare\u00a0: f.csv, {french}\n{ONE[1]}"),
    ]


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        (HEADER + "Corse;g;i;a;57;;x\nCorse;g;i;b;43;;y\n",
         "phare: f.csv, line 2: the row has 7 cells and the header 6: a cell that holds the delimiter needs "
         "quotes. [ragged-row]\n"
         "phare: f.csv, line 3: the row has 7 cells and the header 6: a cell that holds the delimiter needs "
         "quotes. [ragged-row]\n"
         "phare: 2 problems: nothing was shown. (phare check f.csv)\n",
         "phare\u00a0: f.csv, ligne 2\u00a0: la ligne a 7 cellules et l’en-tête 6\u00a0: une cellule qui "
         "contient le séparateur doit être entre guillemets. [ragged-row]\n"
         "phare\u00a0: f.csv, ligne 3\u00a0: la ligne a 7 cellules et l’en-tête 6\u00a0: une cellule qui "
         "contient le séparateur doit être entre guillemets. [ragged-row]\n"
         "phare\u00a0: 2 anomalies\u00a0: rien n’a été affiché. (phare check f.csv)\n"),
    ],
)  # fmt: skip
def test_every_row_too_long_is_an_error_and_nothing_is_shifted(
    both: Both, content: str, english: str, french: str
) -> None:
    assert both(content) == [(3, "", english), (3, "", french)]


@pytest.mark.parametrize(
    ("rows", "english", "french"),
    [
        ('Corse;g;i;a;57;\nCorse;"g;i;b;43;\nCorse;g;i;c;1;\n',
         "line 3: a quote opens here and is not closed: close it, or write it twice if it belongs to the text. "
         "[unclosed-quote]",
         "ligne 3\u00a0: un guillemet s’ouvre ici et n’est pas fermé\u00a0: fermez-le, ou doublez-le s’il fait "
         "partie du texte. [unclosed-quote]"),
        ('"Cor\nse";"g;i;a;57;\nCorse;g;i;b;1;\n',
         "line 3: a quote opens here and is not closed: close it, or write it twice if it belongs to the text. "
         "[unclosed-quote]",
         "ligne 3\u00a0: un guillemet s’ouvre ici et n’est pas fermé\u00a0: fermez-le, ou doublez-le s’il fait "
         "partie du texte. [unclosed-quote]"),
        ('Corse;"g" h;i;a;57;\nCorse;g;i;b;1;\n',
         "line 2: text follows the quote that closes a cell: write a quote twice if it belongs to the text. "
         "[stray-quote]",
         "ligne 2\u00a0: du texte suit le guillemet qui ferme une cellule\u00a0: doublez le guillemet s’il fait "
         "partie du texte. [stray-quote]"),
    ],
)  # fmt: skip
def test_a_broken_quote_is_told_where_it_opens(both: Both, rows: str, english: str, french: str) -> None:
    assert both(HEADER + rows) == [
        (3, "", f"phare: f.csv, {english}\n{ONE[0]}"),
        (3, "", f"phare\u00a0: f.csv, {french}\n{ONE[1]}"),
    ]


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        ("Résultats 2016;;;;;\n\n" + HEADER + "Corse;g;i;a;57;\n",
         "phare: note: f.csv: 1 line above the header was skipped: “Résultats 2016”.\n",
         "phare\u00a0: remarque\u00a0: f.csv\u00a0: 1 ligne au-dessus de l’en-tête a été sautée\u00a0: "
         "«\u00a0Résultats 2016\u00a0».\n"),
        (HEADER + "\n;;;;;\nCorse;g;i;a;57;\n" + ";;;;;\n" * 30,
         "phare: note: f.csv: 32 empty lines were skipped, the first of them line 2.\n",
         "phare\u00a0: remarque\u00a0: f.csv\u00a0: 32 lignes vides ont été sautées, à partir de la ligne 2.\n"),
        (HEADER + "Corse;g;i;a;57;\nTotal;;;;100;\n",
         "phare: note: f.csv: line 3 is a total and was left out.\n",
         "phare\u00a0: remarque\u00a0: f.csv\u00a0: la ligne 3 est un total et a été écartée.\n"),
        (HEADER + "Corse;g;i;a;57;\nCorse;g;i;Total;100;\n",
         "phare: note: f.csv: line 3 is a total and was left out.\n",
         "phare\u00a0: remarque\u00a0: f.csv\u00a0: la ligne 3 est un total et a été écartée.\n"),
        (HEADER + "Corse;g;i;a;57;\n\nSource : INSEE, 2016\n",
         "phare: note: f.csv: line 3 is empty and was skipped.\n"
         "phare: note: f.csv: line 4 was read as a footnote: “Source : INSEE, 2016”.\n",
         "phare\u00a0: remarque\u00a0: f.csv\u00a0: la ligne 3 est vide et a été sautée.\n"
         "phare\u00a0: remarque\u00a0: f.csv\u00a0: la ligne 4 a été lue comme une note de bas de "
         "tableau\u00a0: «\u00a0Source : INSEE, 2016\u00a0».\n"),
        (HEADER + "Corse;g;i;a;57;\nNote : (1) redressé ; voir plus loin;;;;;\n",
         "phare: note: f.csv: line 3 ends in empty cells that the header does not have; they were dropped.\n"
         "phare: note: f.csv: line 3 was read as a footnote: “Note : (1) redressé voir plus loin”.\n",
         "phare\u00a0: remarque\u00a0: f.csv\u00a0: la ligne 3 finit par des cellules vides absentes de "
         "l’en-tête\u00a0; elles ont été ignorées.\n"
         "phare\u00a0: remarque\u00a0: f.csv\u00a0: la ligne 3 a été lue comme une note de bas de "
         "tableau\u00a0: «\u00a0Note : (1) redressé voir plus loin\u00a0».\n"),
    ],
)  # fmt: skip
def test_what_holds_no_figure_is_said_and_never_swallowed(
    both: Both, content: str, english: str, french: str
) -> None:
    assert both(content) == [
        (0, ANSWER + ",,Corse,g,,i,a,57,percent,,,,,,,\n", english),
        (0, ANSWER + ",,Corse,g,,i,a,57,percent,,,,,,,\n", french),
    ]
