"""A name that stands in a sentence, and phrases found by their words."""

from collections.abc import Sequence
from typing import NamedTuple

from phare_cli.documents.prose.tokens import Token, folded, is_plain, tokens_of, words_of
from phare_cli.recipes.verify.grammar.stems import singular

UNKNOWN = "?"  # somebody or somewhere that the data hold nothing of
OTHERS = "others"  # the other of two groups
HERE = "here"  # the region that the text speaks of
SAME = "same"  # what the comparison before named: "in line with it"


class Mention(NamedTuple):
    """A name that stands from token *start* to *end*; *id* is the data's, or UNKNOWN. *segment* goes with a group."""

    start: int
    end: int
    kind: str  # "place", "group" or "wave"
    id: str
    segment: str = ""
    is_people: bool = False  # a place said by who lives there


class NamePhrases:
    """Names by their words without number and gender, the longest found first."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Mention, bool]]] = {}
        self._written: dict[tuple[str, ...], set[str]] = {}  # how the last words of names are written

    def add(self, name: str, mention: Mention, *, exact: bool = False, as_is: bool = False) -> None:
        """Hold a name; an *exact* one is found in capitals alone, one *as_is* with its number and gender."""
        words = tuple(
            word if exact or as_is else singular(word) for word in words_of(name) if not word.endswith("'")
        )
        if words:
            last = name.split()[-1] if is_plain(name) else tokens_of(name)[-1].text
            written = self._written.setdefault(words, set())
            if not written:
                phrases = self._by_first.setdefault(words[0], [])
                phrases.append((words, mention, exact))
                phrases.sort(key=lambda phrase: -len(phrase[0]))
            written.add(last.casefold())

    def opens(self, word: str) -> bool:
        """Tell whether a name may begin with a folded word."""
        return word in self._by_first or singular(word) in self._by_first

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return the longest name that begins at *place*."""
        word = tokens[place].word
        for first in dict.fromkeys((word, singular(word))):
            for words, mention, exact in self._by_first.get(first, ()):
                if mention.kind == "place" and first != word:
                    continue
                end = self._end(tokens, place, words, exact)
                if end and not all(_contradicts(each, tokens[end - 1]) for each in self._written[words]):
                    return mention._replace(start=place, end=end)
        return None

    @staticmethod
    def _end(tokens: Sequence[Token], place: int, words: Sequence[str], exact: bool) -> int:
        for word in words:
            while place < len(tokens) and tokens[place].word.endswith("'"):
                place += 1
            if place >= len(tokens) or word not in (
                tokens[place].word,
                "" if exact else singular(tokens[place].word),
            ):
                return 0
            if exact and not tokens[place].text.isupper():
                return 0
            place += 1
        return place


def _contradicts(written: str, token: Token) -> bool:
    """Tell whether accents make another word of a name: "élevé" is no "élève"; capitals may leave them out."""
    text = token.text.casefold()
    if text.isascii() or folded(text) == text or token.text.isupper():
        return False
    pairs = zip(written[1:], text[1:], strict=False)  # a first letter may be a capital without its accent
    return any(one != other and folded(one) == folded(other) for one, other in pairs)
