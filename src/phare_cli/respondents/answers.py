"""Know what each answer to a question means: an item, no answer, or something that was not declared."""

from __future__ import annotations

import math
from collections.abc import Sequence

from phare_cli.language.folding import clean, fold
from phare_cli.respondents.engine.counts import Count
from phare_cli.respondents.engine.labels import MOST_LABELS
from phare_cli.respondents.engine.number_columns import number
from phare_cli.respondents.spec import Question, QuestionKind, Spec

MISSING, UNDECLARED = -1, -2
NOT_SELECTED, SELECTED = 0, 1
# More items than this, undeclared, are free text rather than options.
MOST_ITEMS = 200
# Words that say "chosen" and nothing of what was chosen.
YES_WORDS = frozenset(
    {"", "1", "oui", "yes", "y", "o", "x", "true", "vrai", "selected", "checked", "coche", "selectionne"}
)


class Answers:
    """The items of one question and their running counts; items grow where none are declared."""

    def __init__(self, question: Question, spec: Spec, *, variances: bool) -> None:
        self.question = question
        self.items: list[str] = []
        self.values: list[float] = []  # of a SCORE: the score that each item is
        self.counts: list[Count] = []
        self.base = Count(squares=True)
        self.too_many = False
        self.words: dict[str, set[str]] = {}  # of a SET: the words found in each column that say "chosen"
        self.columns: dict[str, str] = {}  # of a SET: the column that each item stands in
        self.variances = variances or question.kind is QuestionKind.SCORE
        self._places: dict[str, int] = {}
        self._missing = {clean(text) for text in (*spec.missing, *question.missing)}
        self._not_selected = {fold(text) for text in question.not_selected} - {""}
        self._blank_not_selected = "" in question.not_selected
        self._selected = {fold(text) for text in question.selected}
        self._options = {clean(text): item for text, item in question.options.items()}
        self._longest = sorted(self._options, key=len, reverse=True)
        for item in dict.fromkeys((*question.options.values(), question.other)):
            if item:
                self.place(item)

    @property
    def declared(self) -> bool:
        """Whether the spec says what the options are, or the columns of a SET do."""
        return bool(self._options) or self.question.kind is QuestionKind.SET

    def order(self) -> list[int]:
        """Return the places of the items as declared, or in natural order: numbers as numbers, then texts."""
        places = list(range(len(self.items)))
        return places if self.declared else sorted(places, key=lambda place: _natural(self.items[place]))

    def named_items(self) -> list[str]:
        """Return the items; one of a SET that the spec does not name takes the word of its column, if it has one."""
        told = set(self.question.options.values())
        words = {item: next(iter(self.words.get(column, ())), "") for item, column in self.columns.items()}
        return [
            item if item in told or fold(words.get(item, "")) in YES_WORDS else words[item]
            for item in self.items
        ]

    def ambiguous_columns(self) -> list[str]:
        """Return the columns of a SET in which several words might say "chosen", and nothing tells which do."""
        if self._selected:
            return []
        return [column for column, words in self.words.items() if len(words) > 1]

    def place(self, item: str) -> int:
        """Return the place of an item, a new one if need be."""
        held = self._places.setdefault(item, len(self.items))
        if held == len(self.items):
            self.items.append(item)
            self.counts.append(Count(squares=self.variances))
        return held

    def is_missing(self, text: str) -> bool:
        """Tell whether a text stands for no answer. What is declared as an option is an answer, blank too."""
        return text not in self._options and (text == "" or text in self._missing)

    def one(self, text: str) -> int:
        """Return the place of the item that a single answer is."""
        if self.is_missing(text):
            return MISSING
        if self.declared:
            item = self._options.get(text) or self.question.other
            return self.place(item) if item else UNDECLARED
        return self._found(text)

    def score(self, text: str) -> int:
        """Return the place of a score."""
        if self.is_missing(text):
            return MISSING
        value = number(text)
        if not self.question.lowest <= value <= self.question.highest:
            return UNDECLARED
        place = self._found(repr(value), most=MOST_LABELS)
        if place == len(self.values):
            self.values.append(value)
        return place

    def selection(self, text: str) -> int:
        """Return whether the column of an option says that it was chosen."""
        if text == "" and self._blank_not_selected:
            return NOT_SELECTED
        if text == "" or text in self._missing:
            return MISSING
        if fold(text) in self._not_selected:
            return NOT_SELECTED
        return SELECTED if not self._selected or fold(text) in self._selected else UNDECLARED

    def several(self, text: str) -> tuple[int, ...] | int:
        """Return the places of the items in a cell of several answers."""
        if self.is_missing(text):
            return MISSING
        places: set[int] = set()
        for part in self._split(text):
            if part in self._missing:
                continue
            place = self.one(part)
            if place == UNDECLARED:
                return UNDECLARED
            places.add(place)
        return tuple(sorted(places - {MISSING})) or MISSING

    def _found(self, text: str, most: int = MOST_ITEMS) -> int:
        if text not in self._places and len(self.items) >= most:
            self.too_many = True
            return UNDECLARED
        return self.place(text)

    def _split(self, text: str) -> Sequence[str]:
        """Return the answers in a cell: declared options first, the longest that fits, then up to a separator."""
        mark = clean(self.question.separator) or self.question.separator
        parts: list[str] = []
        rest = text
        while rest:
            part = next((option for option in self._longest if _heads(rest, option, mark)), None)
            if part is None:
                part = rest.split(mark, 1)[0]
            rest = rest[len(part) :].lstrip().removeprefix(mark).lstrip()
            if part.strip():
                parts.append(part.strip())
        return parts


def _natural(item: str) -> tuple[float, str]:
    value = number(item)
    return (math.inf if math.isnan(value) else value, item)


def _heads(text: str, option: str, mark: str) -> bool:
    """Tell whether *text* opens with *option*, followed by the separator or nothing."""
    if not option or not text.startswith(option):
        return False
    rest = text[len(option) :].lstrip()
    return not rest or rest.startswith(mark)
