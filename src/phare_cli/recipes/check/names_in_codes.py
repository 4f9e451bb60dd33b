"""Say that things are still called by the codes of a questionnaire, and where their words are to be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from phare_cli.language.known_by_words.coded_answers import are_codes, is_code
from phare_cli.language.known_by_words.residual_answers import is_residual
from phare_cli.nouns.message import Message, Name, first_of, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.recipes.check.doubt import doubt

PLACES: Mapping[str, Message] = {
    "region": sentence("places"),
    "stakeholder": sentence("groups"),
    "segment": sentence("segments"),
}
ALL = "all"
_MOST = 4  # of what is called by codes, that a sentence names


def told_of_codes(estimates: Iterable[Estimate]) -> Message | None:
    """Return that codes stand for the words of answers, or of places, groups or segments; None where none do."""
    found = _coded(estimates)
    return _told(found) if found else None


def _told(found: Mapping[tuple[str, str], set[str]]) -> Message:
    named = [
        sentence("“{name}”", name=Name(*what)) if what[0] == "indicator" else PLACES[what[0]]
        for what in found
    ]
    return sentence(
        "codes stand for words, as {code}: {names}. Write in the spec what each means.",
        code=min(filter(is_code, next(iter(found.values())))),
        names=first_of(named, _MOST),
    )


def names_in_codes(estimates: Iterable[Estimate]) -> Iterator[Problem]:
    """Yield one warning where codes stand for words, at the first figure that has one."""
    figures = list(estimates)
    found = _coded(figures)
    if found:
        kind, name = next(iter(found))
        column = "item" if kind == "indicator" else kind
        of_it = (each for each in figures if kind != "indicator" or each.indicator == name)
        first = next(each for each in of_it if is_code(getattr(each, column)))
        yield doubt("codes-for-words", _told(found), first, column, getattr(first, column))


def _coded(estimates: Iterable[Estimate]) -> dict[tuple[str, str], set[str]]:
    """Return the codes of the places, groups, segments and indicators that are called by some, by kind and name."""
    names: dict[tuple[str, str], set[str]] = {(kind, ""): set() for kind in PLACES}
    for estimate in estimates:
        names.setdefault(("indicator", estimate.indicator), set()).add(estimate.item)
        for kind in PLACES:
            names[kind, ""].add(getattr(estimate, kind))
    return {
        what: held
        for what, texts in names.items()
        if are_codes(held := {text for text in texts - {NATION, ALL} if not is_residual(text)})
    }
