"""Tables that are drawn with characters are read cell by cell, each with its heads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = """\
wave,region,stakeholder,segment,indicator,item,value,unit
2024,France,adherents,,choir,sings,41,percent
2024,France,adherents,,choir,reads music,23,percent
2024,France,parents,,choir,sings,62,percent
2024,France,parents,,choir,reads music,18,percent
2024,Corse,adherents,,choir,sings,33,percent
2024,Corse,parents,,choir,sings,70,percent
"""
GRID = """\
Choir
=====

.. table:: Choir, 2024

   +-------------+---------------------+
   | Item        | People              |
   |             +-----------+---------+
   |             | Adherents | Parents |
   +=============+===========+=========+
   | sings       |      41 % |    62 % |
   +-------------+-----------+---------+
   | reads       |      23 % |    19 % |
   | music       |           |         |
   +-------------+-----------+---------+
"""
SIMPLE = """\
Choir
=====

===========  =========  =======
Item         Adherents  Parents
===========  =========  =======
sings             41 %     62 %

reads             23 %     19 %
music
===========  =========  =======

Nothing else.
"""
LISTED = """\
Choir
=====

.. list-table:: Choir, 2024
   :header-rows: 1

   * - Item
     - Adherents
     - Parents
   * - sings
     - 41 %
     - 62 %
   * - reads
       music
     - 23 %
     - 19 %

Nothing else.
"""
FENCED = """\
= Choir

.Choir, 2024
[cols="2,1,1",options="header"]
|===
| Item | Adherents | Parents

| sings
| 41 %
| 62 %

| reads music | 23 % | 19 %
|===
"""
ALIGNED = """\
Choir

Item         Adherents  Parents
─────────────────────────────────────
sings             41 %     62 %  ████
reads music       23 %     19 %  █▌
"""
ORG = """\
#+CAPTION: Choir, 2024
| Item        | Adherents | Parents |
|-------------+-----------+---------|
| sings       |      41 % |    62 % |
| reads music |      23 % |    19 % |
"""
JIRA = """\
*Choir, 2024*

|| Item || Adherents || Parents ||
| sings | 41 % | 62 % |
| reads music | 23 % | 19 % |
"""
TEXTILE = """\
Choir, 2024

|_. Item        |_. Adherents |_. Parents |
|<. sings       |>(fig).    41 % |>.  62 % |
|<. reads music |>.    23 % |{color:red}. 19 % |
"""
MEDIA_WIKI = """\
'''Choir'''

{| class="wikitable"
|+ Choir, 2024
|-
! Item !! style="text-align: right;"| Adherents
! Parents
|-
| sings || style="text-align: right;"| 41 % || 62 %
|-
| reads
music
| class="last" | 23 %
| 19 %
|}

Nothing else.
"""
LATEX = r"""
\begin{longtable}{lrr}
\caption[Singing]{Choir, 2024}\\
Item & Adherents & Parents \tabularnewline
\endfirsthead
Item & Adherents & Parents \tabularnewline
\endhead
sings & 41~\% & 62 \% \tabularnewline
reads
music & \textbf{23 \%} & 18 \% \\
\end{longtable}
"""


@pytest.mark.parametrize(
    ("page", "ending"),
    [
        pytest.param(GRID, "rst", id="grid"),
        pytest.param(SIMPLE, "rst", id="simple"),
        pytest.param(LISTED, "rst", id="list"),
        pytest.param(FENCED, "adoc", id="asciidoc"),
        pytest.param(ALIGNED, "txt", id="terminal"),
        pytest.param(GRID, "md", id="grid of pandoc"),
        pytest.param(ORG, "org", id="org"),
        pytest.param(JIRA, "txt", id="jira"),
        pytest.param(TEXTILE, "textile", id="textile"),
        pytest.param(MEDIA_WIKI, "wiki", id="mediawiki"),
    ],
)
def test_each_figure_of_a_drawn_table_is_of_its_row_and_column(
    phare: Phare, tmp_path: Path, page: str, ending: str
) -> None:
    (tmp_path / f"page.{ending}").write_text(page, encoding="utf-8")

    rows = phare(f"verify page.{ending} -f json", data=DATA).rows

    assert [(row["text"], row["item"], row["stakeholder"], row["status"]) for row in rows] == [
        ("41 %", "sings", "adherents", "right"),
        ("62 %", "sings", "parents", "right"),
        ("23 %", "reads music", "adherents", "right"),
        ("19 %", "reads music", "parents", "wrong"),
    ]


@pytest.mark.parametrize("page", [GRID, SIMPLE, LISTED, FENCED, ALIGNED, ORG, JIRA, TEXTILE, MEDIA_WIKI])
def test_a_figure_of_a_drawn_table_keeps_its_place(phare: Phare, tmp_path: Path, page: str) -> None:
    (tmp_path / "page.rst").write_text(page, encoding="utf-8")

    wrong = phare("verify page.rst -f json", data=DATA).rows[-1]

    line = page.splitlines()[wrong["line"] - 1]
    assert line[wrong["column"] - 1 :].startswith("19 %")


def test_a_letter_that_combines_and_a_wide_one_do_not_move_the_columns_of_a_grid(
    phare: Phare, tmp_path: Path
) -> None:
    page = """\
    +-----------+-------+
    | 合唱 e\u0301te\u0301  | sings |
    +===========+=======+
    | Parents   |  62 % |
    +-----------+-------+
