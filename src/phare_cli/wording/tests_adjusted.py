"""Which tests were adjusted together, how many they are, and how many of them stand in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from phare_cli.judging.terms import Family, Terms
from phare_cli.judging.verdicts import Judgement, family_of, questions_of
from phare_cli.nouns.message import Listing, Message, Name, counted, sentence
from phare_cli.wording import foot


def adjusted(tested: Sequence[Judgement], terms: Terms, held: Sequence[Judgement]) -> list[Message]:
    """Return how tests were adjusted; *tested* are the judgements that have a p value, *held* those of a table.

    The two items of a yes or no question are one test. A family holds the tests of what was not asked for too.
    """
    level = foot.level(terms.conf)
    shown = len(questions_of(held))
    if terms.family is Family.NONE:
        return [
            counted(
                "{count} test by itself, at {level} confidence.",
                "{count} tests, each at {level} confidence: of so many, some may find a gap that is not there.",
                len(questions_of(tested)),
                level=level,
            )
        ]
    families = {
        family_of(judgement.pair) if terms.family is Family.INDICATOR else (): judgement
        for judgement in tested
    }
    total = sum(judgement.tests for judgement in families.values())
    if len(families) == 1:
        lines = [
            counted(
                "{count} test, at {level} confidence.",
                "{count} tests, at {level} confidence together: p values are adjusted by Holm's method.",
                total,
                level=level,
            )
        ]
    else:
        lines = [
            sentence(
                "{total} tests in {families} families, each of one question in one place ({counts}). A family is at "
                "{level} confidence as a whole: its p values are adjusted by Holm's method.",
                total=total,
                families=len(families),
                level=level,
                counts=_counts(tuple(families.values())),
            )
        ]
    if shown < total:
        lines.append(
            counted(
                "{count} of these {total} tests is shown here; the others are of the same questions.",
                "{count} of these {total} tests are shown here; the others are of the same questions.",
                shown,
                total=total,
            )
        )
    return lines


def _counts(families: Sequence[Judgement]) -> Listing:
    """Return, for each indicator, how many families it has, and of how many tests."""
    sizes: dict[str, dict[bool, Counter[int]]] = {}
    for judgement in families:
        kinds = sizes.setdefault(judgement.pair.estimate.indicator, {})
        kinds.setdefault(judgement.pair.is_in_group, Counter())[judgement.tests] += 1
    return Listing(tuple(_of_indicator(indicator, kinds) for indicator, kinds in sizes.items()), last=";")


def _of_indicator(indicator: str, kinds: Mapping[bool, Counter[int]]) -> Message:
    name = Name("indicator", indicator)
    if len(kinds) == 1:
        return sentence("{indicator}: {tests}", indicator=name, tests=_sizes(*kinds.values()))
    return sentence(
        "{indicator}: {parts} among the parts, {wholes} beside the whole group",
        indicator=name,
        parts=_sizes(kinds[False]),
        wholes=_sizes(kinds[True]),
    )


def _sizes(counts: Counter[int]) -> Message:
    """Return the tests of one family, or of how many there are of which sizes."""
    families, least, most = counts.total(), min(counts), max(counts)
    if families == 1:
        return counted("{count} test", "{count} tests", most)
    if least == most:
        return counted(
            "{families} families of {count} test",
            "{families} families of {count} tests",
            most,
            families=families,
        )
    return sentence("{families} families of {low} to {high} tests", families=families, low=least, high=most)
