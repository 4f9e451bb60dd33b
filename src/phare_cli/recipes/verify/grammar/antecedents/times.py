"""Tell when something was by words that name no year: "four years on", and verbs of the past."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN
from phare_cli.recipes.verify.grammar.names.wave_mentions import is_start, years_of
from phare_cli.recipes.verify.grammar.names.years_apart import years_told
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import words_in
from phare_cli.recipes.verify.grammar.sentence import Sentence

_THEN = frozenset(("then", "alors"))
_HAD = frozenset(("had", "having"))
_BEEN = frozenset(("stood", "gone", "come", "reached", "hit", "said", "done"))
_BESIDE = frozenset(("and", "et", "since"))  # "and then some" is of no time, "since then" of the newest
_IMPERFECT = ("ait", "aient")  # endings of French verbs
_CONDITIONAL = ("rait", "raient")
_TO_YEARS = 3  # words from a number of years to the end of "years later"


def wave_later(
    sentence: Sentence, start: int, end: int, then: str | None, waves: Sequence[str]
) -> str | None:
    """Return the wave that lies some years after *then*: "four years on"; UNKNOWN where no wave is of that year."""
    cue = sentence.words["later"].first(sentence.tokens, start, end)
    base = years_of(then or "")
    if cue is None or base is None:
        return None
    years = years_told(sentence.tokens, max(start, cue.start - _TO_YEARS), cue.end, sentence.words)
    if years is None:
        return None
    of_year = (wave for wave in waves if (of := years_of(wave)) and of[0] <= base[1] + years <= of[1])
    return next(of_year, UNKNOWN)


def is_past(sentence: Sentence, start: int, end: int, *, is_told_in_past: bool) -> bool:
    """Tell whether words are of a time before; verbs do not say so where a text tells of now in the past as well."""
    row = [sentence.word(at) for at in range(start - 1, end)]
    words = [word for before, word in pairwise(row) if before not in _BESIDE]
    if is_told_in_past:
        is_told = not _THEN.isdisjoint(words)
    else:
        is_told = any(map(sentence.words["past"].holds, words)) or any(
            _is_imperfect(sentence, word) for word in words if word.endswith(_IMPERFECT)
        )
    return is_told or (
        not _HAD.isdisjoint(words_in(sentence)) and any(_is_earlier(sentence, at) for at in range(start, end))
    )


def _is_earlier(sentence: Sentence, place: int) -> bool:
    """Tell whether a verb is of what was before the past: "had been", "having fallen"."""
    participle = sentence.word(place + 1)
    return sentence.word(place) in _HAD and (participle in _BEEN or participle.endswith(("ed", "en")))


def _is_imperfect(sentence: Sentence, word: str) -> bool:
    """Tell whether a French word with the ending of one is a verb of the past: "touchait", not "souhait"."""
    if sentence.words.language != "fr" or word.endswith(_CONDITIONAL):
        return False
    return word.endswith("aient") or (word != "fait" and sentence.words["light verb"].holds(word))


def counted_from(sentence: Sentence) -> str | None:
    """Return the wave that changes below a heading are counted from: "What has changed since 2019"."""
    waves = sentence.of_kind("wave")
    return next((each.id for each in waves if is_start(sentence.tokens, each, sentence.words)), None)
