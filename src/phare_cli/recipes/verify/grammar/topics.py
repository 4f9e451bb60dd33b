"""Find in a sentence what the figures are about: indicators and items, by the words that their names carry."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from phare_cli.documents.prose.lexicon import synonyms
from phare_cli.documents.prose.tokens import Token
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.grammar.asked_words import AskedWords
from phare_cli.recipes.verify.grammar.cores import cores_of, strengthens_another
from phare_cli.recipes.verify.grammar.names.faint_topics import FaintTopics
from phare_cli.recipes.verify.grammar.names.name_clusters import FAR, clusters
from phare_cli.recipes.verify.grammar.names.topic_names import elsewhere, item_names, labels_of, names_of
from phare_cli.recipes.verify.grammar.names.whole_names import WholeNames
from phare_cli.recipes.verify.grammar.stems import LACKING, content, stem, stems_of
from phare_cli.recipes.verify.grammar.topic import Topic
from phare_cli.recipes.verify.grammar.twins import Twins

_NEXT = 2  # words between what names a question and what names one of its answers
_ENOUGH = 0.5  # of the weight of a name
_PART = 0.2  # where its words are those of no other name
_HEAD = 0.3
_OF_INDICATOR = 0.25  # what a word of the indicator's own name weighs in that of an item
_LIGHT = 0.25  # and a verb that most answers may have: "pratique le covoiturage", "met une heure"
_SEVERAL = 3  # words of a name some of which may say little
_VAGUE = 0.26  # what a word weighs that many answers may hold: "finds", "something"; of no count of answers
_ELSEWHERE = 0.6  # what a word of another indicator's name weighs


class TopicMention(NamedTuple):
    """Words that name a topic, from token *start* to *end*; several *topics* where they cannot be told apart.

    *is_indicator* says that an indicator was named and none of its items. *places* are the words themselves.
    """

    start: int
    end: int
    topics: tuple[Topic, ...]
    score: float
    places: tuple[int, ...] = ()
    is_indicator: bool = False
    is_net: bool = False  # several answers of one question are named together
    may_be: tuple[Topic, ...] = ()  # the answer that a word of the question's own name may mean

    def shares(self, start: int, end: int) -> bool:
        """Tell whether words from token *start* to *end* are of an answer: "47 % agissent à l'échelon régional"."""
        return not self.is_indicator and not set(self.places).isdisjoint(range(start, end))


class _Variant(NamedTuple):
    topic: Topic
    weights: Mapping[str, float]
    head: str
    is_negative: bool


class Topics:
    """The names of the indicators and items of one survey."""

    def __init__(self, survey: Survey) -> None:
        topics = list(dict.fromkeys((each.indicator, each.item) for each in survey.estimates))
        topics += elsewhere({item for _, item in topics})
        self.items: dict[str, list[str]] = {}
        for indicator, item in topics:
            self.items.setdefault(indicator, []).append(item)
        self.single = frozenset(each.indicator for each in survey.estimates if each.response == "single")
        self._indicator_words = {indicator: names_of("indicator", indicator) for indicator in self.items}
        self._stems_of_indicators = {
            indicator: frozenset(each for of_name in names for each in of_name)
            for indicator, names in self._indicator_words.items()
            if indicator
        }
        self._of_several = [
            (indicator, frozenset(stems))
            for indicator, names in self._indicator_words.items()
            for stems in names
            if indicator and len(stems) > 1
        ]
        self._stems_of_any = frozenset(
            each for names in self._indicator_words.values() for of_name in names for each in of_name
        )
        by_topic = {topic: item_names(topic) for topic in topics}
        self._frequency = _frequencies(by_topic)
        self.faint = FaintTopics(by_topic)
        self._variants: dict[str, list[_Variant]] = {}
        for topic, names in by_topic.items():
            for name in names:
                self._add(topic, name)
        self._whole_names = WholeNames(self.items)
        self._asked = AskedWords(self.items)
        self._twins = Twins({topic: labels_of(topic[1]) for topic in topics})
        self._enumerated = self._items_enumerated()
        self.cores = cores_of(by_topic, self.single)
        self._indicators: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for indicator, indicator_names in self._indicator_words.items():
            for stems in indicator_names if indicator else ():
                for each in stems:
                    self._indicators.setdefault(each, []).append((indicator, frozenset(stems)))

    @property
    def answers_by_question(self) -> Mapping[str, Topic]:
        """The answer that a question's own name says as well, where it is one."""
        return self._asked.by_question

    def _add(self, topic: Topic, name: tuple[tuple[str, ...], bool]) -> None:
        stems, is_negative = name
        of_indicator, elsewhere = self._stems_of_indicators.get(topic[0], frozenset()), self._stems_of_any
        is_alone = len(self.items[topic[0]]) == 1
        light = stems_of("any verb") if len(stems) > 1 else frozenset()
        vague = stems_of("vague") if len(stems) >= _SEVERAL else frozenset()

        def weight(each: str) -> float:
            if each in light:
                return _LIGHT
            if is_alone or each not in elsewhere:
                return _VAGUE if each in vague else 1.0
            return _OF_INDICATOR if each in of_indicator else _ELSEWHERE

        weights = {each: weight(each) / self._frequency[each] for each in stems}
        heads = [each for each in stems if is_alone or each not in of_indicator]
        head = next((each for each in heads if not (each in light or each in vague)), (*heads, stems[0])[0])
        variant = _Variant(topic, weights, head, is_negative)
        for each in stems:
            self._variants.setdefault(each, []).append(variant)

    def find(self, tokens: Sequence[Token], taken: Collection[int] = ()) -> list[TopicMention]:
        """Return the topics that a sentence names, in order, the better of two that share words."""
        kept = [
            TopicMention(start, end, topics, 1.0, tuple(range(start, end)), is_indicator=is_asked)
            for start, end, topics, is_asked in self._whole_names.at(tokens)
            if start not in taken
        ]
        taken = {*taken, *(place for mention in kept for place in mention.places)}
        words = [(place, each) for place, each in content(tokens) if place not in taken]
        while words:
            found = sorted(
                [*self._items(words, tokens), *self._named_indicators(words, tokens)], key=_strength
            )
            used: set[int] = set()
            for mention in found:
                if not used & set(mention.places):
                    kept.append(mention)
                    used |= set(mention.places)
                elif not mention.is_indicator:
                    break  # its other words may name it without those that are taken
            else:
                break
            words = [(place, each) for place, each in words if place not in used]
        return sorted(each for each in kept if not self._is_narrowed(each, kept, tokens))

    def _is_narrowed(
        self, wide: TopicMention, others: Sequence[TopicMention], tokens: Sequence[Token]
    ) -> bool:
        """Tell whether an item's words name the question of the item right behind: "partner at regional scale"."""
        stems = {each for place, each in content(tokens) if place in wide.places}
        return not wide.is_indicator and any(
            0 <= each.start - wide.end <= _NEXT
            and not each.is_indicator
            and all(
                indicator and any(stems <= set(names) for names in self._indicator_words[indicator])
                for indicator, _ in each.topics
            )
            for each in others
        )

    def _items(self, words: Sequence[tuple[int, str]], tokens: Sequence[Token]) -> list[TopicMention]:
        by_variant: dict[int, tuple[_Variant, list[tuple[int, str]]]] = {}
        for place, each in words:
            for variant in self._variants.get(each, ()):
                by_variant.setdefault(id(variant), (variant, []))[1].append((place, each))
        scored: dict[tuple[int, ...], list[tuple[float, Topic]]] = {}
        for variant, places in by_variant.values():
            for cluster in clusters(places, tokens):
                score = _score(variant, cluster, tokens)
                if score:
                    scored.setdefault(tuple(place for place, _ in cluster), []).append((score, variant.topic))
        mentions = []
        for cluster_places, of_places in scored.items():
            best = max(score for score, _ in of_places)
            words_here = {each for at, each in words if at in cluster_places}
            sharing = {topic for each in words_here for topic in self._sharing(each)}
            if (
                len(words_here) == 1
                and len(sharing) > 1
                and len({indicator for indicator, _ in sharing}) == 1
            ):
                continue  # "craignent" alone is of every fear
            alike = tuple(dict.fromkeys(topic for score, topic in of_places if score > best - 0.01))
            last = synonyms().at(tokens, cluster_places[-1])
            start, end = cluster_places[0], last.end if last is not None else cluster_places[-1] + 1
            topics = self._twins.told_apart(alike, tokens, start, end)
            mentions.append(TopicMention(start, end, topics, best, cluster_places))
        return _together(mentions)

    def _named_indicators(
        self, words: Sequence[tuple[int, str]], tokens: Sequence[Token]
    ) -> Iterable[TopicMention]:
        yield from self._whole_indicators(words)
        for place, each in words:
            answer = self._asked.answer(each, tokens[place].word)
            if answer is not None:
                yield TopicMention(place, place + 1, (answer,), 0.5, (place,))
        for place, each in words:
            if each in self.cores:
                is_net = len(self.cores[each]) > 1
                yield TopicMention(
                    place, place + 1, self.cores[each], 0.25, (place,), is_indicator=is_net, is_net=is_net
                )
        for place, each in words:
            named: dict[str, float] = {}
            for indicator, stems in self._indicators.get(each, ()):
                near = {other for at, other in words if abs(at - place) <= FAR}
                named[indicator] = max(named.get(indicator, 0.0), len(stems & near) / len(stems))
            best = max(named.values(), default=0.0)
            item = self._enumerated.get(each)
            if item is not None:
                yield TopicMention(place, place + 1, (item,), 0.35, (place,))
            elif best >= _ENOUGH:
                topics = [
                    (indicator, item)
                    for indicator, share in named.items()
                    if share > best - 0.01
                    for item in self.items[indicator]
                ]
                may_be = self._asked.sharing(each)
                yield TopicMention(
                    place, place + 1, tuple(topics), 0.2 * best, (place,), is_indicator=True, may_be=may_be
                )

    def _sharing(self, word: str) -> tuple[Topic, ...]:
        """Return the items that a word is of, where it is the first of several: a verb before what it is said of."""
        variants = self._variants.get(word, ())
        heads = [variant for variant in variants if variant.head == word and len(variant.weights) > 1]
        if len(heads) < 2 or any(variant.is_negative for variant in variants):
            return ()
        return tuple(dict.fromkeys(variant.topic for variant in variants))

    def _items_enumerated(self) -> dict[str, Topic]:
        """Return the items that the words of their indicator's name are, one each: "giving and volunteering"."""
        found: dict[str, Topic] = {}
        for names in self._indicator_words.values():
            for stems in names:
                items = [{variant.topic for variant in self._variants.get(each, ())} for each in stems]
                alone = {next(iter(of_word)) for of_word in items if len(of_word) == 1}
                if len(stems) > 1 and len(alone) == len(stems):
                    found |= {each: next(iter(item)) for each, item in zip(stems, items, strict=True)}
        return found

    def _whole_indicators(self, words: Sequence[tuple[int, str]]) -> Iterable[TopicMention]:
        """Yield the indicators of which every word of a name of several stands near the others."""
        first = {each: at for at, each in reversed(words)}
        for indicator, stems in self._of_several:
            if not stems <= first.keys():
                continue
            known = sorted(first[each] for each in stems)
            if known[-1] - known[0] <= FAR:
                topics = tuple((indicator, item) for item in self.items[indicator])
                # "likely to return" names the answers that are likely, and the question as well.
                nets = [net for each in stems if len(net := self.cores.get(each, ())) > 1]
                yield TopicMention(
                    known[0], known[-1] + 1, topics, 0.9, tuple(known),
                    is_indicator=len(topics) > 1, is_net=any(net[0][0] == indicator for net in nets),
                )  # fmt: skip


