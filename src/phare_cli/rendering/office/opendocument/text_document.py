"""Write a story as an OpenDocument text, of its own or in the house's template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from phare_cli.language.typeset import Typesetter
from phare_cli.rendering.office.archive import archive, attribute, content
from phare_cli.rendering.office.column_shares import PORTRAIT, PageRoom
from phare_cli.rendering.office.illustrations import PlacedPicture, can_draw_dots, pictures_of, tallest_on
from phare_cli.rendering.office.open_xml import LOCALES
from phare_cli.rendering.office.opendocument.text_elements import TextTables, paragraph, text
from phare_cli.rendering.office.opendocument.text_styles import (
    BULLETS,
    DECLARED,
    FIRST_PAGES,
    LINK,
    OTHER_PAGES,
    OWN_IDS,
    own_styles,
)
from phare_cli.rendering.office.parted_columns import parted
from phare_cli.rendering.office.story import (
    FIGURE_WORD,
    TABLE_WORD,
    Block,
    CaptionedPicture,
    CaptionedTable,
    Line,
    Span,
    Story,
    StyleRole,
)
from phare_cli.rendering.office.turned_pages import page_runs

MIMETYPE = "application/vnd.oasis.opendocument.text"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LEVELS = {StyleRole.HEADING: 1, StyleRole.LOWER_HEADING: 2}
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_TYPES = {".xml": "text/xml", ".png": "image/png", ".svg": "image/svg+xml"}


class TextBody:
    """Writes blocks one after the other; *styles* are names of styles by role.

    *room* is that of the page of the next block; *master* names the pages that the next heading or caption begins,
    where these are others than those before. After the last block, *automatic* are the styles and *media* the pictures
    that must stand beside it.
    """

    def __init__(self, typesetter: Typesetter, styles: Mapping[str, str], room: PageRoom) -> None:
        self._typesetter = typesetter
        self._styles = styles
        self.room = room
        self.master = ""
        self._tables = TextTables(styles)
        self._count = {TABLE_WORD: 0, FIGURE_WORD: 0}
        self.automatic = self._tables.automatic
        self.media: dict[str, bytes] = {}

    def block(self, block: Block) -> Iterator[str]:
        """Yield *block* as elements of a body."""
        match block:
            case Line(StyleRole.POINT, spans):
                item = paragraph("".join(map(self._span, spans)), self._styles.get(StyleRole.POINT))
                yield (
                    f'<text:list text:style-name="{self._styles[BULLETS]}"><text:list-item>{item}</text:list-item>'
                    "</text:list>"
                )
            case Line(role, spans) if role in _LEVELS:
                inner = "".join(map(self._span, spans))
                style = attribute(self._heading(role))
                yield f'<text:h text:style-name="{style}" text:outline-level="{_LEVELS[role]}">{inner}</text:h>'
            case Line(role, spans):
                yield paragraph("".join(map(self._span, spans)), self._styles.get(role))
            case CaptionedTable(name, caption, panel, title):
                if caption:
                    yield self._caption(TABLE_WORD, caption)
                for number, part in enumerate(parted(panel, self.room)):
                    own = f"{name}-{number}" if number else name
                    yield self._tables.table(part, own, room=self.room, title=caption or title)
            case CaptionedPicture(_, caption, chart):
                yield self._caption(FIGURE_WORD, caption)
                room = min(float(self.room.width), float(PORTRAIT))
                tallest = tallest_on(self.room)
                for placed in pictures_of(chart, self._typesetter, room, tallest, dots=can_draw_dots()):
                    told = f"{caption}{placed.which}"
                    yield paragraph(self._picture(placed, told), self._styles.get(StyleRole.PICTURE))

    @property
    def sequences(self) -> str:
        """The declarations of what counts captions."""
        names = [self._typesetter.text(word) for word in self._count]
        each = (f'<text:sequence-decl text:display-outline-level="0" text:name="{name}"/>' for name in names)
        return f"<text:sequence-decls>{''.join(each)}</text:sequence-decls>"

    def _heading(self, role: StyleRole) -> str:
        """Return the style of a heading, one of its own where it begins other pages."""
        known = self._styles[role]
        if not self.master:
            return known
        name, master = f"phareOn{self.master}", attribute(self.master)
        self.automatic[name] = (
            f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name='
            f'"{attribute(known)}" style:master-page-name="{master}"/>'
        )
        self.master = ""
        return name

    def _span(self, span: Span) -> str:
        if span.address:
            return (
                f'<text:a xlink:type="simple" xlink:href="{attribute(span.address)}" '
                f'text:style-name="{self._styles[LINK]}">{text(span.text)}</text:a>'
            )
        if not span.is_bold:
            return text(span.text)
        self.automatic.setdefault(
            "phareBold",
            '<style:style style:name="phareBold" style:family="text"><style:text-properties fo:font-weight="bold" '
            'style:font-weight-asian="bold" style:font-weight-complex="bold"/></style:style>',
        )
        return f'<text:span text:style-name="phareBold">{text(span.text)}</text:span>'

    def _caption(self, word: str, caption: str) -> str:
        """Return a caption whose number LibreOffice counts, so that lists of tables and references find it."""
        self._count[word] += 1
        name, number = self._typesetter.text(word), self._count[word]
        counted = (
            f'<text:sequence text:ref-name="ref{name}{number - 1}" text:name="{name}" '
            f'text:formula="ooow:{name}+1" style:num-format="1">{number}</text:sequence>'
        )
        return paragraph(f"{name}\u00a0{counted}. {text(caption)}", self._caption_style())

    def _caption_style(self) -> str:
        """Return the style of a caption, one of its own where it begins other pages."""
        style = f"phareCaption{self.master}"
        master = f' style:master-page-name="{attribute(self.master)}"' if self.master else ""
        self.automatic.setdefault(
            style,
            f'<style:style style:name="{style}" style:family="paragraph" style:parent-style-name='
            f'"{attribute(self._styles[StyleRole.CAPTION])}"{master}><style:paragraph-properties '
            'fo:keep-with-next="always"/></style:style>',
        )
        self.master = ""
        return style

    def _picture(self, placed: PlacedPicture, caption: str) -> str:
        """Return a picture that stands in its line as a letter does."""
        picture = placed.picture
        number = len(self.media) + 1
        name = f"Pictures/phare{number}.{'svg' if picture.png is None else 'png'}"
        self.media[name] = picture.svg if picture.png is None else picture.png
        return (
            f'<draw:frame draw:name="phare {number}" text:anchor-type="as-char" svg:width="{placed.width:.1f}pt" '
            f'svg:height="{placed.height:.1f}pt"><draw:image xlink:href="{name}" xlink:type="simple" '
            'xlink:show="embed" xlink:actuate="onLoad"/>'
            f"<svg:title>{content(caption)}</svg:title><svg:desc>{content(picture.description)}</svg:desc></draw:frame>"
        )


def text_document(story: Story) -> bytes:
    """Return *story* as the bytes of an .odt file, each table on pages as wide as it needs."""
    runs = page_runs(story)
    body = TextBody(story.typesetter, OWN_IDS, runs[0].room)
    inner, is_turned = "", runs[0].is_turned
    for place, pages in enumerate(runs):
        body.room = pages.room
        if place:
            body.master = FIRST_PAGES if pages.is_turned == is_turned else OTHER_PAGES
        inner += "".join(element for block in pages.blocks for element in body.block(block))
    parts: dict[str, bytes | str] = {
        "content.xml": body_part(body, inner),
        "styles.xml": _DECLARATION + own_styles(LOCALES[story.language], is_wide=is_turned),
        "meta.xml": meta(story),
        **body.media,
    }
    return archive({"mimetype": MIMETYPE, **parts, "META-INF/manifest.xml": manifest(parts)})


def body_part(body: TextBody, inner: str) -> str:
    """Return the part that holds *inner*, what *body* has written."""
    return (
        f'{_DECLARATION}<office:document-content {DECLARED} office:version="1.3"><office:automatic-styles>'
        f"{''.join(body.automatic.values())}</office:automatic-styles><office:body><office:text>{body.sequences}"
        f"{inner}</office:text></office:body></office:document-content>"
    )


def meta(story: Story) -> str:
    """Return the properties of a document: its title and its language, no author and no time."""
    return (
        f'{_DECLARATION}<office:document-meta {DECLARED} office:version="1.3"><office:meta>'
        f"<meta:generator>phare</meta:generator><dc:title>{content(story.title)}</dc:title>"
        f"<dc:language>{LOCALES[story.language]}</dc:language></office:meta></office:document-meta>"
    )


def manifest(parts: Mapping[str, bytes | str]) -> str:
    """Return the list of *parts* that the package must hold."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{attribute(name)}" '
        f'manifest:media-type="{_TYPES.get(name[name.rfind(".") :], "")}"/>'
        for name in parts
    )
    return (
        f'{_DECLARATION}<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>'
        f"{entries}</manifest:manifest>"
    )
