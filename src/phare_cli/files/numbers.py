"""Know a number when it is printed: signs, thousands, decimal marks, percent signs. Guesses nothing by itself."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from phare_cli.language.folding import clean

# What people call the mark before decimals.
DECIMAL_MARKS = {"comma": ",", "point": "."}
_THOUSANDS = " '’"  # clean() has made every other space a plain one
_WITHOUT_THOUSANDS = str.maketrans("", "", _THOUSANDS)
_WHOLE = rf"(?P<whole>[0-9]{{1,3}}(?:[{_THOUSANDS}][0-9]{{3}})+|[0-9]*)"
_MISSING = frozenset(("", "-", "–", "—", "\u2212", "nd", "n.d", "n.d.", "n. d."))
LONGEST = 60
_FEW_DIGITS = 17  # fewer than any number that is too large has
_LARGEST = 1e18  # beyond it no survey counts and no float tells one from the next
MOST_DECIMALS = 9


# What a printed number tells of the decimal mark of its file.
DecimalClue = Literal[
    "none",  # 57
    "comma",  # 12,5
    "point",  # 12.5
    "maybe comma",  # 1,234 may have three decimals, or a thousands mark
    "maybe point",  # 1.234
]


class Number(NamedTuple):
    """A number as it was printed. A doubtful comma is read as a thousands mark, a doubtful point as decimal."""

    value: float
    text: str  # as it stands in the file
    decimals: int = 0
    mark: DecimalClue = "none"
    percent: bool = False  # a percent sign, or a cell with the format of one


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?P<sign>[-+\u2212]?){_WHOLE}(?P<rest>(?:[.,][0-9]+)*)\s*(?P<percent>%?)")


@cache
def _grouped() -> re.Pattern[str]:
    return re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


@cache
def _stated() -> re.Pattern[str]:
    return re.compile(
        r"(?P<number>.*?[0-9])\s*(?:%?\s*(?:points?|pts?|pp)\.?|[eè](?:r|re|me)?|re|st|nd|rd|th)?"
        r"\s*(?:ex[ -]?(?:æ|ae)quo|=)?",
        re.IGNORECASE,
    )


def stated_number(text: str, decimal_mark: str | None = None) -> Number | None:
    """Return the number of a rank or a gap as people state them, None when it prints none.

    >>> [stated_number(text).value for text in ("1er", "2e ex æquo", "+8 points", "−1,5 pt")]
    [1.0, 2.0, 8.0, -1.5]
    """
    found = _stated().fullmatch(clean(text)) if len(text) <= LONGEST else None
    return number(found["number"] if found else text, decimal_mark)


def is_missing(text: str) -> bool:
    """Tell whether a cell says that there is no figure. ``NA`` does not: it is Nouvelle-Aquitaine."""
    return text in _MISSING or clean(text).casefold() in _MISSING


@lru_cache(maxsize=65536)
def number(text: str, decimal_mark: str | None = None) -> Number | None:
    """Return the number that *text* prints, None when it prints none.

    With a *decimal_mark* the other mark may only part thousands.

    >>> number("\u22121 234,5 %").value
    -1234.5
    """
    if not text:
        return None
    if len(text) <= _FEW_DIGITS and text.isascii():
        if text.isdigit():
            return Number(float(text), text)
        plain = _plain(text, decimal_mark)
        if plain is not None:
            return plain
    found = _number().fullmatch(clean(text)) if len(text) <= LONGEST else None
    if found is None or not (found["whole"] or found["rest"]):
        return None
    whole = found["whole"].translate(_WITHOUT_THOUSANDS)
    read = _decimal(whole, found["rest"], decimal_mark)
    if read is None:
        return None
    digits, mark = read
    value = float(digits)
    if value >= _LARGEST:
        return None
    decimals = min(len(digits.partition(".")[2]), MOST_DECIMALS)
    return Number(
        -value if found["sign"] in ("-", "\u2212") and value else value,
        text,
        decimals,
        mark,
        bool(found["percent"]),
    )


def _plain(text: str, decimal_mark: str | None) -> Number | None:
    """Return the number of digits, a mark that nothing makes doubtful, and digits; None for any other text."""
    mark = "." if "." in text else ","
    whole, _, decimals = text.partition(mark)
    if decimal_mark not in (None, mark) or len(decimals) == 3 or not (whole.isdigit() and decimals.isdigit()):
        return None
    clue: DecimalClue = "none" if decimal_mark else "point" if mark == "." else "comma"
    return Number(float(f"{whole}.{decimals}"), text, min(len(decimals), MOST_DECIMALS), clue)


def _decimal(whole: str, rest: str, decimal_mark: str | None) -> tuple[str, DecimalClue] | None:
    """Return digits with a decimal point, and what the marks tell; None when the marks cannot be those of a number."""
    separators = [letter for letter in rest if letter in ".,"]
    if not separators:
        return whole, "none"
    if decimal_mark is None:
        return _undecided(whole, rest, separators)
    other = "." if decimal_mark == "," else ","
    before, _, after = (whole + rest).partition(decimal_mark)
    if decimal_mark in after or other in after:
        return None
    if other in before:
        if not _grouped().fullmatch(before):
            return None
        before = before.replace(other, "")
    return (f"{before or '0'}.{after}" if after else before), "none"


def _undecided(whole: str, rest: str, separators: list[str]) -> tuple[str, DecimalClue] | None:
    text = whole + rest
    decisive: dict[str, DecimalClue] = {",": "comma", ".": "point"}
    if len(set(separators)) == 2:  # 1,234.5: the last one is decimal, the others part thousands
        read = _decimal(whole, rest, separators[-1])
        return (read[0], decisive[separators[-1]]) if read else None
    separator = separators[0]
    if len(separators) > 1:  # 1,234,567: so the other one is decimal
        other = "." if separator == "," else ","
        return (text.replace(separator, ""), decisive[other]) if _grouped().fullmatch(text) else None
    if not _grouped().fullmatch(text):
        return f"{whole or '0'}.{rest[1:]}", decisive[separator]
    if separator == ",":
        return text.replace(",", ""), "maybe comma"
    return text, "maybe point"


def hundredfold(read: Number) -> Number:
    """Return a fraction as a percentage: the same digits, two decimals fewer.

    >>> hundredfold(number("0,57")).value
    57.0
    """
    from decimal import Decimal  # few files need it

    exact = Decimal(repr(read.value)).scaleb(2)
    return Number(float(exact), read.text, max(0, read.decimals - 2), read.mark, percent=True)


def hundredth(read: Number) -> Number:
    """Return a number with a percent sign as the share that it is: the same digits, two decimals more.

    >>> hundredth(number("7,6 %")).value
    0.076
    """
    from decimal import Decimal  # few files need it

    exact = Decimal(repr(read.value)).scaleb(-2)
    return Number(float(exact), read.text, min(read.decimals + 2, MOST_DECIMALS), read.mark)


def of_float(value: float, *, percent: bool = False) -> Number | None:
    """Return the number that a typed cell holds (a spreadsheet, JSON), None for infinity, not-a-number and beyond.

    With *percent* the cell holds 0.57 and shows 57 %.
    """
    if not abs(value) < _LARGEST:  # nan is not below it either
        return None
    from decimal import Decimal  # few files need it

    exact = Decimal(repr(float(value)))
    if percent:
        exact = exact.scaleb(2)
    exact = exact.normalize()
    exponent = exact.as_tuple().exponent
    decimals = min(max(0, -exponent), MOST_DECIMALS) if isinstance(exponent, int) else 0
    text = f"{exact:f}" + ("%" if percent else "")
    return Number(float(exact), text, decimals, "none", percent)
