"""Find in a sentence the regions, groups, segments and waves that the data, the codebook or the lexicon know."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from phare_cli.documents.prose.lexicon import WORDS, Lexicon, demonyms
from phare_cli.documents.prose.tokens import Token, folded, words_of
from phare_cli.language.codebook import codebook
from phare_cli.nouns.survey import NATION, Survey
from phare_cli.recipes.verify.grammar.ages import Ages, ages_at, ages_of
from phare_cli.recipes.verify.grammar.stems import singular

UNKNOWN = "?"  # somebody or somewhere that the data hold nothing of
OTHERS = "others"  # the other of two groups
HERE = "here"  # the region that the text speaks of
_SHORT = 3  # letters under which a name must stand in capitals


class Mention(NamedTuple):
    """A name that stands from token *start* to *end*; *id* is the data's, or UNKNOWN. *segment* goes with a group."""

    start: int
    end: int
    kind: str  # "place", "group" or "wave"
    id: str
    segment: str = ""
    is_people: bool = False  # a place said by who lives there


class _Phrases:
    """KnownNames by their words without number and gender, the longest found first."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Mention, bool]]] = {}

    def add(self, name: str, mention: Mention, *, exact: bool = False, as_is: bool = False) -> None:
        words = tuple(
            word if exact or as_is else singular(word) for word in words_of(name) if not word.endswith("'")
        )  # what is written in capitals alone is found in capitals alone
        if words:
            phrases = self._by_first.setdefault(words[0], [])
            if all(known != words for known, _, _ in phrases):
                phrases.append((words, mention, exact))
                phrases.sort(key=lambda phrase: -len(phrase[0]))

    def at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        word = tokens[place].word
        for first in dict.fromkeys((word, singular(word))):
            for words, mention, exact in self._by_first.get(first, ()):
                if mention.kind == "place" and first != word:
                    continue
                end = self._end(tokens, place, words, exact)
                if end:
                    return mention._replace(start=place, end=end)
        return None

    @staticmethod
    def _end(tokens: Sequence[Token], place: int, words: Sequence[str], exact: bool) -> int:
        for word in words:
            while place < len(tokens) and tokens[place].word.endswith("'"):
                place += 1
            if place >= len(tokens) or word not in (
                tokens[place].word,
                "" if exact else singular(tokens[place].word),
            ):
                return 0
            if exact and not tokens[place].text.isupper():
                return 0
            place += 1
        return place


class KnownNames:
    """The names of one survey, and those that are known without it."""

    def __init__(self, survey: Survey, words: Lexicon) -> None:
        self.words = words
        self.regions = frozenset(survey.names("region"))
        self.groups = survey.names("stakeholder")
        self.segments = survey.names("segment")
        self.waves = survey.names("wave")
        self.nation = NATION if NATION in self.regions or not self.regions else _widest(survey)
        self._places, self._groups, self._segments = _Phrases(), _Phrases(), _Phrases()
        self._ages = {group: ages for group in self.groups if (ages := ages_of(group))}
        self._add_places()
        self._add_groups()

    def age(self, wave: str) -> tuple[int, ...]:
        """Return the sort key of a wave by the years or the numbers of its name; what has none comes first."""
        years = years_of(wave)
        return years or tuple(int(number) for number in re.findall(r"\d+", wave))

    def is_newest(self, wave: str) -> bool:
        """Tell whether a wave is the newest of the data, or newer."""
        ages = [self.age(each) for each in self.waves]
        return bool(ages) and self.age(wave) >= max((age[-1:] for age in ages), default=())

    def find(self, tokens: Sequence[Token]) -> list[Mention]:
        """Return the names of a sentence in their order, none inside another."""
        mentions: list[Mention] = []
        place = 0
        while place < len(tokens):
            mention = self._at(tokens, place)
            if mention is None:
                place += 1
            else:
                mentions.append(mention)
                place = mention.end
        return mentions

    def _at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        token = tokens[place]
        if token.kind == "mark":
            return None
        for finder in (self._wave, self._age, self._outside, self._group, self._nation, self._place):
            mention = finder(tokens, place)
            if mention is not None:
                return mention
        return None

    def _group(self, tokens: Sequence[Token], place: int) -> Mention | None:
        mention = self._groups.at(tokens, place)
        segment = self._segments.at(tokens, place) if mention is None else None
        if segment is not None:
            return segment
        if mention is None:
            return None
        end = mention.end
        for after in range(end, min(end + 4, len(tokens))):
            if tokens[after].kind == "mark" and tokens[after].text != "(":
                break
            segment = self._segments.at(tokens, after)
            if segment is not None:
                return mention._replace(end=segment.end, segment=segment.segment)
        return mention

    def _age(self, tokens: Sequence[Token], place: int) -> Mention | None:
        found = ages_at(tokens, place)
        if found is not None:
            if not self._ages:
                return Mention(place, found.end, "group", UNKNOWN)
            return Mention(place, found.end, "group", self._aged(found))
        if len(self._ages) > 1:
            for name, pick in (("youngest", min), ("oldest", max)):
                cue = self.words[name].at(tokens, place)
                if cue is not None:
                    return Mention(
                        place, cue.end, "group", pick(self._ages, key=lambda group: self._ages[group])
                    )
        return None

    def _aged(self, found: Ages) -> str:
        same = (
            group for group, ages in self._ages.items() if (ages.low, ages.high) == (found.low, found.high)
        )
        return next(same, UNKNOWN)

    def _outside(self, tokens: Sequence[Token], place: int) -> Mention | None:
        cue = self.words["outside"].at(tokens, place)
        return (
            Mention(cue.start, cue.end, "group", OTHERS)
            if cue is not None and len(self.groups) == 2
            else None
        )

    def _nation(self, tokens: Sequence[Token], place: int) -> Mention | None:
        cue = self.words["nation"].at(tokens, place)
        if cue is not None:
            return Mention(cue.start, cue.end, "place", self.nation)
        cue = self.words["here"].at(tokens, place)
        return Mention(cue.start, cue.end, "place", HERE) if cue is not None else None

    def _place(self, tokens: Sequence[Token], place: int) -> Mention | None:
        mention = self._places.at(tokens, place)
        if mention is not None:
            if mention.is_people or tokens[place].is_capital or tokens[place].text.isupper():
                return mention
            return None
        before = tokens[place - 1] if place else None
        token = tokens[place]
        if before is None or not token.is_capital or before.word not in ("in", "en"):
            return None
        if (
            self.words["month"].holds(token.word)
            or self.words["stop"].holds(token.word)
            or token.text.isupper()
        ):
            return None
        end = place + 1
        while end < len(tokens) and tokens[end].is_capital:
            end += 1
        return Mention(place, end, "place", UNKNOWN)

    def _wave(self, tokens: Sequence[Token], place: int) -> Mention | None:
        token = tokens[place]
        if token.kind == "number" and re.fullmatch(r"(19|20)\d\d", token.text):
            second = tokens[place + 2] if place + 2 < len(tokens) else None
            if (
                second is not None
                and tokens[place + 1].text in "-–/"
                and re.fullmatch(r"(19|20)?\d\d", second.text)
            ):
                text = (
                    f"{token.text}-{second.text if len(second.text) == 4 else token.text[:2] + second.text}"
                )
                return Mention(place, place + 3, "wave", text)
            after = tokens[place + 1].text if place + 1 < len(tokens) else ""
            if after in ("%", "€") or (
                after in "-/" and after and second is not None and second.kind == "number"
            ):
                return None
            return Mention(place, place + 1, "wave", token.text)
        if token.word in ("vague", "wave", "round", "edition") and place + 1 < len(tokens):
            number = tokens[place + 1]
            if number.kind == "number" or re.fullmatch(r"[ivxl]+", number.word):
                return Mention(place, place + 2, "wave", f"{token.word} {number.word}")
        for wave in self.waves:
            if not wave[:1].isdigit():
                words = words_of(wave)
                if words and tuple(t.word for t in tokens[place : place + len(words)]) == words:
                    return Mention(place, place + len(words), "wave", wave)
        return None

    def _add_places(self) -> None:
        known = demonyms()
        for entry in codebook().entries("region"):
            for name in (*entry.labels.values(), *entry.aliases):
                if entry.id == NATION and name not in ("France", "FRA"):
                    continue
                if folded(name) in ("centre", "sud", "ara", "na", "cor", "nor", "may", "gua"):
                    continue
                exact = len(name) <= _SHORT + 1 and name.isupper()
                if exact or not name.isupper() or len(name) > 4:
                    self._places.add(name, Mention(0, 0, "place", entry.id), exact=exact, as_is=True)
        for region in self.regions:
            self._places.add(region, Mention(0, 0, "place", region), as_is=True)
            for people in (f"{region}ers", f"{region}s", f"{region}ns"):
                if " " not in people:
                    self._places.add(people, Mention(0, 0, "place", region, is_people=True), as_is=True)
        for place, words in known.items():
            id = codebook().find("region", place) or place
            id = id if id in self.regions or codebook().holds("region", id) else UNKNOWN
            if id == UNKNOWN:
                id = next((region for region in self.regions if folded(region) == folded(place)), UNKNOWN)
            self._places.add(place, Mention(0, 0, "place", id), as_is=True)
            for word in words:
                if len(word) < 3:
                    self._places.add(word.upper(), Mention(0, 0, "place", id), exact=True, as_is=True)
                    continue
                self._places.add(word, Mention(0, 0, "place", id, is_people=True), as_is=True)

    def _add_groups(self) -> None:
        book = codebook()
        heads: dict[str, list[str]] = {}
        for group in self.groups:
            heads.setdefault(singular((words_of(group) or (group,))[0]), []).append(group)
        for group in self.groups:
            entry = next((each for each in book.entries("stakeholder") if each.id == group), None)
            names: Iterable[str] = entry.names if entry else (group,)
            if group == "all":
                names = ("ensemble des acteurs", "tous les acteurs", "all groups", "tous acteurs confondus")
            for name in (*names, *_group_words().get(group, ())):
                self._groups.add(name, Mention(0, 0, "group", group))
        for head, of_head in heads.items():
            if len(of_head) == 1 and not ages_of(of_head[0]):
                self._groups.add(head, Mention(0, 0, "group", of_head[0]))
        for group in self.groups:
            for complement in re.findall(r"(?: des | de | of | du | d')(.{6,})$", group):
                if not ages_of(group):
                    self._groups.add(complement, Mention(0, 0, "group", group))
        # Groups of the codebook that the data hold nothing of are somebody, and nobody that is known.
        for entry in book.entries("stakeholder"):
            if (
                entry.id not in self.groups
                and entry.id != "all"
                and any(each in self.groups for each in _group_words())
            ):
                for name in entry.names:
                    self._groups.add(name, Mention(0, 0, "group", entry.id))
        for segment in self.segments:
            found = next((each for each in book.entries("segment") if each.id == segment), None)
            after = [found.forms[key] for key in found.forms if key.startswith("after")] if found else []
            for name in (*(found.names if found else (segment,)), *after):
                self._segments.add(name, Mention(0, 0, "group", "", segment))


@cache
def _group_words() -> Mapping[str, tuple[str, ...]]:
    with (WORDS / "groups.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {group: tuple(words.split("|")) for group, words in rows}


def _widest(survey: Survey) -> str:
    """Return the region of the largest base, else the first: what "the national average" may mean."""
    bases: dict[str, float] = {}
    for estimate in survey.estimates:
        bases[estimate.region] = max(bases.get(estimate.region, 0.0), estimate.base or 0.0)
    return max(bases, key=lambda region: bases[region]) if bases else NATION


def years_of(text: str) -> tuple[int, int] | None:
    """Return the first and last year that the name of a wave holds."""
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", text)]
    return (min(years), max(years)) if years else None
