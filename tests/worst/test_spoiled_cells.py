"""Letters that were spoiled before they came into a workbook, SPSS, Parquet or JSON are told at their cell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

Phare = Callable[..., Any]
NAMES = ("region", "stakeholder", "indicator", "item", "value")


def save(word: str, path: Path) -> None:
    rows = [("PACA", "citizens", "t", "oui", 57.0), ("PACA", "citizens", "t", word, 43.0)]
    frame = pd.DataFrame(rows, columns=list(NAMES))
    match path.suffix:
        case ".xlsx":
            frame.to_excel(path, index=False)
        case ".parquet":
            frame.to_parquet(path)
        case ".sav":
            import pyreadstat

            pyreadstat.write_sav(frame, path)
        case _:
            path.write_text(
                "[" + ",\n".join(map(json.dumps, frame.to_dict("records"))) + "]", encoding="utf-8"
            )


WORDS = ("pr\ufffdcarité", "prÃ©caritÃ©", "pr&eacute;carité", "pr&#233;carité", "l’eau lâ€™eau")


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(("name", "line"), [("r.xlsx", 3), ("r.parquet", 2), ("r.sav", 2), ("r.json", 2)])
@pytest.mark.parametrize(
    "command", ["show -f csv --data", "tabulate -r region -s stakeholder --single item -f csv"]
)
def test_letters_that_were_spoiled_are_told_at_their_cell(
    phare: Phare, tmp_path: Path, word: str, name: str, line: int, command: str
) -> None:
    save(word, tmp_path / name)
    run = phare(f"{command} {name}")

    assert (run.status, run.out) == (3, "")
    assert (
        f"{name}, line {line}, column item: this cell holds letters that were spoiled on their way" in run.err
    )
    assert "[spoiled-letters]" in run.err


@pytest.mark.parametrize("name", ["r.xlsx", "r.parquet", "r.sav", "r.json"])
def test_a_column_that_nobody_asks_for_may_hold_what_it_does(phare: Phare, tmp_path: Path, name: str) -> None:
    save("pr\ufffdcarité", tmp_path / name)

    assert phare(f"tabulate {name} -r region -s stakeholder --single indicator").status == 0
    assert phare(f"tabulate {name} --draft").status in (0, 1)
