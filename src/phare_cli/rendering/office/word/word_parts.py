"""The parts of the house's Word template as a package: which part is what, and what gives way to ours."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import sentence
from phare_cli.rendering.look import HouseTemplate
from phare_cli.rendering.office.open_xml import CORE_TYPE, RELATIONS, TYPES, PackageRelation
from phare_cli.rendering.office.template_parts import appended, elements

CORE = "docProps/core.xml"
_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WORDS}.document.main+xml"
_TEMPLATE = f"{_WORDS}.template.main+xml"
# What only the text of the template needed, which gives way to ours.
OF_THE_TEXT = (
    "image", "hyperlink", "chart", "chartEx", "oleObject", "package", "comments", "commentsExtended", "commentsIds",
    "commentsExtensible", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",
    "aFChunk", "subDocument", "control", "stylesWithEffects",
)  # fmt: skip


class WordNames(NamedTuple):
    """Where the parts of a template stand, as its relations say."""

    main: str
    links: str
    related: Mapping[str, str]  # part by kind of relation
    relations: Mapping[str, tuple[str, str]]  # kind and target by id


def names_of(parts: Mapping[str, bytes], template: HouseTemplate) -> WordNames:
    root = _relations(parts.get("_rels/.rels", b""), template)
    main = next((target.lstrip("/") for kind, target in root.values() if kind == "officeDocument"), "")
    if main not in parts or "[Content_Types].xml" not in parts:
        raise not_word(template)
    types = elements(parts["[Content_Types].xml"], template)
    type = next(
        (
            each.attributes.get("ContentType")
            for each in types
            if each.attributes.get("PartName") == f"/{main}"
        ),
        "",
    )
    if type not in (_MAIN, _TEMPLATE):
        raise not_word(template)
    folder, name = posixpath.split(main)
    links = f"{folder}/_rels/{name}.rels"
    found = _relations(parts.get(links, b""), template) if links in parts else {}
    related = {kind: posixpath.normpath(posixpath.join(folder, target)) for kind, target in found.values()}
    related = {kind: target.lstrip("/") for kind, target in related.items()}
    return WordNames(main, links, related, found)


def not_word(template: HouseTemplate) -> UnreadableInput:
    return UnreadableInput(
        sentence(
            "“{file}” is not a Word document that can be a template: save it there as .docx or .dotx, without macros.",
            file=template.name,
        )
    )


def _relations(data: bytes, template: HouseTemplate) -> dict[str, tuple[str, str]]:
    return {
        each.attributes["Id"]: (
            each.attributes.get("Type", "").rsplit("/", 1)[-1],
            each.attributes.get("Target", ""),
        )
        for each in elements(data, template)
        if each.name == f"{RELATIONS}}}Relationship" and "Id" in each.attributes
    }


def add_relations(
    parts: dict[str, bytes], name: str, added: list[PackageRelation], template: HouseTemplate
) -> None:
    space = f'<Relationship xmlns="{RELATIONS}" '
    text = "".join(one.element.replace("<Relationship ", space) for one in added)
    parts[name] = appended(parts[name], text, template)


def drop_thumbnail(parts: dict[str, bytes], template: HouseTemplate) -> None:
    """Leave out the picture of the template's own first page."""
    for each in elements(parts["_rels/.rels"], template):
        if each.attributes.get("Type", "").endswith("/thumbnail"):
            data = parts["_rels/.rels"]
            parts["_rels/.rels"] = data[: each.start] + data[each.end :]
            parts.pop(each.attributes.get("Target", "").lstrip("/"), None)
            return


def drop_unused(parts: dict[str, bytes], names: WordNames, stale: set[str]) -> set[str]:
    """Leave out the parts that only the template's own words needed, and return their names."""
    folder = posixpath.dirname(names.main)
    suspects = {
        posixpath.normpath(posixpath.join(folder, names.relations[id][1]))
        for id in stale
        if names.relations[id][0] != "hyperlink"
    }
    others = b"".join(data for name, data in parts.items() if name.endswith(".rels"))
    dropped = {
        name for name in suspects if name in parts and f'{posixpath.basename(name)}"'.encode() not in others
    }
    for name in dropped:
        del parts[name]
        at, file = posixpath.split(name)
        parts.pop(f"{at}/_rels/{file}.rels", None)
    return dropped


def name_types(
    parts: dict[str, bytes],
    names: WordNames,
    dropped: set[str],
    *,
    has_media: bool,
    has_numbering: bool,
    template: HouseTemplate,
) -> None:
    """Make the list of types say what the package holds: a document, our pictures, our list, our properties."""
    name = "[Content_Types].xml"
    data = parts[name].replace(f'"{_TEMPLATE}"'.encode(), f'"{_MAIN}"'.encode())
    found = elements(data, template)
    known = {each.attributes.get("PartName", "").lstrip("/") for each in found}
    endings = {each.attributes.get("Extension", "").lower() for each in found}
    added = ""
    if has_media and "png" not in endings:
        added += f'<Default xmlns="{TYPES}" Extension="png" ContentType="image/png"/>'
    folder = posixpath.dirname(names.main)
    if has_numbering and f"{folder}/numbering.xml" not in known:
        added += f'<Override xmlns="{TYPES}" PartName="/{folder}/numbering.xml" ContentType="{_WORDS}.numbering+xml"/>'
    if CORE not in known:
        added += f'<Override xmlns="{TYPES}" PartName="/{CORE}" ContentType="{CORE_TYPE}"/>'
    for each in reversed(found):
        if each.attributes.get("PartName", "").lstrip("/") in dropped:
            data = data[: each.start] + data[each.end :]
    parts[name] = appended(data, added, template)
