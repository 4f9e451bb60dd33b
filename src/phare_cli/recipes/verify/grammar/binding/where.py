"""Find where a figure is of: the place that its words name, or that the text around lends it."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.antecedents.clause_breaks import is_contrasted
from phare_cli.recipes.verify.grammar.binding.naming.compared_names import is_reference
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.binding.whom import named_in_bracket, nearest_before
from phare_cli.recipes.verify.grammar.names.mention import HERE, Mention
from phare_cli.recipes.verify.grammar.topics import TopicMention

_OPENS = 2  # words before the first name of a sentence
_AGAIN = 5  # words from a figure in words to the end of the bracket that says it in digits
_LED = frozenset("de du des d' en dans a au aux la le l' les of in across from the".split())  # noqa: SIM905
_NOUNS = frozenset("average figure score mean share rate level proportion moyenne part taux".split())  # noqa: SIM905
_WITH = frozenset(("avec", "with", "a", "at"))
_JOINS = frozenset(("et", "and", "mais", "but", "puis", "while"))


def region_said(
    near: Surroundings,
    figure: SpokenNumber,
    low: int,
    after: int,
    bracket: int | None,
    attached: Mention | None,
) -> Mention | None:
    """Return the place that a figure is said of in its own words."""
    if not near.sentence.of_kind("place"):
        return None
    told = reference_told(near, figure)
    if told is not None and told.kind == "place":
        return told
    owner = next(
        (
            each
            for each in near.sentence.of_kind("place")
            if each.end == figure.start - 1 and near.sentence.word(each.end) in ("'s", "'", "’")
        ),
        None,
    )
    if owner is not None:
        return owner  # "ahead of Scotland's 18%"
    inside = [
        each for each in near.sentence.of_kind("place") if figure.noun and each.start in range(*figure.noun)
    ]
    if inside:
        return inside[0]  # "un Nazairien sur cinq"
    alone = named_in_bracket(near, figure)
    if alone is not None and alone.kind == "place":
        return alone
    ahead = _place_led_to(near, figure)
    if ahead is not None:
        return ahead
    if attached is not None:
        touching = [
            each
            for each in near.sentence.of_kind("place", figure.start, after)
            if abs(each.start - attached.end) <= 2
            or attached.start <= each.start < attached.end
            or each.end == attached.start
        ]
        if touching:
            return touching[0]
    if bracket is not None:
        inside = near.sentence.of_kind("place", bracket, len(near.tokens))
        closing = next(
            (p for p in range(figure.start, len(near.tokens)) if near.tokens[p].text == ")"), len(near.tokens)
        )
        inside = [
            each
            for each in inside
            if each.start < closing
            and not any(
                figure.end <= other.start < each.start for other in near.figures
            )  # "(45%, 34% in York)"
        ]
        if inside:
            return inside[0]
        touching = [
            each
            for each in near.sentence.of_kind("place")
            if bracket - 3 <= each.end <= bracket
            and not any(token.text in ",;" for token in near.tokens[each.end : bracket])
        ]
        if touching:
            return touching[-1]
        led = _led_behind(near, figure, closing + 1)
        if led is not None:
            return led
    where = near.sentence.where(max(low, figure.start - 6), figure.start)
    if where is not None:
        named = near.sentence.of_kind("place", 0, where.start)
        if named:
            return named[-1]
    behind = figure.end
    if figure.in_words and near.sentence.word(figure.end) == "(":
        digits = next((each for each in near.figures if each.start == figure.end + 1), figure)
        led = _led_behind(near, figure, digits.end + 1) if digits is not figure else None
        if led is not None:
            return led
        behind = digits.end + 1 if digits is not figure else behind  # its bracket parts nothing from it
    for each in near.sentence.of_kind("place", figure.end, after):
        if is_reference(near, each, figure) or any(
            token.text in ",()" for token in near.tokens[behind : each.start]
        ):
            break
        if _opens_next(near, figure, each):
            break
        return each
    clause, _ = near.sentence.clause(figure.start - _is_labelled(near, figure))
    before = nearest_before(near, "place", figure, clause, figure.start)
    if before is not None and _is_set_beside(near, before):
        before = nearest_before(near, "place", figure, 0, before.start)
    if before is not None and not _is_left_behind(near, before, figure):
        return before
    whole = nearest_before(near, "place", figure, 0, figure.start)
    is_told = whole is not None and (whole.id != near.context.names.whole or whole.start <= 2)
    return whole if is_told else None


def _place_led_to(near: Surroundings, figure: SpokenNumber) -> Mention | None:
    """Return the place that is compared behind a figure set before it: "At 16%, it is higher in York than in Kent"."""
    clause, end = near.sentence.clause(figure.start)
    opens = figure.start - clause <= _OPENS or near.sentence.word(figure.start - _OPENS) == ","
    if not (opens and near.sentence.word(figure.start - 1) in _WITH) or near.sentence.word(figure.end) != ",":
        return None
    compared = next((each for each in near.relations if figure.end <= each.start < end), None)
    if compared is None or compared.kind != "comparison":
        return None
    places = near.sentence.of_kind("place", figure.end, compared.end)
    return next((each for each in places if each is not compared.target), None)


def _is_set_beside(near: Surroundings, place: Mention) -> bool:
    """Tell whether a bracket says what others are set beside: "North (2022), Pupils (beside France)"."""
    words = [token.word for token in near.tokens[max(0, place.start - 3) : place.start]]
    return words[-2:] == ["(", "beside"] or words == ["(", "reference", ":"]


def _led_behind(near: Surroundings, figure: SpokenNumber, start: int) -> Mention | None:
    """Return the place right behind a bracket that says a figure again: "une entreprise sur quatre (28 %) de Corse"."""
    is_again = any(
        each.in_words and each.start <= figure.start and start - each.end <= _AGAIN for each in near.figures
    )
    return next(
        (
            each
            for each in near.sentence.of_kind("place", start)
            if is_again
            and (each.start > start or each.id == HERE or near.sentence.word(each.start) in _LED)
            and all(near.sentence.word(at) in _LED for at in range(start, each.start))
            and not is_reference(near, each, figure)
        ),
        None,
    )


def _is_left_behind(near: Surroundings, place: Mention, figure: SpokenNumber) -> bool:
    """Tell whether the nation is what another clause speaks of: "far from the average, while mayors (70%)"."""
    is_whole = place.id == near.context.names.whole and place.start > _OPENS
    return is_whole and any(is_contrasted(near.sentence, at) for at in range(place.end, figure.start))


def _opens_next(near: Surroundings, figure: SpokenNumber, place: Mention) -> bool:
    """Tell whether a place behind a figure is where the next is of: "grimpe à 44 % et en Corse elle tombe à 28 %"."""
    is_joined = any(token.word in _JOINS for token in near.tokens[figure.end : place.start])
    return is_joined and any(other.start >= place.end for other in near.figures)


def _is_labelled(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure stands behind a colon, and nothing is set beside anything in the words before it."""
    start, _ = near.sentence.clause(figure.start - 1)
    is_told = any(
        each.kind in ("gap", "comparison") and start <= each.start < figure.start for each in near.relations
    )
    return near.sentence.word(figure.start - 1) == ":" and not is_told


