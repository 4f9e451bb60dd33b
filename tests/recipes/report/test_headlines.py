"""What opens a page says no more than the data bear: its wave, its choice, and no first where a figure is missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
Rows = Callable[..., str]
HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,in_national_sample\n"


def headlines(run: Any) -> list[str]:
    text = run.out.replace("\u00a0", " ").replace("\u202f", " ").partition("What changed")[0]
    return [line.removeprefix("• ") for line in text.split("\n") if line.startswith("• ")]


WAVES = HEADER + (
    "S,2022,France,companies,engagement,partnerships,37,4000,\n"
    "S,2022,Bretagne,companies,engagement,partnerships,57,900,no\n"
    "S,2026,France,companies,engagement,partnerships,41,4000,\n"
    "S,2026,Bretagne,companies,engagement,partnerships,42,900,no\n"
)


def test_a_gap_of_an_older_wave_opens_no_page_of_the_newest(phare: Phare) -> None:
    lines = headlines(phare("report -r Bretagne", data=WAVES))

    assert lines == [
        "In Bretagne (2026), 42% of companies are engaged.",
        "The only gap with France (2026) is not established at 95% confidence: sampling or rounding alone may give "
        "it.",
    ]


def test_what_is_read_out_of_a_table_is_of_the_newest_wave_and_names_it(phare: Phare) -> None:
    lines = phare("report -r Bretagne", data=WAVES).out.split("\n")
    read = [line for line in lines if line.startswith("How to read it")]

    assert len(read) == 2
    assert all(line.startswith("How to read it: in Bretagne (2026), 42%") for line in read)


def test_a_gap_names_its_wave_where_a_page_holds_several(phare: Phare) -> None:
    data = WAVES.replace(
        "S,2026,Bretagne,companies,engagement,partnerships,42",
        "S,2026,Bretagne,companies,engagement,partnerships,58",
    )

    lines = headlines(phare("report -r Bretagne --lang fr", data=data))

    assert lines[1].startswith(
        "En Bretagne (2026), 58 % des entreprises sont engagées, contre 41 % en France"
    )


def test_a_wave_is_named_though_only_weak_figures_are_of_the_other(phare: Phare) -> None:
    data = WAVES + "S,2024,Bretagne,mayors,innovation,alliances,50,12,no\n"
    data = "\n".join(line for line in data.split("\n") if "2022" not in line)

    assert (
        headlines(phare("report -r Bretagne", data=data))[0]
        == "In Bretagne (2026), 42% of companies are engaged."
    )


@pytest.mark.parametrize(
    "missing", ["Corse,citizens,fragilities,ageing,,", "France,citizens,fragilities,ageing,70,1000"]
)
def test_no_item_is_called_first_where_another_that_was_asked_has_no_figure(
    phare: Phare, rows: Rows, missing: str
) -> None:
    held = ("Corse,citizens,fragilities,employment,60,1000", "Corse,citizens,fragilities,mobility,30,1000")
    whole, part = (phare("report -r Corse", data=rows(*held, *more)) for more in ((), (missing,)))

    assert headlines(whole)[0].startswith(
        "In Corse, the first fragility named is employment among citizens (60%)"
    )
    assert headlines(part)[0].startswith(
        "In Corse, the highest figure under “Fragilities” is that of employment among citizens (60%)"
    )


def test_an_item_is_not_called_first_where_a_higher_one_is_too_weak_to_be_told(
    phare: Phare, rows: Rows
) -> None:
    data = rows("Corse,citizens,fragilities,employment,60,12", "Corse,citizens,fragilities,mobility,30,1000",
                "Corse,citizens,fragilities,ageing,20,1000")  # fmt: skip

    lines = headlines(phare("report -r Corse", data=data))

    assert not any(word in line for line in lines for word in ("first", "highest"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Of 2 gaps tested it is the only one established: it is probably smaller in truth; its interval reaches "
            "down to 15 points.",
        ),
        (
            "fr",
            "De 2 écarts testés, c’est le seul établi : il est probablement plus petit en réalité ; son intervalle "
            "descend jusqu’à 15 points.",
        ),
    ],
)
def test_the_only_gap_established_of_several_is_told_as_such(phare: Phare, language: str, said: str) -> None:
    data = HEADER + (
        "S,2026,France,companies,engagement,partnerships,37,4000,\n"
        "S,2026,Bretagne,companies,engagement,partnerships,57,900,no\n"
        "S,2026,France,mayors,engagement,partnerships,41,4000,\n"
        "S,2026,Bretagne,mayors,engagement,partnerships,42,900,no\n"
    )

    assert headlines(phare(f"report -r Bretagne --lang {language}", data=data))[-1] == said


def test_the_only_gap_there_is_was_not_chosen(phare: Phare) -> None:
    data = HEADER + (
        "S,2026,France,companies,engagement,partnerships,37,4000,\n"
        "S,2026,Bretagne,companies,engagement,partnerships,57,900,no\n"
    )

    assert "probably smaller" not in phare("report -r Bretagne", data=data).out


def test_what_tests_suppose_is_said_once_a_page_and_a_quota_has_its_line(phare: Phare) -> None:
    for data in (WAVES, HEADER + "S,2026,Bretagne,companies,engagement,partnerships,57,900,no\n"):
        page = phare("report -r Bretagne --fact sampling='quotas by size' --fact mode=online", data=data).out

        assert page.count("drawn at random") == 1
        assert "quotas by size" in page
        assert "online" in page


def test_the_gap_of_a_yes_or_no_question_is_told_and_counted_once(phare: Phare) -> None:
    data = HEADER + "".join(
        f"S,2026,France,citizens,w,{item},{there},4000,\nS,2026,Bretagne,citizens,w,{item},{here},900,no\n"
        for item, here, there in (("yes", 57, 45), ("no", 43, 55))
    )
    lines = headlines(phare("report -r Bretagne", data=data))

    assert sum("is established" in line for line in lines) == 1
    assert not any("chosen" in line or "only one" in line for line in lines)


@pytest.mark.parametrize(
    ("language", "among"),
    [
        ("en", "the largest of 2 established, of 2 gaps tested (3 more could not be): they are"),
        ("fr", "les plus grands de 2 établis, sur 2 écarts testés (3 autres n’ont pas pu l’être) : ils"),
    ],
)
def test_gaps_that_could_not_be_tested_are_not_counted_as_not_established(
    phare: Phare, language: str, among: str
) -> None:
    data = HEADER + (
        "S,2026,France,companies,engagement,partnerships,37,4000,\n"
        "S,2026,Bretagne,companies,engagement,partnerships,57,900,no\n"
        "S,2026,France,citizens,engagement,partnerships,37,4000,\n"
        "S,2026,Bretagne,citizens,engagement,partnerships,57,900,no\n"
    )
    for group in ("mayors", "associations", "unions"):
        data += f"S,2026,France,{group},engagement,partnerships,41,4000,\n"
        data += f"S,2026,Bretagne,{group},engagement,partnerships,60,20,no\n"

    run = phare(f"report -r Bretagne --lang {language}", data=data)

    assert among in headlines(run)[-1]


LIKERT = [
    "Corse,citizens,Mon quartier est propre,Tout à fait d'accord,41,500",
    "Corse,citizens,Mon quartier est propre,Plutôt d'accord,40,500",
]
ORDERED = "region,stakeholder,indicator,item,value,base,response,scale,order\n"


def test_ones_own_answers_are_said_as_a_person_writes_them(phare: Phare) -> None:
    data = "region,stakeholder,indicator,item,value,base,response\n" + "".join(
        f"{row},single\n" for row in LIKERT
    )
    page = phare("report -r Corse --lang fr -f markdown", data=data).out.replace("\u00a0", " ")

    assert (
        "En Corse, la réponse la plus fréquente à « Mon quartier est propre » est « tout à fait d’accord » parmi les "
        "citoyens (41 %)"
    ) in page.replace("'", "’")
    assert "« Mon quartier est propre » en Corse, par rang dans chaque groupe d’acteurs" in page
    assert (
        "Lecture : en Corse, 41 % des citoyens répondent « tout à fait d’accord » à la question « Mon quartier est "
        "propre »." in page.replace("'", "’")
    )


def test_steps_of_a_scale_are_not_said_to_be_ranked(phare: Phare) -> None:
    data = ORDERED + "".join(f"{row},single,ordered,{place}\n" for place, row in enumerate(LIKERT, 1))
    pages = [phare(f"report -r Corse --lang {lang}", data=data).out for lang in ("en", "fr")]

    assert ["ranked" in pages[0], "par rang" in pages[1]] == [False, False]


def test_a_mean_is_no_quoted_answer(phare: Phare) -> None:
    data = "region,stakeholder,indicator,item,value,unit,base\nCorse,citizens,Satisfaction,mean,7.5,score/10,500\n"
    page = phare("report -r Corse --lang fr", data=data).out.replace("\u00a0", " ")

    assert "en Corse, la moyenne de « Satisfaction » est de 7,5/10 parmi les citoyens." in page


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "which sampling alone may give in part among mayors."),
        ("fr", "peut donner en partie parmi les maires."),
    ],
)
def test_what_sampling_leaves_open_is_told_of_the_groups_that_it_holds_of(
    phare: Any, lang: str, told: str
) -> None:
    data = "region,stakeholder,indicator,item,value,base,response\n" + "".join(
        f"PACA,{group},needs,{item},{value},{base},multiple\n"
        for group, base, values in (("citizens", 900, (70, 30)), ("mayors", 60, (52, 48)))
        for item, value in zip(("buses", "roads"), values, strict=True)
    )

    assert told in phare(f"report -r PACA --lang {lang} -f markdown", data=data).out.replace("\u00a0", " ")
