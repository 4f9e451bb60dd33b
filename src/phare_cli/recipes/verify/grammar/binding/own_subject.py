"""Tell whether words before a figure say something of their own that no name holds, so that no topic is lent to it."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.antecedents.relative_clauses import object_before
from phare_cli.recipes.verify.grammar.binding.strangers import foreign_words, stems_asked
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.stems import stem

_POINTING = frozenset(
    "ce cet cette ces tel telle tels telles this that these those such same meme memes".split()  # noqa: SIM905
)
_DETERMINERS = frozenset(
    "le la les l' un une leur leurs son sa ses the a an their its his our your my".split()  # noqa: SIM905
)
_OF = frozenset("de des du d' of".split())  # noqa: SIM905
_JOINS = frozenset(", et and mais but while whereas puis then".split())  # noqa: SIM905
_WHO = frozenset(("who", "whose", "qui"))
_HAVING = frozenset(("avec", "sans", "with", "without"))
_GIVING = frozenset(("avec", "a", "with", "at"))
_OPENING = frozenset("dans chez parmi pour au aux among for within in at".split())  # noqa: SIM905
_LEADING = frozenset(("pour", "en", "for", "in", "on"))
_BEFORE_NOUN = frozenset(
    "dans sur a en chez vers depuis pendant de in on at within since during of to".split()  # noqa: SIM905
)
_THAT = frozenset(("that", "que", "qu'"))
_CLITICS = frozenset(("le", "la", "les", "l'"))
_OF_PAST = ("aient", "ait")
_TO_VERB = 4  # words from "who" to the last of what it tells
_ADVERBS = {"fr": ("ment",), "en": ("ly",)}


def has_own_subject(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure is said of something that is named in its clause, and by no name of the data.

    Of what a relative clause says that people do ("pro bono work, which 5% do"), of whoever one tells apart ("visitors
    who swim"), of what "as for" leads in, of a part ("the share of anglers"), of people with or without something, of
    the subject itself ("swimming is at 53%").
    """
    start = start_of_words(near, figure)
    done = object_before(near.sentence, figure)
    return any(
        (done is not None and at in range(*done))
        or _is_told_apart(near, at)
        or _is_led_in(near, at, start)
        or _is_counted(near, at)
        or near.sentence.word(_noun(near, at) - 1) in _HAVING
        or _is_subject(near, at, start)
        or _is_behind_subject(near, at, start)
        or _is_given(near, at, figure)
        for at in own_words(near, figure)
    )


