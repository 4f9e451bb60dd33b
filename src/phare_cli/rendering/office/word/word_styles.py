"""The styles of a Word document: the names that are looked for in a template, and ours where it lacks them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from phare_cli.rendering.office.story import StyleRole

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TABLE, LINK, FOOTER = "table", "link", "footer"


class WordStyle(NamedTuple):
    """A style: its kind, its name as Word stores it in any language, the id that ours has, what it says."""

    kind: str
    name: str
    id: str
    xml: str


_ACCENT = '<w:color w:val="004A7C" w:themeColor="accent1"/>'
_MUTED = '<w:color w:val="57606A"/>'


def _paragraph(
    name: str, id: str, properties: str, letters: str = "", *, next: str = "", rank: int = 9
) -> str:
    followed = f'<w:next w:val="{next}"/>' if next else ""
    return (
        f'<w:name w:val="{name}"/><w:basedOn w:val="{{normal}}"/>{followed}<w:uiPriority w:val="{rank}"/><w:qFormat/>'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{letters}</w:rPr>"
    )


def _heading(level: int, size: int, before: int) -> str:
    return _paragraph(
        f"heading {level}",
        f"Heading{level}",
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="100"/><w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:bCs/>{_ACCENT}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        next="{normal}",
    )


_RULE = '<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{color}"{theme}/>'


def _rule(side: str, size: int, color: str, *, is_accent: bool = False) -> str:
    theme = ' w:themeColor="accent1"' if is_accent else ""
    return _RULE.format(side=side, size=size, color=color, theme=theme)


BORDERS = (
    f"<w:tblBorders>{_rule('top', 8, '004A7C', is_accent=True)}{_rule('bottom', 8, '004A7C', is_accent=True)}"
    f"{_rule('insideH', 4, 'C8D1DA')}</w:tblBorders>"
)
_MARGINS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    '<w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
)
_TABLE = (
    '<w:name w:val="Phare Table"/><w:basedOn w:val="{table normal}"/><w:uiPriority w:val="99"/><w:qFormat/>'
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    f'<w:tblPr><w:tblStyleRowBandSize w:val="1"/>{BORDERS}{_MARGINS}</w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
    f"{_rule('bottom', 8, '004A7C', is_accent=True)}</w:tcBorders></w:tcPr></w:tblStylePr>"
)

# What each role is called where it is looked for, the first of several names that is there, and ours.
STYLES: Mapping[str, WordStyle] = {
    StyleRole.TITLE: WordStyle(
        "paragraph", "Title", "Title",
        _paragraph(
            "Title", "Title",
            '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="60"/><w:contextualSpacing/>',
            f'<w:b/><w:bCs/>{_ACCENT}<w:sz w:val="44"/><w:szCs w:val="44"/>', next="{normal}", rank=10,
        ),
    ),
    StyleRole.SUBTITLE: WordStyle(
        "paragraph", "Subtitle", "Subtitle",
        _paragraph(
            "Subtitle", "Subtitle", '<w:spacing w:before="0" w:after="240"/>',
            f'{_MUTED}<w:sz w:val="24"/><w:szCs w:val="24"/>', next="{normal}", rank=11,
        ),
    ),
    StyleRole.HEADING: WordStyle("paragraph", "heading 1", "Heading1", _heading(1, 30, 360)),
    StyleRole.LOWER_HEADING: WordStyle("paragraph", "heading 2", "Heading2", _heading(2, 25, 240)),
    StyleRole.TEXT: WordStyle(
        "paragraph", "Body Text", "BodyText",
        _paragraph("Body Text", "BodyText", '<w:spacing w:before="60" w:after="120"/>', rank=1),
    ),
    StyleRole.POINT: WordStyle(
        "paragraph", "List Bullet", "ListBullet",
        _paragraph(
            "List Bullet", "ListBullet",
            '<w:numPr><w:numId w:val="{bullets}"/></w:numPr><w:spacing w:before="40" w:after="80"/>'
            '<w:ind w:left="360" w:hanging="360"/>',
        ),
    ),
    StyleRole.CAPTION: WordStyle(
        "paragraph", "caption", "Caption",
        _paragraph(
            "caption", "Caption", '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80"/>',
            '<w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/>', next="{normal}", rank=35,
        ),
    ),
    StyleRole.PICTURE: WordStyle(
        "paragraph", "Phare Picture", "PharePicture",
        _paragraph("Phare Picture", "PharePicture", '<w:spacing w:before="60" w:after="120"/>', rank=36),
    ),
    StyleRole.NOTE: WordStyle(
        "paragraph", "Phare Note", "PhareNote",
        _paragraph(
            "Phare Note", "PhareNote", '<w:spacing w:before="40" w:after="40"/>',
            f'{_MUTED}<w:sz w:val="17"/><w:szCs w:val="17"/>', rank=37,
        ),
    ),
    StyleRole.TABLE_HEADING: WordStyle(
        "paragraph", "Phare Table Heading", "PhareTableHeading",
        _paragraph(
            "Phare Table Heading", "PhareTableHeading", '<w:keepNext/><w:spacing w:before="0" w:after="0"/>',
            '<w:b/><w:bCs/><w:sz w:val="18"/><w:szCs w:val="18"/>', rank=38,
        ),
    ),
    StyleRole.TABLE_TEXT: WordStyle(
        "paragraph", "Phare Table Text", "PhareTableText",
        _paragraph(
            "Phare Table Text", "PhareTableText", '<w:spacing w:before="0" w:after="0"/>',
            '<w:sz w:val="18"/><w:szCs w:val="18"/>', rank=38,
        ),
    ),
    StyleRole.TABLE_FIGURE: WordStyle(
        "paragraph", "Phare Table Figure", "PhareTableFigure",
        _paragraph(
            "Phare Table Figure", "PhareTableFigure", '<w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/>',
            '<w:sz w:val="18"/><w:szCs w:val="18"/>', rank=38,
        ),
    ),
    TABLE: WordStyle("table", "Phare Table", "PhareTable", _TABLE),
    LINK: WordStyle(
        "character", "Hyperlink", "Hyperlink",
        '<w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>'
        '<w:rPr><w:color w:val="0B5394" w:themeColor="hyperlink"/><w:u w:val="single"/></w:rPr>',
    ),
    FOOTER: WordStyle(
        "paragraph", "footer", "Footer",
        '<w:name w:val="footer"/><w:basedOn w:val="{normal}"/><w:uiPriority w:val="99"/>'
        '<w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/></w:pPr>'
        f'<w:rPr>{_MUTED}<w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>',
    ),
}  # fmt: skip

OWN_IDS: Mapping[str, str] = {role: style.id for role, style in STYLES.items()}


def style_element(style: WordStyle, fillings: Mapping[str, str]) -> str:
    """Return a style of ours as an element that stands under any root.

    *fillings* are the ids of the ``normal`` paragraph and the ``table normal`` that it builds on, and the number of
    ``bullets``.
    """
    said = style.xml
    for name, filling in fillings.items():
        said = said.replace(f"{{{name}}}", filling)
    custom = ' w:customStyle="1"' if "Phare" in style.name else ""
    return f'<w:style xmlns:w="{WORD}" w:type="{style.kind}"{custom} w:styleId="{style.id}">{said}</w:style>'


def own_styles(language: str) -> str:
    """Return the styles part of a document without a template; *language* is that of proofing: fr-FR."""
    fillings = {"normal": "Normal", "table normal": "TableNormal", "bullets": "1"}
    styles = "".join(style_element(style, fillings) for style in STYLES.values())
    return (
        f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
        'w:cstheme="minorBidi"/><w:color w:val="1B1F24"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        f"{styles}</w:styles>"
    )


def bullets(abstract: int) -> str:
    """Return how points are marked, as the numbering part defines it under the number *abstract*."""
    return (
        f'<w:abstractNum xmlns:w="{WORD}" w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    )


def numbering(number: int, abstract: int) -> str:
    """Return the number by which a style speaks of *abstract*."""
    return f'<w:num xmlns:w="{WORD}" w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'
