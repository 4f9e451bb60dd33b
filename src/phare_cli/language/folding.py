"""Clean a name for show, and fold it for comparison. Knows Unicode, knows no names."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff")
)
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2007\u2009\u202f\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u3000"), " "
)
# Letters and digits stand in it too: Python takes long over each that a table does not hold.
_ASCII_WITHOUT_MARKS = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
# Unicode calls these letters; people type them as apostrophes.
_APOSTROPHES = frozenset("\u02b9\u02bb\u02bc\u02bd")
# The letters of French, which need not be looked up among those of all languages.
_FRENCH = bytes.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZàâäçèéêëîïôöùûüÀÂÄÇÈÉÊËÎÏÔÖÙÛÜ".encode("latin-1"),
    b"abcdefghijklmnopqrstuvwxyzaaaceeeeiioouuuaaaceeeeiioouuu",
)


def plain_french(text: str) -> str | None:
    """Return a text in lower case, without accents, where the letters of French are the only others in it.

    >>> plain_french("Sécurité, à l'école"), plain_french("Łódź")
    ("securite, a l'ecole", None)
    """
    letters = text.encode("latin-1", "ignore").translate(_FRENCH)
    return letters.decode() if len(letters) == len(text) and letters.isascii() else None


def clean(text: str) -> str:
    """Return *text* as it should be shown: composed (NFC), one plain space for any, nothing invisible.

    Fancy apostrophes and hyphens are kept: they are how a name is printed. A formula that gives a text (``="01"``,
    which keeps a spreadsheet from making a number of it) is that text.
    """
    if text[:2] == '="' and len(text) > 2 and text[-1] == '"':
        text = text[2:-1].replace('""', '"')
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text or text != text.strip() else text
    shown = unicodedata.normalize("NFC", text.translate(_INVISIBLE).translate(_SPACES))
    return " ".join(shown.split())


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return what two spellings of one name share: letters and digits, without case, accents or marks.

    ``Provence-Alpes-Côte d’Azur`` and ``PROVENCE ALPES COTE D'AZUR`` fold to the same text. A name that is
    made of marks only (``%``) folds to itself, and a whole number below zero keeps its sign.
    """
    lower = text.lower() if text.isascii() else plain_french(text)
    if lower is not None:
        folded = " ".join(lower.translate(_ASCII_WITHOUT_MARKS).split()) or " ".join(lower.split())
        return f"-{folded}" if folded.isdigit() and lower.lstrip()[0] == "-" else folded
    plain = unicodedata.normalize("NFKD", text.translate(_INVISIBLE)).casefold()
    kept = "".join(
        letter if letter.isalnum() and letter not in _APOSTROPHES else " "
        for letter in plain
        if not unicodedata.combining(letter)
    )
    folded = " ".join(kept.split()) or " ".join(plain.split())
    return f"-{folded}" if folded.isdigit() and plain.lstrip()[0] in "-\u2212" else folded
