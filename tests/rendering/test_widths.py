"""The widths that pandoc makes of a table in Markdown leave figures whole, and no table wider than its words."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from pathlib import Path

import pypandoc
import pytest

from phare_cli.rendering.panels import Heading, TextPanel
from phare_cli.rendering.tables.markdown import LINE, _pipe_table

SENTENCE = (
    "L’accès aux soins de proximité, y compris les spécialistes et les urgences de nuit, dans les communes"
)
RANKING = TextPanel(
    "T",
    (
        Heading("Acteurs"),
        Heading("Rang", numeric=True),
        Heading("Modalité"),
        Heading("Valeur", numeric=True),
        Heading("Intervalle", numeric=True),
        Heading("Base", numeric=True),
    ),
    (
        ("Citoyens", "1", SENTENCE, "53\u00a0%", "50\u00a0% à 55\u00a0%", "1\u202f812"),
        ("Citoyens", "12", "Mobilité", "4\u00a0%", "2\u00a0% à 6\u00a0%", "1\u202f812"),
    ),
)


def shares(text: str) -> list[float]:
    """Return the share of the line that each column has in the Word document that pandoc makes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        pypandoc.convert_text(text, "docx", format="markdown", outputfile=str(path))
        page = zipfile.ZipFile(io.BytesIO(path.read_bytes())).read("word/document.xml").decode()
    widths = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', page)]
    return [width / sum(widths) for width in widths]


def test_each_column_of_a_word_table_has_room_for_its_longest_word() -> None:
    found = shares(_pipe_table(RANKING))
    letters = [len(word) for word in ("Citoyens", "Rang", "spécialistes", "Valeur", "Intervalle", "1 812")]

    assert all(share * LINE >= count for share, count in zip(found, letters, strict=True))


@pytest.mark.parametrize("count", [9, 12, 16])
def test_figures_stay_whole_where_words_cannot(count: int) -> None:
    headings = (Heading("Acteurs"), *(Heading("Intervalle", numeric=True) for _ in range(count)))
    panel = TextPanel("T", headings, ((SENTENCE, *("5\u00a0%" for _ in range(count))),))
    found = shares(_pipe_table(panel))

    assert all(share * max(LINE, 13 + 6 * count) >= 3 for share in found[1:])
    assert found[0] < 0.5


def test_a_narrow_table_keeps_its_rule_under_its_columns() -> None:
    panel = TextPanel("T", (Heading("Item"), Heading("Value", numeric=True)), (("Emploi", "53%"),))

    assert _pipe_table(panel) == "| Item   | Value |\n| ------ | ----: |\n| Emploi |   53% |"
