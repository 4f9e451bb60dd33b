"""Hold what a sentence spoke of for the sentences after it."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.passage import Role
from phare_cli.recipes.verify.grammar.antecedents.strange_places import is_dateline
from phare_cli.recipes.verify.grammar.antecedents.times import is_past as is_of_past
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.claims import NOW, Claim
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.names.wave_mentions import is_told_by_its_ends, is_year
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_FRONT = 2
_ABLE = "could"  # past of a newest wave, where a year is told: elsewhere it is of what may be
_SHORT = 8  # tokens of a sentence that only tells where the next ones are of
_LEADING = frozenset("en in a au aux dans across within chez the le la l' les from for pour , et".split())  # noqa: SIM905


def move(context: Context, sentence: Sentence) -> None:
    """Take the wave that a sentence without a figure sets."""
    waves = list(dict.fromkeys(each.id for each in sentence.of_kind("wave")))
    years = [wave for wave in waves if wave[:4].isdigit()]
    spans = [each.id for each in sentence.of_kind("wave") if is_told_by_its_ends(each, sentence.tokens)]
    if len(spans) == 1:
        context.document_wave = spans[0]  # "Entre 2018 et 2022, le programme a interrogé ..."
    elif len(years) == 2 and all(map(is_year, waves)):  # two waves of several years each are no span
        context.document_wave = "-".join(sorted(years))
    elif len(waves) == 1 and sentence.has("asked"):
        context.paragraph = context.paragraph._replace(
            wave=waves[0]
        )  # "In 2019, 2,400 people were asked again."
    groups = sentence.of_kind("group")
    if groups and (groups[-1].id or groups[-1].segment):
        last = groups[-1]
        context.last = context.last._replace(group=last.id or context.last.group, segment=last.segment)
    answers = {each.topics for each in sentence.topics if not each.is_indicator}
    if len(answers) == 1:  # a table below it may be of what it asks
        context.paragraph = context.paragraph._replace(topics=next(iter(answers)))
        first = next(each for each in sentence.topics if not each.is_indicator)
        if first.start <= _FRONT:  # "Late payment has moved the other way. 36% complain of it."
            context.last = context.last._replace(topics=first.topics, is_sum=False)
    places = [each for each in sentence.of_kind("place") if each.id not in ("here", UNKNOWN)]
    _go_somewhere_unknown(context, sentence)
    asked = [
        each
        for each in sentence.of_kind("place")
        if sentence.tokens[-1].text == "?" and len(sentence.tokens) <= _SHORT
    ]
    if asked:  # "Les locataires de la région ?" is of what its answer is of
        place = asked[-1].id
        context.paragraph = context.paragraph._replace(region=context.here() if place == HERE else place)
    elif places and _is_fronted(sentence, places[0]):
        context.paragraph = context.paragraph._replace(region=places[0].id)
        context.last = context.last._replace(region=places[0].id)  # "there" is where this sentence is of
    elif len({each.id for each in places}) == 1 and _words_besides(sentence, places) <= _SHORT:
        if not _has_verb(sentence):  # "Zoom : l'Aveyron."
            context.paragraph = context.paragraph._replace(region=places[0].id)
            context.last = context.last._replace(region=places[0].id)
        else:  # "Le Gers fait parler de lui.", "Repairs are Quebec's weak spot."
            context.last = context.last._replace(region=places[0].id)


def _go_somewhere_unknown(context: Context, sentence: Sentence) -> None:
    """Hold that a sentence opens in a place that nobody knows: what follows is there until another is named."""
    places = sentence.of_kind("place")
    if places and places[0].id == UNKNOWN and not places[0].is_people and _is_fronted(sentence, places[0]):
        context.paragraph = context.paragraph._replace(region=UNKNOWN)
        context.last = context.last._replace(region=UNKNOWN)


def _words_besides(sentence: Sentence, places: Sequence[Mention]) -> int:
    """Return how many tokens a sentence has, the name of a place counted as one."""
    return len(sentence.tokens) - sum(each.end - each.start - 1 for each in places)


def _has_verb(sentence: Sentence) -> bool:
    """Tell whether a sentence has a verb: the "Est" of a place is none."""
    named = {at for each in sentence.mentions for at in range(each.start, each.end)}
    lists = (sentence.words["verb"], sentence.words["light verb"])
    return any(cue.start not in named for words in lists for cue in words.find(sentence.tokens))


def remember(
    context: Context,
    sentence: Sentence,
    bound: Sequence[Bound],
    relations: Sequence[Relation],
    related: Sequence[Claim],
) -> None:
    """Hold what the sentence spoke of for those after it."""
    if not bound:
        remember_names(context, sentence)
        return
    context.is_bare_section = False
    # "at that time" is when the last figure of the same paragraph was
    context.paragraph = context.paragraph._replace(topics=(), document_wave=bound[-1].scene.wave)
    outside = [each.scene for each in bound if is_main(context, sentence, each, bound)]
    context.period = next((each.wave for each in reversed(outside) if each.wave), context.period)
    last = (outside or [claim.scene for claim in related[:1]] or [bound[0].scene])[-1]
    context.unit = bound[-1].number.unit
    context.is_denied = bound[-1].is_complement
    context.then = next((each.scene.wave for each in reversed(bound) if each.scene.wave), context.then)
    if not context.tells_in_past:
        of_now = next((each for each in bound if _is_of_now(context, each)), None)
        is_past = of_now is not None and not sentence.has("later") and _tells_in_past(sentence, of_now)
        context.tells_in_past = is_past
    _go_somewhere_unknown(context, sentence)
    local = [
        each
        for each in sentence.of_kind("place")
        if each.id != context.names.whole and not any(relation.covers(each.start) for relation in relations)
    ]
    opening = next(
        (each for each in sentence.of_kind("place") if _is_fronted(sentence, each)),
        None,
    )
    if (
        opening is not None
        and len(local) == 1
        and opening.id not in ("here", UNKNOWN, context.names.whole)
        and not opening.is_people
    ) or (opening is not None and opening.id == context.names.whole and context.home in (None, opening.id)):
        context.paragraph = context.paragraph._replace(region=opening.id)
    elif last.region == UNKNOWN and any(each.id == HERE for each in local):
        # "la région" of a text that names none
        context.paragraph = context.paragraph._replace(region=UNKNOWN)
    if last.group not in (None, UNKNOWN):
        context.known_group = last.group
    own = [
        each
        for each in sentence.of_kind("place")
        if not any(relation.cue <= each.start < relation.end for relation in relations)
    ]
    is_bare = not own and context.last.region is not None
    is_lent = is_bare and (last.region is None or not context.is_new_paragraph)
    context.last = last._replace(wave=None, region=context.last.region if is_lent else last.region)
    scenes = tuple(each.scene for each in bound)
    told = dict.fromkeys(reversed((*context.recent, *scenes)))  # the last time that each was told
    context.recent = tuple(reversed(list(told)[:2]))
    # The bracket behind "fewer than nurses (66%)" is of the nurses.
    row = tuple((each.number.unit, each.others[-1] if each.others else each.scene) for each in bound)
    if sentence.passage.role is Role.ITEM:
        context.row = (*(context.row if context.is_in_list else ()), *row)
    elif len(row) > 1:
        context.row = row


def _is_of_now(context: Context, bound: Bound) -> bool:
    wave = bound.scene.wave
    return wave in (None, NOW) or context.names.is_newest(wave)


def _tells_in_past(sentence: Sentence, bound: Bound) -> bool:
    """Tell whether a figure's own words are in the past: "62% of commuters were satisfied"."""
    start, end = sentence.clause(bound.number.start)
    end = next((at for at in range(bound.number.end, end) if sentence.tokens[at].text == ","), end)
    is_able = any(sentence.word(at) == _ABLE for at in range(bound.number.end, end))
    return is_able or is_of_past(sentence, start, end, is_told_in_past=False)


