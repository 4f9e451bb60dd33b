"""Tell what is to come from what people expect: "by 2030, 60% will", but "60% think that prices will rise"."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import PERCENT
from phare_cli.recipes.verify.grammar.sentence import Sentence


def tells_future(sentence: Sentence) -> bool:
    """Tell whether the figures of a sentence are of a time to come, and those of no survey."""
    named = {at for each in sentence.topics for at in each.places}
    for cue in sentence.words["future"].find(sentence.tokens):
        before = [each for each in sentence.numbers if each.unit == PERCENT and each.end <= cue.start]
        expects = before and sentence.has("expecting", before[0].end, cue.start)
        if cue.start not in named and not expects:
            return True
    return False