def asks_of_another(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure is said of what was asked, of a thing that is no answer: "the distance of the school"."""
    start = start_of_words(near, figure)
    return any(_is_of_question(near, at, start) for at in own_words(near, figure))


def rates_the_whole(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a score is given to all that people came for: "visitors gave their stay 8.7 out of 10"."""
    own = list(own_words(near, figure))
    whole = near.words["rated whole"]
    return bool(own) and all(whole.holds(near.sentence.word(at)) for at in own)


def may_have_own(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure has an own subject, or words of its own before a colon or a bracket: "they skate (53%)"."""
    named = [each.end for each in near.sentence.mentions if each.end <= figure.start]
    named.extend(each.end for each in near.sentence.topics if each.end <= figure.start)
    is_labelled = near.sentence.word(figure.start - 1) in (":", "(")
    return has_own_subject(near, figure) or (
        is_labelled and any(at >= max(named, default=0) for at in own_words(near, figure))
    )


def takes_up_topic(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a pronoun or a rate in a figure's clause stands for what was spoken of: "elle s'établit à 87 %".

    What another subject does is none of it: "as for skating, they are 53%".
    """
    if has_own_subject(near, figure):
        return False
    clause, end = near.sentence.clause(figure.start)
    stands_in = any(near.words[name].first(near.tokens, clause, end) for name in ("pronoun", "rate noun"))
    return stands_in or any(_is_clitic(near, at) for at in range(figure.end, end))


def _is_clitic(near: Surroundings, at: int) -> bool:
    """Tell whether a word stands for what was spoken of before a verb in the past: "58 % la prenaient"."""
    return near.sentence.word(at) in _CLITICS and near.sentence.word(at + 1).endswith(_OF_PAST)


def is_of_part(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether words that no name holds open a clause and say where or of whom: "Dans la coiffure, 44 %"."""
    start = start_of_words(near, figure)
    if near.sentence.word(start) not in _OPENING:
        return False
    comma = next((at for at in range(start, figure.start) if near.sentence.word(at) == ","), start)
    named = any(start <= each.start < comma for each in near.sentence.mentions)
    return not named and any(at < comma and _noun(near, at) - start <= 1 for at in own_words(near, figure))


def own_words(near: Surroundings, figure: SpokenNumber) -> Iterator[int]:
    """Yield the places of words before a figure, in its clause, that carry something that no name of the data holds.

    Words that only carry a figure ("the trend", "stood at") are none, nor are those that point back ("cette crainte").
    """
    start = start_of_words(near, figure)
    strangers = foreign_words(near, start, figure.start)
    if not strangers:
        return
    of_groups = {
        word for each in near.sentence.of_kind("group") for word in near.context.names.words_for(each)
    }
    reports = near.words["reporting"].find(near.tokens, start, figure.start)
    known = {at for cue in reports for at in range(cue.start, cue.end)}
    for at in strangers:
        word, before = near.sentence.word(at), near.sentence.word(at - 1)
        points_back = before in _POINTING or (near.sentence.word(at - 2) in _POINTING and before not in _WHO)
        is_adverb = word.endswith(_ADVERBS[near.words.language]) and before not in _DETERMINERS
        is_carrier = near.words["carrier"].holds(word) or is_adverb  # "l'enseignement" is a noun
        if at not in known and word not in of_groups and not points_back and not is_carrier:
            yield at


def start_of_words(near: Surroundings, figure: SpokenNumber) -> int:
    """Return where the words of a figure begin: with its clause, behind what is said of the figure before it."""
    is_labelled = near.sentence.word(figure.start - 1) == ":"
    start, _ = near.sentence.clause(figure.start - is_labelled)
    for cue in near.words["reporting"].find(near.tokens, start, figure.start):
        if near.sentence.word(cue.end) in _THAT:
            start = cue.end + 1  # "someone claims that most firms ..."
    before = max((each.end for each in near.figures if each.end <= figure.start), default=0)
    if before <= start:
        return start
    return next(
        (at + 1 for at in range(before, figure.start) if near.sentence.word(at) in _JOINS), figure.start
    )


def _noun(near: Surroundings, at: int) -> int:
    """Return where the words of a noun begin: with its article, where it has one."""
    return at - (near.sentence.word(at - 1) in _DETERMINERS)


def _is_told_apart(near: Surroundings, at: int) -> bool:
    """Tell whether a word is in a relative clause: "visitors who swim", "ceux qui pêchent"."""
    return any(near.sentence.word(before) in _WHO for before in range(max(0, at - _TO_VERB), at))


def _is_led_in(near: Surroundings, at: int, start: int) -> bool:
    """Tell whether a noun is what words lead in: "as for skating", "côté sauna", "pour le sauna, ..."."""
    noun = _noun(near, at)
    if noun == start + 1 and near.sentence.word(start) in _LEADING:
        return True
    return any(near.words[name].before(near.tokens, noun) is not None for name in ("on", "leading in"))


def _is_counted(near: Surroundings, at: int) -> bool:
    """Tell whether a noun is what a share is of: "the share of anglers", "la part des pêcheurs"."""
    of = _noun(near, at) - 1
    return near.sentence.word(of) in _OF and near.words["rate noun"].before(near.tokens, of) is not None


def _is_of_question(near: Surroundings, at: int, start: int) -> bool:
    """Tell whether the subject is what was asked, and a word says of what that no answer is."""
    if not _is_behind_subject(near, at, start):
        return False
    asked = stem(near.sentence.word(_noun(near, at) - 2))
    spoken = near.bound[-1].scene.topics if near.bound else near.context.last.topics
    return any(asked in stems_asked(indicator) for indicator, _ in spoken)


def _is_subject(near: Surroundings, at: int, start: int) -> bool:
    """Tell whether a noun is the subject of its clause, or stands there as a label: "le sauna", "Fishing: 53%"."""
    noun, opening = _noun(near, at), start + (near.sentence.word(start) in _JOINS)
    return at in (start, opening) or (noun < at and near.sentence.word(noun - 1) not in _BEFORE_NOUN)


def _is_behind_subject(near: Surroundings, at: int, start: int) -> bool:
    """Tell whether a word says of what the subject is: "the lack of doctors", "l'absence de piscine"."""
    of = _noun(near, at) - 1
    return of > start and near.sentence.word(of) in _OF and _is_subject(near, of - 1, start)


def _is_given(near: Surroundings, at: int, figure: SpokenNumber) -> bool:
    """Tell whether a figure is given to the word right before it: "then comes fishing, with 53%"."""
    comma = near.sentence.word(at + 1) == ","
    return near.sentence.word(figure.start - 1) in _GIVING and at + 1 + comma == figure.start - 1
