"""Tell the numbers of a sentence that are figures from gaps and from what something changed by."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE, SpokenNumber
from phare_cli.recipes.verify.grammar.sentence import Sentence


def is_figure(sentence: Sentence, number: SpokenNumber) -> bool:
    """Tell whether a number may be a figure: a percent or a score, and no part of a change ("has grown by half")."""
    is_by = number.in_words and sentence.word(number.start - 1) in ("by", "de", "d'")
    is_share = is_by and sentence.words["change"].before(sentence.tokens, number.start - 1) is not None
    return number.unit in (PERCENT, SCORE) and not is_share
