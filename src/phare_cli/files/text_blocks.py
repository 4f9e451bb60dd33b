"""Read a text in blocks of whole lines, in UTF-8, every line ended by LF or CRLF. Parts no cells.

What is settled on the way: the first letter beyond ASCII tells UTF-8 from Windows-1252, where neither a byte order
mark nor the reader does.
"""

from __future__ import annotations

import codecs
import re

import numpy as np

from phare_cli.files import limits
from phare_cli.files.encoding import FALLBACK, NotText, TextEncoding, lines, spoiled
from phare_cli.files.faults.text_faults import assumed, fallback_of, not_text, undecodable
from phare_cli.files.findings import Findings
from phare_cli.files.source import OpenedFile, sayable

_UTF8 = "utf-8"
_RETURN, _LINE_FEED = b"\r\n"
_LONE_RETURN = re.compile(rb"\r(?!\n)")
_LONE_RETURN_BEFORE_END = re.compile(rb"\r(?!\n|\Z)")  # after the last one a LF may come


class TextBlocks:
    """The blocks of one text, from where its letters begin. Raises UnreadableInput for bytes that are no text."""

    def __init__(self, source: OpenedFile, encoding: TextEncoding, findings: Findings) -> None:
        self._source = source
        self._stated = encoding
        self._name = encoding.name and codecs.lookup(encoding.name).name
        self._findings = findings
        self._rest = b""
        self._stream = source.again()
        self._stream.seek(encoding.skip)
        is_superset = self._name in ("", _UTF8)
        self._decoder = None if is_superset else codecs.getincrementaldecoder(encoding.name)()

    def read(self, size: int) -> bytes:
        """Return about *size* more bytes of whole lines, none at the end."""
        while True:
            more = self._more(size)
            block = self._rest + more if self._rest else more
            if b"\r" in block:
                block = _with_line_feeds(block, is_last=not more)
            end = block.rfind(b"\n") + 1
            block, self._rest = block[:end], block[end:]
            if not more and self._rest:
                block, self._rest = block + self._rest + b"\n", b""
            if len(self._rest) > limits.LINE:
                self._refuse_no_text()
            if block:
                return self._checked(block)
            if not more:
                return b""

    def _more(self, size: int) -> bytes:
        """Return about *size* more bytes in a superset of ASCII, up to the end of a line where it is near."""
        with sayable(self._source.name):
            raw = self._stream.read(size)
            if self._decoder is None:
                return raw if not raw or raw.endswith(b"\n") else raw + self._stream.readline(limits.LINE)
        try:
            # Some bytes are no letter yet: none is not the end.
            while not (text := self._decoder.decode(raw, not raw)) and raw:
                raw = self._stream.read(size)
        except UnicodeError:
            raise undecodable(self._source.name, self._stated) from None
        return text.encode()

    def _checked(self, block: bytes) -> bytes:
        """Return a block in UTF-8. Raises UnreadableInput, or InvalidData for a text of two encodings."""
        if b"\0" in block or _has_long_line(block):
            self._refuse_no_text()
        if block.isascii():
            if b"&" in block:
                self._require_whole(block.decode("ascii"), _UTF8)
            return block
        if self._decoder is not None:
            self._require_whole(block.decode(_UTF8), _UTF8)
            return block
        if self._name != FALLBACK:
            try:
                text = block.decode(_UTF8)
            except UnicodeDecodeError:
                self._fall_back()
            else:
                self._require_whole(text, _UTF8)
                return block
        try:
            text = block.decode(FALLBACK)
        except UnicodeDecodeError:
            raise undecodable(self._source.name, self._stated) from None
        self._require_whole(text, FALLBACK)
        return text.encode()

    def _require_whole(self, text: str, encoding: str) -> None:
        """Raise UnreadableInput where letters were spoiled, unless the reader has stated the encoding."""
        if not self._stated.is_stated and spoiled(text, encoding)[1]:
            self._refuse_no_text(encoding)

    def _fall_back(self) -> None:
        """Read on as Windows-1252, unless letters before this block, or the reader, say that it is UTF-8."""
        at = self._stream.tell()
        if fallback_of(self._source, self._stated, self._findings) is None:
            self._findings.raise_any()
        self._stream.seek(at)
        self._name = FALLBACK
        self._findings.notice(assumed(self._source.name))

    def _refuse_no_text(self, encoding: str = "latin-1") -> None:
        """Raise UnreadableInput with the line of what no text holds; return where there is no such line."""
        at = self._stream.tell()
        self._stream.seek(self._stated.skip)
        try:
            name = self._stated.name or encoding
            for _ in lines(self._stream, name, as_it_stands=self._stated.is_stated):
                pass
        except NotText as error:
            raise not_text(self._source, error) from None
        except UnicodeError:
            raise undecodable(self._source.name, self._stated) from None
        self._stream.seek(at)


def _with_line_feeds(block: bytes, *, is_last: bool) -> bytes:
    """Return a block in which no line ends in CR alone, as in Macintosh files of before 2001."""
    bytes_ = np.frombuffer(block, dtype=np.uint8)
    lone = (bytes_[:-1] == _RETURN) & (bytes_[1:] != _LINE_FEED)
    if not lone.any() and not (is_last and block.endswith(b"\r")):
        return block
    return (_LONE_RETURN if is_last else _LONE_RETURN_BEFORE_END).sub(b"\n", block)


def _has_long_line(block: bytes) -> bool:
    windows = range(0, len(block) - limits.LINE, limits.LINE)
    return any(block.find(b"\n", at, at + limits.LINE) < 0 for at in windows)
