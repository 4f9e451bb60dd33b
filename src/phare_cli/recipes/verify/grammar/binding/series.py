"""Share out figures that come in a row: "respectivement", and a pair of brackets behind a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from phare_cli.recipes.verify.grammar.binding.beside import beside
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.figures.said_again import says_again
from phare_cli.recipes.verify.grammar.names.mention import HERE, Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topics import TopicMention

_JOINS = frozenset((",", "et", "and", "puis", "ou", "or", "then", "contre", "against", "versus", "vs"))
_ROW = frozenset((",", "et", "and", "les", "des", "the", "la", "le", "l'"))
_BETWEEN_GROUPS = frozenset(
    ", and but or of among in for only just some et mais ou des de chez parmi dans pour seulement".split()  # noqa: SIM905
)
_TO_PAIR = 4  # words from an order to the two figures of its answers
_AGAINST = frozenset(("contre", "against", "versus", "vs", "v", "face"))


def in_series(near: Surroundings, bound: list[Bound]) -> list[Bound]:
    """Return figures with what their row gives them."""
    sentence, context = near.sentence, near.context
    if len(bound) > 1:
        bound = _alike(sentence, _of_words_behind(sentence, bound), context)
        if sentence.has("respectively"):
            bound = _respectively(sentence, bound, context)
    return _paired(near, bound)


def _runs(sentence: Sentence, bound: Sequence[Bound]) -> list[list[int]]:
    """Return the rows of figures between which nothing but commas and "et" stands."""
    runs: list[list[int]] = [[0]]
    for place in range(1, len(bound)):
        between = set(_words_between(sentence, bound[place - 1], bound[place]))
        if between <= _JOINS:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _words_between(sentence: Sentence, one: Bound, other: Bound) -> list[str]:
    """Return the words between two figures, without the point of "vs."."""
    tokens = sentence.tokens[one.number.end : other.number.start]
    return [token.word for token in tokens if token.text != "."]


def _of_words_behind(sentence: Sentence, bound: list[Bound]) -> list[Bound]:
    """Return figures of two groups with the topic behind the last: "41% of men, but only 14% of women, swim"."""
    changed = list(bound)
    named = {at for each in sentence.mentions for at in range(each.start, each.end)}
    for place in range(len(bound) - 2, -1, -1):
        one, other = changed[place], changed[place + 1]
        between = range(one.number.end, other.number.start)
        words = {sentence.word(at) for at in between if at not in named}
        clause, _ = sentence.clause(one.number.start)
        is_row = bool(named & set(between)) and words <= _BETWEEN_GROUPS
        behind = sentence.topics_in(other.number.end, len(sentence.tokens))
        is_said = any(set(each.topics) & set(other.scene.topics) for each in behind)
        if is_row and is_said and one.is_claim and not sentence.topics_in(clause, other.number.start):
            scene = one.scene._replace(
                topics=other.scene.topics, is_sum=other.scene.is_sum, is_foreign=other.scene.is_foreign
            )
            changed[place] = one._replace(scene=scene, is_complement=other.is_complement)
    return changed


def _alike(sentence: Sentence, bound: list[Bound], context: Context) -> list[Bound]:
    """Return the figures of each row with the topic of its last, whose words stand for all."""
    changed = list(bound)
    for run in _runs(sentence, bound):
        last = bound[run[-1]]
        answers = _answers_behind(sentence, len(run), last.number.end) if len(run) > 1 else ()
        if answers:
            for place, answer in zip(run, answers, strict=True):
                changed[place] = _of(changed[place], answer, context)
            continue
        if (
            len(run) > 1
            and not sentence.has("respectively")
            and _are_told_by_nothing(sentence, [bound[at] for at in run])
        ):
            changed = _shared_out(sentence, changed, run, context)
        for place in run[:-1]:
            one = changed[place]
            if sentence.bracket(one.number.start) is None and not sentence.topics_in(
                one.zone[0], one.number.start
            ):
                scene = one.scene._replace(
                    topics=last.scene.topics, named=last.scene.named, is_foreign=last.scene.is_foreign
                )
                changed[place] = one._replace(scene=scene, is_claim=last.is_claim)
    return changed


def _shared_out(sentence: Sentence, bound: list[Bound], run: Sequence[int], context: Context) -> list[Bound]:
    """Return a row of figures each with the name that stands in its place of a row before; unsure where none does."""
    changed = list(bound)
    named = _as_many(sentence, len(run), 0, bound[run[0]].number.start)
    if not named and sentence.bracket(bound[run[0]].number.start) is not None:
        return changed
    joins = {token.word for one, other in pairwise(named) for token in sentence.tokens[one.end : other.start]}
    if not named and sentence.has("in turn") and len(run) == len(context.recent):
        for place, scene in zip(run, context.recent, strict=True):
            own = _in_turn(bound[place].scene, scene, context.recent)
            changed[place] = bound[place]._replace(scene=own, is_in_turn=True)
        return changed
    if not named and _has_as_many_before(sentence, bound[run[0]], len(run), context):
        for place, scene in zip(run, context.recent, strict=True):
            own = bound[place].scene
            changed[place] = bound[place]._replace(
                scene=own._replace(group=scene.group, segment=scene.segment)
            )
        return changed
    if not named or not joins <= _ROW:
        for place in run:
            changed[place] = bound[place]._replace(is_unsure=True)
        return changed
    for place, name in zip(run, named, strict=True):
        changed[place] = _of(bound[place], name, context)
    return changed


def _answers_behind(sentence: Sentence, count: int, start: int) -> Sequence[TopicMention]:
    """Return the answers behind a row of figures that are as many: "31% and 47% are very happy and fairly happy"."""
    _, end = sentence.clause(start - 1)
    answers = [each for each in sentence.topics_in(start, end) if not each.is_indicator]
    if answers and answers[0].is_net and not _as_many(sentence, count, 0, answers[0].start):
        # "26% and 36% are very or fairly likely to return"
        answers = [answers[0]._replace(topics=(topic,), is_net=False) for topic in answers[0].topics]
    is_of_one = len({each.topics[0][0] for each in answers}) == 1
    return answers if len({each.topics for each in answers}) == len(answers) == count and is_of_one else ()


def _has_as_many_before(sentence: Sentence, bound: Bound, count: int, context: Context) -> bool:
    """Tell whether the figures before were as many, of as many groups: "Nationally the figures are 71% and 42%"."""
    groups = {(each.group, each.segment) for each in context.recent}
    topics = {each.topics for each in context.recent}
    is_bare = not sentence.of_kind("group") and bound.scene.topics in topics
    return count == len(context.recent) == len(groups) and len(topics) == 1 and is_bare


def _of(bound: Bound, name: Mention | TopicMention, context: Context) -> Bound:
    """Return a figure with the name that it is said of."""
    scene = bound.scene
    if isinstance(name, TopicMention):
        scene = scene._replace(topics=name.topics, is_sum=False, is_foreign=False)
    elif name.kind == "group":
        scene = scene._replace(group=name.id or scene.group, segment=name.segment)
    elif name.kind == "place":
        scene = scene._replace(region=context.here() if name.id == HERE else name.id)
    else:
        scene = scene._replace(wave=name.id)
    return bound._replace(scene=scene)


def _are_told_by_nothing(sentence: Sentence, run: Sequence[Bound]) -> bool:
    """Tell whether figures in a row ("38 % et 37 %") have no name of their own, and stand against nothing."""
    first, last = run[0].number, run[-1].number
    if len(run) == 2 and says_again(sentence, first, last):
        return False
    joins = {token.word for token in sentence.tokens[first.end : last.start]}
    if (
        joins & (_AGAINST | {";"})
        or sentence.word(first.start - 1) in ("from", "entre", "between")
        or (sentence.word(first.start - 1) == "de" and "a" in joins)
    ):
        return False
    return not sentence.mentions_after(last.end)


def _respectively(sentence: Sentence, bound: list[Bound], context: Context) -> list[Bound]:
    changed = list(bound)
    for run in _runs(sentence, bound):
        if len(run) < 2:
            continue
        start, end = bound[run[0]].number.start, bound[run[-1]].number.end
        named = (
            _as_many(sentence, len(run), 0, start)
            or _as_many(sentence, len(run), end, len(sentence.tokens))
            or _nearest_row(sentence, len(run), start)
        )
        for place, name in zip(run, named, strict=False):
            changed[place] = _of(changed[place], name, context)
        row = [scene for unit, scene in context.row if unit == bound[run[0]].number.unit]
        if not named and len(row) == len(run):
            for place, scene in zip(run, row, strict=True):
                own = _in_turn(changed[place].scene, scene, row)
                changed[place] = changed[place]._replace(scene=own, is_in_turn=True)
        elif not named:
            for place in run:
                changed[place] = changed[place]._replace(is_unsure=True)
    return changed


def _in_turn(scene: Scene, before: Scene, row: Sequence[Scene]) -> Scene:
    """Return a figure's scene with what tells the one in its place of a *row* from the others of it."""
    apart = [
        field
        for field in ("region", "group", "segment", "topics", "wave")
        if len({getattr(each, field) for each in row}) > 1
    ]
    return scene._replace(**{field: getattr(before, field) for field in apart})


