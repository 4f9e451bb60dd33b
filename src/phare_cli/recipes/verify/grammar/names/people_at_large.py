"""Find whoever lives somewhere by words for everybody: "nos concitoyens", "les gens", "the residents"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from phare_cli.documents.prose.lexicon import Lexicon, people_meant
from phare_cli.documents.prose.tokens import Token, words_of
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN, Mention, NamePhrases
from phare_cli.recipes.verify.grammar.stems import is_small, singular

_EVERYBODY, _FELLOWS = ("everybody",), ("fellow", "citizens")  # those of a mayor are nobody else's
_SEVERAL = 2
_TOLD_APART = frozenset(
    "qui ages agees avec sans vivant ayant aged over under who whose with without living having not".split()  # noqa: SIM905
)
_VERBS = ("verb", "light verb", "any verb")


class PeopleAtLarge:
    """Words for everybody of one survey: its one group of all who live somewhere.

    Where its groups are several and none of those, a mayor's fellow citizens are somebody, and nobody that is known.
    """

    def __init__(
        self, groups: Sequence[str], general: str, words: Lexicon, of_items: Collection[str]
    ) -> None:
        self._words, self._names = words, NamePhrases()
        at_large = words["at large"]
        is_open = len(groups) < _SEVERAL or any(
            at_large.holds(word) for each in groups for word in words_of(each)
        )
        for language, (meant, *_), phrases in people_meant():
            is_meant = meant == _FELLOWS or (meant == _EVERYBODY and bool(general))
            if language != words.language or not is_meant or (is_open and not general):
                continue
            for phrase in phrases:
                if not any(singular(word) in of_items for word in words_of(phrase) if not is_small(word)):
                    self._names.add(phrase, Mention(0, 0, "group", general or UNKNOWN), as_is=True)

    def opens(self, word: str) -> bool:
        """Tell whether such words may begin with a folded word."""
        return self._names.opens(word)

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        """Return everybody where the words at *place* name them, and no word beside tells some of them apart."""
        mention = self._names.at(tokens, place) if self.opens(tokens[place].word) else None
        if mention is None or self._are_some(tokens, place, mention.end):
            return None
        return mention

    def _are_some(self, tokens: Sequence[Token], place: int, end: int) -> bool:
        """Tell whether a word beside tells people apart: "young people", "les gens modestes", "those over 70"."""
        behind = tokens[end] if end < len(tokens) else None
        if behind is not None and behind.word in _TOLD_APART:
            return True
        if self._words.language == "en":
            before = tokens[place - 1] if place else None
            return before is not None and before.kind == "word" and not is_small(before.word)
        if behind is None or behind.kind != "word" or is_small(behind.word):
            return False
        is_verb = behind.word.endswith("nt") or any(self._words[name].holds(behind.word) for name in _VERBS)
        return not is_verb