"""
    (tmp_path / "page.rst").write_text(page, encoding="utf-8")

    assert [row["status"] for row in phare("verify page.rst -f json", data=DATA).rows] == ["right"]


def test_what_a_terminal_leaves_blank_repeats_the_cell_above(phare: Phare, tmp_path: Path) -> None:
    page = """\
Choir

Wave  Group      Item         Value
───────────────────────────────────
2024  Adherents  sings         41 %
                 reads music   23 %
2024  Parents    sings         62 %
                 reads music   18 %
"""
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")

    assert [row["status"] for row in phare("verify page.txt -f json", data=DATA).rows] == ["right"] * 4


def test_a_column_of_a_place_is_of_that_place_whatever_its_row_is_of(phare: Phare, tmp_path: Path) -> None:
    page = """\
| Group | Region | sings | France |
| --- | --- | --- | --- |
| Adherents | Corse | 33 % | 41 % |
| Parents | Corse | 70 % | 61 % |
"""
    (tmp_path / "page.md").write_text(f"# Sings\n\n{page}", encoding="utf-8")

    rows = phare("verify page.md -f json", data=DATA).rows

    assert [row["status"] for row in rows] == ["right", "right", "right", "wrong"]


def test_the_first_column_of_a_table_may_hold_figures(phare: Phare, tmp_path: Path) -> None:
    page = "# Sings\n\n| Adherents | Parents |\n| --- | --- |\n| 41 % | 63 % |\n"
    (tmp_path / "page.md").write_text(page, encoding="utf-8")

    rows = phare("verify page.md -f json", data=DATA).rows

    assert [(row["text"], row["status"]) for row in rows] == [("41 %", "right"), ("63 %", "wrong")]


def test_a_title_over_a_rule_is_no_table(phare: Phare, tmp_path: Path) -> None:
    page = "Singing among parents\n─────────────────────\n\n62 % of parents sing.\n"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")

    assert [row["status"] for row in phare("verify page.txt -f json", data=DATA).rows] == ["right"]


def test_a_reference_to_a_character_is_that_character(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Choir\n\n62&nbsp;% of parents sing.\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=DATA).rows

    assert [(row["column"], row["status"]) for row in rows] == [(1, "right")]


def test_a_table_of_latex_is_read_cell_by_cell_and_its_repeated_heads_once(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "page.tex").write_text(LATEX, encoding="utf-8")

    rows = phare("verify page.tex -f json", data=DATA).rows

    assert [(row["item"], row["stakeholder"], row["status"]) for row in rows] == [
        ("sings", "adherents", "right"),
        ("sings", "parents", "right"),
        ("reads music", "adherents", "right"),
        ("reads music", "parents", "right"),
    ]


def test_lines_that_begin_with_a_pipe_are_no_table_without_cells(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.rst").write_text("Choir\n=====\n\n| 62 % of parents sing,\n| 41 % of adherents.\n")

    rows = phare("verify page.rst -f json", data=DATA).rows

    assert [row["status"] for row in rows] == ["right", "right"]


@pytest.mark.parametrize("title", ["# Clubs and choir", "*Clubs and choir*", "## Clubs et choir"])
def test_the_title_of_a_table_says_which_of_the_questions_of_its_page_it_is_of(
    phare: Phare, tmp_path: Path, title: str
) -> None:
    data = DATA + "2024,France,parents,,clubs,sings,12,percent\n2024,France,parents,,clubs,runs,9,percent\n"
    table = "| Item | Parents |\n| --- | --- |\n| Sings | {} % |\n"
    page = f"{title}\n\n**Choir**\n\n{table.format(62)}\n**Clubs**\n\n{table.format(12)}"
    (tmp_path / "page.md").write_text(page, encoding="utf-8")

    rows = phare("verify page.md -f json", data=data).rows

    assert [row["status"] for row in rows] == ["right", "right"]
