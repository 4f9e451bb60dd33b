"""A sentence taken apart: its tokens, its numbers, its names and its topics, before any of them is bound."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from phare_cli.documents.prose.lexicon import Cue, Lexicon
from phare_cli.documents.prose.passage import ProsePassage
from phare_cli.documents.prose.spoken_numbers import (
    BARE,
    PERCENT,
    POINTS,
    SCORE,
    NumberFinder,
    SpokenNumber,
)
from phare_cli.documents.prose.tokens import Token, TokenRow, words_of
from phare_cli.recipes.verify.grammar.either import with_either
from phare_cli.recipes.verify.grammar.known_names import KnownNames
from phare_cli.recipes.verify.grammar.names.mention import HERE, Mention
from phare_cli.recipes.verify.grammar.nets.nameless_words import places_of_no_answer
from phare_cli.recipes.verify.grammar.nets.scale_adjectives import without_local_things
from phare_cli.recipes.verify.grammar.nets.scales import with_at_least, with_strongest
from phare_cli.recipes.verify.grammar.nets.unsaid_degrees import with_unsaid_degrees
from phare_cli.recipes.verify.grammar.topics import TopicMention, Topics

_CLAUSE = frozenset(";:")
_TO_SCALE = frozenset("a au l' la le at on the in en sur".split())  # noqa: SIM905
_TO_REST = 2  # words from a people to the rest of a group's name
_ENUMERATED = 2  # other answers of a question that tell a list of them
_PARTICIPLES = {"fr": ("e", "ee", "es", "ees"), "en": ("ed",)}
_OF_MANY = frozenset(("des", "les", "of", "the", "aux"))
_NATIONAL = frozenset(  # may be a part of another name
    ("national", "nationale", "nationaux", "nationales", "regional", "regionale", "regionaux", "regionales")
)
_NATIONALLY = frozenset(("nationally", "nationalement"))  # may be an answer beside two others of its question


class Sentence:
    """One sentence of a passage with what was found in it; places are those of its tokens.

    No named tuple, as a token is none: what reads it asks for its tokens and its words at each of its places.
    """

    __slots__ = ("_by_kind", "mentions", "numbers", "passage", "tokens", "topics", "words")

    def __init__(
        self,
        passage: ProsePassage,
        tokens: Sequence[Token],
        words: Lexicon,
        numbers: tuple[SpokenNumber, ...],
        mentions: tuple[Mention, ...],
        topics: tuple[TopicMention, ...],
    ) -> None:
        self.passage, self.tokens, self.words = passage, tokens, words
        self.numbers, self.mentions, self.topics = numbers, mentions, topics
        self._by_kind: dict[str, list[Mention]] = {}
        for each in mentions:
            self._by_kind.setdefault(each.kind, []).append(each)

    def with_names(
        self, mentions: Iterable[Mention], topics: tuple[TopicMention, ...] | None = None
    ) -> "Sentence":
        """Return the sentence with other names found in it, and other topics where they are given."""
        topics = self.topics if topics is None else topics
        return Sentence(self.passage, self.tokens, self.words, self.numbers, tuple(sorted(mentions)), topics)

    def word(self, place: int) -> str:
        """Return the folded word at *place*, empty outside of the sentence."""
        tokens = self.tokens
        return tokens[place].word if 0 <= place < len(tokens) else ""

    def place_of(self, character: int) -> int:
        """Return the place of the first token that begins at a character of the passage, or behind it."""
        return next(at for at, token in enumerate(self.tokens) if token.start >= character)

    def text(self, start: int, end: int) -> str:
        """Return the words as written from token *start* to *end*."""
        return self.passage.text[self.tokens[start].start : self.tokens[end - 1].end]

    def of_kind(self, kind: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Return the names of a kind that stand between two places."""
        of_kind = self._by_kind.get(kind)
        if not of_kind:
            return []
        limit = len(self.tokens) if end is None else end
        return [each for each in of_kind if start <= each.start and each.end <= limit]

    def mentions_after(self, place: int) -> list[Mention]:
        """Return the names that stand right behind a figure: "37 % en France", "67% of associations"."""
        near = [each for each in self.mentions if place <= each.start <= place + 2]
        return [each for each in near if not any(t.text in ";:." for t in self.tokens[place : each.start])]

    def topics_in(self, start: int, end: int) -> list[TopicMention]:
        """Return the topics that begin between two places."""
        return [each for each in self.topics if start <= each.start < end]

    def clause(self, place: int) -> tuple[int, int]:
        """Return where the clause of *place* begins and ends: between semicolons and colons."""
        start, end = 0, len(self.tokens)
        for at in self._ends_of_clauses():
            if at >= place:
                return start, at
            start = at + 1
        return start, end

    def _ends_of_clauses(self) -> Sequence[int]:
        """Return the places of its semicolons and colons."""
        row = self.tokens
        found: Sequence[int] | None = row.found.get(_CLAUSE) if isinstance(row, TokenRow) else None
        if found is None:
            found = [at for at, token in enumerate(row) if token.text in _CLAUSE]
            if isinstance(row, TokenRow):
                row.found[_CLAUSE] = found
        return found

    def has(self, name: str, start: int = 0, end: int | None = None) -> bool:
        """Tell whether a word of a list stands between two places."""
        return self.words[name].first(self.tokens, start, end) is not None

    def where(self, start: int, end: int) -> Cue | None:
        """Return "où" or "where" between two places; "ou" is another word."""
        cues = self.words["where"].find(self.tokens, start, end)
        return next((cue for cue in cues if self.tokens[cue.start].text.casefold() != "ou"), None)

    def is_in_aside(self, place: int, beside: int) -> bool:
        """Tell whether *place* stands with a figure in a bracket that *beside* is outside of: "(44 % en 2019)"."""
        opening = self.bracket(place)
        if opening is None or opening == self.bracket(beside):
            return False
        return any(
            opening < each.start
            and self.bracket(each.start) == opening
            and each.unit in (PERCENT, SCORE, BARE, POINTS)
            for each in self.numbers
        )

    def bracket(self, place: int) -> int | None:
        """Return where the bracket opens that *place* stands in, None where it stands in none."""
        if isinstance(self.tokens, TokenRow) and self.tokens.places.keys().isdisjoint("(["):
            return None
        depth = 0
        for at in range(place - 1, -1, -1):
            if self.tokens[at].text in ")]":
                depth += 1
            elif self.tokens[at].text in "([":
                if depth == 0:
                    return at
                depth -= 1
        return None

    def is_between_dashes(self, place: int) -> bool:
        """Tell whether *place* stands in an aside set off by two dashes: "55% – it was 48% in 2021 – and ..."."""
        clause, end = self.clause(place)
        dashes = [at for at in range(clause, end) if self.tokens[at].text in ("–", "—")]
        return any(one < place < other for one, other in zip(dashes[::2], dashes[1::2], strict=False))


