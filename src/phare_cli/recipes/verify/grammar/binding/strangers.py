"""Tell which words of a sentence carry a meaning and are of no name: nothing that the data hold is said by them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from phare_cli.documents.prose.lexicon import synonyms
from phare_cli.documents.prose.tokens import TokenRow, words_of
from phare_cli.language.codebook import codebook
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.names.topic_names import item_names
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import is_small, stem, words_that_count
from phare_cli.recipes.verify.grammar.topic import Topic

_NO = frozenset(("no", "without", "sans", "aucun", "aucune"))
_NONE = ("none", "aucun", "aucune")  # takes up what an answer denies: "61% have none at all"
_SETTING = frozenset((",", "soit", "("))

# Lists of what carries a sentence and names nothing that is asked.
_CARRIED = (
    "light verb",
    "agreement",
    "adverb",
    "pronoun",
    "people",
    "hedge",
    "of which",
    "total",
    "others",
    "asked",
    "against",
    "newest",
    "earlier",
    "respectively",
    "takes up",
    "there",
    "here",
    "of them",
    "contrast",
    "when",
    "moment",
    "past",
    "not either",
    "later",
    "cardinal",
    "numeral",
    "idiom",
    "answer noun",
    "no matter",
    "in turn",
)


def has_foreign(near: Surroundings, start: int, end: int) -> bool:
    """Tell whether words carry something that no name of the data holds."""
    return bool(foreign_words(near, start, end))


def up_to_relation(near: Surroundings, zone: tuple[int, int]) -> tuple[int, int]:
    """Return where the words of a figure are without the gap or change set behind them: ", a gap of 10 points ..."."""
    begins = (
        each.start
        for each in near.relations
        if each.kind in ("gap", "change")
        and zone[0] < each.start
        and _is_set_behind(near, each.start, zone[0])
    )
    return zone[0], min([zone[1], *begins])


def _is_set_behind(near: Surroundings, start: int, low: int) -> bool:
    return any(near.sentence.word(at) in _SETTING for at in range(max(low, start - 2), start))


def foreign_words(near: Surroundings, start: int, end: int) -> list[int]:
    """Return the words between two places that carry a meaning, and are of no name and of nothing spoken of."""
    found = unnamed_words(near.sentence, start, end, near.relations)
    spoken = near.bound[-1].scene.topics if near.bound else near.context.last.topics
    if not found or len(spoken) != 1:
        return found
    told = _told(spoken[0])
    return [at for at in found if stem(near.sentence.word(at)) not in told]


def unnamed_words(sentence: Sentence, start: int, end: int, relations: Sequence[Relation] = ()) -> list[int]:
    """Return the words between two places that carry a meaning, and are of no name and no relation."""
    found = [at for at in _unnamed(sentence, relations) if start <= at < end]
    if not found:
        return found
    carried = sentence.words.merged(_CARRIED).find(sentence.tokens, start, end)
    known = {at for cue in carried for at in range(cue.start, cue.end)}
    return [at for at in found if at not in known]


def _unnamed(sentence: Sentence, relations: Sequence[Relation]) -> Sequence[int]:
    """Return the words of a sentence that carry a meaning, and are of no name and no relation; many ask for them."""
    row = sentence.tokens
    if not isinstance(row, TokenRow):
        return _sought(sentence, relations)
    asked: list[tuple[Sentence, Sequence[Relation], Sequence[int]]] = row.found.setdefault(_unnamed, [])
    for of_sentence, beside, found in asked:
        if of_sentence is sentence and beside is relations:
            return found
    asked.append((sentence, relations, _sought(sentence, relations)))
    return asked[-1][2]


def _sought(sentence: Sentence, relations: Sequence[Relation]) -> Sequence[int]:
    known = {at for each in sentence.mentions for at in range(each.start, each.end)}
    known |= {each.start - 1 for each in sentence.of_kind("wave")}  # "la promotion 2021"
    known |= {
        each.start - 1  # "les locataires sociaux"
        for each in sentence.of_kind("group")
        if sentence.word(each.start - 1) in words_of(each.id)
    }
    known |= {at for each in relations for at in range(each.start, each.end)}
    known |= {at for each in sentence.topics for at in range(each.start, each.end)}
    phrases = synonyms().everywhere(sentence.tokens)
    known |= {at for cue in phrases if cue.start in known for at in range(cue.start, cue.end)}  # "come back"
    known |= {at for each in sentence.numbers for at in range(each.start, each.end)}
    found = [
        at
        for at, token in enumerate(sentence.tokens)
        if at not in known and token.kind == "word" and len(token.word) > 2 and not is_small(token.word)
    ]
    if not (found and sentence.topics):
        return found
    indicators = {indicator for each in sentence.topics for indicator, _ in each.topics}
    asked = {word for indicator in indicators for word in stems_asked(indicator)}
    return [at for at in found if stem(sentence.word(at)) not in asked]


@lru_cache(maxsize=256)
def _told(topic: Topic) -> frozenset[str]:
    """Return the stems of the words that an answer is called by."""
    names = item_names(topic)
    denied = _NONE if any(is_negative for _, is_negative in names) or _NO & set(words_of(topic[1])) else ()
    return frozenset((*map(stem, denied), *(word for stems, _ in names for word in stems)))


def stems_asked(indicator: str) -> frozenset[str]:
    """Return the stems of the words that a question is called by, in the codebook in use."""
    entry = codebook().entry("indicator", indicator)
    return _stems_of_names(entry.names if entry else (indicator,))


@lru_cache(maxsize=256)
def _stems_of_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in words_that_count(name))