def _as_many(sentence: Sentence, count: int, start: int, end: int) -> Sequence[Mention | TopicMention]:
    """Return the names of one kind between two places that are as many as the figures."""
    for kind in ("group", "place", "wave"):
        names = sentence.of_kind(kind, start, end)
        if len(names) == count:
            return names
    topics = [each for each in sentence.topics_in(start, end) if not each.is_indicator]
    return topics if len(topics) == count else ()


def _nearest_row(sentence: Sentence, count: int, start: int) -> Sequence[Mention]:
    """Return the last names of one kind before a place, where nothing but "and" stands between as many as *count*."""
    for kind in ("place", "group"):
        names = sentence.of_kind(kind, 0, start)[-count:]
        joins = {
            token.word for one, other in pairwise(names) for token in sentence.tokens[one.end : other.start]
        }
        if len(names) == count and joins <= _ROW:
            return names
    return ()


def _paired(near: Surroundings, bound: list[Bound]) -> list[Bound]:
    """Return figures of which the second stands against the first: its side is what the comparison names."""
    sentence, context, changed = near.sentence, near.context, list(bound)
    relations = [
        each for each in near.relations if each.kind == "comparison" and isinstance(each.target, Mention)
    ]
    for place in range(1, len(bound)):
        first, second = bound[place - 1].number, bound[place].number
        between = _words_between(sentence, changed[place - 1], changed[place])
        is_against = bool(between) and between[-1] in _AGAINST and len(between) <= 12
        is_against = is_against or (between == ["to"] and any(each.end <= first.start for each in relations))
        is_led = sentence.word(first.start - 1) == ":" or sentence.bracket(first.start) is not None
        in_one_bracket = between in (["et"], ["and"]) and is_led
        if not (is_against or in_one_bracket):
            continue
        own = sentence.mentions_after(second.end)
        relation = next((each for each in reversed(relations) if each.end <= first.start), None)
        if own:
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
                changed[at] = _of(changed[at], answer, context)._replace(is_unsure=False)
            continue
        if relation is None:
            is_of_wave = changed[place].scene.wave not in (None, changed[place - 1].scene.wave)
            if is_against and len(context.pair) == 2 and not sentence.mentions:  # below "London v. York"
                for at, name in zip((place - 1, place), context.pair, strict=True):
                    changed[at] = _of(changed[at], name, context)
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
