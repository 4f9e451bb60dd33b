"""Tell what a relation sets beside a scene: another region, group or wave of the same topic."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import HERE, OTHERS, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_THE = frozenset(("the", "les", "aux"))


def beside(scene: Scene, relation: Relation, context: Context, sentence: Sentence) -> Scene:
    """Return what a relation sets beside *scene*: another region, group or wave of the same topic."""
    target = relation.target
    if not isinstance(target, Mention):
        return scene
    inside = [each for each in sentence.mentions if relation.cue <= each.start < relation.end]
    inside = inside or [target]
    places = [each for each in inside if each.kind == "place"]
    groups = [each for each in inside if each.kind == "group" and (each.id or each.segment)]
    if target.kind == "wave":
        return scene._replace(wave=target.id)
    if target.id == OTHERS and target.kind == "group":
        return scene._replace(group=context.other_group(scene.group))
    is_whole = relation.is_of_others or (
        bool(groups)
        and not scene.segment
        and scene.region != context.names.whole
        and _is_all(sentence, groups[-1])
    )
    if is_whole and not places and groups and groups[-1].id == scene.group:
        return scene._replace(region=context.names.whole or UNKNOWN)
    if relation.is_of_others and places and groups:
        return scene._replace(region=places[-1].id)
    changed = scene
    if places:
        place = places[-1]
        is_same = all(
            (each.id or scene.group, each.segment) == (scene.group, scene.segment) for each in groups
        )
        here = context.around_of(scene.region) if is_same else context.here()
        changed = changed._replace(region=here if place.id == HERE else place.id)
    if groups and not (relation.is_of_others and places):
        group = groups[-1]
        changed = changed._replace(group=group.id or changed.group, segment=group.segment)
    return changed


def _is_all(sentence: Sentence, group: Mention) -> bool:
    """Tell whether a group is set beside a part of it as a whole: "l'ensemble des salariés", "all employees"."""
    before = [sentence.word(at) for at in range(max(0, group.start - 3), group.start)]
    return "ensemble" in before or before[-1:] in (["all"], ["overall"])


def held_against(near: Surroundings, figure: SpokenNumber) -> Relation | None:
    """Return the comparison whose reference a figure is of: "far fewer than the 43% recorded in Wales"."""
    than = near.words["than"].before(near.tokens, figure.start - 1)
    if than is None or near.sentence.word(figure.start - 1) not in _THE:
        return None
    return next(
        (
            each
            for each in near.relations
            if each.kind == "comparison"
            and each.cue <= figure.start
            and isinstance(each.target, Mention)
            and figure.end <= each.target.start
        ),
        None,
    )