def _strength(mention: TopicMention) -> tuple[bool, float, int]:
    """Return the sort key of mentions that share words: items and whole names first, and of two alike the narrower."""
    is_weak = mention.is_indicator and len(mention.places) < 2
    bonus = 0.0 if is_weak or len(mention.places) < 2 else 0.6 if mention.score == 0.9 else 0.3
    return is_weak, -round(mention.score + bonus, 6), mention.end - mention.start


def _together(mentions: list[TopicMention]) -> list[TopicMention]:
    """Return *mentions* with the topics of those that stand on the same words and score alike put together."""
    merged: dict[tuple[int, int], TopicMention] = {}
    for mention in mentions:
        key = (mention.start, mention.end)
        other = merged.get(key)
        if other is None or mention.score > other.score + 0.01:
            merged[key] = mention
        elif mention.score > other.score - 0.01:
            merged[key] = other._replace(topics=tuple(dict.fromkeys((*other.topics, *mention.topics))))
    return list(merged.values())


def _score(variant: _Variant, cluster: Sequence[tuple[int, str]], tokens: Sequence[Token]) -> float:
    """Return how well some words name a topic: the weight of the name that they carry; 0 where it is too little."""
    stems = {each for _, each in cluster}
    whole = sum(variant.weights.values())
    covered = sum(variant.weights[each] for each in stems) / whole
    telling = [each for each in stems if variant.weights[each] == 1.0]
    has_head = variant.head in stems or len(telling) > 1
    if covered < _ENOUGH and not has_head:
        is_own = all(variant.weights[each] in (1.0, _VAGUE) for each in stems) and not stems <= (
            stems_of("vague") | stems_of("cardinal")
        )
        return 0.9 * covered if is_own and covered >= _PART else 0.0
    score = covered + _HEAD * has_head + 0.05 * len(stems)
    start, end = cluster[0][0], cluster[-1][0] + 1
    is_of_another = end < len(tokens) and stem(tokens[end].word) not in variant.weights
    is_alone = len(cluster) == 1 and len(variant.weights) > 1 and is_of_another
    if is_alone and strengthens_another(tokens, start, cluster[0][1]):
        return 0.0  # "very few" is no "very satisfied"
    near = tokens[max(0, start - 3) : end + 1]
    is_negative = any(token.word in LACKING or token.word[-3:] == "n't" for token in near)
    if variant.is_negative and len(variant.weights) == 1 and not is_negative:
        return 0.0  # "satisfied" is no "not satisfied"
    if variant.is_negative:
        return score + 0.3 if is_negative else score - 0.4
    return score


def _frequencies(by_topic: Mapping[Topic, Sequence[tuple[tuple[str, ...], bool]]]) -> dict[str, int]:
    """Return how many items each stem is a word of."""
    items: dict[str, set[str]] = {}
    for (_, item), names in by_topic.items():
        for stems, _ in names:
            for each in stems:
                items.setdefault(each, set()).add(item)
    return {each: len(of_stem) for each, of_stem in items.items()}
