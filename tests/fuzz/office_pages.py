"""Office documents through LibreOffice: the text of their pages holds every figure. Run for all, imported for few.

    python tests/fuzz/office_pages.py FOLDER

Writes to FOLDER what phare answers in each kind of document, both languages and odd shapes of data, and the PDF that
LibreOffice (soffice) makes of each, to be looked at; says what their text (pdftotext) holds not, or not as often as the
answer. Two minutes on one processor.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, product
from pathlib import Path
from typing import NamedTuple

from phare_cli.cli import main

REGIONS = (
    "PACA", "Bretagne", "Occitanie", "Normandie", "Grand Est", "Hauts-de-France", "Île-de-France", "Corse",
    "Centre-Val de Loire", "Bourgogne-Franche-Comté", "Nouvelle-Aquitaine", "Pays de la Loire", "Auvergne-Rhône-Alpes",
)  # fmt: skip
LONG = "Accès aux soins et prise en charge du vieillissement de la population en milieu rural, {number}"
KINDS = ("docx", "odt", "pptx", "xlsx")
_FIGURE = re.compile(r"(?<![\d.,])\d+[.,]\d\s?%")


class Shape(NamedTuple):
    """What data are like, and the command that shows them."""

    command: str
    regions: int = 1
    items: int = 6
    label: str = "item {number}"
    base: int | None = None


SHAPES = {
    "one": Shape("show"),
    "four": Shape("compare -r PACA", regions=4),
    "thirteen": Shape("show", regions=13, items=2),
    "long": Shape("show", label=LONG),
    "based": Shape("compare -r PACA --sample separate", base=900),
    "sixty": Shape("show", items=60),
}


def data_of(shape: Shape) -> str:
    """Return results of which no two figures are alike."""
    lines = ["region,stakeholder,indicator,item,value,base,survey,wave,source,url"]
    figures = (tenths / 10 for tenths in count(101))
    base = "" if shape.base is None else shape.base
    for region, group, number in product(
        (*REGIONS[: shape.regions], "France"), ("citizens", "mayors"), range(shape.items)
    ):
        label = shape.label.format(number=chr(97 + number // 26) + chr(97 + number % 26))
        lines.append(
            f'{region},{group},attentes,"{label}",{next(figures)},{base},PHARE,2024,Baromètre,https://x.fr'
        )
    return "\n".join(lines) + "\n"


class Page(NamedTuple):
    """A document, what the same answer says in Markdown, and its figures."""

    file: Path
    told: str
    figures: tuple[float, ...]


def page_of(folder: Path, name: str, language: str, kind: str) -> Page:
    """Write the answer that a shape is shown with as a document of a *kind*."""
    shape = SHAPES[name]
    data = folder / f"{name}.csv"
    data.write_text(data_of(shape), encoding="utf-8")
    file = folder / f"{name}-{language}-{kind}.{kind}"
    words = [*shape.command.split(), "--data", str(data), "--lang", language, "--decimals", "1"]
    markdown, answer = folder / f"{name}-{language}.md", folder / f"{name}-{language}.json"
    for output in (file, markdown, answer):
        if main([*words, "-o", str(output)]) != 0:
            raise ValueError(output)
    rows = json.loads(answer.read_text(encoding="utf-8"))["rows"]
    return Page(file, markdown.read_text(encoding="utf-8"), tuple(row["value"] for row in rows))


def lacks(page: Page, text: str) -> list[str]:
    """Return the figures that the *text* of a page lacks, or has too often where it shows each once."""
    found = figures_in(text)
    if page.file.suffix in (".docx", ".odt"):
        told = figures_in(page.told)
        return sorted((told - found).keys() | (found - told).keys())
    # A chart and a workbook have the decimal sign of who opens them, not of who wrote them.
    seen = {figure.replace(",", ".") for figure in found}
    return [shown for figure in page.figures if (shown := f"{figure:.1f}%") not in seen]


def figures_in(text: str) -> Counter[str]:
    """Return how often each percentage stands in a *text*."""
    return Counter(re.sub(r"\s", "", figure) for figure in _FIGURE.findall(text))


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout


def every_page(folder: Path) -> Iterator[Page]:
    for name, language, kind in product(SHAPES, ("en", "fr"), KINDS):
        yield page_of(folder, name, language, kind)


def converted(pages: Iterable[Page], folder: Path) -> None:
    """Have LibreOffice make a PDF of each page, all at once."""
    program = shutil.which("soffice") or "soffice"
    home = f"-env:UserInstallation={(folder / 'libreoffice').resolve().as_uri()}"
    files = [str(page.file) for page in pages]
    subprocess.run(
        [program, home, "--headless", "--convert-to", "pdf", "--outdir", folder, *files], check=True
    )


if __name__ == "__main__":
    where = Path(sys.argv[1])
    where.mkdir(parents=True, exist_ok=True)
    every = list(every_page(where))
    converted(every, where)
    lacking = {page.file.name: lacks(page, text_of(page.file.with_suffix(".pdf"))) for page in every}
    wrong = [f"{name}: {', '.join(figures)}\n" for name, figures in lacking.items() if figures]
    sys.stdout.write("".join(wrong) or f"{len(every)} documents hold every figure\n")
    sys.exit(bool(wrong))