def take_apart(
    passage: ProsePassage, tokens: Sequence[Token], names: KnownNames, topics: Topics, words: Lexicon
) -> Sentence:
    """Return a sentence with its numbers, names and topics."""
    mentions = _with_nouns_parted(names.find(tokens), tokens)
    mentions = _of_people_alone(mentions, tokens) if words.language == "en" else mentions
    adjectives = [
        each
        for each in mentions
        if each.kind == "place" and each.end == each.start + 1 and tokens[each.start].word in _NATIONAL
    ]
    kept = [each for each in mentions if each not in adjectives]
    taken = {place for each in kept for place in range(each.start, each.end)}
    groups = {each.start for each in kept if each.kind == "group"}
    taken |= places_of_no_answer(tokens, words, groups)
    found = with_either(with_unsaid_degrees(topics.find(tokens, taken), tokens, topics), tokens, topics)
    found = with_strongest(with_at_least(found, tokens, topics, words), tokens, topics, words)
    enumerated = _answers_of_scale(found, kept, tokens, topics) if found else None
    if enumerated is not None:
        found, kept = enumerated
        mentions = sorted([*kept, *adjectives])
    found = [
        each
        for each in found
        if not _is_of_figures(each, adjectives, tokens, words) and not _is_of_leaders(each, tokens, words)
    ]
    people = {at for each in mentions if each.kind == "group" for at in range(each.start, each.end)}
    found = without_local_things(found, tokens, words, people)
    on_topic = {place for each in found if len(each.places) > 1 for place in each.places}
    found = _without_attributes(found, mentions, tokens, words.language)
    mentions = [each for each in mentions if each not in adjectives or each.start not in on_topic]
    # "La Bretagne est la région la plus ...": the region is the one that was named.
    verb = words["verb"]
    mentions = [
        each for each in mentions if each.id != HERE or not verb.holds(tokens[max(0, each.start - 1)].word)
    ]
    named = {
        place for each in mentions for place in range(each.start, each.end) if tokens[place].kind == "number"
    }
    numbers = NumberFinder(tokens, words, named | _told_of_precision(tokens, words)).find()
    return Sentence(passage, tokens, words, tuple(numbers), tuple(mentions), tuple(found))


def _of_people_alone(mentions: list[Mention], tokens: Sequence[Token]) -> list[Mention]:
    """Return *mentions*, "regional" a place beside people alone: "regional firms", not "at regional level"."""
    groups = {each.start for each in mentions if each.kind == "group"}
    return [
        each
        for each in mentions
        if each.end - each.start > 1 or tokens[each.start].word != "regional" or each.end in groups
    ]


