"""Keep the pictures of a document beside it: what each is called, whether phare drew it, whether it is still true.

A picture holds a mark with two checksums: of what was drawn, which no version of a drawing library changes, and of its
own bytes. So a check knows an old picture from a true one, and from one that somebody else made or touched up.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from phare_cli.documents.plain_options import paired
from phare_cli.language.folding import fold
from phare_cli.nouns.message import Message, sentence

LARGEST = 64 << 20  # bytes of a picture that may be one of ours
_LONGEST = 60  # characters of a name before its checksum
_MARK = re.compile(rb"phare picture ([0-9a-f]{8}) ([0-9a-f]{8})")
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a block of plot draws: the bytes of a picture in a *format*, the checksum of what it *shows*, its words."""

    content: bytes
    format: str
    shows: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that is to stand at *path*, and what stands there; *present* is None where nothing does."""

    path: Path
    content: bytes
    present: bytes | None
    is_ours: bool = True
    is_file: bool = True

    def problem(self) -> Message | None:
        """Return why the picture may not be written, None where it may."""
        if not self.is_file:
            return sentence(
                "“{picture}”, where the picture of a block would stand, is a link, a folder or a device; remove it.",
                picture=self.path.name,
            )
        if not self.is_ours:
            return sentence(
                "the picture “{picture}” beside this document is not one that phare drew, or was changed since; move "
                "it away, or replace it with --force.",
                picture=self.path.name,
            )
        return None

    def state(self, document: str) -> Message:
        """Return the line that tells what is wrong with a picture that is not up to date."""
        picture = self.path.name
        if not (self.is_ours and self.is_file):
            return sentence(
                "{document}: the picture “{picture}” was not drawn by phare, or was changed since.",
                document=document,
                picture=picture,
            )
        if self.present is None:
            return sentence(
                "{document}: there is no picture “{picture}” yet.", document=document, picture=picture
            )
        return sentence("{document}: the picture “{picture}” is stale.", document=document, picture=picture)


def picture_name(document: str, command: Sequence[str]) -> str:
    """Return what the picture of a *command* in a *document* is called, without its ending: plain letters and digits.

    The name is that of the document and what is asked for, and ends with a checksum of both.

    >>> picture_name("Note 2024.md", ("plot", "engagement", "--region", "PACA"))
    'note-2024-engagement-paca-c56e7eb3'
    """
    words = paired(command)
    asked = [
        word.partition("=")[2] or word
        for before, word in pairwise(words)
        if before != "-f" and not re.match(r"-(?!-)|--format=", word)
    ]
    said = [Path(document).stem, *asked]
    plain = " ".join(said)
    slug = _slug(plain) or "phare"
    whole = unicodedata.normalize("NFC", "\0".join((document, *words)))
    return f"{slug}-{_digits(whole.encode('utf-8', 'surrogatepass'))}"


def name_begins(document: str) -> str:
    """Return what the names of all pictures of a *document* begin with; those of others may, too."""
    return f"{_slug(Path(document).stem) or 'phare'}-"


def shown_by(picture: Path) -> str | None:
    """Return the checksum of what a picture shows, None for a file that phare did not draw, or that was changed."""
    try:
        is_file, present = _present(picture)
    except OSError:
        return None
    return _shown(present, picture.suffix[1:]) if is_file and present else None


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text))[:_LONGEST].strip("-")


def marked(content: bytes, format: str, shows: str) -> bytes:
    """Return the bytes of a picture with the mark that phare knows it by; *shows* is the checksum of what it shows."""
    mark = _MARKS[format](f"phare picture {shows} {_digits(content)}".encode())
    # Where each format allows it: LuaTeX reads no PDF that ends with more than its end.
    place = {"png": -len(_PNG_END), "pdf": content.rfind(b"startxref")}.get(format, len(content))
    return content[:place] + mark + content[place:]


def pictures_of(drawn: Mapping[Path, Drawing]) -> Iterable[PictureFile]:
    """Yield the pictures among those *drawn* that are not up to date where they are to stand."""
    for path, drawing in drawn.items():
        is_file, present = _present(path)
        shown = _shown(present, drawing.format) if present else None
        if shown != drawing.shows:
            content = marked(drawing.content, drawing.format, drawing.shows)
            yield PictureFile(
                path, content, present, is_ours=present is None or shown is not None, is_file=is_file
            )


def shows(picture: bytes) -> str:
    """Return the checksum of what a picture in SVG shows."""
    return _digits(picture)


def _present(path: Path) -> tuple[bool, bytes | None]:
    """Return whether a picture may stand at *path*, and what stands there. No link is followed."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return True, None
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        return False, b""
    if found.st_size > LARGEST:
        return True, b""
    return True, path.read_bytes()


def _shown(present: bytes, format: str) -> str | None:
    """Return the checksum of what a picture shows, None for one that phare did not draw, or that was changed since."""
    if format == "svg":
        present = present.replace(b"\r\n", b"\n")  # git may have changed the line ends of what is text
    found = _MARK.search(present, max(0, len(present) - 400))
    if found is None:
        return None
    before, mark, after = present.rpartition(_MARKS[format](found.group()))
    shows = found[1].decode()
    return shows if mark and marked(before + after, format, shows) == present else None


def _chunk(text: bytes) -> bytes:
    """Return *text* as a comment of a PNG."""
    body = b"tEXtComment\0" + text
    return b"".join(((len(body) - 4).to_bytes(4, "big"), body, crc32(body).to_bytes(4, "big")))


def _digits(content: bytes) -> str:
    return f"{crc32(content):08x}"


# A comment of each format that holds a mark.
_MARKS: Mapping[str, Callable[[bytes], bytes]] = {
    "svg": lambda mark: b"<!-- " + mark + b" -->\n",
    "pdf": lambda mark: b"%" + mark + b"\n",
    "png": _chunk,
}
