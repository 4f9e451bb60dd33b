"""Set slides in the house's PowerPoint template: its masters, layouts, theme, fonts and logo; none of its slides."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import sentence
from phare_cli.rendering.look import HouseTemplate
from phare_cli.rendering.office.open_xml import (
    OFFICE,
    RELATIONS,
    PackageRelation,
    package_relations,
    relations,
)
from phare_cli.rendering.office.slides.deck_frame import (
    LAYOUTS,
    MAIN,
    NOTES_MASTER,
    NOTES_TYPES,
    PRESENTATION_PROPERTIES,
    TYPE,
    VIEW,
    DeckFrame,
    notes_frame,
)
from phare_cli.rendering.office.slides.layouts_in import LayoutPart, as_layout, read_layout
from phare_cli.rendering.office.slides.slide_master import SLIDE, SLIDES, PlaceBox, layout
from phare_cli.rendering.office.template_parts import damaged, elements, inserted, parts_of

_P = f"{SLIDES}}}"
_LINKS = "ppt/_rels/presentation.xml.rels"
# What a presentation leads to beside its slides, and what stays of a template.
_KEPT = frozenset(
    {"slideMaster", "notesMaster", "handoutMaster", "theme", "presProps", "viewProps", "tableStyles", "font"}
)
# What a presentation says of its own slides, or of what does not stay.
_OF_SLIDES = frozenset(
    f"{_P}{name}"
    for name in ("sldIdLst", "custShowLst", "custDataLst", "photoAlbum", "modifyVerifier", "extLst")
)
_LISTS = tuple(f"{_P}{name}" for name in ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst"))
_OWN_SLIDES = (".slide+xml", ".notesSlide+xml")
_NOTES_ID = "rIdPhareNotes"
# Without which PowerPoint repairs a deck.
_PROPERTIES = (
    ("ppt/presProps.xml", "presProps", PRESENTATION_PROPERTIES),
    ("ppt/viewProps.xml", "viewProps", VIEW),
)
_LAYOUT_IDS = 2147483648  # the least number of a layout or a master


class _Parts(NamedTuple):
    """The parts of a template that stay, and what they are."""

    parts: dict[str, bytes]
    types: dict[str, str]
    endings: dict[str, str]
    related: list[PackageRelation]


def frame_in_template(template: HouseTemplate, language: str) -> DeckFrame:
    """Return what slides are set in when they are those of *template*. Raises UnreadableInput for another file."""
    kept = _kept(template)
    found = _layouts(kept, template)
    size = _slide_size(kept.parts[MAIN], template)
    chosen = _chosen(found)
    for kind in LAYOUTS:
        if kind not in chosen:
            chosen[kind] = _with_ours(kept, kind, size, template)
    text = chosen["obj"].text
    body = chosen["obj"].place(text, size).box if text else None
    layouts = {
        kind: as_layout(each, size, body, language, is_footed=kind != "title")
        for kind, each in chosen.items()
    }
    notes = next((each for each in kept.related if each.kind.endswith("/notesMaster")), None)
    related = list(kept.related)
    extra: Mapping[str, str] = {}
    if notes is None:
        related.append(PackageRelation(_NOTES_ID, "notesMaster", "notesMasters/notesMaster1.xml"))
        extra = notes_frame()
        kept.types.update(NOTES_TYPES)
    for name, kind, data in _PROPERTIES:
        if not any(each.kind.endswith(f"/{kind}") for each in related):
            related.append(PackageRelation(f"rIdPhare{kind}", kind, f"{kind}.xml"))
            extra = {**extra, name: data}
            kept.types[name] = TYPE.format(name=kind)
    before, after = _around(kept.parts.pop(MAIN), template, has_notes=notes is not None)
    kept.types[MAIN] = TYPE.format(name="presentation.main")
    return DeckFrame(
        layouts,
        before,
        after,
        related,
        {**kept.parts, **extra},
        kept.types,
        kept.endings,
        package_relations(MAIN),
        NOTES_MASTER if notes is None else _target("ppt", notes.target),
        is_house=True,
    )


def layouts_known(template: HouseTemplate) -> frozenset[str]:
    """Return the kinds of our slides that *template* has a layout for."""
    return frozenset(_chosen(_layouts(_kept(template), template)))


def _not_slides(template: HouseTemplate) -> UnreadableInput:
    return UnreadableInput(
        sentence(
            "“{file}” is not a PowerPoint document that can be a template: save it there as .pptx or .potx, without "
            "macros.",
            file=template.name,
        )
    )


def _kept(template: HouseTemplate) -> _Parts:
    """Return what of a template slides are set in: what its presentation leads to without its own slides."""
    parts = parts_of(template)
    if MAIN not in parts or "[Content_Types].xml" not in parts or "_rels/.rels" not in parts:
        raise _not_slides(template)
    endings, types = {}, {}
    for each in elements(parts["[Content_Types].xml"], template):
        kind = each.attributes.get("ContentType", "")
        if "Extension" in each.attributes:
            endings[each.attributes["Extension"].lower()] = kind
        elif "PartName" in each.attributes:
            types[each.attributes["PartName"].lstrip("/")] = kind
    if types.get(MAIN) not in (TYPE.format(name="presentation.main"), TYPE.format(name="template.main")):
        raise _not_slides(template)
    related = [
        each
        for each in _relations(parts.get(_LINKS, b""), template)
        if each.kind.startswith(OFFICE) and each.kind.rpartition("/")[2] in _KEPT
    ]
    stay: dict[str, bytes] = {}
    waiting = [MAIN, *(_target("ppt", each.target) for each in related)]
    while waiting:
        name = waiting.pop()
        if name in stay or name not in parts or types.get(name, "").endswith(_OWN_SLIDES):
            continue
        stay[name] = parts[name]
        if types.get(name) == TYPE.format(name="viewProps"):
            stay[name] = VIEW.encode()  # which may lead to slides
        elif name != MAIN and _links_of(name) in parts:
            links = list(_relations(parts[_links_of(name)], template))
            stay[_links_of(name)] = parts[_links_of(name)]
            waiting += [
                _target(posixpath.dirname(name), each.target) for each in links if not each.is_external
            ]
    for name in [each for each in stay if each.endswith(".rels")]:
        _without_lost(stay, name, template)
    return _Parts(stay, {name: kind for name, kind in types.items() if name in stay}, endings, related)


def _without_lost(stay: dict[str, bytes], name: str, template: HouseTemplate) -> None:
    """Take away the relations that lead to a slide which did not stay, and what a person clicks to get there."""
    folder, file = posixpath.split(name)
    owner = f"{posixpath.dirname(folder)}/{file.removesuffix('.rels')}"
    links = list(_relations(stay[name], template))
    lost = [
        each
        for each in links
        if not each.is_external and _target(posixpath.dirname(owner), each.target) not in stay
    ]
    if not lost:
        return
    stay[name] = relations(each for each in links if each not in lost).encode("utf-8")
    for each in lost:
        id = re.escape(each.id.encode())
        link = rb'<a:(hlinkClick|hlinkHover)\b[^>]*\br:id="%b"[^>]*?(?:/>|>.*?</a:\1>)' % id
        stay[owner] = re.sub(link, b"", stay[owner], flags=re.DOTALL)


def _relations(data: bytes, template: HouseTemplate) -> Iterator[PackageRelation]:
    for each in elements(data, template) if data else ():
        if each.name == f"{RELATIONS}}}Relationship":
            said = each.attributes
            yield PackageRelation(
                said.get("Id", ""),
                said.get("Type", ""),
                said.get("Target", ""),
                said.get("TargetMode") == "External",
            )


def _links_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _target(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")


def _layouts(kept: _Parts, template: HouseTemplate) -> list[LayoutPart]:
    """Return the layouts of the template, master by master."""
    found = []
    for each in kept.related:
        if not each.kind.endswith("/slideMaster"):
            continue
        master = _target("ppt", each.target)
        if master not in kept.parts:
            raise damaged(template)
        for one in _relations(kept.parts.get(_links_of(master), b""), template):
            part = _target(posixpath.dirname(master), one.target)
            if one.kind.endswith("/slideLayout") and part in kept.parts:
                found.append(read_layout(part, kept.parts[part], kept.parts[master], template))
    if not found:
        raise damaged(template)
    return found


def _chosen(found: list[LayoutPart]) -> dict[str, LayoutPart]:
    """Return the layout for each kind of slide: the one called so, else the one like it whose title is highest."""
    fit = {kind: [each for each in found if each.is_for == kind] for kind in LAYOUTS}
    return {
        kind: next((each for each in likes if each.kind == kind), min(likes, key=lambda each: each.top))
        for kind, likes in fit.items()
        if likes
    }


def _with_ours(kept: _Parts, kind: str, size: PlaceBox, template: HouseTemplate) -> LayoutPart:
    """Add our layout for a *kind* of slide to the first master of the template, which has none for it."""
    master = next(_target("ppt", each.target) for each in kept.related if each.kind.endswith("/slideMaster"))
    part = f"ppt/slideLayouts/slideLayoutPhare{kind}.xml"
    kept.parts[part] = layout(kind, LAYOUTS[kind], size).encode("utf-8")
    kept.types[part] = TYPE.format(name="slideLayout")
    kept.parts[_links_of(part)] = relations(
        [PackageRelation("rId1", "slideMaster", posixpath.relpath(master, "ppt/slideLayouts"))]
    ).encode("utf-8")
    links = _links_of(master)
    target = posixpath.relpath(part, posixpath.dirname(master))
    kept.parts[links] = relations(
        [
            *_relations(kept.parts.get(links, b""), template),
            PackageRelation(f"rIdPhare{kind}", "slideLayout", target),
        ]
    ).encode("utf-8")
    data = kept.parts[master]
    listed = next((each for each in elements(data, template) if each.name == f"{_P}sldLayoutIdLst"), None)
    if listed is None or listed.close == listed.end:
        raise damaged(template)
    new = (
        f'<p:sldLayoutId xmlns:p="{SLIDES}" xmlns:r="{OFFICE}" id="{_free_id(kept, template)}" '
        f'r:id="rIdPhare{kind}"/>'
    )
    kept.parts[master] = inserted(data, listed.close, new)
    return read_layout(part, kept.parts[part], kept.parts[master], template)


def _free_id(kept: _Parts, template: HouseTemplate) -> int:
    """Return a number that no layout and no master of the template has."""
    holders = [MAIN, *(name for name, kind in kept.types.items() if kind.endswith(".slideMaster+xml"))]
    used = [
        int(each.attributes["id"])
        for name in holders
        for each in elements(kept.parts[name], template)
        if each.name in (f"{_P}sldMasterId", f"{_P}sldLayoutId") and each.attributes.get("id", "").isdecimal()
    ]
    return max([_LAYOUT_IDS, *used]) + 1


def _slide_size(data: bytes, template: HouseTemplate) -> PlaceBox:
    size = next((each for each in elements(data, template) if each.name == f"{_P}sldSz"), None)
    sides = [size.attributes.get(side, "") for side in ("cx", "cy")] if size else []
    if not all(side.isdecimal() and int(side) > 0 for side in sides) or not sides:
        return SLIDE
    return PlaceBox(0, 0, int(sides[0]), int(sides[1]))


def _around(data: bytes, template: HouseTemplate, *, has_notes: bool) -> tuple[str, str]:
    """Return the presentation before and after the list of its slides, and nothing that it says of its own."""
    found = [each for each in elements(data, template) if each.depth == 1]
    masters = next((each for each in found if each.name == f"{_P}sldMasterIdLst"), None)
    if masters is None:
        raise damaged(template)
    last = max(each.end for each in found if each.name in _LISTS)
    before, after = data[:last], data[last:]
    for each in sorted(found, key=lambda one: one.start, reverse=True):
        if each.name in _OF_SLIDES and each.start >= last:
            after = after[: each.start - last] + after[each.end - last :]
    if not has_notes:
        notes = (
            f'<p:notesMasterIdLst xmlns:p="{SLIDES}" xmlns:r="{OFFICE}"><p:notesMasterId r:id="{_NOTES_ID}"/>'
            "</p:notesMasterIdLst>"
        )
        before = inserted(before, masters.end, notes)
    return before.decode("utf-8", "replace"), after.decode("utf-8", "replace")
