"""Share out figures that come in a row: "respectivement", and a pair of brackets behind a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from phare_cli.recipes.verify.grammar.antecedents.relative_clauses import is_same_case
from phare_cli.recipes.verify.grammar.binding.rows.figure_pairs import paired
from phare_cli.recipes.verify.grammar.binding.rows.row_figures import said_of, words_between
from phare_cli.recipes.verify.grammar.binding.rows.rows_against import set_against
from phare_cli.recipes.verify.grammar.binding.rows.sides_again import sides_again
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.figures.said_again import says_again
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topics import TopicMention

_JOINS = frozenset((",", "et", "and", "puis", "ou", "or", "then", "contre", "against", "versus", "vs"))
_ROW = frozenset((",", "et", "and", "les", "des", "the", "la", "le", "l'"))
_BETWEEN_GROUPS = frozenset(
    ", and but or of among in for only just some et mais ou des de chez parmi dans pour seulement “ ” « »".split()  # noqa: SIM905
)
_TWO = 2  # figures of a row, at least
_AGAINST = frozenset(("contre", "against", "versus", "vs", "v", "face"))


def in_series(near: Surroundings, bound: list[Bound]) -> list[Bound]:
    """Return figures with what their row gives them."""
    if len(bound) < _TWO:
        return bound
    sentence, context = near.sentence, near.context
    bound = _alike(sentence, _of_words_behind(sentence, bound), context)
    if sentence.has("respectively"):
        bound = _respectively(sentence, bound, context)
    return sides_again(near, set_against(near, paired(near, bound)))


def _runs(sentence: Sentence, bound: Sequence[Bound]) -> list[list[int]]:
    """Return the rows of figures between which nothing but commas and "et" stands."""
    runs: list[list[int]] = [[0]]
    for place in range(1, len(bound)):
        between = set(words_between(sentence, bound[place - 1], bound[place]))
        is_behind_aside = bound[place - 1].is_aside and not bound[place].is_aside
        if between <= _JOINS and not is_behind_aside:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


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
        is_row = is_row and not is_same_case(sentence, one.number)
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
                changed[place] = said_of(changed[place], answer, context)
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
        changed[place] = said_of(bound[place], name, context)
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


def _are_told_by_nothing(sentence: Sentence, run: Sequence[Bound]) -> bool:
    """Tell whether figures in a row ("38 % et 37 %") have no name of their own, and stand against nothing."""
    first, last = run[0].number, run[-1].number
    if len(run) == 2 and (says_again(sentence, first, last) or run[0].scene.wave != run[1].scene.wave):
        return False  # "two thirds, 66 %", "12% then, 14% now"
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
        bracket = sentence.bracket(start)
        clause, _ = sentence.clause(start if bracket is None else bracket)
        named = (
            _as_many(sentence, len(run), clause, start)
            or _as_many(sentence, len(run), 0, start)
            or _as_many(sentence, len(run), end, len(sentence.tokens))
            or _nearest_row(sentence, len(run), start)
        )
        row = [scene for unit, scene in context.row if unit == bound[run[0]].number.unit]
        # "Fewer than half of firms (45%)" is one figure, in words and in digits.
        row = [scene for at, scene in enumerate(row) if not at or scene != row[at - 1]]
        told = context.told or context.pair
        if not named and len(row) != len(run) == len(told):
            named = told
        for place, name in zip(run, named, strict=False):
            changed[place] = said_of(changed[place], name, context)
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


def _nearest_row(sentence: Sentence, count: int, start: int) -> Sequence[Mention | TopicMention]:
    """Return the last names of one kind before a place, where nothing but "and" stands between as many as *count*."""
    answers = [each for each in sentence.topics_in(0, start) if not each.is_indicator]
    rows: tuple[Sequence[Mention | TopicMention], ...] = (
        sentence.of_kind("place", 0, start),
        sentence.of_kind("group", 0, start),
        answers,
    )
    for names in (row[-count:] for row in rows):
        joins = {
            token.word for one, other in pairwise(names) for token in sentence.tokens[one.end : other.start]
        }
        if len(names) == count and joins <= _ROW:
            return names
    return ()
