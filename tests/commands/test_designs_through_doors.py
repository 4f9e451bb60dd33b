"""The same answers through every door, with clusters and with replicates, count alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest

Phare = Callable[..., Any]

FRAME = pd.DataFrame(
    {
        "Q": [float((i * i + i // 6) % 3) for i in range(120)],
        "W": [1.0 + i % 7 / 4 for i in range(120)],
        "STRATE": [float(i // 60) for i in range(120)],
        "PSU": [float(i // 6) for i in range(120)],
        **{f"repwt{r}": [(1.0 + i % 7 / 4) * ((i // 6 + r) % 4) for i in range(120)] for r in range(1, 9)},
    }
)
WRITERS: dict[str, Callable[[Path], object]] = {
    "csv": lambda path: FRAME.astype({"Q": int, "STRATE": int, "PSU": int}).to_csv(path, index=False),
    "xlsx": lambda path: FRAME.to_excel(path, index=False),
    "parquet": lambda path: FRAME.astype({"Q": int, "STRATE": int, "PSU": int}).to_parquet(path),
    "sav": lambda path: pyreadstat.write_sav(FRAME, str(path)),
}


@pytest.mark.parametrize(
    "design",
    ["--strata STRATE --cluster PSU", "--replicates 'repwt*' --method jk1", "--cluster PSU --min-count 5"],
)
def test_a_design_counts_alike_through_every_door(phare: Phare, tmp_path: Path, design: str) -> None:
    answers: set[str] = set()
    for kind, write in WRITERS.items():
        path = tmp_path / f"answers.{kind}"
        write(path)
        run = phare(f"tabulate {path} -r =PACA -s =mayors --single Q --weight W {design} -f csv")
        assert run.status == 0, run.err
        answers.add(run.out)

    assert len(answers) == 1
    assert "degrees_of_freedom" in answers.pop()
