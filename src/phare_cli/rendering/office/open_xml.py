"""What every Open XML package holds beside its content: types of parts, relations, properties, a theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from phare_cli.rendering.office.archive import DECLARATION, attribute, content

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
# The language of proofing, and of properties.
LOCALES: Mapping[str, str] = {"en": "en-GB", "fr": "fr-FR"}
_ENDINGS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


class PackageRelation(NamedTuple):
    """A link from a part to another, or to the web where it *is_external*. *kind* is the end of its type."""

    id: str
    kind: str
    target: str
    is_external: bool = False

    @property
    def element(self) -> str:
        kind = self.kind if "/" in self.kind else f"{OFFICE}/{self.kind}"
        mode = ' TargetMode="External"' if self.is_external else ""
        return f'<Relationship Id="{self.id}" Type="{kind}" Target="{attribute(self.target)}"{mode}/>'


def relations(each: Iterable[PackageRelation]) -> str:
    """Return a part of relations."""
    return f'{DECLARATION}<Relationships xmlns="{RELATIONS}">{"".join(one.element for one in each)}</Relationships>'


def content_types(parts: Mapping[str, str], endings: Mapping[str, str] | None = None) -> str:
    """Return the part that names what each part is: *parts* by name, others by their *endings*."""
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{type}"/>'
        for ending, type in {**_ENDINGS, **(endings or {})}.items()
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{type}"/>' for name, type in parts.items()
    )
    return f'{DECLARATION}<Types xmlns="{TYPES}">{defaults}{overrides}</Types>'


def package_relations(main: str) -> str:
    """Return the relations of a package whose content is *main*."""
    return relations(
        (
            PackageRelation("rId1", "officeDocument", main),
            PackageRelation(
                "rId2",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            PackageRelation("rId3", "extended-properties", "docProps/app.xml"),
        )
    )


def core_properties(title: str, language: str) -> str:
    """Return the properties of a document: its title and language; no author but who saves it next, and no time."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{content(title)}</dc:title><dc:creator></dc:creator>"
        f"<dc:language>{LOCALES[language]}</dc:language></cp:coreProperties>"
    )


APP = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>phare</Application></Properties>"
)


def _color(name: str, value: str) -> str:
    return f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'


_COLORS = {
    "dk1": "1B1F24", "lt1": "FFFFFF", "dk2": "004A7C", "lt2": "EEF3F8", "accent1": "004A7C", "accent2": "0072B2",
    "accent3": "6E6E6E", "accent4": "D55E00", "accent5": "009E73", "accent6": "CC79A7", "hlink": "0B5394",
    "folHlink": "6B3FA0",
}  # fmt: skip
_FONT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = (
    '<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    '<a:prstDash val="solid"/></a:ln>'
)
THEME = (
    f'{DECLARATION}<a:theme xmlns:a="{DRAWING}" name="phare"><a:themeElements><a:clrScheme name="phare">'
    f"{''.join(_color(name, value) for name, value in _COLORS.items())}</a:clrScheme>"
    f'<a:fontScheme name="phare"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont></a:fontScheme>'
    f'<a:fmtScheme name="phare"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{''.join(_LINE.format(width=width) for width in (9525, 19050, 28575))}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
