"""A page of one's own survey says its answers, totals, waves and decimals as an editor would have them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,segment,indicator,item,value,base,response,scale,order,universe\n"
STEPS = ("Tout à fait d'accord", "Plutôt d'accord", "Plutôt pas d'accord", "Pas du tout d'accord")
SCALE = HEAD + "".join(
    f"2025,Gard,habitants,,services proches,{step},{value},800,single,ordered,{order},\n"
    for order, (step, value) in enumerate(zip(STEPS, (22, 55, 15, 8), strict=True), 1)
)
NET = "2025,Gard,habitants,,services proches (D'accord),D'accord,77,800,single,,,\n"
ONE_DECIMAL = "region,stakeholder,indicator,item,value,base,response\n" + (
    "Gard,habitants,soucis,emploi,48.4,410,multiple\nGard,habitants,soucis,santé,30.2,410,multiple\n"
    "Hérault,habitants,soucis,emploi,40.6,520,multiple\nHérault,habitants,soucis,santé,41.9,520,multiple\n"
)
BESIDE = "report -r Gard --to Hérault --sample separate --lang fr"


def said(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def points(page: str) -> list[str]:
    return [line for line in said(page).split("\n") if line.startswith("•")]


def test_a_scale_opens_a_page_with_its_net(phare: Phare) -> None:
    page = phare("report -r Gard --lang fr", data=SCALE + NET).out

    assert points(page) == [
        "• Dans le Gard, 77 % des habitants répondent « d'accord » (total) à la question « services proches »."
    ]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "• In Gard, the most frequent answer to “services proches” is “plutôt d'accord” among citizens (55%)."),
        ("fr", "• Dans le Gard, la réponse la plus fréquente à « services proches » est « plutôt d'accord » parmi les "
               "habitants (55 %)."),
    ],
)  # fmt: skip
def test_a_scale_without_a_net_opens_it_with_the_step_that_most_people_gave(
    phare: Phare, lang: str, sentence: str
) -> None:
    assert points(phare(f"report -r Gard --lang {lang}", data=SCALE).out) == [sentence]


def test_a_step_that_sampling_may_put_first_is_told_as_such(phare: Phare) -> None:
    page = phare("report -r Gard --lang en", data=SCALE.replace(",22,", ",40,").replace(",55,", ",41,")).out

    assert (
        "“plutôt d'accord” among citizens (41%), in the order of the published figures, which sampling"
        in page
    )


def test_steps_on_even_terms_are_told_together(phare: Phare) -> None:
    page = phare("report -r Gard --lang en", data=SCALE.replace(",55,", ",22,")).out

    assert (
        "answers to “services proches” are “tout à fait d'accord” and “plutôt d'accord” among citizens (22%)"
        in page
    )


@pytest.mark.parametrize("command", ["report -r Gard", "show", "plot 'services proches (D'\"'\"'accord)'"])
def test_a_net_is_named_once(phare: Phare, command: str) -> None:
    text = said(phare(f"{command} --lang fr", data=SCALE + NET).out)

    assert "(D'accord), « D'accord »" not in text
    assert "(D'accord) · D'accord" not in text
    assert "(D'accord) : d'accord" not in text


def test_groups_are_told_without_a_word_for_each_of_them(phare: Phare) -> None:
    data = (
        ONE_DECIMAL
        + "Gard,commerçants,soucis,emploi,60,300,multiple\nGard,commerçants,soucis,santé,20,300,multiple\n"
    )

    [first, *_] = points(phare("report -r Gard --lang fr", data=data).out)

    assert "au sein de chaque groupe" not in first
    assert "parmi les habitants (48,4 %) et parmi les commerçants (60,0 %)" in first


@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_a_page_prints_the_figures_of_a_unit_with_the_same_decimals(phare: Phare, format: str) -> None:
    page = said(phare(f"{BESIDE} -f {format}", data=ONE_DECIMAL).out)

    # 48 - 41 is not the 8 that 7.8 rounds to: a decimal is needed there, and stands everywhere.
    assert "48,4 %" in page
    assert "48 %" not in page
    assert "41 %" not in page


SCALED = "region,stakeholder,indicator,item,value,base,scale,order\n" + "".join(
    f"{where},habitants,services,{answer},{share},{base},ordered,{place}\n"
    for where, base, shares in (("Gard", 410, (48.4, 30.2, 21.4)), ("Hérault", 520, (40.6, 41.9, 17.5)))
    for place, (answer, share) in enumerate(zip(("oui", "peut-être", "non"), shares, strict=True))
)


def pictures(page: str) -> str:
    return said(" ".join(re.findall(r"<svg.*?</svg>", page, re.DOTALL)))


@pytest.mark.parametrize("picture", ["", "--picture heat"])
def test_the_pictures_of_a_page_have_its_decimals(phare: Phare, picture: str) -> None:
    drawn = pictures(phare(f"{BESIDE} {picture} -f html", data=SCALED).out)

    assert {"48,4 %", "30,2 %", "17,5 %"} <= set(re.findall(r"\d+,\d %", drawn))
    assert set(re.findall(r">(\d+) %<", drawn)) <= {"0", "50", "100"}


def test_stacked_bars_have_the_decimals_that_are_asked_for(phare: Phare) -> None:
    drawn = pictures(phare(f"{BESIDE} --decimals 0 -f html", data=SCALED).out)

    assert ("30 %" in drawn, "30,2 %" in drawn) == (True, False)


def test_figures_that_add_up_as_they_are_take_no_decimal(phare: Phare) -> None:
    page = said(phare(BESIDE, data=ONE_DECIMAL.replace("40.6", "40.1")).out)

    assert "48 %" in page
    assert "48,4 %" not in page


def test_numbers_of_a_column_have_the_same_decimals(phare: Phare) -> None:
    data = "region,stakeholder,indicator,item,value,unit,measure\n" + "".join(
        f"Gard,{group},loyer,median,{value},€,median\n"
        for group, value in (("habitants", 612), ("commerçants", 640.5), ("agents", 598.25))
    )

    table = said(phare("show loyer --lang fr", data=data).out)

    assert all(f"{figure} €" in table for figure in ("612,00", "640,50", "598,25"))


def test_bases_and_margins_are_told_wave_by_wave(phare: Phare) -> None:
    older = "".join(
        f"{line}\n" for line in SCALE.replace("2025", "2023").replace(",800,", ",339,").splitlines()[1:]
    )

    facts = {row["fact"]: row["said"] for row in _facts(phare, SCALE + older)}

    assert facts["base"] == "Citizens, Gard (2025): 800; \nCitizens, Gard (2023): 339"
    assert "(2023): ±" in facts["margin"]
    assert facts["margin"].count("confidence") == 1


def test_a_universe_of_one_question_names_it(phare: Phare) -> None:
    rows = "".join(
        f"2025,Gard,habitants,,{asked},oui,40,500,single,,,{universe}\n"
        for asked, universe in (("tri", "18 ans et plus"), ("vélo", "actifs"))
    )

    facts = {row["fact"]: row["said"] for row in _facts(phare, HEAD + rows)}

    assert facts["universe"] == "tri: Citizens, Gard: “18 ans et plus”; \nvélo: Citizens, Gard: “actifs”"


def test_a_universe_is_said_once_for_questions_and_parts_that_share_it(phare: Phare) -> None:
    rows = "".join(
        f"2025,Gard,habitants,{segment},{indicator},oui,40,500,single,,,18 ans et plus\n"
        for indicator in ("tri", "vélo")
        for segment in ("", "femmes", "hommes")
    )

    notes = phare("show -f json", data=HEAD + rows).json["notes"]

    assert [note for note in notes if note.startswith("Universe")] == [
        "Universe (Citizens, Gard): 18 ans et plus."
    ]


@pytest.mark.parametrize(
    ("sample", "place"),
    [("nested", "part of the national sample: Corse"), ("separate", "a sample of its own: Corse")],
)
def test_what_was_declared_of_a_sample_is_in_the_facts(phare: Phare, sample: str, place: str) -> None:
    data = "region,stakeholder,indicator,item,value,base\nCorse,maires,tri,oui,40,300\nFrance,maires,tri,oui,42,3000\n"

    run = phare(f"report -r Corse --sample {sample} -f json", data=data)

    facts = {row["fact"]: row["said"] for row in _rows(run)}
    assert facts["national-sample"] == place


def test_parts_of_a_group_are_named_in_each_row_of_what_changed(phare: Phare) -> None:
    rows = "".join(
        f"{wave},Gard,habitants,{segment},tri,{item},{value},500,single,,,\n"
        for wave, more in (("2023", 0), ("2025", 9))
        for segment in ("", "femmes")
        for item, value in (("oui", 40 + more), ("non", 60 - more))
    )

    page = phare("report -r Gard --lang en", data=HEAD + rows).out.partition("What changed")[2]
    table = [line for line in page.split("\n") if line.startswith("Citizens")]

    assert sum("femmes" in line for line in table) == 2


TOLD = ("--sample", "--share R", "phare help", "--to-survey")


@pytest.mark.parametrize("format", ["markdown", "html", "rst", "latex"])
def test_a_document_says_what_is_not_known_and_not_what_to_type(phare: Phare, format: str) -> None:
    data = "region,stakeholder,indicator,item,value,base\nCorse,maires,tri,oui,40,300\nFrance,maires,tri,oui,42,3000\n"

    run = phare(f"compare -r Corse -f {format}", data=data)

    assert "Relation of the samples not known" in run.out
    assert not any(option in run.out for option in TOLD)
    assert "--sample nested" in phare("compare -r Corse", data=data).out


@pytest.mark.parametrize("file", ["page.docx", "page.odt", "page.html", "page.md", "page.pptx", "page.xlsx"])
def test_a_page_in_a_file_says_nothing_of_what_to_type(phare: Phare, tmp_path: Path, file: str) -> None:
    data = "region,stakeholder,indicator,item,value,base\nCorse,maires,tri,oui,40,300\nFrance,maires,tri,oui,42,3000\n"

    assert phare(f"report -r Corse -o {file}", data=data).status == 0

    held = (tmp_path / file).read_bytes()
    if held[:2] == b"PK":
        with zipfile.ZipFile(tmp_path / file) as package:
            held = b"".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))
    assert not any(option.encode() in held for option in TOLD)


def test_a_picture_says_what_is_not_known_and_not_what_to_type(phare: Phare, tmp_path: Path) -> None:
    data = "region,stakeholder,indicator,item,value,base\nCorse,maires,tri,oui,40,300\nFrance,maires,tri,oui,42,3000\n"

    phare("plot tri --compare -r Corse -o p.svg", data=data)

    picture = (tmp_path / "p.svg").read_text(encoding="utf-8")
    assert "Relation of the samples not known" in picture
    assert not any(option in picture for option in TOLD)


def test_panels_of_one_place_do_not_repeat_its_name(phare: Phare) -> None:
    text = said(phare("plot engagement --panels group -r PACA --lang fr").out)

    assert text.count("Provence-Alpes-Côte d'Azur") == 2  # the title and the line under it


def _facts(phare: Phare, data: str) -> Any:
    return _rows(phare("report -r Gard -f json --lang en", data=data))


def _rows(run: Any) -> Any:
    return run.json["sections"][-1]["tables"][0]["rows"]
