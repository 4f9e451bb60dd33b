"""Take the items of a list for the ranks that words above it tell: "Les trois premières préoccupations des Bretons"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from phare_cli.recipes.verify.grammar.antecedents.peoples import with_peoples
from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.context import Context, scene_of
from phare_cli.recipes.verify.grammar.relations.orders import Orders
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topics import TopicMention

_NUMBERED = r"\d{1,3}[.)]\s+\W*$"
_OPENING = 2  # tokens of an item before the words that name it
_OURS = frozenset("nos notre mes our my".split())  # noqa: SIM905
_MARKS = 12  # characters of a line before an item: its number and the marks around it


class ListedRanks(NamedTuple):
    """The ranks that a list tells, led by what is of *scene*: *first* of them, where it says how many."""

    scene: Scene
    first: int
    place: int = 0

    def next(self) -> Self:
        return self._replace(place=self.place + 1)


def ranks_led(sentences: Sequence[Sentence], context: Context) -> ListedRanks | None:
    """Return the ranks that a title or a line leads: what comes first is told in it, and no answer that does."""
    if len(sentences) != 1 or not (sentences[0].has("ordinal") or sentences[0].has("podium")):
        return None
    sentence = with_peoples(sentences[0], context)
    relation = _lead(sentence)
    is_told = any(not each.is_indicator for each in sentence.topics)
    is_ours = relation is not None and any(sentence.word(at) in _OURS for at in range(relation.end))
    if relation is None or is_told or is_ours or not (sentence.topics or sentence.mentions):
        return None
    scene = scene_of(sentence, context)
    return ListedRanks(scene._replace(region=scene.region or context.region()), relation.first)


def _lead(sentence: Sentence) -> Relation | None:
    """Return the words for the first ranks that open a line: "Top three concerns", "Top 3 des préoccupations"."""
    ordinals = (each for each in Orders(sentence).ordinals() if each.rank == 1 and not each.is_one_of)
    found = next(ordinals, None)
    if found is not None:
        return found if found.first or sentence.word(found.cue - 1).endswith("s") else None
    podium = sentence.words["podium"].first(sentence.tokens, 0, _OPENING + 1)
    if podium is None:
        return None
    word = sentence.word(podium.end)
    first = int(word) if word.isdigit() else int(podium.sense or 0)
    return Relation(podium.start, podium.end, podium.end, "order", rank=1, first=first)


def rank_of_item(ranks: ListedRanks, sentence: Sentence, source: str, context: Context) -> Iterator[Claim]:
    """Yield the rank of the answer that an item opens with; a list without numbers may be in any order."""
    named = [each for each in sentence.topics if not each.is_indicator and each.start <= _OPENING]
    offset = sentence.passage.offsets[0]
    is_numbered = re.search(_NUMBERED, source[max(0, offset - _MARKS) : offset]) is not None
    if not named or sentence.has("verb") or not (is_numbered or ranks.first):
        return
    heading = context.heading_scene()
    own = scene_of(sentence, context)
    scene = ranks.scene._replace(
        region=own.region or ranks.scene.region,
        group=own.group or ranks.scene.group or heading.group,
        segment=own.segment or ranks.scene.segment or heading.segment,
        topics=named[0].topics,
        wave=own.wave or ranks.scene.wave,
        document_wave=context.wave(),
        named=ranks.scene.named or heading.named,
    )
    first = 0 if is_numbered else ranks.first
    yield _of(
        named[0],
        Claim("order", sentence.passage, 0, 0, scene, rank=ranks.place, first=first, among="item"),
        sentence,
    )


def with_listed(claims: Iterable[Claim], sentence: Sentence) -> list[Claim]:
    """Return *claims*, those of several first ranks told of each answer that is listed: "the top two are A and B"."""
    return [each for claim in claims for each in (_listed(claim, sentence) if claim.first else (claim,))]


def _listed(claim: Claim, sentence: Sentence) -> list[Claim]:
    start, end = (
        next(at for at, token in enumerate(sentence.tokens) if token.end >= place)
        for place in (claim.start + 1, claim.end)
    )
    clause = sentence.clause(start)[0]
    answers = [each for each in sentence.topics if not each.is_indicator]
    behind = [each for each in answers if each.start > end]
    told = (
        behind
        if behind and not claim.is_one_of
        else [each for each in answers if clause <= each.start < start]
    )
    among = claim._replace(is_one_of=True, among="item")
    return [
        _of(each, among._replace(scene=claim.scene._replace(topics=each.topics, is_sum=False)), sentence)
        for each in told
    ]


def _of(answer: TopicMention, claim: Claim, sentence: Sentence) -> Claim:
    """Return *claim* at the words that name its answer."""
    return claim._replace(start=sentence.tokens[answer.start].start, end=sentence.tokens[answer.end - 1].end)
