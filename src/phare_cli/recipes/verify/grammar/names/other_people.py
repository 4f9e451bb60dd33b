"""Tell people who are no group of the data: a title, whoever one has to do with, a kind that nobody was asked of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from phare_cli.documents.prose.lexicon import Lexicon, lexicon
from phare_cli.documents.prose.tokens import Token, words_of
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.names.speakers import speaks
from phare_cli.recipes.verify.grammar.stems import is_small, singular

_TO_DO_WITH = frozenset(("with", "by", "from", "to", "avec", "par", "a"))
_ONE = frozenset(("a", "an", "un", "une"))
_TITLES = frozenset(("m", "mme", "monsieur", "madame"))
_THEIRS = frozenset(("leurs", "leur", "ses", "their", "his", "her", "its"))
_TO_COUNT = 4  # words from a figure to "leurs habitants", or from them to theirs
_SHARED = frozenset(("sur", "in", "out"))  # behind one of those who are counted: "un automobiliste sur six"
_BESIDE = frozenset(
    "than as que qu' for of among chez parmi pour de plus moins half only et and soit".split()  # noqa: SIM905
)
_VERBAL = ("ed", "ing", "ly", "s")  # "surveyed farmers", "Southland's farmers"


def is_nobody_asked(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Tell whether a word is of nobody who was asked: one person, whoever one has to do with, "their residents"."""
    return (
        _is_one_person(tokens, place, words)
        or _is_any_one(tokens, place)
        or _is_of_somebody(tokens, place, words)
    )


def _is_of_somebody(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Tell whether people are somebody's, and not counted: "les maires et leurs administrés"."""
    if not place or tokens[place - 1].word not in _THEIRS or not words["at large"].holds(tokens[place].word):
        return False
    before, behind = tokens[max(0, place - _TO_COUNT) : place], tokens[place + 1 : place + _TO_COUNT]
    return all(each.text != "%" for each in before) and all(each.kind != "number" for each in behind)


def _is_one_person(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Tell whether a word is a title of somebody, or who speaks: "M. le Maire", "résume une élue"."""
    last = tokens[place - 1].word if place else ""
    if last in ("le", "la"):
        return any(token.word in _TITLES for token in tokens[max(0, place - 3) : place])
    return (last in _ONE or last == "one") and speaks(tokens, place, words)


def _is_any_one(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word is whoever somebody has to do with: "a partnership with an association"."""
    if place < 2 or tokens[place - 1].word not in _ONE or tokens[place - 2].word not in _TO_DO_WITH:
        return False
    return place + 1 == len(tokens) or tokens[place + 1].word not in _SHARED


def is_object(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Tell whether a word is whom an answer is about, one of many: "take on an apprentice", "un ancien apprenti"."""
    at = place - 1
    if at > 0 and words["adjective"].holds(tokens[at].word):
        at -= 1
    if at < 1 or tokens[at].word not in _ONE or tokens[at - 1].kind != "word":
        return False
    after = tokens[place + 1].word if place + 1 < len(tokens) else ""
    return after not in _SHARED and tokens[at - 1].word not in _BESIDE


def names_of_all(
    labels: Mapping[str, Sequence[tuple[str, str]]], bases: Mapping[str, float]
) -> Iterator[tuple[str, str]]:
    """Yield the group that holds the others of its noun, with that noun: "owners" are dog owners, of any kind.

    Its base holds those of the others together.
    """
    by_head: dict[str, dict[str, str]] = {}
    for group, of_group in labels.items():
        for words in (words_of(name) for language, name in of_group if language == "en"):
            if len(words) > 1:
                by_head.setdefault(singular(words[-1]), {})[group] = words[-1]
    for heads in by_head.values():
        widest = max(heads, key=lambda group: bases.get(group, 0.0))
        others = sum(bases.get(group, 0.0) for group in heads if group != widest)
        if len(heads) > 1 and bases.get(widest, 0.0) >= others > 0:
            yield widest, heads[widest]


class OtherKinds:
    """English kinds of people that are none of the data's: "deer farmers", where the data name two others."""

    def __init__(self, labels: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        names = {
            words_of(name) for of_group in labels.values() for language, name in of_group if language == "en"
        }
        heads = Counter(words[-1] for words in names if len(words) > 1)
        self._heads = {singular(head) for head, number in heads.items() if number > 1}
        self._known = {singular(word) for words in names for word in words}

    def follow(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether the noun that several groups share stands behind *place*."""
        return (
            bool(self._heads) and place + 1 < len(tokens) and singular(tokens[place + 1].word) in self._heads
        )

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return somebody unknown where a noun of no group stands before the noun that several groups share."""
        if not self.follow(tokens, place):
            return None
        token = tokens[place]
        is_noun = token.kind == "word" and token.text.islower() and not token.word.endswith(_VERBAL)
        is_free = singular(token.word) not in self._known and not is_small(token.word)
        words = lexicon("en")
        is_adjective = words["adjective"].holds(token.word) or words["cardinal"].holds(token.word)
        if not (is_noun and is_free) or is_adjective:
            return None
        return Mention(place, place + 2, "group", UNKNOWN)
