"""Find the two sides of a gap that names none or both: "18 points fewer", "un écart de 10 points entre A et B"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.binding.naming.led_names import group_led_from
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.claims import BEFORE, Claim, Scene, moved
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.names.wave_mentions import age_of
from phare_cli.recipes.verify.grammar.relations.relation import FOR, Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import THEM
from phare_cli.recipes.verify.grammar.sentence import Sentence

_AT = frozenset(("a", "at", "by", "de"))
_BETWEEN = frozenset(("entre", "between"))
_AGAINST = frozenset(("contre", "against", "versus", "vs", "("))


def with_sides(
    claim: Claim, relation: Relation, sentence: Sentence, bound: Sequence[Bound], context: Context
) -> Claim:
    """Return a gap between the two that are named beside it, else the last two figures, else what was compared last.

    None is sure that is of another answer than its sentence names.
    """
    found = _with_sides(claim, relation, sentence, bound, context)
    named = {topic for each in sentence.topics if not each.is_indicator for topic in each.topics}
    is_of_another = bool(named) and named.isdisjoint(found.scene.topics)
    return found._replace(is_unsure=found.is_unsure or is_of_another)


def _with_sides(
    claim: Claim, relation: Relation, sentence: Sentence, bound: Sequence[Bound], context: Context
) -> Claim:
    named = _two_named(claim.scene, relation, sentence, context)
    if named is not None:
        return claim._replace(scene=named[0], reference=named[1])
    before = [each for each in bound if each.number.end <= relation.start]
    side = own_side(sentence, relation, before)
    pair = _pair_told(before, context) if side is not None and not relation.direction else None
    if pair is not None:
        return _beside_as(claim, *pair)
    found = _sides_open(claim, before, context) if side is not None and relation.direction else []
    if found:
        is_one = len(found) == 1 and bool(before)
        return claim._replace(reference=found[0], or_beside=tuple(found[1:]), is_unsure=not is_one)
    own = [each for each in sentence.of_kind("group") if each.id]
    is_signed = relation.number is not None and relation.number.is_signed
    is_alone = not before and not is_signed and not sentence.has("comparative", 0, relation.start)
    if is_alone and len({each.id for each in own}) == 1 and len(context.names.groups) == 2:
        scene = claim.scene._replace(group=own[0].id, segment=own[0].segment)
        other = scene._replace(group=context.other_group(scene.group), segment="")
        return claim._replace(scene=scene, reference=other, is_unsure=True)
    if sentence.has("two sides", 0, relation.end) and len(context.told) == 2 and len(before) < 2:
        first, second = (_of_name(claim.scene, each) for each in context.told)
        return claim._replace(scene=first, reference=second, is_unsure=True)
    if not before and context.compared is not None and relation.direction:
        scene, reference = context.compared
        return claim._replace(reference=moved(claim.scene, scene, reference), is_unsure=True)
    is_anew = side is not None or _is_anew(sentence, relation)
    if not before and context.compared is not None and context.is_compared_last and is_anew:
        return _moved(claim, *context.compared)  # "chez les bénévoles, 8 points"
    if not before and len(context.recent) == 2 and _is_beside(*context.recent):
        return _between(claim, *context.recent)
    if not before and context.compared is not None:
        if is_anew:
            return _moved(claim, *context.compared)
        scene, reference = context.compared
        return claim._replace(scene=scene, reference=reference, is_unsure=True)
    if not before:
        return _between(claim, *context.recent, is_unsure=True) if len(context.recent) == 2 else claim
    last = before[-1].scene
    if is_anew and relation.direction and _is_beside(claim.scene, last):
        # "69 % des citoyens et 86 % des maires en France : les citoyens de la région sont 4 points derrière"
        nearest = min((each.scene for each in reversed(before)), key=lambda each: _apart(claim.scene, each))
        return claim._replace(reference=nearest, is_unsure=_apart(claim.scene, nearest) > 1)
    beside = [each.scene for each in before[:-1] if _is_beside(each.scene, last)]
    if not beside and len(before) > 1 and not relation.direction:
        beside = [before[-2].scene]
    earlier = [scene for scene in context.recent if _is_beside(scene, last)]
    if beside:
        if _stands_against(sentence, before[-1]):
            return _between(claim, beside[-1], last)
        # "52% ..., compared to 30%: a gap of 22 points"
        is_of_two = len({each.scene for each in before}) == 2 and not relation.direction
        return _between(claim, last, beside[-1], is_unsure=not is_of_two)
    if not relation.direction and not earlier:
        is_pair = len(context.recent) == 2
        is_unsure = is_pair and not _is_beside(*context.recent)
        return _between(claim, *context.recent, is_unsure=is_unsure) if is_pair else claim
    if context.compared is not None:
        reference = moved(last, *context.compared)
    elif earlier:
        reference = earlier[-1]
    elif last.region not in (None, context.names.whole):
        reference = last._replace(region=context.names.whole or UNKNOWN)
    else:
        reference = last._replace(wave=BEFORE)
    others = context.compared[:1] if context.compared is not None else ()
    is_change = last.wave is not None and reference.wave == BEFORE
    return claim._replace(
        kind="change" if is_change else claim.kind,
        scene=last,
        reference=reference,
        or_beside=tuple(each for each in (*earlier, *others) if _is_beside(each, last)),
        is_unsure=not is_change,
    )


def own_side(sentence: Sentence, relation: Relation, before: Sequence[Bound]) -> Mention | None:
    """Return whom the clause of a gap names that it is of: "pour les entreprises, l'écart est de", "gap for nurses"."""
    behind = group_led_from(sentence, relation)
    if behind is not None:
        return behind
    clause, _ = sentence.clause(relation.start)
    start = max((each.number.end for each in before), default=clause)
    led = [
        each
        for each in sentence.of_kind("group", max(start, clause), relation.start)
        if any(sentence.word(at) in FOR for at in (each.start - 2, each.start - 1, each.start))
        and (start <= clause or any(sentence.word(at) == "," for at in range(start, each.start)))
    ]
    return led[-1] if led else _side_set_at(sentence, relation)


def _side_set_at(sentence: Sentence, relation: Relation) -> Mention | None:
    """Return whom a bare gap is of that stands in a row with another: "..., les associations à 9 points"."""
    before = [each for each in sentence.of_kind("group") if each.start < relation.start]
    if not before or relation.direction or not any(each.end < before[-1].start for each in sentence.numbers):
        return None
    between = {sentence.word(at) for at in range(before[-1].end, relation.start)}
    is_parted = sentence.word(before[-1].start - 1) in (",", "et", "and", ";")
    return before[-1] if is_parted and between <= _AT else None


def _pair_told(before: Sequence[Bound], context: Context) -> tuple[Scene, Scene] | None:
    """Return the two sides that were told last: of figures before a gap, else of the text before its sentence."""
    if len(before) > 1:
        pair = before[-2].scene, before[-1].scene
        return pair if _is_beside(*pair) else None
    if context.compared is not None and context.is_compared_last:
        return context.compared
    if len(context.recent) == 2 and _is_beside(*context.recent):
        return context.recent[0], context.recent[1]
    return context.compared


def _sides_open(claim: Claim, before: Sequence[Bound], context: Context) -> list[Scene]:
    """Return what more or less may be counted from that is said of one group: "11 points more among mayors"."""
    told = [before[-1].scene] if before else context.recent[-1:]
    compared = [moved(claim.scene, *context.compared)] if context.compared is not None else []
    return list(dict.fromkeys(each for each in (*told, *compared) if _is_beside(claim.scene, each)))


def _beside_as(claim: Claim, scene: Scene, reference: Scene) -> Claim:
    """Return a gap of its own people from what stands beside them as in a pair told before.

    It is guessed where that pair is of two groups, or of other answers.
    """
    found = _moved(claim, scene, reference)
    is_of_people = (scene.group, scene.segment) != (reference.group, reference.segment)
    is_told = bool(set(scene.topics) & set(claim.scene.topics))
    return found._replace(is_unsure=is_of_people or not is_told or found.reference == claim.scene)


def _moved(claim: Claim, scene: Scene, reference: Scene) -> Claim:
    """Return a gap of its own subject from what stands beside it as in the comparison before."""
    kind = "change" if scene.wave != reference.wave else claim.kind
    return claim._replace(kind=kind, reference=moved(claim.scene, scene, reference))


def _is_anew(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether the clause of a gap names whom or where it is of, before it."""
    clause, _ = sentence.clause(relation.start)
    return any(
        clause <= each.start < relation.start and each.kind in ("group", "place")
        for each in sentence.mentions
    )


