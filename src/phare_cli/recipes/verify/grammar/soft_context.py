"""Tell what else a claim may be about, where its own words leave out what the text around lends it."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence


def with_soft_context(
    claim: Claim, sentence: Sentence, relations: Sequence[Relation], context: Context
) -> Claim:
    """Return *claim* with the scenes that its context allows as much, and those that stand in where nothing is held."""
    places = [
        each
        for each in sentence.of_kind("place")
        if not any(relation.cue <= each.start < relation.end for relation in relations)
    ]
    also = tuple(_other_regions(claim.scene, places, context))
    fallbacks = (*_other_groups(claim.scene, sentence, context), *_wider_topics(claim.scene, sentence))
    return claim._replace(also=also, fallbacks=fallbacks)


def _other_regions(scene: Scene, places: Sequence[Mention], context: Context) -> list[Scene]:
    """Return the scene in the region named last, where a document without a region of its own names none here."""
    last = context.last.region
    if len(places) == 1 and places[0].start > 2 and scene.region == context.region() != places[0].id:
        # "57 % des citoyens et 67 % des associations de la région": the place behind may be that of both.
        return [scene._replace(region=_id_of(places[0], context))]
    if places or context.home is not None or context.is_region_said():
        return []
    if last in (None, UNKNOWN, scene.region) or scene.region != context.region():
        return []
    return [scene._replace(region=last)]


def _id_of(place: Mention, context: Context) -> str:
    return context.here() if place.id == HERE else place.id


def _other_groups(scene: Scene, sentence: Sentence, context: Context) -> list[Scene]:
    """Return the scene of whatever group, where its own was lent by a sentence before and by no pronoun."""
    if scene.group == UNKNOWN and not sentence.of_kind("group") and context.last.group == UNKNOWN:
        return [scene._replace(group=context.known_group, segment="")] if context.known_group else []
    is_lent = scene.group is not None and not sentence.of_kind("group") and not context.speaks_on(sentence)
    return [scene._replace(group=None, segment="")] if is_lent else []


def _wider_topics(scene: Scene, sentence: Sentence) -> list[Scene]:
    """Return the scene with every item of the indicator that the sentence names, where one of them was lent."""
    named = [each for each in sentence.topics if each.is_indicator]
    wide = [each.topics for each in named if set(scene.topics) < set(each.topics)]
    said = {topic for each in sentence.topics if not each.is_indicator for topic in each.topics}
    if not wide or said & set(scene.topics):
        return []
    return [scene._replace(topics=wide[0], is_sum=False)]
