"""Find multiples, and a half more: "deux fois", "deux fois et demie", "three and a half times"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.cardinals import cardinal_at
from phare_cli.documents.prose.lexicon import Cue
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
