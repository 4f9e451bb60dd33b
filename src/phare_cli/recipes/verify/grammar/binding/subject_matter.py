"""Tell what a figure is about: the topic in its words, the one that was spoken of, or words of nothing known."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from phare_cli.documents.prose.passage import Role
from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.documents.prose.tokens import Token, tokens_of
from phare_cli.recipes.verify.grammar.binding.own_subject import has_own_subject
from phare_cli.recipes.verify.grammar.binding.strangers import foreign_words, up_to_relation
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.names.topic_names import labels_of
from phare_cli.recipes.verify.grammar.stems import content_of, is_small, stem
from phare_cli.recipes.verify.grammar.topic import Topic
from phare_cli.recipes.verify.grammar.topics import TopicMention

_LEADS = frozenset("by with from to for at par avec de d' des du sur pour a".split())  # noqa: SIM905
_DETERMINERS = frozenset(
    "the their his her its our my your a an le la les leur leurs son sa ses un une des".split()  # noqa: SIM905
)
_TO_STRANGER = 3  # words from a topic to what stands where its last word would


class SubjectMatter(NamedTuple):
    """The *topics* of a figure; *is_foreign* where its words carry something that no name of the data holds."""

    topics: tuple[Topic, ...]
    is_sum: bool = False
    is_foreign: bool = False


def subject_of(
    near: Surroundings, figure: SpokenNumber, topic: TopicMention | None, zone: tuple[int, int],
    previous: Bound | None, heading: Scene,
) -> SubjectMatter:  # fmt: skip
    """Return what a figure is about: *topic* where its own words name one, else what was spoken of."""
    before = previous.scene if previous is not None else near.context.last
    if topic is not None and topic.is_indicator and not topic.is_net and narrows(before.topics, topic.topics):
        # "cited by 73% of aides, it is the first difficulty", not "18% have trouble heating their home"
        is_behind = zone[0] == figure.end and topic.start >= figure.end
        return SubjectMatter(before.topics, is_foreign=is_behind and _has_strangers(near, zone, topic))
    if topic is not None:
        return _said(near, figure, topic, zone, before)
    if near.is_loose and previous is None:
        is_listed = near.sentence.passage.role is Role.ITEM
        topics = heading.topics or (before.topics if is_listed else ())
        return SubjectMatter(topics, is_foreign=_is_of_stranger(near, figure))
    is_behind = zone[0] == figure.end and near.sentence.bracket(figure.start) is None
    is_foreign = is_behind and bool(foreign_words(near, *up_to_relation(near, zone)))
    is_in_row = previous is not None and before.is_foreign and not near.sentence.topics
    return SubjectMatter(
        before.topics or heading.topics,
        is_sum=before.is_sum if before.topics else False,
        is_foreign=is_foreign or is_in_row or _is_of_stranger(near, figure),
    )


def _said(
    near: Surroundings, figure: SpokenNumber, topic: TopicMention, zone: tuple[int, int], before: Scene
) -> SubjectMatter:
    topics = _within_net(near, topic) or topic.topics
    foreign = foreign_words(near, *up_to_relation(near, zone))
    beyond = [at for at in foreign if at >= topic.start and at - topic.end <= 3]
    is_foreign = False
    if topic.is_indicator:
        is_foreign = bool(beyond) or (bool(foreign) and zone[0] == figure.end and not before.topics)
    elif topic.score < 1.0 and zone[0] == figure.end:
        is_foreign = any(topic.end <= at <= topic.end + 2 for at in beyond)
    is_foreign = is_foreign or any(_stands_in(near, topic, at) for at in beyond)
    return SubjectMatter(topics, len({item for _, item in topics}) > 1, is_foreign)


def _stands_in(near: Surroundings, topic: TopicMention, at: int) -> bool:
    """Tell whether a strange word stands where one of the name does: "supported by managers" of "by parents"."""
    lead = near.sentence.word(at - 1 - (near.sentence.word(at - 1) in _DETERMINERS))
    if topic.is_indicator or lead not in _LEADS or topic.end > at or at - topic.end > _TO_STRANGER:
        return False
    stems = {stem(near.tokens[place].word) for place in topic.places}
    names = [tokens_of(name) for _, item in topic.topics for name in labels_of(item)]
    return bool(names) and all(_lacks_behind(name, lead, stems) for name in names)


def _lacks_behind(name: Sequence[Token], lead: str, stems: Collection[str]) -> bool:
    """Tell whether *stems* have no word that stands behind *lead* in a name, and its others."""
    for place, token in enumerate(name):
        if token.word == lead:
            behind = [stem(each.word) for each in name[place + 1 :] if not is_small(each.word)]
            return bool(behind) and behind[0] not in stems
    return False


def _has_strangers(near: Surroundings, zone: tuple[int, int], topic: TopicMention) -> bool:
    """Tell whether words of no name lead from a figure to the question that is named behind it."""
    start, end = up_to_relation(near, zone)
    return any(at < topic.start for at in foreign_words(near, start, end))


def _is_of_stranger(near: Surroundings, figure: SpokenNumber) -> bool:
    return _is_led_by_stranger(near, figure) or has_own_subject(near, figure)


def _is_led_by_stranger(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether words before a colon say what is spoken of, and name nothing known: "sur le théâtre : 14 %"."""
    if near.sentence.topics or near.sentence.word(figure.start - 1) != ":":
        return False
    return any(
        near.words["on"].at(near.tokens, at) is not None
        for word in foreign_words(near, 0, figure.start)
        for at in range(max(0, word - 2), word)
    )


def narrows(narrow: Sequence[Topic], wide: Sequence[Topic]) -> bool:
    """Tell whether what was spoken of is among an indicator's items, so that naming it again adds nothing."""
    return bool(narrow) and set(narrow) <= set(wide) and len(narrow) < len(wide)


def _within_net(near: Surroundings, topic: TopicMention) -> tuple[Topic, ...]:
    """Return which answers of a net told before in the sentence some words name: "24% distrust: 17% somewhat"."""
    nets = [each.scene.topics for each in near.bound if each.scene.is_sum]
    if not nets or topic.is_net or set(topic.topics) & set(nets[-1]):
        return ()
    shared = set.intersection(*(set(content_of(item)) for _, item in nets[-1]))
    stems = {stem(near.tokens[at].word) for at in topic.places} - shared
    return tuple(each for each in nets[-1] if stems & set(content_of(each[1])))
