"""Take the quotes off all cells of a block at once, 64 of its bytes in one word of bits. Parts no cells."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.encoding import NotPlain

_QUOTE = b'"'
Bits = NDArray[np.uint64]
_ONE, _LAST = np.uint64(1), np.uint64(63)
_DOUBLINGS = tuple(np.uint64(1 << power) for power in range(6))
_LETTERS = np.array([chr(byte).isalpha() and byte < 128 for byte in range(256)])


def without_quotes(block: bytes, mark: bytes, kept_as: bytes, *, with_figures: bool) -> bytes:
    """Return *block*, which opens with the end of a line, without quotes: *kept_as* for each *mark* in them.

    Raises NotPlain for a quote that neither opens nor closes its cell, a line break in a cell, and, unless *with
    figures*, a figure with a mark in it: that would say which decimal mark the file has.
    """
    bytes_ = np.frombuffer(block, dtype=np.uint8)
    quotes, marks, ends = (_bits(bytes_ == ord(each)) for each in (_QUOTE, mark, b"\n"))
    inside = _inside(quotes)
    opening, closing = quotes & inside, quotes & ~inside
    returns = _bits(bytes_ == ord("\r")) if b"\r" in block else np.zeros_like(ends)
    if (ends & inside).any() or (opening & ~_after(marks | ends)).any():
        raise NotPlain
    if (closing & ~_before(marks | ends | returns)).any():
        raise NotPlain
    kept = marks & inside
    if kept.any():
        places = np.flatnonzero(np.unpackbits(kept.view(np.uint8), bitorder="little").view(bool))
        if not with_figures:
            _require_texts(bytes_, places)
        bytes_ = bytes_.copy()
        bytes_[places] = ord(kept_as)
        block = bytes_.tobytes()
    return block.translate(None, _QUOTE)


def _require_texts(bytes_: NDArray[np.uint8], kept: NDArray[np.intp]) -> None:
    """Raise NotPlain unless there is a letter in each cell that holds a delimiter: in most, just before it."""
    doubtful = kept[~_LETTERS[bytes_[kept - 1]]]
    if not doubtful.size:
        return
    quotes = np.flatnonzero(bytes_ == ord(_QUOTE))
    closing = np.unique(np.searchsorted(quotes, doubtful))
    for start, end in zip(quotes[closing - 1].tolist(), quotes[closing].tolist(), strict=True):
        if not _LETTERS[bytes_[start:end]].any():
            raise NotPlain


def _bits(flags: NDArray[np.bool_]) -> Bits:
    packed = np.packbits(flags, bitorder="little")
    return np.concatenate([packed, np.zeros(-len(packed) % 8, dtype=np.uint8)]).view("<u8")


def _inside(quotes: Bits) -> Bits:
    """Return the bytes that have an odd number of quotes up to them: those that open cells, and what follows."""
    inside = quotes.copy()
    for far in _DOUBLINGS:
        inside ^= inside << far
    is_odd = np.bitwise_xor.accumulate(inside >> _LAST)
    inside[1:] ^= ~(is_odd[:-1] - _ONE)
    return inside


def _after(bits: Bits) -> Bits:
    """Return the bytes that follow those of *bits*."""
    moved = bits << _ONE
    moved[1:] |= bits[:-1] >> _LAST
    return moved


def _before(bits: Bits) -> Bits:
    """Return the bytes that stand before those of *bits*."""
    moved = bits >> _ONE
    moved[:-1] |= bits[1:] << _LAST
    return moved
