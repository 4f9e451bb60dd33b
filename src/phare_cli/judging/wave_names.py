"""Tell the order of time from the names of waves: dates, quarters, seasons, numbers, before and after."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from phare_cli.language.folding import fold

Moment = tuple[float, ...]

_MONTHS = (
    ("janvier", "january", "janv", "jan"),
    ("fevrier", "february", "fevr", "fev", "feb"),
    ("mars", "march", "mar"),
    ("avril", "april", "avr", "apr"),
    ("mai", "may"),
    ("juin", "june", "jun"),
    ("juillet", "july", "juil", "jul"),
    ("aout", "august", "aug"),
    ("septembre", "september", "sept", "sep"),
    ("octobre", "october", "oct"),
    ("novembre", "november", "nov"),
    ("decembre", "december", "dec"),
)
_MONTH = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
# Winter lies at both ends of a year: which one is meant is told by nothing but a second year (hiver 2020-2021).
_SEASON = {
    "printemps": 4.0,
    "spring": 4.0,
    "ete": 7.0,
    "summer": 7.0,
    "automne": 10.0,
    "autumn": 10.0,
    "fall": 10.0,
    **dict.fromkeys(("debut", "early", "start", "beginning"), 1.5),
    **dict.fromkeys(("mi", "milieu", "mid", "middle"), 6.5),
    **dict.fromkeys(("fin", "late", "end"), 11.5),
}
_WINTER = ("hiver", "winter")
_ORDINAL = {
    word: number
    for number, words in enumerate(
        (
            ("premier", "premiere", "1er", "1re", "1ere", "first", "1st"),
            ("deuxieme", "second", "seconde", "2eme", "2e", "2nd", "2nde"),
            ("troisieme", "third", "3eme", "3e", "3rd"),
            ("quatrieme", "fourth", "4eme", "4e", "4th"),
            ("cinquieme", "fifth", "5eme", "5e", "5th"),
            ("sixieme", "sixth", "6eme", "6e", "6th"),
            ("septieme", "seventh", "7eme", "7e", "7th"),
            ("huitieme", "eighth", "8eme", "8e", "8th"),
            ("neuvieme", "ninth", "9eme", "9e", "9th"),
            ("dixieme", "tenth", "10eme", "10e", "10th"),
        ),
        1,
    )
    for word in words
}
_AROUND = {
    **dict.fromkeys(("avant", "before", "pre", "baseline", "pretest"), 0),
    **dict.fromkeys(("pendant", "during", "midline"), 1),
    **dict.fromkeys(("apres", "after", "post", "endline", "posttest"), 2),
}
_ROMAN = re.compile(r"(?=[ivxl])(xl|l?x{0,3})(ix|iv|v?i{0,3})")
_SIGNED = re.compile(r"(?P<head>\D*?)\s*(?P<sign>[-+]?)\s*(?P<number>\d{1,9})\D*")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHORT_YEAR = re.compile(rf"\b({'|'.join((*_MONTH, *_SEASON, *_WINTER))}|[tqsh][1-4]|[1-4][tqsh]) (\d\d)$")
_QUARTER_WORD = r"(?:trimestre|trim|quarter)"
_HALF_WORD = r"(?:semestre|sem|half|half year|halfyear)"
_NTH = rf"(?P<nth>{'|'.join(sorted(_ORDINAL, key=len, reverse=True))}|\d)"
_PATTERNS = tuple(
    (kind, re.compile(rf"(?<![\w]){pattern}(?![\w])"))
    for kind, pattern in (
        ("day", r"(?P<year>(?:19|20)\d\d) (?P<month>\d\d?) (?P<day>\d\d?)"),
        ("numeric", r"(?P<first>\d\d?) (?P<second>\d\d?) (?P<year>(?:19|20)\d\d)"),
        ("named day", rf"(?P<day>\d\d?)(?:er|st|nd|rd|th)? (?P<word>{'|'.join(_MONTH)}) {_YEAR}"),
        ("named day", rf"(?P<word>{'|'.join(_MONTH)}) (?P<day>\d\d?)(?:st|nd|rd|th)? {_YEAR}"),
        ("months", rf"(?P<word>{'|'.join(_MONTH)})(?: (?:a|au|to|et|and))? (?:{'|'.join(_MONTH)}) {_YEAR}"),
        ("month", rf"(?P<word>{'|'.join(_MONTH)}) {_YEAR}"),
        ("month", rf"{_YEAR} (?P<word>{'|'.join(_MONTH)})"),
        ("quarter", rf"(?:[tq](?P<nth>[1-4])|(?P<nth2>[1-4])[tq]) ?{_YEAR}"),
        ("quarter", rf"{_YEAR} ?(?:[tq](?P<nth>[1-4])|(?P<nth2>[1-4])[tq])"),
        ("quarter", rf"{_NTH} {_QUARTER_WORD}(?: of| de)? {_YEAR}"),
        ("quarter", rf"{_QUARTER_WORD} (?P<nth>[1-4]) {_YEAR}"),
        ("half", rf"(?:[sh](?P<nth>[12])|(?P<nth2>[12])[sh]) ?{_YEAR}"),
        ("half", rf"{_YEAR} ?(?:[sh](?P<nth>[12])|(?P<nth2>[12])[sh])"),
        ("half", rf"{_NTH} {_HALF_WORD}(?: of| de)? {_YEAR}"),
        ("half", rf"{_HALF_WORD} (?P<nth>[12]) {_YEAR}"),
        ("week", rf"(?:semaine|week|w) ?(?P<nth>\d\d?) {_YEAR}"),
        ("week", rf"{_YEAR} ?(?:semaine|week|w) ?(?P<nth>\d\d?)"),
        ("winter", rf"(?:{'|'.join(_WINTER)}) {_YEAR} (?P<next>(?:(?:19|20)\d\d|\d\d))"),
        ("winter", rf"(?:{'|'.join(_WINTER)}) {_YEAR}"),
        ("season", rf"(?P<word>{'|'.join(_SEASON)})(?: de| of)? {_YEAR}"),
        ("season", rf"{_YEAR} (?P<word>{'|'.join(_SEASON)})"),
        ("month number", rf"(?P<month>0?[1-9]|1[0-2]) {_YEAR}"),
        ("month number", rf"{_YEAR} (?P<month>0[1-9]|1[0-2])"),
        ("years", rf"{_YEAR} (?P<next>(?:19|20)\d\d)"),
        ("year", _YEAR),
    )
)


class _Sense(NamedTuple):
    """How what is written in two ways is read: the day before the month, and winter at the end of its year."""

    day_first: bool
    winter_last: bool


_SENSES = tuple(_Sense(day, winter) for day in (True, False) for winter in (True, False))


def in_time(waves: Sequence[str]) -> tuple[str, ...] | None:
    """Return *waves* in the order of time, None where their names do not tell it.

    All of them must be dated, or all numbered alike, or all stand before and after the same thing. What can be
    read in two ways (``03/04/2023``, a winter of one year) tells an order only where both ways give the same.

    >>> in_time(("mars 2020", "décembre 2019"))
    ('décembre 2019', 'mars 2020')
    >>> in_time(("pilote", "enquête")) is None
    True
    """
    if len(waves) < 2:
        return tuple(waves)
    folded = [_folded(wave) for wave in waves]
    dates = [_date_in(text) for text in folded]
    if None not in dates:
        orders = {
            _sorted(waves, [_moment(*date_parts, reading) for date_parts in dates if date_parts])
            for reading in _SENSES
        } - {None}
        if orders:
            return orders.pop() if len(orders) == 1 else None
    signed = _signed(waves)
    if signed is not None:
        return _sorted(waves, signed)
    for key in (_around, _numbered, _roman):
        ordered = _sorted(waves, key(folded))
        if ordered is not None:
            return ordered
    return None


def _folded(wave: str) -> str:
    """Return a name as it is compared; the year of ``sept. 23`` and ``T4 22`` in full."""
    text = fold(wave)
    return text if re.search(_YEAR, text) else _SHORT_YEAR.sub(r"\g<1> 20\g<2>", text)


def _sorted(waves: Sequence[str], moments: Sequence[Moment | None]) -> tuple[str, ...] | None:
    """Return the waves by their moments; None when one has none, or two have the same."""
    known = [moment for moment in moments if moment is not None]
    if len(known) < len(waves):
        return None
    pairs = sorted(zip(known, waves, strict=True), key=lambda pair: pair[0])
    if any(first[0] == second[0] for first, second in pairwise(pairs)):
        return None
    return tuple(wave for _, wave in pairs)


def _date_in(text: str) -> tuple[str, Mapping[str, str | None]] | None:
    """Return the kind of date that a name holds, and its parts as they are written."""
    for kind, pattern in _PATTERNS:
        if found := pattern.search(text):
            return kind, found.groupdict()
    return None


def _moment(kind: str, parts: Mapping[str, str | None], reading: _Sense) -> Moment | None:
    """Return the year, month and day at which the time that a name tells begins; None for no possible date."""
    year = int(parts["year"] or 0)
    nth = parts.get("nth") or parts.get("nth2") or ""
    number = _ORDINAL.get(nth) or (int(nth) if nth.isdecimal() else 0)
    month, day = 1.0, 0
    match kind:
        case "day":
            month, day = int(parts["month"] or 0), int(parts["day"] or 0)
        case "numeric":
            first, second = int(parts["first"] or 0), int(parts["second"] or 0)
            day, month = (first, second) if reading.day_first else (second, first)
        case "named day":
            month, day = _MONTH[parts["word"] or ""], int(parts["day"] or 0)
        case "month" | "months":
            month = _MONTH[parts["word"] or ""]
        case "month number":
            month = int(parts["month"] or 0)
        case "quarter":
            month = 3 * number - 2
        case "half":
            month = 6 * number - 5
        case "season":
            month = _SEASON[parts["word"] or ""]
        case "winter":
            month = 12 if parts.get("next") or reading.winter_last else 0.5
        case "week":
            return _week(year, number)
    if day:
        try:
            date(year, int(month), day)
        except ValueError:
            return None
    return (year, month, day) if 0 < month <= 12 else None


def _week(year: int, week: int) -> Moment | None:
    try:
        first = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return (first.year, first.month, first.day)


def _signed(waves: Sequence[str]) -> list[Moment | None] | None:
    """Return the numbers of names such as J-7 and J+1; no moment where a hyphen may be a sign or none, as in J-30, J-7.

    None where no number has a sign: in vague-1, vague-2 a whole word stands before the hyphen.
    """
    found = [_SIGNED.fullmatch(wave.strip().replace("\u2212", "-")) for wave in waves]
    known = [each for each in found if each is not None]
    signs, heads = {each["sign"] for each in known}, {fold(each["head"]) for each in known}
    if "-" not in signs or (signs == {"-"} and min(map(len, heads)) > 1):
        return None
    if len(known) < len(waves) or len(heads) > 1 or signs == {"-"}:
        return [None] * len(waves)
    return [(int(each["sign"] + each["number"]),) for each in known]


def _around(folded: Sequence[str]) -> list[Moment | None]:
    """Return where each stands around the same thing: avant, pendant, après."""
    found: list[Moment | None] = []
    for text in folded:
        words = [word for word in re.split(r"[^a-z]+", text) if word in _AROUND]
        found.append((_AROUND[words[0]],) if len(words) == 1 else None)
    return found


def _numbered(folded: Sequence[str]) -> list[Moment | None]:
    """Return the numbers of names that are alike but for them: vague 2, vague 10; première vague, 2e vague."""
    texts = [" ".join(str(_ORDINAL.get(word, word)) for word in text.split()) for text in folded]
    if len({tuple(re.split(r"\d+", text)) for text in texts}) != 1:
        return [None] * len(texts)
    columns = list(zip(*(map(int, re.findall(r"\d+", text)) for text in texts), strict=True))
    varying = [column for column in columns if len(set(column)) > 1]
    # Of two numbers that vary nothing tells which is the slow one: “T1 23” comes after “T4 22”.
    return [(number,) for number in varying[0]] if len(varying) == 1 else [None] * len(texts)


def _roman(folded: Sequence[str]) -> list[Moment | None]:
    """Return the numbers of names that are alike but for a last word in Roman numerals: III, vague IV."""
    heads = {text.rpartition(" ")[0] for text in folded}
    return [_roman_number(text.rpartition(" ")[2]) if len(heads) == 1 else None for text in folded]


def _roman_number(word: str) -> Moment | None:
    if not _ROMAN.fullmatch(word):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in word]
    signed = (
        -digit if digit < after else digit for digit, after in zip(digits, [*digits[1:], 0], strict=True)
    )
    return (sum(signed),)
