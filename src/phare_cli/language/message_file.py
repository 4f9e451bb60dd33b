"""Look up messages in a compiled gettext catalogue, of which a command says a few dozen, without reading the others."""

from __future__ import annotations

from array import array
from functools import cached_property
from pathlib import Path

_MAGIC = 0x950412DE
_COUNT, _IDS, _TEXTS = 2, 3, 4  # places of the numbers that tell how many there are, and where they stand


class MessageFile:
    """The messages of one ``.mo`` file, in a language whose plural begins beyond one, as that of French does.

    Its ids are sorted, so that one is found by halves. GNU gettext manual, "The Format of GNU MO Files".
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._found: dict[str, tuple[str, ...]] = {}

    def gettext(self, message: str) -> str:
        """Return what *message* is in the language, itself where the file does not hold it."""
        forms = self._forms(message)
        return forms[0] if forms else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of *msgid1* for *n*; one of the two as they are where the file does not hold it."""
        forms = self._forms(msgid1)
        return forms[min(n > 1, len(forms) - 1)] if forms else msgid1 if n == 1 else msgid2

    def _forms(self, message: str) -> tuple[str, ...]:
        found = self._found.get(message)
        if found is None:
            found = self._found[message] = self._searched(message.encode() + b"\0")
        return found

    def _searched(self, id: bytes) -> tuple[str, ...]:
        """Return the texts of an *id* that ends as all of them do: with a NUL, and another form behind it or none."""
        content, numbers = self._opened
        ids, texts = numbers[_IDS] // 4, numbers[_TEXTS] // 4
        low, high = 0, numbers[_COUNT]
        while low < high:
            middle = (low + high) // 2
            start = numbers[ids + 2 * middle + 1]
            if content[start : start + len(id)] < id:
                low = middle + 1
            else:
                high = middle
        if low == numbers[_COUNT]:
            return ()
        start = numbers[ids + 2 * low + 1]
        length, text = numbers[texts + 2 * low], numbers[texts + 2 * low + 1]
        is_held = content[start : start + len(id)] == id
        return tuple(content[text : text + length].decode().split("\0")) if is_held else ()

    @cached_property
    def _opened(self) -> tuple[bytes, array[int]]:
        """The file, and its first part as whole numbers: a length and a place for each id, then for each text."""
        content = self._path.read_bytes()
        numbers = array("I", content[: len(content) // 4 * 4])
        if numbers[0] != _MAGIC:  # written by a machine of the other order of bytes
            numbers.byteswap()
        return content, numbers