def reference_told(near: Surroundings, figure: SpokenNumber) -> Mention | None:
    """Return the reference that a figure is told of: "above the EU average of 7.0", "la moyenne nationale de 37 %"."""
    if near.sentence.word(figure.start - 1) not in ("of", "de", "d'"):
        return None
    for each in near.sentence.mentions:
        between = [near.sentence.word(at) for at in range(each.end, figure.start - 1)]
        if each.end <= figure.start - 1 and set(between) <= _NOUNS:
            return each
    return None


def region_spoken_of(
    near: Surroundings, region: Mention | None, previous: Bound | None, topic: TopicMention | None = None
) -> str | None:
    context = near.context
    if region is not None and not (region.id == HERE and topic is not None and topic.shares(*region[:2])):
        return context.here(near.sentence, region.start) if region.id == HERE else region.id
    clause, _ = near.sentence.clause(near.figures[len(near.bound)].start)
    is_taken_up = near.words["pronoun"].holds(near.sentence.word(clause))
    if (
        previous is not None
        and (previous.number.start >= clause or is_taken_up)
        and previous.scene.region is not None
        and not in_bracket(near, previous)
    ):
        return previous.scene.region
    if near.is_loose and near.sentence.has("quoting"):
        return context.paragraph.region or context.own_region()
    if context.speaks_on(near.sentence) and context.last.region is not None:
        return (
            context.last.region
            if context.last.region != context.names.whole or context.region() is None
            else context.region()
        )
    place = len(near.bound)
    _, end = near.sentence.clause(near.figures[place].start)
    behind = near.figures[place + 1 :]
    is_again = near.figures[place].in_words and bool(behind) and near.sentence.bracket(behind[0].start)
    end = min(
        [end, *(each.start for each in behind[bool(is_again) :])]
    )  # "half (48%) ..., 11 points more than"
    relation = next(
        (
            each
            for each in near.relations
            if each.kind in ("gap", "comparison") and near.figures[place].end <= each.start < end
        ),
        None,
    )
    spoken = context.region()
    if spoken is None and context.is_shared and not (context.is_new_paragraph or near.is_loose):
        spoken = context.last.region  # of a text of several regions, the one that the sentence before is of
    if relation is not None:
        return context.other_than(spoken, relation.target)
    held = _held_beside(near, near.figures[place].end, end)
    if held is None or held.id != spoken:
        return spoken
    other = context.other_than(spoken, held)
    return other if other != spoken else None  # "58 %, contre 47 % en France" is of no France


def _held_beside(near: Surroundings, start: int, end: int) -> Mention | None:
    """Return the place of what is held against a figure right behind it: "58 %, contre 47 % en France"."""
    span = next((each for each in near.held if start <= each[0] < end), None)
    return next(iter(near.sentence.of_kind("place", *span)), None) if span is not None else None


def in_bracket(near: Surroundings, bound: Bound) -> bool:
    return near.sentence.bracket(bound.number.start) is not None
