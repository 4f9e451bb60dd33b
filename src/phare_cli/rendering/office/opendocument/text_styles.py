"""The styles of an OpenDocument text: the names that are looked for in a template, and ours where it lacks them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from phare_cli.rendering.office.story import StyleRole

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES: Mapping[str, str] = {
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": f"{_OASIS}:meta:1.0",
}
DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
LINK, FOOTER, BULLETS = "link", "footer", "bullets"
_ACCENT, _MUTED = "#004a7c", "#57606a"


class TextStyle(NamedTuple):
    """A style: its family, its name as people see it, what it says inside its element."""

    family: str
    name: str
    properties: str
    parent: str = "Standard"
    next: str = ""
    more: str = ""

    @property
    def id(self) -> str:
        """The name as the file has it."""
        return style_id(self.name)

    @property
    def element(self) -> str:
        """The style as an element that stands under any root."""
        following = f' style:next-style-name="{self.next}"' if self.next else ""
        parent = f' style:parent-style-name="{self.parent}"' if self.family == "paragraph" else ""
        return (
            f'<style:style {DECLARED} style:name="{self.id}" style:display-name="{self.name}" '
            f'style:family="{self.family}"{parent}{following}{self.more}>{self.properties}</style:style>'
        )


def style_id(name: str) -> str:
    """Return *name* as OpenDocument writes it in a file."""
    return name.replace(" ", "_20_")


def _letters(size: float, *, is_bold: bool = False, color: str = "") -> str:
    bold = (
        ' fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'
        if is_bold
        else ""
    )
    shade = f' fo:color="{color}"' if color else ""
    return (
        f'<style:text-properties fo:font-size="{size}pt" style:font-size-asian="{size}pt" '
        f'style:font-size-complex="{size}pt"{bold}{shade}/>'
    )


def _around(before: float, after: float, more: str = "") -> str:
    return f'<style:paragraph-properties fo:margin-top="{before}pt" fo:margin-bottom="{after}pt"{more}/>'


_KEPT = ' fo:keep-with-next="always"'

STYLES: Mapping[str, TextStyle] = {
    StyleRole.TITLE: TextStyle(
        "paragraph", "Title", _around(0, 3, _KEPT) + _letters(22, is_bold=True, color=_ACCENT), next="Text_20_body",
        more=' style:class="chapter"',
    ),
    StyleRole.SUBTITLE: TextStyle(
        "paragraph", "Subtitle", _around(0, 12) + _letters(12, color=_MUTED), next="Text_20_body",
        more=' style:class="chapter"',
    ),
    StyleRole.HEADING: TextStyle(
        "paragraph", "Heading 1", _around(18, 5, _KEPT) + _letters(15, is_bold=True, color=_ACCENT),
        next="Text_20_body", more=' style:default-outline-level="1" style:class="text"',
    ),
    StyleRole.LOWER_HEADING: TextStyle(
        "paragraph", "Heading 2", _around(12, 5, _KEPT) + _letters(12.5, is_bold=True, color=_ACCENT),
        next="Text_20_body", more=' style:default-outline-level="2" style:class="text"',
    ),
    StyleRole.TEXT: TextStyle("paragraph", "Text body", _around(3, 6), more=' style:class="text"'),
    StyleRole.POINT: TextStyle("paragraph", "List 1", _around(2, 4), more=' style:class="list"'),
    StyleRole.CAPTION: TextStyle(
        "paragraph", "Caption", _around(12, 4, _KEPT) + _letters(10, is_bold=True), more=' style:class="extra"'
    ),
    StyleRole.PICTURE: TextStyle("paragraph", "Phare Picture", _around(3, 6)),
    StyleRole.NOTE: TextStyle("paragraph", "Phare Note", _around(0, 2) + _letters(8.5, color=_MUTED)),
    StyleRole.TABLE_HEADING: TextStyle(
        "paragraph", "Table Heading", _around(0, 0) + _letters(9, is_bold=True), more=' style:class="extra"'
    ),
    StyleRole.TABLE_TEXT: TextStyle(
        "paragraph", "Table Contents", _around(0, 0) + _letters(9), more=' style:class="extra"'
    ),
    StyleRole.TABLE_FIGURE: TextStyle(
        "paragraph", "Phare Table Figure", _around(0, 0, ' fo:text-align="end"') + _letters(9)
    ),
    FOOTER: TextStyle(
        "paragraph", "Footer", _around(0, 0, ' fo:text-align="end"') + _letters(8.5, color=_MUTED),
        more=' style:class="extra"',
    ),
    LINK: TextStyle(
        "text", "Internet link",
        '<style:text-properties fo:color="#0b5394" style:text-underline-style="solid" '
        'style:text-underline-width="auto" style:text-underline-color="font-color"/>',
    ),
}  # fmt: skip

OWN_IDS: Mapping[str, str] = {
    **{role: style.id for role, style in STYLES.items()}, BULLETS: "Phare_20_Bullets"
}  # fmt: skip

BULLET_LIST = (
    f'<text:list-style {DECLARED} style:name="Phare_20_Bullets" style:display-name="Phare Bullets">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties '
    'text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment '
    'text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.5cm"/></style:list-level-properties>'
    "</text:list-level-style-bullet></text:list-style>"
)


FIRST_PAGES, OTHER_PAGES = (
    "Standard",
    "Phare_20_Turned",
)  # those that a document begins with, those that are not so


def own_styles(locale: str, *, is_wide: bool) -> str:
    """Return the styles part of a document without a template; *locale* is that of proofing: fr-FR.

    Its first pages are turned where it *is_wide*, and its other ones where it is not.
    """
    language, country = locale.split("-")
    styles = "".join(style.element for style in STYLES.values())
    return (
        f'<office:document-styles {DECLARED} office:version="1.3"><office:font-face-decls>'
        '<style:font-face style:name="Arial" svg:font-family="Arial, \'Liberation Sans\'" '
        'style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls><office:styles>'
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" '
        'style:tab-stop-distance="1.25cm" style:writing-mode="page"/><style:text-properties style:font-name="Arial" '
        f'fo:font-size="10.5pt" fo:language="{language}" fo:country="{country}" fo:color="#1b1f24"/>'
        "</style:default-style>"
        '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>'
        "</style:default-style>"
        '<style:style style:name="Standard" style:family="paragraph" style:class="text">'
        '<style:paragraph-properties fo:margin-top="0pt" fo:margin-bottom="5pt" fo:line-height="115%"/></style:style>'
        f"{styles}{BULLET_LIST}</office:styles><office:automatic-styles>"
        f"{_layout('page', is_turned=is_wide)}{_layout('other', is_turned=not is_wide)}"
        "</office:automatic-styles><office:master-styles>"
        f"{_pages(FIRST_PAGES, 'page')}{_pages(OTHER_PAGES, 'other')}</office:master-styles></office:document-styles>"
    )


def _layout(name: str, *, is_turned: bool) -> str:
    """Return the form of pages: A4, upright or turned."""
    width, height = ("29.7cm", "21cm") if is_turned else ("21cm", "29.7cm")
    turned = "landscape" if is_turned else "portrait"
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}" '
        f'fo:page-height="{height}" style:print-orientation="{turned}" fo:margin-top="2cm" fo:margin-bottom="1.2cm" '
        'fo:margin-left="2cm" fo:margin-right="2cm"/><style:footer-style><style:header-footer-properties '
        'fo:min-height="0.6cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>'
    )


def _pages(name: str, layout: str) -> str:
    """Return what pages of a form are called, with their number below."""
    shown = name.replace("_20_", " ")
    return (
        f'<style:master-page style:name="{name}" style:display-name="{shown}" style:page-layout-name="{layout}">'
        f'<style:footer><text:p text:style-name="{STYLES[FOOTER].id}">'
        '<text:page-number text:select-page="current">1</text:page-number>\u00a0/\u00a0'
        "<text:page-count>1</text:page-count></text:p></style:footer></style:master-page>"
    )
