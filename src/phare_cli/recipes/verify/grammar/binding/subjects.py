"""Tell what a relation is said of: the group, the place, the topic and the wave before it, inside it, around it."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.binding.asides import Asides
from phare_cli.recipes.verify.grammar.binding.naming.led_names import group_led_from
from phare_cli.recipes.verify.grammar.binding.relation_topics import RelationTopics
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.context import Context, is_excepted
from phare_cli.recipes.verify.grammar.names.mention import HERE, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.names.wave_mentions import is_start
from phare_cli.recipes.verify.grammar.relations.relation import FOR, Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topics import TopicMention

_OF_WHOM = frozenset(("among", "chez", "parmi", "by", "par", "for", "les", "the", "in", "dans"))
_ON = frozenset(("on", "since", "from"))
_TO_NOUN = 2  # words from a figure to the people that it counts
_TO_GROUP = 4  # words from a semicolon to whom the next clause is of
_TO_OWNER = 6  # words between an order and the place of whom it is
_OWNING = frozenset(
    "des du de d' of in en for chez by par cited named citée cité citee cite les the a au aux among parmi".split()  # noqa: SIM905
)
_TO_PRONOUN = 5  # words from the start of a clause to the pronoun that is its subject
_WHERE = frozenset(("in", "en", "across", "dans"))


class Subjects:
    """Finds the subjects of the relations of one sentence; *last* is that of the relation before."""

    def __init__(
        self, sentence: Sentence, relations: Sequence[Relation], bound: Sequence[Bound], context: Context
    ) -> None:
        self._sentence, self._relations, self._bound, self._context = sentence, relations, bound, context
        self.asides = Asides(sentence, relations, bound)
        self._about = RelationTopics(sentence, relations, bound, self.is_reference)
        self.last: Scene | None = None

    def subject(self, relation: Relation) -> Scene:
        before = [each for each in self._bound if each.number.end <= relation.start]
        main = [each for each in before if not self.asides.holds(each)]
        told = main or [each for each in before if not each.is_aside and self.last is None]
        previous = told[-1].scene if told else None
        context = self._context
        base = previous or self.last or context.last
        heading = context.heading_scene()
        group, segment = self._group(relation, base, heading)
        topics, named, is_sum = self._about.topics(relation, base, heading)
        region = self._region(relation, previous)
        wave = self._wave(relation, previous)
        units = {each.number.unit for each in self._bound}
        unit = units.pop() if len(units) == 1 else ""
        is_told = any(not each.is_indicator for each in self._sentence.topics)
        is_foreign = not is_told and any(each.scene.is_foreign for each in self._bound)
        is_foreign = is_foreign or self._about.is_of_unknown(relation)
        return Scene(
            region,
            group,
            segment,
            topics,
            wave,
            context.wave(),
            named,
            unit,
            is_sum=is_sum,
            is_foreign=is_foreign,
        )

    def is_complement(self, relation: Relation) -> bool:
        """Tell whether a relation is of those who do not: "38 % n'en ont pas, dix points de plus qu'en France"."""
        before = [each for each in self._bound if each.number.end <= relation.start]
        own = self._sentence.topics_in(before[-1].number.end, relation.start) if before else []
        clause = self._sentence.clause(relation.start)[0]
        is_of_it = bool(before) and before[-1].number.start >= clause
        return (
            is_of_it and before[-1].is_complement and (not own or bool(before[-1].zone[1] >= relation.start))
        )

    def _is_beside(self, group: Mention, relation: Relation) -> bool:
        """Tell whether a group may be that of a relation: no contrast parts them, and no figure set beside has it."""
        first, last = sorted((group.start, relation.start))
        return not self._sentence.has("contrast", first, last + 1) and not self.asides.has(group)

    def is_reference(self, mention: Mention | TopicMention) -> bool:
        return any(
            (each.target.start if each.target is not None else each.cue) <= mention.start < each.end
            for each in self._relations
        )

    def _group(self, relation: Relation, base: Scene, heading: Scene) -> tuple[str | None, str]:
        target_start = relation.target.start if relation.target is not None else relation.end
        inside = self._sentence.of_kind("group", relation.start, target_start)
        if relation.subject is not None and relation.subject.kind == "group":
            inside = [relation.subject]
        found = inside or [
            each for each in self._sentence.of_kind("group", 0, relation.start) if not self.is_reference(each)
        ]
        found = [each for each in found if each.id or each.segment]
        if relation.kind in ("change", "gap") and (whose := group_led_from(self._sentence, relation)):
            found = [whose]  # "have risen among farmers and eased among residents"
        shared = self._shared_group(relation)
        if shared is not None and relation.kind == "gap" and not relation.direction:
            found = [shared]  # "61% of mayors, and a gap of 10 points with France for companies"
        whole = heading.group if base.group == UNKNOWN else base.group or heading.group
        if found and base.segment and self._is_of_part(found[-1], base):
            return base.group, base.segment  # "Among men, 60% of citizens swim, fewer than the whole group"
        if found:
            return self._whom(found[-1], whole)
        if shared is not None:
            return self._whom(shared, whole)
        told = self._about.told_behind(relation)
        after = (
            []
            if told is None
            else self._sentence.of_kind("group", told.end, self._sentence.clause(told.start)[1])
        )
        if after and after[0].id:
            return after[0].id, after[0].segment
        behind = [
            each
            for each in self._sentence.of_kind("group", relation.end)
            if (each.id or each.segment) and not self.is_reference(each)
        ]
        behind = [each for each in behind if not self._is_anew(each, relation, base)]
        if behind and (
            (self._sentence.word(behind[0].start - 1) in _OF_WHOM and behind[0].start - relation.end <= 2)
            or (relation.first and self._owns(relation.end, behind[0]))  # "les deux" may be whom one spoke of
        ):
            return self._whom(behind[0], whole)
        only = [
            each
            for each in self._sentence.of_kind("group")
            if (each.id or each.segment) and not self.is_reference(each) and self._is_beside(each, relation)
        ]
        clause = self._sentence.clause(relation.start)[0]
        only = [each for each in only if not self._is_anew(each, relation, base)]
        is_taken_up = any(
            self._sentence.words["pronoun"].at(self._sentence.tokens, at) is not None
            for at in (0, *range(clause, min(clause + _TO_PRONOUN, relation.start)))
        )
        if len({(each.id, each.segment) for each in only}) == 1 and not is_taken_up:
            return self._whom(only[0], whole)
        if base.group is not None:
            return base.group, base.segment
        return heading.group, heading.segment

    def _is_anew(self, group: Mention, relation: Relation, base: Scene) -> bool:
        """Tell whether a group opens another clause: "Patronage comes first; among companies, it is at 30%"."""
        end = self._sentence.clause(relation.start)[1]
        is_parted = self._sentence.word(end) == ";" and group.start > end
        return is_parted and base.group is not None and group.start - end <= _TO_GROUP

    def _is_of_part(self, group: Mention, base: Scene) -> bool:
        """Tell whether a group stands behind the figure of a part of it, which opens the clause."""
        figures = (each for each in self._bound if each.scene == base)
        is_behind = any(0 <= group.start - each.number.end <= _TO_NOUN for each in figures)
        return group.id == base.group and not group.segment and is_behind

    def _shared_group(self, relation: Relation) -> Mention | None:
        """Return the group of a reference that its subject shares: "8 points above the average for companies"."""
        if not self._sentence.of_kind("place", relation.cue, relation.end):
            return None
        for group in self._sentence.of_kind("group", relation.cue, relation.end):
            before = {self._sentence.word(at) for at in range(group.start - 2, group.start + 1)}
            # "Scots are as likely to ... as volunteers UK-wide"
            if before & FOR or self._is_of_people(relation):
                return group
        return None

    def _whom(self, group: Mention, whole: str | None) -> tuple[str | None, str]:
        """Return a group and its part; a part alone is of *whole* where that has it."""
        return group.id or self._context.names.holder(group.segment, whole), group.segment

    def _is_of_people(self, relation: Relation) -> bool:
        """Tell whether who lives somewhere stands before a relation: their group is that of the reference."""
        before = self._sentence.of_kind("place", 0, relation.start)
        return bool(before) and before[-1].is_people

    def _region(self, relation: Relation, previous: Scene | None) -> str | None:
        sentence, context = self._sentence, self._context
        if relation.subject is not None and relation.subject.kind == "place":
            return (
                context.here(sentence, relation.subject.start)
                if relation.subject.id == HERE
                else relation.subject.id
            )
        target_start = relation.target.start if relation.target is not None else relation.end
        places = [
            each
            for each in sentence.of_kind("place")
            if not (self.is_reference(each) or is_excepted(sentence, each) or self.asides.has(each))
            and not sentence.is_in_aside(each.start, relation.start)
        ]
        inside = [each for each in places if relation.start <= each.start < target_start]
        clause = sentence.clause(relation.start)[0]
        before = [
            each for each in places if clause <= each.start < relation.start and not self.is_reference(each)
        ]
        if not before:
            before = [
                each
                for each in places
                if each.start < relation.start
                and not self.is_reference(each)
                and (each.id != context.names.whole or each.start <= 2)
            ]
        for found in (self._where_of_contrast(relation, places), inside, before):
            if found:
                return context.here(sentence, found[-1].start) if found[-1].id == HERE else found[-1].id
        behind = [
            each
            for each in places
            if relation.kind == "change" and relation.end < each.start + 1 and each.start - relation.end <= 1
        ]
        owners = [
            each
            for each in places
            if relation.kind == "order" and each.start - relation.end >= 0 and self._owns(relation.end, each)
        ]
        if owners:  # "la première inquiétude des Corses"
            return context.here(sentence, owners[0].start) if owners[0].id == HERE else owners[0].id
        if (
            behind
            and previous is None
            and {sentence.word(at) for at in (behind[0].start - 1, behind[0].start)} & _WHERE
        ):
            return (
                context.here(sentence, behind[0].start) if behind[0].id == HERE else behind[0].id
            )  # "has slipped in England"
        if previous is None and (own := self._where_behind(relation, places)) is not None:
            return own
        if previous is not None:
            is_said = any(each.id == previous.region for each in places)
            return previous.region if is_said else context.other_than(previous.region, relation.target)
        if self.last is not None:
            return self.last.region
        return context.other_than(self._lent_region(), relation.target)

    def _owns(self, start: int, place: Mention) -> bool:
        """Tell whether a place is that of whom an order is: "des Corses", "cited by citizens in Corsica"."""
        groups = {at for each in self._sentence.of_kind("group") for at in range(each.start, each.end)}
        words = [self._sentence.word(at) for at in range(start, place.start) if at not in groups]
        is_led = bool(words) or place.is_people
        return is_led and place.start - start <= _TO_OWNER and all(word in _OWNING for word in words)

    def _where_of_contrast(self, relation: Relation, places: Sequence[Mention]) -> list[Mention]:
        """Return the place right behind a change that is set against another: "while it fell in Corsica"."""
        sentence = self._sentence
        behind = [
            each
            for each in places
            if relation.kind == "change"
            and 0 <= each.start - relation.end <= 1 + (sentence.word(relation.end) in _WHERE)
        ]
        is_led = bool(behind) and not _WHERE.isdisjoint(
            sentence.word(at) for at in range(relation.end, behind[0].start + 1)
        )
        told = [each.end for each in self._relations if each.end <= relation.start]
        is_set_against = bool(told) and sentence.has("contrast", told[-1], relation.start)
        return behind[:1] if is_led and is_set_against else []

    def _where_behind(self, relation: Relation, places: Sequence[Mention]) -> str | None:
        """Return where a sentence is of that names one place, behind: "L'emploi recule : 26 % ... en France"."""
        told = {each.id for each in places if each.start >= relation.end} - {HERE}
        if relation.kind not in ("change", "order") or len(told) != 1:
            return None
        figure = next((each.scene for each in self._bound if each.number.start >= relation.end), None)
        if figure is None and not self._bound:
            return next(iter(told))  # "L'emploi progresse chez les habitants en France."
        return figure.region if figure is not None and figure.region in told else None

    def _lent_region(self) -> str | None:
        sentence, context = self._sentence, self._context
        if (
            context.speaks_on(sentence)
            and context.last.region is not None
            and (context.last.region != context.names.whole or context.region() is None)
        ):
            return context.last.region
        return context.region()

    def _wave(self, relation: Relation, previous: Scene | None) -> str | None:
        if relation.kind == "change":
            return None
        waves = [
            each
            for each in self._sentence.of_kind("wave", 0, relation.start)
            if not self.is_reference(each) and not self.asides.has(each)
        ]
        waves = [each for each in waves if not self._is_start(each)]
        if waves:
            return waves[-1].id
        return previous.wave if previous is not None else None

    def _is_start(self, wave: Mention) -> bool:
        """Tell whether something has only changed since a wave: "up on 2019 and far more than the average"."""
        on = self._sentence.word(wave.start - 1) in _ON
        is_on = (
            on and self._sentence.words["change"].before(self._sentence.tokens, wave.start - 1) is not None
        )
        return is_on or is_start(self._sentence.tokens, wave, self._sentence.words)