def _with_nouns_parted(mentions: list[Mention], tokens: Sequence[Token]) -> list[Mention]:
    """Return *mentions*, a group from its noun on where a people parts it: "les aidants bretons en emploi"."""
    found = list(mentions)
    for at, (people, group) in enumerate(pairwise(mentions), 1):
        is_parted = people.is_people and group.kind == "group" and group.start - people.end < _TO_REST
        noun = people.start - 1
        if is_parted and noun >= 0 and [tokens[noun].word] == list(words_of(group.id)[:1]):
            found[at] = group._replace(start=noun)
    return sorted(found)


def _is_of_figures(
    topic: TopicMention, adjectives: Sequence[Mention], tokens: Sequence[Token], words: Lexicon
) -> bool:
    """Tell whether "regional" is said of figures, and is no answer: "les résultats régionaux"."""
    if topic.places not in [(each.start,) for each in adjectives]:
        return False
    beside = topic.start + (1 if words.language == "en" else -1)
    if not 0 <= beside < len(tokens):
        return False
    noun = tokens[beside].word
    return any(words["of figures"].holds(each) for each in (noun, noun.removesuffix("s")))


def _is_of_leaders(topic: TopicMention, tokens: Sequence[Token], words: Lexicon) -> bool:
    """Tell whether "responsables" are people who are counted, and no answer: "95 % des responsables"."""
    at = topic.places[0] if len(topic.places) == 1 else 0
    return at > 1 and words["leader"].holds(tokens[at].word) and tokens[at - 1].word in _OF_MANY


def _answers_of_scale(
    found: Sequence[TopicMention], mentions: list[Mention], tokens: Sequence[Token], topics: Topics
) -> tuple[list[TopicMention], list[Mention]] | None:
    """Return topics and names where words for the nation are one more answer: "locale, régionale, au niveau national".

    None where they are the nation, as they are beside fewer than two other answers of that question.
    """
    phrases = [
        each
        for each in mentions
        if each.kind == "place"
        and any(tokens[at].word in _NATIONAL | _NATIONALLY for at in range(each.start, each.end))
    ]
    told = sum(not each.is_indicator for each in found)
    is_behind = any(
        _is_behind_figure(each.start, tokens) and tokens[each.start].word not in _NATIONALLY
        for each in phrases
    )
    enumerated = _ENUMERATED - is_behind
    if not phrases or told < enumerated:
        return None
    kept = [each for each in mentions if each not in phrases]
    anew = topics.find(tokens, {place for each in kept for place in range(each.start, each.end)})
    answers = [each for each in anew if not each.is_indicator and len(each.topics) == 1]
    inside = {at for each in phrases for at in range(each.start, each.end)}
    scale = {each.topics[0][0] for each in answers if inside & set(each.places)}
    others = {each.topics for each in answers if each.topics[0][0] in scale and not inside & set(each.places)}
    return (anew, kept) if len(others) >= enumerated else None


def _is_behind_figure(place: int, tokens: Sequence[Token]) -> bool:
    """Tell whether words stand right behind a figure: "22 % à l'échelle nationale et 4 % à l'international"."""
    at = place - 1
    while at > 0 and tokens[at].word in _TO_SCALE:
        at -= 1
    return at > 0 and tokens[at].text == "%"


def _told_of_precision(tokens: Sequence[Token], words: Lexicon) -> set[int]:
    """Return the places of what tells how sure a figure is: from "interval" to the end of its bracket, behind "±"."""
    places = {at + 1 for at, token in enumerate(tokens) if token.text == "±"}
    for cue in words["interval"].find(tokens):
        depth = 0
        for at in range(cue.end, len(tokens)):
            depth += (tokens[at].text in "([") - (tokens[at].text in ")]")
            if depth < 0 or (depth == 0 and tokens[at].text == ";"):
                break
            places.add(at)
    return places


def _without_attributes(
    topics: list[TopicMention], mentions: Sequence[Mention], tokens: Sequence[Token], language: str
) -> list[TopicMention]:
    """Return *topics* without a word that only tells which people are meant ("engaged companies cite patronage")."""
    groups = [each for each in mentions if each.kind == "group"]
    kept = [
        topic
        for topic in topics
        if topic.end - topic.start > 1
        or not tokens[topic.start].word.endswith(_PARTICIPLES[language])
        or not any(topic.start == (each.end if language == "fr" else each.start - 1) for each in groups)
    ]
    return kept if any(not topic.is_indicator for topic in kept) else topics
