"""Write a story as a Word document, of its own or in the house's template."""

from __future__ import annotations

from phare_cli.rendering.office.archive import DECLARATION, archive
from phare_cli.rendering.office.illustrations import can_draw_dots
from phare_cli.rendering.office.open_xml import (
    APP,
    APP_TYPE,
    CORE_TYPE,
    LOCALES,
    OFFICE,
    THEME,
    THEME_TYPE,
    PackageRelation,
    content_types,
    core_properties,
    package_relations,
    relations,
)
from phare_cli.rendering.office.story import Story
from phare_cli.rendering.office.turned_pages import page_runs
from phare_cli.rendering.office.word.word_body import WordBody
from phare_cli.rendering.office.word.word_elements import field, paragraph, run
from phare_cli.rendering.office.word.word_styles import FOOTER, OWN_IDS, WORD, bullets, numbering, own_styles

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
_MARGIN, _SHORT, _LONG = 1134, 11906, 16838  # twentieths of a point: 2 cm, and an A4 page
# A paragraph that no page has to make room for.
_NO_HEIGHT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_FONTS = (
    f'<w:fonts xmlns:w="{WORD}"><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def word_document(story: Story) -> bytes:
    """Return *story* as the bytes of a .docx file, each table on pages as wide as it needs."""
    runs = page_runs(story, has_pictures=can_draw_dots())
    body = WordBody(story.typesetter, OWN_IDS, runs[0].room)
    sections = [_section(is_turned=pages.is_turned) for pages in runs]
    inner = ""
    for place, pages in enumerate(runs):
        body.room = pages.room
        # A section of Word ends with the paragraph that says its pages; the last with the body.
        inner += f"<w:p><w:pPr>{_NO_HEIGHT}{sections[place - 1]}</w:pPr></w:p>" if place else ""
        inner += "".join(element for block in pages.blocks for element in body.block(block))
    parts = {
        "word/document.xml": _TYPE.format(name="document.main"),
        "word/styles.xml": _TYPE.format(name="styles"),
        "word/numbering.xml": _TYPE.format(name="numbering"),
        "word/settings.xml": _TYPE.format(name="settings"),
        "word/fontTable.xml": _TYPE.format(name="fontTable"),
        "word/footer1.xml": _TYPE.format(name="footer"),
        "word/theme/theme1.xml": THEME_TYPE,
        "docProps/core.xml": CORE_TYPE,
        "docProps/app.xml": APP_TYPE,
    }
    beside = (
        PackageRelation("rId1", "styles", "styles.xml"),
        PackageRelation("rId2", "numbering", "numbering.xml"),
        PackageRelation("rId3", "settings", "settings.xml"),
        PackageRelation("rId4", "theme", "theme/theme1.xml"),
        PackageRelation("rId5", "footer", "footer1.xml"),
        PackageRelation("rId6", "fontTable", "fontTable.xml"),
        *body.relations,
    )
    locale = LOCALES[story.language]
    return archive(
        {
            "[Content_Types].xml": content_types(parts, {"png": "image/png"} if body.media else {}),
            "_rels/.rels": package_relations("word/document.xml"),
            "word/document.xml": (
                f'{DECLARATION}<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{inner}{sections[-1]}</w:body>'
                "</w:document>"
            ),
            "word/_rels/document.xml.rels": relations(beside),
            "word/styles.xml": DECLARATION + own_styles(locale),
            "word/numbering.xml": (
                f'{DECLARATION}<w:numbering xmlns:w="{WORD}">{bullets(0)}{numbering(1, 0)}</w:numbering>'
            ),
            "word/settings.xml": DECLARATION + _settings(locale),
            "word/fontTable.xml": DECLARATION + _FONTS,
            "word/footer1.xml": DECLARATION + _footer(),
            "word/theme/theme1.xml": THEME,
            "docProps/core.xml": core_properties(story.title, story.language),
            "docProps/app.xml": APP,
            **{f"word/{name}": picture for name, picture in body.media.items()},
        }
    )


def _section(*, is_turned: bool) -> str:
    """Return what says the pages of the paragraphs before it."""
    width, height = (_LONG, _SHORT) if is_turned else (_SHORT, _LONG)
    turned = ' w:orient="landscape"' if is_turned else ""
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="567" '
        'w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def _footer() -> str:
    """Return a footer that numbers the pages."""
    pages = field("PAGE", "1") + run("\u00a0/\u00a0") + field("NUMPAGES", "1")
    return f'<w:ftr xmlns:w="{WORD}">{paragraph(pages, OWN_IDS[FOOTER])}</w:ftr>'


def _settings(locale: str) -> str:
    decimal, separator = {"fr-FR": (",", ";")}.get(locale, (".", ","))
    return (
        f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{locale}"/><w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val="{separator}"/>'
        "</w:settings>"
    )
