"""Find groups by the word that tells them from those of their noun: "les libéraux", "the small ones", "heads"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token, folded
from phare_cli.recipes.verify.grammar.names.mention import Mention, NamePhrases
from phare_cli.recipes.verify.grammar.stems import singular

_SIZE = r"(?P<size>\d[\d.,\s]*\d)\s(?:[^\W\d]+\s)?(?P<more>or more|and more|and over|et plus|ou plus)\b"
_PLURAL_ARTICLES = frozenset(("les", "des", "aux", "ces"))
_ARTICLES = frozenset(("le", "la", "l'"))
_WHERE = frozenset(("dans", "in"))
_GOES_ON = frozenset(("and", "or", "but", "et", "ou", "than", "que"))
_MANY = frozenset(("in", "out", "of"))  # "one senior in two"
_ONE = frozenset(("one", "a", "an"))
_OUT_OF = frozenset(("sur", "in", "out"))
_LEADING = frozenset("among of for by the and than with from".split())  # noqa: SIM905
_THOSE = frozenset(("those", "people", "living", "live", "lives", "residents"))
_JOINING = frozenset((",", "et", "ou", "and", "or"))
_PLURALS = ("s", "x")
_SHORT = 3  # letters of a word that may be of another meaning in its plural
_LIST_OF = "the"  # "heads the list", "the young"


class ElidedNames:
    """The words that are left of the names of groups of one survey, whose nouns several of them share."""

    def __init__(self, words: Lexicon, nouns: frozenset[str]) -> None:
        self._words = words
        self._names = NamePhrases()
        self._nouns = nouns

    def add(self, name: str, mention: Mention) -> None:
        """Hold the word that is left of a name; in English, of those who are persons, with what makes many of them."""
        self._names.add(name, mention, as_is=True)
        if self._words.language == "fr":  # "les libéraux", "dans le libéral"
            one = f"{name[:-3]}al" if name.endswith("aux") else name.removesuffix("s")
            self._names.add(one, mention, as_is=True)
        elif self._words["person"].holds(folded(name)) or len(name) > _SHORT:
            self._names.add(f"{name}s", mention, as_is=True)  # "heads", "those in flats"

    def opens(self, word: str) -> bool:
        """Tell whether such a name may begin with a folded word."""
        return self._names.opens(word)

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return the group that the word at *place* stands for."""
        mention = self._names.at(tokens, place) if self.opens(tokens[place].word) else None
        if mention is None:
            return None
        before = tokens[place - 1].word if place else ""
        after = tokens[mention.end].word if mention.end < len(tokens) else ""
        if after == "ones":
            return mention._replace(end=mention.end + 1)
        follows = tokens[mention.end] if mention.end < len(tokens) else None
        is_alone = (
            follows is None
            or follows.kind != "word"
            or follows.word in _GOES_ON
            or self._words["verb"].holds(follows.word)
        )
        if before == _LIST_OF and is_alone:
            return mention  # "among the young, 63%"
        if before in _PLURAL_ARTICLES or self._are_persons(tokens, place, after):
            return mention
        is_counted = place > 0 and (
            tokens[place - 1].kind == "number" or self._words["cardinal"].holds(before)
        )
        if is_counted and (
            after in _OUT_OF or (is_alone and tokens[mention.end - 1].word.endswith(_PLURALS))
        ):
            return mention  # "quatre locataires sur dix", "2 550 boursiers"
        if len(tokens) == 1 or self._shares_noun(tokens, mention):
            return mention  # the head of a row or a column
        if self._words["peer"].holds(before):  # "leurs confrères libéraux"
            return mention
        if self._words["peer"].holds(after):  # "their junior colleagues"
            return mention._replace(end=mention.end + 1)
        return self._in_sector(tokens, mention, before)

    def _shares_noun(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Tell whether a word stands in a row with one that has the noun of both: "small and medium-sized firms"."""
        if self._words.language == "fr":  # "associations culturelles et sportives"
            before = mention.start - 2
            is_row = before > 0 and tokens[mention.start - 1].word in _JOINING
            return is_row and self._tells_noun(tokens, before)
        after = mention.end + 1
        is_row = after + 1 < len(tokens) and tokens[mention.end].word in _JOINING
        return is_row and self._tells_noun(tokens, after)

    def _tells_noun(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether the word at *place* is left of a name, and stands with the noun of that name or in a row."""
        name = self._names.at(tokens, place) if self.opens(tokens[place].word) else None
        if name is None:
            return False
        at = place - 1 if self._words.language == "fr" else name.end
        if not 0 <= at < len(tokens):
            return False
        further = at - 1 if self._words.language == "fr" else at + 1
        is_noun = singular(tokens[at].word) in self._nouns
        is_row = tokens[at].word in _JOINING and 0 <= further < len(tokens)
        return is_noun or (is_row and self._tells_noun(tokens, further))

    def _are_persons(self, tokens: Sequence[Token], place: int, after: str) -> bool:
        """Tell whether a word names persons by itself: "heads" and "one senior in two", not "heads the list"."""
        word = tokens[place].word
        if self._words["person"].holds(word):
            return place > 0 and tokens[place - 1].word in _ONE and after in _MANY
        is_verb = after == _LIST_OF and (not place or tokens[place - 1].word not in _LEADING)
        return self._words["person"].holds(word[:-1]) and word.endswith("s") and not is_verb

    def _in_sector(self, tokens: Sequence[Token], mention: Mention, before: str) -> Mention | None:
        """Return those of a sector that is named for them: "dans le privé", "in primary and in secondary schools"."""
        if before in _ARTICLES:
            is_led = mention.start > 1 and tokens[mention.start - 2].word in _WHERE
            return mention if is_led else None
        if before not in _WHERE:
            return None
        sector = self._words["sector"].at(tokens, mention.end)
        if sector is not None:
            return mention._replace(end=sector.end)
        rest = tokens[mention.end : mention.end + 1]
        is_alone = not rest or rest[0].kind != "word" or rest[0].word in _GOES_ON
        are_those = (
            mention.start > 1 and tokens[mention.start - 2].word in _THOSE
        )  # "those living in flats nap"
        is_alone = is_alone or are_those or self._words["verb"].holds(rest[0].word)
        return mention if is_alone else None


def with_sizes(names: Sequence[str]) -> Iterator[str]:
    """Yield the names of a part, and the size that each tells without whom it counts: "1,000 or more"."""
    yield from names
    for name in names:
        if any(map(str.isdigit, name)) and (said := re.search(_SIZE, name)) is not None:
            yield f"{said['size']} {said['more']}"
