"""Find multiples, in words and in digits: "deux fois et demie", "2 à 3 fois", "x3"; tell how often from them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from phare_cli.documents.prose.cardinals import cardinal_at, value_of
from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.names.mention import ARTICLES
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import may_have, words_in
from phare_cli.recipes.verify.grammar.relations.relation import MULTIPLES, Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_AND_A_HALF = (("et", "demie"), ("et", "demi"))
_TO = frozenset(("a", "to", "-", "–", "ou", "or"))
_HALF = "half"
_OWNED = frozenset(("'s", "'", "’"))
_BETWEEN = {"et": "entre", "and": "between"}
_BY = frozenset(("x", "×"))
_SIGNS = _BY | {_HALF}
_LISTS = ("times", "several times", "multiple", "and a half times")
_LONGEST = 3  # words of a number: "quatre vingt douze"


class Multiple(NamedTuple):
    """A multiple from token *start* to *end*. *factor* is None where its words tell none, *to* the end of a range."""

    start: int
    end: int
    factor: float | None
    to: float | None = None
    decimals: int = 0


def multiples_in(sentence: Sentence) -> Iterator[Multiple]:
    """Yield the multiples of a sentence."""
    if not may_have(sentence, *_LISTS) and _SIGNS.isdisjoint(words_in(sentence)):
        return
    numbered = list(_numbered(sentence))
    yield from numbered
    for cue in sentence.words["multiple"].find(sentence.tokens):
        if any(each.start < cue.end and cue.start < each.end for each in numbered):
            continue
        is_half_more = _is_half_more(sentence, cue.end)
        yield Multiple(cue.start, cue.end + 2 * is_half_more, float(cue.sense) + 0.5 * is_half_more)
    for at, token in enumerate(sentence.tokens):
        if token.word == _HALF and (end := _end_of_share(sentence, at + 1)) is not None:
            yield Multiple(at, end, 0.5)
    for cue in sentence.words["and a half times"].find(sentence.tokens):
        whole = _number_before(sentence, cue.start)
        if whole is not None and whole.factor is not None:
            yield Multiple(whole.start, cue.end, whole.factor + 0.5)


def _end_of_share(sentence: Sentence, place: int) -> int | None:
    """Return where the name begins whose share "half" is of: "half the London share", "half Scotland's rate"."""
    start = place + (sentence.word(place) == "the")
    name = next((each for each in sentence.mentions if each.start in (place, start)), None)
    if name is None:
        return None
    noun = name.end + (sentence.word(name.end) in _OWNED)
    is_share = any(sentence.words[words].holds(sentence.word(noun)) for words in ("rate noun", "of figures"))
    return start if is_share else None


def _numbered(sentence: Sentence) -> Iterator[Multiple]:
    """Yield "3 fois plus", "deux à trois fois plus", "2.5 times as likely", "x3 plus", and "several times more"."""
    tokens, words = sentence.tokens, sentence.words
    for cue in words["times"].find(tokens):
        number = _number_before(sentence, cue.start)
        end = cue.end + 2 * _is_half_more(sentence, cue.end)
        if number is None or number.factor is None or not _leads(sentence, end):
            continue
        low = _low_end(sentence, number)
        if low is not None and low.factor is not None:
            yield Multiple(low.start, end, low.factor, number.factor)
        elif end > cue.end:
            yield Multiple(number.start, end, number.factor + 0.5)
        else:
            yield number._replace(end=end)
    for at, token in enumerate(tokens):
        if token.text not in _BY:
            continue
        for digits, beside in ((at + 1, at - 1), (at - 1, at + 1)):
            start, end = min(at, digits), max(at, digits) + 1
            if not 0 <= digits < len(tokens) or tokens[digits].kind != "number":
                continue
            is_product = 0 <= beside < len(tokens) and tokens[beside].kind == "number"
            if tokens[start].end == tokens[end - 1].start and not is_product and _leads(sentence, end):
                value, decimals = value_of(tokens[digits].text)
                yield Multiple(start, end, value, decimals=decimals)
    for cue in words["several times"].find(tokens):
        if _leads(sentence, cue.end) and sentence.word(cue.start - 1) != "how":  # which says none
            yield Multiple(cue.start, cue.end, None)


def _leads(sentence: Sentence, place: int) -> bool:
    """Tell whether a multiple leads to what it is of: "3 times more", "3 fois la part", not "3 fois la semaine"."""
    head = sentence.words["multiple head"].at(sentence.tokens, place)
    is_span = sentence.word(place) in ARTICLES and sentence.words["counted"].holds(sentence.word(place + 1))
    return head is not None and not is_span


def _number_before(sentence: Sentence, end: int) -> Multiple | None:
    """Return the number, in digits or in words, that ends right before *end*."""
    tokens = sentence.tokens
    if end > 0 and tokens[end - 1].kind == "number":
        value, decimals = value_of(tokens[end - 1].text)
        return Multiple(end - 1, end, value, decimals=decimals)
    for start in range(max(0, end - _LONGEST), end):
        number = cardinal_at(tokens, start, sentence.words)
        if number is not None and number.end == end:
            return Multiple(start, end, float(number.value))
    return None


def _low_end(sentence: Sentence, number: Multiple) -> Multiple | None:
    """Return where the range begins that a number ends: "2 à 3 fois", "between two and three times"."""
    link = sentence.word(number.start - 1)
    low = _number_before(sentence, number.start - 1)
    if low is None or low.factor is None or number.factor is None or low.factor >= number.factor:
        return None
    is_led = link in _BETWEEN and sentence.word(low.start - 1) == _BETWEEN[link]
    return low if link in _TO or is_led else None


def _is_half_more(sentence: Sentence, place: int) -> bool:
    return (sentence.word(place), sentence.word(place + 1)) in _AND_A_HALF


def is_of_number(sentence: Sentence, place: int) -> bool:
    """Tell whether a comparative is of a number or a factor: "more than half", "has more than doubled in York"."""
    change = sentence.words["change"].at(sentence.tokens, place)
    is_factor = change is not None and change.sense in MULTIPLES
    return is_factor or any(each.start <= place < each.end for each in sentence.numbers)


def is_of_time(sentence: Sentence, place: int) -> bool:
    """Tell whether a multiple says how often: "twice a day", "deux fois par semaine"."""
    word = sentence.word(place)
    is_led = word in ("a", "per", "par", "each", "every", "daily", "weekly", "monthly", "yearly")
    return is_led and (sentence.words["counted"].holds(sentence.word(place + 1)) or word.endswith("ly"))


def is_factor(number: SpokenNumber, relations: Sequence[Relation]) -> bool:
    """Tell whether a number in words is the multiple of a comparison: "half the London share"."""
    return number.in_words and any(
        each.factor is not None and each.start <= number.start < each.cue for each in relations
    )
