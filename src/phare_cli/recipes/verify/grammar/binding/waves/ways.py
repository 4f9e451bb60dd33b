"""Find the two ends of a way from one wave to another: "from 62% in 2019 to 72%", "depuis 2019"."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SCORE, SpokenNumber
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.claims import BEFORE, NOW
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.names.wave_mentions import is_told_by_its_ends

_TO_WAVE = frozenset("from the la le l' cette this that vague enquete edition de".split())  # noqa: SIM905
_OF = frozenset("of among des de d' chez parmi".split())  # noqa: SIM905


def is_since(near: Surroundings, wave: Mention) -> bool:
    """Tell whether a wave is what a change is counted from, or between what."""
    before = near.tokens[max(0, wave.start - 4) : wave.start]
    words = [token.word for token in before]
    for relation in near.relations:
        is_target = isinstance(relation.target, Mention) and relation.target.start == wave.start
        if is_target or relation.cue <= wave.start < relation.end:
            return True
    if words and words[-1] in ("depuis", "since"):
        return True
    if near.words.language == "en" and (words[-1:] == ["on"] or words[-2:] == ["on", "the"]):
        return True  # "up 7 on 2022"
    if _is_left_behind(near, wave):
        return True
    is_between = any(
        word in ("entre", "between") and (at == 0 or words[at - 1] != "d'") for at, word in enumerate(words)
    )
    is_between = is_between and not is_told_by_its_ends(wave, near.tokens)
    return is_between or (len(words) > 1 and words[-2:] == ["qu'", "en"])


def _is_left_behind(near: Surroundings, wave: Mention) -> bool:
    """Tell whether some years lie between a wave and now: "four years on from the first survey", "trois ans après"."""
    at = wave.start
    while at and near.sentence.word(at - 1) in _TO_WAVE:
        at -= 1
    return near.words["later"].before(near.tokens, at) is not None


def from_to(near: Surroundings, place: int) -> str | None:
    """Return the wave of a figure of "de 62 % à 72 %": the earlier of the first, the later of the second."""
    figure = near.figures[place]
    for first, second in ((place, place + 1), (place - 1, place)):
        if first < 0 or second >= len(near.figures):
            continue
        one, other = near.figures[first], near.figures[second]
        opens = near.sentence.word(one.start - 1) in ("de", "from", "d'") and (
            near.tokens[one.end - 1].kind != "number" or one.unit == SCORE
        )
        if not opens or one.unit != other.unit:
            continue
        if _joins(near, one, other) in (["a"], ["to"]):
            start, end = span_of_change(near)
            return start if figure is one else end or NOW
    return None


def is_end_of_way(near: Surroundings, place: int) -> bool:
    """Tell whether a figure is the end of "from 44% to 52%", whatever stands behind it."""
    return place > 0 and from_to(near, place - 1) is not None and from_to(near, place) is not None


def ends_way(near: Surroundings, place: int) -> bool:
    """Tell whether a figure is the end of "from 44% to 52%", and no name of its own stands behind it."""
    if not place:
        return False
    one, other = near.figures[place - 1], near.figures[place]
    if near.sentence.word(one.start - 1) not in ("de", "from", "d'"):
        return False
    is_way = _joins(near, one, other) in (["a"], ["to"])
    return is_way and all(each.kind == "wave" for each in near.sentence.mentions_after(other.end))


def group_of_way(near: Surroundings, place: int) -> Mention | None:
    """Return the group behind the end of a way, of which its start is as well: "from 17% to 38% among large firms"."""
    if not place:
        return None
    one, other = near.figures[place - 1], near.figures[place]
    is_way = near.sentence.word(one.start - 1) in ("de", "from", "d'")
    if not is_way or _joins(near, one, other) not in (["a"], ["to"]):
        return None
    behind = (each for each in near.sentence.mentions_after(other.end) if each.kind == "group")
    return next(behind, None)


def _joins(near: Surroundings, one: SpokenNumber, other: SpokenNumber) -> list[str]:
    """Return the words between two figures, without when the first was, and of whom where the second tells nobody."""
    aside = _told_when(near, one)
    if all(each.kind == "wave" for each in near.sentence.mentions_after(other.end)):
        for each in near.sentence.of_kind("group", one.end, other.start):
            led = next((at for at in range(one.end, each.start) if near.tokens[at].word in _OF), each.start)
            aside |= set(range(led, each.end))  # "from 65% of adults to 55%"
    return [near.tokens[at].word for at in range(one.end, other.start) if at not in aside]


def _told_when(near: Surroundings, figure: SpokenNumber) -> set[int]:
    """Return the places behind a figure that say when it was: "from 55% four years earlier to 47%"."""
    end = min(figure.end + 6, len(near.tokens))
    places = {
        at for each in near.sentence.of_kind("wave", figure.end) for at in range(each.start - 1, each.end)
    }
    for cue in near.words["earlier"].find(near.tokens, figure.end, end):
        return places | set(range(figure.end, cue.end))
    return places


def span_of_change(near: Surroundings) -> tuple[str | None, str | None]:
    """Return the waves that a change of this sentence runs between, as said here or before."""
    waves = near.sentence.of_kind("wave")
    if len(waves) >= 2:
        return waves[0].id, waves[-1].id
    if len(waves) == 1 and is_since(near, waves[0]):
        return waves[0].id, None
    return near.context.since or BEFORE, near.context.until
