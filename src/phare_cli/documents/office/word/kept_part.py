"""Keep the record of blocks in a custom part of XML, which Word and LibreOffice keep for whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from phare_cli.documents.office.markup import content, parse, value, words
from phare_cli.documents.office.open_packaging import HEAD, illustrated, relation, relations_of, with_child
from phare_cli.documents.office.package import Package
from phare_cli.documents.office.record import Record, SealedBlock

_SPACE = "urn:phare-cli:blocks"
_ROOT = re.compile(rb"<(?:\w+:)?blocks\b[^>]*urn:phare-cli:blocks")
_PART = re.compile(r"customXml/item\d+\.xml")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATED = f"{_OFFICE}/relationships/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
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


def keep(
    package: Package, media: Mapping[str, Mapping[str, bytes]], record: Record, changed: dict[str, bytes]
) -> dict[str, bytes]:
    """Return *changed* with the parts that hold *record* and those of *media*, and what leads to new ones.

    *media* are the pictures that each part of the document needs, by what they show.
    """
    changed = illustrated(package, media, "word", changed)
    blocks = b"".join(
        b"<block name=%b seal=%b>%b</block>" % (value(entry.name), value(entry.seal), content(entry.command))
        for entry in record.entries
    )
    body = HEAD + b"<blocks xmlns=%b>%b</blocks>" % (value(_SPACE), blocks)
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
    relations = changed.get(related) or package.read(related) or HEAD + relations_of([])
    types = changed.get("[Content_Types].xml") or package.read("[Content_Types].xml")
    up = "../" * main.count("/")
    return {
        **changed,
        related: with_child(relations, relation(_free(relations), _RELATED, f"{up}{item}")),
        "[Content_Types].xml": _typed(types, item, properties),
        item: body,
        properties: HEAD
        + b'<ds:datastoreItem ds:itemID="%b" xmlns:ds="%b/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="%b"/>'
        b"</ds:schemaRefs></ds:datastoreItem>" % (_ID.encode(), _OFFICE.encode(), _SPACE.encode()),
        f"customXml/_rels/item{number}.xml.rels": HEAD
        + relations_of(
            [relation("rId1", f"{_OFFICE}/relationships/customXmlProps", f"itemProps{number}.xml")]
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


def _free(relations: bytes) -> str:
    used = {each.get("Id") for each in parse(relations).children}
    return next(id for number in range(1, 10**6) if (id := f"rIdPhare{number}") not in used)


def _typed(types: bytes, item: str, properties: str) -> bytes:
    root = parse(types)
    new = f'<Override PartName="/{properties}" ContentType="{_PROPERTIES}"/>'
    if not any(each.get("Extension").lower() == "xml" for each in root.each("types:Default")):
        new += f'<Override PartName="/{item}" ContentType="application/xml"/>'
    return with_child(types, new.encode())
