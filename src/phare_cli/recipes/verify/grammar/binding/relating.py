"""Bind gaps, comparisons, orders and changes to the figures that they set side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.recipes.verify.grammar.antecedents.areas_around import area_of, is_of_places
from phare_cli.recipes.verify.grammar.antecedents.behind_which import two_answers
from phare_cli.recipes.verify.grammar.binding.beside import beside
from phare_cli.recipes.verify.grammar.binding.change_waves import ChangeBinder, leads_to_others
from phare_cli.recipes.verify.grammar.binding.clefts import are_people_ranked, singled_out
from phare_cli.recipes.verify.grammar.binding.lone_gaps import beside_same, own_side, side_before, with_sides
from phare_cli.recipes.verify.grammar.binding.pairs_before import (
    between_last_two,
    gaps_in_turn,
    pair_taken_up,
)
from phare_cli.recipes.verify.grammar.binding.subjects import Subjects
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.claims import Claim, Scene, moved
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import SAME, Mention
from phare_cli.recipes.verify.grammar.nets.eased import eased
from phare_cli.recipes.verify.grammar.relations.given_scores import is_given_to
from phare_cli.recipes.verify.grammar.relations.relation import APART, Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topics import TopicMention

_ADVERBIAL = frozenset("pour chez parmi among for in en dans au aux of des a to d' de cote".split())  # noqa: SIM905
_TURNS = frozenset("first second former latter third premier premiere second deuxieme troisieme".split())  # noqa: SIM905
_TO_TURN = 3  # words from a gap to "first" of "on the first count"
_TO_THAN = 8  # words from "three times more" to "than"
_TO_WHOLE = 7  # words between a rank and the end of what it is among


def _whose(scene: Scene) -> tuple[str | None, str | None, str]:
    return scene.region, scene.group, scene.segment


class RelationBinder:
    """Binds the relations of one sentence, whose figures are bound already."""

    def __init__(
        self, sentence: Sentence, relations: Sequence[Relation], bound: Sequence[Bound], context: Context
    ) -> None:
        self._sentence, self._relations, self._bound, self._context = sentence, relations, bound, context
        self._subjects = Subjects(sentence, relations, bound, context)
        self._changes = ChangeBinder(sentence, relations, bound, context)
        self._here: tuple[Scene, Scene] | None = None  # the two sides that this sentence compared last

    def claims(self) -> Iterator[Claim]:
        """Yield a claim for each relation that speaks of something known."""
        in_turn = gaps_in_turn(self._sentence, self._relations, self._bound)
        for relation in in_turn or self._relations:
            scene = in_turn.get(relation) or self._subjects.subject(relation)
            if (not scene.topics and not scene.named) or self._is_of_others(relation):
                continue
            told = relation
            if relation.direction == APART:
                from phare_cli.recipes.verify.grammar.relations.quality_comparatives import with_way_of_answer

                told = with_way_of_answer(relation, self._sentence, scene.topics)
            claim = self._claim(told, scene)
            if claim is not None:
                self._subjects.last = claim.scene
                if claim.reference is not None and claim.kind != "order":
                    self._context.compared = self._here = (claim.scene, claim.reference)
                yield eased(claim, self._sentence.words)._replace(
                    is_complement=self._subjects.is_complement(relation),
                    is_cautious=self._sentence.has("caution"),
                    is_unsure=claim.is_unsure
                    or self._is_set_beside_stranger(relation)
                    or (not in_turn and claim.kind == "gap" and self._is_in_turn(relation)),
                )

    def _is_in_turn(self, relation: Relation) -> bool:
        """Tell whether words say of which of several figures a gap is: "respectively", "ahead on the first count"."""
        told = {self._sentence.word(at) for at in range(relation.end, relation.end + _TO_TURN)}
        return self._sentence.has("respectively") or bool(told & _TURNS)

    def _is_set_beside_stranger(self, relation: Relation) -> bool:
        """Tell whether "than" leads a multiple to what no name holds: "trois fois plus que dans le sport"."""
        end = min(relation.end + _TO_THAN, self._sentence.clause(relation.start)[1])
        is_multiple = relation.factor is not None and relation.kind == "comparison"
        return is_multiple and relation.target is None and self._sentence.has("than", relation.end, end)

    def _is_of_others(self, relation: Relation) -> bool:
        """Tell whether a verb of change only leads to the figure of another group or place."""
        told = [each for each in self._sentence.mentions if not self._subjects.is_reference(each)]
        return leads_to_others(self._sentence, relation, self._bound, told, self._context)

    def _claim(self, relation: Relation, scene: Scene) -> Claim | None:
        sentence = self._sentence
        start, end = sentence.tokens[relation.start].start, sentence.tokens[relation.end - 1].end
        claim = Claim(
            relation.kind, sentence.passage, start, end, scene, relation.number,
            direction=relation.direction, size=relation.size, factor=relation.factor, rank=relation.rank,
            factor_to=relation.factor_to, decimals=relation.decimals, hedge=relation.hedge,
            is_one_of=relation.is_one_of, first=relation.first,
        )  # fmt: skip
        taken_up = pair_taken_up(sentence, relation, self._context)
        if taken_up is not None:
            return claim._replace(scene=taken_up[0], reference=taken_up[1])
        match relation.kind:
            case "change":
                return self._changes.bound(relation, claim)
            case "order":
                return self._order(relation, claim)
            case "gap" if relation.target is None and self._changes.years_before(relation, scene) is not None:
                return self._changes.bound(relation, claim._replace(kind="change"))
            case "gap" if relation.target is None:
                if self._here is not None and relation.direction == "" and self._is_of_here(relation):
                    return claim._replace(scene=self._here[0], reference=self._here[1])
                return with_sides(claim, relation, self._sentence, self._bound, self._context)
            case _:
                before = self._subjects.last or self._context.last
                if (two := two_answers(sentence, relation, scene, before)) is not None:
                    return claim._replace(kind="order", scene=two[0], reference=two[1], among="item")
                return self._beside(relation, claim)

    def _is_of_here(self, relation: Relation) -> bool:
        """Tell whether a gap is of what its sentence compares: "plus nombreux que ..., soit 22 points d'écart"."""
        here = self._here
        told = [each for each in self._bound if each.number.end <= relation.start]
        if own_side(self._sentence, relation, told) is not None:
            return False
        before = [each.scene for each in told]
        if not before:
            return here is not None and here[0].wave == here[1].wave
        return (
            here is not None
            and here[0].wave == here[1].wave
            and all(
                (*_whose(side), side.topics) in [(*_whose(each), each.topics) for each in here]
                for side in before
            )
        )

    def _beside(self, relation: Relation, claim: Claim) -> Claim | None:
        if relation.target is None:
            behind = next((each for each in self._bound if each.number.start > relation.end), None)
            if relation.factor is not None:
                before = [each for each in self._bound if each.number.end <= relation.start]
                two = between_last_two(claim, [each.scene for each in before])
                other = self._side_of_here(claim.scene) or side_before(
                    relation, claim.scene, self._bound, self._context
                )
                other = other if two is None else None
                return claim._replace(reference=other) if other is not None else two
            others = [
                each for each in self._bound if behind is not None and each.number.start > behind.number.end
            ]
            others = [
                each
                for each in others[:1]
                if behind is not None
                and set(each.scene.topics) & set(claim.scene.topics)
                and not any(behind.number.end <= other.start < each.number.start for other in self._relations)
            ]
            reference = self._side_compared(claim.scene) if self._is_there(relation) else None
            reference = reference or (
                others[0].scene if others else side_before(relation, claim.scene, self._bound, self._context)
            )
            reference = reference or self._side_compared(claim.scene) or self._other_of_two(claim.scene)
            reference = self._nation_beside(relation, claim.scene) or reference
            reference = reference or self._other_of_sentence(relation, claim.scene)
            return claim._replace(reference=reference) if reference is not None else None
        if isinstance(relation.target, TopicMention):
            return claim._replace(reference=claim.scene._replace(topics=relation.target.topics))
        if relation.target.id == SAME:
            is_last = self._here is not None or self._context.is_compared_last
            told = side_before(relation, claim.scene, self._bound, self._context)
            return beside_same(
                claim, relation, self._sentence, self._context, told=told, is_compared_last=is_last
            )
        return claim._replace(reference=beside(claim.scene, relation, self._context, self._sentence))

    def _is_there(self, relation: Relation) -> bool:
        """Tell whether a comparison goes on from the one before of a place: "it is more widespread there too"."""
        there = self._sentence.words["there"].at(self._sentence.tokens, relation.end)
        return (
            there is not None
            and self._sentence.words["verb"].before(self._sentence.tokens, there.start) is None
        )

    def _side_of_here(self, scene: Scene) -> Scene | None:
        """Return what stands beside *scene* as in the comparison before: "less than boys, and half as often"."""
        if self._here is None or self._here[0].wave != self._here[1].wave:
            return None
        one, other = self._here
        is_same = _whose(scene) == _whose(one)
        return moved(scene, one, other) if is_same and moved(scene, one, other) != scene else None

    def _nation_beside(self, relation: Relation, scene: Scene) -> Scene | None:
        """Return what stands beside a place that is set apart, or not: the nation."""
        whole = self._context.names.whole
        is_place = relation.subject is not None and relation.subject.kind == "place"
        return scene._replace(region=whole) if is_place and whole not in (None, scene.region) else None

    def _other_of_two(self, scene: Scene) -> Scene | None:
        """Return the other of two groups, where the text spoke of it last."""
        last = self._context.last
        if last.group == scene.group or scene.segment or self._context.other_group(scene.group) != last.group:
            return None
        return scene._replace(group=last.group, segment=last.segment)

    def _other_of_sentence(self, relation: Relation, scene: Scene) -> Scene | None:
        """Return the one other group that stands before a relation: "it grew in large firms; small ones lag behind"."""
        told = {(each.id, each.segment) for each in self._sentence.of_kind("group", 0, relation.start)}
        others = [each for each in told - {(scene.group, scene.segment)} if each[0]]
        return scene._replace(group=others[0][0], segment=others[0][1]) if len(others) == 1 else None

    def _side_compared(self, scene: Scene) -> Scene | None:
        """Return what stands beside *scene* as in the comparison before, where that is of its side."""
        compared = self._context.compared
        for one, other in (compared, compared[::-1]) if compared else ():
            if _whose(one) != _whose(other) and _whose(scene) == _whose(one):
                beside_it = moved(scene, one, other)
                return None if beside_it == scene else beside_it
        return None

    def _order(self, relation: Relation, claim: Claim) -> Claim | None:
        if isinstance(relation.target, TopicMention):
            reference = claim.scene._replace(topics=relation.target.topics)
            return claim._replace(reference=reference, among="item")
        among = self._among(relation)
        # "The young take lessons most often" may rank the young or the lessons.
        is_open = among == "item" and self._sentence.word(relation.end - 1) in ("often", "frequently")
        within = area_of(self._sentence, relation, self._context) if among == "region" else None
        return claim._replace(among=among, within=within, is_unsure=is_open)

    def _among(self, relation: Relation) -> str:
        """Return what a rank is one of: regions, groups, or the items of a question, by what stands before it."""
        sentence = self._sentence
        if relation.among:
            return relation.among
        if is_of_places(sentence, relation):
            return "region"
        if sentence.has("superlative", relation.start, relation.end) and are_people_ranked(
            sentence, relation
        ):
            return "group"
        words = {
            sentence.word(at) for at in range(relation.cue - 1, min(relation.end + 3, len(sentence.tokens)))
        }
        if sentence.words["record"].at(sentence.tokens, relation.start) is not None:
            return "region"
        if is_given_to(sentence, relation):
            return "item"
        cleft = singled_out(sentence)
        if cleft and relation.start > 2:
            return cleft  # "C'est en Corse que ... le plus"
        end = min(sentence.clause(relation.start)[1], relation.end + _TO_WHOLE)
        named = {
            at for each in sentence.mentions if each.kind == "group" for at in range(each.start, each.end)
        }
        for name in ("among regions", "among groups"):
            for cue in sentence.words[name].find(sentence.tokens, relation.start, end):
                if cue.start not in named:  # "habitants des villes"
                    return cue.sense
        if words & {"nombreux", "nombreuses", "likely"}:
            return "group"
        if words & {"regions"}:
            return "region"
        if words & {"group", "groups", "groupe", "groupes"}:
            return "group"
        clause = max(
            [
                sentence.clause(relation.start)[0],
                *(
                    at + 1
                    for at in range(relation.start)
                    if sentence.word(at) in ("mais", "but", "tandis", "while")
                ),
            ]
        )
        items = [each for each in sentence.topics_in(clause, relation.start) if not each.is_indicator]
        names = [
            each
            for each in sentence.mentions
            if clause <= each.start < relation.start
            and each.kind != "wave"
            and not self._subjects.is_reference(each)
        ]
        subject = names[-1] if names else None
        if subject is not None and self._is_adverbial(subject):
            subject = None
        item = items[-1] if items and not self._is_adverbial(items[-1]) else None
        if subject is not None and (item is None or subject.start > item.start):
            return "region" if subject.kind == "place" else "group"
        if item is None and any(
            sentence.words["pronoun"].holds(sentence.word(at))
            for at in range(max(clause, relation.start - 3), relation.start)
        ):
            gendered = sentence.text(relation.start, relation.cue).split(" ")[-1]
            if gendered.endswith(("es", "s")) and not self._is_ordinal(relation):
                return "group"
        return "item"

    def _is_ordinal(self, relation: Relation) -> bool:
        return (
            self._sentence.words["ordinal"].first(self._sentence.tokens, relation.start, relation.cue)
            is not None
        )

    def _is_adverbial(self, mention: Mention | TopicMention) -> bool:
        """Tell whether a name opens its clause behind a preposition: "Pour la santé, ...", "Chez les femmes, ..."."""
        sentence = self._sentence
        if sentence.word(mention.end) in ("'", "’", "'s"):
            return True  # "the nurses' leading problem"
        before = [sentence.word(at) for at in range(max(0, mention.start - 2), mention.start + 1)]
        return not _ADVERBIAL.isdisjoint(before)
