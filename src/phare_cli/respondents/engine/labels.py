"""Give each distinct text of a column a small number, whole columns at a time; text that varies freely costs most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.folding import clean
from phare_cli.respondents.engine.key_slots import KeySlots, key_slots

Codes = NDArray[np.intp]
Numbers = NDArray[np.float64]
Letters = NDArray[np.uint8]

# Past this many labels a column starts afresh: memory does not grow with the number of respondents.
MOST_LABELS = 50_000
FEW = 6  # that are sooner compared one by one than looked up
_WORD = 8
_SHORT = 64  # bytes of cells that are taken in one piece
_STEP = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(29)
_MASKS = np.array([(1 << (8 * size)) - 1 for size in range(_WORD)] + [2**64 - 1], dtype=np.uint64)


class Labels:
    """The distinct texts of one column, in order of appearance; ``texts[code]`` is what a code stands for."""

    def __init__(self, *, keeps_breaks: bool = False) -> None:
        """Start without any. *keeps_breaks* leaves line breaks and tabs in texts, which may part answers."""
        self._shown = _broken if keeps_breaks else clean
        self.texts: list[str] = []
        self._codes: dict[str, int] = {}
        self._keys = np.empty(0, dtype=np.uint64)
        self._code_of_key = np.empty(0, dtype=np.intp)
        self._slots: KeySlots | None = None  # while the keys are few
        self.of_letter: dict[int, int] = {}  # the codes of the letters met, in order of appearance

    def code(self, text: str) -> int:
        """Return the code of *text* as it is shown, a new one if need be."""
        shown = self._shown(text)
        code = self._codes.setdefault(shown, len(self.texts))
        if code == len(self.texts):
            self.texts.append(shown)
        return code

    def codes(self, texts: Sequence[str]) -> Codes:
        """Return the code of each text."""
        code_of = {text: self.code(text) for text in dict.fromkeys(texts)}
        return np.fromiter(map(code_of.__getitem__, texts), dtype=np.intp, count=len(texts))

    def find(self, keys: NDArray[np.uint64], text_at: Callable[[int], str]) -> Codes:
        """Return the code of each key; *text_at* gives the text at a place whose key is new."""
        codes = self._match(keys)
        unknown = np.flatnonzero(codes < 0)
        if unknown.size:
            fresh, first = np.unique(keys[unknown], return_index=True)
            added = np.empty(fresh.size, dtype=np.intp)
            for place in np.argsort(first):
                added[place] = self.code(text_at(int(unknown[first[place]])))
            order = np.argsort(joined := np.concatenate([self._keys, fresh]), kind="stable")
            self._keys = joined[order]
            self._code_of_key = np.concatenate([self._code_of_key, added])[order]
            self._slots = key_slots(self._keys, self._code_of_key)
            codes[unknown] = self._match(keys[unknown])
        return codes

    def meet(self, letters: Letters) -> None:
        """Give a code to each cell of one byte that has none; a letter of 0 is an empty cell."""
        if (
            len(self.of_letter) <= FEW
            and sum(np.count_nonzero(letters == each) for each in self.of_letter) == letters.size
        ):
            return
        for letter in np.flatnonzero(np.bincount(letters, minlength=256)).tolist():
            if letter not in self.of_letter:
                self.of_letter[letter] = self.code(chr(letter) if letter else "")

    def _match(self, keys: NDArray[np.uint64]) -> Codes:
        if self._slots is not None:
            return self._slots.codes(keys)
        if not self._keys.size:
            return np.full(keys.size, -1, dtype=np.intp)
        places = np.searchsorted(self._keys, keys)
        places[places == self._keys.size] = 0
        return np.where(self._keys[places] == keys, self._code_of_key[places], -1)


def _broken(text: str) -> str:
    """Return *text* as it should be shown, with its line breaks and tabs."""
    if "\n" not in text and "\t" not in text and "\r" not in text:
        return clean(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("\t".join(map(clean, line.split("\t"))) for line in lines).strip("\n\t")


def cell_keys(block: NDArray[np.uint8], starts: Codes, ends: Codes) -> NDArray[np.uint64]:
    """Return a 64-bit key for each cell; equal cells have equal keys.

    Up to seven bytes the key is the cell itself. Longer cells are hashed, and two of the few thousand labels of
    a column share a hash with a probability under 1e-12. *block* must run 8 bytes past the last cell.
    """
    sizes = ends - starts
    longest = int(sizes.max(initial=0))
    words = np.ndarray((block.size - _WORD + 1,), dtype="<u8", buffer=block, strides=(1,))
    if longest < _WORD:
        short: NDArray[np.uint64] = (words[starts] & _MASKS[sizes]) | (
            sizes.astype(np.uint64) << np.uint64(56)
        )
        return short
    keys: NDArray[np.uint64] = sizes.astype(np.uint64) * _STEP
    for word in _whole_words(block, starts, sizes, longest):
        keys ^= word
        keys *= _STEP
        keys ^= keys >> _FOLD
    return keys


def _whole_words(
    block: NDArray[np.uint8], starts: Codes, sizes: Codes, longest: int
) -> Iterator[NDArray[np.uint64]]:
    """Yield the words of each cell, eight bytes after eight, zeros past its end."""
    width = -(-longest // _WORD) * _WORD
    if longest <= _SHORT and int(starts.max()) + width <= block.size:
        masks = np.tri(longest + 1, width, -1, dtype=np.uint8) * np.uint8(255)
        kept = masks.view(f"V{width}").ravel()[sizes].view("<u8")
        windows = np.ndarray((block.size - width + 1,), dtype=f"V{width}", buffer=block, strides=(1,))
        yield from (windows[starts].view("<u8") & kept).reshape(-1, width // _WORD).T
        return
    words = np.ndarray((block.size - _WORD + 1,), dtype="<u8", buffer=block, strides=(1,))
    last = words.size - 1
    for offset in range(0, longest, _WORD):
        yield words[np.minimum(starts + offset, last)] & _MASKS[np.clip(sizes - offset, 0, _WORD)]
