"""Find what "the former ... the latter", "des uns ... des autres", "them" stand for: what was told last."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.recipes.verify.grammar.claims import Scene
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.topic import Topic

_PAIRS = (("former", "latter"), ("one of two", "other of two"))
_TAKING_UP = ("former", "latter", "one of two", "last told")
_HEDGED = 3  # words before a number that opens its sentence: "Un peu plus de"
_DETERMINERS = frozenset(("des", "les", "aux", "the"))


def with_former_and_latter(sentence: Sentence, told: Sequence[Mention], last: Mention | None) -> Sentence:
    """Return *sentence* with the names that its "former" and "latter" stand for; *told* are those of the one before.

    *last* is the last group that was named before.
    """
    if sentence.words.merged(_TAKING_UP).first(sentence.tokens) is None:
        return sentence
    for first, second in _PAIRS:
        one = _place_of(sentence, first, 0)
        other = _place_of(sentence, second, one + 1) if one is not None else None
        if one is None or other is None:
            continue
        names = last_two([each for each in sentence.mentions if each.end <= one]) or told
        if len(names) == 2:
            stand = [
                name._replace(start=place, end=place + 1)
                for name, place in zip(names, (one, other), strict=True)
            ]
            kept = [each for each in sentence.mentions if each.start not in (one, other)]
            topics = tuple(each for each in sentence.topics if not {one, other} & set(each.places))
            return sentence.with_names([*kept, *stand], topics=topics)
    sentence = _with_one_of_two(sentence, told)
    cue = sentence.words["last told"].first(sentence.tokens)
    here = sentence.of_kind("group", 0, cue.start) if cue is not None else []
    before = here[-1:] or [each for each in (last,) if each is not None]
    if cue is not None and before:
        stands = before[-1]._replace(start=cue.start, end=cue.end)  # "Chez ces derniers"
        return sentence.with_names([*sentence.mentions, stands])
    return sentence


def _with_one_of_two(sentence: Sentence, told: Sequence[Mention]) -> Sentence:
    """Return *sentence* with whom "the former" or "the latter" stands for that it names alone: "que les premiers"."""
    for turn, name in enumerate(_PAIRS[0]):
        place = _place_of(sentence, name, 0)
        if place is None or not _is_alone(sentence, place):
            continue
        if sentence.words["last told"].at(sentence.tokens, place - 1) is not None:
            continue  # "the latter" is whoever was told last
        names = last_two([each for each in sentence.mentions if each.end <= place]) or told
        if len(names) == len(_PAIRS[0]):
            stands = names[turn]._replace(start=place, end=place + 1)
            topics = tuple(each for each in sentence.topics if place not in each.places)
            return sentence.with_names([*sentence.mentions, stands], topics=topics)
    return sentence


def _is_alone(sentence: Sentence, place: int) -> bool:
    """Tell whether no noun follows "les premiers": it stands before a mark, or in French before a verb."""
    if place + 1 >= len(sentence.tokens) or sentence.tokens[place + 1].kind == "mark":
        return True
    lists = ("verb", "light verb", "agreement")
    return sentence.words.language == "fr" and (
        any(sentence.words[name].at(sentence.tokens, place + 1) is not None for name in lists)
        or sentence.word(place + 1).endswith(("ent", "ont"))
    )


def last_two(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the last two groups or places, none where there are no two of one kind."""
    for kind in ("group", "place"):
        found = [each for each in mentions if each.kind == kind and (each.id or each.segment)]
        if len(found) > 1 and found[-2][2:] != found[-1][2:]:
            return tuple(found[-2:])
    return ()


def answer_taken_up(
    sentence: Sentence, recent: Sequence[Scene], named_last: tuple[Topic, ...]
) -> tuple[Topic, ...]:
    """Return what a sentence takes up: the answer of the last figure, or the one that was *named_last*.

    The other is meant where its pronoun opens a sentence that names no answer: "Cette dernière pèse moins".
    """
    if recent and sentence.has("last answer"):
        return recent[-1].topics
    is_opened = not sentence.topics and sentence.words["last named"].at(sentence.tokens, 0) is not None
    return named_last if is_opened else ()


def answer_named_last(sentence: Sentence) -> tuple[Topic, ...]:
    """Return the one answer that is named in a sentence behind everybody: "the rent comes before the noise"."""
    people = max((each.start for each in sentence.of_kind("group")), default=-1)
    last = next(reversed(sentence.topics), None)
    is_told = last is not None and not last.is_indicator and last.start > people and len(last.topics) == 1
    return last.topics if last is not None and is_told else ()


def _place_of(sentence: Sentence, name: str, start: int) -> int | None:
    """Return where a word of a list stands behind a determiner."""
    for cue in sentence.words[name].find(sentence.tokens, start):
        if sentence.word(cue.start - 1) in _DETERMINERS:
            return cue.start
    return None


def counts_some_of_them(sentence: Sentence) -> bool:
    """Tell whether a sentence opens with how many of those who were spoken of: "A third of them"."""
    first = next(iter(sentence.numbers), None)
    if first is None or first.start > _HEDGED or first.end >= len(sentence.tokens):
        return False
    cue = sentence.words["of them"].at(sentence.tokens, first.end)
    return cue is not None and sentence.word(cue.end) != "who"  # "half of those who do not"
