"""What pandoc makes of a wide table in Markdown fits on a page of Word: no word, no figure is broken, none is lost."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import matplotlib
import pypandoc
import pytest
from fontTools.afmLib import AFM
from fontTools.agl import UV2AGL

from phare_cli.rendering.panels import Heading, TextPanel
from phare_cli.rendering.paper_columns import parts_on_paper

Phare = Callable[..., Any]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The page of pandoc's own Word documents is 6.5 inches wide between its margins, the cells of its tables have 0.075 at
# each side, and its letters are of 12 points. Those of its fonts (Aptos, Cambria) are narrower than Helvetica's.
LINE, PADDING, SIZE = 6.5 * 72, 0.15 * 72, 12
GROUPS = {"citizens": 1812, "mayors": 304, "associations": 412, "companies": 517}
ITEMS = (
    "Vieillissement",
    "Mobilité",
    "L’accès aux soins de proximité, y compris les spécialistes et les urgences",
)
HEAD = "wave,region,stakeholder,indicator,item,value,base,effective_base,response,in_national_sample,nation_share"


@cache
def _helvetica() -> AFM:
    return AFM(Path(matplotlib.get_data_path(), "fonts/pdfcorefonts/Helvetica.afm"))


@cache
def width(word: str) -> float:
    """Return how wide a word is in Helvetica, whose widths Adobe published; a sign that it lacks is as wide as an m."""
    names = ("space" if letter in "\u00a0\u202f" else UV2AGL.get(ord(letter), "m") for letter in word)
    font = _helvetica()
    return sum(font[name if name in font.chars() else "m"][1] for name in names) * SIZE / 1000


def tables(text: str, form: str) -> list[tuple[list[float], list[list[str]]]]:
    """Return the tables of the Word document that pandoc makes: the points of their columns, and their cells."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        pypandoc.convert_text(text, "docx", format=form, outputfile=str(path))
        page = zipfile.ZipFile(io.BytesIO(path.read_bytes())).read("word/document.xml").decode()
    found = []
    for table in ElementTree.fromstring(page).iter(f"{W}tbl"):
        columns = [int(column.get(f"{W}w") or 0) for column in table.iter(f"{W}gridCol")]
        rows = [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        found.append(([LINE * column / sum(columns) for column in columns], rows))
    return found


def broken(text: str) -> Iterator[str]:
    """Yield the words that do not fit in their columns. A word ends a line after its hyphen too."""
    for widths, rows in tables(text, "markdown"):
        for row in rows:
            for points, cell in zip(widths, row, strict=True):
                words = re.sub("(?<=[^\\W\\d])-", "- ", cell).split(" ")
                yield from (word for word in words if width(word) > points - PADDING)


@pytest.fixture
def survey(phare: Phare, tmp_path: Path) -> str:
    rows = [
        f'{wave},{region},{group},needs,"{item}",{(7 * place + 11 * base + int(wave)) % 61},'
        f"{base * many},{base * many * 0.8},multiple,yes,0.05"
        for region, many in (("Bretagne", 1), ("France", 3))
        for group, base in GROUPS.items()
        for place, item in enumerate(ITEMS)
        for wave in ("2019", "2023")
    ]
    (tmp_path / "a.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return "--data a.csv --region Bretagne"


WIDE = {
    "a region beside the nation": "compare",
    "a wave beside the one before": "compare --by wave",
    "groups": "compare --by stakeholder --wave 2023",
    "a ranking": "show --wave 2023",
    "items by groups": "show --wide --wave 2023",
    "a page": "report --wave 2023",
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", WIDE.values(), ids=WIDE)
def test_no_word_of_a_word_table_is_broken(phare: Phare, survey: str, command: str, language: str) -> None:
    text = phare(f"{command} {survey} --lang {language} -f markdown").out

    assert list(broken(text)) == []


@pytest.mark.parametrize("command", ["compare", "compare --by wave"])
def test_a_table_of_a_dozen_columns_is_parted_and_loses_none(phare: Phare, survey: str, command: str) -> None:
    text = phare(f"{command} {survey} -f markdown").out
    parts = [rows for _, rows in tables(text, "markdown")]
    whole = phare(f"{command} {survey} -f html").out
    names = 3 if "wave" in command else 2

    assert len(set(re.findall(r"\(\d/\d\)", text))) == len(parts) // (1 if "wave" in command else 2) > 1
    assert len({tuple(tuple(row[:names]) for row in rows) for rows in parts}) == 1
    headings = dict.fromkeys(heading for rows in parts for heading in rows[0])
    assert sorted(headings) == sorted(set(re.findall(r'<th scope="col"[^>]*>([^<]*)<', whole)))


def test_a_table_that_fits_stays_one(phare: Phare) -> None:
    assert "(1/" not in phare("report --region PACA -f markdown").out


@pytest.mark.parametrize("count", [9, 12, 16])
def test_figures_stay_whole_whatever_their_number(count: int) -> None:
    headings = (Heading("Acteurs"), *(Heading("Intervalle", numeric=True) for _ in range(count)))
    panel = TextPanel("T", headings, ((ITEMS[2], *("5\u00a0%" for _ in range(count))),))
    parts = list(parts_on_paper(panel))

    assert sum(len(part.headings) - 1 for part, _ in parts) == count
    assert all(
        LINE * share / sum(shares) - PADDING >= width("Intervalle")
        for _, shares in parts
        for share in shares[1:]
    )


def test_a_narrow_table_keeps_its_rule_under_its_columns(phare: Phare) -> None:
    text = phare("show engagement --region PACA --lang fr -f markdown").out

    assert "| Acteurs      | Valeur |\n| ------------ | -----: |\n| Associations |   47 % |" in text.replace(
        "\u00a0", " "
    )