def remember_relations(context: Context, bound: Sequence[Bound], related: Sequence[Claim]) -> None:
    """Hold what the sentence set side by side, for those after it that name one side alone."""
    if related or bound:
        context.is_compared_last = any(claim.reference for claim in related if claim.kind != "order")
    if related:
        compared = [claim for claim in related if claim.kind in ("comparison", "gap") and claim.reference]
        context.beside = compared[-1].reference if compared else None
    if related and not bound:
        context.last = related[0].scene._replace(wave=None)


def is_main(context: Context, sentence: Sentence, bound: Bound, others: Sequence[Bound]) -> bool:
    """Tell whether a figure is what its sentence speaks of, and not set beside it or a part of it."""
    before = {sentence.word(at) for at in range(max(0, bound.number.start - 2), bound.number.start)}
    asides = ("contre", "against", "dont", "including", "which", "whom", "versus")
    is_where = sentence.where(max(0, bound.number.start - 6), bound.number.start) is not None
    is_part = is_where or any(
        each.scene.is_sum and each is not bound and set(bound.scene.topics) < set(each.scene.topics)
        for each in others
    )
    return (
        not bound.is_aside
        and sentence.bracket(bound.number.start) is None
        and not before & set(asides)
        and not is_part
    )


def remember_names(context: Context, sentence: Sentence) -> None:
    items = [mention for mention in sentence.topics if not mention.is_indicator]
    groups = [each for each in sentence.of_kind("group") if each.id]
    last = context.last
    if items:
        last = last._replace(topics=items[0].topics, is_sum=False)
    elif sentence.topics:
        topics = sentence.topics[0].topics
        if len({indicator for indicator, _ in topics}) == 1 and topics[0][0] not in {
            i for i, _ in last.topics
        }:
            last = last._replace(topics=topics, named=(topics[0][0],))
    if groups:
        last = last._replace(group=groups[0].id, segment=groups[0].segment)
    context.last = last


def _is_fronted(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a place opens its clause behind a preposition, and so holds beyond it: "En 2024, en Corse, ..."."""
    start, _ = sentence.clause(mention.start)
    if any(each.end <= start for each in sentence.numbers):
        return False  # "7.1 out of 10; in Wales it is 6.5"
    if is_dateline(sentence, mention.end):
        return False
    waves = {at for each in sentence.of_kind("wave") for at in range(each.start, each.end)}
    before = [at for at in range(start, mention.start) if at not in waves]
    words = {sentence.word(at) for at in range(start, mention.start + 1)}
    is_opening = all(sentence.word(at) in _LEADING for at in before) or mention.start - start <= _FRONT
    return is_opening and bool(words & {"en", "in", "a", "au", "aux", "dans", "across", "within", "chez"})
