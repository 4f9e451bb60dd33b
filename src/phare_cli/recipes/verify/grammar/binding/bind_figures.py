"""Bind each figure of a sentence to whom and what it is said of: by its words, those around it, the context."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.passage import Role
from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE, SpokenNumber
from phare_cli.recipes.verify.grammar.antecedents.held_against import span_of
from phare_cli.recipes.verify.grammar.antecedents.relative_clauses import (
    is_same_case,
    relative_clause,
    whose_are_counted,
)
from phare_cli.recipes.verify.grammar.antecedents.whole_groups import share_of_group
from phare_cli.recipes.verify.grammar.binding.beside import other_readings
from phare_cli.recipes.verify.grammar.binding.naming.meant_topics import best_topic
from phare_cli.recipes.verify.grammar.binding.naming.who_denies import is_complement
from phare_cli.recipes.verify.grammar.binding.naming.wider_people import wider_people
from phare_cli.recipes.verify.grammar.binding.nobody_known import (
    is_of_strangers,
    is_uncounted,
)
from phare_cli.recipes.verify.grammar.binding.own_subject import rates_the_whole
from phare_cli.recipes.verify.grammar.binding.subject_matter import subject_of
from phare_cli.recipes.verify.grammar.binding.sums import (
    as_whole,
    is_total_of_another,
    shared_out,
    summed,
)
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.binding.waves.own_times import is_elsewhere
from phare_cli.recipes.verify.grammar.binding.waves.ways import ends_way, group_of_way
from phare_cli.recipes.verify.grammar.binding.waves.when import carried_wave, wave_said
from phare_cli.recipes.verify.grammar.binding.what import (
    end_behind,
    topic_said,
)
from phare_cli.recipes.verify.grammar.binding.where import region_said, region_spoken_of
from phare_cli.recipes.verify.grammar.binding.whom import (
    attached_group,
    group_behind,
    group_led_to,
    in_part,
    is_of_pronoun,
    nearest_before,
    only_group,
    people_meant,
)
from phare_cli.recipes.verify.grammar.claims import NOW, Scene
from phare_cli.recipes.verify.grammar.names.mention import OTHERS, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.topics import TopicMention

_QUOTES = frozenset('«»“”"')
_THEY = frozenset(("ils", "elles", "they"))
_ARE = frozenset("sont etaient sommes etions etes etiez serions are were".split())  # noqa: SIM905


def bind_figures(near: Surroundings) -> list[Bound]:
    """Return the figures of a sentence in their order, bound."""
    for place in range(len(near.figures)):
        near.bound.append(bind_one(near, place))
        if place and near.words["of which"].before(near.tokens, near.figures[place].start) is not None:
            near.bound[place - 1] = as_whole(near, near.bound[place - 1], near.bound[place])
        if group_of_way(near, place) is not None:
            start, end = near.bound[place - 1], near.bound[place].scene
            scene = start.scene._replace(group=end.group, segment=end.segment)
            near.bound[place - 1] = start._replace(scene=scene)
    return near.bound


def limits(near: Surroundings, place: int) -> tuple[int, int]:
    low = near.figures[place - 1].end if place else 0
    after = place + 1
    figure = near.figures[place]
    if figure.in_words and after < len(near.figures) and near.figures[after].start - figure.end <= 6:
        # Digits in brackets behind words are one figure with them, and what is said of it comes behind.
        after += near.sentence.bracket(near.figures[after].start) is not None
    high = near.figures[after].start if after < len(near.figures) else len(near.tokens)
    return low, high


def bind_one(near: Surroundings, place: int) -> Bound:
    figure = near.figures[place]
    low, high = limits(near, place)
    bracket = near.sentence.bracket(figure.start)
    if bracket is not None and near.sentence.tokens[bracket].text == "[":
        bracket = None
    after = end_behind(near, figure, high)
    held = span_of(near.held, figure.start)
    if held is not None:
        after = min(after, max(held[1], figure.end))  # "contre 58 % chez les habitants, et la mobilité 66 %"
    attached = whose_are_counted(near.sentence, figure) or in_part(
        near, figure, attached_group(near, figure, after)
    )
    group = attached
    if group is None and bracket is not None:
        group = nearest_before(near, "group", figure, bracket, figure.start)
        group = group or nearest_before(near, "group", figure, low, bracket)
    is_foreign_group = attached is None and is_of_strangers(near, figure, after)
    if is_uncounted(near, figure, after):
        return Bound(figure, Scene(), is_claim=False, is_uncounted=True)
    previous = _spoken_of(near, figure)
    if share_of_group(near.sentence, figure) is not None:
        return Bound(figure, previous.scene if previous is not None else near.context.last, is_claim=False)
    if attached is None and previous is not None and ends_way(near, place):
        wave = wave_said(near, place, figure, low, after, bracket)
        scene = previous.scene._replace(wave=None if wave == NOW else wave)
        return previous._replace(number=figure, scene=scene, is_guessed=False)
    if group is None and is_of_pronoun(near, figure):
        group = nearest_before(near, "group", figure, 0, figure.start)
    elif group is None:
        group = (
            group_led_to(near, figure)
            or group_behind(near, figure, after, bracket)
            or nearest_before(near, "group", figure, 0, figure.start)
            or only_group(near, figure)
            or people_meant(near)
        )
    region = region_said(near, figure, low, after, bracket, attached)
    wave = None if is_elsewhere(near, figure) else wave_said(near, place, figure, low, after, bracket)
    topic, zone = topic_said(near, figure, low, after, bracket, previous)
    if is_same_case(near.sentence, figure):
        topic, zone = None, (figure.end, figure.end)
    if (
        topic is not None
        and topic.score < 1.0
        and near.sentence.word(topic.start - 1) in ("such", "tel", "telle")
    ):
        topic = None  # "have no such plan" is of what was spoken of
    if topic is not None and previous is not None and _is_held_against(near, figure, topic, previous):
        topic = None  # "7.1 out of 10 as a fragility in 2015, against 6.4 in 2019"
    if previous is not None and previous.is_uncounted and group is None and topic is None:
        return Bound(
            figure, Scene(), is_claim=False, is_uncounted=True
        )  # "the rest, 33 %, comes from the Region"
    if topic is None and near.is_loose:
        topic = best_topic(near, 0, len(near.tokens))
    scene = scene_around(near, group, region, wave, topic, zone, previous, is_foreign_group, figure)
    scene = summed(near, scene, figure, topic)
    complement = not shared_out(near, figure) and is_complement(
        near, figure, zone, topic, previous, low, after
    )
    others = wider_people(near, scene, figure) or other_readings(near, scene, figure, bracket, previous)
    is_aside = len(others) == 1 and relative_clause(near.sentence, figure) is not None
    is_aside = is_aside or held is not None
    if len(others) == 1:
        scene, others = others[0], ()
    return Bound(
        figure,
        scene,
        complement,
        others,
        is_claim(near, figure, scene, group, topic, attached, is_foreign_group, after),
        zone,
        is_aside=is_aside,
        is_unsure=is_total_of_another(near, figure, topic),
    )


def _spoken_of(near: Surroundings, figure: SpokenNumber) -> Bound | None:
    """Return the figure before, behind a semicolon no part of one: "67 %, dont 18 % ... ; ils étaient 60 %"."""
    clause, _ = near.sentence.clause(figure.start)
    if near.bound and near.bound[-1].number.end <= clause and near.sentence.word(clause - 1) == ";":
        main = [each for each in near.bound if not _is_part(near, each.number)]
        return _not_held(near, main or near.bound, figure)
    return _not_held(near, near.bound, figure)


def _not_held(near: Surroundings, bound: Sequence[Bound], figure: SpokenNumber) -> Bound | None:
    """Return the last figure that is not only held against another: "58 %, contre 53 % en France, et 52 % ..."."""
    own = [each for each in bound if not near.is_held(each.number.start, figure.start)]
    return next(reversed(own), None)


def _is_part(near: Surroundings, figure: SpokenNumber) -> bool:
    is_of_which = near.words["of which"].before(near.tokens, figure.start) is not None
    return is_of_which or near.sentence.bracket(figure.start) is not None


def _is_held_against(near: Surroundings, figure: SpokenNumber, topic: TopicMention, previous: Bound) -> bool:
    """Tell whether a figure is held against the one before it, and only a question of both is named between."""
    words = [near.sentence.word(at) for at in range(max(0, figure.start - 3), figure.start)]
    is_against = any(near.words["against"].holds(word) for word in words)
    is_between = topic.is_indicator and previous.number.end <= topic.start < figure.start
    return is_against and is_between and bool(set(topic.topics) & set(previous.scene.topics))


def scene_around(
    near: Surroundings, group: Mention | None, region: Mention | None, wave: str | None, topic: TopicMention | None,
    zone: tuple[int, int], previous: Bound | None, is_foreign_group: bool, figure: SpokenNumber,
) -> Scene:  # fmt: skip
    context = near.context
    before = previous.scene if previous is not None else context.last
    heading = context.heading_scene()
    group_id, segment = group_and_segment(near, group, before, heading, previous)
    if segment and (group is None or not group.id):
        group_id = context.names.holder(segment, group_id)
    if is_foreign_group:
        group_id, segment = UNKNOWN, ""
    named = tuple(
        dict.fromkeys(
            indicator for each in near.sentence.topics if each.is_indicator for indicator, _ in each.topics
        )
    )
    subject = subject_of(near, figure, topic, zone, previous, heading)
    is_bare = figure.unit == SCORE and topic is None and not is_foreign_group
    is_bare = is_bare and (not subject.is_foreign or rates_the_whole(near, figure))
    is_given = is_bare and (
        bool(near.sentence.of_kind("group")) or near.sentence.has("pronoun", 0, figure.start)
    )
    score = context.scored_alone(subject.topics) if is_given else None
    if score is not None:
        subject = subject._replace(topics=(score,), is_sum=False, is_foreign=False)
    region_id = region_spoken_of(near, region, previous, topic)
    return Scene(
        region_id,
        group_id,
        segment,
        subject.topics,
        None if wave == NOW or is_elsewhere(near, figure) else wave or carried_wave(near, previous),
        context.wave(),
        named or (() if near.is_loose else before.named) or heading.named,
        is_sum=subject.is_sum,
        is_foreign=subject.is_foreign,
        is_partly=subject.is_partly,
    )


def group_and_segment(
    near: Surroundings, group: Mention | None, before: Scene, heading: Scene, previous: Bound | None
) -> tuple[str | None, str]:
    if group is not None and group.id == OTHERS:
        return near.context.other_group(near.context.last.group), ""
    if group is not None and group.id:
        return group.id, group.segment
    segment = group.segment if group is not None else ""
    if segment and before.group == UNKNOWN:
        return heading.group, segment
    if near.is_loose and previous is None:
        if near.sentence.passage.role is Role.ITEM and near.context.is_in_list:
            return heading.group or before.group, segment
        return heading.group, segment
    is_anew = near.context.is_new_paragraph and previous is None and not near.context.speaks_on(near.sentence)
    if is_anew and group is None and heading.group is not None:
        return heading.group, heading.segment
    if before.group is not None or (before.segment and previous is None):
        is_taken_up = any(near.words["pronoun"].holds(near.sentence.word(at)) for at in range(3))
        start = near.figures[len(near.bound)].start
        is_taken_up = is_taken_up or any(near.sentence.word(at) in _THEY for at in range(start))
        is_kept = group is None and (previous is not None or is_taken_up or near.context.follows_question)
        return before.group, segment or (before.segment if is_kept else "")
    return heading.group, segment or heading.segment


def _is_quoted_alone(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure opens a quotation, and nothing that it is of stands behind: "“67%, that is a lot”"."""
    behind = near.tokens[figure.end].text if figure.end < len(near.tokens) else "."
    if figure.start == 0 and near.context.is_headline:
        return behind in _QUOTES or behind in "?!."  # "“Noise? 41%.”"
    return near.sentence.word(figure.start - 1) in _QUOTES and (behind in _QUOTES or behind in "?!.,–—")


