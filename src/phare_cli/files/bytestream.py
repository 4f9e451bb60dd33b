"""Open a file or standard input as bytes in UTF-8 or an ASCII superset: gunzipped, BOM read, line ends settled."""

from __future__ import annotations

import codecs
import gzip
import io
import sys
import zlib
from pathlib import Path
from typing import IO

from phare_cli.nouns.errors import UnreadableInput, WrongOption
from phare_cli.nouns.message import sentence

STDIN = "-"
_GZIP = b"\x1f\x8b"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PEEK = 1 << 16


class ByteStream:
    """Bytes to be read once. *encoding* is what the reader declared or the BOM says, "" when neither does.

    With an encoding the bytes come out in UTF-8; without one they come out as they stand.
    """

    def __init__(self, name: str, raw: IO[bytes], size: int | None, encoding: str) -> None:
        self._name = name
        self._raw = raw
        self._size = size
        zipped = isinstance(raw, io.BufferedReader) and raw.peek(2).startswith(_GZIP)
        self._bytes: IO[bytes] | gzip.GzipFile = gzip.GzipFile(fileobj=raw) if zipped else raw
        self._kept = self._bytes.read(_PEEK)
        bom = next((pair for pair in _BOMS if self._kept.startswith(pair[0])), None)
        if bom:
            self._kept = self._kept[len(bom[0]) :]
        marked = bom is not None and (not encoding or encoding.lower().startswith("utf"))
        self.encoding = bom[1] if bom and marked else encoding
        self._decoder = self._make_decoder()
        text = self._kept.decode(self.encoding or "latin-1", "replace")
        # Macintosh files of before 2001, and some exports still: a carriage return ends the line.
        self._old_mac = "\r" in text.rstrip("\r") and "\n" not in text

    def read(self, size: int) -> bytes:
        """Return about *size* more bytes, none at the end."""
        kept, self._kept = self._kept, b""
        try:
            more = kept or self._bytes.read(size)
            if self._decoder is not None and not (text := self._decoder.decode(more, final=not more)):
                return self.read(size) if more else b""
        except (OSError, EOFError, zlib.error) as error:
            raise _unreadable(self._name, error) from None
        except UnicodeError:  # UTF-16 without a byte order mark is no UnicodeDecodeError
            raise UnreadableInput(
                sentence(
                    "“{file}” is not {encoding}: leave --encoding out, or correct it.",
                    file=self._name,
                    encoding=self.encoding,
                )
            ) from None
        if self._decoder is not None:
            more = text.encode()
        return more.replace(b"\r", b"\n") if self._old_mac else more

    @property
    def part(self) -> float | None:
        """What part of the file has been read, None when its size is not known."""
        return self._raw.tell() / self._size if self._size else None

    def close(self) -> None:
        """Close the file."""
        self._raw.close()

    def _make_decoder(self) -> codecs.IncrementalDecoder | None:
        if not self.encoding:
            return None
        try:
            return codecs.getincrementaldecoder(self.encoding)()
        except LookupError:
            raise WrongOption(
                sentence(
                    "no encoding is called “{text}”: try --encoding utf-8, windows-1252 or utf-16.",
                    text=self.encoding,
                )
            ) from None


def open_stream(path: str, encoding: str = "") -> ByteStream:
    """Return the bytes of *path*, ``-`` being standard input. Raises UnreadableInput."""
    if path == STDIN:
        return ByteStream(path, sys.stdin.buffer, None, encoding)
    try:
        file = Path(path).open("rb")  # noqa: SIM115  (closed by the source that reads it)
    except FileNotFoundError:
        raise UnreadableInput(
            sentence("there is no file “{file}”: check the name and the folder you are in.", file=path)
        ) from None
    except OSError as error:
        raise _unreadable(path, error) from None
    try:
        return ByteStream(path, file, Path(path).stat().st_size, encoding)
    except (OSError, EOFError, zlib.error) as error:
        file.close()
        raise _unreadable(path, error) from None
    except BaseException:
        file.close()
        raise


def _unreadable(name: str, error: Exception) -> UnreadableInput:
    return UnreadableInput(
        sentence(
            "“{file}” cannot be read ({reason}): check that it is whole, or save it again.",
            file=name,
            reason=str(error),
        )
    )
