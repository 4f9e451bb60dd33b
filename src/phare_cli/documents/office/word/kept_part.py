"""Keep the record of blocks in a custom part of XML, which Word and LibreOffice keep for whoever wrote it."""

from __future__ import annotations

import re

from phare_cli.documents.office.markup import content, edited, parse, value, words
from phare_cli.documents.office.package import Package
from phare_cli.documents.office.record import Record, SealedBlock

_SPACE = "urn:phare-cli:blocks"
_ROOT = re.compile(rb"<(?:\w+:)?blocks\b[^>]*urn:phare-cli:blocks")
_PART = re.compile(r"customXml/item\d+\.xml")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATED = f"{_OFFICE}/relationships/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ID = "{7C1D5A0E-9F5B-4E4D-8B53-70686172652E}"  # the same in every document, as that of each add-in is


def record_in(package: Package) -> Record:
    part = _part(package)
    if part is None:
        return Record()
    data = package.read(part)
    return Record(
        SealedBlock(each.get("name"), words(data, each), each.get("seal"))
        for each in parse(data).each("phare:block")
    )


def _part(package: Package) -> str | None:
    parts = (name for name in package.names if _PART.fullmatch(name))
    return next((name for name in parts if _ROOT.search(package.read(name)[:1000])), None)


def keep(package: Package, record: Record, changed: dict[str, bytes]) -> dict[str, bytes]:
    """Return *changed* with the parts that hold *record*, and those that lead to them where they are new."""
    blocks = b"".join(
        b"<block name=%b seal=%b>%b</block>" % (value(entry.name), value(entry.seal), content(entry.command))
        for entry in record.entries
    )
    body = _HEAD + b"<blocks xmlns=%b>%b</blocks>" % (value(_SPACE), blocks)
    part = _part(package)
    if part is not None:
        return {**changed, part: body}
    number = 1
    while (
        f"customXml/item{number}.xml" in package.names or f"customXml/itemProps{number}.xml" in package.names
    ):
        number += 1
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    main, related = _main(package)
    relations = changed.get(related) or package.read(related) or _HEAD + _relations([])
    types = changed.get("[Content_Types].xml") or package.read("[Content_Types].xml")
    up = "../" * main.count("/")
    return {
        **changed,
        related: _with_child(relations, _relation(_free(relations), _RELATED, f"{up}{item}")),
        "[Content_Types].xml": _typed(types, item, properties),
        item: body,
        properties: _HEAD
        + b'<ds:datastoreItem ds:itemID="%b" xmlns:ds="%b/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="%b"/>'
        b"</ds:schemaRefs></ds:datastoreItem>" % (_ID.encode(), _OFFICE.encode(), _SPACE.encode()),
        f"customXml/_rels/item{number}.xml.rels": _HEAD
        + _relations(
            [_relation("rId1", f"{_OFFICE}/relationships/customXmlProps", f"itemProps{number}.xml")]
        ),
    }


def _main(package: Package) -> tuple[str, str]:
    """Return the main part of a package, and the one that says what belongs to it."""
    root = parse(package.read("_rels/.rels"))
    target = next(
        each.get("Target").lstrip("/")
        for each in root.children
        if each.get("Type").endswith("/officeDocument")
    )
    folder, _, name = target.rpartition("/")
    return target, f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def _relation(id: str, kind: str, target: str) -> bytes:
    return f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>'.encode()


def _relations(each: list[bytes]) -> bytes:
    space = b"http://schemas.openxmlformats.org/package/2006/relationships"
    return b'<Relationships xmlns="%b">%b</Relationships>' % (space, b"".join(each))


def _free(relations: bytes) -> str:
    used = {each.get("Id") for each in parse(relations).children}
    return next(id for number in range(1, 10**6) if (id := f"rIdPhare{number}") not in used)


def _typed(types: bytes, item: str, properties: str) -> bytes:
    root = parse(types)
    new = f'<Override PartName="/{properties}" ContentType="{_PROPERTIES}"/>'
    if not any(each.get("Extension").lower() == "xml" for each in root.each("types:Default")):
        new += f'<Override PartName="/{item}" ContentType="application/xml"/>'
    return _with_child(types, new.encode())


def _with_child(data: bytes, child: bytes) -> bytes:
    """Return a part whose names have no prefix with *child* at the end of its root."""
    root = parse(data)
    if root.prefix:
        child = re.sub(rb"<(?=\w)", b"<" + root.prefix.encode() + b":", child)
    if root.close == root.end:  # <Relationships/>
        tag = data[root.start : root.inner - 2].rstrip()
        name = (f"{root.prefix}:" if root.prefix else "") + root.name.partition(":")[2]
        return edited(data, [(root.start, root.end, tag + b">" + child + b"</" + name.encode() + b">")])
    return edited(data, [(root.close, root.close, child)])
