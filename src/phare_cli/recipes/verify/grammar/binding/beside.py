"""Tell what a relation sets beside a scene: another region, group or wave of the same topic."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.antecedents.clause_breaks import break_behind
from phare_cli.recipes.verify.grammar.antecedents.relative_clauses import relative_clause
from phare_cli.recipes.verify.grammar.binding.naming.compared_names import is_reference
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.binding.where import region_spoken_of
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import HERE, OTHERS, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_WITH = frozenset(("avec", "with"))
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


def _given(near: Surroundings, figure: SpokenNumber) -> int | None:
    """Return where words begin that only give a figure of a comparison: "far higher than in Wales, with 16%"."""
    comma = figure.start - 2
    is_given = near.sentence.word(figure.start - 1) in _WITH and near.sentence.word(comma) == ","
    return comma if is_given and any(each.end == comma for each in near.relations) else None


def other_readings(
    near: Surroundings, scene: Scene, figure: SpokenNumber, bracket: int | None, previous: Bound | None
) -> tuple[Scene, ...]:
    """Return what else a bracket right behind a comparison may give: either of its two sides."""
    if not any(isinstance(each.target, Mention) for each in near.relations):
        return ()
    where = near.sentence.where(max(0, figure.start - 6), figure.start)
    told = relative_clause(near.sentence, figure) if bracket is None and where is None else None
    anchor = bracket if bracket is not None else where.start if where is not None else told
    anchor = anchor if anchor is not None else _given(near, figure)
    held = held_against(near, figure)
    if held is not None:
        before = previous.scene if previous is not None else near.context.last
        side = before._replace(topics=scene.topics, is_foreign=False)
        return (beside(side, held, near.context, near.sentence),)
    if anchor is None:
        return ()
    for relation in reversed(near.relations):
        if (
            relation.kind in ("comparison", "gap")
            and anchor - 6 <= relation.end <= anchor
            and isinstance(relation.target, Mention)
            and break_behind(near.sentence, relation.end, anchor) == anchor
            and not near.sentence.of_kind(
                "group", relation.end, anchor
            )  # "than companies (81%) and citizens (69%)"
        ):
            groups = [
                each
                for each in near.sentence.of_kind("group", 0, relation.start)
                if each.id and not is_reference(near, each, None)
            ]
            places = [
                each
                for each in near.sentence.of_kind("place", 0, relation.start)
                if not is_reference(near, each, None)
            ]
            places = list(near.sentence.of_kind("place", relation.start, relation.target.start)) or places
            group = groups[-1] if groups else None
            before = previous.scene if previous is not None else near.context.last
            region = (
                places[-1].id
                if places
                else (previous.scene.region if previous else region_spoken_of(near, None, None))
            )
            subject = scene._replace(
                group=group.id if group else before.group or scene.group,
                segment=group.segment if group else before.segment,
                region=near.context.here(near.sentence, relation.start) if region == HERE else region,
            )
            other = beside(subject, relation, near.context, near.sentence)
            # The figure may be that of a place of which the data hold nothing.
            is_known = other.region is None or other.region in near.context.names.regions
            if told is not None:
                return (other,) if is_known else ()
            if previous is not None and previous.scene._replace(wave=subject.wave) == subject:
                return (other,) if is_known else ()  # "58% of vets ..., fewer than nurses (66%)"
            return (subject, other) if is_known else ()
    return ()
