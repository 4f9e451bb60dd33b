"""A table parted by its columns keeps a verdict beside the gap that it judges."""

from __future__ import annotations

import pytest

from phare_cli.rendering.column_groups import column_groups
from phare_cli.rendering.panels import Heading, TextPanel

COMPARED = (
    "stakeholder", "item", "value", "base", "reference", "reference_base", "gap", "low", "p_adjusted", "verdict",
    "reason", "base_needed",
)  # fmt: skip
TEXTS = {"stakeholder", "item", "verdict", "reason"}


def parts(names: tuple[str, ...], line: int, width: int = 60) -> list[list[str]]:
    panel = TextPanel("", tuple(Heading(name, name not in TEXTS, name=name) for name in names), ())
    return [[names[place] for place in group] for group in column_groups(panel, [width] * len(names), line)]


@pytest.mark.parametrize("line", range(180, 800, 20))
def test_a_verdict_stands_in_the_part_of_its_gap(line: int) -> None:
    found = parts(COMPARED, line)

    if line >= 4 * 60:
        assert [part for part in found if "gap" in part] == [part for part in found if "verdict" in part]
    assert {name for part in found for name in part} == set(COMPARED)


def test_figures_stand_with_the_verdict_where_there_is_room() -> None:
    assert parts(COMPARED, 360)[0] == ["stakeholder", "item", "value", "reference", "gap", "verdict"]


def test_no_part_is_wider_than_a_line_that_holds_a_gap_and_its_verdict() -> None:
    assert max(map(len, parts(COMPARED, 240))) == 4


def test_a_table_without_verdicts_keeps_the_order_of_its_columns() -> None:
    names = ("item", *(f"value_{place}" for place in range(9)))

    found = parts(names, 240)

    assert [name for part in found for name in part if name != "item"] == list(names[1:])
