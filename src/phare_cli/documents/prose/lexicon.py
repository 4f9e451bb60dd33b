"""The words of the grammar of claims, in both languages: data in ``words/``, found in the tokens of a sentence."""

import csv
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from phare_cli.documents.prose.tokens import Token, TokenRow, folded, plain_words, tokens_of, words_of

TELLING = 5000  # tokens that tell the language of a document
WORDS = Path(__file__).with_name("words")


class Cue(NamedTuple):
    """Words of a list that stand in a sentence, from token *start* to token *end* (after the last)."""

    start: int
    end: int
    sense: str


class WordList:
    """Phrases of one list, each with its sense, found by their first two words; the longest is taken."""

    def __init__(self, phrases: Mapping[tuple[str, ...], str]) -> None:
        self._single = {words[0]: sense for words, sense in phrases.items() if len(words) == 1}
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {
            word: {} for word in self._single
        }
        for words, sense in phrases.items():
            if len(words) > 1:
                of_first = self._by_first.setdefault(words[0], {})
                of_first.setdefault(words[1], []).append((words[2:], sense))
        for of_first in self._by_first.values():
            for of_second in of_first.values():
                if len(of_second) > 1:
                    of_second.sort(key=lambda phrase: -len(phrase[0]))
        self._firsts = frozenset(self._by_first)

    def at(self, tokens: Sequence[Token], place: int) -> Cue | None:
        """Return the longest phrase that begins at *place*; none does behind the last token."""
        try:
            word = tokens[place].word
        except IndexError:
            return None
        of_first = self._by_first.get(word)
        if of_first is None:
            return None
        second = place + 1
        if of_first and second < len(tokens):
            for rest, sense in of_first.get(tokens[second].word, ()):
                end = second + 1 + len(rest)
                if end <= len(tokens) and all(
                    tokens[second + n].word == each for n, each in enumerate(rest, start=1)
                ):
                    return Cue(place, end, sense)
        alone = self._single.get(word)
        return Cue(place, second, alone) if alone is not None else None

    def find(self, tokens: Sequence[Token], start: int = 0, end: int | None = None) -> Iterator[Cue]:
        """Yield the phrases that stand between *start* and *end*, none inside another."""
        place, limit = start, len(tokens) if end is None else end
        for opening in self._openings(tokens):
            if place <= opening < limit:
                cue = self.at(tokens, opening)
                if cue is not None and cue.end <= limit:
                    yield cue
                    place = cue.end

    def _openings(self, tokens: Sequence[Token]) -> Sequence[int]:
        """Return where the first words of phrases stand. A row knows its words: most hold none of most lists."""
        if not isinstance(tokens, TokenRow):
            return [at for at, token in enumerate(tokens) if token.word in self._by_first]
        if tokens.places.keys().isdisjoint(self._firsts):
            return ()
        return sorted(at for word in self._firsts & tokens.places.keys() for at in tokens.places[word])

    def first(self, tokens: Sequence[Token], start: int = 0, end: int | None = None) -> Cue | None:
        """Return the first phrase between *start* and *end*."""
        return next(self.find(tokens, start, end), None)

    def before(self, tokens: Sequence[Token], end: int) -> Cue | None:
        """Return the longest phrase that ends right before *end*."""
        for start in range(max(0, end - 6), end):
            cue = self.at(tokens, start) if self.opens(tokens[start].word) else None
            if cue is not None and cue.end == end:
                return cue
        return None

    def phrases(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield the words of each phrase, and its sense."""
        yield from (((word,), sense) for word, sense in self._single.items())
        for first, of_first in self._by_first.items():
            for second, phrases in of_first.items():
                yield from (((first, second, *rest), sense) for rest, sense in phrases)

    def opens(self, word: str) -> bool:
        """Tell whether a phrase of the list begins with a folded word."""
        return word in self._by_first

    def holds(self, word: str) -> bool:
        """Tell whether one folded word is a phrase of the list."""
        return word in self._single

    def sense_of(self, word: str) -> str | None:
        """Return the sense of one folded word that is a phrase of the list."""
        return self._single.get(word)


class Lexicon:
    """The word lists of one language, each made when it is first asked for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._written = _written().get(language, {})
        self._lists: dict[str, WordList] = {}
        self._merged: dict[tuple[str, ...], WordList] = {}

    def __getitem__(self, name: str) -> WordList:
        found = self._lists.get(name)
        if found is None:
            rows = self._written.get(name, ())
            found = WordList(
                {_phrase(each): sense for sense, words in rows for each in folded(words).split("|")}
            )
            self._lists[name] = found
        return found

    def merged(self, names: tuple[str, ...]) -> WordList:
        """Return several lists as one; a phrase of two of them has the sense of the last."""
        found = self._merged.get(names)
        if found is None:
            phrases = {words: sense for name in names for words, sense in self[name].phrases()}
            found = self._merged[names] = WordList(phrases)
        return found


@cache
def lexicon(language: str) -> Lexicon:
    """Return the words of a language, read once."""
    return Lexicon(language)


@cache
def _written() -> Mapping[str, Mapping[str, Sequence[tuple[str, str]]]]:
    """Return, for each language and list, the senses and their phrases as they stand in the files."""
    lists: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for file in ("cues.csv", "relations.csv", "numerals.csv"):
        for language, name, sense, words in _rows(file):
            lists.setdefault(language, {}).setdefault(name, []).append((sense, words))
    return lists


def _phrase(text: str) -> tuple[str, ...]:
    """Return the words of a folded phrase, most of which hold nothing but letters and blanks."""
    return (
        (text,)
        if text.isalpha()
        else tuple(plain_words(text) or [token.word for token in tokens_of(text)] or text.split())
    )


@cache
def families() -> Mapping[str, str]:
    """Return the word that stands for the family of each folded word; families that share a word are one."""
    heads: dict[str, str] = {}
    for row in _rows("families.csv"):
        words = [folded(word) for word in row[0].split()]
        known = dict.fromkeys(heads[word] for word in words if word in heads)
        head = next(iter(known), words[0])
        if len(known) > 1:
            heads = {word: head if other in known else other for word, other in heads.items()}
        heads.update(dict.fromkeys(words, head))
    return heads


@cache
def synonyms() -> WordList:
    """Return phrases that say another in other words; the sense is the other."""
    return WordList({words_of(words): means for words, means in _rows("synonyms.csv")})


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
    return {folded(name): level for level, names in _rows("wholes.csv") for name in names.split("|")}


def _rows(file: str) -> Iterator[list[str]]:
    with (WORDS / file).open(encoding="utf-8", newline="") as opened:
        rows = csv.reader(opened)
        next(rows)
        yield from rows


def language_of(tokens: Sequence[Token], *, besides: Collection[str] = ()) -> str:
    """Return the language that most small words of a document are of, those *besides* where there are others."""
    told = [token.word for token in tokens[:TELLING] if token.kind == "word"]
    for words in ([word for word in told if word not in besides], told):
        french, english = (sum(map(lexicon(language)["stop"].holds, words)) for language in ("fr", "en"))
        if french != english:
            break
    return "en" if english > french else "fr"
