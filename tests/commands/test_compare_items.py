"""``phare compare --item``: the items that were named, with the tests that they have among all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli import UnknownName, compare, read, render

Phare = Callable[..., Any]

HEADER = "region,stakeholder,segment,indicator,item,value,base,wave,in_national_sample\n"
DATA = HEADER + "".join(
    f"{region},{group},{segment},worries,{item},{value + more + part // 10 + wave - 2020},{base - 5 * part},"
    f"{wave},{nested}\n"
    for region, more, base, nested in (("PACA", 0, 900, ""), ("France", 7, 9000, ""))
    for group, segment, part in (("citizens", "", 0), ("citizens", "young", 40), ("mayors", "", 9))
    for wave in (2020, 2022, 2024)
    for item, value in (("air", 50), ("soil", 40), ("noise", 20))
)
KINDS = (
    "",
    "--by stakeholder -r PACA",
    "--by segment",
    "--by wave",
    "--to-wave 2020",
    "--sentences",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("item", ["soil", "noise"])
def test_an_item_has_the_gaps_that_it_has_among_all(phare: Phare, kind: str, item: str) -> None:
    among = phare(f"compare {kind} -f json", data=DATA).rows
    compared = phare(f"compare {kind} --item {item} -f json", data=DATA).rows

    assert compared == [row for row in among if row["item"] == item] != []


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Shown: 2 items of 3, chosen by name."),
        ("fr", "Montrées\u00a0: 2 modalités sur 3, choisies par leur nom."),
    ],
)
@pytest.mark.parametrize("format", ["table", "markdown"])
def test_items_that_are_chosen_are_said_to_be(phare: Phare, lang: str, told: str, format: str) -> None:
    assert told in phare(f"compare --item soil --item noise --lang {lang} -f {format}", data=DATA).out


def test_trends_are_those_of_the_items_that_were_named(phare: Phare) -> None:
    among = phare("compare --by wave -r PACA -s mayors", data=DATA).out.splitlines()
    lines = phare("compare --by wave -r PACA -s mayors --item soil", data=DATA).out.splitlines()

    said = [line for line in among if line.startswith("Over 3 waves") and "soil" in line]
    assert said == [line for line in lines if line.startswith("Over 3 waves")] != []


def test_python_compares_the_same_items(phare: Phare, tmp_path: Any) -> None:
    (tmp_path / "d.csv").write_text(DATA, encoding="utf-8")
    survey = read(tmp_path / "d.csv")

    for kind, options in (("", {}), ("--by wave", {"by": "wave"})):
        table = compare(survey, items="soil", **options)  # type: ignore[arg-type]
        assert render(table, "csv") == phare(f"compare {kind} --item soil -f csv", data=DATA).out
    with pytest.raises(UnknownName):
        compare(survey, items="soils of the moon")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_item_that_is_none_is_hinted_at_as_elsewhere(phare: Phare, lang: str) -> None:
    said = [phare(f"{name} worries --item soill --lang {lang}", data=DATA) for name in ("show", "compare")]

    assert {run.status for run in said} == {2}
    assert said[0].err == said[1].err


def test_a_block_of_a_document_names_items(phare: Phare, tmp_path: Any) -> None:
    (tmp_path / "d.csv").write_text(DATA, encoding="utf-8")
    page = "<!-- phare: compare --data d.csv --region PACA --wave 2024 --item soil -->\n<!-- /phare -->\n"
    (tmp_path / "n.md").write_text(page, encoding="utf-8")
    phare("update n.md")

    written = (tmp_path / "n.md").read_text(encoding="utf-8")
    assert ("soil" in written.casefold(), "noise" in written.casefold()) == (True, False)
