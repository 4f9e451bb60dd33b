"""Find when a figure is of: the wave that its words name, count from or carry on."""

from __future__ import annotations

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.antecedents.times import is_past, wave_later
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.binding.waves.ways import (
    from_to,
    is_end_of_way,
    is_since,
    span_of_change,
)
from phare_cli.recipes.verify.grammar.claims import BEFORE, NOW
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.names.years_apart import wave_before, years_told
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import has_any
from phare_cli.recipes.verify.grammar.relations.relation import Relation

_TIMES = ("formerly", "earlier", "later", "newest", "same wave", "no more than")  # lists of words for them
_VERBS = ("verb", "light verb", "change", "past")
_AS_SAID = 1.5  # points between a number in words and the digits that say it again
_WAS = frozenset("etaient etait etions were was".split())  # noqa: SIM905
_TO_WAS = 2  # words from "were" to a figure
_TO_AGO = 7  # words from "three years ago, when" to a figure
_AT = frozenset(("at", "a"))
_TO_END = 2  # words from a change to the figure where it ends
_OF = frozenset(("of", "de", "d'"))
_THEN = frozenset(("then", "alors"))
_NOT_THEN = frozenset(", ; . ) and et but mais against contre versus".split())  # noqa: SIM905
_PERIOD = frozenset(("period", "periode"))
_AGAIN = 5  # words between the two
_TO_WAVE = 2  # words from a figure to its wave


def wave_said(
    near: Surroundings, place: int, figure: SpokenNumber, low: int, after: int, bracket: int | None
) -> str | None:
    """Return the wave that a figure is said of in its own words, or by its place in "from ... to"; NOW for the last."""
    steps = from_to(near, place)
    if steps is not None:
        return steps
    if near.tells_time is None:
        near.tells_time = _tells_time(near)
    if not near.tells_time:
        return None
    if (wave := _of_its_share(near, figure)) is not None:
        return wave.id
    is_aside = near.sentence.is_between_dashes(figure.start)
    waves = [
        each
        for each in near.sentence.of_kind("wave")
        if not _leads_to_another(near, each, figure)
        and (is_aside or not near.sentence.is_between_dashes(each.start))
    ]
    behind = next((each for each in waves if figure.end < each.start <= figure.end + 1), None)
    if behind is not None and near.sentence.word(figure.end) in ("en", "in", "à", "a", "at", "("):
        return behind.id
    first, last = _own_words(near, figure, low, after)
    if near.words["formerly"].at(near.tokens, figure.end) or _is_then(near, figure):
        return span_of_change(near)[0]
    earlier = near.words["earlier"].first(near.tokens, first, last)
    earlier = earlier or _in_front(near, place, figure, "earlier") or _earlier_when(near, figure)
    if earlier is not None:
        years = years_told(near.tokens, max(0, earlier.start - 3), earlier.end, near.words)
        return wave_before(near.context.names.waves, near.context.wave(), years) or BEFORE
    clause = max(low, near.sentence.clause(figure.start)[0])
    said = [each.scene.wave for each in near.bound if each.scene.wave]
    then = said[-1] if said else near.context.then
    later = wave_later(near.sentence, clause, figure.start, then, near.context.names.waves)
    if later is not None:
        return later
    if near.words["newest"].first(near.tokens, first, last) is not None:
        return NOW
    same = near.words["same wave"].first(near.tokens, first, last)
    same = same or _in_front(near, place, figure, "same wave")
    changes = [each for each in near.relations if each.kind == "change"]
    is_end = any(_ends(near, each, figure) for each in changes)
    if same is not None and not waves and not is_end:
        told = (each.id for each in near.context.around if each.kind == "wave")
        is_span = near.sentence.word(same.end - 1) in _PERIOD and near.context.period is not None
        around = near.context.period if is_span else near.context.paragraph.document_wave
        period = near.bound[-1].scene.wave if near.bound else around
        return period or near.context.wave() or next(told, None)
    if bracket is not None:
        touching = [each for each in waves if bracket - 1 <= each.end <= bracket or each.start > bracket]
        closing = next(
            (p for p in range(figure.start, len(near.tokens)) if near.tokens[p].text == ")"), len(near.tokens)
        )
        touching = [
            each
            for each in touching
            if each.start < closing
            and not _is_of_another(near, each, figure)
            and not _is_held(near, each, figure)
        ]
        if touching:
            return touching[-1].id
    for each in waves:
        if (
            figure.end <= each.start < after
            and not is_since(near, each)
            and (
                not any(
                    token.text in "([," for token in near.tokens[_behind_digits(near, figure) : each.start]
                )
                or each.start - figure.end <= 2
            )
        ):
            return each.id
    before_or_since = [
        each
        for each in waves
        if each.end <= figure.start
        and not near.sentence.is_in_aside(each.start, figure.start)
        and not _is_of_another(near, each, figure)
    ]
    before = [
        each for each in before_or_since if not is_since(near, each) or _opens_clause(near, each, figure)
    ]
    if before:
        return before[-1].id
    if changes and near.sentence.word(figure.start - 1) == "from":
        since = changes[-1].target
        return since.id if isinstance(since, Mention) else near.context.since or BEFORE
    if is_end or any(is_end_of_way(near, before) for before in range(place)):
        return None  # "rose from 87% to 95%, and associations reached 97%"
    said = [each.id for each in before_or_since if is_since(near, each)]
    counted_from = said[-1] if said else near.context.since
    if _is_left_since(near, place):
        return counted_from or BEFORE
    is_told_in_past = near.context.tells_in_past
    is_then = counted_from is not None and (
        is_past(near.sentence, low, figure.start, is_told_in_past=is_told_in_past)
        or _is_told_again(near, figure)
    )
    return counted_from if is_then else None


