"""The comparatives without a reference: "les associations sont plus nombreuses", "it is lower in Wales"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.documents.prose.lexicon import OPPOSITE, Cue
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import is_small

_BEFORE_NAME = frozenset(
    ("en", "in", "chez", "parmi", "among", "dans", "for", "a", "aux", "les", "the", "des", "of")
)
_ALSO = frozenset(("also", "aussi", "even", "encore", "egalement", "therefore", "donc", "toutefois"))
_MORE = frozenset(("davantage", "moins", "more", "less"))
_ABOUT = frozenset(("about", "often", "frequently"))
_THOUGH = frozenset("though although albeit but yet quoique mais".split())  # noqa: SIM905
_THEY = frozenset(("they", "ils", "elles"))
_TO_NAME = 3  # words between a comparative and whom or where it is said of


def bare_comparatives(sentence: Sentence, found: Sequence[Relation]) -> Iterator[Relation]:
    """Yield comparatives that share the reference of the comparison before them, or leave theirs to the text before."""
    first = next((other for other in found if other.kind == "comparison"), None)
    shared = list(_sharing(sentence, first)) if first is not None else []
    yield from shared
    for name in ("comparative", "bare comparative"):
        for cue in sentence.words[name].find(sentence.tokens):
            if all(not each.covers(cue.start) for each in shared):
                yield from _left_open(sentence, cue, is_adjective=name == "bare comparative")


def _sharing(sentence: Sentence, first: Relation) -> Iterator[Relation]:
    """Yield "are slightly less isolated", which shares the reference of the comparison before it."""
    for cue in sentence.words["comparative"].find(sentence.tokens, first.end):
        size = sentence.words["adverb"].before(sentence.tokens, cue.start)
        if size is None or cue.sense == "equal" or cue.end >= len(sentence.tokens):
            continue
        if sentence.words["than"].at(sentence.tokens, cue.end) is not None:
            continue  # "bien moins que prévu" has a reference of its own
        end = min(cue.end + 1, len(sentence.tokens))
        yield Relation(
            cue.start,
            end,
            cue.end,
            "comparison",
            cue.sense,
            target=first.target,
            is_of_others=first.is_of_others,
        )


def _left_open(sentence: Sentence, cue: Cue, *, is_adjective: bool) -> Iterator[Relation]:
    """Yield a comparative without "than", with whom or where it is said of.

    "Less affected (21%)" says which way, "less gloomy (21%)" does not: what 21% are may be gloomy or not.
    """
    tokens, words = sentence.tokens, sentence.words
    if any(each.start <= cue.start < each.end for each in sentence.mentions) or any(
        each.start <= cue.start < each.end for each in sentence.numbers
    ):
        return  # "1 000 salariés ou plus"
    place = cue.end - 1 if cue.end - cue.start > 1 else cue.end  # "plus nombreux" is one word of the list
    degree = words["degree"].at(tokens, place)
    disapproval = words["disapproval"].at(tokens, place)
    degree = degree or disapproval
    is_led = degree is None and any(
        place + 1 <= each.start <= place + 1 + _TO_NAME for each in sentence.topics
    )
    # "more supportive" of what people support is more of them.
    is_named = any(place in each.places for each in sentence.topics)
    is_open = degree is None and not is_adjective and not is_led and not is_named
    if cue.sense not in OPPOSITE or (is_open and not _is_quality_of_figure(sentence, place)):
        return
    end = cue.end + (is_named and degree is None) if degree is None else degree.end
    has_than = References(sentence).than(cue.end)[1] is not None or words["than"].first(
        tokens, end, min(end + _TO_NAME, len(tokens))
    )
    if has_than or not _is_said_of(sentence, cue, is_led=is_led):
        return
    named = next(
        (each for each in sentence.mentions if end <= each.start <= end + _TO_NAME and each.kind != "wave"),
        None,
    )
    if named is not None and {sentence.word(at) for at in range(end, named.start)} <= _BEFORE_NAME:
        end = named.end
    if named is None and (not _has_subject(sentence, cue.start) or words["in truth"].at(tokens, end)):
        return  # "these gaps were chosen as the largest: they are probably smaller in truth"
    is_low = degree is not None and degree.sense == "low"
    direction = (
        "" if is_open or degree is disapproval is not None else OPPOSITE[cue.sense] if is_low else cue.sense
    )
    yield Relation(cue.start, end + is_open, end, "comparison", direction)


def _is_quality_of_figure(sentence: Sentence, place: int) -> bool:
    """Tell whether a word of a quality stands at *place*, and its figure in a bracket: "less gloomy (21%)"."""
    if (
        place >= len(sentence.tokens)
        or sentence.tokens[place].kind != "word"
        or is_small(sentence.word(place))
    ):
        return False
    _, end = sentence.clause(place)
    figure = next((each for each in sentence.numbers if place < each.start < end), None)
    bracket = figure is not None and sentence.bracket(figure.start)
    return figure is not None and bracket is not None and bracket - place <= _TO_NAME


def _is_said_of(sentence: Sentence, cue: Cue, *, is_led: bool) -> bool:
    """Tell whether a comparative stands behind the verb of its subject, or beside its subject between commas."""
    tokens, words = sentence.tokens, sentence.words
    size = words["adverb"].before(tokens, cue.start)
    before = (size.start if size is not None else cue.start) - 1
    while sentence.word(before) in _ALSO:
        before -= 1
    if any(words["verb"].holds(sentence.word(at)) for at in (before, before - 1)):
        return True
    answers = {at for each in sentence.topics for at in each.places}
    if (
        is_led
        and sentence.word(cue.start) in _MORE
        and cue.start not in answers
        and words["light verb"].holds(sentence.word(before))
    ):
        return True  # "citent moins les économies"
    if sentence.word(cue.end) in _ABOUT and sentence.tokens[before].kind == "word":
        return True  # "care less about friendship"
    if is_led and cue.start not in answers and _is_verb_of_subject(sentence, before):
        return True  # "ils souffrent davantage du manque de place"
    if words["degree"].at(tokens, cue.end) is not None and (
        sentence.word(before) in _THOUGH or (sentence.word(before) == "," and _leads_to_name(sentence, cue))
    ):
        return True  # "no richer, though a little more inclined to save", "..., a shade more common among tenants"
    return sentence.word(before) == "," and any(each.end == before for each in sentence.mentions)


def _is_verb_of_subject(sentence: Sentence, place: int) -> bool:
    """Tell whether a word stands right behind who does it: "ils souffrent", "nurses worry"."""
    if place < 1 or sentence.tokens[place].kind != "word" or is_small(sentence.word(place)):
        return False
    is_named = any(each.end == place and each.kind == "group" for each in sentence.mentions)
    return is_named or sentence.word(place - 1) in _THEY


def _leads_to_name(sentence: Sentence, cue: Cue) -> bool:
    """Tell whether a comparative leads to whom it is said of: "more common among tenants"."""
    return any(
        0 < each.start - cue.end - 1 <= _TO_NAME and sentence.word(cue.end + 1) in _BEFORE_NAME
        for each in sentence.of_kind("group", cue.end)
    )


def _has_subject(sentence: Sentence, place: int) -> bool:
    """Tell whether a group, a place or a pronoun stands before *place* in its clause, or "there" right behind."""
    clause, _ = sentence.clause(place)
    if sentence.words["there"].first(sentence.tokens, place, min(place + _TO_NAME, len(sentence.tokens))):
        return True
    return any(
        clause <= each.start < place and each.kind in ("group", "place") for each in sentence.mentions
    ) or any(sentence.words["pronoun"].holds(sentence.word(at)) for at in range(clause, place))
