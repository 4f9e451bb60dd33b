"""Take the answers of a scale together: from one on ("at least monthly"), or all but the one that denies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token, words_of
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.names.topic_names import labels_of
from phare_cli.recipes.verify.grammar.topic import Topic
from phare_cli.recipes.verify.grammar.topics import TopicMention, Topics

Scales = Mapping[str, tuple[Topic, ...]]

_DENYING = frozenset("never jamais aucun aucune aucunement none no not pas".split())  # noqa: SIM905
_LEAST = frozenset("least moins minimum plus more".split())  # noqa: SIM905
_AT_LEAST = "at least"
_DEGREES = 3  # answers of a scale that tells how much


def with_at_least(
    found: Sequence[TopicMention], tokens: Sequence[Token], topics: Topics, words: Lexicon
) -> list[TopicMention]:
    """Return *found*, an answer of a scale that "at least" stands before as all answers from there on."""
    return [
        each._replace(topics=from_there, is_net=True)
        if _is_at_least(each, tokens, words) and (from_there := _from_on(each, topics))
        else each
        for each in found
    ]


def with_strongest(
    found: Sequence[TopicMention], tokens: Sequence[Token], topics: Topics, words: Lexicon
) -> list[TopicMention]:
    """Return *found*, a question of a scale beside "strong" as the answer farthest from those that deny."""
    return [
        each._replace(topics=(farthest,), is_indicator=False, is_net=False)
        if (farthest := _farthest(each, tokens, topics, words)) is not None
        else each
        for each in found
    ]


def _farthest(mention: TopicMention, tokens: Sequence[Token], topics: Topics, words: Lexicon) -> Topic | None:
    if not mention.is_indicator or not says_strong(mention, tokens, words):
        return None
    indicators = {indicator for indicator, _ in mention.topics}
    scale = scales_of(topics).get(next(iter(indicators)), ()) if len(indicators) == 1 else ()
    if len(scale) < _DEGREES:
        return None
    return scale[-1] if denies(scale[0][1]) else scale[0]


def says_strong(mention: TopicMention, tokens: Sequence[Token], words: Lexicon) -> bool:
    """Tell whether a word of strength stands beside what names a question: "strong trust", "confiance forte"."""
    beside = [mention.start - 1, *([mention.end] if words.language == "fr" else [])]
    return any(0 <= at < len(tokens) and words["strong"].holds(tokens[at].word) for at in beside)


def _is_at_least(mention: TopicMention, tokens: Sequence[Token], words: Lexicon) -> bool:
    if mention.is_indicator or mention.is_net or len(mention.topics) != 1:
        return False
    places = (mention.start, *mention.places)
    led = [words["hedge"].at(tokens, at) for at in places] + [
        words["hedge"].before(tokens, at) for at in places
    ]
    return any(cue is not None and cue.sense == _AT_LEAST for cue in led)


def _from_on(mention: TopicMention, topics: Topics) -> tuple[Topic, ...]:
    """Return the answers of a scale from one on, away from the one that denies; none where the data have no scale."""
    (answer,) = mention.topics
    scale = scales_of(topics).get(answer[0], ())
    if not scale or denies(answer[1]) or any(_LEAST & set(words_of(name)) for name in labels_of(answer[1])):
        return ()
    at, denying = scale.index(answer), next(at for at, (_, item) in enumerate(scale) if denies(item))
    kept = scale[: at + 1] if denying > at else scale[at:]
    return kept if len(kept) > 1 else ()


def scales_of(topics: Topics) -> Mapping[str, tuple[Topic, ...]]:
    """Return the questions of one answer each of whose answers some deny, with their answers in the data's order."""
    return {
        indicator: tuple((indicator, item) for item in items)
        for indicator, items in topics.items.items()
        if indicator in topics.single and _is_scale(items)
    }


def _is_scale(items: Sequence[str]) -> bool:
    """Tell whether one answer denies, or those that do stand together at one end of two others at least."""
    denying = [at for at, item in enumerate(items) if denies(item)]
    if len(denying) < 2:
        return len(denying) == 1
    first, last = denying[0], denying[-1]
    is_row = last - first + 1 == len(denying) <= len(items) - 2
    return is_row and (first == 0 or last == len(items) - 1)


def denies(item: str) -> bool:
    """Tell whether an answer says that something is never so: "never visits", "jamais"."""
    return any(_DENYING & set(words_of(name)) for name in labels_of(item))


def whole_of(scene: Scene, scales: Scales) -> Scene | None:
    """Return *scene* with the whole question that its one answer is of, where one of the answers denies."""
    indicators = {indicator for indicator, _ in scene.topics}
    scale = scales.get(next(iter(indicators), ""), ())
    is_one = len(scene.topics) == 1 and bool(scale)
    return scene._replace(topics=scale, is_sum=True, is_foreign=False) if is_one else None


def names_whole(scene: Scene, named: Sequence[TopicMention]) -> bool:
    """Tell whether what a clause names is a question and none of its answers, where *scene* was lent one."""
    is_of_answer = any(not each.is_indicator for each in named)
    return not is_of_answer and any(set(scene.topics) < set(each.topics) for each in named)
