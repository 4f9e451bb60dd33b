"""A name that stands in a sentence, and phrases found by their words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from phare_cli.documents.prose.tokens import Token, folded, plain_words, tokens_of, words_of
from phare_cli.recipes.verify.grammar.stems import singular

_TOGETHER = 4  # digits that nothing parts
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


class _Name(NamedTuple):
    """A name that is held: its words, what it is, and whether it is found in capitals alone; *place* is its turn."""

    words: tuple[str, ...]
    mention: Mention
    is_exact: bool
    place: int


class _Branch:
    """What stands behind the first words of names: the name that ends there, and those that go on."""

    __slots__ = ("after", "name")

    def __init__(self) -> None:
        self.name: _Name | None = None
        self.after: dict[str, _Branch] = {}


class NamePhrases:
    """Names by their words without number and gender, the longest found first."""

    def __init__(self) -> None:
        self._root = _Branch()
        self._written: dict[tuple[str, ...], set[str]] = {}  # how the last words of names are written

    def add(self, name: str, mention: Mention, *, exact: bool = False, as_is: bool = False) -> None:
        """Hold a name; an *exact* one is found in capitals alone, one *as_is* with its number and gender."""
        said: tuple[str, ...] = (folded(name),)
        last = name
        if not name.isalpha():
            last = (plain_words(name) or [token.text for token in tokens_of(name)] or [""])[-1]
            said = tuple(_in_digits(word) for word in words_of(name) if not word.endswith("'"))
        words = said if exact or as_is else tuple(map(singular, said))
        if not words:
            return
        written = self._written.get(words)
        if written is not None:
            written.add(last.casefold())
            return
        branch = self._root
        for word in words:
            if word not in branch.after:
                branch.after[word] = _Branch()
            branch = branch.after[word]
        branch.name = _Name(words, mention, exact, len(self._written))
        self._written[words] = {last.casefold()}

    def opens(self, word: str) -> bool:
        """Tell whether a name may begin with a folded word."""
        return word in self._root.after or singular(word) in self._root.after

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return the longest name that begins at *place*."""
        word = tokens[place].word if tokens[place].kind == "word" else _in_digits(tokens[place].word)
        for first in dict.fromkeys((word, singular(word))):
            branch = self._root.after.get(first)
            if branch is None or tokens[place].word.endswith("'"):
                continue
            found = list(_ends(branch, tokens, place + 1))
            for name, end in sorted(found, key=lambda each: (-len(each[0].words), each[0].place)):
                if name.mention.kind == "place" and first != word:
                    continue
                if name.is_exact and not _is_written_in_capitals(name, tokens, place):
                    continue
                if not all(_contradicts(each, tokens[end - 1]) for each in self._written[name.words]):
                    return name.mention._replace(start=place, end=end)
        return None


def _in_digits(word: str) -> str:
    """Return a number without what parts its thousands: "1,000" and "1 000" are "1000"."""
    return "".join(filter(str.isdigit, word)) if len(word) > _TOGETHER and word[0].isdigit() else word


def _ends(branch: _Branch, tokens: Sequence[Token], place: int) -> Iterator[tuple[_Name, int]]:
    """Yield the names whose words go on from a branch at *place*, each with the token behind its last."""
    if branch.name is not None:
        yield branch.name, place
    while branch.after and place < len(tokens) and tokens[place].word.endswith("'"):
        place += 1
    if not branch.after or place >= len(tokens):
        return
    word = tokens[place].word if tokens[place].kind == "word" else _in_digits(tokens[place].word)
    for form in dict.fromkeys((word, singular(word))):
        after = branch.after.get(form)
        if after is not None:
            yield from _ends(after, tokens, place + 1)


def _is_written_in_capitals(name: _Name, tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the words of a name stand as they are, in capitals."""
    own = [token for token in tokens[place:] if not token.word.endswith("'")][: len(name.words)]
    return all(
        token.text.isupper() and token.word == word for token, word in zip(own, name.words, strict=True)
    )


def _contradicts(written: str, token: Token) -> bool:
    """Tell whether accents make another word of a name: "élevé" is no "élève"; capitals may leave them out."""
    text = token.text.casefold()
    if text.isascii() or folded(text) == text or token.text.isupper():
        return False
    pairs = zip(written[1:], text[1:], strict=False)  # a first letter may be a capital without its accent
    return any(one != other and folded(one) == folded(other) for one, other in pairs)
