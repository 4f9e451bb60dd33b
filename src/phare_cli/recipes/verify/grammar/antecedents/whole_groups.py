"""Find the group that a part was told of, where words take it up: "the whole group", "dans l'ensemble du groupe"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence

_TOLD_APART = frozenset("of de des du d' who which that whose qui que dont le plus most".split())  # noqa: SIM905


def with_whole_groups(sentence: Sentence, context: Context) -> Sentence:
    """Return *sentence* with the groups that "the group" and "a part" stand for, where a part of one was told."""
    if not sentence.has("whole group"):
        return sentence
    found = [*_wholes(sentence, context), *_parts(sentence, context)]
    taken = {at for each in found for at in range(each.start, each.end)}
    kept = [each for each in sentence.mentions if taken.isdisjoint(range(each.start, each.end))]
    return sentence.with_names([*kept, *found])


def _wholes(sentence: Sentence, context: Context) -> Iterator[Mention]:
    """Yield the group of the part told last wherever it is taken up as a whole."""
    for cue in sentence.words["whole group"].find(sentence.tokens):
        part = _part_told(sentence, cue, context)
        is_free = sentence.word(cue.end) not in _TOLD_APART and not _is_mere_label(sentence, cue)
        is_share = any(share_of_group(sentence, each) == cue for each in sentence.numbers)
        if part is not None and is_free and not is_share:
            yield part._replace(start=cue.start, end=cue.end, segment="")


def share_of_group(sentence: Sentence, number: SpokenNumber) -> Cue | None:
    """Return the whole that a number is the share of, which nobody answers: "women are 52% of the group"."""
    of = number.end + (sentence.word(number.end) in ("of", "de"))
    whole = sentence.words["whole group"].at(sentence.tokens, of)
    is_told = whole is not None and sentence.words["amounts to"].before(sentence.tokens, number.start)
    return whole if is_told else None


def _parts(sentence: Sentence, context: Context) -> Iterator[Mention]:
    """Yield the part told last where words take it up beside its whole: "5% in a part that is 37% of the group"."""
    for cue in sentence.words["part of group"].find(sentence.tokens):
        part = _part_told(sentence, cue, context)
        if part is not None:
            yield part._replace(start=cue.start, end=cue.end)


def _part_told(sentence: Sentence, cue: Cue, context: Context) -> Mention | None:
    """Return the last part of a group that was told before *cue*, in its group."""
    before = [each for each in sentence.of_kind("group", 0, cue.start) if each.segment]
    last = context.last
    told = before[-1:] or [Mention(0, 0, "group", last.group or "", last.segment)] * bool(last.segment)
    if not told:
        return None
    whole = last.group or context.heading_scene().group
    group = told[0].id or context.names.holder(told[0].segment, whole)
    return told[0]._replace(id=group) if group not in (None, "", UNKNOWN) else None


def _is_mere_label(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether words stand in a bracket without a figure, which says what is set beside: "(beside the group)"."""
    bracket = sentence.bracket(cue.start)
    return bracket is not None and not any(
        sentence.bracket(each.start) == bracket for each in sentence.numbers
    )