def _tells_time(near: Surroundings) -> bool:
    """Tell whether a sentence or the text before it says anything of times, so that its figures may be of one."""
    return (
        bool(near.sentence.of_kind("wave"))
        or near.context.since is not None
        or any(each.kind == "change" for each in near.relations)
        or has_any(near.sentence, *_TIMES)
    )


def _of_its_share(near: Surroundings, figure: SpokenNumber) -> Mention | None:
    """Return the wave whose share a figure is: "double the 2021 share of 9%", "le taux de 2021 (9 %)"."""
    of = figure.start - 1
    if near.sentence.word(of) not in _OF:
        return None
    for each in near.sentence.of_kind("wave", 0, of):
        between = [near.sentence.word(at) for at in range(each.end, of)]
        nouns = (near.words[name].holds(word) for word in between for name in ("rate noun", "of figures"))
        if len(between) == 1 and any(nouns):
            return each
    return None


def _is_left_since(near: Surroundings, place: int) -> bool:
    """Tell whether a figure was before the next one: "ils étaient 44 %, ils ne sont plus que 27 %"."""
    figure, after = near.figures[place], near.figures[place + 1 : place + 2]
    was = {near.sentence.word(at) for at in range(figure.start - _TO_WAS, figure.start)} & _WAS
    now = near.words["no more than"].before(near.tokens, after[0].start) if after else None
    return bool(was) and now is not None and now.start >= figure.end


def _is_held(near: Surroundings, wave: Mention, figure: SpokenNumber) -> bool:
    """Tell whether the only figure of a sentence has not moved since a wave: "est stable depuis 2019 (47 %)"."""
    is_stable = any(
        each.kind == "change" and each.direction == "equal" and each.target == wave for each in near.relations
    )
    return is_stable and figure is near.figures[0]


def _ends(near: Surroundings, change: Relation, figure: SpokenNumber) -> bool:
    """Tell whether a figure is where a change ends: "were flat at 28%", "était stable, à 28 %"."""
    is_led = near.sentence.word(figure.start - 1) in _AT
    return is_led and 1 <= figure.start - change.end <= _TO_END


