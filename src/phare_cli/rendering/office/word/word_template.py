"""Write a story into the house's Word template: its styles, header, footer, page and theme, our words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from phare_cli.rendering.look import HouseTemplate
from phare_cli.rendering.office.archive import archive
from phare_cli.rendering.office.column_shares import ANY_LETTERS, PORTRAIT, PageRoom
from phare_cli.rendering.office.open_xml import (
    LOCALES,
    PackageRelation,
    core_properties,
    relations,
)
from phare_cli.rendering.office.story import Story, StyleRole
from phare_cli.rendering.office.template_parts import (
    appended,
    damaged,
    elements,
    inserted,
    parts_of,
)
from phare_cli.rendering.office.word.word_body import WordBody
from phare_cli.rendering.office.word.word_parts import (
    CORE,
    OF_THE_TEXT,
    WordNames,
    add_relations,
    drop_thumbnail,
    drop_unused,
    name_types,
    names_of,
    not_word,
)
from phare_cli.rendering.office.word.word_styles import STYLES, WORD, bullets, numbering, style_element

_W = f"{WORD}}}"


def word_in_template(story: Story, template: HouseTemplate) -> bytes:
    """Return *story* as the bytes of a .docx file made from *template*. Raises UnreadableInput for another file."""
    parts = parts_of(template)
    names = names_of(parts, template)
    styles, added = _styles(parts, names, template, story.language)
    width, head, section, tail = _frame(parts[names.main], template)
    room = PageRoom(width, ANY_LETTERS)
    body = WordBody(story.typesetter, styles, room, taken=frozenset(names.relations))
    inner = "".join(element for block in story.blocks for element in body.block(block))
    frame = head + section + tail
    stale = {
        id for id, (kind, _) in names.relations.items()
        if kind in OF_THE_TEXT and f'"{id}"'.encode() not in frame
    }  # fmt: skip
    parts[names.main] = head + inner.encode("utf-8") + section + tail
    folder = posixpath.dirname(names.main)
    media = {f"{folder}/{name}": picture for name, picture in body.media.items()}
    linked = parts.get(names.links, relations(()).encode("utf-8"))
    for place in reversed(elements(linked, template)):
        if place.attributes.get("Id") in stale:
            linked = linked[: place.start] + linked[place.end :]
    parts[names.links] = linked
    add_relations(parts, names.links, [*body.relations, *added], template)
    dropped = drop_unused(parts, names, stale)
    drop_thumbnail(parts, template)
    if CORE not in parts:
        add_relations(
            parts,
            "_rels/.rels",
            [
                PackageRelation(
                    "rIdPhareCore",
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    CORE,
                )
            ],
            template,
        )
    parts[CORE] = core_properties(story.title, story.language).encode("utf-8")
    name_types(parts, names, dropped, has_media=bool(media), has_numbering=bool(added), template=template)
    return archive({**parts, **media})


def style_names(template: HouseTemplate) -> dict[str, str]:
    """Return the styles of *template* that are ours to use: ids by role."""
    parts = parts_of(template)
    names = names_of(parts, template)
    return _known(parts.get(names.related.get("styles", ""), b""), template)[0]


def _known(data: bytes, template: HouseTemplate) -> tuple[dict[str, str], dict[str, str], set[str]]:
    """Return the styles that are ours to use by role, what they build on, and every id that is taken."""
    found: dict[tuple[str, str], str] = {}
    defaults: dict[str, str] = {}
    ids: set[str] = set()
    name = ""
    for each in elements(data, template) if data else ():
        if each.name == f"{_W}name":
            name = each.attributes.get(f"{_W}val", "")
        elif each.name == f"{_W}style":
            kind, id = each.attributes.get(f"{_W}type", "paragraph"), each.attributes.get(f"{_W}styleId", "")
            found.setdefault((kind, name.lower()), id)
            ids.add(id)
            if each.attributes.get(f"{_W}default") in ("1", "true", "on"):
                defaults[kind] = id
    known = {
        role: id for role, style in STYLES.items() if (id := found.get((style.kind, style.name.lower()), ""))
    }
    return known, defaults, ids


def _styles(
    parts: dict[str, bytes], names: WordNames, template: HouseTemplate, language: str
) -> tuple[dict[str, str], list[PackageRelation]]:
    """Return the ids of styles by role, and the relations that those need which the template lacked and now has."""
    part = names.related.get("styles", "")
    if part not in parts:
        raise damaged(template)
    known, defaults, ids = _known(parts[part], template)
    bullet_list, added = 0, list[PackageRelation]()
    if StyleRole.POINT not in known:
        bullet_list, added = _bullets(parts, names, template)
    fillings = {
        "normal": defaults.get("paragraph", "Normal"),
        "table normal": defaults.get("table", "TableNormal"),
        "bullets": str(bullet_list),
    }
    missing = []
    for role, style in STYLES.items():
        if role not in known:
            own = style if style.id not in ids else style._replace(id=f"Phare{style.id}")
            known[role] = own.id
            missing.append(style_element(own, fillings))
    written = appended(parts[part], "".join(missing), template)
    # Proofing follows the language of the words, in the template's own defaults.
    defaults_of = re.compile(rb'(<w:docDefaults>.*?<w:lang\b[^>]*?w:val=")([^"]*)', re.DOTALL)
    parts[part] = defaults_of.sub(
        lambda match: (
            match[1] + (match[2] if match[2][:2] == language.encode() else LOCALES[language].encode())
        ),
        written,
        count=1,
    )
    return known, added


def _bullets(
    parts: dict[str, bytes], names: WordNames, template: HouseTemplate
) -> tuple[int, list[PackageRelation]]:
    """Put a list of bullets among the template's and return its number, with the relation that it needs."""
    part = names.related.get("numbering", "")
    if part not in parts:
        part = f"{posixpath.dirname(names.main)}/numbering.xml"
        text = f'<w:numbering xmlns:w="{WORD}">{bullets(0)}{numbering(1, 0)}</w:numbering>'
        parts[part] = text.encode("utf-8")
        return 1, [PackageRelation("rIdPhareList", "numbering", "numbering.xml")]
    data = parts[part]
    found = elements(data, template)
    abstract = 1 + max((_number(each.attributes, "abstractNumId") for each in found), default=0)
    number = 1 + max((_number(each.attributes, "numId") for each in found), default=0)
    children = [each for each in found if each.depth == 1]
    first = min((each.start for each in children if each.name == f"{_W}num"), default=None)
    last = max((each.end for each in children if each.name == f"{_W}num"), default=None)
    if first is None or last is None:
        after = max(
            (each.end for each in children if each.name == f"{_W}abstractNum"), default=found[-1].inner
        )
        first = last = after
    data = inserted(data, last, numbering(number, abstract))
    parts[part] = inserted(data, first, bullets(abstract))
    return number, []


