"""Know what each answer to a question means: an item, no answer, or something that was not declared."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from phare_cli.language.folding import clean
from phare_cli.respondents.engine.counts import Count
from phare_cli.respondents.engine.labels import MOST_LABELS
from phare_cli.respondents.engine.number_columns import number
from phare_cli.respondents.engine.number_ranges import NumberRanges
from phare_cli.respondents.engine.number_rows import NumberTable
from phare_cli.respondents.engine.packed_counts import PackedCounts
from phare_cli.respondents.engine.portion_sums import PortionSums
from phare_cli.respondents.engine.value_labels import ValueLabels
from phare_cli.respondents.nets.net_counts import NetCounts
from phare_cli.respondents.option_words import YES_WORDS, OptionWords, denies, find_words, word_of
from phare_cli.respondents.separators import MARKS, NONE, Parting, find_parting, parts_of
from phare_cli.respondents.spec import Question, QuestionKind, Spec

MISSING, UNDECLARED = -1, -2
NOT_SELECTED, SELECTED = 0, 1
# More items than this, undeclared, are free text rather than options.
MOST_ITEMS = 200
# Who gave two items is counted up to so many respondents and items: beyond, samples are so large, or questions so long,
# that ranks are told well enough, or badly whatever is known.
MOST_PAIRED_ROWS = 250_000
MOST_PAIRED_ITEMS = 40
# More words than this in the column of an option are what people wrote themselves.
MOST_WORDS = 40

# What a formula leaves in the place of an answer, in English and in French.
FORMULA_ERRORS = frozenset({
    "#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#VALEUR!", "#NOM?", "#NOMBRE!", "#NUL!",
})  # fmt: skip

# What was found rather than declared: how the cells of a question are parted, or which words say "chosen".
Sense = Parting | OptionWords | None


class Answers:
    """The items of one question and their running counts; items grow where none are declared.

    *sense* is what an earlier look at the whole files found. Without it, the first batch decides for the time being,
    and :meth:`sense_of_all` tells afterwards whether every answer says the same.
    """

    def __init__(self, question: Question, spec: Spec, *, variances: bool, sense: Sense = None) -> None:
        self.question = question
        self.sense = sense
        self.items: list[str] = []
        self.values: list[float] = []  # of a SCORE: the score that each item is
        self.counts: list[Count] = []
        self.packed = PackedCounts()  # what is still to be added to them
        self.base = Count(squares=True)
        self.too_many = False
        self.has_errors = False  # a formula's error stands in the place of an answer
        self.cells: set[str] = set()  # of a CELL: the distinct cells met
        self.words: dict[str, set[str]] = {}  # of a SET: the words of each column, "" for an empty cell
        self.others: set[str] = set()  # of a SET: the columns of what people wrote themselves
        self.labels: dict[str, str] = {}  # of a SET: what each column's name or label says of its option
        self.labelled: set[str] = set()  # of a SET: items that are the labels of their columns
        self.columns: dict[str, str] = {}  # of a SET: the column that each item stands in
        self.counted: dict[str, str] = {}  # of a SET: the code by which a column says that it was chosen
        self.is_listed = False  # of a CELL: its cells are lists, each answer on a line of its own
        self.ends: dict[str, str] = {}  # of a SCORE: labels of no answer, and the ends they stand for
        self.missing_met: set[str] = set()  # texts declared as no answer that were met
        self.pairs: dict[tuple[int, int], Count] | None = {}  # who gave two; None where not known
        self.numbers: NumberTable | None = None  # of a NUMBER: every distinct one
        self._paired = 0
        is_less = any(net.minus for net in (*question.nets.values(), *spec.nets.values()))
        self.variances = variances or question.kind is QuestionKind.SCORE or is_less
        self.portions: PortionSums | None = None  # of those who were drawn in clusters
        self.nets = NetCounts(question, spec, squares=self.variances)
        self._places: dict[str, int] = {}
        self._codes: dict[str, str] = {}  # of items that stand for codes
        self._shows_codes = spec.codes and question.kind is not QuestionKind.SET
        self.missing = {clean(text) for text in (*spec.missing, *question.missing)}
        self._not_selected = {word_of(text) for text in question.not_selected} - {""}
        self._blank_not_selected = "" in question.not_selected
        self._selected = {word_of(text) for text in question.selected}
        self._words_declared = self._selected | self._not_selected
        self._options = {clean(text): item for text, item in question.options.items()}
        self._ranges = NumberRanges(question.options)
        for item in dict.fromkeys((*question.options.values(), question.other)):
            if item:
                self.place(item)
        if question.kind is QuestionKind.CELL and question.separator:
            mark = question.separator
            bare = mark.strip(" ")
            # “ - ” and “ et ” part with their blanks alone: peut-être, secrétariat.
            self.sense = Parting("" if mark == NONE else bare if bare in MARKS else mark)

    def ask(self, question: Question) -> None:
        """Ask *question* instead, before any answer is read: the file tells what its columns are."""
        self.question, self.sense = question, None
        self._shows_codes = self._shows_codes and question.kind is not QuestionKind.SET
        if question.kind is QuestionKind.SET:
            for item in question.options.values():
                self.place(item)

    @property
    def finds_sense(self) -> bool:
        """Whether the answers themselves tell how they are to be read."""
        kind = self.question.kind
        if kind is QuestionKind.CELL:
            return not (self.question.separator or self.is_listed)
        is_counted = bool(self.labels) and self.labels.keys() <= self.counted.keys()
        return kind is QuestionKind.SET and not (self._selected or self._not_selected or is_counted)

    def sense_of_all(self) -> Sense:
        """Return what all the answers met so far say of how they are to be read."""
        if self.question.kind is QuestionKind.CELL:
            return find_parting([cell for cell in self.cells if not self.is_missing(cell)], self._options)
        words_by_column = {column: words - self.missing for column, words in self.words.items()}
        return find_words(words_by_column, self.labels, self.others)

    @property
    def declared(self) -> bool:
        """Whether the spec says what the options are, or the columns of a SET do."""
        return bool(self._options) or self.question.kind is QuestionKind.SET

    def order(self) -> list[int]:
        """Return the places of the items as declared, or in the order of their codes, of numbers, of texts."""
        places = list(range(len(self.items)))
        if self.declared:
            return places
        return sorted(places, key=lambda place: _natural(self._codes.get(item := self.items[place], item)))

    def named_items(self) -> list[str]:
        """Return the items; one of a SET that the spec does not name takes the word of its column if it has its own."""
        declared = {*self.question.options.values(), *self.labelled}
        times = Counter(folded for words in self.words.values() for folded in set(map(word_of, words)))
        return [item if item in declared else self._own_word(item, times) or item for item in self.items]

    def _own_word(self, item: str, times: Mapping[str, int]) -> str:
        """Return the word that one column of a SET alone holds, where each holds the name of its option.

        *times* is how many columns hold each folded word. What people wrote themselves names nothing.
        """
        column = self.columns.get(item, "")
        words = [
            word
            for word in self.words.get(column, set()) - self.missing
            if word and not denies(word_of(word))
        ]
        if len(words) != 1 or len(self.words) < 2 or column in self.others:
            return ""
        (word,) = words
        is_own = times[word_of(word)] == 1 and not word.isdecimal() and word_of(word) not in YES_WORDS
        return word if is_own else ""

    def ambiguous_columns(self) -> list[str]:
        """Return the columns of a SET whose declared words leave a doubt: several may say "chosen"."""
        if self._selected or not self._not_selected:
            return []
        return [
            column
            for column, words in self.words.items()
            if len({word_of(word) for word in words - self.missing} - self._not_selected - {""}) > 1
        ]

    def place(self, item: str) -> int:
        """Return the place of an item, a new one if need be."""
        place = self._places.setdefault(item, len(self.items))
        if place == len(self.items):
            self.items.append(item)
            self.counts.append(Count(squares=self.variances))
        return place

    def counts_pairs(self, rows: int, items: int) -> bool:
        """Tell whether who gave two items is still counted when so many more rows come."""
        self._paired += rows
        if self._paired > MOST_PAIRED_ROWS or items > MOST_PAIRED_ITEMS:
            self.pairs = None
        return self.pairs is not None

    def pair(self, one: int, two: int) -> Count:
        """Return the count of those who gave two items, by their places."""
        assert self.pairs is not None
        return self.pairs.setdefault((min(one, two), max(one, two)), Count(squares=False))

    def is_missing(self, text: str) -> bool:
        """Tell whether a text stands for no answer. What is declared as an option is an answer, blank too."""
        return text not in self._options and (text == "" or self._is_declared_missing(text))

    def _is_declared_missing(self, text: str) -> bool:
        if text in self.missing:
            self.missing_met.add(text)
            return True
        return False

    def text_of(self, code: str, labels: ValueLabels) -> str:
        """Return what a code says: the text declared for it, else its label, or itself where codes are to be shown."""
        declared = labels.known(code, self.missing.__contains__)
        if declared is None and self._shows_codes:
            declared = labels.known(code, self._knows) or code
        return labels.shown(code, self._knows) if declared is None else declared

    def _knows(self, text: str) -> bool:
        if text in self._options or text in self.missing or word_of(text) in self._words_declared:
            return True
        return self._ranges.name(text) is not None

    def one_of(self, code: str, labels: ValueLabels) -> int:
        """Return the place of the item that a code stands for."""
        place = self.one(self.text_of(code, labels))
        if place >= 0:
            self._codes.setdefault(self.items[place], code)
        return place

    def score_of(self, code: str, labels: ValueLabels) -> int:
        """Return the place of the score that a code is."""
        declared = labels.known(code, self.missing.__contains__)
        if declared is None:
            return self.score(code if self._shows_codes else labels.scored(code))
        if declared != code and number(code) in (self.question.lowest, self.question.highest):
            self.ends[declared] = code
        self.missing_met.add(declared)
        return MISSING

    def counted_selection(self, code: str, column: str, labels: ValueLabels) -> int:
        """Return whether the column of an option holds the code that says that it was chosen."""
        declared = labels.known(code, self.missing.__contains__)
        if declared is not None:
            self.missing_met.add(declared)
        if code == "" or declared is not None:
            return MISSING
        return SELECTED if code == self.counted[column] else NOT_SELECTED

    def one(self, text: str) -> int:
        """Return the place of the item that a single answer is."""
        if self.is_missing(text):
            return MISSING
        if text in FORMULA_ERRORS and text not in self._options:
            self.has_errors = True
            return UNDECLARED
        if self.declared:
            item = self._options.get(text) or self._ranges.name(text) or self.question.other
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

    def meet(self, column: str, word: str) -> None:
        """Take note of a word in the column of an option, so that all of them tell which say "chosen"."""
        words = self.words.setdefault(column, set())
        if len(words) < MOST_WORDS:
            words.add(word)

    def selection(self, text: str, column: str) -> int:
        """Return whether the column of an option says that it was chosen."""
        if text == "" and self._blank_not_selected:
            return NOT_SELECTED
        if text == "" or self._is_declared_missing(text):
            return MISSING
        if text in FORMULA_ERRORS:
            self.has_errors = True
            return UNDECLARED
        word = word_of(text)
        if self._selected or self._not_selected:
            if word in self._not_selected:
                return NOT_SELECTED
            if not self._selected or word in self._selected:
                return SELECTED
            is_text = column in self.others and not word.isdecimal()  # that somebody wrote beside the tick
            return SELECTED if is_text and not denies(word) else UNDECLARED
        chosen = self.sense.chosen.get(column) if isinstance(self.sense, OptionWords) else None
        if chosen is None:
            return NOT_SELECTED if denies(word) else SELECTED
        return SELECTED if word in chosen else NOT_SELECTED

    def several(self, text: str) -> tuple[int, ...] | int:
        """Return the places of the items in a cell of several answers."""
        if self.is_missing(text):
            return MISSING
        places: set[int] = set()
        for part in self._parts(text):
            if self._is_declared_missing(part):
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

    def _parts(self, text: str) -> list[str]:
        """Return the answers in a cell: declared options first, the longest that fits, then up to a separator."""
        parting = self.sense if isinstance(self.sense, Parting) else Parting("")
        return parts_of(text, parting.separator, self._whole)

    @cached_property
    def _whole(self) -> list[str]:
        """The answers that may hold a separator, the longest first. Asked once it is known how cells are parted."""
        kept = self.sense.whole if isinstance(self.sense, Parting) else ()
        return sorted({*self._options, *kept}, key=len, reverse=True)


def _natural(item: str) -> tuple[float, str]:
    value = number(item)
    return (math.inf if math.isnan(value) else value, item)
