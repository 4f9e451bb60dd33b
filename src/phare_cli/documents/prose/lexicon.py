"""The words of the grammar of claims, in both languages: data in ``words/``, found in the tokens of a sentence."""

import csv
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

from phare_cli.documents.prose.tokens import Token, TokenRow, folded, plain_words, tokens_of

TELLING = 5000  # tokens that tell the language of a document
WORDS = Path(__file__).with_name("words")
_NO_ELISIONS = ("n't", "'s", "' ", "-")


class Cue(NamedTuple):
    """Words of a list that stand in a sentence, from token *start* to token *end* (after the last)."""

    start: int
    end: int
    sense: str


class WordList:
    """Phrases of one list, each with its sense, found by their first two words; the longest is taken.

    They come folded, those of a sense together, and a later one in place of the same before it. Those of several words
    are taken apart when a text has the first of them: few texts hold the first words of many phrases.
    """

    def __init__(self, senses: Iterable[tuple[Sequence[str], str]]) -> None:
        self._single: dict[str, str] = {}
        self._longer: dict[str, list[tuple[str, str]]] = {}  # by their first word
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}  # those taken apart
        for phrases, sense in senses:
            self._single.update(dict.fromkeys(filter(str.isalpha, phrases), sense))
            for text in filterfalse(str.isalpha, phrases):
                first, blank, _ = text.partition(" ")
                if "'" in first and first[-1] != "'" and not any(sign in first for sign in _NO_ELISIONS):
                    first, blank, _ = first.replace("'", "' ").partition(" ")
                if not (blank and first.removesuffix("'").isalpha()):
                    first, *more = _phrase(text)
                    if not more:
                        self._single[first] = sense
                        continue
                if first in self._longer:
                    self._longer[first].append((text, sense))
                else:
                    self._longer[first] = [(text, sense)]
        self._firsts = {*self._single, *self._longer}

    def at(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """Return the longest phrase that begins at *place*; none does behind the last token."""
        try:
            word = tokens[place].word
        except IndexError:
            return None
        if word not in self._firsts:
            return None
        second = place + 1
        if word in self._longer and second < len(tokens):
            for rest, sense in self._behind(word, tokens[second].word):
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
            return [at for at, token in enumerate(tokens) if token.word in self._firsts]
        places: Sequence[int] | None = tokens.found.get(self)
        if places is None:
            opening = self._firsts.intersection(tokens.places)
            places = tokens.found[self] = (
                sorted(at for word in opening for at in tokens.places[word]) if opening else ()
            )
        return places

    def phrases(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield the words of each phrase, and its sense."""
        yield from (((word,), sense) for word, sense in self._single.items())
        for first in self._longer:
            for second, phrases in self._beginning(first).items():
                yield from (((first, second, *rest), sense) for rest, sense in phrases)

    def singles(self) -> Iterable[tuple[str, str]]:
        """Return the phrases of one word, and their senses."""
        return self._single.items()

    def written(self) -> Iterator[tuple[Sequence[str], str]]:
        """Yield each phrase as it came, and its sense."""
        yield from (((word,), sense) for word, sense in self._single.items())
        yield from (((text,), sense) for phrases in self._longer.values() for text, sense in phrases)

    def opens(self, word: str) -> bool:
        """Tell whether a phrase of the list begins with a folded word."""
        return word in self._firsts

    def holds(self, word: str) -> bool:
        """Tell whether one folded word is a phrase of the list."""
        return word in self._single

    def sense_of(self, word: str) -> str | None:
        """Return the sense of one folded word that is a phrase of the list."""
        return self._single.get(word)

    def _behind(self, first: str, second: str) -> Sequence[tuple[tuple[str, ...], str]]:
        """Return what stands behind two words in the phrases that they begin, the longest first."""
        if first not in self._by_first:
            for text, _ in self._longer[first]:
                if second in text:
                    break
            else:
                return ()  # nothing needs to be taken apart
        return self._beginning(first).get(second, ())

    def _beginning(self, first: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
        """Return the phrases of several words that begin with one, by their second word, the longest first."""
        found = self._by_first.get(first)
        if found is None:
            found = self._by_first[first] = {}
            phrases = {_phrase(text)[1:]: sense for text, sense in self._longer[first]}
            for second, *rest in sorted(phrases, key=len, reverse=True):
                found.setdefault(second, []).append((tuple(rest), phrases[second, *rest]))
        return found


class Lexicon(dict[str, WordList]):
    """The word lists of one language, each made when it is first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self._merged: dict[tuple[str, ...], WordList] = {}

    def __missing__(self, name: str) -> WordList:
        lines = _written().get(f"{self.language},{name}".encode(), ())
        rows = map(_cells, lines)
        found = self[name] = WordList((folded(words).split("|"), sense) for _, _, sense, words in rows)
        return found

    def merged(self, names: tuple[str, ...]) -> WordList:
        """Return several lists as one; a phrase of two of them has the sense of the last."""
        found = self._merged.get(names)
        if found is None:
            found = self._merged[names] = WordList(
                phrase for name in names for phrase in self[name].written()
            )
        return found


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language, read once."""
    return Lexicon(language)


@cache
def _written() -> Mapping[bytes, Sequence[bytes]]:
    """Return the lines of each list as they stand in the files, by its language and name: few are asked for."""
    lists: dict[bytes, list[bytes]] = {}
    for file in ("cues.csv", "relations.csv", "numerals.csv"):
        for line in _lines(file):
            lists.setdefault(line[: line.index(b",", len("fr,"))], []).append(line)
    return lists


def _phrase(text: str) -> tuple[str, ...]:
    """Return the words of a folded phrase, most of which hold nothing but letters, blanks and French elisions."""
    if text.isalpha():
        return (text,)
    if "'" in text and not any(sign in text for sign in _NO_ELISIONS):
        words = text.replace("'", "' ").split()
        if all(word.removesuffix("'").isalpha() for word in words):
            return tuple(words)
    return tuple(plain_words(text) or [token.word for token in tokens_of(text)] or text.split())


@cache
def families() -> Mapping[str, str]:
    """Return the word that stands for the family of each folded word; families that share a word are one."""
    heads: dict[str, str] = {}
    for row in _rows("families.csv"):
        words = folded(row[0]).split()
        if heads.keys().isdisjoint(words):
            for word in words:
                heads[word] = words[0]
            continue
        known = dict.fromkeys(heads[word] for word in words if word in heads)
        head = next(iter(known))
        if len(known) > 1:
            heads |= {word: head for word, other in heads.items() if other in known}
        heads |= dict.fromkeys(words, head)
    return heads


@cache
def synonyms() -> WordList:
    """Return phrases that say another in other words; the sense is the other."""
    return WordList(((folded(words),), means) for words, means in _rows("synonyms.csv"))


@cache
def people_meant() -> Sequence[tuple[str, tuple[tuple[str, ...], ...], tuple[str, ...]]]:
    """Return, for each language, the phrases one of which a group is named by, and what else it may be called."""
    return [
        (language, tuple(map(_phrase, meant.split(";"))), tuple(words.split("|")))
        for language, meant, words in _rows("people.csv")
    ]


@cache
def demonyms() -> Mapping[str, tuple[str, ...]]:
    """Return the places that are known without any data, with the words for who lives there."""
    return {place: tuple(words.split()) for place, words in _rows("demonyms.csv")}


@cache
def known_wholes() -> Mapping[str, str]:
    """Return the folded names of unions, countries and totals, each with its level."""
    return {name: level for level, names in _rows("wholes.csv") for name in folded(names).split("|")}


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
