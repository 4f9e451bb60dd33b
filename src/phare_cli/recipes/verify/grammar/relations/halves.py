"""Find multiples, and a half more: "deux fois", "deux fois et demie"; tell words of numbers and of how often."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.cardinals import cardinal_at
from phare_cli.documents.prose.lexicon import Cue
from phare_cli.recipes.verify.grammar.relations.relation import MULTIPLES
from phare_cli.recipes.verify.grammar.sentence import Sentence

_AND_A_HALF = (("et", "demie"), ("et", "demi"))


def multiples_in(sentence: Sentence) -> Iterator[Cue]:
    """Yield the multiples of a sentence, each with its factor as its sense."""
    for cue in sentence.words["multiple"].find(sentence.tokens):
        is_half_more = (sentence.word(cue.end), sentence.word(cue.end + 1)) in _AND_A_HALF
        yield Cue(cue.start, cue.end + 2, str(float(cue.sense) + 0.5)) if is_half_more else cue
    for cue in sentence.words["and a half times"].find(sentence.tokens):
        whole = cardinal_at(sentence.tokens, cue.start - 1, sentence.words) if cue.start else None
        if whole is not None:
            yield Cue(cue.start - 1, cue.end, str(whole.value + 0.5))


def is_of_number(sentence: Sentence, place: int) -> bool:
    """Tell whether a comparative is of a number or a factor: "more than half", "has more than doubled in York"."""
    change = sentence.words["change"].at(sentence.tokens, place)
    is_factor = change is not None and change.sense in MULTIPLES
    return is_factor or any(each.start <= place < each.end for each in sentence.numbers)


def is_of_time(sentence: Sentence, place: int) -> bool:
    """Tell whether a multiple says how often: "twice a day", "deux fois par semaine"."""
    word = sentence.word(place)
    is_led = word in ("a", "per", "par", "each", "every", "daily", "weekly", "monthly", "yearly")
    return is_led and (sentence.words["counted"].holds(sentence.word(place + 1)) or word.endswith("ly"))
