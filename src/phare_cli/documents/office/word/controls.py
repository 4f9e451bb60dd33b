"""Write the content control that a block is in Word: its tag holds the command, its title says what it shows."""

from __future__ import annotations

from phare_cli.documents.office.markup import value
from phare_cli.documents.office.record import digits

TAG = "phare:"
_LONGEST = 64  # letters of a tag and of a title; Word calls a file with longer ones damaged
BOOKMARK = "_phare_"  # a name that begins with a dash is not listed to people


def tag_of(command: str) -> str:
    """Return the tag of a block: its command, or its beginning and a key where Word has no room for it.

    >>> tag_of("value engagement")
    'phare: value engagement'
    """
    tag = f"{TAG} {command}"
    key = f" #{digits(command)}"
    return tag if len(tag) <= _LONGEST else tag[: _LONGEST - len(key) - 1] + "…" + key


def is_cut(tag: str) -> bool:
    """Tell whether a tag holds the beginning of a command that is kept elsewhere."""
    head, _, key = tag.rpartition(" #")
    return head.endswith("…") and len(key) == 8


def control(prefix: str, *, command: str, title: str, id: int, name: str, body: bytes) -> bytes:
    """Return a control around *body*, which a bookmark called *name* marks too: LibreOffice 7 keeps no tags."""
    w = prefix.encode()
    start, end = bookmark(prefix, name, id) if name else (b"", b"")
    return (
        b"<%(w)b:sdt><%(w)b:sdtPr><%(w)b:alias %(w)b:val=%(title)b/><%(w)b:tag %(w)b:val=%(tag)b/>"
        b'<%(w)b:id %(w)b:val="%(id)d"/></%(w)b:sdtPr><%(w)b:sdtContent>%(start)b%(body)b%(end)b'
        b"</%(w)b:sdtContent></%(w)b:sdt>"
    ) % {
        b"w": w,
        b"title": value(title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"),
        b"tag": value(tag_of(command)),
        b"id": id,
        b"start": start,
        b"body": body,
        b"end": end,
    }


def bookmark(prefix: str, name: str, id: int) -> tuple[bytes, bytes]:
    """Return the two ends of a bookmark."""
    w = prefix.encode()
    return (
        b'<%b:bookmarkStart %b:id="%d" %b:name=%b/>' % (w, w, id, w, value(BOOKMARK + name)),
        b'<%b:bookmarkEnd %b:id="%d"/>' % (w, w, id),
    )
