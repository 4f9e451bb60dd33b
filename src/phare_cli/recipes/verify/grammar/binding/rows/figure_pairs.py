"""Tell whose two figures are that stand against one another: "35 % contre 17 %", "(44% and 38%)"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.binding.beside import beside
from phare_cli.recipes.verify.grammar.binding.naming.wider_people import wider_people
from phare_cli.recipes.verify.grammar.binding.rows.row_figures import said_of, words_between
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topics import TopicMention

_TO_PAIR = 4  # words from an order to the two figures of its answers
_AGAINST = frozenset(("contre", "against", "versus", "vs", "v", "face"))
_COMPARED = frozenset((("compared", "with"), ("compared", "to"), ("rapport", "a")))


def paired(near: Surroundings, bound: list[Bound]) -> list[Bound]:
    """Return figures of which the second stands against the first: its side is what the comparison names."""
    sentence, context, changed = near.sentence, near.context, list(bound)
    relations = [
        each for each in near.relations if each.kind == "comparison" and isinstance(each.target, Mention)
    ]
    for place in range(1, len(bound)):
        first, second = bound[place - 1].number, bound[place].number
        between = words_between(sentence, changed[place - 1], changed[place])
        is_led_against = bool(between) and (between[-1] in _AGAINST or tuple(between[-2:]) in _COMPARED)
        is_against = is_led_against and len(between) <= 12
        is_against = is_against or (between == ["to"] and any(each.end <= first.start for each in relations))
        is_led = sentence.word(first.start - 1) == ":" or sentence.bracket(first.start) is not None
        in_one_bracket = between in (["et"], ["and"]) and is_led
        if not (is_against or in_one_bracket):
            continue
        own = sentence.mentions_after(second.end) or near.held_behind(second.end)
        relation = next((each for each in reversed(relations) if each.end <= first.start), None)
        if own or wider_people(near, changed[place].scene, second):
            continue
        if is_against and relation is None and (wave := _counted_from(near, first.start)):
            if changed[place - 1].scene.wave == wave and not sentence.mentions_after(first.end):
                now = changed[place - 1].scene._replace(wave=None)
                changed[place - 1] = changed[place - 1]._replace(scene=now)
            side = changed[place].scene._replace(wave=wave)
            changed[place] = changed[place]._replace(scene=side, others=())
            continue
        if relation is None and is_against and (topics := _placed(near, first.start)):
            for at, answer in zip((place - 1, place), topics, strict=True):
                changed[at] = said_of(changed[at], answer, context)._replace(is_unsure=False)
            continue
        if relation is None:
            is_of_wave = changed[place].scene.wave not in (None, changed[place - 1].scene.wave)
            if is_against and len(context.pair) == 2 and not sentence.mentions:  # below "London v. York"
                for at, name in zip((place - 1, place), context.pair, strict=True):
                    changed[at] = said_of(changed[at], name, context)
            elif is_against and not in_one_bracket and not is_of_wave:
                changed[place] = _against_before(sentence, changed[place], context)
                if context.beside is not None and not sentence.of_kind("group"):
                    # "En Normandie, l'écart est du même ordre : 35 % contre 17 %"
                    one, other = changed[place - 1], changed[place]
                    changed[place - 1] = one._replace(others=(one.scene, other.scene))
                    changed[place] = other._replace(others=(other.scene, one.scene))
            continue
        readings = changed[place - 1].others  # of a bracket behind a comparison: its subject comes first
        subject = readings[0] if readings else changed[place - 1].scene
        beyond = relation.target.start if relation.target is not None else relation.start
        subject = _subject(sentence, beyond, subject)
        changed[place - 1] = changed[place - 1]._replace(scene=subject, others=(), is_unsure=False)
        changed[place] = changed[place]._replace(
            scene=beside(subject, relation, context, sentence), others=(), is_unsure=False
        )
    return changed


def _placed(near: Surroundings, end: int) -> Sequence[TopicMention]:
    """Return the two answers of which one is set right before the other: "passe devant le bruit, avec"."""
    orders = [each for each in near.relations if each.kind == "order" and end - _TO_PAIR <= each.end <= end]
    target = orders[-1].target if orders else None
    if not isinstance(target, TopicMention):
        return ()
    clause, _ = near.sentence.clause(orders[-1].start)
    before = [each for each in near.sentence.topics_in(clause, orders[-1].start) if not each.is_indicator]
    return (before[-1], target) if before else ()


def _counted_from(near: Surroundings, end: int) -> str | None:
    """Return the wave that a change before *end* is counted from, where one is told in this sentence."""
    changes = [each for each in near.relations if each.kind == "change" and each.end <= end]
    if not changes:
        return None
    target = changes[-1].target
    return target.id if isinstance(target, Mention) else near.context.since


def _against_before(sentence: Sentence, bound: Bound, context: Context) -> Bound:
    """Return a figure that stands against another with the side that the comparison before named, if any did."""
    if context.beside is None:
        was = context.compared[1].wave if context.compared is not None else None
        if was is not None:  # the sentence before told of a change
            return bound._replace(scene=bound.scene._replace(wave=was), others=())
        return bound._replace(is_unsure=True)
    side = context.beside
    is_placed = bool(
        sentence.of_kind("place")
    )  # "En Normandie, l'écart est du même ordre : 35 % contre 17 %"
    region = bound.scene.region if is_placed else side.region
    return bound._replace(
        scene=bound.scene._replace(region=region, group=side.group, segment=side.segment), others=()
    )


def _subject(sentence: Sentence, end: int, scene: Scene) -> Scene:
    groups = [each for each in sentence.of_kind("group", 0, end) if each.id or each.segment]
    if not groups:
        return scene
    return scene._replace(group=groups[-1].id or scene.group, segment=groups[-1].segment)
