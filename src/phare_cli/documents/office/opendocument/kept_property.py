"""Keep the seals of blocks in a property of a LibreOffice document, which every program that saves it keeps."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from phare_cli.documents.office.markup import Element, edited, parse, words
from phare_cli.documents.office.opendocument.odt_pictures import is_our_file, picture_file
from phare_cli.documents.office.opendocument.section_form import TextLeaf
from phare_cli.documents.office.opendocument.section_styles import style_of
from phare_cli.documents.office.package import Package
from phare_cli.documents.office.record import Record

_NAME = "phare"
_META = "meta.xml"
_SEAL = re.compile(r"([0-9a-f]{8})-([0-9a-f]{8})")
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<office:document-meta xmlns:office="{_OFFICE}office:1.0" xmlns:meta="{_OFFICE}meta:1.0" office:version="1.2">'
    "<office:meta></office:meta></office:document-meta>"
)


def seals_in(package: Package) -> Record:
    data = package.read(_META)
    found = _property(parse(data)) if data else None
    return Record(seals=_SEAL.findall(words(data, found)) if found else ())


def _property(root: Element) -> Element | None:
    return next(
        (each for each in root.walk() if each.name == "meta:user-defined" and each.get("meta:name") == _NAME),
        None,
    )


def keep_seals(
    package: Package,
    leaves: Mapping[str, TextLeaf],
    record: Record,
    changed: dict[str, bytes],
) -> dict[str, bytes]:
    """Return *changed* with the styles and pictures that its *leaves* need, and the property that holds *record*."""
    parts = {
        part: _styled(data, leaves[part].needed) if part in leaves else data for part, data in changed.items()
    }
    media = {picture_file(shows): png for leaf in leaves.values() for shows, png in leaf.media.items()}
    listed = [file for file in media if file not in package.names]
    parts |= media
    if not package.read(_META):
        listed.append(_META)
    shown = b"".join(parts.get(part) or package.read(part) for part in leaves)
    old = [name for name in package.names if media and is_our_file(name) and name.encode() not in shown]
    parts |= dict.fromkeys(old, b"")
    if listed or old:
        parts["META-INF/manifest.xml"] = _listed(package.read("META-INF/manifest.xml"), listed, old)
    text = " ".join(f"{command}-{seal}" for command, seal in record.seals).encode()
    data = package.read(_META)
    if not data:
        data = _EMPTY.encode()
    root = parse(data)
    found = _property(root)
    if found is not None and found.inner < found.end:
        edit = (found.inner, found.close, text)
    else:
        holder = root.child("office:meta") or root
        space = f' xmlns:meta="{_OFFICE}meta:1.0"' if b"xmlns:meta=" not in data else ""
        new = f'<meta:user-defined{space} meta:name="{_NAME}">'.encode() + text + b"</meta:user-defined>"
        edit = (holder.close, holder.close, new)
        if found is not None:
            edit = (found.start, found.end, new)
        elif holder.close == holder.end:
            return {**parts, _META: _EMPTY.replace("<office:meta>", "<office:meta>" + new.decode()).encode()}
    return {**parts, _META: edited(data, [edit])}


def _listed(manifest: bytes, files: Iterable[str], old: Collection[str]) -> bytes:
    """Return a manifest that lists more *files*, and no *old* ones."""
    root = parse(manifest)
    mark = f"{root.prefix}:" if root.prefix else ""
    new = "".join(
        f'<{mark}file-entry {mark}full-path="{file}" {mark}media-type='
        f'"{"image/png" if file.endswith(".png") else "text/xml"}"/>'
        for file in files
    )
    gone = [each for each in root.children if each.get("manifest:full-path") in old]
    return edited(
        manifest, [(root.close, root.close, new.encode()), *((each.start, each.end, b"") for each in gone)]
    )


def _styled(data: bytes, names: Iterable[str]) -> bytes:
    """Return a part with the automatic styles of *names* that it has not."""
    root = parse(data)
    styles = root.child("office:automatic-styles")
    known = {each.get("style:name") for each in styles.children} if styles else set()
    new = "".join(style_of(name) for name in names if name not in known).encode()
    if not new:
        return data
    if styles is None:
        body = root.child("office:body") or root.child("office:master-styles") or root
        place = body.start if body is not root else root.close
        whole = b"<office:automatic-styles>" + new + b"</office:automatic-styles>"
        return edited(data, [(place, place, whole)])
    if styles.inner == styles.end:
        whole = b"<office:automatic-styles>" + new + b"</office:automatic-styles>"
        return edited(data, [(styles.start, styles.end, whole)])
    return edited(data, [(styles.close, styles.close, new)])
