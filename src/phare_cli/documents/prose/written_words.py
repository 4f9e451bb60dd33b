"""Read the lists of words from ``words/``, where people edit them, and compile them into lines that are read at once.

A line is the name of a list, the words that are phrases alone, and longer phrases by their first word, parted by tabs:

    fr,hedge    less=moins;more=plus    moins>de=less|d'=less;plus>de=more
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from phare_cli.documents.prose.tokens import folded, plain_words, tokens_of, words_of

_WORDS = Path(__file__).with_name("words")
_LISTS = ("cues.csv", "relations.csv", "numerals.csv")
_NO_ELISIONS = ("n't", "'s", "' ", "-")


def compiled() -> str:
    """Return the lines of all lists."""
    lines = {name: line(name) for name in (*_lists(), "families", "peoples", "synonyms", "wholes")}
    return "".join(f"{name}\t{words}\n" for name, words in lines.items())


@cache
def line(name: str) -> str:
    """Return the line of one list without its name."""
    if name == "families":
        return ";".join(text for pair in _families().items() for text in pair)
    if name == "peoples":
        return _peoples()
    if name == "wholes":
        return _senses(
            {name: level for level, names in _rows("wholes.csv") for name in folded(names).split("|")}
        )
    if name == "synonyms":
        return _phrases([([folded(words)], means) for words, means in _rows("synonyms.csv")])
    return _phrases(_lists().get(name, ()))


def _families() -> Mapping[str, str]:
    """Return the word that stands for the family of each folded word; families that share a word are one."""
    heads: dict[str, str] = {}
    for (words,) in _rows("families.csv"):
        family = folded(words).split()
        known = dict.fromkeys(heads[word] for word in family if word in heads)
        head = next(iter(known), family[0])
        heads |= {word: head for word, other in heads.items() if other in known}
        heads |= dict.fromkeys(family, head)
    return heads


def _peoples() -> str:
    """Return places and words for who lives there by the first word of each: "francais>français=France"."""
    by_first: dict[str, list[str]] = {}
    for place, words in _rows("demonyms.csv"):
        for name in (place, *(word.replace("_", " ") for word in words.split())):
            first = next(word for word in words_of(name) if word[-1] != "'")
            by_first.setdefault(first, []).append(f"{name}={place}")
    return ";".join(f"{first}>{'|'.join(names)}" for first, names in by_first.items())


@cache
def _lists() -> Mapping[str, Sequence[tuple[Sequence[str], str]]]:
    """Return the phrases of each list with their sense, by its language and name."""
    lists: dict[str, list[tuple[Sequence[str], str]]] = {}
    for file in _LISTS:
        for language, name, sense, words in _rows(file):
            lists.setdefault(f"{language},{name}", []).append((folded(words).split("|"), sense))
    return lists


def _phrases(senses: Sequence[tuple[Sequence[str], str]]) -> str:
    """Return phrases as a line has them; a later one stands in place of the same before it."""
    alone: dict[str, str] = {}
    longer: dict[str, dict[str, str]] = {}
    for texts, sense in senses:
        for text in texts:
            first, *more = _phrase(text)
            if more:
                longer.setdefault(first, {})[" ".join(more)] = sense
            else:
                alone[first] = sense
    behind = {
        first: "|".join(f"{words}={sense}" for words, sense in of_first.items())
        for first, of_first in longer.items()
    }
    return f"{_senses(alone)}\t{';'.join(f'{first}>{words}' for first, words in behind.items())}"


def _senses(senses: Mapping[str, str]) -> str:
    """Return words by their senses, as a line has them."""
    words: dict[str, list[str]] = {}
    for word, sense in senses.items():
        words.setdefault(sense, []).append(word)
    return ";".join(f"{sense}={'|'.join(of_sense)}" for sense, of_sense in words.items())


def _phrase(text: str) -> tuple[str, ...]:
    """Return the words of a folded phrase, most of which hold nothing but letters, blanks and French elisions."""
    if text.isalpha():
        return (text,)
    if "'" in text and not any(sign in text for sign in _NO_ELISIONS):
        words = text.replace("'", "' ").split()
        if all(word.removesuffix("'").isalpha() for word in words):
            return tuple(words)
    return tuple(plain_words(text) or [token.word for token in tokens_of(text)] or text.split())


def _rows(file: str) -> Iterator[list[str]]:
    """Yield the rows of a file of words below its head."""
    with (_WORDS / file).open(encoding="utf-8", newline="") as opened:
        rows = csv.reader(opened)
        next(rows)
        yield from rows
