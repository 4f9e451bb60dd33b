"""The least package of each office program whose one part, or whose own bytes, a fuzzer writes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

_HEAD = "<?xml version='1.0' encoding='UTF-8'?>"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PLAIN = '<Default Extension="xml" ContentType="application/xml"/>'
_P = "http://schemas.openxmlformats.org/package/2006"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_O = " ".join(
    f'xmlns:{name}="{_ODF}{space}:1.0"'
    for name, space in {"office": "office", "text": "text", "table": "table", "style": "style", "meta": "meta",
                        "fo": "xsl-fo-compatible"}.items()
)  # fmt: skip


def _types(*kinds: tuple[str, str]) -> str:
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds)
    return (
        f'{_HEAD}<Types xmlns="{_P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxml'
        f'formats-package.relationships+xml"/>{_PLAIN}{overrides}</Types>'
    )


def _related(kind: str, target: str) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_P}/relationships"><Relationship Id="rId1" Type="{_R}/{kind}" '
        f'Target="{target}"/></Relationships>'
    )


def _open_document(kind: str, body: str) -> dict[str, str]:
    media = f"application/vnd.oasis.opendocument.{kind}"
    return {
        "mimetype": media,
        "content.xml": f'{_HEAD}<office:document-content {_O} office:version="1.2"><office:body><office:{kind}>{body}'
        f"</office:{kind}></office:body></office:document-content>",
        "styles.xml": f'{_HEAD}<office:document-styles {_O} office:version="1.2"><office:styles/>'
        '<office:master-styles><style:master-page style:name="Standard"/></office:master-styles>'
        "</office:document-styles>",
        "meta.xml": f'{_HEAD}<office:document-meta {_O} office:version="1.2"><office:meta/></office:document-meta>',
        "META-INF/manifest.xml": f'{_HEAD}<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0" '
        f'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    }


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Of each kind: the part that is written, and the package around it.
PACKAGES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "docx": (
        "word/document.xml",
        {
            "[Content_Types].xml": _types(
                ("/word/document.xml", f"{_WORD}.document.main+xml"),
                ("/word/styles.xml", f"{_WORD}.styles+xml"),
            ),
            "_rels/.rels": _related("officeDocument", "word/document.xml"),
            "word/document.xml": f"{_HEAD}<w:document {_W}><w:body><w:p><w:r><w:t>{{{{phare: show a}}}}</w:t></w:r>"
            "</w:p><w:sectPr/></w:body></w:document>",
            "word/_rels/document.xml.rels": _related("styles", "styles.xml"),
            "word/styles.xml": f'{_HEAD}<w:styles {_W}><w:style w:type="paragraph" w:styleId="T"><w:name '
            'w:val="heading 1"/></w:style></w:styles>',
        },
    ),
    "odt": ("content.xml", _open_document("text", "<text:p>{{phare: show a}}</text:p>")),
    "pptx": (
        "ppt/slides/slide1.xml",
        {
            "[Content_Types].xml": _types(),
            "ppt/presentation.xml": f'{_HEAD}<p:presentation {_A}><p:sldSz cx="9144000" cy="6858000"/>'
            "</p:presentation>",
            "ppt/slides/slide1.xml": f'{_HEAD}<p:sld {_A}><p:cSld><p:spTree><p:sp><p:nvSpPr><p:cNvPr id="2" name="T"/>'
            "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{{phare: value a}}</a:t>"
            "</a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>",
        },
    ),
    "xlsx": (
        "xl/worksheets/sheet1.xml",
        {
            "[Content_Types].xml": _types(
                ("/xl/workbook.xml", f"{_SHEET}.sheet.main+xml"),
                ("/xl/worksheets/sheet1.xml", f"{_SHEET}.worksheet+xml"),
            ),
            "_rels/.rels": _related("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'{_HEAD}<workbook {_S} xmlns:r="{_R}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/>'
            "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": _related("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f"{_HEAD}<worksheet {_S}><sheetData/></worksheet>",
        },
    ),
    "ods": ("content.xml", _open_document("spreadsheet", '<table:table table:name="S"/>')),
}


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a package of *parts*, the same bytes each time."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name, (2024, 3, 5, 14, 22, 8)), content)
    return held.getvalue()


def package(kind: str, data: bytes) -> bytes:
    """Return the package of a *kind* whose first part is *data*."""
    part, parts = PACKAGES[kind]
    return packed({**parts, part: data})


def first_part(kind: str) -> bytes:
    """Return the part of a *kind* of package that a fuzzer begins with."""
    part, parts = PACKAGES[kind]
    return parts[part].encode()


def parts_of(content: bytes) -> dict[str, bytes] | None:
    """Return the parts of a package by their names, None where it is none that a reader can unpack."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return {member.filename: archive.read(member) for member in archive.infolist()}
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError):
        return None
