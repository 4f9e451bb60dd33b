"""Tell which styles of a template phare looks for, by their names in it, and whether it has them."""

from __future__ import annotations

from collections.abc import Mapping

from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.rendering.look import HouseTemplate
from phare_cli.rendering.office.opendocument import text_styles, text_template
from phare_cli.rendering.office.slides.deck_frame import LAYOUTS
from phare_cli.rendering.office.slides.deck_template import layouts_known
from phare_cli.rendering.office.story import StyleRole
from phare_cli.rendering.office.word import word_styles, word_template

_USES: Mapping[str, Message] = {
    StyleRole.TITLE: sentence("title of the document"),
    StyleRole.SUBTITLE: sentence("line below the title"),
    StyleRole.HEADING: sentence("heading of a section"),
    StyleRole.LOWER_HEADING: sentence("heading below it"),
    StyleRole.TEXT: sentence("running text"),
    StyleRole.POINT: sentence("key points"),
    StyleRole.CAPTION: sentence("caption of a table or a picture"),
    StyleRole.PICTURE: sentence("picture"),
    StyleRole.NOTE: sentence("notes and sources"),
    StyleRole.TABLE_HEADING: sentence("head of a table"),
    StyleRole.TABLE_TEXT: sentence("text in a table"),
    StyleRole.TABLE_FIGURE: sentence("figure in a table"),
    word_styles.TABLE: sentence("lines and space of a table"),
    word_styles.LINK: sentence("link"),
    word_styles.FOOTER: sentence("number of the page"),
    "obj": sentence("slide of key points"),
    "titleOnly": sentence("slide of a chart or a table"),
}
_OPENING = sentence("slide that opens the deck")
_COLUMNS = (
    Column("format", sentence("Format"), show=Show.TITLE),
    Column("use", sentence("What it is for")),
    Column("kind", sentence("Kind")),
    Column("style", sentence("Name looked for")),
    Column("in_template", sentence("In the template"), Kind.TEXT, Show.IF_ANY),
)
_KINDS: Mapping[str, Message] = {
    "paragraph": sentence("paragraph"),
    "table": sentence("table"),
    "character": sentence("characters"),
    "text": sentence("characters"),
}


def list_styles(format: str | None, template: HouseTemplate | None) -> Table:
    """Return a row for each style of *format*, of every format where it is None; what *template* lacks is ours."""
    rows: list[tuple[Cell, ...]] = []
    if format in (None, "docx"):
        known = word_template.style_names(template) if template else {}
        rows += [
            ("docx", _USES[role], _KINDS[style.kind], style.name, role in known if template else None)
            for role, style in word_styles.STYLES.items()
            if role != word_styles.FOOTER
        ]
    if format in (None, "odt"):
        known = text_template.style_names(template) if template else {}
        rows += [
            ("odt", _USES[role], _KINDS[each.family], each.name, role in known if template else None)
            for role, each in text_styles.STYLES.items()
            if role != text_styles.FOOTER
        ]
    if format in (None, "pptx"):
        fit = layouts_known(template) if template else frozenset()
        rows += [
            (
                "pptx",
                _OPENING if kind == "title" else _USES[kind],
                sentence("layout"),
                name,
                kind in fit if template else None,
            )
            for kind, name in LAYOUTS.items()
        ]
    note = sentence(
        "What a template lacks is set as phare sets it without one. Names are those of the program in English."
    )
    return Table("report", sentence("Styles of a template"), _COLUMNS, tuple(rows), notes=(note,))