def _is_then(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether "then" stands by itself behind a figure: "it has edged up: 12% then, 14% now", no "alors que"."""
    is_then = near.sentence.word(figure.end) in _THEN
    return is_then and (near.sentence.word(figure.end + 1) in _NOT_THEN or figure.end + 2 > len(near.tokens))


def _is_told_again(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether words behind a figure take up a time: "had fallen since 2019, having stood at 7.1 at that time"."""
    end = min(figure.end + _AGAIN, len(near.tokens))
    return near.words["same wave"].first(near.tokens, figure.end, end) is not None


def _earlier_when(near: Surroundings, figure: SpokenNumber) -> Cue | None:
    """Return what says how long ago a figure behind "when" was: "fewer than three years ago, when 55% did"."""
    if near.words["when"].before(near.tokens, figure.start) is None:
        return None
    return near.words["earlier"].first(near.tokens, max(0, figure.start - _TO_AGO), figure.start)


def _says_again(near: Surroundings, first: SpokenNumber, figure: SpokenNumber) -> bool:
    """Tell whether digits say once more what words said: "deux tiers en 2022, 66 % exactement"."""
    is_same = first.in_words and not figure.in_words and abs(first.said - figure.said) <= _AS_SAID
    return (
        is_same
        and near.sentence.word(figure.start - 1) in (",", "soit", "or", "exactly")
        and (figure.start - first.end <= _AGAIN)
    )


def _in_front(near: Surroundings, place: int, figure: SpokenNumber, name: str) -> Cue | None:
    """Return what opens the clause of its first figure: "Trois ans plus tôt, 38 % ..."."""
    clause, _ = near.sentence.clause(figure.start)
    if place and near.figures[place - 1].start >= clause:
        return None
    comma = next((at for at in range(clause, figure.start) if near.tokens[at].text == ","), clause)
    cue = near.words[name].first(near.tokens, clause, comma)
    is_set_beside = cue is not None and any(each.cue <= cue.start < each.end for each in near.relations)
    return None if is_set_beside else cue


def _opens_clause(near: Surroundings, wave: Mention, figure: SpokenNumber) -> bool:
    """Tell whether a wave says when a clause with a figure was: "depuis la vague 2, quand 61 % ..."."""
    return near.words["when"].first(near.tokens, wave.end, min(wave.end + 3, figure.start + 1)) is not None


def _behind_digits(near: Surroundings, figure: SpokenNumber) -> int:
    """Return where the words behind a figure begin: behind the bracket that says it in digits, "a majority (63%)"."""
    digits = next((each for each in near.figures if each.start > figure.end), None)
    opening = digits.start - 1 if digits is not None else 0
    if digits is None or near.sentence.word(opening) != "(" or opening - figure.end > _AGAIN:
        return figure.end
    is_of_it = all(near.tokens[at].kind == "word" for at in range(figure.end, opening))
    return digits.end + 1 if is_of_it else figure.end  # "One in five companies (21%) were engaged in 2011"


def _own_words(near: Surroundings, figure: SpokenNumber, low: int, after: int) -> tuple[int, int]:
    """Return where the words around a figure begin and end: between commas, and outside of comparisons."""
    first = max([low, *(at + 1 for at in range(low, figure.start) if near.tokens[at].text in ",;:(")])
    last = next((at for at in range(figure.end, after) if near.tokens[at].text in ",;:)"), after)
    beyond = [each.start for each in near.relations if figure.end <= each.start < last]
    return first, min([last, *beyond])


def _leads_to_another(near: Surroundings, wave: Mention, figure: SpokenNumber) -> bool:
    """Tell whether a wave is set before another figure: "66% (2021: 68%)"."""
    is_behind = any(0 <= wave.start - other.end <= _TO_WAVE for other in near.figures)  # "53 % en 2019 : ..."
    is_before = near.sentence.word(wave.end) == ":" and not is_behind
    return is_before and any(other is not figure and other.start == wave.end + 1 for other in near.figures)


def _is_of_another(near: Surroundings, wave: Mention, figure: SpokenNumber) -> bool:
    """Tell whether a wave stands right behind another figure: "31%, against 19% in 2018"."""
    return any(
        other is not figure
        and 0 <= wave.start - other.end <= 2
        and (
            other.start > figure.start or any(t.text in ",;:)" for t in near.tokens[wave.end : figure.start])
        )
        for other in near.figures
    )


def carried_wave(near: Surroundings, previous: Bound | None) -> str | None:
    figure = near.figures[len(near.bound)]
    if previous is not None and _says_again(near, previous.number, figure):
        return previous.scene.wave
    is_aside = previous is not None and (
        near.sentence.bracket(previous.number.start) is not None
        or near.sentence.is_between_dashes(previous.number.start)
    )
    if previous is not None and is_end_of_way(near, len(near.bound) - 1):
        return previous.scene.wave
    if previous is not None and previous.scene.wave is not None and not is_aside:
        clause, _ = near.sentence.clause(near.figures[len(near.bound)].start)
        waves = near.sentence.of_kind("wave")
        has_verb = any(near.sentence.has(name, previous.number.end, figure.start) for name in _VERBS)
        is_then = any(each.start < previous.number.start for each in waves) or not (waves or has_verb)
        if previous.number.start >= clause and is_then and from_to(near, len(near.bound) - 1) is None:
            return previous.scene.wave
    return None
