"""Tell sentences of money, in which no figure is one of people."""

from __future__ import annotations

from functools import partial

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.recipes.verify.grammar.sentence import Sentence


def is_about_money(sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of amounts, fares or budgets, and of nobody who answered."""
    is_named = any(not each.is_indicator and each.score >= 0.5 for each in sentence.topics)
    if is_named or any(each.kind == "group" for each in sentence.mentions):
        return False
    amounts = sentence.words["amount"].find(sentence.tokens)
    # "Scotland fares better" is of no bus.
    return any(map(partial(_is_sum, sentence), sentence.words["money"].find(sentence.tokens))) or any(
        not sentence.words["comparative"].holds(sentence.word(cue.end)) for cue in amounts
    )


def _is_sum(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a word of money is one: the m of "£3m", not of "I'm told"."""
    is_short = len(sentence.word(cue.start)) <= 2 and sentence.word(cue.start).isalpha()
    return not is_short or (cue.start > 0 and sentence.tokens[cue.start - 1].kind == "number")
