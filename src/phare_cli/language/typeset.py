"""Turn one value into the text a reader sees. The only place that knows French."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from phare_cli.language.catalogue import LOCALES, capitalised, catalogue
from phare_cli.language.codebook import codebook
from phare_cli.language.digits import MOST_PLANNED, in_digits, outward, places_of, planned, published, rounded
from phare_cli.language.fixed_words import WORDS, code_of
from phare_cli.language.names_in_sentences import UNKNOWN, form_of, label_of, printed, wants_quotes
from phare_cli.language.place_words import place_of, place_word
from phare_cli.nouns.message import (
    N_,
    Figure,
    Fill,
    Form,
    Gap,
    Listing,
    Message,
    Name,
    Phrase,
    PlaceWord,
    Range,
    counted,
)
from phare_cli.nouns.table import Cell, Column, Kind

ABSENT = "–"
MINUS = "\u2212"
# Decimals shown when nobody asks for others; another unit keeps those it was published with.
DECIMALS = {"percent": 0, "score/10": 1, "count": 0, "points": 0, "base": 0}

_MOST_PUBLISHED = 2
_BARE = ("count", "number", "base", "rank", "")  # units that have no name after their figures

# An error in another unit has a decimal more under each of these: three digits that say something.
_COARSE = (100.0, 10.0, 1.0, 0.1)


def has_no_decimals(unit: str) -> bool:
    """Tell whether figures of a unit are printed with the decimals that they were published with."""
    return unit not in DECIMALS and not unit.startswith("score/")


def usual_decimals(unit: str) -> int | None:
    """Return with how many decimals a unit is printed when nobody asks: those of the data in use, else its own.

    None where its figures keep those that they were published with.
    """
    return codebook().decimals.get(unit, 1 if unit.startswith("score/") else DECIMALS.get(unit))


def places_published(value: float) -> int:
    """Return how many decimals such a figure is printed with, on its own."""
    return min(published(value), _MOST_PUBLISHED)


@cache
def _marks(language: str) -> tuple[str, str, str]:
    """Return CLDR's decimal mark, thousands mark and end of a percentage, as babel gave them to the build."""
    with (LOCALES / "marks.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["language"] == language)
    return row["decimal"], row["group"], row["percent"]


class Typesetter:
    """Print values in one language. *decimals* is what the reader asked for, None for each unit's own."""

    def __init__(self, language: str, decimals: int | None = None) -> None:
        self.language = language
        self.decimals = decimals
        self._catalogue = catalogue(language)

    def say(self, message: Message) -> str:
        """Return a message as a sentence."""
        if message.plural is None:
            pattern = self._catalogue.gettext(message.text) if message.text else ""
        else:
            pattern = self._catalogue.ngettext(message.text, message.plural, _count(message.values))
        if not message.values:
            return pattern
        return pattern.format_map(
            {name: self._running(fill, name, pattern) for name, fill in message.values.items()}
        )

    def title(self, message: Message) -> str:
        """Return a message as a title: with a capital, whatever its first word was called."""
        return capitalised(self.say(message))

    def text(self, marked: str) -> str:
        """Return the translation of a text that was marked with ``N_``."""
        return self._catalogue.gettext(marked)

    def name(self, kind: str, id: str) -> str:
        """Return the label of a codebook id, the id itself when it has none; a group begins with a capital."""
        label = label_of(kind, id, self.language)
        return capitalised(label) if kind == "stakeholder" else label

    def form(self, form: Form) -> str:
        """Return a name as a sentence needs it: ``des associations employeuses``; quoted when it has no form."""
        return form_of(form, self.language, self.text)

    def place(self, word: PlaceWord) -> str:
        """Return the word for what some regions are: ``la région``, ``du quartier``."""
        text = printed(
            place_word(word.place or place_of(word.regions), word.form, self.language), self.language
        )
        return capitalised(text) if word.capital else text

    def heading(self, column: Column, cells: Iterable[Cell]) -> str:
        """Return what people call a column; one of places is called by what these are: ``Quartier``."""
        if column.kind is Kind.NAME and column.label.text == "Region":
            regions = tuple(str(cell) for cell in cells)
            return self.place(PlaceWord(regions, "one", capital=True))
        return self.say(column.label)

    def word(self, code: str, of: str = "") -> str:
        """Return one of phare's fixed words, the one *of* a kind of name (a wave) where that has its own."""
        return self.text(WORDS[code_of(of, code)])

    def number(self, value: float, decimals: int, *, sign: bool = False) -> str:
        """Return *value* rounded to *decimals*, with the language's marks, ``+`` before a gain if *sign*."""
        shown, side = in_digits(value, decimals)
        decimal_mark, thousands_mark, _ = _marks(self.language)
        digits = shown.replace(",", "\0").replace(".", decimal_mark).replace("\0", thousands_mark)
        before = MINUS if side < 0 else "+" if sign and side > 0 else ""
        return before + digits

    def figure(self, value: float | None, unit: str, decimals: int | None = None) -> str:
        """Return a figure with its unit: ``57 %``, ``7,1/10``, ``1 234``."""
        if value is None:
            return ABSENT
        if unit == "plan":
            return self._plan(planned(value))
        shown = self.number(value, self.places(value, unit, decimals))
        if unit == "percent":
            return shown + _marks(self.language)[2]
        if unit.startswith("score/"):
            return f"{shown}/{unit.removeprefix('score/')}"
        if unit == "points":
            return self._points(value, unit, decimals).replace(" ", "\u00a0")
        return shown if unit in _BARE else f"{shown}\u00a0{unit}"

    def as_printed(self, value: float, unit: str, decimals: int | None = None) -> float:
        """Return *value* rounded as figure() prints it: what a reader is told of it."""
        return float(rounded(value, self.places(value, unit, decimals)))

    def bare(self, value: float, unit: str, *, sign: bool = False) -> str:
        """Return a figure without its unit, rounded as with it; ``+`` before a gain if *sign*."""
        return self.number(value, self.places(value, unit, None), sign=sign)

    def gap(self, value: float | None, unit: str, decimals: int | None = None, *, signed: bool = True) -> str:
        """Return a difference with its sign: ``+8 points`` for percents, ``+0.6`` for scores, ``+12 euros``."""
        if value is None:
            return ABSENT
        value = value if signed else abs(value)
        if unit in ("percent", "points"):
            return self._points(value, unit, decimals, sign=signed)
        shown = self.number(value, self.places(value, unit, decimals), sign=signed)
        return shown if unit in _BARE or unit.startswith("score/") else f"{shown} {unit}"

    def _points(self, value: float, unit: str, decimals: int | None, *, sign: bool = False) -> str:
        places = self.places(value, unit, decimals)
        shown = self.number(value, places, sign=sign)
        # English is singular for exactly one, French below two: the catalogue's plural rule takes whole numbers,
        # so a number is handed over that stands on the right side of both rules.
        size = abs(float(rounded(value, places)))
        count = int(size) if size == int(size) else 1 if size < 2 and self.language == "fr" else 2
        return self.say(counted("{gap} point", "{gap} points", count, gap=shown))

    def gap_held(self, value: float | None, unit: str, decimals: int | None = None) -> str:
        """Return a difference that no line can part from its unit, for a cell or for somebody's own sentence."""
        return self.gap(value, unit, decimals).replace(" ", "\u00a0")

    def interval(self, column: Column, low: float, high: float, unit: str = "") -> str:
        """Return both ends of an interval: ``54% to 60%``, ``2-4``, in French ``54 % à 60 %``, ``2e à 4e``."""
        if column.kind is Kind.RANK:
            ends = [self.ordinal(int(low)), self.ordinal(int(high))]
            if low == high:
                return ends[0]
            return self.say(Message(N_("{first}-{last}"), {"first": ends[0], "last": ends[1]}))
        decimals = column.decimals if self.decimals is None else None
        unit = column.unit or unit
        if column.kind is Kind.GAP:
            return self._between(Range(low, high, unit, True, decimals), self.gap_held)
        return self._between(Range(low, high, unit, False, decimals), self.figure)

    def range(self, range: Range) -> str:
        """Return both ends of an interval, rounded outward: ``+3 points to +13 points``, ``54% to 60%``."""
        return self._between(range, self.gap if range.signed else self.figure)

    def _between(self, range: Range, show: Callable[[float, str, int], str]) -> str:
        places = self.places(max(range.low, range.high, key=abs), range.unit, range.decimals)
        ends = outward(range.low, range.high, places)
        low, high = (show(float(end), range.unit, places_of(end)) for end in ends)
        return self.say(Message(N_("{low} to {high}"), {"low": low, "high": high}))

    def ordinal(self, rank: int) -> str:
        """Return a rank as it is read in an interval: ``1`` in English, ``1er``, ``2e`` in French."""
        if self.language == "fr":
            return "1er" if rank == 1 else f"{self.number(rank, 0)}e"
        return self.number(rank, 0)

    def cell(self, column: Column, value: Cell, unit: str = "") -> str:
        """Return one cell of a table; *unit* is the unit of its row."""
        if value is None:
            return ABSENT
        if isinstance(value, Message):
            return self.say(value)
        if column.kind is Kind.NAME:
            if value == "":
                return "" if column.blank is None else self.say(column.blank)
            return self.name(column.names or column.name, str(value))
        if column.kind is Kind.WORD:
            return self.word(str(value), column.names)
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return self.text(N_("yes")) if value else self.text(N_("no"))
        if column.kind is Kind.VALUE:
            decimals = column.decimals if self.decimals is None else None
            return self.figure(value, column.unit or unit, decimals)
        if column.kind is Kind.GAP:
            decimals = column.decimals if self.decimals is None else None
            return self.gap_held(value, column.unit or unit, decimals)
        if column.kind is Kind.SPREAD:
            return self._spread(value, unit)
        if column.kind is Kind.PLAN:
            return self._plan(planned(value))
        if column.kind in (Kind.BASE, Kind.RANK):
            return self.number(value, 0)
        if column.kind is Kind.PROBABILITY:
            return self.probability(value)
        return self.number(value, published(value))

    def _spread(self, value: float, unit: str) -> str:
        """Return a standard error or a margin of error, with a decimal more than its figure: ``1.9 points``."""
        return self.gap(value, unit, self.finer(value, unit), signed=False).replace(" ", "\u00a0")

    def finer(self, value: float, unit: str) -> int:
        """Return how many decimals an error is printed with: one more than its figure, unless the reader asks."""
        if self.decimals is not None:
            return self.decimals
        usual = usual_decimals(unit)
        if usual is not None:
            return usual + 1
        return sum(value < limit for limit in _COARSE)

    def _plan(self, base: int) -> str:
        """Return a base to plan for; of one that nobody asks, no more than that it is over the most."""
        return self.number(base, 0) if base <= MOST_PLANNED else f">\u00a0{self.number(MOST_PLANNED, 0)}"

    def probability(self, value: float) -> str:
        """Return a p value to three decimals, as journals print it: ``0.012``, ``< 0.001``."""
        if 0 <= value < 0.0005:
            return f"<\u00a0{self.number(0.001, 3)}"
        return self.number(value, 3)

    def places(self, value: float, unit: str, asked: int | None) -> int:
        """Return how many decimals a figure is printed with."""
        for choice in (asked, self.decimals, usual_decimals(unit)):
            if choice is not None:
                return choice
        return places_published(value)

    def _running(self, fill: Fill, place: str, pattern: str) -> str:
        """Return what fills a place of a sentence: an indicator that is a sentence itself is quoted inside another."""
        text = self._fill(fill)
        is_quoted = wants_quotes(fill, text, place=place, pattern=pattern, language=self.language)
        return self.text(UNKNOWN["the"]).format(name=text) if is_quoted else text

    def _fill(self, fill: Fill) -> str:
        match fill:
            case str():
                return fill
            case Message():
                return self.say(fill)
            case int():
                return self.number(fill, 0)
            case float():
                return self.number(fill, published(fill))
            case Name(kind, id):
                return self.name(kind, id)
            case Figure(value, unit, decimals):
                return self.figure(value, unit, decimals)
            case Range():
                return self.range(fill)
            case Gap(value, unit, signed, decimals):
                return self.gap(value, unit, decimals, signed=signed)
            case Form():
                return self.form(fill)
            case PlaceWord():
                return self.place(fill)
            case Phrase(id, values):
                pattern = printed(codebook().label("phrase", id, self.language), self.language)
                return pattern.format_map({name: self._fill(part) for name, part in values.items()})
            case Listing(parts, last):
                return self._listing([self._running(part, "part", "{part}, ") for part in parts], last)

    def _listing(self, parts: list[str], last: str) -> str:
        if len(parts) < 2:
            return "".join(parts)
        if last == ";":
            return self.text(N_("; ")).join(parts)
        joint = self.text({"and": N_("{first} and {last}"), "or": N_("{first} or {last}")}[last])
        return joint.format(first=", ".join(parts[:-1]), last=parts[-1])


def _count(values: Mapping[str, Fill]) -> int:
    """Return the number that a plural form follows."""
    count = values["count"]
    if not isinstance(count, int):
        raise TypeError(f"a plural follows a whole number, not {count!r}")
    return count
