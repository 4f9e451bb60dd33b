"""A note on tests is true of its table: as many tests and families as the rows and their formulas tell."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phare_cli.judging.pairs import By
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.nouns.table import Table
from phare_cli.recipes.compare.compare import compare

# What the tests of one family share, beside survey and indicator; the reference where it makes a family of its own.
SHARED = {
    By.REGION: ("wave", "region", "to"),
    By.STAKEHOLDER: ("wave", "region"),
    By.SEGMENT: ("wave", "region"),
    By.WAVE: ("region",),
}
SINGLE = re.compile(r"(\d+) tests?, at ")
SEVERAL = re.compile(r"(\d+) tests in (\d+) families, .*\((.*)\)\.")
SHOWN = re.compile(r"(\d+) of these (\d+) tests (?:is|are) shown here")
OVER = re.compile(r", over (\d+) tests? \(Holm")


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    """Draw indicators of three and of two items, in regions and waves, of groups whole and in parts, some absent."""
    asked: tuple[dict[str, tuple[str, ...]], ...] = (
        {"w": ("air", "soil", "noise")},
        {"w": ("air",), "v": ("yes", "no")},
    )
    indicators = draw(st.sampled_from(asked))
    waves, regions = draw(st.integers(1, 2)), draw(st.integers(1, 2))
    estimates = []
    for (indicator, items), wave, region, group, segment in itertools.product(
        indicators.items(),
        ("2022", "2026")[:waves],
        (NATION, "Corse", "Bretagne")[: regions + 1],
        ("citizens", "mayors"),
        ("", "young", "old", "between"),
    ):
        if draw(st.integers(0, 5)) == 0:
            continue
        base = draw(st.sampled_from((20.0, 400.0, None)))
        first = draw(st.integers(20, 45))
        for place, item in enumerate(items):
            value = 100 - first if items == ("yes", "no") and place else first - 5 * place
            estimates.append(
                Estimate(
                    region, group, indicator, item, float(value), base=base, wave=wave, segment=segment,
                    response="single", in_national_sample=None if region == NATION else False,
                )
            )  # fmt: skip
    return Survey.of(estimates)


def told(table: Table) -> tuple[int, int, int]:
    """Return how many tests a note tells, of how many families, and how many of them it says to be shown."""
    notes = [Typesetter("en").say(note) for note in table.notes]
    for note in notes:
        if found := SEVERAL.match(note):
            tests, families = int(found[1]), int(found[2])
            break
        if found := SINGLE.match(note):
            tests, families = int(found[1]), 1
            break
    else:
        return 0, 0, 0
    shown = [int(found[1]) for note in notes if (found := SHOWN.match(note))]
    return tests, families, shown[0] if shown else tests


def formulas(table: Table, by: By) -> tuple[int, int, int]:
    """Return the same as the formulas of the rows have it, one by one."""
    tested = [row for row in table.records() if row["p_value"] is not None]
    over = [int(found[1]) for note in table.notes if (found := OVER.search(Typesetter("en").say(note)))]
    assert len(over) == len(tested)
    families: dict[tuple[object, ...], int] = {}
    questions = Counter[tuple[object, ...]]()
    for row, size in zip(tested, over, strict=True):
        whole = by is By.SEGMENT and not row["to"]
        family = (row["indicator"], whole, *(row[name] for name in SHARED[by]))
        assert families.setdefault(family, size) == size
        question = row["item"] if row["indicator"] != "v" else "yes or no"
        questions[*family, row["stakeholder"], row["segment"], row["wave"], row["to"], question] += 1
    return sum(families.values()), len(families), len(questions)


@pytest.mark.parametrize("by", By)
@settings(deadline=None)
@given(survey=surveys(), groups=st.sampled_from((("citizens",), ("citizens", "mayors"))))
def test_a_note_counts_the_tests_that_the_rows_were_adjusted_over(
    by: By, survey: Survey, groups: Sequence[str]
) -> None:
    table = compare(survey.named({"stakeholder": groups}), by=by, explain=True)

    assert told(table) == formulas(table, by)
