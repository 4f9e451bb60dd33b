"""Write a story into the house's LibreOffice template: its styles, header, footer and page, our words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import sentence
from phare_cli.rendering.look import HouseTemplate
from phare_cli.rendering.office.archive import archive
from phare_cli.rendering.office.column_shares import ANY_LETTERS, PORTRAIT, PageRoom
from phare_cli.rendering.office.open_xml import LOCALES
from phare_cli.rendering.office.opendocument.text_document import (
    MIMETYPE,
    TextBody,
    body_part,
    manifest,
    meta,
)
from phare_cli.rendering.office.opendocument.text_styles import (
    BULLET_LIST,
    BULLETS,
    OWN_IDS,
    SPACES,
    STYLES,
)
from phare_cli.rendering.office.story import Story, StyleRole
from phare_cli.rendering.office.template_parts import (
    Placed,
    damaged,
    elements,
    inserted,
    parts_of,
)

_OFFICE, _STYLE, _FO = (f"{SPACES[prefix]}}}" for prefix in ("office", "style", "fo"))
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)")


def text_in_template(story: Story, template: HouseTemplate) -> bytes:
    """Return *story* as the bytes of an .odt file made from *template*. Raises UnreadableInput for another file."""
    parts = _checked_parts(template)
    found = elements(parts["styles.xml"], template)
    known = _known(found)
    styles = {**OWN_IDS, **known}
    room = PageRoom(_width(found), ANY_LETTERS)
    body = TextBody(story.typesetter, styles, room)
    inner = "".join(element for block in story.blocks for element in body.block(block))
    first = _first_page(parts["content.xml"], template)
    if first:
        # The first paragraph says on which page the document begins.
        body.automatic["phareFirst"] = (
            f'<style:style style:name="phareFirst" style:family="paragraph" style:parent-style-name='
            f'"{styles[StyleRole.TITLE]}" style:master-page-name="{first}"/>'
        )
        inner = inner.replace(
            f'text:style-name="{styles[StyleRole.TITLE]}"', 'text:style-name="phareFirst"', 1
        )
    kept: dict[str, bytes | str] = {
        name: data
        for name, data in parts.items()
        if name == "settings.xml" or (name.startswith("Pictures/") and name.encode() in parts["styles.xml"])
    }
    written: dict[str, bytes | str] = {
        "content.xml": body_part(body, inner),
        "styles.xml": _with_ours(parts["styles.xml"], found, known, story.language, template),
        "meta.xml": meta(story),
        **kept,
        **body.media,
    }
    return archive({"mimetype": MIMETYPE, **written, "META-INF/manifest.xml": manifest(written)})


def style_names(template: HouseTemplate) -> dict[str, str]:
    """Return the styles of *template* that are ours to use: names by role."""
    return _known(elements(_checked_parts(template)["styles.xml"], template))


def _checked_parts(template: HouseTemplate) -> dict[str, bytes]:
    parts = parts_of(template)
    if parts.get("mimetype", b"").strip().decode("ascii", "replace") not in (
        MIMETYPE,
        f"{MIMETYPE}-template",
    ):
        raise UnreadableInput(
            sentence(
                "“{file}” is not a text document of LibreOffice that can be a template: save it there as .odt or .ott.",
                file=template.name,
            )
        )
    if "styles.xml" not in parts or "content.xml" not in parts:
        raise damaged(template)
    return parts


def _known(found: list[Placed]) -> dict[str, str]:
    """Return the names of the styles that are ours to use, by role."""
    names: dict[tuple[str, str], str] = {}
    lists: dict[str, str] = {}
    for each in found:
        if each.name != f"{_STYLE}style" or each.depth != 2:
            continue
        id, family = each.attributes.get(f"{_STYLE}name", ""), each.attributes.get(f"{_STYLE}family", "")
        shown = each.attributes.get(f"{_STYLE}display-name", id.replace("_20_", " "))
        names.setdefault((family, shown.lower()), id)
        lists[id] = each.attributes.get(f"{_STYLE}list-style-name", "")
    keys = {str(role): (style.family, style.name.lower()) for role, style in STYLES.items()}
    known = {role: names[key] for role, key in keys.items() if key in names}
    bullet_list = lists.get(known.get(StyleRole.POINT, ""), "")
    return {**known, BULLETS: bullet_list} if bullet_list else known


def _with_ours(
    data: bytes, found: list[Placed], known: Mapping[str, str], language: str, template: HouseTemplate
) -> bytes:
    """Return the styles part with those of ours that it lacks, proofed in *language*."""
    styles = next((each for each in found if each.name == f"{_OFFICE}styles"), None)
    if styles is None or styles.close == styles.end:
        raise damaged(template)
    missing = "".join(style.element for role, style in STYLES.items() if role not in known)
    if BULLETS not in known:
        missing += BULLET_LIST
    data = inserted(data, styles.close, missing)
    locale, country = LOCALES[language].split("-")

    def proofed(match: re.Match[bytes]) -> bytes:
        defaults = match[0]
        if f'fo:language="{locale}"'.encode() in defaults:
            return defaults
        defaults = re.sub(rb'fo:language="[^"]*"', f'fo:language="{locale}"'.encode(), defaults)
        return re.sub(rb'fo:country="[^"]*"', f'fo:country="{country}"'.encode(), defaults)

    pattern = rb'<style:default-style style:family="paragraph">.*?</style:default-style>'
    return re.sub(pattern, proofed, data, count=1, flags=re.DOTALL)


def _width(found: list[Placed]) -> int:
    """Return the points between the margins of the page that the document begins with."""
    masters = [each for each in found if each.name == f"{_STYLE}master-page"]
    standard = next((each for each in masters if each.attributes.get(f"{_STYLE}name") == "Standard"), None)
    wanted = (standard or masters[0]).attributes.get(f"{_STYLE}page-layout-name") if masters else None
    layout = next(
        (
            each for each in found
            if each.name == f"{_STYLE}page-layout" and each.attributes.get(f"{_STYLE}name") == wanted
        ),
        None,
    )  # fmt: skip
    if layout is None:
        return PORTRAIT
    page = next(
        (
            each.attributes for each in found
            if each.name == f"{_STYLE}page-layout-properties" and layout.start < each.start < layout.end
        ),
        {},
    )  # fmt: skip
    every = page.get(f"{_FO}margin", "0cm")
    sides = (_points(page.get(f"{_FO}margin-{side}", every)) for side in ("left", "right"))
    width = _points(page.get(f"{_FO}page-width", ""))
    return max(200, int(width - sum(sides))) if width else PORTRAIT


def _points(length: str) -> float:
    match = _LENGTH.fullmatch(length.strip())
    return float(match[1]) * _POINTS[match[2]] if match else 0.0


def _first_page(data: bytes, template: HouseTemplate) -> str:
    """Return the master page that the template's own words begin on, where they say one."""
    name = f"{_STYLE}master-page-name"
    pages: Iterator[str] = (
        each.attributes[name] for each in elements(data, template) if each.attributes.get(name)
    )
    return next(pages, "")
