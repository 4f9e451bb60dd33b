"""An acceptance holds for what the claim was when it was given, and always shows what the data hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
NOTE = "En Bretagne, les citoyens citent plus l'emploi que les maires."
HEAD = "wave,region,stakeholder,indicator,item,value,unit,base\n"
ROWS = "".join(
    f"2023,Bretagne,{group},fragilities,employment,{{}},percent,400\n" for group in ("citizens", "mayors")
)
OVERSTATED, WRONG = HEAD + ROWS.format(41, 40), HEAD + ROWS.format(20, 60)
ENTRY = """\
[[claim]]
words = "plus l'emploi que les maires"
reason = "our reading"
"""


def run_on(phare: Phare, folder: Path, data: str, entry: str, options: str = "") -> Any:
    (folder / "note.md").write_text(NOTE, encoding="utf-8")
    (folder / "accepted.toml").write_text(entry, encoding="utf-8")
    return phare(f"verify note.md --accept accepted.toml {options}", data=data)


@pytest.mark.parametrize(
    ("data", "entry", "status", "told"),
    [
        (OVERSTATED, ENTRY, 0, "accepted"),
        (OVERSTATED, ENTRY + 'status = "overstated"\n', 0, "accepted"),
        (WRONG, ENTRY + 'status = "overstated"\n', 1, "wrong"),
        (WRONG, ENTRY + 'status = "wrong"\n', 0, "accepted"),
        (OVERSTATED, ENTRY + 'status = "wrong"\n', 1, "overstated"),
        (WRONG, ENTRY, 0, "accepted"),
    ],
)
def test_an_acceptance_is_of_the_status_that_it_was_given_for(
    phare: Phare, tmp_path: Path, data: str, entry: str, status: int, told: str
) -> None:
    run = run_on(phare, tmp_path, data, entry, "-f json")

    assert (run.status, [row["status"] for row in run.rows]) == (status, [told])


@pytest.mark.parametrize("format", ["table", "markdown", "html", "sarif"])
@pytest.mark.parametrize(("data", "figures"), [(OVERSTATED, ("41%", "40%")), (WRONG, ("20%", "60%"))])
def test_an_accepted_claim_shows_what_the_data_hold_beside_the_reason(
    phare: Phare, tmp_path: Path, data: str, figures: tuple[str, str], format: str
) -> None:
    told = run_on(phare, tmp_path, data, ENTRY, f"-f {format}").out

    assert "our reading" in told
    assert all(each in told.replace("\n", " ") for each in figures)


def test_fix_leaves_a_claim_that_is_no_longer_what_was_accepted_as_a_fault(
    phare: Phare, tmp_path: Path
) -> None:
    run = run_on(phare, tmp_path, WRONG, ENTRY + 'status = "overstated"\n', "--fix")

    assert run.status == 1


def test_a_status_that_no_claim_can_have_is_refused(phare: Phare, tmp_path: Path) -> None:
    run = run_on(phare, tmp_path, WRONG, ENTRY + 'status = "right"\n')

    assert (run.status, "is “wrong” or “overstated”" in run.err) == (2, True)
