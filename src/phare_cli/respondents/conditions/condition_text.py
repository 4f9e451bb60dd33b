"""Read a filter from text by a small grammar of its own, and say where it cannot be read.

    filter     = all ("or" all)*          all = part ("and" part)*          part = "not" part | "(" filter ")" | test
    test       = COLUMN SIGN (NUMBER | TEXT) | NUMBER SIGN COLUMN SIGN NUMBER | COLUMN ["not"] "in" (list | RANGE)
    list       = "(" entry ("," entry)* ")"      entry = NUMBER | TEXT | RANGE (18-24, 70+, -5..5)

A name with blanks or brackets stands between backquotes, a text between quotes. Nothing is evaluated as code.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from phare_cli.nouns.message import Message, sentence
from phare_cli.respondents.conditions.condition import Among, Condition, Either, Every, Not, Ordered, Sign

_NUMBER = r"\d+(?:\.\d+)?"
_TOKEN = re.compile(
    rf"""(?P<column>`[^`]+`)
    | (?P<text>"[^"]*"|'[^']*'|“[^”]*”|«[^»]*»)
    | (?P<range>{_NUMBER}\s*[-–]\s*{_NUMBER} | -?{_NUMBER}\s*\.\.\s*-?{_NUMBER} | -?{_NUMBER}\+)(?![\w.])
    | (?P<number>[-+]?{_NUMBER})(?![\w.])
    | (?P<sign><=|>=|!=|<>|==|[=<>≤≥≠])
    | (?P<mark>[()\[\],])
    | (?P<word>[^\W\d][\w.$]*)""",
    re.VERBOSE,
)
_BLANK = re.compile(r"\s*")
_COMMA = re.compile(r"\d,\d")
_SIGNS = {
    "=": Sign.EQUAL, "==": Sign.EQUAL, "!=": Sign.UNEQUAL, "<>": Sign.UNEQUAL, "≠": Sign.UNEQUAL, "<": Sign.BELOW,
    "<=": Sign.UP_TO, "≤": Sign.UP_TO, ">": Sign.ABOVE, ">=": Sign.FROM, "≥": Sign.FROM,
}  # fmt: skip
_TURNED = {
    Sign.BELOW: Sign.ABOVE, Sign.UP_TO: Sign.FROM, Sign.ABOVE: Sign.BELOW, Sign.FROM: Sign.UP_TO,
}  # fmt: skip
_MOST_DEEP = 50  # brackets and "not" one inside another
_CLOSES = {"(": ")", "[": "]"}

NO_COLUMN = sentence('a test begins with the name of a column: AGE >= 70, `Q3[1]` = "oui"')
NO_SIGN = sentence("after a column stands =, !=, <, <=, >, >=, in or not in")
NO_NUMBER = sentence("after this sign stands a number: only numbers come before one another")
NO_VALUE = sentence('after this sign stands a number, or a text in quotes: "F"')
NO_LIST = sentence('after in stands a list or a range: ("F", "H"), (1, 3), 18-24')
NO_WORD = sentence("here the filter ends, or goes on with and or or")
NOT_CLOSED = sentence("a bracket is opened that nothing closes")
NO_QUOTE = sentence("a quote is opened that nothing closes")
NO_SUCH_SIGN = sentence("no word, number or sign of a filter begins so")
TOO_DEEP = sentence("brackets stand too deep in one another")
BACKWARDS = sentence("a range goes from the lower number to the higher one")
POINT = sentence("a decimal stands after a point: 1.5")


class NotACondition(ValueError):
    """A text that is no filter: *reason*, and the *place* where it stands, the first letter being 1."""

    def __init__(self, reason: Message, place: int, found: str) -> None:
        super().__init__(str(reason))
        self.reason, self.place, self.found = reason, place, found

    @property
    def message(self) -> Message:
        """What is wrong, and where."""
        if not self.found:
            return sentence(
                "the filter cannot be read: it ends at character {place}, and {reason}.",
                place=self.place,
                reason=self.reason,
            )
        return sentence(
            "the filter cannot be read at character {place} (“{found}”): {reason}.",
            place=self.place,
            found=self.found,
            reason=self.reason,
        )


class _Token(NamedTuple):
    kind: str
    text: str
    place: int

    @property
    def word(self) -> str:
        """What it says as a word of the grammar."""
        return self.text.lower() if self.kind == "word" else self.text if self.kind == "mark" else ""


def parse_condition(text: str) -> Condition:
    """Return the filter that *text* says. Raises NotACondition."""
    reader = _Reader(text)
    found = reader.either(0)
    if reader.token.kind:
        raise reader.error(POINT if reader.has_comma else NO_WORD)
    return found


class _Reader:
    """Reads a text token by token."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self.token = _Token("", "", 1)
        self._next()

    @property
    def has_comma(self) -> bool:
        """Whether a comma stands where a decimal point may be meant."""
        place = self.token.place - 1
        return self.token.word == "," and _COMMA.match(self._text, max(place - 1, 0)) is not None

    def error(self, reason: Message) -> NotACondition:
        return NotACondition(reason, self.token.place, self.token.text)

    def either(self, depth: int) -> Condition:
        parts = [self._every(depth)]
        while self._take("or"):
            parts.append(self._every(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _every(self, depth: int) -> Condition:
        parts = [self._part(depth)]
        while self._take("and"):
            parts.append(self._part(depth))
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _part(self, depth: int) -> Condition:
        if depth > _MOST_DEEP:
            raise self.error(TOO_DEEP)
        if self._take("not"):
            return Not(self._part(depth + 1))
        if self._take("("):
            inner = self.either(depth + 1)
            self._close(")")
            return inner
        if self.token.kind == "number":
            return self._between()
        return self._test(self._column())

    def _between(self) -> Condition:
        """Read ``18 <= AGE < 25``, of which each half may stand alone."""
        first, sign = self._number(), self._order()
        column = self._column()
        lower = Ordered(column, _TURNED[sign], first)
        if self.token.kind != "sign":
            return lower
        sign = self._order()
        return Every((lower, Ordered(column, sign, self._number())))

    def _order(self) -> Sign:
        sign = _SIGNS[self.token.text] if self.token.kind == "sign" else None
        if sign not in _TURNED:
            raise self.error(NO_SIGN if sign is None else NO_COLUMN)
        self._next()
        return sign

    def _test(self, column: str) -> Condition:
        if self.token.kind != "sign":
            return self._membership(column)
        sign = _SIGNS[self.token.text]
        self._next()
        if sign in _TURNED:
            return Ordered(column, sign, self._number())
        if self.token.kind not in ("number", "text"):
            raise self.error(NO_VALUE)
        found = self._list(column, [self._entry()])
        return Not(found) if sign is Sign.UNEQUAL else found

    def _membership(self, column: str) -> Condition:
        is_negated = self._take("not")
        if not self._take("in"):
            raise self.error(NO_SIGN)
        if self.token.kind == "range":
            found = self._list(column, [self._entry()])
        else:
            closing = _CLOSES.get(self.token.word)
            if closing is None:
                raise self.error(NO_LIST)
            self._next()
            entries = [self._entry()]
            while self._take(","):
                entries.append(self._entry())
            self._close(closing)
            found = self._list(column, entries)
        return Not(found) if is_negated else found

    def _list(self, column: str, entries: list[str | tuple[float, float]]) -> Among:
        return Among(
            column,
            tuple(entry for entry in entries if isinstance(entry, str)),
            tuple(entry for entry in entries if not isinstance(entry, str)),
        )

    def _entry(self) -> str | tuple[float, float]:
        kind, text, _ = self.token
        if kind == "text":
            self._next()
            return text[1:-1].strip()
        if kind == "range":
            low, high = _ends(text)
            if low > high:
                raise self.error(BACKWARDS)
            self._next()
            return low, high
        if kind != "number":
            raise self.error(NO_VALUE)
        return (number := self._number()), number

    def _number(self) -> float:
        if self.token.kind != "number":
            raise self.error(NO_NUMBER)
        value = float(self.token.text)
        self._next()
        return value

    def _column(self) -> str:
        kind, text, _ = self.token
        if kind not in ("column", "word") or self.token.word in ("and", "or", "in"):
            raise self.error(NO_COLUMN)
        self._next()
        return text.strip("`") if kind == "column" else text

    def _take(self, word: str) -> bool:
        if self.token.word != word:
            return False
        self._next()
        return True

    def _close(self, bracket: str) -> None:
        if not self._take(bracket):
            raise self.error(NO_WORD if self.token.kind else NOT_CLOSED)

    def _next(self) -> None:
        start = _BLANK.match(self._text, self._at).end()  # type: ignore[union-attr]  # it matches nothing too
        if start == len(self._text):
            self.token = _Token("", "", start + 1)
            return
        found = _TOKEN.match(self._text, start)
        if found is None:
            is_quote = self._text[start] in "\"'“«`"
            raise NotACondition(
                NO_QUOTE if is_quote else NO_SUCH_SIGN, start + 1, self._text[start : start + 12]
            )
        self.token = _Token(str(found.lastgroup), found[0], start + 1)
        self._at = found.end()


def _ends(text: str) -> tuple[float, float]:
    """Return the ends of a range; 70+ has no upper one."""
    if text.endswith("+"):
        return float(text[:-1]), math.inf
    low, _, high = text.partition("..") if ".." in text else re.sub("–", "-", text).partition("-")
    return float(low), float(high)
