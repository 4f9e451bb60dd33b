"""Find where a sentence holds figures against what it speaks of: "contre 41 % en France", "compared with 38% in 2019".

What stands there has its place, its wave and its group for itself; what follows is of what the sentence speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.antecedents.clause_breaks import is_contrasted
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence

_TO_FIGURE = 8  # words from "contre" to its figure: "compared with a national average of just under 41%"
_TO_NAME = 3  # words from a comma to the name that it sets off
_JOINS = frozenset((",", "et", "and", "puis", "ou", "or", "then"))
_SMALL = frozenset("en in au aux dans a chez the le la les l' de du des d' of for pour par by".split())  # noqa: SIM905

Span = tuple[int, int]


def held_against(sentence: Sentence, figures: Sequence[SpokenNumber]) -> tuple[Span, ...]:
    """Return where what is held against something begins and ends, each with one figure at least."""
    if len(figures) < 2:
        return ()
    spans: list[Span] = []
    for cue in sentence.words["held against"].find(sentence.tokens):
        first = next((at for at, each in enumerate(figures) if each.start >= cue.end), None)
        if first is None or not _leads(sentence, cue.end, figures[first]):
            continue
        if spans and cue.start < spans[-1][1]:
            continue
        if not first:
            spans.append((cue.start, _end_in_front(sentence, figures[0])))
            continue
        spans += _spans(sentence, cue, figures[first:])
    return tuple(spans)


def span_of(spans: Sequence[Span], place: int) -> Span | None:
    """Return the span that a place stands in."""
    return next((each for each in spans if each[0] <= place < each[1]), None)


def _leads(sentence: Sentence, start: int, figure: SpokenNumber) -> bool:
    """Tell whether nothing but a name and small words stand between "contre" and a figure of its own."""
    between = range(start, figure.start)
    is_named = any(start <= each.start < figure.start for each in sentence.mentions)
    marks = [sentence.tokens[at].text for at in between if sentence.tokens[at].kind != "word"]
    return len(between) <= _TO_FIGURE and (not marks or (is_named and set(marks) <= {","}))


def _spans(sentence: Sentence, cue: Cue, figures: Sequence[SpokenNumber]) -> Iterator[Span]:
    """Yield what one "contre" leads: up to its bracket or its clause, or to a figure that is none of its row.

    A figure of another place or time goes on beside the first: "contre 53 % en 2019 et 50 % en France".
    """
    start, first = cue.start, figures[0]
    end = _end_of_clause(sentence, first)
    for one, other in pairwise(figures):
        if other.start >= end:
            break
        if _is_in_row(sentence, cue.end, first, one, other):
            continue
        parting = _parting(sentence, one, other)
        yield start, parting
        if not _is_beside(sentence, one, other):
            return
        start, first = parting, other
    yield start, end


def _end_in_front(sentence: Sentence, figure: SpokenNumber) -> int:
    """Return where words that open a sentence end: "Contre 41 % en France, 45 % ..."."""
    row = range(figure.end, _end_of_clause(sentence, figure))
    return next((at for at in row if sentence.word(at) == ","), row.stop)


def _end_of_clause(sentence: Sentence, figure: SpokenNumber) -> int:
    bracket = sentence.bracket(figure.start)
    marks = ")]" if bracket is not None else ";:"
    return next(
        (
            at
            for at in range(figure.end, len(sentence.tokens))
            if sentence.tokens[at].text in marks or is_contrasted(sentence, at)
        ),
        len(sentence.tokens),
    )


def _is_in_row(
    sentence: Sentence, start: int, first: SpokenNumber, one: SpokenNumber, other: SpokenNumber
) -> bool:
    """Tell whether a figure is one more of those held against: it has a name as the first has, or nothing of its own.

    "contre 53 % en France et 50 % en Corse", "contre 53 % et 47 % en France", "contre 41 % des maires en France et 36 %
    des médecins".
    """
    between = range(one.end, other.start)
    named = {at for each in sentence.mentions for at in range(each.start, each.end)}
    words = _words_between(sentence, one, other)
    if not words <= _JOINS | _SMALL:
        return False
    is_parted = any(sentence.word(at) == "," for at in between)
    if not words - _JOINS and not named & set(between):
        return not (is_parted and named & set(range(start, first.start)))
    shared = {each.kind for each in _names_of(sentence, other)} & {
        each.kind for each in _names_of(sentence, first)
    }
    return bool(shared) and not (is_parted and shared == {"group"})


def _is_beside(sentence: Sentence, one: SpokenNumber, other: SpokenNumber) -> bool:
    """Tell whether nothing but a place or a time is told of a figure, joined to the one before."""
    kinds = {each.kind for each in _names_of(sentence, other)}
    return (
        bool(kinds) and kinds <= {"place", "wave"} and _words_between(sentence, one, other) <= _JOINS | _SMALL
    )


def _words_between(sentence: Sentence, one: SpokenNumber, other: SpokenNumber) -> set[str]:
    named = {at for each in sentence.mentions for at in range(each.start, each.end)}
    return {sentence.word(at) for at in range(one.end, other.start) if at not in named}


def _names_of(sentence: Sentence, figure: SpokenNumber) -> list[Mention]:
    """Return the names right behind a figure: "41 % des maires en France"."""
    found: list[Mention] = []
    at = figure.end
    while at < len(sentence.tokens):
        each = next((each for each in sentence.mentions if each.start <= at < each.end), None)
        if each is not None:
            found.append(each)
            at = each.end
        elif sentence.word(at) in _SMALL:
            at += 1
        else:
            break
    return found


def _parting(sentence: Sentence, one: SpokenNumber, other: SpokenNumber) -> int:
    """Return where the words of one figure end before those of the next: at the first comma or "et" between them."""
    joins = [at for at in range(one.end, other.start) if sentence.word(at) in _JOINS]
    set_off = [
        at
        for each in sentence.mentions
        if each.kind in ("place", "wave") and sentence.word(each.end) in _JOINS
        for at in range(one.end, other.start)
        if sentence.word(at) == ","
        and 0 < each.start - at <= _TO_NAME
        and all(sentence.word(between) in _SMALL for between in range(at + 1, each.start))
    ]  # "53 % en 2019, en France, et ..."
    return next((at for at in joins if at not in set_off), other.start)
