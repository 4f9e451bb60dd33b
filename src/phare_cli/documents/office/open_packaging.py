"""Add parts to a package of Open XML: what leads to them, and what kind they are of."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from phare_cli.documents.office.markup import edited, parse
from phare_cli.documents.office.package import Package

HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PICTURE = "rIdPhare"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


def picture_id(shows: str) -> str:
    """Return what leads to the picture that shows something."""
    return f"{_PICTURE}{shows}"


def illustrated(
    package: Package, media: Mapping[str, Mapping[str, bytes]], root: str, changed: dict[str, bytes]
) -> dict[str, bytes]:
    """Return *changed* with pictures below *root*, and what leads to them from the parts that show them.

    *media* are the pictures of each part, by what they show.
    """
    changed = dict(changed)
    for part, pictures in media.items():
        folder, _, name = part.rpartition("/")
        related = f"{folder}/_rels/{name}.rels"
        for shows, png in pictures.items():
            id, file = picture_id(shows), f"{root}/media/phare{shows}.png"
            changed[file] = png
            relations = changed.get(related) or package.read(related) or HEAD + relations_of([])
            if not any(each.get("Id") == id for each in parse(relations).children):
                new = relation(id, f"{OFFICE}/relationships/image", posixpath.relpath(file, folder))
                changed[related] = with_child(relations, new)
        if pictures:
            changed.update(_without_old(package, changed, part, related))
    if any(media.values()):
        types = changed.get("[Content_Types].xml") or package.read("[Content_Types].xml")
        if not any(each.get("Extension").lower() == "png" for each in parse(types).each("types:Default")):
            png_kind = b'<Default Extension="png" ContentType="image/png"/>'
            changed["[Content_Types].xml"] = with_child(types, png_kind)
    return changed


def _without_old(package: Package, changed: dict[str, bytes], part: str, related: str) -> dict[str, bytes]:
    """Return what leads to no picture that a part showed before, and those pictures as parts of nothing."""
    shown = changed.get(part) or package.read(part)
    relations = changed.get(related) or package.read(related)
    old = [
        each
        for each in parse(relations).children
        if each.get("Id").startswith(_PICTURE)
        and each.get("Type").endswith("/image")
        and each.get("Id").encode() not in shown
    ]
    dropped = {}
    others = [
        changed.get(name) or package.read(name)
        for name in package.names
        if name.endswith(".rels") and name != related
    ]
    for each in old:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(part), each.get("Target")))
        if not any(posixpath.basename(file).encode() in other for other in others):
            dropped[file] = b""
    return {related: edited(relations, [(each.start, each.end, b"") for each in old]), **dropped}


def relation(id: str, kind: str, target: str) -> bytes:
    return f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>'.encode()


def relations_of(each: list[bytes]) -> bytes:
    space = b"http://schemas.openxmlformats.org/package/2006/relationships"
    return b'<Relationships xmlns="%b">%b</Relationships>' % (space, b"".join(each))


def with_child(data: bytes, child: bytes) -> bytes:
    """Return a part whose names have no prefix with *child* at the end of its root."""
    root = parse(data)
    if root.prefix:
        child = re.sub(rb"<(?=\w)", b"<" + root.prefix.encode() + b":", child)
    if root.close == root.end:  # <Relationships/>
        tag = data[root.start : root.inner - 2].rstrip()
        name = (f"{root.prefix}:" if root.prefix else "") + root.name.partition(":")[2]
        return edited(data, [(root.start, root.end, tag + b">" + child + b"</" + name.encode() + b">")])
    return edited(data, [(root.close, root.close, child)])
