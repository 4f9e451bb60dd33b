"""``phare show --item``: the items that were named, as they stand among all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli import UnknownName, read, render, show

Phare = Callable[..., Any]

HEADER = "region,stakeholder,indicator,item,value,base,wave\n"
DATA = HEADER + "".join(
    f"PACA,{group},worries,{item},{value + more},900,{wave}\n"
    for group, more in (("citizens", 0), ("mayors", 9))
    for wave in (2020, 2024)
    for item, value in (("air", 50 + (wave - 2020) * 3), ("soil", 40), ("noise", 20))
)
KINDS = ("", "--by wave", "--wide", "--wide --letters --bases", "--precision moe", "--top 2", "--suppress")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("item", ["soil", "noise"])
def test_an_item_shows_the_rows_that_it_has_among_all(phare: Phare, kind: str, item: str) -> None:
    among = phare(f"show {kind} -f json", data=DATA).rows
    shown = [row for row in among if row["item"] == item or row.get("measure", "value") != "value"]

    assert phare(f"show {kind} --item {item} -f json", data=DATA).rows == shown


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ["Shown: 2 items of 3, chosen by name.", "Ranks are those among all items."]),
        ("fr", ["Montrées\u00a0: 2 modalités sur 3, choisies par leur nom."]),
    ],
)
@pytest.mark.parametrize("format", ["table", "markdown"])
def test_items_that_are_chosen_are_said_to_be(phare: Phare, lang: str, told: list[str], format: str) -> None:
    run = phare(f"show --item soil --item noise --lang {lang} -f {format}", data=DATA)

    assert all(each in run.out for each in told)


def test_python_shows_the_same_items(phare: Phare, tmp_path: Any) -> None:
    (tmp_path / "d.csv").write_text(DATA, encoding="utf-8")
    survey = read(tmp_path / "d.csv")

    for kind, options in (("", {}), ("--by wave", {"by": "wave"})):
        table = show(survey, items="soil", **options)  # type: ignore[arg-type]
        assert render(table, "csv") == phare(f"show {kind} --item soil -f csv", data=DATA).out
    with pytest.raises(UnknownName):
        show(survey, items="soils of the moon")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_item_that_is_none_is_hinted_at_as_elsewhere(phare: Phare, lang: str) -> None:
    said = [phare(f"{name} worries --item soill --lang {lang}", data=DATA) for name in ("show", "value")]

    assert {run.status for run in said} == {2}
    assert said[0].err == said[1].err
    assert "soil" in said[0].err


def test_an_item_of_another_indicator_is_none_of_those_asked_for(phare: Phare) -> None:
    other = DATA + "PACA,citizens,trust,yes,44,900,2024\n"

    assert phare("show worries --item yes", data=other).status == 2
