"""Office documents as their programs write them, made by hand, and the project whose figures they show."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WORD}.document.main+xml"
_SPACES = (
    f'{W} xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14"'
)
_STYLES = (
    f"{_HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val={{}}/></w:rPr></w:rPrDefault>"
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Listepuces"><w:name w:val="List Bullet"/></w:style></w:styles>'
)
FIGURES = """\
region,stakeholder,indicator,item,value,base
PACA,companies,engagement,partnerships,{companies},400
PACA,associations,engagement,partnerships,48,300
France,companies,engagement,partnerships,37,1400
PACA,companies,fragilities,employment,46,400
PACA,companies,fragilities,poverty,{poverty},400
PACA,companies,fragilities,health,16,400
"""

Pack = Callable[[Mapping[str, str | bytes]], bytes]
Word = Callable[..., bytes]
Figures = Callable[..., None]


@pytest.fixture(name="pack")
def make_package() -> Pack:
    """Return what makes a package of parts, with the time of a document that somebody saved."""

    def pack(parts: Mapping[str, str | bytes]) -> bytes:
        stream = io.BytesIO()
        with ZipFile(stream, "w") as archive:
            for name, content in parts.items():
                member = ZipInfo(name, (2024, 3, 5, 14, 22, 8))
                member.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
                archive.writestr(member, content)
        return stream.getvalue()

    return pack


@pytest.fixture(name="word")
def make_word(pack: Pack) -> Word:
    """Return what makes a document of Word of the paragraphs of its body, and of other parts."""

    def word(body: str, *, lang: str = "fr-FR", main: str = _MAIN, **stories: str | bytes) -> bytes:
        others = {
            name: content for name, content in stories.items() if name in ("header", "footer", "footnotes")
        }
        types = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{name}+xml"/>' for name in others
        )
        related = "".join(
            f'<Relationship Id="rId{place}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
            for place, name in enumerate(others, 2)
        )
        roots = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes"}
        return pack(
            {
                "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-'
                'types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+'
                'xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"'
                f' ContentType="{main}"/><Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
                f"{types}</Types>",
                "_rels/.rels": f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                f'relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
                "</Relationships>",
                "word/document.xml": f"{_HEAD}<w:document {_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
                "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/'
                f'package/2006/relationships"><Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
                f"{related}</Relationships>",
                "word/styles.xml": _STYLES.format(f'"{lang}"'),
                **{
                    f"word/{name}.xml": f"{_HEAD}<w:{roots[name]} {_SPACES}>{content!s}</w:{roots[name]}>"
                    for name, content in others.items()
                },
                **{name: content for name, content in stories.items() if name not in others},
            }
        )

    return word


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_LEAF = " ".join(
    f'xmlns:{prefix}="{_ODF}{space}:1.0"'
    for prefix, space in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible", "meta": "meta",
    }.items()
)  # fmt: skip
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


@pytest.fixture(name="odt")
def make_odt(pack: Pack) -> Word:
    """Return what makes a document of LibreOffice of the paragraphs of its text, and of other parts."""

    def odt(body: str, *, lang: str = "fr", header: str = "", **others: str | bytes) -> bytes:
        entries = "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
            for name in ("content.xml", "styles.xml", "meta.xml")
        )
        return pack(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f'{_XML}<office:document-content {_LEAF} office:version="1.2"><office:automatic-styles>'
                '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/>'
                f"</style:style></office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
                "</office:document-content>",
                "styles.xml": f'{_XML}<office:document-styles {_LEAF} office:version="1.2"><office:styles>'
                '<style:default-style style:family="paragraph"><style:text-properties '
                f'fo:language="{lang}" fo:country="FR"/></style:default-style></office:styles><office:automatic-styles>'
                '<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" '
                'fo:page-height="29.7cm"/></style:page-layout></office:automatic-styles><office:master-styles>'
                f'<style:master-page style:name="Standard" style:page-layout-name="P"><style:header>{header}'
                "</style:header></style:master-page></office:master-styles></office:document-styles>",
                "meta.xml": f'{_XML}<office:document-meta {_LEAF} office:version="1.2"><office:meta/>'
                "</office:document-meta>",
                "META-INF/manifest.xml": f'{_XML}<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0" '
                'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" '
                f'manifest:media-type="application/vnd.oasis.opendocument.text"/>{entries}</manifest:manifest>',
                **others,
            }
        )

    return odt


@pytest.fixture(name="figures", autouse=True)
def make_figures(tmp_path: Path) -> Figures:
    """Return what changes the figures of the documents' project."""

    def figures(*, companies: float = 45, poverty: float = 26) -> None:
        text = FIGURES.format(companies=companies, poverty=poverty)
        (tmp_path / "figures.csv").write_text(text, encoding="utf-8")

    (tmp_path / "phare.toml").write_text('data = ["figures.csv"]\n', encoding="utf-8")
    figures()
    return figures
