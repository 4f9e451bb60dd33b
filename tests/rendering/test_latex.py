"""What phare writes for LaTeX is set by pdflatex and lualatex without an error, whole, within the margins."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from shutil import which

import pytest

from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.table import Column, Kind, Show, Table
from phare_cli.rendering import Look, render
from phare_cli.rendering.panels import Heading, TextPanel
from phare_cli.rendering.tables.latex import escaped
from phare_cli.rendering.tables.latex_widths import fitted

ENGINES = [
    pytest.param(
        engine, marks=pytest.mark.skipif(which(engine) is None, reason=f"{engine} is not installed (apt-get)")
    )
    for engine in ("pdflatex", "lualatex")
]
MAIN = (
    "\\documentclass[a4paper,11pt]{article}\n\\usepackage[utf8]{inputenc}\n\\usepackage[T1]{fontenc}\n"
    "\\usepackage[french]{babel}\n\\begin{document}\n\\input{t}\n\\end{document}\n"
)
WORDS = "Acteurs|Modalité|Valeur|Base|France|Base de référence|Écart|Intervalle de l’écart|p ajustée|Verdict|Raison"


def typeset(engine: str, text: str, folder: Path) -> tuple[str, list[str]]:
    """Return what stands on the pages that *engine* makes of *text*, and what it complained of."""
    (folder / "main.tex").write_text(MAIN, encoding="utf-8")
    (folder / "t.tex").write_text(text, encoding="utf-8")
    run = subprocess.run(
        [engine, "-interaction=nonstopmode", "main.tex"],
        cwd=folder,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )
    said = run.stdout.decode("utf-8", "replace")
    words = ""
    if which("pdftotext"):
        made = subprocess.run(
            ["pdftotext", "-layout", "main.pdf", "-"], cwd=folder, capture_output=True, check=True
        )
        words = made.stdout.decode()
    return words, re.findall(r"^(?:!.*|Overfull \\hbox.*)$", said, re.MULTILINE)


def table(headings: str, rows: list[tuple[str | float, ...]], *notes: Message) -> Table:
    names = headings.split("|")
    columns = tuple(
        Column(f"c{place}", Message(name), Kind.TEXT if place < 2 or place > 8 else Kind.NUMBER)
        for place, name in enumerate(names)
    )
    context = Column("region", sentence("Region"), show=Show.TITLE)
    return Table(
        "show", Message("T"), (context, *columns), tuple(("Bretagne · n° 1", *row) for row in rows), notes
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_a_wide_table_stands_within_the_margins_with_every_cell(engine: str, tmp_path: Path) -> None:
    row = (
        "Citoyens",
        "Mobilité",
        44,
        812,
        39,
        5034,
        5,
        2,
        0.003,
        "▲ au-dessus",
        "pas de résultat de référence",
    )
    words, complaints = typeset(
        engine, render(table(WORDS, [row] * 4), "latex", Look(language="fr")), tmp_path
    )

    assert complaints == []
    if words:
        assert (words.count("au-dessus"), words.count("Mobilité")) == (4, 8)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_long_table_goes_on_over_pages_under_its_headings(engine: str, tmp_path: Path) -> None:
    rows: list[tuple[str | float, ...]] = [("Citoyens", f"Sujet {number}", number) for number in range(1, 61)]
    words, complaints = typeset(engine, render(table("Acteurs|Modalité|Valeur", rows), "latex"), tmp_path)

    assert complaints == []
    if words:
        assert (len(re.findall(r"Sujet \d", words)), words.count("Modalité")) == (60, 2)


@pytest.mark.parametrize("engine", ENGINES)
def test_any_sign_is_set_without_an_error(engine: str, tmp_path: Path) -> None:
    signs = (
        "▲ ▼ ○ ≈ ≤ ≥ ± × « » “ ” ‘ ’ – — … · • ° € œ Œ ß § © ® ™ ² ³ ∞ ≠ − é à ç ï ÿ Ł ő ş 日 本 Ω и ع ☃ 😀 "
        "\\ { } $ & # % _ ^ ~ < > |"
    )
    note = Message(
        signs + " https://dokumen.tips/documents/contexte-et-objectif-de-la-note-sur-les-modeles-de-co.html"
    )
    written = render(table("A|B|C", [(signs, sign, 1) for sign in signs.split(" ")], note), "latex")
    words, complaints = typeset(engine, written, tmp_path)

    assert [complaint for complaint in complaints if complaint.startswith("!")] == []
    assert not {hex(ord(sign))[2:].upper() for sign in "▲▼○"} & set(re.findall(r"U\+([0-9A-F]+)", words))
    if words and engine == "pdflatex":
        assert "[U+65E5]" in words


@pytest.mark.parametrize("engine", ENGINES)
def test_french_puts_no_blank_into_an_address_or_an_hour(engine: str, tmp_path: Path) -> None:
    note = Message("Source : http://x.fr/?a;b!c 12:30, a :b")
    words, complaints = typeset(engine, render(table("A", [("1:2",)], note), "latex"), tmp_path)

    assert complaints == []
    if words:
        assert "http://x.fr/?a;b!c 12:30" in words
        assert "1:2" in words


def test_a_letter_that_pdflatex_cannot_print_is_named_there() -> None:
    assert escaped("日") == r"\ifdefined\Umathchar 日\else{[}U+65E5{]}\fi{}"


@pytest.mark.parametrize("count", [3, 8, 12, 20, 40])
def test_every_column_stands_in_a_part_and_each_part_says_whose_its_rows_are(count: int) -> None:
    headings = (Heading("Group"), *(Heading(f"Column {place}", numeric=True) for place in range(1, count)))
    panel = TextPanel("T", headings, (("Companies", *("123,456" for _ in range(1, count))),))
    parts = fitted(panel)
    shown = [heading.text for part in parts for heading in part.panel.headings]

    assert [text for text in shown if text != "Group"] == [heading.text for heading in headings[1:]]
    assert shown.count("Group") == len(parts)
    assert all(sum(part.shares) <= 1 for part in parts)
