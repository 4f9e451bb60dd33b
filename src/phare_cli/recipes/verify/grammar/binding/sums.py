"""Tell which answers a figure adds up: "cela fait 64 %", "together, the very happy and the fairly happy are 78%"."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound, Surroundings
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.nets.scales import whole_of
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import has_any, may_have
from phare_cli.recipes.verify.grammar.stems import is_small
from phare_cli.recipes.verify.grammar.topics import TopicMention

_JOINS = frozenset(("et", "and", "ou", "or", "plus", "ainsi"))
_BETWEEN = frozenset(", that which who the les le la l' de des d' of to a qui que puis & « » \" “ ”".split())  # noqa: SIM905
_IN_ROW = 3  # words between two figures of a row


def summed(near: Surroundings, scene: Scene, figure: SpokenNumber, topic: TopicMention | None) -> Scene:
    """Return *scene* with the topics that a total adds up, of its own words or of the figures before it."""
    joined = _joined(near, figure, topic) or shared_out(near, figure)
    if joined:
        topics = tuple(dict.fromkeys(each for mention in joined for each in mention.topics))
        return scene._replace(topics=topics, is_sum=True, adds_all=True)
    if not has_any(near.sentence, "total", "therefore"):
        return scene
    comma = near.sentence.word(figure.start - 1) in (",", ":")
    total = (
        near.words["total"].before(near.tokens, figure.start - comma)
        or near.words["total"].first(near.tokens, figure.end, min(figure.end + 3, len(near.tokens)))
        or near.words["therefore"].before(near.tokens, figure.start)
    )
    if total is None or (topic is not None and not topic.is_indicator and topic.start >= figure.end):
        return scene
    before = [each.scene for each in near.bound if len(each.scene.topics) == 1]
    topics = tuple(dict.fromkeys(topic for each in before for topic in each.topics))
    return scene._replace(topics=topics, is_sum=True, is_foreign=False) if len(topics) > 1 else scene


def shared_out(near: Surroundings, figure: SpokenNumber) -> list[TopicMention]:
    """Return the answers that a figure is made of: "the other 21% are split between no (14%) and never (7%)"."""
    if not may_have(near.sentence, "shared out"):
        return []
    _, end = near.sentence.clause(figure.start)
    cue = near.words["shared out"].first(near.tokens, figure.end, end)
    if cue is None or any(figure.end <= each.start < cue.end for each in near.figures):
        return []
    parts = [each for each in near.sentence.topics_in(cue.end, end) if not each.is_indicator]
    is_one = len({indicator for each in parts for indicator, _ in each.topics}) == 1
    return parts if is_one and len({each.topics for each in parts}) > 1 else []


def is_total_of_another(near: Surroundings, figure: SpokenNumber, topic: TopicMention | None) -> bool:
    """Tell whether a total names another question than the figure before it, so that its words may be of neither."""
    if topic is None or topic.start < figure.end or not near.bound:
        return False
    comma = near.sentence.word(figure.start - 1) in (",", ":")
    if near.words["total"].before(near.tokens, figure.start - comma) is None:
        return False
    before = {indicator for indicator, _ in near.bound[-1].scene.topics}
    return bool(before) and before.isdisjoint(indicator for indicator, _ in topic.topics)


def _joined(near: Surroundings, figure: SpokenNumber, topic: TopicMention | None) -> list[TopicMention]:
    """Return the answers of one question that "and" or "or" joins to *topic*; none in a row of figures."""
    if topic is None or topic.is_indicator or len(topic.topics) != 1:
        return []
    places = [figure.start, figure.end]
    if any(
        other is not figure and min(abs(other.start - places[1]), abs(places[0] - other.end)) <= _IN_ROW
        for other in near.figures
    ):
        return []
    row = [
        each
        for each in near.sentence.topics
        if not each.is_indicator and len(each.topics) == 1 and each.topics[0][0] == topic.topics[0][0]
    ]
    if len(row) < 2 or near.sentence.has("respectively"):
        return []
    at = next((place for place, each in enumerate(row) if each.start == topic.start), None)
    if at is None:
        return []
    first = last = at
    while first and _are_joined(near, row[first - 1], row[first]):
        first -= 1
    while last + 1 < len(row) and _are_joined(near, row[last], row[last + 1]):
        last += 1
    kept = row[first : last + 1]
    return kept if len({each.topics for each in kept}) > 1 else []


def _are_joined(near: Surroundings, one: TopicMention, other: TopicMention) -> bool:
    """Tell whether nothing but "and" or "or" stands between two answers; no comma where other figures are told."""
    between = near.tokens[one.end : other.start]
    words = {token.word for token in between}
    if any(one.end <= each.start < other.start for each in near.figures):
        return False  # "45 % citent le prix et trois sur dix la qualité"
    if "," in words and len(near.figures) > 1:
        return False  # "48 % disent leur épuisement, et la formation manque à 45 %"
    return bool(words & _JOINS) and all(
        token.kind != "number" and (token.word in _BETWEEN or is_small(token.word)) for token in between
    )


def as_whole(near: Surroundings, bound: Bound, part: Bound) -> Bound:
    """Return a figure that tells of nothing known as the whole of which the next one is a part: "dont 22 % ..."."""
    is_said = bound.scene.topics and not bound.scene.is_foreign
    whole = whole_of(part.scene, near.context.scales)
    if is_said or whole is None or bound.number.unit != part.number.unit or not bound.is_claim:
        return bound
    scene = bound.scene._replace(topics=whole.topics, is_sum=True, is_foreign=False)
    return bound._replace(scene=scene, is_guessed=True)
