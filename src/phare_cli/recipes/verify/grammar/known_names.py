"""Find in a sentence the regions, groups, segments and waves that the data, the codebook or the lexicon know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from phare_cli.documents.prose.lexicon import Lexicon, groups_called
from phare_cli.documents.prose.tokens import Token, folded, tokens_of, words_of
from phare_cli.language.codebook import codebook
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.grammar.ages import OPENING, aged, ages_at, ages_of, is_end_of_life
from phare_cli.recipes.verify.grammar.names.answers_about import AnswersAboutGroups
from phare_cli.recipes.verify.grammar.names.elided import ElidedNames, with_sizes
from phare_cli.recipes.verify.grammar.names.groups_called import general_group, labels_of, names_of
from phare_cli.recipes.verify.grammar.names.mention import OTHERS, UNKNOWN, Mention, NamePhrases
from phare_cli.recipes.verify.grammar.names.nationals import Nationals
from phare_cli.recipes.verify.grammar.names.other_people import (
    OtherKinds,
    is_nobody_asked,
    is_object,
    names_of_all,
)
from phare_cli.recipes.verify.grammar.names.people_at_large import PeopleAtLarge
from phare_cli.recipes.verify.grammar.names.people_meant import other_names
from phare_cli.recipes.verify.grammar.names.place_names import PlaceNames
from phare_cli.recipes.verify.grammar.names.short_names import elided_names, shared_nouns, short_names
from phare_cli.recipes.verify.grammar.names.wave_mentions import WaveMentions, age_of
from phare_cli.recipes.verify.grammar.names.wholes import Wholes
from phare_cli.recipes.verify.grammar.names.women import Women
from phare_cli.recipes.verify.grammar.stems import is_small, singular

_TO_PART = 3  # marks between a group and a part of it
_BEFORE_PART = frozenset('()»”"·|')
_BEFORE_AGES = frozenset(("de", "of", "aged", "ages", "agees", "the", "des"))
_BY_AGE = (("youngest", min), ("oldest", max), ("younger", min), ("older", max))
_Find = Callable[[Sequence[Token], int], Mention | None]
_Finders = tuple[Sequence[_Find], Sequence[_Find]]
_NOTHING: _Finders = ((), ())


class KnownNames:
    """The names of one survey, and those that are known without it."""

    def __init__(self, survey: Survey, words: Lexicon) -> None:
        self.words = words
        self.regions = frozenset(survey.names("region"))
        self.groups = survey.names("stakeholder")
        self.segments = survey.names("segment")
        self.waves = survey.names("wave")
        self._holders: dict[str, set[str]] = {}
        self._bases: dict[str, float] = {}  # the largest of each group
        for each in survey.estimates:
            self._holders.setdefault(each.segment, set()).add(each.stakeholder)
            if each.base and not each.segment:
                self._bases[each.stakeholder] = max(self._bases.get(each.stakeholder, 0.0), each.base)
        wholes = Wholes(survey)
        self.whole, self.nation = wholes.whole, wholes.nation
        self.general = general_group(self.groups, words)  # who lives somewhere
        self._women = Women(self.groups, words)
        self._groups, self._segments = NamePhrases(), NamePhrases()
        of_items = tuple(_names_of_items(survey))
        words_of_items = {word for said in map(words_of, of_items) for word in said}
        self._of_items = frozenset([singular(word) for word in words_of_items if not is_small(word)])
        self._ages = {group: ages for group in self.groups if (ages := ages_of(group))}
        self._opening_ages = words.firsts([name for name, _ in _BY_AGE]) | OPENING
        self._ages_of_parts = {part: ages for part in self.segments if (ages := ages_of(part))}
        self._places = PlaceNames(self.regions, wholes, words)
        self._nationals = Nationals(self.regions, self.nation, self.general)
        self._waves = WaveMentions(self.waves, words)
        self._finders: dict[str, _Finders] = {}  # by the word that a name may begin with
        self._add_groups()
        opening = {word for word in words_of_items if word[0].isdigit() or self._groups.opens(word)}
        self._answers = AnswersAboutGroups(name for name in of_items if self._holds_group(name, opening))

    def _holds_group(self, name: str, opening: set[str]) -> bool:
        """Tell whether a group is named in the name of an answer, behind its first word, by words that open one."""
        if opening.isdisjoint(words_of(name)):
            return False
        told = tokens_of(name)
        return any(self._groups.at(told, place) is not None for place in range(1, len(told)))

    def is_newest(self, wave: str) -> bool:
        """Tell whether a wave is the newest of the data, or newer."""
        ages = [age_of(each) for each in self.waves]
        return bool(ages) and age_of(wave) >= max((age[-1:] for age in ages), default=())

    def is_of_answer(self, word: str) -> bool:
        """Tell whether a folded word is one of the name of an answer."""
        return singular(word) in self._of_items

    def learn(self, name: str, group: str, segment: str) -> None:
        """Know a group by another name from here on."""
        self._groups.add(name, Mention(0, 0, "group", group, segment))
        self._finders.clear()

    def holder(self, segment: str, group: str | None) -> str | None:
        """Return the group that a part is of: *group* where it has that part, else the only one that has."""
        holders = self._holders.get(segment, set())
        return next(iter(holders)) if group not in holders and len(holders) == 1 else group

    def find(self, tokens: Sequence[Token]) -> list[Mention]:
        """Return the names of a sentence in their order, none inside another."""
        mentions: list[Mention] = []
        place = 0
        while place < len(tokens):
            mention = self._at(tokens, place)
            if mention is not None:
                mentions.append(mention)
            place = place + 1 if mention is None else mention.end
        if any(each.kind != "wave" for each in mentions):
            told = [at for start, end in self._answers.at(tokens) for at in range(start, end)]
            mentions = [each for each in mentions if each.kind == "wave" or each.start not in told]
        return self._with_parts(mentions, tokens)

    def dwellers(self, tokens: Sequence[Token], place: Mention) -> str:
        """Return the group of those whom a word for who lives somewhere names: of women, where it is of them alone."""
        return self._women.group if self._women.live_there(tokens[place.end - 1].word) else self.general

    @staticmethod
    def words_for(group: Mention) -> frozenset[str]:
        """Return the folded words that a group and its part are called by: "celles qui emploient des salariés"."""
        kinds = (("stakeholder", group.id), ("segment", group.segment))
        entries = (codebook().entry(kind, name) for kind, name in kinds if name)
        told = [*words_of(group.id), *words_of(group.segment)]
        return frozenset(
            [*told, *(word for each in entries if each for name in each.names for word in words_of(name))]
        )

    def told_whole(self, tokens: Sequence[Token], group: str | None) -> list[str]:
        """Return the groups whose names hold that of *group* and more, all of it said: "parc social ... locataires"."""
        own = {singular(word) for word in words_of(group or "") if not is_small(word)}
        said = {singular(token.word) for token in tokens} if own else set()
        wider = (
            {*map(singular, words_of(each))} - {*filter(is_small, words_of(each))} for each in self.groups
        )
        return [each for each, words in zip(self.groups, wider, strict=True) if own and own < words <= said]

    def as_part(self, tokens: Sequence[Token], mention: Mention) -> str:
        """Return the part that the name of a group is as well ("employers" are companies, and associations)."""
        found = self._segments.at(tokens, mention.start) if mention.id and not mention.segment else None
        return found.segment if found is not None and found.end == mention.end else ""

    def _with_parts(self, mentions: Sequence[Mention], tokens: Sequence[Token]) -> list[Mention]:
        """Return *mentions*, a part of a group that stands right behind it taken together with it."""
        kept: list[Mention] = []
        for each in mentions:
            part = self._part(kept[-1], each, tokens) if kept else None
            if part is not None:
                kept[-1] = part
            else:
                kept.append(each)
        groups = {each.id for each in kept if each.kind == "group"}
        return [self._of_others(each, groups, tokens) for each in kept]

    def _of_others(self, mention: Mention, groups: Collection[str], tokens: Sequence[Token]) -> Mention:
        """Return a group as the part of another one that its sentence names: "associations ..., 53% of employers"."""
        part = self.as_part(tokens, mention) if mention.kind == "group" else ""
        holders = self._holders.get(part, set()) & (set(groups) - {mention.id}) if part else set()
        return mention._replace(id=next(iter(holders)), segment=part) if len(holders) == 1 else mention

    def _part(self, group: Mention, part: Mention, tokens: Sequence[Token]) -> Mention | None:
        """Return a group with its part: "“65 ans et plus” (women)", "Companies · employers", "women users"."""
        between = tokens[group.end : part.start]
        if not between and group.segment and not group.id and part.id and not part.segment:
            is_of_group = part.id in self._holders.get(group.segment, set())
            return part._replace(start=group.start, segment=group.segment) if is_of_group else None
        if group.kind != "group" or part.kind != "group" or group.segment or not group.id:
            return None
        is_led = all(token.word in _BEFORE_AGES for token in between) and part.segment in self._ages_of_parts
        is_beside = all(token.text in _BEFORE_PART for token in between)
        if len(between) > _TO_PART or not (is_beside or is_led):
            return None
        if not between and part.id:
            return None
        segment = part.segment if not part.id else ""
        if part.id:  # "employers" are companies, and a part of them
            segment = self.as_part(tokens, part)
        is_of_group = group.id in self._holders.get(segment, set())
        return group._replace(end=part.end, segment=segment) if segment and is_of_group else None

    def _finders_at(self, tokens: Sequence[Token], place: int) -> _Finders:
        """Return what may find a name that begins at *place*: nothing at most words of a text."""
        token = tokens[place]
        if token.kind == "mark":
            return _NOTHING
        is_strange = self._places.may_be_strange(tokens, place) or self._other_kinds.follow(tokens, place)
        word = "" if is_strange or token.kind == "number" else token.word
        found = self._finders.get(word)
        if found is None:
            found = self._finders[word] = self._opened_by(word)
        return found

    def _opened_by(self, word: str) -> _Finders:
        """Return what may find a name by its first word, any where it is empty; waves and ages come before names."""
        first: list[_Find] = [self._waves.at] if not word or self._waves.opens(word) else []
        first += [self._age] if not word or word in self._opening_ages else []
        first += [self._outside] if not word or self.words["outside"].opens(word) else []
        people = (self._groups, self._segments, self._elided, self._at_large, self._women)
        names: list[_Find] = [self._group] if not word or any(each.opens(word) for each in people) else []
        names += [self._places.whole_or_here] if not word or self._places.opens_whole(word) else []
        names += [self._places.at] if not word or self._places.opens(word) else []
        return (first, names) if first or names else _NOTHING

    def _at(self, tokens: Sequence[Token], place: int) -> Mention | None:
        finders = self._finders_at(tokens, place)
        if finders is _NOTHING:
            return None
        for find in finders[0]:
            if (mention := find(tokens, place)) is not None:
                return mention
        found = [mention for find in finders[1] if (mention := find(tokens, place)) is not None]
        found = self._nationals.meant(found, tokens, self._places.at)
        if (
            found and place and self.words["peer"].holds(tokens[place - 1].word)
        ):  # "leurs homologues français"
            found = [each for each in found if each.kind == "place"] or found
        return max(found, key=lambda mention: mention.end, default=None)

    def _group(self, tokens: Sequence[Token], place: int) -> Mention | None:
        is_other = is_nobody_asked(tokens, place, self.words) or (
            self.is_of_answer(tokens[place].word) and is_object(tokens, place, self.words)
        )
        mention = None if is_other else self._groups.at(tokens, place)
        segment = self._segments.at(tokens, place) if mention is None else None
        if segment is not None:
            return segment
        if mention is None:
            others = (self._women, self._elided, self._at_large, self._other_kinds)
            return next(filter(None, (each.at(tokens, place) for each in others)), None)
        wide = self._segments.at(tokens, place)
        if wide is not None and wide.end > mention.end:  # "employer associations", and no companies
            group = self._groups.at(tokens, mention.end)
            is_of_group = group is not None and group.id in self._holders.get(wide.segment, set())
            return wide._replace(id=group.id) if group is not None and is_of_group else wide
        end = mention.end
        for after in range(end, min(end + 4, len(tokens))):
            is_bracket = tokens[after].text == "(" or (
                tokens[after].text in ')»”"' and after + 1 < len(tokens) and tokens[after + 1].text == "("
            )
            if tokens[after].kind == "mark" and not is_bracket:
                break
            segment = self._segments.at(tokens, after)
            if segment is not None:
                return mention._replace(end=segment.end, segment=segment.segment)
        return mention

    def _age(self, tokens: Sequence[Token], place: int) -> Mention | None:
        found = ages_at(tokens, place)
        if found is not None:
            group, part = aged(found, self._ages), aged(found, self._ages_of_parts)
            if part and not group:
                return Mention(place, found.end, "group", "", part)
            return Mention(place, found.end, "group", group or UNKNOWN)
        for name, pick in _BY_AGE if len(self._ages) == 2 else _BY_AGE[:2]:
            group = pick(self._ages, key=lambda group: self._ages[group], default="")
            cue = self.words[name].at(tokens, place) if group else None
            if cue is not None and (len(self._ages) > 1 or is_end_of_life(self._ages[group], name)):
                return Mention(place, cue.end, "group", group)
        return None

    def _outside(self, tokens: Sequence[Token], place: int) -> Mention | None:
        cue = self.words["outside"].at(tokens, place)
        if cue is None or len(self.groups) != 2:
            return None
        return Mention(cue.start, cue.end, "group", OTHERS)

    def _add_groups(self) -> None:
        for group in self.groups:
            parts = {folded(part) for part, of in self._holders.items() if group in of}  # « PME », of firms
            called = [each for each in groups_called().get(group, ()) if folded(each) not in parts]
            for name in (*names_of(group), *called):
                self._groups.add(name, Mention(0, 0, "group", group))
        labels = {group: labels_of(group, self.words.language) for group in self.groups if group != "all"}
        self.shared = shared_nouns(labels)
        self._elided = ElidedNames(self.words, self.shared)
        self._other_kinds = OtherKinds(labels)
        shorter = (*names_of_all(labels, self._bases), *short_names(labels))
        for group, name in (*shorter, *other_names(self.groups, self.words.language, self._of_items)):
            self._groups.add(name, Mention(0, 0, "group", group))
        self._at_large = PeopleAtLarge(self.groups, self.general, self.words, self._of_items)
        for group, name in elided_names(labels):
            self._add_elided(name, Mention(0, 0, "group", group))
        self._add_absent_groups()
        labelled = {segment: ((self.words.language, segment),) for segment in self.segments}
        for segment, name in elided_names(labelled):
            self._add_elided(name, Mention(0, 0, "group", "", segment))
        for segment in self.segments:
            found = codebook().entry("segment", segment)
            after = [found.forms[key] for key in found.forms if key.startswith("after")] if found else []
            for name in with_sizes((*(found.names if found else (segment,)), *after)):
                self._segments.add(name, Mention(0, 0, "group", "", segment))

    def _add_elided(self, name: str, mention: Mention) -> None:
        if singular(folded(name)) not in self._of_items:
            self._elided.add(name, mention)

    def _add_absent_groups(self) -> None:
        """Add the groups of the codebook that the data hold nothing of: they are somebody, and nobody that is known."""
        if not any(each in self.groups for each in groups_called()):
            return
        for entry in codebook().entries("stakeholder"):
            if entry.id in self.groups or entry.id == "all":
                continue
            for name in entry.names:
                words = {singular(word) for word in words_of(name) if not is_small(word)}
                if not words <= self._of_items:  # "trust in mayors" is of no mayor
                    self._groups.add(name, Mention(0, 0, "group", entry.id))


def _names_of_items(survey: Survey) -> Iterator[str]:
    ids = frozenset(survey.names("item"))
    yield from ids
    for id in ids:
        entry = codebook().entry("item", id)
        yield from entry.names if entry else ()
