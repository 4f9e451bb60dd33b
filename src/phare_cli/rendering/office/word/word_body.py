"""The body of a Word document: each block of a story as elements, with the pictures and links that they need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from phare_cli.language.typeset import Typesetter
from phare_cli.rendering.office import illustrations
from phare_cli.rendering.office.archive import attribute
from phare_cli.rendering.office.column_shares import PageRoom
from phare_cli.rendering.office.illustrations import PlacedPicture, pictures_of, tallest_on
from phare_cli.rendering.office.open_xml import DRAWING, OFFICE, PackageRelation
from phare_cli.rendering.office.parted_columns import parted
from phare_cli.rendering.office.story import (
    FIGURE_WORD,
    TABLE_WORD,
    Block,
    CaptionedPicture,
    CaptionedTable,
    Line,
    Span,
    StyleRole,
)
from phare_cli.rendering.office.word.word_elements import field, paragraph, run, table_element
from phare_cli.rendering.office.word.word_styles import LINK

WIDEST = 482.0  # points of a picture, on a page that is turned too
_PER_POINT = 12700  # English metric units
_FIRST_ID = 1000  # of a picture: no header of a template has as many
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


class WordBody:
    """Writes blocks one after the other. *styles* are ids by role; *taken* the relations that the document has.

    *room* is that of the page of the next block.

    After the last block, *relations* and *media* are what must stand beside it.
    """

    def __init__(
        self,
        typesetter: Typesetter,
        styles: Mapping[str, str],
        room: PageRoom,
        *,
        taken: frozenset[str] = frozenset(),
    ) -> None:
        self._typesetter = typesetter
        self._styles = styles
        self.room = room
        self._taken = taken
        self._count = {TABLE_WORD: 0, FIGURE_WORD: 0}
        self._ids = _FIRST_ID
        self.relations: list[PackageRelation] = []
        self.media: dict[str, bytes] = {}

    def block(self, block: Block) -> Iterator[str]:
        """Yield *block* as elements of a body."""
        match block:
            case Line(role, spans):
                yield paragraph("".join(map(self._span, spans)), self._styles.get(role))
            case CaptionedTable(_, caption, panel, title):
                if caption:
                    yield self._caption(TABLE_WORD, caption)
                for part in parted(panel, self.room):
                    yield table_element(part, self._styles, room=self.room, title=caption or title)
                    # Two tables that touch are one table to Word.
                    yield paragraph(
                        "", self._styles.get(StyleRole.NOTE), '<w:spacing w:before="0" w:after="60"/>'
                    )
            case CaptionedPicture(_, caption, chart):
                if not illustrations.can_draw_dots():
                    return
                yield self._caption(FIGURE_WORD, caption)
                room = min(float(self.room.width), WIDEST)
                for placed in pictures_of(chart, self._typesetter, room, tallest_on(self.room), dots=True):
                    told = f"{caption}{placed.which}"
                    yield paragraph(self._picture(placed, told), self._styles.get(StyleRole.PICTURE))

    def _span(self, span: Span) -> str:
        if not span.address:
            return run(span.text, is_bold=span.is_bold)
        id = self._relate("hyperlink", span.address, is_external=True)
        inner = run(span.text, style=self._styles.get(LINK, ""))
        return f'<w:hyperlink xmlns:r="{OFFICE}" r:id="{id}" w:history="1">{inner}</w:hyperlink>'

    def _caption(self, word: str, caption: str) -> str:
        """Return a caption whose number Word counts, so that lists of tables and references find it."""
        self._count[word] += 1
        name = self._typesetter.text(word)
        number = field(f"SEQ {name} \\* ARABIC", str(self._count[word]))
        before, after = run(f"{name}\u00a0"), run(f". {caption}")
        return paragraph(before + number + after, self._styles.get(StyleRole.CAPTION), "<w:keepNext/>")

    def _picture(self, placed: PlacedPicture, caption: str) -> str:
        """Return a picture that stands in its line as a letter does."""
        self._ids += 1
        name = f"media/phare{self._ids - _FIRST_ID}.png"
        self.media[name] = placed.picture.png or b""
        id = self._relate("image", name)
        size = f'cx="{round(placed.width * _PER_POINT)}" cy="{round(placed.height * _PER_POINT)}"'
        told = f"{caption}. {placed.picture.description}"
        about = f'id="{self._ids}" name="{attribute(name)}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/>"
            f'<wp:docPr {about} descr="{attribute(told)}"/>'
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWING}" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{_PICTURE}">'
            f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {about}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip xmlns:r="{OFFICE}" r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch>'
            "</pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _relate(self, kind: str, target: str, *, is_external: bool = False) -> str:
        for known in self.relations:
            if (known.kind, known.target) == (kind, target):
                return known.id
        number = len(self.relations) + 1
        while (id := f"rIdPhare{number}") in self._taken:
            number += len(self._taken)
        self.relations.append(PackageRelation(id, kind, target, is_external))
        return id
