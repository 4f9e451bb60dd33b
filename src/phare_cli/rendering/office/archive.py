"""Put the parts of an office file together, the same bytes for the same parts; and texts into XML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from phare_cli.language.typed_marks import as_said

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# What an archive says of the day it was made, fixed so that the same answer makes the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)
_COMPRESSED = (".png", ".jpeg", ".jpg")

# What no XML may hold, even escaped: a unit or a format may come with it, where a text was made visible before.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def archive(parts: Mapping[str, bytes | str]) -> bytes:
    """Return a zip file of *parts* in their order. A ``mimetype`` is not compressed, as OpenDocument wants it."""
    stream = BytesIO()
    with ZipFile(stream, "w") as file:
        for name, content in parts.items():
            entry = ZipInfo(name, _DAY)
            entry.create_system = 0  # of no system: the same wherever it was made
            stored = name == "mimetype" or name.endswith(_COMPRESSED)
            file.writestr(
                entry,
                content.encode("utf-8") if isinstance(content, str) else content,
                ZIP_STORED if stored else ZIP_DEFLATED,
            )
    return stream.getvalue()


def content(text: str) -> str:
    """Return *text* as the content of an XML element."""
    return escape(as_said(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)), quote=False)


def attribute(text: str) -> str:
    """Return *text* as the value of an XML attribute in double quotes, line breaks kept."""
    seen = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return escape(seen, quote=True).replace("\n", "&#10;")
