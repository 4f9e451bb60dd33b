"""Find gaps, comparisons, orders and changes in a sentence: each construction by its name, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import POINTS
from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.relations.changes.ways_between import spans
from phare_cli.recipes.verify.grammar.relations.comparisons import Comparisons
from phare_cli.recipes.verify.grammar.relations.gap_nouns import is_called_significant
from phare_cli.recipes.verify.grammar.relations.gaps_by_points import overtakes, sides_by
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import has_any, may_have, words_in
from phare_cli.recipes.verify.grammar.relations.relation import APART, Relation
from phare_cli.recipes.verify.grammar.relations.unasserted import is_unasserted
from phare_cli.recipes.verify.grammar.sentence import Sentence

_DETERMINERS = frozenset("la le l' cette ce the this that".split())  # noqa: SIM905
_IS = frozenset("est etait reste is was".split())  # noqa: SIM905
_MOST = frozenset(("most", "least", "plus", "moins"))
_NOUNS = frozenset(("what", "ce"))  # that what comes first is called by
_TO_ANSWER = 4  # words between a word of an answer and those that name it
_TO_DENIAL, _TO_NOT = 3, 2  # words from "pas" and "not" to what they deny


def without_degrees(sentence: Sentence, relations: Sequence[Relation]) -> Sentence:
    """Return a sentence without the answers that its words of degree are no part of: "a little above the average"."""
    degrees = {
        at
        for each in relations
        for cue in sentence.words["adverb"].find(sentence.tokens, each.start, each.cue)
        if cue.sense == "small"
        for at in range(cue.start, cue.end)
    }
    kept = tuple(each for each in sentence.topics if each.is_indicator or not degrees >= set(each.places))
    return sentence.with_names(sentence.mentions, kept) if len(kept) < len(sentence.topics) else sentence


class RelationFinder:
    """Finds the relations of one sentence; the constructions that come first take their words first."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self._tokens, self._words = sentence, sentence.tokens, sentence.words
        self._found: list[Relation] = []

    def find(self) -> list[Relation]:
        """Return the relations in their order."""
        for construction in self._constructions():
            for relation in list(construction):
                is_denied = relation.kind == "order" and self._is_denied(relation)
                if self._is_in_name(relation.start) or is_denied or is_unasserted(self._sentence, relation):
                    continue
                if not any(
                    other.start < relation.end and relation.start < other.end for other in self._found
                ):
                    self._found.append(self._open_where_denied(self._sized(relation)))
        return sorted(self._found, key=lambda relation: relation.start)

    def _constructions(self) -> Iterator[Iterator[Relation]]:
        """Yield in their order the constructions that words of the sentence may open, imported where they do."""
        sentence, found = self._sentence, self._found
        has, words, is_english = partial(may_have, sentence), words_in(sentence), self._words.language == "en"
        comparisons, numbers = Comparisons(sentence), sentence.numbers
        is_comparative, is_change = has("comparative", "bare comparative"), has("change", "change noun")
        if is_change and len(numbers) > 1:
            yield spans(sentence)
        if is_change and numbers:
            from phare_cli.recipes.verify.grammar.relations.changes.changes_by import changes_by

            yield changes_by(sentence)
        if is_change and sum(each.unit == POINTS for each in numbers) > 1:
            from phare_cli.recipes.verify.grammar.relations.changes.changes_shared import changes_shared

            yield changes_shared(sentence)
        if numbers and has("beside"):
            yield overtakes(sentence)
        if "just" in words or "apart" in words or has("fares", "not standing out"):
            from phare_cli.recipes.verify.grammar.relations.likewise import likewise

            yield likewise(sentence)
        if is_comparative and has("becoming"):
            from phare_cli.recipes.verify.grammar.relations.changes.becoming import becoming

            yield becoming(sentence)
        is_since = is_comparative and self._words["since"].at(self._tokens, 0) is not None
        if is_since and sentence.of_kind("wave"):
            from phare_cli.recipes.verify.grammar.relations.changes.becoming import more_since

            yield more_since(sentence)
        if is_comparative and sentence.has("of any"):
            from phare_cli.recipes.verify.grammar.relations.more_than_any import more_than_any

            yield more_than_any(sentence)
        if has_any(sentence, "standings", "all others"):
            from phare_cli.recipes.verify.grammar.relations.standings import standings

            yield standings(sentence)
        if is_comparative and numbers:
            yield sides_by(sentence)
        if numbers:
            yield comparisons.points()
        yield comparisons.multiples()
        if is_comparative:
            yield comparisons.comparatives()
        if is_english and "as" in words:
            from phare_cli.recipes.verify.grammar.relations.likenesses import likenesses

            yield likenesses(sentence)
        if is_english and "than" in words:
            from phare_cli.recipes.verify.grammar.relations.quality_comparatives import quality_comparatives

            yield quality_comparatives(sentence)
        if has("beside"):
            yield comparisons.besides()
        yield from self._orders()
        if has("ahead"):
            yield comparisons.aheads()
        if is_change or has("score change"):
            from phare_cli.recipes.verify.grammar.relations.changes.change_verbs import ChangeVerbs

            changes = ChangeVerbs(sentence)
            yield changes.verbs()
            yield changes.for_better_or_worse()
        if is_comparative:
            from phare_cli.recipes.verify.grammar.relations.bare_comparatives import bare_comparatives

            yield bare_comparatives(sentence, found)

    def _orders(self) -> Iterator[Iterator[Relation]]:
        """Yield the constructions of orders that words of the sentence may open."""
        sentence, has, words = self._sentence, partial(may_have, self._sentence), words_in(self._sentence)
        is_ordered = has("order", "record", "peak", "rank verb", "ordinal", "superlative")
        if is_ordered:
            from phare_cli.recipes.verify.grammar.relations.orders import Orders

            orders = Orders(sentence)
            yield orders.ranks()
            yield orders.peaks()
        is_most = not _MOST.isdisjoint(words) and (has("ordinal head") or not _NOUNS.isdisjoint(words))
        if is_most and sentence.of_kind("group"):
            from phare_cli.recipes.verify.grammar.relations.most_clauses import most_clauses

            yield most_clauses(sentence)
        if is_ordered:
            yield orders.places()
            yield orders.ordinals()
            yield orders.superlatives()
        if has("most in a word"):
            from phare_cli.recipes.verify.grammar.relations.most_in_a_word import most_in_a_word

            yield most_in_a_word(sentence)

    def _is_denied(self, relation: Relation) -> bool:
        """Tell whether words right before a relation deny it: "n'est pas la plus répandue", "has not risen"."""
        before = [
            self._sentence.word(at) for at in range(max(0, relation.start - _TO_DENIAL), relation.start)
        ]
        if self._words.language == "fr":
            return "pas" in before and "non" not in before
        return any(self._words["negation"].holds(word) for word in before[-_TO_NOT:])

    def _open_where_denied(self, relation: Relation) -> Relation:
        """Return a relation that is denied without its direction: what is not more may be less, or as much."""
        is_told = relation.direction in ("up", "down", APART) and relation.number is None
        return relation._replace(direction="") if is_told and self._is_denied(relation) else relation

    def _is_in_name(self, place: int) -> bool:
        """Tell whether a word is of a name: "60 ans et plus", "moins de 30 ans", "première vague"."""
        if any(each.start <= place < each.end for each in self._sentence.mentions):
            return True
        word = self._sentence.word(place)
        return any(
            each.start - _TO_ANSWER <= place < each.end
            and not each.is_indicator
            and self._words["ahead"].holds(word)
            and all(word in words_of(item) for _, item in each.topics)
            for each in self._sentence.topics
        )  # "are behind on their bills", of an answer that says so

    def _said_of(self, relation: Relation) -> Cue | None:
        """Return the size that a clause says of a change at its end: "La baisse est nette", "The decline is sharp"."""
        is_noun = self._sentence.word(relation.start - 1) in _DETERMINERS
        if not is_noun or self._sentence.word(relation.end) not in _IS:
            return None
        size = self._words["adverb"].at(self._tokens, min(relation.end + 1, len(self._tokens) - 1))
        if size is None:
            return None
        again = self._words["adverb"].at(self._tokens, size.end) if size.end < len(self._tokens) else None
        size = again if again is not None and again.sense == size.sense else size
        ends = size.end == len(self._tokens) or self._tokens[size.end].kind == "mark"
        return size if ends else None

    def _sized(self, relation: Relation) -> Relation:
        """Return *relation* with the adverb that strengthens it, which belongs to its words."""
        if relation.kind == "gap" and is_called_significant(self._sentence, relation):
            relation = relation._replace(size="large")
        adverb = self._words["adverb"].before(self._tokens, relation.start)
        if adverb is not None:
            before = self._words["adverb"].before(self._tokens, adverb.start)
            start = before.start if before is not None and before.sense == adverb.sense else adverb.start
            return relation._replace(start=start, size=adverb.sense)
        behind = self._words["adverb"].at(self._tokens, min(relation.cue, len(self._tokens) - 1))
        if relation.kind == "order" and behind is not None and behind.end - behind.start > 1:
            return relation._replace(
                size=behind.sense, end=max(relation.end, behind.end)
            )  # "leads by a wide margin"
        if relation.kind == "change" and (said := self._said_of(relation)) is not None:
            return relation._replace(size=said.sense, end=said.end)
        if relation.kind in ("change", "order", "comparison"):
            for cue in self._words["adverb"].find(
                self._tokens, relation.start, min(relation.cue + 1, len(self._tokens))
            ):
                if self._words["comparative"].before(self._tokens, cue.start) is None:  # "moins bien"
                    return relation._replace(size=cue.sense, end=max(relation.end, cue.end))
        return relation
