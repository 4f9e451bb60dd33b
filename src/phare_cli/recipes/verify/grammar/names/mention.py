"""A name that stands in a sentence, and phrases found by their words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from phare_cli.documents.prose.tokens import Token, first_word, folded, plain_words, tokens_of, words_of
from phare_cli.recipes.verify.grammar.stems import singular

if TYPE_CHECKING:
    _Tell = Callable[[str], Iterable[tuple[str, "Mention", bool]]]  # names, and whether in capitals alone

_TOGETHER = 4  # digits that nothing parts
UNKNOWN = "?"  # somebody or somewhere that the data hold nothing of
OTHERS = "others"  # the other of two groups
HERE = "here"  # the region that the text speaks of
ARTICLES = frozenset(("la", "le", "les", "l'", "the"))
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
    """Names by their words without number and gender, the longest found first.

    A name is taken apart when a text has its first word: most of those that are known stand in no text.
    """

    def __init__(self) -> None:
        self._root = _Branch()
        self._written: dict[tuple[str, ...], set[str]] = {}  # how the last words of names are written
        self._waiting: dict[str, list[tuple[str, Mention, bool, bool]]] = {}  # by their first words
        self._untold: set[str] = set()  # first words of names that are told by what follows
        self._tell: _Tell = lambda _: ()

    def add(self, name: str, mention: Mention, *, exact: bool = False, as_is: bool = False) -> None:
        """Hold a name; an *exact* one is found in capitals alone, one *as_is* with its number and gender."""
        if opening := _in_digits(first_word(name)):
            first = opening if exact or as_is else singular(opening)
            self._waiting.setdefault(first, []).append((name, mention, exact, as_is))

    def add_when_opened(self, firsts: Iterable[str], tell: "_Tell") -> None:
        """Hold behind all others the names that *tell* returns for a first word, as they are, once a text has it."""
        self._untold, self._tell = set(firsts), tell

    def _come(self, first: str) -> None:
        """Take apart the names that begin with a word."""
        for name, mention, exact, as_is in self._waiting.pop(first, ()):
            self._hold(*_words_of(name, is_plain=exact or as_is), mention, exact)
        if first in self._untold:
            self._untold.remove(first)
            for name, mention, exact in self._tell(first):
                self._hold(*_words_of(name, is_plain=True), mention, exact)

    def _hold(self, words: tuple[str, ...], last: str, mention: Mention, exact: bool) -> None:
        written = self._written.get(words)
        if written is not None:
            written.add(last)
            return
        branch = self._root
        for word in words:
            if word not in branch.after:
                branch.after[word] = _Branch()
            branch = branch.after[word]
        branch.name = _Name(words, mention, exact, len(self._written))
        self._written[words] = {last}

    def opens(self, word: str) -> bool:
        """Tell whether a name may begin with a folded word."""
        waiting, known, untold = self._waiting, self._root.after, self._untold
        if word in waiting or word in known or word in untold:
            return True
        one = singular(word)
        return one in waiting or one in known or one in untold

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return the longest name that begins at *place*."""
        token = tokens[place]
        word = token.word if token.kind == "word" else _in_digits(token.word)
        one, known = singular(word), self._root.after
        for first in (word, one):
            if first in self._waiting or first in self._untold:
                self._come(first)
        if (word not in known and one not in known) or word[-1:] == "'":
            return None
        for first in dict.fromkeys((word, one)):
            branch = known.get(first)
            if branch is None:
                continue
            found = list(_ends(branch, tokens, place + 1))
            if len(found) > 1:
                found.sort(key=lambda each: (-len(each[0].words), each[0].place))
            for name, end in found:
                if name.mention.kind == "place" and first != word:
                    continue
                if name.is_exact and not _is_written_in_capitals(name, tokens, place):
                    continue
                if not all(_contradicts(each, tokens[end - 1]) for each in self._written[name.words]):
                    return name.mention._replace(start=place, end=end)
        return None


def _words_of(name: str, *, is_plain: bool) -> tuple[tuple[str, ...], str]:
    """Return the words of a name, without number and gender unless *is_plain*, and how its last one is written."""
    said: tuple[str, ...] = (folded(name),)
    last = name
    if not name.isalpha():
        last = (plain_words(name) or [token.text for token in tokens_of(name)] or [""])[-1]
        said = tuple(_in_digits(word) for word in words_of(name) if word[-1:] != "'")
    return said if is_plain else tuple(map(singular, said)), last.casefold()


def _in_digits(word: str) -> str:
    """Return a number without what parts its thousands: "1,000" and "1 000" are "1000"."""
    return "".join(filter(str.isdigit, word)) if len(word) > _TOGETHER and word[0].isdigit() else word


def _ends(branch: _Branch, tokens: Sequence[Token], place: int) -> Iterator[tuple[_Name, int]]:
    """Yield the names whose words go on from a branch at *place*, each with the token behind its last."""
    if branch.name is not None:
        yield branch.name, place
    while branch.after and place < len(tokens) and tokens[place].word[-1:] == "'":
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
    own = [token for token in tokens[place:] if token.word[-1:] != "'"][: len(name.words)]
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
