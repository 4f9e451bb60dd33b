"""Make any text drawable, say how wide it is, break it into lines. Knows the letters of DejaVu Sans, draws none."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import cache

# Advances of DejaVu Sans in thousandths of its size; an accented letter is as wide as its letter.
_ADVANCES = {
    278: "'ijl", 295: "IJ", 318: " ,.\u00a0’·", 337: "/:;\\|", 352: "f", 361: "-", 390: "()[]", 392: "t",
    401: "!", 411: "r", 460: '"', 500: "*_`–°", 518: "“”", 521: "s", 525: "z", 531: "?", 550: "c", 557: "L",
    575: "F", 579: "k", 592: "vxy", 603: "P", 611: "TYao«»ø", 615: "e", 633: "Ehnuß", 635: "Sbdgpq",
    636: "$0123456789{}€", 656: "K", 685: "AVXZB", 695: "RC", 732: "U", 750: "NH", 772: "DG", 784: "&OQ",
    818: "w", 838: "#+<=>^~−", 863: "M", 950: "%", 979: "mÆæ", 989: "W", 1000: "@—…", 1023: "œ", 1070: "Œ",
}  # fmt: skip
_WIDTHS = {letter: advance for advance, letters in _ADVANCES.items() for letter in letters}
_OTHER, _WIDE, _BOLD = 720, 1000, 1.13
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
# What stands in for a letter that the font lacks.
NO_LETTER = "\ufffd"


def legible(text: str) -> str:
    """Return *text* on one line, with what nobody could see spelled, and nothing that XML forbids.

    >>> legible("a\\n b"), legible("57\\x1b[31m"), legible("a\\u202eb")
    ('a b', '57\\\\x1b[31m', 'a\\\\u202eb')
    """
    for blank in "\t\n\r\v\f\x85\u2028\u2029":
        text = text.replace(blank, " ")
    visible_text = "".join(_spelled(letter) if _is_unseen(letter) else letter for letter in text)
    return " ".join(filter(None, visible_text.split(" ")))


def _is_unseen(letter: str) -> bool:
    code = ord(letter)
    return unicodedata.category(letter) in _UNSEEN or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def _spelled(letter: str) -> str:
    code = ord(letter)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def with_stand_ins(text: str, codes_in_font: Container[int]) -> str:
    """Return *text* with a stand-in for each letter whose code is not in *codes_in_font*."""
    return "".join(letter if ord(letter) in codes_in_font else NO_LETTER for letter in text)


def width_of(text: str, size: float, *, is_bold: bool = False) -> float:
    """Return how wide *text* is at *size*; a font that stands in for DejaVu Sans is seldom wider."""
    return _advances(text) * size / 1000 * (_BOLD if is_bold else 1.0)


def _advances(text: str) -> int:
    return sum(map(_advance, text))


@cache
def _advance(letter: str) -> int:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter):
        return 0
    plain = unicodedata.normalize("NFD", letter)[0]
    if plain in _WIDTHS:
        return _WIDTHS[plain]
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER


def broken_lines(
    text: str, width: float, size: float, *, is_bold: bool = False, most: int | None = None
) -> tuple[str, ...]:
    """Return *text* in lines of at most *width*, broken at blanks, within a word only where one is too long.

    Such a word is parted at its hyphens first. A no-break space does not break, and no line begins with a dot between
    two names. *most* is how many lines are kept; ``…`` ends the last where there were more.
    """

    factor = _BOLD if is_bold else 1.0

    def fits(advances: int) -> bool:
        return advances * size / 1000 * factor <= width

    room = width * 1000 / size / factor  # in the unit of advances
    lines: list[str] = []
    line, used = "", 0
    words: list[str] = []
    for word in text.split(" "):
        if word == "·" and words and fits(_advances(f"{words[-1]}\u00a0·")):
            words[-1] += "\u00a0·"
        else:
            words.append(word)
    for word in words:
        blank = " " if line else ""
        wide = _advances(word)
        if fits(joined := used + _advances(blank) + wide):
            line, used = line + blank + word, joined
            continue
        if line:
            lines.append(line)
        while not fits(wide) and (most is None or len(lines) <= most):
            cut = _cut(word, room)
            hyphen = word.rfind("-", 2, cut) + 1
            if hyphen:  # Auvergne-Rhône-Alpes has places of its own to part at
                lines.append(word[:hyphen])
                word, wide = word[hyphen:], wide - _advances(word[:hyphen])
                continue
            # A letter that goes on in the next line says so.
            is_joined = cut > 1 and word[cut - 1].isalpha() and word[cut : cut + 1].isalpha()
            cut = max(1, _cut(word, room - _advance("-"))) if is_joined else cut
            # No line begins with the last letter or two of a long word.
            cut -= 3 - (len(word) - cut) if is_joined and len(word) - cut < 3 and cut > 6 else 0
            lines.append(word[:cut] + ("-" if is_joined and word[cut - 1].isalpha() else ""))
            word, wide = word[cut:], wide - _advances(word[:cut])
        line, used = word, wide
    lines = [each.replace("\u00a0·", " ·") for each in (*lines, line)]
    if most is None or len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and not fits(_advances(last + "…")):
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + "…")


def _cut(word: str, room: float) -> int:
    """Return where to break a word that is too long: at least one letter, and no mark without its letter."""
    cut, used = 0, 0
    while cut < len(word) and (cut == 0 or used + _advance(word[cut]) <= room):
        used += _advance(word[cut])
        cut += 1
    while cut < len(word) and unicodedata.combining(word[cut]):
        cut += 1
    return cut
