"""The changes that a verb tells: "recule", "en forte hausse depuis 2021", "has doubled", "s'est dégradée"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE
from phare_cli.recipes.verify.grammar.figures.particles import is_done_by_people, is_particle
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import words_in
from phare_cli.recipes.verify.grammar.relations.relation import APART, MULTIPLES, Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_FALL = frozenset(("fall", "falls", "fell", "fallen", "falling"))
_NO_FALL = frozenset(("behind", "ill", "asleep", "foul", "short", "apart", "victim", "out"))
_BELIEVES = frozenset(("croit", "cru"))
_TO_BEFORE = 5  # words from "down on" to the end of the wave that it is counted from
_BEFORE = frozenset(("last", "previous", "year"))
_SAYS_UP = frozenset("en is are was were also sont est , ils it".split())  # noqa: SIM905
_WISHED = frozenset("to will would could can should may might must not pourrait devrait peut doit".split())  # noqa: SIM905
_TO_SUBJECT = 3  # words from "it" or "the situation" to what has become of it
_SELF = frozenset(("s'", "se"))
_HAVE_BEEN = frozenset("est sont etait etaient".split())  # noqa: SIM905
_TO_DONE = 3  # words from "s'est" to what it has done: "s'est donc très largement"
_TO_SINCE = 3  # words between a noun of change and the wave that it is counted from


class ChangeVerbs:
    """Finds the changes of one sentence whose words are no number."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence, self._tokens, self._words = sentence, sentence.tokens, sentence.words
        self._references = References(sentence)

    def verbs(self) -> Iterator[Relation]:
        """Yield "recule", "en forte hausse depuis 2021", "has doubled", "stable par rapport à la vague 1"."""
        named = {at for each in self._sentence.topics for at in each.places if not each.is_indicator}
        for cue in self._words["change noun"].find(self._tokens):
            end, since = self._references.since(cue.end)
            if since is not None and since.start - cue.end <= _TO_SINCE and not named & set(range(*cue[:2])):
                yield Relation(cue.start, end, cue.end, "change", cue.sense, target=since)
        yield from self._parted()
        for cue in self._words["change"].find(self._tokens):
            is_phrase = self._sentence.word(cue.end) in _NO_FALL and self._sentence.word(cue.end - 1) in _FALL
            if named & set(range(cue.start, cue.end)) or is_phrase:
                continue  # "baissent le chauffage" is an answer, "have fallen behind" no change
            if self._tokens[cue.end - 1].text in _BELIEVES:
                continue  # "croît" and "crû" are written with their sign
            if self._is_of_trend(cue) or self._reaches(cue) or is_particle(self._sentence, cue.start):
                continue
            if is_done_by_people(self._sentence, cue.start, cue.end):
                continue
            if self._words["interval"].before(self._tokens, cue.start) is not None:
                continue  # "leurs intervalles descendent jusqu'à 2 points"
            if self._sentence.word(cue.start) in ("up", "down") and not self._is_of_change(cue):
                continue
            if (
                cue.start
                and self._sentence.word(cue.start) in ("gain", "rise", "fall", "drop", "increase", "gains")
                and not self._is_of_change(cue)
            ):
                continue
            direction, factor = MULTIPLES.get(cue.sense, (cue.sense, None))
            _end, target = self._references.since(cue.end)
            hedge = self._words["hedge"].before(self._tokens, cue.start) if factor is not None else None
            start = hedge.start if hedge is not None else cue.start  # "a presque doublé"
            yield Relation(start, cue.end, cue.end, "change", direction, factor=factor, target=target)

    def _parted(self) -> Iterator[Relation]:
        """Yield verbs that words part from what they have done: "s'est donc répandue", "se sont aussi tassés"."""
        if _SELF.isdisjoint(words_in(self._sentence)):
            return
        for at in range(1, len(self._tokens) - _TO_DONE):
            if self._sentence.word(at) not in _HAVE_BEEN or self._sentence.word(at - 1) not in _SELF:
                continue
            for beyond in range(at + 2, min(at + _TO_DONE + 1, len(self._tokens))):
                verb = (self._tokens[at - 1], self._tokens[at], self._tokens[beyond])
                cue = self._words["change"].at(verb, 0)
                if cue is not None and cue.end == len(verb) and cue.sense not in MULTIPLES:
                    since = self._references.since(beyond + 1)[1]
                    yield Relation(at - 1, beyond + 1, beyond + 1, "change", cue.sense, target=since)

    def _reaches(self, cue: Cue) -> bool:
        """Tell whether a verb only says how high a figure is: "plafonne à 13 %", "gagne 64 % des étudiants"."""
        place = cue.end + (self._sentence.word(cue.end) in ("a", "at"))
        is_figure = any(each.unit == PERCENT and each.start == place for each in self._sentence.numbers)
        return is_figure and self._words["reaching"].before(self._tokens, cue.end) is not None

    def _is_of_answer(self, place: int) -> bool:
        """Tell whether an answer, "it" or "the situation" is what got better or worse, and nothing unknown."""
        clause, _ = self._sentence.clause(place)
        if self._sentence.topics_in(clause, place):
            return True
        near = range(max(clause, place - _TO_SUBJECT), place)
        lists = [self._words[name] for name in ("pronoun", "carrier", "of figures")]
        return any(each.at(self._tokens, at) is not None for each in lists for at in near)

    def _is_of_trend(self, cue: Cue) -> bool:
        """Tell whether a change is that of a line through several waves, which no two of them settle."""
        led = self._words["over waves"].at(self._tokens, 0)
        counted = min(led.end + 1, len(self._tokens) - 1) if led is not None else 0  # behind their number
        is_of_waves = counted and self._words["waves counted"].at(self._tokens, counted) is not None
        if not is_of_waves or cue.end >= len(self._tokens):
            return False
        return self._words["as tested"].at(self._tokens, cue.end) is not None

    def _is_of_change(self, cue: Cue) -> bool:
        """Tell whether a short word is said of a change: a figure, a date or "from" stands near."""
        near = self._tokens[cue.end : cue.end + 4]
        words = [token.word for token in near[:2]]
        if words[:1] == ["on"] and not self._tells_before(cue.end, cue.end + _TO_BEFORE):
            return False  # "Down on the farm"
        is_joined = any(word in ("from", "since", "by", "depuis", "de", "on") for word in words)
        return (
            is_joined
            or cue.end - cue.start > 1
            or self._sentence.word(self._behind_size(cue.start)) in _SAYS_UP
            or any(token.word in ("too", "again") for token in near[:1])
        )

    def _behind_size(self, place: int) -> int:
        """Return the place before a word and what strengthens it: that of "is" in "is slightly up"."""
        size = self._words["adverb"].before(self._tokens, place)
        return (place if size is None else size.start) - 1

    def _tells_before(self, start: int, end: int) -> bool:
        """Tell whether a wave or "last year" stands between two places."""
        is_told = any(self._sentence.word(at) in _BEFORE for at in range(start, end))
        return is_told or bool(self._sentence.of_kind("wave", start, end))

    def for_better_or_worse(self) -> Iterator[Relation]:
        """Yield "se dégrade", "has improved", which say of scores alone which way: a percent may be of good or bad."""
        is_scored = any(each.unit == SCORE for each in self._sentence.numbers) or self._sentence.has(
            "scale word"
        )
        named = {at for each in self._sentence.topics for at in each.places if not each.is_indicator}
        for cue in self._words["score change"].find(self._tokens):
            if self._sentence.word(cue.start - 1) in _WISHED or named & set(range(cue.start, cue.end)):
                continue  # "want to improve", "improve their skills" of an answer that says so
            if not is_scored and not self._is_of_answer(cue.start):
                continue
            _end, target = self._references.since(cue.end)
            direction = cue.sense if is_scored else APART
            yield Relation(cue.start, cue.end, cue.end, "change", direction, target=target)
