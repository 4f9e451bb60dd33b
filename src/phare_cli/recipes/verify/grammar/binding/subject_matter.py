"""Tell what a figure is about: the topic in its words, the one that was spoken of, or words of nothing known."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from phare_cli.documents.prose.passage import Role
from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.documents.prose.tokens import Token, tokens_of
from phare_cli.recipes.verify.grammar.binding.own_subject import asks_of_another, has_own_subject
from phare_cli.recipes.verify.grammar.binding.strangers import foreign_words, up_to_relation
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.names.topic_names import labels_of
from phare_cli.recipes.verify.grammar.stems import content_of, is_small, opposes, stem
from phare_cli.recipes.verify.grammar.topic import Topic
from phare_cli.recipes.verify.grammar.topics import TopicMention

_LEADS = frozenset("by with from to for at par avec de d' des du sur pour a".split())  # noqa: SIM905
_DETERMINERS = frozenset(
    "the their his her its our my your a an le la les leur leurs son sa ses un une des".split()  # noqa: SIM905
)
_TO_STRANGER = 3  # words from a topic to what stands where its last word would
_TAKEN_UP = frozenset("them it this so one".split())  # noqa: SIM905
_QUOTES = frozenset('«“"')
_CLITICS = frozenset(("s'", "n'", "ils", "elles", "qui"))
_OF_IT = frozenset(("en", "y"))
_HALF = 0.8  # score of a topic of whose name about half is said
_NEXT = 5  # words to the next one of meaning
_TO_NAME = 3  # words between a figure and what it is given to


class SubjectMatter(NamedTuple):
    """The *topics* of a figure; *is_foreign* where its words carry something that no name of the data holds."""

    topics: tuple[Topic, ...]
    is_sum: bool = False
    is_foreign: bool = False
    is_partly: bool = False


def subject_of(
    near: Surroundings, figure: SpokenNumber, topic: TopicMention | None, zone: tuple[int, int],
    previous: Bound | None, heading: Scene,
) -> SubjectMatter:  # fmt: skip
    """Return what a figure is about: *topic* where its own words name one, else what was spoken of."""
    before = previous.scene if previous is not None else near.context.last
    degree = _of_degree(near, figure, before) if previous is not None and before.is_sum else ()
    if degree and (topic is None or set(degree) <= set(topic.topics)):
        return SubjectMatter(degree)
    if topic is not None and topic.is_indicator and not topic.is_net:
        before = before._replace(topics=_asked_of(before.topics, topic.topics))
    if topic is not None and topic.is_indicator and not topic.is_net and narrows(before.topics, topic.topics):
        # "cited by 73% of aides, it is the first difficulty", not "18% have trouble heating their home"
        is_behind = zone[0] == figure.end and topic.start >= figure.end
        is_of_heading = before.topics == heading.topics and near.context.is_new_paragraph and previous is None
        own = (
            near.context.answers.get(topic.topics[0][0]) if is_of_heading and len(topic.places) > 1 else None
        )
        return SubjectMatter(
            (own,) if own is not None else before.topics,
            is_foreign=(is_behind and _has_strangers(near, zone, topic))
            or (topic.end <= figure.start and asks_of_another(near, figure)),
            is_partly=previous is None and near.context.is_new_paragraph,  # which may mean another answer
        )
    if topic is not None:
        return _said(near, figure, topic, zone, before)
    if near.is_loose and previous is None:
        is_listed = near.sentence.passage.role is Role.ITEM
        is_narrower = narrows(before.topics, heading.topics)
        lent = before.topics if is_listed and (is_narrower or not heading.topics) else ()
        is_headed = any(each.topics for level, each in near.context.headings.items() if level > 1)
        is_quoted = near.sentence.word(figure.start - 1) in _QUOTES and not is_headed
        is_quoted = is_quoted and bool(near.sentence.of_kind("group"))  # a headline: “26% of renters”
        topics = lent or (() if is_quoted else heading.topics)
        return SubjectMatter(topics, is_foreign=_is_of_stranger(near, figure))
    if _names_other_unit(near, figure):
        return SubjectMatter(before.topics or heading.topics, is_foreign=True)
    is_behind = zone[0] == figure.end and near.sentence.bracket(figure.start) is None
    is_foreign = is_behind and bool(foreign_words(near, *up_to_relation(near, zone)))
    if is_foreign and _takes_up(near, zone) and not near.sentence.topics:
        return SubjectMatter(before.topics or heading.topics, is_sum=before.is_sum, is_partly=True)
    is_in_row = previous is not None and before.is_foreign and not near.sentence.topics
    return SubjectMatter(
        before.topics or heading.topics,
        is_sum=before.is_sum if before.topics else False,
        is_foreign=is_foreign or is_in_row or _is_of_stranger(near, figure),
    )


def _of_degree(near: Surroundings, figure: SpokenNumber, before: Scene) -> tuple[Topic, ...]:
    """Return the answer of a net that a word of degree behind a figure tells: "55% support it, 28% strongly"."""
    behind = stem(near.sentence.word(figure.end))
    told = tuple(
        each for each in before.topics if behind in content_of(each[1]) and not opposes(each[1])
    )  # "65%, of which 9% strongly" is of those who trust
    return told if len(told) == 1 else ()


def _takes_up(near: Surroundings, zone: tuple[int, int]) -> bool:
    """Tell whether a pronoun takes up what was spoken of, behind a verb of its own: "21% would welcome them"."""
    words = [near.sentence.word(at) for at in range(*zone)]
    if near.words.language == "fr":  # "43 % à s'en plaindre"
        return any(one in _CLITICS and other in _OF_IT for one, other in pairwise(words))
    return any(word in _TAKEN_UP for word in words[1:])


def _names_other_unit(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure is said of what the data hold in other units alone: "5.2 for education"."""
    behind = [
        each for each in near.sentence.topics_in(figure.end, figure.end + _TO_NAME) if not each.is_indicator
    ]
    return bool(behind) and not near.context.in_unit(figure.unit, behind[:1])


