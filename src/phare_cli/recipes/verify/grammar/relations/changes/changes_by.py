"""The constructions of a change that its number leads or follows at once: "a 13-point increase", "up 7 on 2022"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import BARE, COUNT, PERCENT, POINTS, SpokenNumber
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import MULTIPLES, Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_NOUNS = ("change", "change noun")
_BRIEF = frozenset(("up", "down", "hausse", "baisse", "progression", "recul"))  # "up 7 on 2022"
_OF = frozenset(("d'", "de"))


def changes_by(sentence: Sentence) -> Iterator[Relation]:
    """Yield changes whose number stands right before their noun, or bare right behind their word."""
    references = References(sentence)
    for number in sentence.numbers:
        cue = _noun_behind(sentence, number) if number.unit == POINTS else None
        start = number.start
        if cue is None and number.unit in (BARE, COUNT):
            cue = _word_before(sentence, number)
            start = cue.start if cue is not None else start
            number = number._replace(unit=POINTS)
        if cue is None:
            continue
        sense = MULTIPLES[cue.sense][0] if cue.sense in MULTIPLES else cue.sense
        after = max(cue.end, number.end)
        end, since = references.since(after)
        kind: str = "change"
        target: Mention | None = since
        if since is None:
            end, target = references.counted_from(after)
            kind = "gap" if target is not None and target.kind != "wave" else kind
        yield Relation(start, max(end, after), after, kind, sense, number=number, target=target)


def _noun_behind(sentence: Sentence, number: SpokenNumber) -> Cue | None:
    """Return the noun of change behind points: "a seven-point rise", "8 points de hausse"."""
    place = number.end + (sentence.word(number.end) in _OF)
    if place >= len(sentence.tokens) or sentence.words["gap"].at(sentence.tokens, place) is not None:
        return None
    size = sentence.words["adverb"].at(sentence.tokens, place)
    place = size.end if size is not None and size.end < len(sentence.tokens) else place
    found = (sentence.words[name].at(sentence.tokens, place) for name in _NOUNS)
    return next((cue for cue in found if cue is not None and cue.sense != "equal"), None)


def _word_before(sentence: Sentence, number: SpokenNumber) -> Cue | None:
    """Return the word of change right before a bare number that is counted from a wave: "up 7 on 2022"."""
    cue = sentence.words["change"].before(sentence.tokens, number.start)
    if cue is None or sentence.word(cue.end - 1) not in _BRIEF:
        return None
    is_of_figure = any(each.unit == PERCENT for each in sentence.numbers)
    is_counted = References(sentence).since(number.end)[1] is not None
    return cue if is_of_figure and is_counted else None
