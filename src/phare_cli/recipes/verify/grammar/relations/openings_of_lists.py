"""Tell which word lists a sentence may have phrases of, by its words alone: of others nothing need be looked for."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from phare_cli.documents.prose.lexicon import lexicon
from phare_cli.documents.prose.tokens import TokenRow
from phare_cli.recipes.verify.grammar.sentence import Sentence


def may_have(sentence: Sentence, *names: str) -> bool:
    """Tell whether a word of a sentence opens a phrase of one of some lists, which may go on otherwise there."""
    return not _opening(sentence.words.language, names).isdisjoint(words_in(sentence))


def has_any(sentence: Sentence, *names: str) -> bool:
    """Tell whether a phrase of one of some lists stands in a sentence."""
    return sentence.words.merged(names).first(sentence.tokens) is not None


def words_in(sentence: Sentence) -> AbstractSet[str]:
    """Return the folded words of a sentence."""
    row = sentence.tokens
    return row.words if isinstance(row, TokenRow) else {token.word for token in row}


@cache
def _opening(language: str, names: tuple[str, ...]) -> frozenset[str]:
    return lexicon(language).firsts(names)
