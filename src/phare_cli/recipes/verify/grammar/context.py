"""What a text has said so far and still holds: the region, group, wave and topic that words leave out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from phare_cli.documents.prose.passage import CAPTION, LIST, ProsePassage
from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE
from phare_cli.recipes.verify.grammar.anaphora import (
    answer_named_last,
    answer_taken_up,
    counts_some_of_them,
    last_two,
)
from phare_cli.recipes.verify.grammar.announced_figures import announces_figure
from phare_cli.recipes.verify.grammar.claims import NOWHERE, Scene
from phare_cli.recipes.verify.grammar.known_names import KnownNames
from phare_cli.recipes.verify.grammar.names.held_regions import region_around, region_of_section, says_region
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.names.wave_mentions import is_start
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import singular
from phare_cli.recipes.verify.grammar.topic import Topic
from phare_cli.recipes.verify.grammar.topics import TopicMention, Topics

_TO_EXCEPTED = 3  # words from "except" to the place that it leaves out
_FEW = 3  # words of a question that leaves all but one out: "Why?"


class Context:
    """The scene of a document, of its headings, its paragraph and the last claim; a copy of it stays as it was."""

    def __init__(
        self,
        names: KnownNames,
        topics: Topics,
        lacking: Mapping[str, frozenset[Topic]] | None = None,
        scales: Mapping[str, tuple[Topic, ...]] | None = None,
    ) -> None:
        self.names = names
        self._lacking = lacking or {}  # for each unit, the topics that the data hold in other units alone
        self.scales = scales or {}  # the answers of questions of one answer, one of which denies
        self.answers = topics.answers_by_question  # what a question's own name says as well
        self.faint = topics.faint
        self.home: str | None = None  # the only region that the title names, or that was asked for
        self.is_shared = False  # the title names several regions: none is the text's own
        self.document_wave: str | None = None
        self.headings: dict[int, Scene] = {}
        self._above: Scene | None = None  # what they say together, once it was asked for
        self.paragraph = self.last = NOWHERE
        self.since: str | None = None  # where changes begin
        self.until: str | None = None
        self.period: str | None = None  # of the figures of the paragraph, and of nothing beside them
        self.then: str | None = None  # the wave that was said last of a figure
        self.tells_in_past = False  # "62% were satisfied" was said of the newest wave
        self.is_new_paragraph = True
        self.known_group: str | None = None  # the last one that the data hold
        self.follows_question = False  # "And parents?"
        self.asks_unknown = False  # the question before names nothing that is known
        self.asks_who = False  # "Who was interviewed?"
        self.tells_survey = False  # the sentence before is a title of a survey: "2025 survey."
        self.is_headline = False  # the sentence before only announces a figure: "The number to remember."
        self.is_bare_section = False  # the heading above names nothing, and no figure stands below it yet
        self.pair: tuple[Mention, ...] = ()  # the two groups or places that the heading above names
        self.is_of_bases = False  # the heading above says who was asked
        self.is_in_list = False  # the passage before is an item of the same list
        self.unit = ""  # of the last figure
        self.is_denied = False  # the last figure is of those who do not
        self.beside: Scene | None = None  # what the last comparison set beside its subject
        self.recent: tuple[Scene, ...] = ()  # of the last two figures
        self.row: tuple[tuple[str, Scene], ...] = ()  # of the last sentence or list with several figures
        self.around: tuple[Mention, ...] = ()  # the last names that were told, the newest first
        self.told: tuple[Mention, ...] = ()  # the last two groups or places of one sentence
        self.told_last: Mention | None = None  # the last group that was named
        self.is_told_apart = False  # the two were told in two sentences: "the former" may be a third
        self.is_former_doubted = False  # the sentence says "the former" of such a pair
        self.compared: tuple[Scene, Scene] | None = None  # the sides of the last gap, comparison or change
        self.named_last: tuple[Topic, ...] = ()  # the answer that the last sentence named behind everybody
        self.is_compared_last = False  # no figure was told since

    def tell(self, sentence: Sentence) -> None:
        """Hold the last two groups or places that were told, for "the former" and "the latter" of the next sentence."""
        mentions = sentence.mentions
        if self.recent and sentence.words["last told"].at(sentence.tokens, 0) is not None:
            self.last = self.last._replace(region=self.recent[-1].region)  # where those told last are
        if topics := answer_taken_up(sentence, self.recent, self.named_last):
            self.last = self.last._replace(topics=topics, is_sum=False)
        self.named_last = answer_named_last(sentence)
        self.is_former_doubted = self.is_told_apart and any(map(sentence.has, ("former", "one of two")))
        groups = tuple(each for each in mentions if each.kind == "group")
        pair = last_two([*self.told, *mentions])
        if groups:
            self.is_told_apart = bool(pair) and not last_two(groups)
        self.told = pair or groups[-1:]
        self.told_last = next(iter(sentence.of_kind("group")[-1:]), self.told_last)

    def in_unit(self, unit: str, topics: Sequence[TopicMention]) -> Sequence[TopicMention]:
        """Return *topics* without what the data hold in other units alone: no score out of 10 is of a percent."""
        lacking = self._lacking.get(unit)
        if not lacking or all(lacking.isdisjoint(each.topics) for each in topics):
            return topics
        kept = ((each, tuple(topic for topic in each.topics if topic not in lacking)) for each in topics)
        return [each._replace(topics=of_unit) for each, of_unit in kept if of_unit]

    def scored_alone(self, topics: Sequence[Topic]) -> Topic | None:
        """Return the one answer that is a score, where *topics* hold none: what else may be "7.3 out of 10"?"""
        scores = self._lacking.get(PERCENT, frozenset())
        others = self._lacking.get(SCORE, frozenset())
        is_other = not scores.intersection(topics) and others.issuperset(topics)
        return next(iter(scores)) if is_other and len(scores) == 1 else None

    def open_document(self, title: Sequence[Sentence], asked: str | None) -> None:
        """Take the region and the wave of the title; *asked* is the region that the reader named."""
        regions = [
            each.id
            for sentence in title
            for each in sentence.of_kind("place")
            if each.id not in (HERE, UNKNOWN) and not is_excepted(sentence, each)
        ]
        distinct = list(dict.fromkeys(regions))
        local = [region for region in distinct if region != self.names.whole]
        self.home = asked or (local[0] if len(local) == 1 else distinct[0] if len(distinct) == 1 else None)
        self.is_shared = asked is None and len(local) > 1
        waves = [
            each.id
            for sentence in title
            for each in sentence.of_kind("wave")
            if not is_start(sentence.tokens, each, sentence.words)
        ]
        openings = ("du", "de", "from", "depuis", "since")
        runs = any(sentence.word(0) in openings for sentence in title)
        if len(waves) == 1 and not runs:
            self.document_wave = waves[0]

    def enter_heading(self, passage: ProsePassage, scene: Scene) -> None:
        """Take what a heading says; headings below it are over."""
        self._keep_headings(level for level in self.headings if level < passage.level)
        # The wave of a title is the document's, unless it tells of a way from one to another.
        self.headings[passage.level] = scene if passage.level > 1 else scene._replace(wave=None)
        self.enter_paragraph()
        self.compared, self.told = None, ()
        self.is_bare_section = passage.level > 1 and scene == NOWHERE
        self.last = self.last._replace(group=None, segment="", topics=(), region=None, named=())

    def follow(self, sentence: Sentence, *, is_question: bool) -> None:
        """Leave a sentence behind, which the next one may answer."""
        if groups := sentence.of_kind("group"):
            self.paragraph = self.paragraph._replace(group=groups[-1].id)
        self.follows_question = is_question
        self.is_headline = announces_figure(sentence)
        if is_question:
            self.asks_unknown = not sentence.topics and not sentence.mentions and len(sentence.tokens) > _FEW

    def leave_table(self) -> None:
        """Leave the title of a table behind, which holds for its table alone."""
        self._keep_headings(level for level in self.headings if level != CAPTION)

    def leave_list(self) -> None:
        """Leave behind the line that led a list."""
        self._keep_headings(level for level in self.headings if level != LIST)

    def _keep_headings(self, levels: Iterable[int]) -> None:
        self.headings, self._above = {level: self.headings[level] for level in levels}, None

    def enter_paragraph(self) -> None:
        """Open a paragraph: the region that the last one moved to is left, its group is held for pronouns alone."""
        self.paragraph, self.asks_unknown, self.period = NOWHERE, False, None
        self.is_new_paragraph, self.is_headline = True, False
        if self.last.group == UNKNOWN:
            self.last = self.last._replace(group=self.known_group, segment="")

    def region(self) -> str | None:
        """Return the region that is spoken of where none is named."""
        if self.paragraph.region is not None:
            return self.paragraph.region
        for level in sorted(self.headings, reverse=True):
            region = self.headings[level].region
            # "Marseille business club" is a name, and no place elsewhere.
            is_strange = level == 1 and region == UNKNOWN and self.home is not None
            if region is not None and (level > 1 or not self.is_shared) and not is_strange:
                return self.here() if region == HERE else region
        if self.home is not None:
            return self.home
        return None if self.is_shared else self.names.whole

    def other_than(self, region: str | None, target: object) -> str | None:
        """Return *region*, which was lent; the last place that was named where *target*, the reference, is it."""
        if not isinstance(target, Mention) or target.kind != "place" or target.id != region:
            return region
        named = (each.id for each in self.around if each.kind == "place")
        return next((each for each in named if each not in (HERE, UNKNOWN, region)), self.region() or region)

    def is_region_said(self) -> bool:
        """Tell whether the paragraph or a heading names a region."""
        return self.paragraph.region is not None or any(each.region for each in self.headings.values())

    def is_group_said(self) -> bool:
        """Tell whether the paragraph or a heading names a group."""
        return self.paragraph.group is not None or self.heading_scene().group is not None

    def own_region(self) -> str | None:
        """Return the region that the document is of, None where it is of several or names none."""
        for level in sorted(self.headings, reverse=True):
            region = self.headings[level].region
            if region is not None and (level > 1 or not self.is_shared):
                return self.here() if region == HERE else region
        return self.home or (next(iter(self.names.regions)) if len(self.names.regions) == 1 else None)

    def other_group(self, group: str | None) -> str:
        """Return the other of two groups, UNKNOWN where there are more."""
        rest = [each for each in self.names.groups if each != group]
        return rest[0] if len(rest) == 1 else UNKNOWN

    def speaks_on(self, sentence: Sentence) -> bool:
        """Tell whether a sentence takes up what the one before spoke of, by its first words or by "there"."""
        first = next((each.start for each in sentence.mentions if each.kind == "group"), len(sentence.tokens))
        is_led = any(sentence.words[name].at(sentence.tokens, 0) for name in ("takes up", "last told"))
        if is_led or counts_some_of_them(sentence):
            return True  # "Ces dernières sont ..."
        opens = any(sentence.words["pronoun"].holds(sentence.word(at)) for at in range(min(3, first)))
        return opens or any(
            cue.start == 0 or sentence.word(cue.start - 1) not in ("il", "is", "are", "was", "were")
            for cue in sentence.words["there"].find(sentence.tokens)
        )

    def here(self, sentence: Sentence | None = None, before: int = 0) -> str:
        """Return the region that "the region" is: the one named before in its sentence, else the text's.

        It is the whole where no other is spoken of, unless that is a nation. A département lies in its region.
        """
        named = {each.id for each in sentence.of_kind("place", 0, before)} if sentence is not None else set()
        named -= {HERE, UNKNOWN, self.names.whole}
        of_sentence = next(iter(named)) if len(named) == 1 else None
        section = region_of_section({level: each.region for level, each in self.headings.items()})
        spoken = (of_sentence, self.paragraph.region, section, self.home, self.last.region)
        last = self.names.whole if self.names.whole != self.names.nation else UNKNOWN
        here = next((each for each in spoken if each not in (None, self.names.whole)), last) or UNKNOWN
        is_region = sentence is not None and says_region(sentence.tokens, before)
        return region_around(here, self.names.regions) if is_region else here

    def around_of(self, region: str | None) -> str:
        """Return the region that "the region" is where it is set beside *region*: never the same."""
        here = self.here()
        if here == region and (holder := region_around(here, self.names.regions)) != here:
            return holder
        wider = (each for each in (self.home, self.names.whole) if each not in (None, region))
        return next(wider, None) or UNKNOWN if here == region else here

    def heading_scene(self) -> Scene:
        """Return what the headings above say together, the nearest first."""
        if self._above is None:
            scene = NOWHERE
            for _, heading in sorted(self.headings.items(), reverse=True):
                scene = scene._replace(
                    group=scene.group if scene.group is not None else heading.group,
                    segment=scene.segment or heading.segment,
                    topics=scene.topics or heading.topics,
                    wave=scene.wave or heading.wave,
                    named=scene.named or heading.named,
                )
            self._above = scene
        return self._above

    def wave(self) -> str | None:
        """Return the wave that is spoken of where none is named."""
        return self.paragraph.wave or self.heading_scene().wave or self.document_wave


def is_excepted(sentence: Sentence, place: Mention) -> bool:
    """Tell whether a place is what is said leaves out: "sauf en Normandie"."""
    return sentence.has("except", max(0, place.start - _TO_EXCEPTED), place.start)


def scene_of(sentence: Sentence, context: Context) -> Scene:
    """Return what a heading or a label says, everything in it taken together."""
    than = sentence.words["than"]  # "more widespread than elsewhere" is of no elsewhere
    places = [
        each.id
        for each in sentence.of_kind("place")
        if not than.holds(sentence.word(each.start - 1))
        and not is_excepted(sentence, each)
        and not (each.id == HERE and any(topic.shares(*each[:2]) for topic in sentence.topics))
    ]
    groups = sentence.of_kind("group")
    waves = [
        each.id for each in sentence.of_kind("wave") if not is_start(sentence.tokens, each, sentence.words)
    ]
    ids = {each.id for each in groups if each.id}
    segments = {each.segment for each in groups if each.segment}
    is_one = len(ids) <= 1 and len(segments) <= 1  # a group, a part, or a part named beside its group
    inside = {at for each in groups for at in range(each.start, each.end)}
    shared = context.names.shared if groups else frozenset()  # "doctors and nurses" is of more than nurses
    is_one = is_one and not any(
        at not in inside and singular(token.word) in shared
        for at, token in (enumerate(sentence.tokens) if shared else ())
    )
    topics: tuple[Topic, ...] = ()
    named: list[str] = []
    for mention in sentence.topics:
        if mention.is_indicator:
            named += dict.fromkeys(indicator for indicator, _ in mention.topics)
    items = [mention for mention in sentence.topics if not mention.is_indicator]
    if items and len({mention.topics for mention in items}) == 1:
        # "jobs among the fears" is of that question alone
        topics = tuple(topic for topic in items[0].topics if topic[0] in named) or items[0].topics
    elif not items and len(named) == 1:
        topics = next(mention.topics for mention in sentence.topics)
    region = places[0] if len(set(places)) == 1 else None
    return Scene(
        region=context.here() if region == HERE else region,
        group=next(iter(ids), None) if is_one else None,
        segment=next(iter(segments), "") if is_one else "",
        topics=topics,
        wave=waves[0] if len(set(waves)) == 1 else None,
        named=tuple(named),
    )
