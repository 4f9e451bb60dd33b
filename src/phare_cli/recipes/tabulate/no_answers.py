"""Ask about answers that look like none, and tell of declared ones that nobody gave. Leaves every count as it is."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.language.folding import clean, fold
from phare_cli.nouns.message import Listing, Message, counted, sentence
from phare_cli.respondents.spec import QuestionKind, Spec
from phare_cli.respondents.tally import Tally

# What software writes where nobody answered: R, pandas, SQL, SPSS, Excel, and codes below what an answer can be.
_LOOKS_MISSING = frozenset(
    {
        "na",
        "n a",
        "nan",
        "null",
        "none",
        "#null!",
        "nil",
        ".",
        "..",
        "-",
        "--",
        "?",
        "#n/a",
        "missing",
        "(null)",
    }
)
_CODES = frozenset({"-1", "-7", "-8", "-9", "-77", "-88", "-98", "-99", "-998", "-999", "-9999"})


def looks_missing(text: str) -> bool:
    """Tell whether a text is what software writes for no answer.

    >>> looks_missing("N/A"), looks_missing("-99"), looks_missing("None of these"), looks_missing("99")
    (True, True, False, False)
    """
    return text in _CODES or text.casefold() in _LOOKS_MISSING or fold(text) in {"na", "n a", "nan", "null"}


def tell_no_answers(sums: Tally, spec: Spec, *, counts: bool) -> Iterator[Message]:
    """Yield a note for each answer that looks like none, and for each declared one that is not there.

    *counts* says how many gave it, which may be what results hide.
    """
    given: dict[str, int] = {}
    for question_sums in sums.questions:
        if question_sums.question.options:
            continue
        for item, chosen in zip(question_sums.items, question_sums.chosen, strict=True):
            if looks_missing(item):
                given[item] = given.get(item, 0) + int(chosen.counts.sum())
    for text, count in given.items():
        if count and counts:
            yield counted(
                "“{text}” counts as an answer ({count} time): {missing} leaves it out.",
                "“{text}” counts as an answer ({count} times): {missing} leaves it out.",
                count,
                text=text,
                missing=_missing(text, spec),
            )
        elif count:
            yield sentence(
                "“{text}” counts as an answer: {missing} leaves it out.",
                text=text,
                missing=_missing(text, spec),
            )
    for text in spec.missing:
        listing = [
            question.indicator
            for question in spec.questions
            if question.kind is not QuestionKind.SET and clean(text) in map(clean, question.options)
        ]
        if listing:
            yield sentence(
                "“{text}” stands for no answer, but is an option of {indicators}, where it counts: take it out of the "
                "options to leave it out of the base.",
                text=text,
                indicators=Listing(tuple(listing)),
            )
        elif clean(text) not in sums.missing_met and text not in spec.usual_missing:
            yield sentence("{missing}: no question holds it.", missing=_missing(text, spec))


def _missing(text: str, spec: Spec) -> str:
    return spec.asking(f"--missing {text}", f'missing = ["{text}"]')