def _two_named(
    scene: Scene, relation: Relation, sentence: Sentence, context: Context
) -> tuple[Scene, Scene] | None:
    limit = next(
        (at for at in range(relation.end, len(sentence.tokens)) if sentence.tokens[at].text in ",;:("),
        len(sentence.tokens),
    )
    start = _between_in_front(sentence, relation)
    groups = [each for each in sentence.of_kind("group", start, limit) if each.id or each.segment]
    if len(groups) >= 2 and not _are_parted(sentence, *groups[:2]):
        one, other = (_of_group(scene, each) for each in groups[:2])
        return one, other
    places = sentence.of_kind("place", start, limit)
    if len(places) >= 2 and not groups:
        first, second = (scene._replace(region=each.id) for each in places[:2])
        return first, second
    return None


def _between_in_front(sentence: Sentence, relation: Relation) -> int:
    """Return where "between" opens the clause of a gap, and its two sides with it: "Entre maires et citoyens, ..."."""
    clause, _ = sentence.clause(relation.start)
    opens = sentence.word(clause) in _BETWEEN and not relation.direction
    return (
        clause
        if opens and not any(clause < each.start < relation.start for each in sentence.numbers)
        else relation.start
    )


def _are_parted(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Tell whether a number stands between two names: "11 points pour les maires et 10 points pour les entreprises"."""
    return any(one.end <= each.start < other.start for each in sentence.numbers)


def _of_name(scene: Scene, mention: Mention) -> Scene:
    return scene._replace(region=mention.id) if mention.kind == "place" else _of_group(scene, mention)


def _of_group(scene: Scene, mention: Mention) -> Scene:
    return scene._replace(group=mention.id or scene.group, segment=mention.segment)


def _between(claim: Claim, first: Scene, second: Scene, *, is_unsure: bool = False) -> Claim:
    """Return a gap of the first from the second, the later from the earlier where their waves differ."""
    ages = age_of(first.wave or ""), age_of(second.wave or "")
    if first._replace(wave=second.wave) == second and ages[0] != ages[1]:
        if first.wave == BEFORE or (first.wave and (not second.wave or ages[0] < ages[1])):
            first, second = second, first
        return claim._replace(kind="change", scene=first, reference=second)
    return claim._replace(scene=first, reference=second, is_unsure=is_unsure)


def _is_beside(one: Scene, other: Scene) -> bool:
    """Tell whether two figures are of one topic, and of two sides."""
    return bool(set(one.topics) & set(other.topics)) and _sides(one) != _sides(other)


def _apart(one: Scene, other: Scene) -> int:
    """Return by how many sides two figures differ, those of two topics by more than any."""
    sides = sum(mine != its for mine, its in zip(_sides(one), _sides(other), strict=True))
    return sides if sides and _is_beside(one, other) else len(_sides(one)) + 1


def _sides(scene: Scene) -> tuple[str | None, ...]:
    return scene.region, scene.group, scene.segment, scene.wave


def side_before(relation: Relation, scene: Scene, bound: Sequence[Bound], context: Context) -> Scene | None:
    """Return the figure of the text before that stands beside *scene* in one way, whom or where, where one does."""
    before = [each.scene for each in bound if each.number.end <= relation.start]
    for other in (*reversed(before), *reversed(context.recent)):
        apart = [
            field
            for field in ("region", "group", "segment")
            if getattr(other, field) != getattr(scene, field)
        ]
        if set(other.topics) & set(scene.topics) and apart in (["region"], ["group"], ["segment"]):
            return scene._replace(**{apart[0]: getattr(other, apart[0])})
    return None


def beside_same(
    claim: Claim,
    relation: Relation,
    sentence: Sentence,
    context: Context,
    *,
    told: Scene | None,
    is_compared_last: bool,
) -> Claim:
    """Return a claim beside what a pronoun stands for: "19 points behind them", "in line with it".

    That is what the comparison right before named; where figures were told since, *told*, whom the last of them is of.
    """
    named = moved(claim.scene, *context.compared) if context.compared is not None else None
    if named is None or told is None or named == told:
        return claim._replace(reference=named or told)
    is_of_people = any(sentence.word(at) in THEM for at in range(relation.cue, relation.end))
    if is_compared_last:
        return claim._replace(reference=named, is_unsure=is_of_people)
    return claim._replace(reference=told, is_unsure=not is_of_people)


def _stands_against(sentence: Sentence, bound: Bound) -> bool:
    """Tell whether a figure is what another is held against: "contre 37 %", "(35%)"."""
    start = bound.number.start
    near = {sentence.word(at) for at in range(max(0, start - 4), start)}
    return bool(near & _AGAINST)