def _said(
    near: Surroundings, figure: SpokenNumber, topic: TopicMention, zone: tuple[int, int], before: Scene
) -> SubjectMatter:
    topics = _within_net(near, topic) or topic.topics
    foreign = foreign_words(near, *up_to_relation(near, zone))
    beyond = [at for at in foreign if at >= topic.start and at - topic.end <= 3]
    is_foreign = is_partly = False
    if topic.is_indicator:
        is_foreign = bool(beyond) or (bool(foreign) and zone[0] == figure.end and not before.topics)
    elif topic.score < 1.0 and zone[0] == figure.end:
        is_foreign = any(topic.end <= at <= topic.end + 2 for at in beyond)
        is_partly = _says_more(near, topic, foreign) or _is_one_of_two(near, topic, zone)
    elif topic.score < _HALF and near.words.language == "en":
        is_partly = topic.start - 1 in foreign  # "crypto donations, claimed by 3%"
    is_foreign = is_foreign or any(_stands_in(near, topic, at) for at in beyond)
    is_foreign = is_foreign or (zone[0] == figure.end and _only_tells_people(near, topic, foreign))
    return SubjectMatter(topics, len({item for _, item in topics}) > 1, is_foreign, is_partly)


def _only_tells_people(near: Surroundings, topic: TopicMention, foreign: Sequence[int]) -> bool:
    """Tell whether a topic says which people are meant, who do what is of no name: "12% of donor firms sponsor it"."""
    beside = [each for each in near.sentence.of_kind("group") if topic.start in (each.start - 1, each.end)]
    behind = [at for each in beside for at in foreign if 0 <= at - max(each.end, topic.end) < _NEXT]
    return topic.end - topic.start == 1 and any(
        not near.words["any verb"].holds(near.sentence.word(at)) for at in behind
    )


def _says_more(near: Surroundings, topic: TopicMention, foreign: Sequence[int]) -> bool:
    """Tell whether the word of meaning next to a topic is of no name: "reduced their donations", "card debt"."""
    behind = next((at for at in foreign if at >= topic.end), None)
    before = next((at for at in reversed(foreign) if at < topic.start), None)
    spans = [(topic.end, behind)] if behind is not None else []
    spans += [(before + 1, topic.start)] if before is not None and topic.score < _HALF else []
    return any(end - start < _NEXT and _is_plain(near, start, end) for start, end in spans)


def _is_one_of_two(near: Surroundings, topic: TopicMention, zone: tuple[int, int]) -> bool:
    """Tell whether the words of a figure name two answers of a question, each in part."""
    items = [each for each in near.sentence.topics_in(*zone) if not each.is_indicator]
    asked = {indicator for indicator, _ in topic.topics}
    return any(
        each.score < 1.0
        and not set(each.topics) & set(topic.topics)
        and {indicator for indicator, _ in each.topics} == asked
        for each in items
    )


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
    """Tell whether words of no name lead from a figure to the question that is named behind it, or answer it there.

    So they do in "14% practise yoga" and "52% feel safe in a taxi".
    """
    start, end = up_to_relation(near, zone)
    strangers = foreign_words(near, start, end)
    is_parted = any(near.sentence.word(at) == "," for at in range(start, topic.start))
    named = [each.end for each in near.sentence.topics_in(topic.start, end) if each.topics == topic.topics]
    last = max(named, default=topic.end)  # "feel" and "safe" are both of "feeling safe"
    answered = (at for at in strangers if last <= at < last + _TO_STRANGER)
    return any(at < topic.start for at in strangers) or (
        not is_parted and any(_is_plain(near, last, at) for at in answered)
    )


def _is_plain(near: Surroundings, start: int, end: int) -> bool:
    """Tell whether nothing but small words stands between two places."""
    return all(token.kind == "word" and is_small(token.word) for token in near.tokens[start:end])


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


def _asked_of(topics: Sequence[Topic], wide: Sequence[Topic]) -> tuple[Topic, ...]:
    """Return what was spoken of as the answer of the question that is named, where several questions have it."""
    kept = tuple(each for each in topics if each in wide)
    is_one_answer = len({item for _, item in topics}) == 1
    return kept if kept and is_one_answer else tuple(topics)


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
