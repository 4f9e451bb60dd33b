"""Tell what a relation is about: the topic inside it, led by it, before it, behind a colon, or told around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from phare_cli.recipes.verify.grammar.antecedents.clause_breaks import break_behind
from phare_cli.recipes.verify.grammar.binding.naming.meant_topics import strongest
from phare_cli.recipes.verify.grammar.binding.subject_matter import narrows
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import is_small
from phare_cli.recipes.verify.grammar.topic import Topic
from phare_cli.recipes.verify.grammar.topics import TopicMention

_TO_VERB = 14  # words between an order and the verb that says of what it is
_THIS = frozenset(("cette", "ce", "cet", "this", "that"))
_THE = frozenset(("the", "la", "le"))
_OF_WHAT = frozenset("of de du des d' who that qui en for".split())  # noqa: SIM905
_BY = frozenset(("by", "par"))
_OFTEN = frozenset(("souvent", "often", "frequemment", "frequently"))
_ABOUT = frozenset(("about",))
_OTHERS = frozenset(("autres", "others", "other"))
_AND = frozenset(("and", "but", "while", "et", "mais", "tandis"))
_TO_VERB_OF = 2  # words from an answer to a verb that is of it
_LED = 4  # words between a comparative and what it leads to


class RelationTopics:
    """Finds the topics of the relations of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        relations: Sequence[Relation],
        bound: Sequence[Bound],
        is_reference: Callable[[Mention | TopicMention], bool],
    ) -> None:
        self._sentence, self._relations = sentence, relations
        self._bound, self._is_reference = bound, is_reference

    def is_of_unknown(self, relation: Relation) -> bool:
        """Tell whether a comparative leads to what no name holds: "more driven by glory"."""
        sentence = self._sentence
        if relation.kind != "comparison" or relation.target is not None:
            return False
        if sentence.word(relation.end) not in _BY | _ABOUT or sentence.topics_in(
            relation.end, relation.end + _LED
        ):
            return False
        words = [
            token for token in sentence.tokens[relation.end + 1 : relation.end + _LED] if token.kind == "word"
        ]
        return any(not is_small(token.word) for token in words)

    def topics(
        self, relation: Relation, base: Scene, heading: Scene
    ) -> tuple[tuple[Topic, ...], tuple[str, ...], bool]:
        sentence = self._sentence
        named = tuple(
            dict.fromkeys(
                indicator for each in sentence.topics if each.is_indicator for indicator, _ in each.topics
            )
        )
        found = self._topic(relation)
        if found is not None and not (found.is_indicator and narrows(base.topics, found.topics)):
            topics = found.topics
            is_sum = len({item for _, item in topics}) > 1
            return topics, named or base.named or heading.named, is_sum
        behind = self._behind_colon(relation) if found is None else None
        if behind is not None:
            return behind.topics, named or behind.named, behind.is_sum
        return base.topics or heading.topics, named or base.named or heading.named, base.is_sum

    def _is_mere_noun(self, item: TopicMention) -> bool:
        """Tell whether an answer is named by a noun that any has, behind another: "planting is the leading plan"."""
        sentence = self._sentence
        heads = sentence.words["ordinal head"]
        clause = sentence.clause(item.start)[0]
        before = [each for each in sentence.topics_in(clause, item.start) if not each.is_indicator]
        words = [sentence.word(at) for at in item.places]
        return bool(before) and all(heads.holds(word) or word in _OTHERS for word in words)

    def _is_subject(self, item: TopicMention, relation: Relation) -> bool:
        """Tell whether an answer is what a verb of rank right behind it is said of: "..., la poste ferme la marche"."""
        words = self._sentence.words
        verbs = (
            words[name].at(self._sentence.tokens, relation.start) for name in ("stands at end", "rank verb")
        )
        return item.end == relation.start and any(verb is not None for verb in verbs)

    def _ends_with_to(self, relation: Relation) -> bool:
        """Tell whether the last word of a relation leads to what it is of: "à peine plus à répondre « jamais »"."""
        return self._sentence.words["to"].at(self._sentence.tokens, relation.end - 1) is not None

    def _behind_colon(self, relation: Relation) -> Scene | None:
        """Return the figure behind a colon that says what a relation is about: "women are ahead: 53% swim weekly"."""
        sentence = self._sentence
        clause, end = sentence.clause(relation.start)
        if end >= len(sentence.tokens) or sentence.tokens[end].text != ":" or sentence.topics_in(clause, end):
            return None
        is_told = any(not each.is_indicator for each in sentence.topics_in(end, len(sentence.tokens)))
        first = next((each.scene for each in self._bound if each.number.start > end), None)
        return first if is_told else None

    def _topic(self, relation: Relation) -> TopicMention | None:
        sentence = self._sentence
        inside = [
            each
            for each in sentence.topics
            if relation.start <= each.start < relation.end or each.start < relation.start < each.end
        ]
        inside = [each for each in inside if each is not relation.target and not self._is_answer(each)]
        target = (
            relation.target
        )  # "0.5 points above the national one" is of a place, and of no national scale
        if isinstance(target, Mention) and target.kind == "place":
            inside = [each for each in inside if not target.start <= each.start < target.end]
        items = [each for each in inside if not each.is_indicator]
        if items and not (relation.kind == "order" and self._is_mere_noun(items[-1])):
            return items[-1]
        told = self.told_behind(relation)
        if told is not None:
            return told
        limit = next(
            (each.number.start for each in self._bound if each.number.start >= relation.end),
            len(sentence.tokens),
        )
        limit = next((at for at in range(relation.end, limit) if self._ends_clause(at)), limit)
        is_led = any(
            sentence.words["to"].at(sentence.tokens, at)
            or (relation.kind == "comparison" and sentence.word(at) in _BY)  # "less affected by bills"
            for at in range(relation.end, min(relation.end + 2, limit))
        ) or (relation.kind == "comparison" and self._ends_with_to(relation))
        after = list(sentence.topics_in(relation.end, limit)) if is_led else []
        after = [each for each in after if not (relation.kind == "order" and self._is_reference(each))]
        after_items = [each for each in after if not each.is_indicator]
        if after_items:  # "connaître un impayé" is of the second word
            first = after_items[0]
            beside = [each for each in after_items if each.start - first.end <= _TO_VERB_OF]
            return strongest(beside)[0]
        clause = sentence.clause(relation.start)[0]
        before = [
            each
            for each in sentence.topics_in(0, relation.start)
            if not (relation.kind == "order" and self._is_reference(each))
            and each.start >= (clause if self._has_own(clause, relation) else 0)
        ]
        last_figure = [
            each
            for each in self._bound
            if each.number.end <= relation.start and sentence.bracket(each.number.start) is None
        ]
        before_items = [each for each in before if not each.is_indicator]
        is_subject = bool(before_items) and self._is_subject(before_items[-1], relation)
        if (
            relation.kind == "order"
            and len(before_items) > 1
            and not is_subject
            and self._is_mere_noun(before_items[-1])
        ):
            before_items = [
                *before_items[:-1]
            ]  # "les restrictions de chauffage sont la difficulté la plus citée"
        if self._is_of_figure(last_figure[-1:], before_items, clause) or (
            relation.kind == "gap" and self._is_right_behind(relation, last_figure[-1:], before_items)
        ):
            return None
        if before_items:
            last = before_items[-1]  # "the car carries 84%": of the car, its verb names transport but faintly
            beside = [each for each in before_items if last.start - each.end <= _TO_VERB_OF]
            return strongest(beside)[-1]
        if last_figure or self._takes_up(clause, relation):
            return None
        end = break_behind(sentence, relation.end, sentence.clause(relation.start)[1])
        end = next((at for at in range(relation.end, end) if self._ends_clause(at)), end)
        behind = list(sentence.topics_in(relation.end, end))
        behind = [each for each in behind if not (self._is_reference(each) or self._is_set_below(each))]
        named = {each.topics for each in behind if not each.is_indicator}
        is_often = sentence.word(relation.end - 1) in _OFTEN  # "have a garden more often"
        is_open = relation.kind == "comparison" and relation.target is None and not is_often
        if not is_open and not before and len(named) == 1:
            return next(each for each in behind if not each.is_indicator)  # "More women than men swim"
        indicators = [each for each in (*inside, *after, *before) if each.is_indicator]
        return min(indicators, key=lambda each: len(each.topics)) if indicators else None

    def _ends_clause(self, place: int) -> bool:
        """Tell whether a mark ends what is said: so does a comma before another clause, ", and debt comes second"."""
        mark = self._sentence.tokens[place].text
        return mark in ";:." or (mark == "," and self._sentence.word(place + 1) in _AND)

    def _takes_up(self, clause: int, relation: Relation) -> bool:
        """Tell whether "this share" is what a relation is said of: "cette part augmente et le bénévolat progresse".

        So is "the share" that is of nothing: "the share fell by 6 points, and their informal help declined".
        """
        figures = self._sentence.words["of figures"]
        return any(
            figures.holds(self._sentence.word(at + 1))
            and (
                self._sentence.word(at) in _THIS
                or (self._sentence.word(at) in _THE and self._sentence.word(at + 2) not in _OF_WHAT)
            )
            for at in range(clause, relation.start)
        )

    @staticmethod
    def _is_of_figure(figure: Sequence[Bound], items: Sequence[TopicMention], clause: int) -> bool:
        """Tell whether the words between a figure and a relation name what the figure is of: it is of both."""
        return any(
            each.number.end <= item.start and set(item.topics) & set(each.scene.topics)
            for each in figure
            if each.number.start >= clause
            for item in items[-1:]
        )

    def _is_right_behind(
        self, relation: Relation, figure: Sequence[Bound], items: Sequence[TopicMention]
    ) -> bool:
        """Tell whether a gap stands behind a figure whose answer is named before it: "l’auto est le moyen de 78 %"."""
        return any(
            not self._sentence.topics_in(each.number.end, relation.start)
            and any(set(item.topics) & set(each.scene.topics) for item in items)
            for each in figure
        )

    def _is_set_below(self, topic: TopicMention) -> bool:
        """Tell whether an answer goes on with those that another is set above: "ahead of rent and bills"."""
        sentence = self._sentence
        return any(
            each.kind == "order"
            and isinstance(each.target, TopicMention)
            and each.end <= topic.start
            and not sentence.has("verb", each.end, topic.start)
            for each in self._relations
        )

    def told_behind(self, relation: Relation) -> TopicMention | None:
        """Return the item that an order says last: "la première fragilité citée est la sécurité"."""
        sentence = self._sentence
        clause, end = sentence.clause(relation.start)
        before = [each for each in sentence.topics_in(clause, relation.start) if not each.is_indicator]
        if relation.kind != "order" or relation.target is not None or before:
            return None
        end = break_behind(sentence, relation.end, end)
        near = [sentence.word(at) for at in range(relation.end, min(relation.end + _TO_VERB, end))]
        if not {"est", "sont", "is", "are", "reste", "remains", "demeure", "was", "etait"} & set(near):
            return None
        return next((each for each in sentence.topics_in(relation.end, end) if not each.is_indicator), None)

    def _is_answer(self, topic: TopicMention) -> bool:
        """Tell whether words only say that something was answered: "their most common answer"."""
        answers = self._sentence.words["answer noun"]
        return all(answers.at(self._sentence.tokens, at) is not None for at in topic.places)

    def _has_own(self, clause: int, relation: Relation) -> bool:
        return any(clause <= each.start < relation.start for each in self._sentence.topics)
