"""Findings keep the first problems and the number of all, and quote no answer of a respondent."""

from __future__ import annotations

import pytest

from phare_cli.files.findings import KEPT, Findings
from phare_cli.nouns.errors import InvalidData
from phare_cli.nouns.message import sentence

SAID = sentence("something is wrong here.")


def test_a_cell_is_quoted_only_where_no_respondent_wrote_it() -> None:
    told = {}
    for quotes in (True, False):
        findings = Findings(quotes_cells=quotes)
        findings.apart().problem("code", SAID, "f.csv", 2, "Q", "my secret")
        findings.problem("code", SAID, "f.csv", 2, "Q", "my secret")
        findings.warning("code", SAID, "f.csv", 2, "Q", "my secret")
        told[quotes] = [each.cell for each in (*findings.problems, *findings.warnings)]

    assert told == {True: ["my secret"] * 2, False: [None] * 2}


def test_the_findings_of_more_files_come_in_the_order_of_their_lines() -> None:
    findings, more = Findings(), Findings()
    for file, line in (("b.csv", 3), ("b.csv", 2), ("a.csv", 1)):
        more.problem("code", SAID, file, line)
    findings.absorb(more)

    assert [(each.file, each.line) for each in findings.problems] == [
        ("b.csv", 2),
        ("b.csv", 3),
        ("a.csv", 1),
    ]


def test_problems_without_end_are_counted_and_raised_together() -> None:
    findings = Findings()
    for line in range(3 * KEPT):
        findings.problem("code", SAID, "f.csv", line)
    findings.notice(SAID)
    findings.notice(SAID)

    assert findings.notices == [SAID]
    with pytest.raises(InvalidData) as raised:
        findings.raise_any()
    assert (len(raised.value.problems), raised.value.total) == (KEPT, 3 * KEPT)
