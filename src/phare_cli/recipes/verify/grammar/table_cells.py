"""Read the figures of tables: each cell with the words at the head of its row and of its column."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from phare_cli.documents.prose.passage import CAPTION
from phare_cli.documents.prose.spoken_numbers import BARE, COUNT, PERCENT, SCORE
from phare_cli.documents.prose.tokens import TokenRow
from phare_cli.recipes.verify.grammar.binding.strangers import unnamed_words
from phare_cli.recipes.verify.grammar.claims import Claim, Scene, joined
from phare_cli.recipes.verify.grammar.context import Context, scene_of
from phare_cli.recipes.verify.grammar.names.mention import HERE
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topic import Topic

_CARRIED = ("carrier", "figure noun", "rate noun", "scale word", "other column", "moment")
_WHOLE = 1.0


class HeadWords(NamedTuple):
    """The words at the head of a row or a column, and whether some are of no name, and no name of a topic is whole."""

    sentence: Sentence
    has_strangers: bool

    @classmethod
    def of(cls, sentence: Sentence) -> "HeadWords":
        """Return the words at a head, those that only carry figures ("share", "total") set aside."""
        if any(each.score >= _WHOLE for each in sentence.topics):
            return cls(sentence, False)
        strangers = unnamed_words(sentence, 0, len(sentence.tokens))
        words = [sentence.word(at) for at in strangers]
        return cls(
            sentence, not all(any(sentence.words[name].holds(each) for name in _CARRIED) for each in words)
        )

    @property
    def is_strange(self) -> bool:
        """Tell whether the words name nothing that is known: "Fishing"."""
        return self.has_strangers and not self.sentence.mentions and not self.sentence.topics

    def scene(self, context: Context) -> Scene:
        """Return what the words say, where a text has come to; once for all cells, unless they say "here"."""
        row = self.sentence.tokens
        is_anywhere = all(each.id != HERE for each in self.sentence.of_kind("place"))
        if not (is_anywhere and isinstance(row, TokenRow)):
            return scene_of(self.sentence, context)
        found: Scene | None = row.found.get(HeadWords)
        if found is None:
            found = row.found[HeadWords] = scene_of(self.sentence, context)
        return found


def cell_claims(
    sentence: Sentence, heads: Sequence[HeadWords], context: Context, scored: Collection[Topic]
) -> Iterator[Claim]:
    """Yield the figure of a cell, bound to what the words at the *heads* of its row, column and table say together.

    A row of something that no name says is of nothing known; words that are part of no name keep a figure from being
    called wrong.
    """
    row, column = heads[0], heads[1]
    scenes = [each.scene(context) for each in heads]
    # A column of another place stands beside the one that its row is of: "France" in the row of Corse.
    scene = joined(scenes)._replace(region=scenes[1].region or scenes[0].region or joined(scenes).region)
    numbers = [number for number in sentence.numbers if number.unit in (PERCENT, SCORE, COUNT, BARE)]
    if len(numbers) != 1:
        return
    number = numbers[0]
    heading = context.heading_scene()
    if not scene.topics and not scene.named and scene.group is None:
        return
    led = () if CAPTION in context.headings else context.paragraph.topics
    topics = scene.topics or led or heading.topics or context.last.topics
    is_either = not scene.topics and bool(led and heading.topics) and led != heading.topics
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
        named=scene.named or heading.named,
        is_foreign=row.is_strange,
    )
    yield Claim(
        "figure",
        sentence.passage,
        sentence.tokens[number.start].start,
        sentence.tokens[number.end - 1].end,
        scene,
        number,
        is_guessed=row.has_strangers or column.is_strange or is_either,
        fallbacks=(scene._replace(topics=heading.topics),) if is_either else (),
        is_lent=row.is_strange,
    )
