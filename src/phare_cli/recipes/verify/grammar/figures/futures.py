"""Tell what is to come from what people expect: "by 2030, 60% will", but "60% think that prices will rise"."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import PERCENT
from phare_cli.recipes.verify.grammar.sentence import Sentence

_WHAT = frozenset(("what", "how", "whether"))
_TO_WHAT = 4  # words from "what" to "will"
_TELLERS = frozenset(("i", "we", "you"))


def tells_future(sentence: Sentence) -> bool:
    """Tell whether the figures of a sentence are of a time to come, and those of no survey."""
    for cue in sentence.words["future"].find(sentence.tokens):
        before = [each for each in sentence.numbers if each.unit == PERCENT and each.end <= cue.start]
        expects = before and sentence.has("expecting", before[0].end, cue.start)
        # "I will say one good thing", "40% of farmers will plant"
        is_told = sentence.word(cue.start - 1) in _TELLERS or any(
            each.end == cue.start for each in sentence.of_kind("group")
        )
        told = {sentence.word(at) for at in range(max(0, cue.start - _TO_WHAT), cue.start)}
        if sentence.words.language == "en" and not _WHAT.isdisjoint(told):
            continue  # "what it will cost comes first": the verb is of what people answer
        is_of_answer = any(cue.start in each.places for each in sentence.topics)
        if not is_of_answer and not expects and not (is_told and sentence.word(cue.start) == "will"):
            return True
    return False
