"""What people change on a slide, or a program drops from it: blocks are found again, or said to be lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
import pytest

Phare = Callable[..., Any]
Figures = Callable[..., None]
NO_BREAK = "\u00a0"
COMPANIES, OTHERS = "value engagement -r PACA -s companies", "value engagement -r PACA -s associations"
TEXT = f"Ils sont {{{{phare: {COMPANIES}}}}} engagés, et {{{{phare: {OTHERS}}}}} là."
LibreOffice = Callable[..., list[Path]]


@pytest.fixture
def talk(tmp_path: Path, phare: Phare) -> Path:
    """A presentation with a text, a table, a text box and notes that hold blocks, and a deck of them answered."""
    deck = pptx.Presentation()
    for text in (TEXT, "{{phare: show fragilities -r PACA}}"):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = "Les entreprises"
        slide.placeholders[1].text_frame.text = text
    box = slide.shapes.add_textbox(0, 0, 3_000_000, 500_000)
    box.text_frame.text = f"Boîte {{{{phare: {COMPANIES}}}}}"
    slide.notes_slide.notes_text_frame.text = f"Note {{{{phare: {OTHERS}}}}}"
    path = tmp_path / "talk.pptx"
    deck.save(str(path))
    assert phare("update talk.pptx").err == "phare: talk.pptx: 5 blocks, 5 refreshed.\n"
    return path


def said(path: Path) -> str:
    return str(pptx.Presentation(str(path)).slides[0].shapes[1].text_frame.text).replace(NO_BREAK, " ")


def rewritten(path: Path, change: Callable[[str], str]) -> None:
    """Change the text of the first slide, as a person does."""
    deck = pptx.Presentation(str(path))
    run = deck.slides[0].shapes[1].text_frame.paragraphs[0].runs[0]
    run.text = change(run.text)
    deck.save(str(path))


def states(phare: Phare) -> list[str]:
    run = phare("update talk.pptx --list -f json")
    assert run.status == 0
    return [row["state"] for row in run.rows]


FIGURE = {
    "another": ("45", "54"),
    "without its unit": (f"45{NO_BREAK}%", "presque la moitié"),
    "none": (f"45{NO_BREAK}%", ""),
}


@pytest.mark.parametrize("change", FIGURE.values(), ids=FIGURE)
def test_a_figure_changed_by_hand_is_listed_and_kept_until_force(
    phare: Phare, talk: Path, change: tuple[str, str]
) -> None:
    rewritten(talk, lambda text: text.replace(*change))
    before = talk.read_bytes()

    assert states(phare) == ["edited", "fresh", "fresh", "fresh", "fresh"]
    assert phare("update talk.pptx --check").status == 1
    assert (phare("update talk.pptx").status, talk.read_bytes()) == (3, before)
    assert phare("update talk.pptx --force").status == 0
    assert said(talk) == "Ils sont 45 % engagés, et 48 % là."


def test_both_figures_of_a_text_may_be_changed_by_hand(phare: Phare, talk: Path, figures: Figures) -> None:
    rewritten(talk, lambda text: text.replace("45", "54").replace("48", "84"))
    figures(companies=47)

    assert states(phare)[:2] == ["edited", "edited"]
    phare("update talk.pptx --force")
    assert said(talk) == "Ils sont 47 % engagés, et 48 % là."


WORDS = {
    "words changed": ("Ils sont", "Elles seraient", "Elles seraient 47 % engagés, et 48 % là."),
    "the same figure beside": ("là", f"là, ou 45{NO_BREAK}%", "Ils sont 47 % engagés, et 48 % là, ou 45 %."),
    "the same figure before": ("Ils sont", f"De 45{NO_BREAK}% à", "De 45 % à 47 % engagés, et 48 % là."),
}


@pytest.mark.parametrize(("old", "new", "after"), WORDS.values(), ids=WORDS)
def test_words_around_a_figure_may_change(
    phare: Phare, talk: Path, figures: Figures, old: str, new: str, after: str
) -> None:
    rewritten(talk, lambda text: text.replace(old, new))
    figures(companies=47)

    assert phare("update talk.pptx").status == 0
    assert said(talk) == after


def test_a_figure_that_is_nowhere_is_said_and_forgotten_by_force(phare: Phare, talk: Path) -> None:
    rewritten(talk, lambda text: "Tout autre chose.")
    run = phare("update talk.pptx")

    assert states(phare)[:2] == ["edited", "edited"]
    assert (run.status, f"“45{NO_BREAK}%”, which phare wrote here, is not found any more" in run.err) == (
        3,
        True,
    )
    forced = phare("update talk.pptx --force")
    assert (forced.status, forced.err.count("is not a block any more")) == (0, 2)
    assert (said(talk), phare("update talk.pptx").err) == (
        "Tout autre chose.",
        "phare: talk.pptx: 3 blocks, up to date.\n",
    )


def test_a_shape_that_loses_its_commands_by_hand_is_words(phare: Phare, talk: Path, figures: Figures) -> None:
    deck = pptx.Presentation(str(talk))
    deck.slides[0].shapes[1]._element.nvSpPr.cNvPr.set("descr", "")
    deck.save(str(talk))
    figures(companies=47)

    assert phare("update talk.pptx").err == "phare: talk.pptx: 3 blocks, 1 refreshed.\n"
    assert said(talk) == "Ils sont 45 % engagés, et 48 % là."


def test_slides_are_told_in_their_order_and_notes_as_such(phare: Phare, talk: Path) -> None:
    deck = pptx.Presentation(str(talk))
    listed = deck.slides._sldIdLst
    listed.append(listed[0])
    deck.save(str(talk))
    run = phare("update talk.pptx --list -f json")

    assert [row["heading"] for row in run.rows] == [
        "1. Les entreprises",
        "1. Les entreprises",
        "2. Les entreprises",
        "2. Les entreprises",
        "1. Les entreprises · notes",
    ]


def test_blocks_that_libreoffice_saved_are_refreshed(
    phare: Phare, talk: Path, figures: Figures, libreoffice: LibreOffice
) -> None:
    libreoffice("pptx", talk)
    assert phare("update --check talk.pptx").err == "phare: talk.pptx: 5 blocks, up to date.\n"

    figures(companies=47, poverty=29)
    assert phare("update talk.pptx").err == "phare: talk.pptx: 5 blocks, 3 refreshed.\n"
    assert said(talk) == "Ils sont 47 % engagés, et 48 % là."
    libreoffice("pptx", talk)
    assert phare("update --check talk.pptx").err == "phare: talk.pptx: 5 blocks, up to date.\n"


def test_a_block_that_is_gone_after_libreoffice_is_said(
    phare: Phare, talk: Path, libreoffice: LibreOffice
) -> None:
    libreoffice("pptx", talk)
    rewritten(talk, lambda text: "Tout autre chose.")

    assert states(phare)[:4].count("edited") == 2
    assert phare("update talk.pptx --force").status == 0
    assert phare("update talk.pptx").err == "phare: talk.pptx: 3 blocks, up to date.\n"


def test_of_two_figures_alike_the_one_changed_by_hand_is_known(
    phare: Phare, talk: Path, figures: Figures
) -> None:
    deck = pptx.Presentation()
    shape = deck.slides.add_slide(deck.slide_layouts[1]).shapes[1]
    shape.text_frame.text = f"{{{{phare: {COMPANIES}}}}} sont engagés, soit 45{NO_BREAK}%."
    deck.save(str(talk))
    phare("update talk.pptx")
    rewritten(talk, lambda text: text.replace(f"45{NO_BREAK}% sont", f"54{NO_BREAK}% sont"))
    figures(companies=47)

    assert states(phare)[0] == "edited"
    phare("update talk.pptx --force")
    assert said(talk) == "47 % sont engagés, soit 45 %."
