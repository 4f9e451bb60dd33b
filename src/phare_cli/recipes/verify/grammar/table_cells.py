"""Read the figures of tables: each cell with the words at the head of its row and of its column."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from phare_cli.documents.prose.spoken_numbers import BARE, COUNT, PERCENT, SCORE
from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topic import Topic


def cell_claims(
    sentence: Sentence, scene: Scene, context: Context, scored: Collection[Topic]
) -> Iterator[Claim]:
    """Yield the figure of a cell, bound to what the words at the head of its row and column say together."""
    numbers = [number for number in sentence.numbers if number.unit in (PERCENT, SCORE, COUNT, BARE)]
    if len(numbers) != 1:
        return
    number = numbers[0]
    heading = context.heading_scene()
    if not scene.topics and not scene.named and scene.group is None:
        return
    topics = scene.topics or heading.topics or context.last.topics
    if number.unit in (COUNT, BARE):
        is_score = any(topic in scored for topic in topics)
        number = number._replace(unit=SCORE if is_score and number.said <= 10 else PERCENT)
        if number.said > 100 or not topics or (scene.group is None and heading.group is None):
            return
    scene = scene._replace(
        topics=topics,
        group=scene.group or heading.group or context.last.group,
        segment=scene.segment or heading.segment,
        region=scene.region or context.region(),
        wave=scene.wave,
        document_wave=context.wave(),
        named=(*scene.named, *heading.named),
    )
    yield Claim(
        "figure",
        sentence.passage,
        sentence.tokens[number.start].start,
        sentence.tokens[number.end - 1].end,
        scene,
        number,
    )
