"""A heat table: a row an item, a column a group or a region, each figure in the shade of its class."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from phare_cli.drawing.shaded.heat import cell_tone, heat_scale
from phare_cli.drawing.shaded.tiles import class_swatches
from phare_cli.drawing.texts import decimals_of
from phare_cli.drawing.themes.classes import Classes
from phare_cli.nouns.heat_chart import HeatCell, HeatChart, HeatSection
from phare_cli.rendering.screen.fills import letters_of, style_of, swatches
from phare_cli.rendering.screen.mark_rows import WEAK
from phare_cli.rendering.screen.screen_page import BOLD, DIM, Ink, ScreenPage, shown
from phare_cli.rendering.wrapping import longest_word, wrap_columns

NARROWEST, WIDEST = 8, 16  # columns of a cell
_LABELS = 0.4


def put_heat(chart: HeatChart, page: ScreenPage) -> None:
    """Put the sections of *chart*; columns that have no room beside the others stand below them."""
    classes, has_weak = heat_scale(chart, page.typesetter)
    for section in chart.sections:
        page.heading(section.title)
        if section.unit in classes:
            page.skip()
            _legend(classes[section.unit], section.unit, page, has_weak=has_weak)
        _put_section(section, classes.get(section.unit), page)


def _legend(classes: Classes, unit: str, page: ScreenPage, *, has_weak: bool) -> None:
    signs = swatches(classes.tones, is_colored=page.look.color, is_unicode=page.look.unicode)
    entries = [
        (sign, text)
        for sign, (_, text) in zip(signs, class_swatches(classes, unit, page.typesetter), strict=True)
    ]
    if has_weak:
        entries.append((Ink("[ ]"), page.say(WEAK)))
    page.legend(entries)


def _put_section(section: HeatSection, classes: Classes | None, page: ScreenPage) -> None:
    labels = [page.say(row.label) for row in section.rows]
    heads = [page.say(column).replace("-", "- ") for column in section.columns]
    texts = [[_text(cell, section, page) for cell in row.cells] for row in section.rows]
    label = min(max(map(cell_len, labels), default=0), max(NARROWEST, int(_LABELS * page.columns)))
    widest = max((cell_len(text) for row in texts for text in row), default=0)
    wide = min(max(widest + 4, longest_word(heads, cell_len), NARROWEST), max(WIDEST, widest + 2))
    at_once = max(1, (page.columns - label - 1) // (wide + 1))
    for first in range(0, len(heads), at_once):
        part = range(first, min(first + at_once, len(heads)))
        page.skip()
        _put_heads([wrap_columns(heads[place], wide, cell_len) for place in part], label, wide, page)
        for row, name, said in zip(section.rows, labels, texts, strict=True):
            lines = wrap_columns(name, label, cell_len)
            parts = [Ink(lines[0] + " " * (label - cell_len(lines[0])))]
            for place in part:
                parts += [Ink(" "), _cell(row.cells[place], said[place], wide, section, classes, page)]
            page.put(parts)
            for line in lines[1:]:
                page.put([Ink(line)])


def _put_heads(heads: Sequence[Sequence[str]], label: int, wide: int, page: ScreenPage) -> None:
    high = max(map(len, heads), default=0)
    for number in range(high):
        parts = [Ink(" " * label)]
        for lines in heads:
            at = number - (high - len(lines))
            text = lines[at].replace("- ", "-").rstrip(" ") if at >= 0 else ""
            before = (wide - cell_len(text)) // 2
            parts += [Ink(" " * (before + 1)), Ink(text, BOLD), Ink(" " * (wide - before - cell_len(text)))]
        page.put(parts)


def _text(cell: HeatCell, section: HeatSection, page: ScreenPage) -> str:
    figure = shown(page.typesetter.figure(cell.value, section.unit, decimals_of(section, page.typesetter)))
    return f"[{figure}]" if cell.is_weak and cell.value is not None else figure


def _cell(
    cell: HeatCell, text: str, wide: int, section: HeatSection, classes: Classes | None, page: ScreenPage
) -> Ink:
    """Return a figure in its shade; one that must not be relied upon in brackets alone."""
    before = (wide - cell_len(text)) // 2
    after = wide - cell_len(text) - before
    if cell.value is None or cell.is_weak or classes is None:
        return Ink(" " * before + text + " " * after, DIM if cell.value is None else "")
    tone = cell_tone(cell.value, section, classes, page.typesetter)
    if page.look.color:
        return Ink(" " * before + text + " " * after, style_of(tone))
    letter = letters_of(len(classes.tones), is_unicode=page.look.unicode)[classes.tones.index(tone)]
    return Ink(letter * (before - 1) + f" {text} " + letter * (after - 1))