def is_claim(
    near: Surroundings, figure: SpokenNumber, scene: Scene, group: Mention | None, topic: TopicMention | None,
    attached: Mention | None, is_foreign_group: bool, after: int,
) -> bool:  # fmt: skip
    if attached is not None or topic is not None:
        return True
    if near.is_loose and (near.sentence.has("quoting") or near.sentence.has("figure noun")):
        return True
    if near.is_loose and (near.context.is_bare_section or _is_quoted_alone(near, figure)):
        return True
    if figure.unit != PERCENT:
        return bool(scene.topics) and any(True for _ in scene.topics)
    if is_foreign_group:
        return True
    follows = near.sentence.word(figure.end)
    if near.sentence.word(figure.start - 1) in _ARE and bool(scene.topics):
        return True  # "Nous étions 54 % en 2023"
    if figure.is_signed and group is None:
        return False
    if figure.in_words:
        return bool(scene.topics) or group is not None
    if near.context.follows_question and scene.group is not None and scene.topics:
        return True  # an answer says the figure alone
    if follows in ("de", "du", "d'", "of", "en", "in", "sur", "by", "on"):
        return (
            group is not None
            or any(each.is_claim for each in near.bound)
            or near.context.speaks_on(near.sentence)
            or (follows in ("d'", "de", "of") and bool(scene.topics))
        )
    has_verb = figure.end < after and near.tokens[figure.end].kind == "word"
    return group is not None or has_verb or bool(scene.topics)
