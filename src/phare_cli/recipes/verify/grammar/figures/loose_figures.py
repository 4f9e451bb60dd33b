"""Tell figures that stand alone, as a headline or in a quotation, so that no context may be lent to them."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.passage import Role
from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.context import Context
from phare_cli.recipes.verify.grammar.sentence import Sentence

_OPENING, _CLOSING = '«“"', '»”"'
_TO_VERB = 3  # words behind a figure's comma: "48 %, a-t-on pu lire"
_THEY = frozenset("ils elles il elle they we he she".split())  # noqa: SIM905
_DETERMINERS = frozenset("the this that one a un une le la ce cet cette".split())  # noqa: SIM905
_WE_ARE = frozenset(
    "we are were at i' m am we' re one of the among part nous sommes etions on est etait a je suis fais fait".split()  # noqa: SIM905
    + "faisons partie parmi ces les l' un une des".split()  # noqa: SIM905
)
_TO_QUOTE = 2  # marks and words from a quotation mark to its figure


def is_loose(sentence: Sentence, figures: Sequence[SpokenNumber], context: Context) -> bool:
    """Tell whether a figure stands as a headline or a quotation: nothing around it may be lent to it."""
    if not figures:
        return False
    is_answer = context.follows_question and sentence.tokens[0].text in _CLOSING  # "“Do you? ” 41% do"
    is_announced = context.is_headline and not is_answer
    is_asked = context.follows_question and not is_announced
    if is_asked and not (sentence.has("quoting") or sentence.has("figure noun")):
        return False
    first = figures[0]
    if not sentence.of_kind("group") and (sentence.has("going round") or _is_to_remember(sentence, first)):
        return True  # "A slide shown at the launch gave 86% for alliances."
    before = {sentence.tokens[at].text for at in range(max(0, first.start - 2), first.start)}
    if not sentence.topics and not sentence.of_kind("group") and sentence.has("to remember"):
        return True  # "the one number to remember tonight"
    if context.is_bare_section and not sentence.topics and not sentence.mentions:
        return True  # "## Close" and, below it, "44% (let them guess)"
    if is_announced and len(figures) == 1:
        return True  # "**The number to remember.** Mayors: 69%."
    if _is_headed_by_figure(sentence, first):
        return True
    if _is_aside(sentence, first):
        return False
    if not context.is_new_paragraph and _is_led_by_name(sentence, first):
        return False  # "England: 22%. Wales: 31%."
    if sentence.passage.role is Role.QUOTATION or before & set('«“"') or _is_of_speaker(sentence, first):
        return True
    if _is_in_title_quoted(sentence, first):
        return True
    if sentence.word(first.start - 1) != ":":
        return False
    after = sentence.tokens[first.end :]
    is_reported = sentence.word(first.end) == "," and any(
        sentence.words["reporting"].at(sentence.tokens, at) is not None
        for at in range(first.end + 1, first.end + 1 + _TO_VERB)
    )
    opens_in_a = sentence.tokens[0].text in ("À", "à")  # "À suivre : 48 %": no form of "avoir"
    has_verb = (
        sentence.word(0) in _THEY
        or sentence.has("light verb", 0, first.start)
        or sentence.has("verb", opens_in_a, first.start)
    )
    is_label = is_reported or (not has_verb and all(token.kind == "mark" for token in after))
    opens = sentence.word(0) in _DETERMINERS and sentence.has("figure noun", 0, first.start)
    opens = opens and not sentence.of_kind(
        "group", 0, first.start
    )  # "le nombre d'entreprises a doublé : 37 %"
    return (
        opens
        or _are_labels(sentence, figures)
        or sentence.has("quoting", 0, first.start)
        or (is_label and len(figures) == 1 and first.start <= 14)
    )


def is_headed(sentence: Sentence, group: str | None, context: Context) -> bool:
    """Tell whether a heading below the title is of a group, and a sentence names nothing else nor reports a page."""
    if group is None or sentence.mentions:
        return False
    sections = (each.group for level, each in context.headings.items() if level > 1)
    return group in sections and not sentence.has("reporting")


def _are_labels(sentence: Sentence, figures: Sequence[SpokenNumber]) -> bool:
    """Tell whether a row of labels tells nobody and does nothing: "Rent too high: 38%; noise: 31%."."""
    is_verbless = not sentence.has("verb") and not sentence.has("light verb")
    return (
        len(figures) > 1
        and is_verbless
        and not sentence.mentions
        and all(sentence.word(each.start - 1) == ":" for each in figures)
    )


def _is_to_remember(sentence: Sentence, figure: SpokenNumber) -> bool:
    """Tell whether a figure is given as the one to keep, and no verb says of whom: "Worth remembering: jobs, 47%"."""
    led = sentence.words["to remember"].first(sentence.tokens, 0, figure.start)
    return led is not None and not any(
        sentence.has(name, led.end, figure.start) for name in ("verb", "light verb")
    )


def _is_headed_by_figure(sentence: Sentence, figure: SpokenNumber) -> bool:
    """Tell whether a label says that a figure comes, and names nobody: "THE FIGURE: on regular car-sharing, 14%"."""
    cue = sentence.words["quoting"].at(sentence.tokens, 0)
    is_label = cue is not None and sentence.word(cue.end) == ":" and figure.start > cue.end
    is_verbless = not any(sentence.has(name, cue.end) for name in ("verb", "light verb")) if cue else False
    return is_label and is_verbless and not sentence.of_kind("group")


def _is_aside(sentence: Sentence, figure: SpokenNumber) -> bool:
    """Tell whether a figure stands in brackets behind words of its sentence: "... more serious (nationally: 5.5)"."""
    opening = sentence.bracket(figure.start)
    return opening is not None and opening > 0


def _is_of_speaker(sentence: Sentence, figure: SpokenNumber) -> bool:
    """Tell whether a quotation opens with where a speaker says to be: “We are at 77%”, “Je suis l'un des 34 %”."""
    at = figure.start - 1
    while at >= 0 and sentence.word(at) in _WE_ARE:
        at -= 1
    return figure.start - at > _TO_QUOTE and sentence.tokens[max(at, 0)].text in '«“"'


def _is_in_title_quoted(sentence: Sentence, figure: SpokenNumber) -> bool:
    """Tell whether a figure stands in a title that is quoted, and that tells nobody: "On a lu : « Le froid, 37 % »"."""
    opening = max((at for at in range(figure.start) if sentence.tokens[at].text in _OPENING), default=None)
    if opening is None or (opening and sentence.word(opening - 1) != ":"):
        return False
    closing = next(
        (at for at in range(opening + 1, len(sentence.tokens)) if sentence.tokens[at].text in _CLOSING), None
    )
    named = {
        at for each in sentence.topics for at in each.places
    }  # "plays in a team", where that is an answer
    verbs = (
        cue
        for name in ("verb", "light verb")
        for cue in sentence.words[name].find(sentence.tokens, opening, closing)
    )
    is_verbless = all(cue.start in named for cue in verbs)
    return closing is not None and closing > figure.end - 1 and is_verbless and not sentence.of_kind("group")


def _is_led_by_name(sentence: Sentence, figure: SpokenNumber) -> bool:
    """Tell whether nothing but names stands before the colon that a figure follows."""
    named = {at for each in sentence.mentions for at in range(each.start, each.end)}
    of_names = {word for each in sentence.mentions for word in words_of(each.id)}
    before = range(figure.start - 1)
    return (
        sentence.word(figure.start - 1) == ":"
        and bool(named)
        and all(
            at in named or sentence.word(at) in of_names or sentence.tokens[at].text in ",'’" for at in before
        )
    )
