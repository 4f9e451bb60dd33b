"""Tell what the words around a figure name that its own words leave open: it is called wrong of none of these."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.claims import Around, Claim, Scene
from phare_cli.recipes.verify.grammar.doubts.doubted_topics import own_words_of
from phare_cli.recipes.verify.grammar.names.mention import HERE, OTHERS, UNKNOWN, Mention

_AT_ONCE = 2  # of whom, where and when, that may be meant otherwise


def named_around(claim: Claim, near: Surroundings) -> Around:
    """Return whom, where and when the sentence of a figure names, and those before it, unless it is its own."""
    if claim.kind != "figure" or claim.number is None:
        return Around()
    sentence, context, scene = near.sentence, near.context, claim.scene
    own = own_words_of(claim, near)
    targets = {at for each in near.relations for at in range(each.cue, each.end)}
    bracket = claim.number.start - 1 if sentence.word(claim.number.start - 1) == "(" else -1
    # Whom a figure is compared with, it is not of: only in brackets right behind is it ("than in Wales (17%)").
    said = [each for each in sentence.mentions if each.start not in targets or each.end == bracket]
    is_carried = scene.wave is not None and all(each.id != scene.wave for each in sentence.of_kind("wave"))
    is_anew = (scene.group, scene.segment) != (context.last.group, context.last.segment)

    def others(kind: str, bound: tuple[str | None, str]) -> Iterator[Mention]:
        nearest = _nearest(near, claim, own, kind)
        is_far = kind == "group" and is_anew and nearest is None
        is_far = is_far and any(
            each.start >= own[1] and _said_by(each, claim, near) == bound for each in sentence.of_kind(kind)
        )  # "to 37%, and to nearly half among large ones": another figure's words name who it was bound to
        is_own = nearest is None or _is_part_of(_said_by(nearest, claim, near), bound)
        if is_own and not is_far:
            return
        for each in (*said, *context.around) if is_far else said:
            if each.kind == kind and each.id not in (OTHERS, UNKNOWN):
                yield each

    groups = [
        (each.id or scene.group, each.segment) for each in others("group", (scene.group, scene.segment))
    ]
    regions = [context.here() if each.id == HERE else each.id for each in others("place", (scene.region, ""))]
    waves = [each.id for each in (context.around if is_carried else ()) if each.kind == "wave"]
    return Around(
        tuple(dict.fromkeys(groups)),
        tuple(dict.fromkeys(filter(None, regions))),
        tuple(dict.fromkeys((*waves, *(each.id for each in others("wave", (scene.wave, "")))))),
    )


def _nearest(near: Surroundings, claim: Claim, own: tuple[int, int], kind: str) -> Mention | None:
    """Return the name of a kind that stands nearest to a figure among its own words; None where they hold none."""
    number = claim.number
    found = [each for each in near.sentence.of_kind(kind) if own[0] <= each.start < own[1]]
    return min(found, key=lambda one: _distance(one, number)) if found and number is not None else None


def _said_by(name: Mention, claim: Claim, near: Surroundings) -> tuple[str | None, str]:
    """Return what a name says, as the scene of a figure has it."""
    return (near.context.here() if name.id == HERE else name.id) or claim.scene.group, name.segment


def _is_part_of(said: tuple[str | None, str], bound: tuple[str | None, str]) -> bool:
    """Tell whether a name says what a figure was bound to, all of it or its group alone."""
    return said[0] == bound[0] and said[1] in ("", bound[1])


def _distance(name: Mention, number: SpokenNumber) -> tuple[int, bool]:
    """Return how far a name stands from a figure, the nearer behind it: "32% nationally and 31% in Wales"."""
    is_behind = name.start >= number.end
    return name.start - number.end if is_behind else number.start - name.end, not is_behind


def scenes_around(scene: Scene, around: Around) -> Iterator[Scene]:
    """Yield the scenes that what is named around allows, which differ from *scene* in two ways at most."""
    if not any(around):
        return
    own = (scene.group, scene.segment)
    for people, region, wave in product(
        (own, *around.people), (scene.region, *around.regions), (scene.wave, *around.waves)
    ):
        if 0 < (people != own) + (region != scene.region) + (wave != scene.wave) <= _AT_ONCE:
            yield scene._replace(group=people[0], segment=people[1], region=region, wave=wave)
