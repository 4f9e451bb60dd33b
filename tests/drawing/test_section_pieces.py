"""Pictures of a page are parted by sections: the scale of all of them is worked out once."""

from __future__ import annotations

from collections import Counter
from types import ModuleType

import pytest

from phare_cli.drawing import time_lines
from phare_cli.drawing.section_pieces import lay_out_section_pieces
from phare_cli.drawing.shaded import heat
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import AskedChart
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.recipes.plot_heat import plot_heat
from phare_cli.recipes.plot_waves import plot_waves

WAVES = range(12)
SURVEY = Survey.of(
    [
        Estimate("Corse", f"g{group}", f"i{kind}", f"item {item}", 40.0 + group + item, base=500, wave=f"20{10 + wave}")
        for kind in (1, 2)
        for group in range(6)
        for item in range(3)
        for wave in WAVES
    ]
)  # fmt: skip
CHARTS: dict[str, tuple[AskedChart, ModuleType, str]] = {
    "heat": (plot_heat(SURVEY, indicator="i1", regions=("Corse",)), heat, "heat_scale"),
    "lines": (plot_waves(SURVEY, indicator="i1", regions=("Corse",)), time_lines, "time_axis"),
}


@pytest.mark.parametrize("kind", CHARTS)
def test_the_scale_of_a_picture_in_pieces_is_worked_out_once(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    chart, module, name = CHARTS[kind]
    work_out, times = getattr(module, name), Counter[str]()

    def counted(*given: object) -> object:
        times[name] += 1
        return work_out(*given)

    monkeypatch.setattr(module, name, counted)
    if kind == "heat":
        monkeypatch.setattr("phare_cli.drawing.section_pieces.heat_scale", counted)

    pieces = lay_out_section_pieces(chart, Typesetter("en"), width=680, tallest=500)

    assert times[name] == 1
    assert sum(len(piece.parts) for piece in pieces) > 0
