"""The constructions of a change that a comparative tells: "is getting more frequent", "deviennent plus rares"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.lexicon import OPPOSITE
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence


def becoming(sentence: Sentence) -> Iterator[Relation]:
    """Yield a verb of becoming with the comparative right behind it, which is set beside nobody else."""
    tokens, words, references = sentence.tokens, sentence.words, References(sentence)
    for cue in words["comparative"].find(tokens):
        size = words["adverb"].before(tokens, cue.start)
        verb = words["becoming"].before(tokens, size.start if size is not None else cue.start)
        if verb is None or cue.sense not in OPPOSITE or references.than(cue.end)[1] is not None:
            continue
        place = cue.end - 1 if cue.end - cue.start > 1 else cue.end  # "plus nombreux" is one word of the list
        degree = words["degree"].at(tokens, place)
        if degree is None and sentence.word(cue.start) in ("plus", "moins", "more", "less"):
            continue  # "more gloomy" says no way
        end = cue.end if degree is None else degree.end
        direction = OPPOSITE[cue.sense] if degree is not None and degree.sense == "low" else cue.sense
        _end, since = references.since(end)
        yield Relation(verb.start, end, end, "change", direction, target=since)
