"""A region that lies in another is no sample apart from it, whatever the two are called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.codebook import codebook
from phare_cli.language.departements import departements

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,base\n"
GARD = (
    HEADER + "Gard,citizens,w,air,55,800\nOccitanie,citizens,w,air,41,5000\nBretagne,citizens,w,air,30,5000\n"
)


@pytest.mark.parametrize("regions", ["-r gard --to occitanie", "-r occitanie --to gard"])
def test_a_departement_is_not_tested_as_if_it_lay_outside_its_region(phare: Phare, regions: str) -> None:
    [row] = phare(f"compare {regions} -f json", data=GARD).rows

    assert (row["verdict"], row["reason"]) == ("untestable", "sample_unknown")


def test_how_a_departement_stands_to_its_region_may_be_declared(phare: Phare) -> None:
    [nested] = phare("compare -r gard --to occitanie --sample nested -f json", data=GARD).rows
    [apart] = phare("compare -r gard --to occitanie --sample separate -f json", data=GARD).rows
    [other] = phare("compare -r gard --to bretagne -f json", data=GARD).rows

    assert (nested["reason"], apart["reason"], other["reason"]) == (None, None, None)
    assert nested["p_value"] < apart["p_value"]


def test_a_nested_departement_is_tested_as_a_region_is_in_its_nation(phare: Phare) -> None:
    national = GARD.replace("Gard", "Corse").replace("Occitanie", "France")
    [inside] = phare("compare -r gard --to occitanie --sample nested -f json", data=GARD).rows
    [regional] = phare("compare -r corse --to france --sample nested -f json", data=national).rows

    assert [inside[name] for name in ("gap", "low", "high", "p_value")] == pytest.approx(
        [regional[name] for name in ("gap", "low", "high", "p_value")]
    )


def test_the_share_of_the_nation_is_none_of_a_region(phare: Phare) -> None:
    data = (
        "region,stakeholder,indicator,item,value,base,effective_base,nation_share\n"
        "Gard,citizens,w,air,55,800,700,0.02\nOccitanie,citizens,w,air,41,5000,4000,0.09\n"
    )
    [row] = phare("compare -r gard --to occitanie --sample nested -f json", data=data).rows
    [declared] = phare(
        "compare -r gard --to occitanie --sample nested --share gard=13 -f json", data=data
    ).rows

    assert (row["reason"], declared["reason"]) == ("share_unknown", None)


def test_the_one_region_that_holds_all_others_is_their_reference(phare: Phare) -> None:
    data = (
        HEADER
        + "Gard,citizens,w,air,45,800\nLozère,citizens,w,air,41,500\nOccitanie,citizens,w,air,40,5000\n"
    )
    rows = phare("compare -f json", data=data).rows

    assert {(row["region"], row["to"]) for row in rows} == {("Gard", "Occitanie"), ("Lozère", "Occitanie")}


def test_regions_of_a_project_lie_in_one_another(phare: Phare, tmp_path: Path) -> None:
    words = "kind,id,fr,parent\nregion,Centre,Centre,Nîmes\nregion,Nîmes,Nîmes,gard\n"
    (tmp_path / "w.csv").write_text(words, encoding="utf-8")
    data = HEADER + "Centre,citizens,w,air,45,800\nGard,citizens,w,air,40,5000\n"
    [row] = phare("compare --to gard --codebook w.csv -f json", data=data).rows

    assert row["reason"] == "sample_unknown"


def test_every_departement_has_its_forms_and_its_region() -> None:
    book = codebook()
    forms = [(book.form("region", each.name, "in_fr"), book.around(each.name)) for each in departements()]

    assert [each.name for each, (form, _) in zip(departements(), forms, strict=True) if not form] == []
    assert {around for _, around in forms if around} <= {(entry.id,) for entry in book.entries("region")}
    assert sum(not around for _, around in forms) == 5  # those that are regions themselves


def test_what_a_departement_counts_for_is_said_of_its_region(phare: Phare) -> None:
    run = phare("compare -r gard --to occitanie --sample nested -f markdown", data=GARD)

    assert "Part of the whole that holds it: not published" in run.out
    assert "Part of the nation" not in run.out
