"""The HTML page in a real browser: no sideways scroll on a telephone, nothing cut on a screen, A4 on paper."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Phare = Callable[..., Any]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    "--force-color-profile=srgb",
)  # fmt: skip
PAGES = {
    "region": "report -r PACA --lang fr",
    "regions": "report -r PACA -r pays-de-la-loire",
    "nation": "report -r France --lang fr",
}
# Everything that is wider than the page it stands in, by name and class.
MEASURE = """
document.getElementById("page").onload = event => {
  const page = event.target.contentDocument.documentElement;
  const wide = [...page.querySelectorAll("body *")].filter(
    element => element.getBoundingClientRect().right > page.clientWidth + 1
      && getComputedStyle(element).position !== "absolute"
      && !element.closest("thead, svg")
  );
  document.getElementById("said").textContent =
    `${page.clientWidth} ${page.scrollWidth} ${wide.map(each => each.tagName).join(",")};`;
};
"""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


@pytest.fixture
def browse(tmp_path: Path) -> Callable[..., str]:
    """Run the browser on a file, in an empty profile, and return what it prints."""

    def run(file: Path, *flags: str) -> str:
        profile = tmp_path / "profile"
        command = (str(CHROMIUM), *FLAGS, f"--user-data-dir={profile}", *flags, file.as_uri())
        done = subprocess.run(command, capture_output=True, timeout=120, check=True, cwd=tmp_path)
        return done.stdout.decode()

    return run


@pytest.fixture(params=list(PAGES))
def page(request: pytest.FixtureRequest, phare: Phare, tmp_path: Path) -> Path:
    file = tmp_path / f"{request.param}.html"
    file.write_text(phare(f"{PAGES[request.param]} -f html").out, encoding="utf-8")
    return file


def _framed(page: Path, width: int) -> Path:
    """Return a page that holds *page* in a window *width* wide, narrower than the browser allows its own."""
    text = escape(page.read_text(encoding="utf-8"))
    file = page.with_name(f"{page.stem}-{width}.html")
    file.write_text(
        '<!DOCTYPE html><title>frame</title><style>body { margin: 0; }</style><p id="said" hidden></p>'
        f'<iframe id="page" style="border: 0" width="{width}" height="2000" srcdoc="{text}"></iframe>'
        f"<script>{MEASURE}</script>",
        encoding="utf-8",
    )
    return file


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_scrolls_sideways(page: Path, browse: Callable[..., str], width: int) -> None:
    said = browse(_framed(page, width), "--dump-dom", f"--window-size={max(width, 600)},2100")

    measured = re.search(r'id="said" hidden="">(\d+) (\d+) (.*?);', said)
    assert measured is not None
    assert measured.groups() == (str(width), str(width), "")


@pytest.mark.parametrize("width", [360, 1200])
def test_a_screenshot_shows_the_page_at_that_width(
    page: Path, browse: Callable[..., str], width: int
) -> None:
    picture = page.with_suffix(f".{width}.png")

    browse(_framed(page, width), f"--screenshot={picture}", f"--window-size={max(width, 600)},2000")

    data = picture.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (max(width, 600), 2000)
    assert len(data) > 20_000  # an empty page takes a tenth of that


def test_the_dark_page_is_dark(page: Path, browse: Callable[..., str]) -> None:
    shots = []
    for flags in ((), ("--blink-settings=preferredColorScheme=0",)):
        picture = page.with_suffix(f".{len(flags)}.png")
        browse(page, f"--screenshot={picture}", "--window-size=800,600", *flags)
        shots.append(Image.open(picture).convert("L").crop((4, 4, 5, 5)).tobytes()[0])

    assert shots[0] > 240
    assert shots[1] < 40


def test_print_is_on_a4_and_has_every_section(page: Path, browse: Callable[..., str]) -> None:
    file = page.with_suffix(".pdf")

    browse(page, "--no-pdf-header-footer", f"--print-to-pdf={file}")

    data = file.read_bytes()
    boxes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox \[([\d. ]+)\]", data)}
    assert data.startswith(b"%PDF-")
    assert [(round(right), round(top)) for _, _, right, top in boxes] == [(595, 842)]
    assert 1 < len(re.findall(rb"/Type /Page\b", data)) < 20


@pytest.fixture
def long_page(phare: Phare, tmp_path: Path) -> Path:
    rows = [
        f"S,2020,{region},{group},worries,A worry of people that has number {number} and a long name,{value},800,no"
        for region, more in (("Bretagne", 0), ("France", 3))
        for group in ("citizens", "mayors", "companies")
        for number, value in enumerate(range(80 + more, 20 + more, -2), 1)
    ]
    data = "survey,wave,region,stakeholder,indicator,item,value,base,in_national_sample\n" + "\n".join(rows)
    file = tmp_path / "long.html"
    file.write_text(phare("report --region Bretagne -f html", data=data).out, encoding="utf-8")
    return file


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no poppler is installed")
def test_a_long_page_fills_its_sheets_of_paper_and_cuts_nothing(
    long_page: Path, browse: Callable[..., str]
) -> None:
    file = long_page.with_suffix(".pdf")
    browse(long_page, "--no-pdf-header-footer", f"--print-to-pdf={file}")
    command = ["pdftotext", "-layout", str(file), "-"]

    sheets = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\f")[:-1]

    lines = [sum(map(bool, sheet.split("\n"))) for sheet in sheets]
    assert min(lines[:-1]) > 20
    assert sum(len(re.findall(r"number\s+\d+", sheet)) for sheet in sheets) >= 180
