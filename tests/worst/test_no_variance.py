"""What `tabulate` writes of answers that vary by nothing but noise, it reads back, and no base exceeds those asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ALIKE = {
    "one answer": [("a", "oui", "7")] * 30,
    "an answer a stratum": [("a", "oui", "3"), ("b", "non", "8"), ("c", "oui", "5")] * 20,
    "decimals": [("a", "oui", "0.1"), ("b", "non", "0.3"), ("c", "oui", "0.7")] * 20,
    "one who differs": [("a", "oui", "7.1")] * 40 + [("b", "non", "7.1")],
    "noise of decimals": [("a", "oui", "0.30000000000000004"), ("a", "oui", "0.3")] * 30,
    "two who answered": [("a", "oui", "10"), ("a", "non", "10")],
    "whole strata": [("a", "oui", "0")] * 30 + [("b", "non", "10")] * 30,
}
WEIGHTS: dict[str, Callable[[int], str]] = {
    "none": lambda row: "1",
    "thirds": lambda row: repr((row % 7 + 1) / 3),
    "small": lambda row: repr(1e-9 * (row % 3 + 1)),
    "large": lambda row: str(10**9 + row),
    "uneven": lambda row: str(1 + 999 * (row % 10 == 0)),
}
OPTIONS = ("", "--strata S", "--strata S --population p.csv", "--population p.csv --strata S --lonely centre")


@pytest.mark.parametrize("alike", ALIKE)
@pytest.mark.parametrize("weighting", WEIGHTS)
@pytest.mark.parametrize("options", OPTIONS)
def test_a_variance_that_is_noise_is_none(
    phare: Phare, tmp_path: Path, alike: str, weighting: str, options: str
) -> None:
    rows = [(*row, WEIGHTS[weighting](place)) for place, row in enumerate(ALIKE[alike])]
    (tmp_path / "a.csv").write_text("S,Q,N,W\n" + "".join(f"{','.join(row)}\n" for row in rows))
    strata = sorted({row[0] for row in rows})
    (tmp_path / "p.csv").write_text("S,population\n" + "".join(f"{name},900\n" for name in strata))
    lonely = "" if "--lonely" in options or "--strata" not in options else " --lonely centre"
    run = phare(
        f"tabulate a.csv -r =France -s =citizens --single Q --score N --weight W {options}{lonely} -o r.csv"
    )

    assert (run.status, "[" in run.err) == (0, False)
    table = phare(
        "tabulate a.csv -r =France -s =citizens --single Q --score N --weight W " + options + lonely
    )
    bases = [float(each) for each in table.column("effective_base")]
    assert max(bases) <= 1.15 * len(rows)
    assert phare("check r.csv").status == 0
    assert phare("show --data r.csv").status == 0
