"""Two figures of which everybody was asked have no sampling: they are equal or they differ, and no caution is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,unit,base,standard_error,rounded_to,in_national_sample,response\n"


def census(other: int) -> str:
    """Return two items of a region that everybody answered, 60 and *other* %, beside a nation of 60 and 30 %."""
    rows = [("Corse", "x", 60), ("Corse", "y", other), ("France", "x", 60), ("France", "y", 30)]
    return HEAD + "".join(
        f"{region},mayors,trust,{item},{value},percent,400,0,0,{'' if region == 'France' else 'no'},multiple\n"
        for region, item, value in rows
    )


def spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("lang", "equal", "below", "marks"),
    [
        ("en", "they are equal, and both are known exactly.", "10 points below: both figures are known exactly.",
         ("○ not established: the two figures are equal; both are known exactly.",
          "▼ below: the figure is below its reference; both are known exactly.")),
        ("fr", "ils sont égaux, et tous deux connus exactement.",
         "10 points de moins : les deux résultats sont connus exactement.",
         ("○ non établi : les deux résultats sont égaux ; tous deux sont connus exactement.",
          "▼ au-dessous : le résultat est inférieur à sa référence ; tous deux sont connus exactement.")),
    ],
)  # fmt: skip
def test_a_comparison_of_two_censuses_says_that_they_are_equal_or_differ(
    phare: Phare, lang: str, equal: str, below: str, marks: tuple[str, str]
) -> None:
    said = spaced(phare(f"compare --sentences --lang {lang}", data=census(20)).out)
    table = spaced(phare(f"compare --lang {lang}", data=census(20)).out)
    above = spaced(phare(f"compare --sentences --lang {lang}", data=census(40)).out)

    assert equal in said
    assert below in said
    assert below.replace("below", "above").replace("de moins", "de plus") in above
    assert all(mark in table for mark in marks)
    assert not any(word in said + table for word in ("sampling", "at random", "hasard de"))


@pytest.mark.parametrize(
    ("lang", "other", "line"),
    [
        ("en", 30, "The 2 figures set beside France are equal to theirs; all are known exactly."),
        ("fr", 30, "Les 2 résultats comparés avec la France leur sont égaux ; tous sont connus exactement."),
        (
            "en",
            20,
            "20% of mayors name “y” under “trust”, against 30% in France; that is 10 points below: both figures are "
            "known exactly.",
        ),
        ("en", 60, "the most frequent answers to “trust” are “x” and “y” among mayors (60%)."),
    ],
)
def test_a_report_of_censuses_leaves_the_cautions_of_samples_out(
    phare: Phare, lang: str, other: int, line: str
) -> None:
    page = spaced(phare(f"report --region Corse --lang {lang}", data=census(other)).out)

    assert line in page
    assert not any(word in page for word in ("smaller in truth", "sampling alone", "plus petit", "suffire"))


def test_the_gap_of_two_censuses_needs_no_caution(phare: Phare) -> None:
    done = phare("value --region Corse --item x --gap --mark", data=census(20))

    assert (done.status, spaced(done.out), done.err) == (0, "0 points\n", "")
