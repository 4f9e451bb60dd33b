"""Tell what a sentence singles out: a region, a group or an answer, so that a rank is one of those."""

from __future__ import annotations

from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_TO_CLEFT = 4  # words between the start of a sentence and what it singles out
_IT_IS = frozenset(("c'", "ce", "it", "they"))
_WHICH = frozenset(("where", "what", "ou", "que", "qu'"))

_ARE = frozenset("are were remain remained stay sont etaient restent demeurent".split())  # noqa: SIM905
_THEY = frozenset(("they", "ils", "elles"))
_STILL = frozenset("also still again thus aussi toujours donc encore".split())  # noqa: SIM905
_TO_VERB, _TO_PEOPLE = 6, 2  # words from "the most convinced" to "are", and from there to whom


def singled_out(sentence: Sentence) -> str:
    """Return what a sentence singles out: "C'est en Corse que", "It is women who", "The train is where"."""
    if _is_answer_singled_out(sentence):
        return "item"
    name = next((each for each in sentence.mentions if each.kind in ("place", "group")), None)
    leads = ("que", "qu'", "qui", "that", "who", "where")
    if name is None or name.start > _TO_CLEFT or sentence.word(name.end) not in leads:
        return ""
    opens = {sentence.word(at) for at in range(name.start)}
    is_group = name.kind == "group" and bool(opens & _IT_IS)
    return "region" if name.kind == "place" else "group" if is_group else ""


def are_people_ranked(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether people are what a superlative is said of: "The most convinced are companies"."""
    quality = sentence.word(relation.end - 1)
    if sentence.words["quality of answers"].holds(quality) or sentence.words["ordinal head"].holds(quality):
        return False
    before = relation.start - 1 - (sentence.word(relation.start - 1) in _STILL)
    if sentence.word(before) in _ARE and sentence.word(before - 1) in _THEY:
        return True
    for at in range(relation.end, min(relation.end + _TO_VERB, len(sentence.tokens))):
        if sentence.tokens[at].kind != "word":
            return False
        if sentence.word(at) in _ARE:
            return any(0 < each.start - at <= _TO_PEOPLE for each in sentence.of_kind("group", at))
    return False


def _is_answer_singled_out(sentence: Sentence) -> bool:
    """Tell whether a sentence opens with an answer that is what, or where, something is the most: "Time is what"."""
    item = next((each for each in sentence.topics if not each.is_indicator), None)
    if item is None or item.start > _TO_CLEFT or not sentence.words["verb"].holds(sentence.word(item.end)):
        return False
    leads = [sentence.word(at) for at in range(item.end + 1, item.end + _TO_CLEFT)]
    return any(word in _WHICH for word in leads)
