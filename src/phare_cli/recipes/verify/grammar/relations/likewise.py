"""The comparisons without "than" and "as ... as": "just as nurses do", "does not set Wales apart", "do better"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_AS = ("just", "as")
_DO = frozenset("do does did are is were was".split())  # noqa: SIM905
_SET = frozenset(("set", "sets"))
_APART = "apart"
_TO_NAME = 2  # words between "just as" and who does
_OF = frozenset(("de", "d'", "du", "des", "from"))


def likewise(sentence: Sentence) -> Iterator[Relation]:
    """Yield comparisons whose reference does the same, is the nation, or was told before."""
    yield from _just_as(sentence)
    yield from _set_apart(sentence)
    yield from _standing_out(sentence)
    for cue in sentence.words["fares"].find(sentence.tokens):
        if References(sentence).than(cue.end)[1] is None:
            yield Relation(cue.start, cue.end, cue.end, "comparison", cue.sense)


def _just_as(sentence: Sentence) -> Iterator[Relation]:
    """Yield "just as primary teachers do"."""
    for group in sentence.of_kind("group"):
        before = range(max(0, group.start - _TO_NAME - 1), group.start - 1)
        start = next((at for at in before if (sentence.word(at), sentence.word(at + 1)) == _AS), None)
        if start is not None and sentence.word(group.end) in _DO:
            yield Relation(start, group.end + 1, start + len(_AS), "comparison", "equal", target=group)


def _set_apart(sentence: Sentence) -> Iterator[Relation]:
    """Yield "does not set Scotland apart", which is set beside the nation."""
    for name in sentence.mentions:
        start = name.start - 1
        if sentence.word(start) not in _SET or sentence.word(name.end) != _APART:
            continue
        denial = sentence.words["negation"].before(sentence.tokens, start)
        if denial is not None:
            does = denial.start - (sentence.word(denial.start - 1) in _DO)
            yield Relation(does, name.end + 1, name.end + 1, "comparison", "equal", subject=name)


def _standing_out(sentence: Sentence) -> Iterator[Relation]:
    """Yield "la Corse ne se distingue pas (de la moyenne nationale)", "Wales is no exception"."""
    for cue in sentence.words["not standing out"].find(sentence.tokens):
        clause, _ = sentence.clause(cue.start)
        subjects = sentence.of_kind("place", clause, cue.start)
        end, target = cue.end, None
        if sentence.word(cue.end) in _OF:
            end, target = References(sentence).reference(cue.end)
        if isinstance(target, Mention):
            yield Relation(cue.start, end, cue.end, "comparison", "equal", target=target)
        elif subjects:
            yield Relation(cue.start, cue.end, cue.end, "comparison", "equal", subject=subjects[-1])
