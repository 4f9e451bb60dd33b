"""Find in a sentence the regions, groups, segments and waves that the data, the codebook or the lexicon know."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from phare_cli.documents.prose.lexicon import WORDS, Lexicon
from phare_cli.documents.prose.tokens import Token, words_of
from phare_cli.language.codebook import codebook
from phare_cli.nouns.survey import NATION, Survey
from phare_cli.recipes.verify.grammar.ages import Ages, ages_at, ages_of
from phare_cli.recipes.verify.grammar.names.mention import OTHERS, UNKNOWN, Mention, NamePhrases
from phare_cli.recipes.verify.grammar.names.place_names import PlaceNames
from phare_cli.recipes.verify.grammar.names.wave_mentions import WaveMentions, age_of
from phare_cli.recipes.verify.grammar.stems import is_small, singular


class KnownNames:
    """The names of one survey, and those that are known without it."""

    def __init__(self, survey: Survey, words: Lexicon) -> None:
        self.words = words
        self.regions = frozenset(survey.names("region"))
        self.groups = survey.names("stakeholder")
        self.segments = survey.names("segment")
        self.waves = survey.names("wave")
        self.nation = NATION if NATION in self.regions or not self.regions else _widest(survey)
        self._groups, self._segments = NamePhrases(), NamePhrases()
        self._of_items = frozenset(
            singular(word)
            for name in _names_of_items(survey)
            for word in words_of(name)
            if not is_small(word)
        )
        self._ages = {group: ages for group in self.groups if (ages := ages_of(group))}
        self._places = PlaceNames(self.regions, self.nation, words)
        self._waves = WaveMentions(self.waves, words)
        self._add_groups()

    def is_newest(self, wave: str) -> bool:
        """Tell whether a wave is the newest of the data, or newer."""
        ages = [age_of(each) for each in self.waves]
        return bool(ages) and age_of(wave) >= max((age[-1:] for age in ages), default=())

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
        for finder in (
            self._waves.at,
            self._age,
            self._outside,
            self._group,
            self._places.whole_or_here,
            self._places.at,
        ):
            mention = finder(tokens, place)
            if mention is not None:
                return mention
        return None

    def _group(self, tokens: Sequence[Token], place: int) -> Mention | None:
        mention = None if self._is_one_person(tokens, place) else self._groups.at(tokens, place)
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

    @staticmethod
    def _is_one_person(tokens: Sequence[Token], place: int) -> bool:
        """Tell whether a word is a title of somebody: "M. le Maire", "Mme la présidente"."""
        before = [token.word for token in tokens[max(0, place - 3) : place]]
        return before[-1:] in (["le"], ["la"]) and bool(set(before) & {"m", "mme", "monsieur", "madame"})

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
                    words = {singular(word) for word in words_of(name) if not is_small(word)}
                    if not words <= self._of_items:  # "trust in mayors" is of no mayor
                        self._groups.add(name, Mention(0, 0, "group", entry.id))
        for segment in self.segments:
            found = next((each for each in book.entries("segment") if each.id == segment), None)
            after = [found.forms[key] for key in found.forms if key.startswith("after")] if found else []
            for name in (*(found.names if found else (segment,)), *after):
                self._segments.add(name, Mention(0, 0, "group", "", segment))


def _names_of_items(survey: Survey) -> Iterator[str]:
    ids = frozenset(survey.names("item"))
    yield from ids
    for entry in codebook().entries("item"):
        if entry.id in ids:
            yield from entry.names


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
