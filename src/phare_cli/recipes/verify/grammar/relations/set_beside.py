"""Find what a comparison sets beside: the name or the topic behind "than", "devant", "depuis"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.documents.prose.cardinals import cardinal_at
from phare_cli.documents.prose.lexicon import Cue
from phare_cli.recipes.verify.grammar.figures.particles import is_particle
from phare_cli.recipes.verify.grammar.names.mention import OTHERS, SAME, Mention
from phare_cli.recipes.verify.grammar.names.years_apart import years_ago_end, years_told
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import may_have
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topics import TopicMention

THEM = frozenset(("eux", "elles", "them"))
_IN_BRACKET = 7  # words of a bracket between "more" and "than"
_INSIDE = 8  # words between "more" and "than"
_TO_REFERENCE = 7  # words between "than" and what stands beside
_TWO = 2  # topics, and words between them: "l'impact sur l'emploi"
_IN = frozenset("in across en dans a au".split())  # noqa: SIM905
_BY_WHOM = frozenset(("by", "par", "among", "chez", "parmi"))
_GOES_ON = frozenset(("and", "but", "while", "et", "mais", "tandis", "parmi", "chez", "among", "in", "en"))
STOPS = frozenset(",;:.()")


class References:
    """Looks for references in one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self._tokens, self._words = sentence, sentence.tokens, sentence.words

    def than(self, place: int, *, is_equal: bool = False) -> tuple[int, Mention | TopicMention | None]:
        """Return what stands after the first "than" that follows *place* in its clause, and where it ends."""
        for at in self._outside_brackets(place):
            if self._tokens[at].text in STOPS or (self._tokens[at].kind == "number" and not self.in_name(at)):
                break
            word = self._sentence.word(at)
            cue = self._words["than"].at(self._tokens, at) or (
                self._words["as"].at(self._tokens, at) if self._words.language == "en" else None
            )
            if (
                cue is not None
                and cue.start + 1 < len(self._tokens)
                and self._word_of("as", cue.start)
                and (self._words["degree"].holds(self._sentence.word(cue.end)))
            ):
                second = next(
                    (
                        at
                        for at in range(cue.end, min(cue.end + _INSIDE, len(self._tokens)))
                        if self._word_of("as", at)
                    ),
                    None,
                )
                if second is not None:  # "twice as likely to leave as doctors"
                    return self.reference(second + 1)
            if cue is not None and self._is_number(cue.end):
                break  # "more than three hours"
            if cue is not None:
                return self.reference(cue.end)
            if is_equal and word in ("nationally", "nationalement"):
                return self.reference(at)
        return place, None

    def years_ago(self, place: int) -> int | None:
        """Return where "than five years ago", "qu'il y a trois ans", "than before" ends, that follows *place*."""
        for at in self._outside_brackets(place):
            if self._tokens[at].text in STOPS:
                return None
            than = self._words["than"].at(self._tokens, at)
            if than is not None:
                return years_ago_end(self._tokens, than.end, self._words) or self._before_end(than.end)
        return None

    def _before_end(self, place: int) -> int | None:
        """Return where "before", "la dernière fois" ends that begins at *place*, and that nothing goes on from."""
        cue = self._words["earlier"].at(self._tokens, place) or self._words["before"].at(self._tokens, place)
        if cue is None:
            return None
        is_alone = cue.end >= len(self._tokens) or self._tokens[cue.end].kind != "word"
        return cue.end if is_alone or self._sentence.word(cue.end) in _GOES_ON else None

    def _outside_brackets(self, place: int) -> Iterator[int]:
        """Yield the next places, short brackets passed over and a name as one word: "plus satisfaites (58 %) que"."""
        at, limit = place, place + _INSIDE
        while at < min(limit, len(self._tokens)):
            closing = self._closing(at) if self._tokens[at].text == "(" else None
            if closing is None:
                yield at
                limit += any(each.start < at < each.end for each in self._sentence.mentions)
                at += 1
            else:
                limit += closing + 1 - at
                at = closing + 1

    def _closing(self, opening: int) -> int | None:
        """Return where a bracket closes that is short and has no other inside."""
        for at in range(opening + 1, min(opening + _IN_BRACKET, len(self._tokens))):
            if self._tokens[at].text in "()":
                return at if self._tokens[at].text == ")" else None
        return None

    def _word_of(self, name: str, place: int) -> bool:
        return self._words.language == "en" and self._words[name].holds(self._sentence.word(place))

    def is_than_a_number(self, place: int) -> bool:
        """Tell whether "than" at *place* leads to a number: "less than one hour"."""
        cue = self._words["than"].at(self._tokens, place)
        if cue is None or years_told(self._tokens, cue.end, cue.end + 1, self._words) is not None:
            return False  # "de mieux que trois ans auparavant"
        return self._is_number(cue.end)

    def _is_number(self, place: int) -> bool:
        if place >= len(self._tokens) or self.in_name(place):
            return False
        return (
            self._tokens[place].kind == "number" or cardinal_at(self._tokens, place, self._words) is not None
        )

    def in_name(self, place: int) -> bool:
        return any(each.start <= place < each.end for each in self._sentence.mentions)

    def reference(self, place: int) -> tuple[int, Mention | TopicMention | None]:
        """Return the name or the topic that stands after *place*, a place before a group ("young French people")."""
        limit = place
        while limit < min(place + _TO_REFERENCE, len(self._tokens)) and self._tokens[limit].text not in STOPS:
            limit += 1
        near = [each for each in self._sentence.mentions if place <= each.start < limit]
        same = self._words["same"].at(self._tokens, place)
        if same is not None and not near and self._sentence.word(place) in THEM:
            return same.end, Mention(same.start, same.end, "same", SAME)  # "plus qu'eux à nager"
        topics = [each for each in self._sentence.topics if place <= each.start < limit]
        if not near and not topics:
            cue = self._words["same"].at(self._tokens, place)
            if cue is not None:
                return cue.end, Mention(cue.start, cue.end, "same", SAME)
            return self.others(place, limit)
        if near and topics and topics[0].start < near[0].start and self._is_free(place, topics[0], near[0]):
            topic = topics[0]
            if not topic.is_indicator:
                return max(topic.end, topic.start + 1), topic
        if not near:
            topic = self._narrowed(topics)
            return topic.end, topic
        first = near[0]
        second = next(
            (each for each in near[1:] if each.start - first.end <= 3 and each.kind == "place"), None
        )
        if first.kind == "group" and second is not None:
            return second.end, second._replace(kind="both", start=first.start)
        is_of_place = len(near) > 1 and near[1].kind == "group"
        if first.kind == "place" and is_of_place and (not first.is_people or near[1].start == first.end):
            return near[1].end, first
        return first.end, first

    def _narrowed(self, topics: Sequence[TopicMention]) -> TopicMention:
        """Return the first topic, or the answer right behind that says of what it is: "l'impact sur l'emploi"."""
        first = topics[0]
        if len(topics) < _TWO or not first.is_indicator or topics[1].is_indicator:
            return first
        second = topics[1]
        both = tuple(each for each in second.topics if each in first.topics)
        return second._replace(topics=both) if both and second.start - first.end <= _TWO else first

    def _is_free(self, place: int, topic: TopicMention, mention: Mention) -> bool:
        """Tell whether a topic stands beside by itself: "ahead of jobs among nurses", not "que la santé des femmes"."""
        behind = self._sentence.word(topic.end)
        is_there = mention.kind == "place" and behind in _IN and mention.start - topic.end <= _TWO
        if is_there and self._words["ahead"].before(self._tokens, place) is not None:
            return True  # "ahead of theatres in Flanders"
        return behind in _BY_WHOM or not self.is_governed(place, mention)

    def is_governed(self, place: int, mention: Mention) -> bool:
        return mention.start - place <= 2

    def others(self, place: int, limit: int) -> tuple[int, Mention | None]:
        """Return the other group of two where "the others" stands."""
        for at in range(place, limit):
            if self._sentence.word(at) in ("autres", "others") and self._sentence.word(at - 1) in (
                "les",
                "the",
                "des",
                "aux",
            ):
                return at + 1, Mention(at, at + 1, "group", OTHERS)
        return place, None

    def is_of_others(self, start: int, end: int) -> bool:
        return any(
            self._sentence.word(at) in ("autres", "other", "elsewhere", "ailleurs")
            for at in range(start, end)
        )

    def since(self, place: int) -> tuple[int, Mention | None]:
        """Return the wave that a change is counted from, where one is said near."""
        limit = min(place + 9, len(self._tokens))
        for each in self._sentence.of_kind("wave", place):
            if each.start < limit and (
                self._is_counted_from(place, each.start + 1) or self._is_on(place, each)
            ):
                return each.end, each
        return place, None

    def _is_on(self, place: int, wave: Mention) -> bool:
        """Tell whether a wave stands right behind "on": "a rise of 7 points on 2022", "on the 2022 figure"."""
        at = wave.start - 1 - (self._sentence.word(wave.start - 1) == "the")
        return at >= place and self._words.language == "en" and self._sentence.word(at) == "on"

    def _is_counted_from(self, start: int, end: int) -> bool:
        """Tell whether a word like "since" stands between two places; "d'entre eux" is none."""
        cues = self._words["since"].find(self._tokens, start, end)
        return any(self._sentence.word(cue.start - 1) != "d'" for cue in cues)

    def counted_from(self, place: int) -> tuple[int, Mention | None]:
        """Return what a number of points is counted from: "+12 points par rapport à la France", "-7 pts vs men"."""
        cue = self._words["counted from"].at(self._tokens, place)
        end, target = self.reference(cue.end) if cue is not None else (place, None)
        return (end, target) if isinstance(target, Mention) else (place, None)

    def two_sides(self, start: int, end: int) -> tuple[Mention | None, Mention | None]:
        """Return what stands between two places: two sides ("entre maires et citoyens"), or one ("sur la France")."""
        found = [each for each in self._sentence.mentions if start <= each.start < end]
        for kind in ("group", "place"):
            sides = [each for each in found if each.kind == kind]
            if len(sides) == 2:
                return sides[0], sides[1]
        return None, found[0] if found else None

    def nearest_before(self, name: str, place: int, within: int) -> Cue | None:
        found = None
        if not may_have(self._sentence, name):
            return found
        for cue in self._words[name].find(self._tokens, max(0, place - within), place):
            between = self._tokens[cue.end : place]
            if is_particle(self._sentence, cue.start):
                continue
            is_of_answer = any(
                cue.start in each.places for each in self._sentence.topics if not each.is_indicator
            )
            if not is_of_answer and not any(token.text in ";:()%" for token in between):
                found = cue
        return found
