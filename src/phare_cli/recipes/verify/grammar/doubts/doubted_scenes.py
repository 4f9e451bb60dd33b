"""Gather what else a figure may be of: another group, another region, another answer, which its words leave open."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from phare_cli.recipes.verify.grammar.antecedents.held_against import span_of
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.binding.whom import attached_group
from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.doubts.doubted_topics import other_topics
from phare_cli.recipes.verify.grammar.names.groups_called import is_body
from phare_cli.recipes.verify.grammar.names.mention import HERE, OTHERS, UNKNOWN


def doubted_scenes(claim: Claim, near: Surroundings) -> tuple[Scene, ...]:
    """Return the scenes that a figure may be of as well, where its sentence leaves out its group or its region.

    So it may of another group of its sentence, where no group stands right behind it.
    """
    scene, sentence, context = claim.scene, near.sentence, near.context
    if claim.kind != "figure" or claim.number is None:
        return tuple(_of_a_part(claim, near))
    beside = {at for each in near.relations for at in range(each.cue, each.end)}
    ends = (at for at, token in enumerate(near.tokens) if token.text == ";" and token.start >= claim.end)
    end = next(ends, len(near.tokens))  # whom another clause names says nothing of this one
    said = {each.kind for each in sentence.mentions if each.start not in beside and each.start < end}
    scenes = [scene]
    if "group" not in said:
        groups = [each for each in context.around if each.kind == "group" and each.id != UNKNOWN]
        scenes += [scene._replace(group=each.id or scene.group, segment=each.segment) for each in groups]
        if _is_lent_by_another_paragraph(claim, near):
            scenes += [scene._replace(group=each, segment="") for each in context.names.groups]
    elif context.is_former_doubted or attached_group(near, claim.number, len(sentence.tokens)) is None:
        groups = [each for each in sentence.of_kind("group") if each.id not in (OTHERS, UNKNOWN)]
        scenes += [scene._replace(group=each.id or scene.group, segment=each.segment) for each in groups]
    scenes += [
        scene._replace(group=group, segment="")
        for group in context.names.told_whole(sentence.tokens, scene.group)
    ]
    parts = [context.names.as_part(sentence.tokens, each) for each in sentence.of_kind("group")]
    scenes += [scene._replace(group=None, segment=part) for part in parts if part]
    if "place" not in said:
        regions = [
            each.id for each in context.around if each.kind == "place" and each.id not in (HERE, UNKNOWN)
        ]
        regions += [region for region in [context.home or context.names.whole] if region is not None]
        against = {
            each.id for each in sentence.of_kind("place")
        }  # what a figure is held against, it is not of
        kept = [region for region in regions if region not in against]
        scenes += [each._replace(region=region) for region in kept for each in list(scenes)]
    scenes += _of_place_behind(claim, near, beside)
    scenes += _of_side_held(claim, near)
    return tuple(dict.fromkeys((*scenes, *_left_open(scene, near), *other_topics(claim, near))))[1:]


def _of_a_part(claim: Claim, near: Surroundings) -> Iterator[Scene]:
    """Yield the scene of the people that the text spoke of, where a people is named behind: some of it may be meant.

    So drivers may, where "les Bretons" stands in a text about drivers; companies are no people.
    """
    names, last = near.context.names, near.context.last
    people = {(each.start, each.end) for each in near.sentence.of_kind("place") if each.is_people}
    named = [each for each in near.sentence.of_kind("group") if each.id == claim.scene.group]
    is_people = bool(named) and all((each.start, each.end) in people for each in named)
    is_other = last.group in names.groups and last.group != claim.scene.group
    if is_people and is_other and not is_body(last.group or ""):
        yield claim.scene._replace(group=last.group, segment=last.segment)


def _of_place_behind(claim: Claim, near: Surroundings, beside: Collection[int]) -> list[Scene]:
    """Return the scenes of a place at the end of a row, which may be that of all its figures.

    "contre 38 % des associations et 37 % des entreprises en France".
    """
    end = claim.number.end if claim.number is not None else 0
    places = [
        each.id
        for each in near.sentence.of_kind("place", end)
        if each.id not in (HERE, UNKNOWN) and each.start not in beside
    ]
    groups = [each for each in near.sentence.of_kind("group") if each.id not in (OTHERS, UNKNOWN)]
    people = [(claim.scene.group, claim.scene.segment), *((each.id, each.segment) for each in groups)]
    return [
        claim.scene._replace(region=region, group=group or claim.scene.group, segment=segment)
        for region in places
        for group, segment in people
        if region != claim.scene.region
    ]


def _of_side_held(claim: Claim, near: Surroundings) -> list[Scene]:
    """Return the scenes of the place and the wave that the figure before is held against, or is of itself.

    "45 % ..., contre 41 % en France et 36 % des entreprises" may go on with either.
    """
    start = claim.number.start if claim.number is not None else 0
    before = [each for each in near.bound if each.number.end <= start and each.is_claim]
    held = [each for each in before if span_of(near.held, each.number.start)]
    if not held:
        return []
    own = max((end for _, end in near.held if end <= start), default=start)
    behind = next((each.start for each in near.figures if each.start > start), len(near.tokens))
    if near.sentence.of_kind("place", own, behind) or near.sentence.of_kind("wave", own, behind):
        return []
    main = [each for each in before if each not in held]
    return [
        claim.scene._replace(region=each.scene.region, wave=each.scene.wave)
        for each in (held[-1], *main[-1:])
    ]


def _left_open(scene: Scene, near: Surroundings) -> list[Scene]:
    """Return the scenes of other groups and other waves where a figure stands alone without them."""
    if not near.is_loose:
        return []
    names, sentence = near.context.names, near.sentence
    groups = () if sentence.of_kind("group") else names.groups
    waves = () if sentence.of_kind("wave") else names.waves
    return [
        *(scene._replace(group=group, segment="") for group in groups),
        *(scene._replace(wave=wave) for wave in waves),
    ]


def _is_lent_by_another_paragraph(claim: Claim, near: Surroundings) -> bool:
    """Tell whether a former paragraph alone says whom a figure is of: no heading, nobody in its own, no pronoun."""
    is_told = near.context.is_group_said() or near.context.speaks_on(near.sentence)
    return claim.scene.group is not None and not is_told