def _number(attributes: Mapping[str, str], name: str) -> int:
    value = attributes.get(f"{_W}{name}", "0")
    return int(value) if value.isdecimal() else 0


def _frame(data: bytes, template: HouseTemplate) -> tuple[int, bytes, bytes, bytes]:
    """Return the points between the margins of the last page, and what stands around its words."""
    found = elements(data, template)
    body = next((each for each in found if each.name == f"{_W}body" and each.depth == 1), None)
    if body is None or not re.search(rb'xmlns:w="' + WORD.encode() + b'"', data[: body.start]):
        raise not_word(template)
    sections = [each for each in found if each.name == f"{_W}sectPr" and each.depth == 2]
    if not sections:
        return PORTRAIT, data[: body.inner], b"", data[body.close :]
    section = sections[-1]
    width = float(PORTRAIT)
    sizes = {
        each.name.removeprefix(_W): each.attributes
        for each in found
        if section.start < each.start < section.end and each.name in (f"{_W}pgSz", f"{_W}pgMar")
    }
    page = _number(sizes.get("pgSz", {}), "w")
    if page:
        margins = sizes.get("pgMar", {})
        width = (
            page - _number(margins, "left") - _number(margins, "right") - _number(margins, "gutter")
        ) / 20
    return max(200, int(width)), data[: body.inner], data[section.start : section.end], data[body.close :]
