"""The constructions of gaps and comparisons: "8 points de plus que", "twice as many as", "devant la mobilité"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import BARE, COUNT, PERCENT, POINTS, SCORE, SpokenNumber
from phare_cli.recipes.verify.grammar.figures.told_numbers import is_change_of_score
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.changes.ways_between import runs_on
from phare_cli.recipes.verify.grammar.relations.gap_nouns import gap_noun_behind, gap_noun_of, gap_of_noun
from phare_cli.recipes.verify.grammar.relations.gaps_by_points import relative_gap
from phare_cli.recipes.verify.grammar.relations.halves import is_of_number, is_of_time, multiples_in
from phare_cli.recipes.verify.grammar.relations.relation import FOR, MULTIPLES, Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import STOPS, References
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topics import TopicMention

_PLACED = frozenset(
    "passe passent vient viennent arrive arrivent comes come came ranks rank placent place".split()  # noqa: SIM905
)
_MORE_OR_LESS = frozenset("plus moins davantage more less fewer likelier".split())  # noqa: SIM905
_TO_QUALITY = 4  # words from "three times" to what is the case
_NO_PLACE = frozenset((("not", "far"), ("to", "be")))
_WELL = frozenset(("bien", "loin", "juste"))


class Comparisons:
    """Finds the gaps and the comparisons of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self._tokens, self._words = sentence, sentence.tokens, sentence.words
        self._references = References(sentence)

    def points(self) -> Iterator[Relation]:
        """Yield "8 points de plus que", "up by 8 points", "un écart de 10 points", "9% above London"."""
        for number in self._sentence.numbers:
            if self._is_of_points(number):
                number = number._replace(unit=POINTS)
            if number.unit not in (POINTS, PERCENT) or number.in_words:
                continue
            behind = gap_noun_behind(self._sentence, self._references, number)
            if behind is not None:
                yield behind
                continue
            change = self._references.nearest_before("change", number.start, 4)
            change = change or self._references.nearest_before("change noun", number.start, 3)
            relative = relative_gap(self._sentence, number)
            gap = relative or self._words["gap"].first(
                self._tokens, number.end, min(number.end + 2, len(self._tokens))
            )
            if gap is not None and self._references.is_than_a_number(gap.end):
                continue
            noun = gap_noun_of(self._sentence, self._references, number)
            if change is not None and runs_on(self._sentence, number):
                continue  # "progresse de 55 % à 67 %"
            by = number.start - (self._sentence.word(number.start - 1) in ("de", "d'", "by"))
            if number.unit == PERCENT and by < number.start and change is not None and change.end == by:
                yield Relation(
                    change.start, number.end, number.end, "change", change.sense, number=number,
                    target=self._references.since(number.end)[1],
                )  # fmt: skip
                continue
            if (
                number.unit == PERCENT
                and relative is None
                and not (gap and gap.start == number.end)
                and not (noun and self._is_told_by(noun, number))
            ):
                continue
            if number.unit == POINTS and change is not None:
                sense = MULTIPLES[change.sense][0] if change.sense in MULTIPLES else change.sense
                end, wave = self._references.since(number.end)
                yield Relation(
                    change.start,
                    max(end, number.end),
                    number.end,
                    "change",
                    sense,
                    number=number,
                    target=wave,
                )
            elif gap is not None and not (noun and noun.end >= number.start - 1):
                end, target = self._led_at_once(gap)
                if target is None:
                    end, target = self._references.than(gap.end)
                if target is None and self._sentence.word(gap.end) not in FOR:  # "de plus chez les maires"
                    end, target = self._references.reference(gap.end)
                is_change = isinstance(target, Mention) and target.kind == "wave"
                kind = "change" if is_change else "gap"
                yield Relation(
                    number.start, max(end, gap.end), gap.end, kind, gap.sense, number=number, target=target
                )
            elif noun is not None:
                yield gap_of_noun(self._sentence, self._references, noun, number)
            elif (side := self._beside_before(number)) is not None:
                yield Relation(side.start, number.end, number.end, "gap", side.sense, number=number)
            elif number.unit == POINTS:
                end, since = self._references.since(number.end)
                if since is None:
                    end, since = self._references.counted_from(number.end)
                sense = (
                    "down"
                    if self._sentence.word(number.core - 1) in ("-", "−", "–")
                    else "up"
                    if number.is_signed
                    else ""
                )
                kind = "change" if since is not None and since.kind == "wave" else "gap"
                yield Relation(
                    number.start, max(end, number.end), number.end, kind, sense, number=number, target=since
                )

    def _led_at_once(self, gap: Cue) -> tuple[int, Mention | TopicMention | None]:
        """Return the name right behind "above": "9 points above the average and twice as many as in York"."""
        beside = self._words["beside"].at(self._tokens, gap.start)
        if beside is None:
            return gap.end, None
        end, target = self._references.reference(beside.end)
        is_led = isinstance(target, Mention) and target.start - beside.end <= 1
        return (end, target) if is_led else (gap.end, None)

    def _beside_before(self, number: SpokenNumber) -> Cue | None:
        """Return the words that say on which side a number of points lies: "en retrait de 3 points"."""
        return self._words["beside"].before(self._tokens, number.start) if number.unit == POINTS else None

    def _is_of_points(self, number: SpokenNumber) -> bool:
        """Tell whether a bare number goes on from points: "13 points more than in York and 5 more than in Bath"."""
        before = [each for each in self._sentence.numbers if each.end <= number.start]
        gap = self._words["gap"].at(self._tokens, number.end)
        if number.unit not in (BARE, COUNT) or not before:
            return False
        if gap is None:
            return is_change_of_score(self._sentence, number)
        is_scored = before[-1].decimals == 1 and self._sentence.has("scale word")
        if before[-1].unit == SCORE or (before[-1].unit == BARE and is_scored):
            return number.decimals == 1  # "6.1 out of 10, 0.4 lower than in Kent"
        target = self._references.than(gap.end)[1]
        if before[-1].unit == PERCENT and not number.decimals:  # "at 53%, 18 ahead of Surrey"
            target = target or self._references.reference(gap.end)[1]
            return isinstance(target, Mention) and target.kind != "wave"
        return before[-1].unit == POINTS and target is not None

    def _is_told_by(self, noun: Cue, number: SpokenNumber) -> bool:
        """Tell whether a percentage is said of a gap: "the lead over Brittany is 19%"."""
        words = {self._sentence.word(place) for place in range(noun.end, number.start)}
        uncounted = self._words["uncounted"]
        if uncounted.first(self._tokens, noun.end, min(number.end + 1, len(self._tokens))) is not None:
            return False  # "established with a probability of 80%"
        return bool(words & {"est", "is", "de", "of", "atteint", "reaches"}) and not any(
            other.unit == PERCENT and noun.start < other.start < number.start
            for other in self._sentence.numbers
        )

    def multiples(self) -> Iterator[Relation]:
        """Yield "deux fois plus ... que", "twice as many as", "plus du double", "twice the share in"."""
        for cue in multiples_in(self._sentence):
            after = cue.end
            number_inside = [
                n for n in self._sentence.numbers if n.start <= cue.start < n.end and n.end > cue.end
            ]
            if number_inside or is_of_time(self._sentence, cue.end):
                continue
            way = self._words["comparative"].at(self._tokens, after)
            way = way or self._words["bare comparative"].at(self._tokens, after)
            direction = "down" if way is not None and way.sense == "down" else "up"
            start = cue.start
            hedge = self._words["hedge"].before(self._tokens, cue.start)
            if hedge is not None:
                start = hedge.start
            if self._sentence.word(start - 1) == "plus" and self._sentence.word(start) in ("du", "de"):
                start -= 1
            end, target = self._references.than(after)
            if target is None:
                end, target = self._references.reference(after)
            if isinstance(target, TopicMention) and self._is_quality(after, target):
                end, target = target.end, None  # "twice as trusting"
            is_change = isinstance(target, Mention) and target.kind == "wave"
            yield Relation(
                start,
                max(end, cue.end),
                after,
                "change" if is_change else "comparison",
                direction if cue.factor is not None else "",
                factor=cue.factor,
                factor_to=cue.to,
                decimals=cue.decimals,
                hedge=hedge.sense if hedge is not None else "",
                target=target,
            )

    def _is_quality(self, start: int, topic: TopicMention) -> bool:
        """Tell whether words lead to what is the case: "twice as trusting", "less likely to own one"."""
        words = [self._sentence.word(at) for at in range(start, topic.start)]
        is_of_degree = bool(words) and words[0] in _MORE_OR_LESS and topic.start - start <= _TO_QUALITY
        return is_of_degree or (words.count("as") == 1 and words[-1] == "as")

    def comparatives(self) -> Iterator[Relation]:
        """Yield "plus nombreux que les hommes", "more likely than adults", "as many as nationally"."""
        answers = {at for each in self._sentence.topics for at in each.places if not each.is_indicator}
        for cue in self._words["comparative"].find(self._tokens):
            if is_of_number(self._sentence, cue.start):
                continue
            if cue.start in answers and self._words["comparative"].first(self._tokens, cue.end) is not None:
                continue  # "manger mieux motive plus les femmes que les hommes"
            after = self._words["comparative"].first(
                self._tokens, cue.end, min(cue.end + 4, len(self._tokens))
            )
            if cue.sense == "equal" and after is not None and after.sense != "equal":
                continue  # "aussi plus nombreux"
            end, target = self._references.than(cue.end, is_equal=cue.sense == "equal")
            ago = self._references.years_ago(cue.end)
            if ago is not None and (target is None or target.start >= ago):
                yield Relation(cue.start, ago, cue.end, "change", cue.sense)
                continue
            if target is None:
                continue
            direction = cue.sense
            if self._sentence.word(cue.end) == "bien" and cue.sense == "down":
                # "dorment moins bien que": more of them sleep badly; "moins bien noté que" says a note.
                is_bare = self._words["than"].at(self._tokens, cue.end + 1) is not None
                direction = "up" if is_bare else direction
            if self._words["disapproval"].holds(self._sentence.word(cue.end)):
                direction = ""  # "plus critiques que les parents" may be more or fewer
            is_change = isinstance(target, Mention) and target.kind == "wave"
            is_order = isinstance(target, TopicMention) and not target.is_indicator and direction != "equal"
            yield Relation(
                cue.start, end, cue.end, "change" if is_change else "order" if is_order else "comparison", direction,
                target=target, is_of_others=self._references.is_of_others(cue.end, end),
            )  # fmt: skip

    def besides(self) -> Iterator[Relation]:
        """Yield "au-dessus de la moyenne nationale", "inférieure à celle des hommes", "below the national score"."""
        for cue in self._words["beside"].find(self._tokens):
            if any(number.start <= cue.start < number.end for number in self._sentence.numbers):
                continue
            if self._sentence.word(cue.start - 1) in ("who", "qui"):
                continue  # "those who exceed three hours"
            end, target = self._references.reference(cue.end)
            is_short = cue.end - cue.start == 1 or self._sentence.text(cue.start, cue.end).lower() == "on the"
            if (
                is_short
                and self._sentence.word(cue.start) in ("comme", "on")
                and not self._is_led_at_once(cue, target)
            ):
                continue
            if isinstance(target, TopicMention):
                is_amount = self._is_amount(cue.end)
                passes = self._words["passes"].at(self._tokens, cue.start) is not None
                if not target.is_indicator and not is_amount and (passes or self._is_ranked(cue, target)):
                    yield Relation(cue.start, end, cue.end, "order", cue.sense, target=target)
            elif target is not None:
                yield Relation(
                    cue.start,
                    end,
                    cue.end,
                    "comparison",
                    cue.sense,
                    target=target,
                    is_of_others=self._references.is_of_others(cue.end, end),
                )

    def _is_amount(self, place: int) -> bool:
        """Tell whether a number stands at *place*, in digits or words: "dépasse une heure", "exceed 50 hours"."""
        is_cardinal = self._words["cardinal"].at(self._tokens, place) is not None
        return is_cardinal or self._tokens[place].kind == "number"

    def _is_ranked(self, cue: Cue, target: TopicMention) -> bool:
        """Tell whether an answer is set above or below another with its figure: "well below parking (5.1)"."""
        is_bracket = self._sentence.word(target.end) == "("
        is_sized = self._words["adverb"].before(self._tokens, cue.start) is not None
        figures = (each for each in self._sentence.numbers if each.start == target.end + 1)
        return cue.sense != "equal" and (is_sized or is_bracket) and any(figures)

    def _is_led_at_once(self, cue: Cue, target: Mention | TopicMention | None) -> bool:
        """Tell whether a short word is said of a comparison: "comme en France", "on the national average"."""
        if target is None or target.start - cue.end > 1:
            return False
        if self._words.language == "en":
            return self._sentence.word(target.end - 1) in ("average", "mean", "level") or (
                self._sentence.word(target.end) in ("average", "mean", "level")
            )
        before = self._sentence.word(cue.start - 1)
        return before in ("", ",", "(", "tout", "et") or self._words["adverb"].holds(before)

    def aheads(self) -> Iterator[Relation]:
        """Yield "devant la mobilité", "ahead of London", and "devant" alone where a reference follows a colon."""
        for cue in self._words["ahead"].find(self._tokens):
            word = self._sentence.word(cue.start)
            end, target = self._references.reference(cue.end)
            start = cue.start - (self._sentence.word(cue.start - 1) in ("still", "toujours", *_WELL))
            before = (self._sentence.word(cue.start - 2), self._sentence.word(cue.start - 1))
            if before in _NO_PLACE or before[1] == "etre":
                continue  # "not far behind" is near, "likely to be behind" is of an answer
            if target is None:
                if word in ("devant", "derriere", "ahead", "behind") and (
                    cue.end >= len(self._tokens) or self._tokens[cue.end].text in STOPS
                ):
                    yield Relation(start, cue.end, cue.end, "comparison", cue.sense)
                continue
            if isinstance(target, TopicMention):
                if target.is_indicator or (
                    word in ("avant", "apres", "before", "after", "after") and not self._is_placed(cue.start)
                ):
                    continue
                yield Relation(start, end, cue.end, "order", cue.sense, target=target)
            elif target.kind != "wave" and word not in ("avant", "apres", "before", "after"):
                yield Relation(start, end, cue.end, "comparison", cue.sense, target=target)

    def _is_placed(self, place: int) -> bool:
        """Tell whether "avant" is of a rank and of no time: "arrive avant", "49 % ..., bien avant les horaires"."""
        is_told = any(each.unit == PERCENT and each.end <= place for each in self._sentence.numbers)
        if self._sentence.word(place - 1) in _WELL and self._sentence.word(place - 2) == "," and is_told:
            return True
        words = {self._sentence.word(at) for at in range(max(0, place - 4), place)}
        return bool(words & _PLACED)
