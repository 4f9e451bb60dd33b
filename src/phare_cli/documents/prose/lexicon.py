"""The words of the grammar of claims, in both languages: data in ``words/``, found in the tokens of a sentence."""

import csv
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from phare_cli.documents.prose.tokens import Token, TokenRow, words_of

TELLING = 5000  # tokens that tell the language of a document
OPPOSITE = {"up": "down", "down": "up"}  # the sense of words that say the reverse
WORDS = Path(__file__).with_name("words")
COMPILED = "compiled.txt"  # of those that are many, when a build has made it


class Cue(NamedTuple):
    """Words of a list that stand in a sentence, from token *start* to token *end* (after the last)."""

    start: int
    end: int
    sense: str


class WordList:
    """Phrases of one list, each with its sense, found by their first two words; the longest is taken.

    *line* holds them by their senses, and longer ones by their first word (see ``written_words``). What goes on from a
    first word is taken apart when a text has that word: few texts hold the first words of many phrases.
    """

    def __init__(self, line: str) -> None:
        alone, _, longer = line.partition("\t")
        self._single = senses(alone)
        self._longer = dict([each.split(">") for each in longer.split(";")]) if longer else {}
        self._behind: dict[str, Sequence[tuple[str, Sequence[str], str]]] = {}  # what was taken apart
        self.firsts = {*self._single, *self._longer}

    def at(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """Return the longest phrase that begins at *place*; none does behind the last token."""
        try:
            word = tokens[place].word
        except IndexError:
            return None
        if word not in self.firsts:
            return None
        second = place + 1
        longer = self._longer.get(word)
        if longer is not None and second < len(tokens) and (following := tokens[second].word) in longer:
            for then, rest, sense in self._behind.get(word) or self._taken_apart(word):
                if then == following:
                    end = second + 1 + len(rest)
                    if end <= len(tokens) and all(
                        tokens[second + n].word == each for n, each in enumerate(rest, start=1)
                    ):
                        return Cue(place, end, sense)
        alone = self._single.get(word)
        return Cue(place, second, alone) if alone is not None else None

    def find(self, tokens: Sequence[Token], start: int = 0, end: int | None = None) -> Iterator[Cue]:
        """Return the phrases that stand between *start* and *end*, none inside another."""
        openings = self._openings(tokens)
        return self._cues(tokens, openings, start, end) if openings else iter(())

    def first(self, tokens: Sequence[Token], start: int = 0, end: int | None = None) -> Cue | None:
        """Return the first phrase between *start* and *end*."""
        openings = self._openings(tokens)
        return next(self._cues(tokens, openings, start, end), None) if openings else None

    def before(self, tokens: Sequence[Token], end: int) -> Cue | None:
        """Return the longest phrase that ends right before *end*."""
        for start in self._openings(tokens):
            cue = self.at(tokens, start) if end - 6 <= start < end else None
            if cue is not None and cue.end == end:
                return cue
        return None

    def everywhere(self, tokens: Sequence[Token]) -> Sequence[Cue]:
        """Return the longest phrase at each place where one begins, inside another too."""
        return [cue for place in self._openings(tokens) if (cue := self.at(tokens, place)) is not None]

    def _cues(
        self, tokens: Sequence[Token], openings: Sequence[int], start: int, end: int | None
    ) -> Iterator[Cue]:
        place, limit = start, len(tokens) if end is None else end
        for opening in openings:
            if place <= opening < limit:
                cue = self.at(tokens, opening)
                if cue is not None and cue.end <= limit:
                    yield cue
                    place = cue.end

    def _openings(self, tokens: Sequence[Token]) -> Sequence[int]:
        """Return where the first words of phrases stand. A row knows its words: most hold none of most lists."""
        if not isinstance(tokens, TokenRow):
            return [at for at, token in enumerate(tokens) if token.word in self.firsts]
        if self.firsts.isdisjoint(tokens.words):
            return ()
        known: Sequence[int] | None = tokens.found.get(self)
        if known is None:
            known = tokens.found[self] = self._places(tokens)
        return known

    def _places(self, tokens: TokenRow) -> Sequence[int]:
        opening, places = self.firsts & tokens.words, tokens.places
        if len(opening) == 1:
            return places[opening.pop()]
        return sorted([at for word in opening for at in places[word]])

    def singles(self) -> Iterable[tuple[str, str]]:
        """Return the phrases of one word, and their senses."""
        return self._single.items()

    def opens(self, word: str) -> bool:
        """Tell whether a phrase of the list begins with a folded word."""
        return word in self.firsts

    def holds(self, word: str) -> bool:
        """Tell whether one folded word is a phrase of the list."""
        return word in self._single

    def sense_of(self, word: str) -> str | None:
        """Return the sense of one folded word that is a phrase of the list."""
        return self._single.get(word)

    def joined(self, others: Iterable["WordList"]) -> "WordList":
        """Return the phrases of this list and of others; one that several have has the sense of the last."""
        joined = WordList("")
        for each in (self, *others):
            joined._single |= each._single
            for first, behind in each._longer.items():
                known = joined._longer.get(first)
                joined._longer[first] = behind if known is None else f"{known}|{behind}"
        joined.firsts = {*joined._single, *joined._longer}
        return joined

    def _taken_apart(self, first: str) -> Sequence[tuple[str, Sequence[str], str]]:
        """Return what goes on from the first word of phrases, the longest first: the second word, others, the sense."""
        phrases = dict([each.split("=") for each in self._longer[first].split("|")])
        words = sorted((phrase.split(" ") for phrase in phrases), key=len, reverse=True)
        found = self._behind[first] = [
            (second, rest, phrases[" ".join((second, *rest))]) for second, *rest in words
        ]
        return found


class Lexicon(dict[str, WordList]):
    """The word lists of one language, each made when it is first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self._merged: dict[tuple[str, ...], WordList] = {}

    def __missing__(self, name: str) -> WordList:
        found = self[name] = WordList(_line(f"{self.language},{name}"))
        return found

    def firsts(self, names: Iterable[str]) -> frozenset[str]:
        """Return the first words of the phrases of several lists."""
        return frozenset().union(*(self[name].firsts for name in names))

    def merged(self, names: tuple[str, ...]) -> WordList:
        """Return several lists as one; a phrase of two of them has the sense of the last."""
        found = self._merged.get(names)
        if found is None:
            found = self._merged[names] = self[names[0]].joined(self[name] for name in names[1:])
        return found


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language, read once."""
    return Lexicon(language)


def senses(text: str) -> dict[str, str]:
    """Return words that stand in a line of compiled words by their senses, each with its sense."""
    found: dict[str, str] = {}
    for part in text.split(";") if text else ():
        sense, _, words = part.partition("=")
        found |= dict.fromkeys(words.split("|"), sense)
    return found


def _line(name: str) -> str:
    """Return the words of one list as a build compiled them; those of a source tree are read from its files."""
    compiled = _compiled()
    if compiled is not None:
        return compiled.get(name.encode(), b"").decode()
    from phare_cli.documents.prose.written_words import line  # of use to a source tree

    return line(name)


@cache
def _compiled() -> Mapping[bytes, bytes] | None:
    """Return the lines of compiled words by their names, as bytes; None where no build has compiled any."""
    try:
        with open(f"{WORDS}{os.sep}{COMPILED}", "rb") as opened:  # noqa: PTH123  # a Path takes long to open
            return dict([line.split(b"\t", 1) for line in opened.read().rstrip(b"\n").split(b"\n")])
    except FileNotFoundError:
        return None


@cache
def families() -> Mapping[str, str]:
    """Return the word that stands for the family of each folded word; families that share a word are one."""
    words = _line("families").split(";")
    return dict(zip(words[::2], words[1::2], strict=True))


@cache
def synonyms() -> WordList:
    """Return phrases that say another in other words; the sense is the other."""
    return WordList(_line("synonyms"))


@cache
def people_meant() -> Sequence[tuple[str, tuple[tuple[str, ...], ...], tuple[str, ...]]]:
    """Return, for each language, the phrases one of which a group is named by, and what else it may be called."""
    return [
        (language, tuple(map(words_of, meant.split(";"))), tuple(words.split("|")))
        for language, meant, words in _rows("people.csv")
    ]


@cache
def peoples() -> Mapping[str, str]:
    """Return places that are known without any data and words for who lives there, by the first word of each.

    They are taken apart when a text has that word (see ``people_opened_by``): few are in one text.
    """
    return dict([each.split(">") for each in _line("peoples").split(";")])


def people_opened_by(first: str) -> Sequence[tuple[str, str]]:
    """Return the words for a place and who lives there that begin with a folded word, each with the place."""
    words = (each.split("=") for each in peoples().get(first, "").split("|") if each)
    return [(word, place) for word, place in words]


@cache
def known_wholes() -> Mapping[str, str]:
    """Return the folded names of unions, countries and totals, each with its level."""
    return senses(_line("wholes"))


@cache
def groups_called() -> Mapping[str, Sequence[str]]:
    """Return what texts call the groups of the codebook beside their names."""
    return {group: words.split("|") for group, words in _rows("groups.csv")}


def _lines(file: str) -> Sequence[bytes]:
    """Return the lines of a file of words below its head."""
    with open(f"{WORDS}{os.sep}{file}", "rb") as opened:  # noqa: PTH123  # a Path takes long to open
        return opened.read().splitlines()[1:]


def _cells(line: bytes) -> list[str]:
    text = line.decode()
    # None of these files quotes a comma today, and Python splits such lines in a fifth of the time.
    return next(csv.reader([text])) if '"' in text else text.split(",")


def _rows(file: str) -> Iterator[list[str]]:
    return map(_cells, _lines(file))


def language_of(tokens: Sequence[Token], *, besides: Collection[str] = ()) -> str:
    """Return the language that most small words of a document are of, those *besides* where there are others."""
    told = [token.word for token in tokens[:TELLING] if token.kind == "word"]
    for words in ([word for word in told if word not in besides], told):
        french, english = (sum(map(lexicon(language)["stop"].holds, words)) for language in ("fr", "en"))
        if french != english:
            break
    return "en" if english > french else "fr"
