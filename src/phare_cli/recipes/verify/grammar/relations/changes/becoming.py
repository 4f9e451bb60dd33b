"""The constructions of a change that a comparative tells: "is getting more frequent", "depuis 2021, il pèse plus"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.lexicon import OPPOSITE, Cue
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import is_small

_A = frozenset(("a", "an", "un", "une"))
_OF = frozenset(("of", "d'"))
_WHOM = frozenset("pour chez parmi dans en sur for among in on with aupres".split())  # noqa: SIM905
_TO_WAVE = 2  # words from "compared with" to its wave: "the 2021 survey"


def becoming(sentence: Sentence) -> Iterator[Relation]:
    """Yield a verb of becoming with the comparative right behind it, which is set beside nobody else."""
    tokens, words, references = sentence.tokens, sentence.words, References(sentence)
    for cue in words["comparative"].find(tokens):
        size = words["adverb"].before(tokens, cue.start)
        verb = words["becoming"].before(tokens, size.start if size is not None else cue.start)
        if verb is None or cue.sense not in OPPOSITE or references.than(cue.end)[1] is not None:
            continue
        place = cue.end - 1 if cue.end - cue.start > 1 else cue.end  # "plus nombreux" is one word of the list
        degree = words["degree"].at(tokens, place) or _of_a_thing(sentence, cue)
        if degree is None and sentence.word(cue.start) in ("plus", "moins", "more", "less"):
            continue  # "more gloomy" says no way
        end = cue.end if degree is None else degree.end
        direction = _way(cue, degree)
        _end, since = references.since(end)
        yield Relation(verb.start, end, end, "change", direction, target=since)


def _way(comparative: Cue, degree: Cue | None) -> str:
    """Return which way a comparative says: "more rare" is less."""
    is_low = degree is not None and degree.sense == "low"
    return OPPOSITE[comparative.sense] if is_low else comparative.sense


def _of_a_thing(sentence: Sentence, cue: Cue) -> Cue | None:
    """Return the word behind a comparative that says of what there is more: "more of a problem", "plus un frein"."""
    of = cue.end + (sentence.word(cue.end) in _OF)
    thing = of + (sentence.word(of) in _A)
    if thing == of or thing >= len(sentence.tokens) or sentence.tokens[thing].kind != "word":
        return None
    return Cue(thing, thing + 1, "")


def more_since(sentence: Sentence) -> Iterator[Relation]:
    """Yield a comparative without "than" in a sentence that opens with a wave: "Depuis 2021, il pèse davantage"."""
    tokens, words = sentence.tokens, sentence.words
    led = words["since"].at(tokens, 0)
    wave = (
        next(iter(sentence.of_kind("wave", led.end, led.end + _TO_WAVE + 1)), None)
        if led is not None
        else None
    )
    if wave is None or sentence.word(wave.end) != ",":
        return
    references = References(sentence)
    answers = {at for each in sentence.topics for at in each.places}
    for cue in words["comparative"].find(tokens, wave.end):
        if cue.sense not in OPPOSITE or cue.start in answers or references.than(cue.end)[1] is not None:
            continue
        degree = words["degree"].at(tokens, cue.end)
        behind = tokens[cue.end] if cue.end < len(tokens) else None
        is_last = behind is None or behind.kind == "mark" or behind.word in _WHOM
        verb = sentence.word(cue.start - 1)
        is_done = tokens[cue.start - 1].kind == "word" and not is_small(verb)
        if degree is None and not (is_last and is_done):
            continue
        end = cue.end if degree is None else degree.end
        direction = _way(cue, degree)
        start = cue.start - 1 if degree is None else cue.start
        yield Relation(start, end, end, "change", direction, target=wave)
