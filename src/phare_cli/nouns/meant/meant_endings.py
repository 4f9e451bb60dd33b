"""Which file was meant by one whose ending phare does not know: the same in the format that stands for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import PurePath
from types import MappingProxyType

PICTURES = frozenset({
    ".svg", ".png", ".pdf", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".eps", ".ps", ".emf", ".wmf",
})  # fmt: skip
_MEANT: Mapping[str, str] = MappingProxyType({
    ending: meant
    for meant, endings in (
        (".docx", ".doc .docm .dot .dotx .rtf .pages .wps .wpd .word"),
        (".odt", ".ott .fodt .sxw"),
        (".pptx", ".ppt .pptm .pot .potx .pps .odp .key .fodp"),
        (".xlsx", ".xls .xlsm .xlsb .ods .fods .numbers .excel"),
        (".png", ".jpg .jpeg .gif .webp .bmp .tif .tiff"),
        (".svg", ".eps .ps .emf .wmf .ai"),
        (".html", ".htm .xhtml .mht .pdf"),
        (".json", ".jsonl .yaml .yml .xml .toml"),
        (".md", ".markdown .mkd .text"),
        (".csv", ".dat .tab"),
        (".tex", ".latex"),
        (".txt", ".log .asc"),
    )
    for ending in endings.split()
})  # fmt: skip


def meant_file(name: str, endings: Collection[str]) -> str | None:
    """Return *name* with the one of *endings* that stands for its own; None where none does.

    >>> meant_file("page.doc", (".docx", ".html")), meant_file("page.zip", (".docx", ".html"))
    ('page.docx', None)
    """
    ending = PurePath(name).suffix
    meant = _MEANT.get(ending.lower())
    return f"{name[: -len(ending)]}{meant}" if meant in endings else None
