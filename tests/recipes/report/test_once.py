"""A page judges, ranks and crosses each of its figures once, and makes pictures for who shows them. Counts calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from phare_cli.judging import verdicts
from phare_cli.recipes.compare import compare
from phare_cli.recipes.cross import cross, placing
from phare_cli.recipes.report import page, report
from phare_cli.recipes.show import show

Phare = Callable[..., Any]
Rows = Callable[..., str]

INDICATORS = [f"question {number}" for number in range(1, 6)]
GROUPS = ("citizens", "mayors")
ITEMS = ("employment", "mobility", "health")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return how often each function that takes time was called; ``rank_group`` counts its figures."""
    counts: Counter[str] = Counter()

    def count(module: ModuleType, name: str, of: Callable[..., int] = lambda *given, **named: 1) -> None:
        work = getattr(module, name)

        def counted(*given: Any, **named: Any) -> Any:
            counts[name] += of(*given, **named)
            return work(*given, **named)

        monkeypatch.setattr(module, name, counted)

    count(page, "conclude")
    count(compare, "conclude")
    count(verdicts, "_measured")
    count(show, "rank_group", lambda group, **named: len(group))
    count(placing, "rank_group", lambda group, **named: len(group))
    count(cross, "place_items")
    count(report, "bars_of")
    count(report, "dumbbells_of")
    return counts


def results(rows: Rows, *regions: str) -> str:
    return rows(
        *(
            f"{region},{group},{indicator},{item},{value},{500 if region == 'France' else 300}"
            for indicator in INDICATORS
            for group in GROUPS
            for value, item in enumerate(ITEMS, 40)
            for region in ("France", *regions)
        )
    )


FIGURES = len(INDICATORS) * len(GROUPS) * len(ITEMS)


@pytest.mark.parametrize("format", ["table", "markdown", "json", "html"])
def test_a_page_judges_and_ranks_each_figure_once(
    phare: Phare, rows: Rows, calls: Counter[str], format: str
) -> None:
    run = phare(f"report -r PACA -f {format}", data=results(rows, "PACA", "Corse"))

    assert run.status == 0
    assert (calls["conclude"], calls["_measured"], calls["rank_group"]) == (1, FIGURES, FIGURES)


def test_a_page_of_several_regions_judges_each_figure_once(
    phare: Phare, rows: Rows, calls: Counter[str]
) -> None:
    phare("report -r PACA -r Corse", data=results(rows, "PACA", "Corse", "Bretagne"))

    assert (calls["conclude"], calls["_measured"]) == (1, 2 * FIGURES)


def test_a_page_for_each_region_judges_each_region_once(
    phare: Phare, rows: Rows, tmp_path: Path, calls: Counter[str]
) -> None:
    run = phare("report --each region -o pages -f markdown", data=results(rows, "PACA", "Corse", "Bretagne"))

    assert (run.status, len(list((tmp_path / "pages").iterdir()))) == (0, 4)
    assert (calls["conclude"], calls["_measured"], calls["rank_group"]) == (3, 3 * FIGURES, 4 * FIGURES)


@pytest.mark.parametrize(
    ("format", "pictures"), [("table", 0), ("markdown", 0), ("json", 0), ("html", len(INDICATORS))]
)
def test_pictures_are_made_for_the_formats_that_show_them(
    phare: Phare, rows: Rows, calls: Counter[str], format: str, pictures: int
) -> None:
    phare(f"report -r PACA -f {format}", data=results(rows, "PACA"))

    assert calls["bars_of"] + calls["dumbbells_of"] == pictures


def test_a_page_works_out_a_crossing_once(phare: Phare, calls: Counter[str]) -> None:
    run = phare("report -r France -f markdown")

    assert run.out.count("Where alliances matter") == 1
    assert calls["place_items"] == 1


@pytest.mark.parametrize(("others", "verdict"), [(0, "▲ above"), (60, "○ not established")])
def test_a_picture_says_the_verdicts_of_the_comparison(
    phare: Phare, rows: Rows, others: int, verdict: str
) -> None:
    """Seven points are beyond chance in one test of two, and not in one of sixty."""
    lines = [
        f"{region},citizens,{indicator},{item},{value},900"
        for indicator, item, nation, paca in (
            ("worry", "employment", 50, 57),
            ("worry", "mobility", 20, 20),
            *(("worry", f"item {number}", 50, 50) for number in range(others)),
        )
        for region, value in (("France", nation), ("PACA", paca))
    ]
    run = phare("report -r PACA --sample separate -f html", data=rows(*lines))

    picture = run.out.split('<desc id="fig-paca-worry-wide-')[1].split("</desc>")[0]
    assert verdict in picture.partition(";")[0]
