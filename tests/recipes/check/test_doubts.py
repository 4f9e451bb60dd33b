"""What ``phare check`` warns of in a survey whose figures could all be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.recipes.check.check import doubts

AIR = Estimate("Corse", "mayors", "worries", "air", 40.0, base=400.0, file="a.csv", line=2)
SOIL = AIR._replace(item="soil", value=30.0, line=3)
FRANCE = AIR._replace(region=NATION, value=39.0, base=4000.0, line=4)


def warned(*estimates: Estimate, language: str = "en") -> list[tuple[str, int | None, str | None, str]]:
    """Return code, line, column and sentence of each warning, every blank plain."""
    typesetter = Typesetter(language)
    return [
        (found.code, found.line, found.column, re.sub("[\u00a0\u202f]", " ", typesetter.say(found.message)))
        for found in doubts(Survey.of(estimates))
    ]


def test_figures_that_agree_raise_no_doubt() -> None:
    assert warned(AIR, SOIL, FRANCE) == []


WARNINGS = [
    (
        (AIR._replace(value=47.0, base=12.0),),
        ("impossible-share", 2, "value"),
        "47% of a base of 12 is not possible: 5 respondents give 42%, 6 respondents give 50%. "
        "Correct one of the two, unless the figure is weighted.",
        "47 % d’une base de 12 est impossible : 5 répondants donnent 42 %, 6 répondants donnent 50 %. "
        "Corrigez l’un des deux, sauf si le résultat est pondéré.",
    ),
    (
        (AIR._replace(value=33.0, base=4.0),),
        ("impossible-share", 2, "value"),
        "33% of a base of 4 is not possible: 1 respondent gives 25%, 2 respondents give 50%. "
        "Correct one of the two, unless the figure is weighted.",
        "33 % d’une base de 4 est impossible : 1 répondant donne 25 %, 2 répondants donnent 50 %. "
        "Corrigez l’un des deux, sauf si le résultat est pondéré.",
    ),
    (
        (
            AIR._replace(value=90.0, base=300.0, in_national_sample=True),
            FRANCE._replace(value=20.0, base=1000.0),
        ),
        ("incoherent-region", 2, "value"),
        "90% of 300 does not fit in the 20% of 1,000 of France (line 4): the rest of the nation would be "
        "at −10%. "
        "Correct one of the four, or write no in in_national_sample; if they are weighted, write effective_base and "
        "nation_share.",
        "90 % de 300 ne tient pas dans 20 % de 1 000 (France, ligne 4) : le reste de la nation "
        "serait à "
        "−10 %. Corrigez l’un des quatre nombres ou écrivez no dans in_national_sample ; s’ils sont "
        "pondérés, écrivez effective_base et nation_share.",
    ),
    (
        (AIR._replace(base=5000.0, in_national_sample=True), FRANCE),
        ("incoherent-region", 2, "base"),
        "a base of 5,000 is not part of the 4,000 of France (line 4): correct one of the two, "
        "or write no in in_national_sample.",
        "une base de 5 000 ne peut pas faire partie d’une base de 4 000 (France, ligne 4) : corrigez l’une "
        "des deux "
        "ou écrivez no dans in_national_sample.",
    ),
    (
        (AIR._replace(response="single", value=70.0), SOIL._replace(response="single", value=32.0)),
        ("sum-above-100", 2, "value"),
        "the 2 items of this question sum to 102%, above 100% and its rounding, for a single response: "
        "correct them, or write multiple in response.",
        "la somme des 2 modalités de cette question, 102 %, dépasse 100 % et l’arrondi pour une réponse "
        "unique : "
        "corrigez-les ou écrivez multiple dans response.",
    ),
    (
        (AIR._replace(effective_base=500.0),),
        ("effective-above-base", 2, "effective_base"),
        "an effective base of 500 is above the 400 asked, and weighting makes it smaller: correct one of the two, "
        "unless the design explains it.",
        "une base effective de 500 dépasse les 400 répondants interrogés, or la pondération la réduit : corrigez l’une "
        "des deux, sauf si le plan de sondage l’explique.",
    ),
    (
        (AIR._replace(value=62.0, rounded_to=5.0),),
        ("denied-rounding", 2, "rounded_to"),
        "62% is not a multiple of 5, the step that it is said to be rounded to: correct one of the two.",
        "62 % n’est pas un multiple de 5, le pas auquel il serait arrondi : corrigez l’un des deux.",
    ),
    (
        (AIR, SOIL._replace(stated_rank=1.0)),
        ("contradicted-rank", 3, "rank"),
        "the file states rank 1, and 30% has rank 2 of the 2 items of this question: correct one of them, "
        "or leave the rank out.",
        "le fichier indique le rang 1, or 30 % a le rang 2 parmi les 2 modalités de cette question : "
        "corrigez l’un des "
        "deux ou supprimez le rang.",
    ),
    (
        (AIR._replace(stated_gap=-8.0), FRANCE),
        ("contradicted-gap", 2, "gap"),
        "the file states a gap of −8 points, and 40% is +1 point from the 39% of France (line 4): correct "
        "one of them, "
        "or leave the gap out.",
        "le fichier indique un écart de −8 points, or 40 % est à +1 point de 39 % (France, ligne 4) : "
        "corrigez l’un d’eux "
        "ou supprimez l’écart.",
    ),
    (
        (AIR, AIR._replace(value=41.0, file="b.csv", line=9)),
        ("conflicting-files", 9, "value"),
        "this figure is 41% here and 40% on line 2 of a.csv: correct one, or say what sets them apart, "
        "in wave, segment or survey.",
        "ce résultat vaut 41 % ici et 40 % à la ligne 2 de a.csv : corrigez l’un des deux ou indiquez ce "
        "qui les "
        "distingue dans wave, segment ou survey.",
    ),
    (
        (AIR, SOIL._replace(base=380.0)),
        ("bases-differ", 3, "base"),
        "the base is 380 here and 400 on line 2, for items of one question: correct one, "
        "or give the reason in note, question or universe.",
        "la base est de 380 ici et de 400 à la ligne 2, pour des modalités d’une même question : corrigez "
        "l’une des "
        "deux ou donnez la raison dans note, question ou universe.",
    ),
    (
        (AIR._replace(universe="rural"), FRANCE._replace(universe="all", file="b.csv")),
        ("universe-changes", 2, "universe"),
        "the universe is “rural” here and “all” on line 4 of b.csv: compare will not test this gap. "
        "If both are the same people, write the same words.",
        "le champ est « rural » ici et « all » à la ligne 4 de b.csv : compare ne testera pas cet écart. "
        "S’il s’agit de la même population, écrivez les mêmes mots.",
    ),
    (
        (AIR._replace(question="A?"), FRANCE._replace(question="B?")),
        ("question-changes", 2, "question"),
        "the question is “A?” here and “B?” on line 4: compare will not test this gap. "
        "If both are the same question, write the same words.",
        "la question est « A? » ici et « B? » à la ligne 4 : compare ne testera pas cet écart. "
        "S’il s’agit de la même question, écrivez les mêmes mots.",
    ),
]


@pytest.mark.parametrize(("estimates", "place", "english", "french"), WARNINGS, ids=lambda value: None)
def test_each_doubt_says_where_what_and_what_to_do(
    estimates: tuple[Estimate, ...], place: tuple[str, int, str], english: str, french: str
) -> None:
    assert warned(*estimates) == [(*place, english)]
    assert warned(*estimates, language="fr") == [(*place, french)]


QUIET = {
    "strata or a finite population spare respondents": (
        AIR._replace(effective_base=500.0, standard_error=2.2),
    ),
    "a value is a multiple of its step": (AIR._replace(value=32.5, decimals=1, rounded_to=0.1),),
    "a weighted figure may be any percentage": (AIR._replace(value=47.0, base=12.0, effective_base=10.0),),
    "a fractional figure was not printed": (AIR._replace(value=47.3, base=12.0),),
    "a large base gives any percentage": (AIR._replace(value=47.0, base=100.0),),
    "under one respondent, reading the file says so": (AIR._replace(value=3.0, base=12.0),),
    "a separate sample may be anything": (
        AIR._replace(value=90.0, base=300.0, in_national_sample=False),
        FRANCE._replace(value=20.0, base=1000.0),
    ),
    "weights leave the part of a region unknown": (
        AIR._replace(value=90.0, base=300.0, effective_base=250.0, in_national_sample=True),
        FRANCE._replace(value=20.0, base=1000.0),
    ),
    "several answers may sum above all": (
        AIR._replace(response="multiple", value=70.0),
        SOIL._replace(response="multiple", value=60.0),
    ),
    "rounding explains a sum of 101 %": (
        AIR._replace(response="single", value=70.0),
        SOIL._replace(response="single", value=31.0),
    ),
    "equal figures were ranked before they were rounded": (
        AIR._replace(stated_rank=1.0),
        SOIL._replace(value=40.0, stated_rank=2.0),
    ),
    "ranks without a hole after a tie": (
        AIR,
        AIR._replace(item="noise", line=5),
        SOIL._replace(stated_rank=2.0),
    ),
    "a gap taken before rounding": (AIR._replace(stated_gap=2.0), FRANCE),
    "a gap from another reference": (AIR._replace(stated_gap=9.0),),
    "one figure stated alike twice": (AIR, AIR._replace(file="b.csv", line=9)),
    "a note says why the base differs": (AIR, SOIL._replace(base=380.0, note="asked of half")),
    "another wording says why the base differs": (AIR, SOIL._replace(base=380.0, question="and soil?")),
    "a universe that is not known does not differ": (AIR._replace(universe="rural"), FRANCE),
    "two groups are never one universe": (
        AIR._replace(universe="rural"),
        AIR._replace(stakeholder="citizens", universe="adults"),
    ),
}


@pytest.mark.parametrize("estimates", QUIET.values(), ids=QUIET)
def test_what_has_a_reason_raises_no_doubt(estimates: tuple[Estimate, ...]) -> None:
    assert warned(*estimates) == []


def test_a_wave_that_asks_other_people_is_told_once_a_question() -> None:
    first = [each._replace(wave="1", universe="rural") for each in (AIR, SOIL)]
    second = [each._replace(wave="2", universe="all", line=each.line + 10) for each in (AIR, SOIL)]

    assert [(code, line) for code, line, *_ in warned(*first, *second)] == [("universe-changes", 12)]


@given(st.integers(1, 99), st.integers(0, 10_000))
def test_a_percentage_that_a_count_gives_raises_no_doubt(base: int, chance: int) -> None:
    share = round(100 * (chance % (base + 1)) / base)

    assert warned(AIR._replace(value=float(share), base=float(base))) == []


def test_doubts_stand_in_the_order_of_files_and_lines() -> None:
    odd = AIR._replace(value=47.0, base=12.0)
    estimates = (
        odd._replace(file="b.csv", line=9),
        odd._replace(item="noise", file="b.csv", line=3),
        odd._replace(wave="2", file="a.csv", line=5),
    )

    found = doubts(Survey.of(estimates))

    assert [(doubt.file, doubt.line) for doubt in found] == [("b.csv", 3), ("b.csv", 9), ("a.csv", 5)]
    assert all(doubt.warning for doubt in found)


ODD = "region,stakeholder,indicator,item,value,base\nCorse,mayors,w,air,47,12\nCorse,mayors,v,air,50,12\n"


def test_a_file_with_warnings_only_passes_unless_asked_to_be_strict(phare: Callable[..., Any]) -> None:
    loose, strict = phare("check -f json", data=ODD), phare("check --strict -f json", data=ODD)

    assert (loose.status, strict.status) == (0, 1)
    assert loose.out == strict.out
    assert [(row["line"], row["severity"], row["code"], row["cell"]) for row in loose.rows] == [
        (2, "warning", "impossible-share", "47")
    ]
    assert loose.json["notes"] == ["No problem: 2 results read.", "1 thing to look at."]


def test_a_file_with_a_problem_fails_and_its_doubts_are_told_too(phare: Callable[..., Any]) -> None:
    run = phare("check -f json", data=ODD + "Corse,mayors,w,soil,douze,12\n")

    assert run.status == 1
    assert [row["code"] for row in run.rows] == ["not-a-number", "impossible-share"]
    assert run.json["notes"] == ["2 things to look at."]


def test_the_first_twenty_are_shown_and_all_are_counted(phare: Callable[..., Any]) -> None:
    rows = "".join(f"Corse,mayors,w{number},air,50,12,20\n" for number in range(31))
    run = phare("check -f json", data=f"{ODD.splitlines()[0]},effective_base\n{rows}")

    assert len(run.rows) == 20
    assert run.json["notes"] == [
        "No problem: 31 results read.",
        "31 things to look at. The first 20 are shown.",
    ]


def test_the_shipped_figures_raise_no_doubt(phare: Callable[..., Any]) -> None:
    run = phare("check --strict -f json")

    assert (run.status, run.rows) == (0, [])


def test_ranks_and_gaps_of_a_file_are_checked_against_its_figures(phare: Callable[..., Any]) -> None:
    data = (
        "région;acteur;indicateur;item;valeur;rang;écart\n"
        "Corse;maires;w;air;40;1er;+2 points\n"
        "Corse;maires;w;soil;30;1er;-10 points\n"
        "France;maires;w;air;38;;\n"
        "France;maires;w;soil;41;;\n"
    )
    rows = phare("check -f json", data=data).rows

    assert [(row["line"], row["code"], row["cell"]) for row in rows] == [(3, "contradicted-rank", "1")]
    wrong = phare("check -f json", data=data.replace("-10", "+9")).rows
    assert [(row["line"], row["code"], row["cell"]) for row in wrong] == [
        (3, "contradicted-rank", "1"),
        (3, "contradicted-gap", "9"),
    ]


SLIPS = """region;stakeholder;indicator;item;value
Bretange;citizens;f;a;44
Alsace;citizens;f;a;45
1;citizens;f;a;0,57
93;citizens;f;A;45
93;Citzens;F;a;45
93;citizens;frag;employement;0,4
93;citizens;frag;unemployments;1,4
93;citizens;frag;Total;80,1
Total;mayors;frag;b;80,1
France;mayors;one;b;0,57
France;mayors;one;education 2;
France;mayors;one;hair;
"""


def test_names_that_may_be_slips_shares_among_percentages_and_totals_are_told(
    phare: Callable[..., Any],
) -> None:
    rows = phare("check -f json", data=SLIPS).rows

    assert [(row["line"], row["column"], row["code"], row["message"]) for row in rows] == [
        (1, "region", "codes-of-regions",
         "the codes of “region” are read as those of regions, and may be those of départements: 1 is Guadeloupe, and "
         "not Ain. If they are départements, call the column departement."),
        (2, "region", "near-miss",
         "“Bretange” is not a name that phare knows: if it means bretagne, write that."),
        (4, "region", "near-miss",
         "“1” is not a name that phare knows: if it means guadeloupe, write that."),
        (4, "value", "looks-like-a-share",
         "0.57% looks like a share among percentages: if it means 57%, write that."),
        (5, "item", "near-miss",
         "“A” here and “a” on line 2 are two names: if they mean the same, write them alike."),
        (6, "stakeholder", "near-miss",
         "“Citzens” is not a name that phare knows: if it means citizens, write that."),
        (6, "indicator", "near-miss",
         "“F” here and “f” on line 2 are two names: if they mean the same, write them alike."),
        (7, "item", "near-miss",
         "“employement” is not a name that phare knows: if it means employment, write that."),
        (9, "item", "looks-like-a-total",
         "“Total” is read as an item, and ranked with the others: if it sums them up, take it out."),
        (10, "region", "looks-like-a-total",
         "“Total” is read as an area of its own: if it is the whole nation, write France."),
        (11, "value", "looks-like-a-share",
         "0.57% looks like a share among percentages: if it means 57%, write that."),
    ]  # fmt: skip
    assert {row["severity"] for row in rows} == {"warning"}


def test_a_slip_is_told_once_a_name_and_where_it_first_stands() -> None:
    slips = [
        AIR._replace(region="Bretange", item=item, line=line) for line, item in enumerate("abc", start=5)
    ]

    assert [(code, line) for code, line, *_ in warned(*slips)] == [("near-miss", 5)]


@pytest.mark.parametrize("name", ["Alsace", "Bavière", "Aquitaine", "Limousin", "Corsica", "DE", "12"])
def test_a_region_of_another_name_is_no_slip(name: str) -> None:
    assert warned(AIR._replace(region=name)) == []


def test_a_group_that_stands_among_items_is_no_slip_of_one() -> None:
    assert warned(AIR._replace(item="Habitant")) == []


def test_a_share_with_more_decimals_than_are_kept_is_no_printed_one(phare: Callable[..., Any]) -> None:
    rows = "region,stakeholder,indicator,item,value,base\nFrance,citizens,a,x,99.9999999999,100\n"

    run = phare("check -f json", data=rows)

    assert (run.status, [row["code"] for row in run.rows]) == (0, ["base-too-small"])


def test_a_share_that_a_half_would_print_as_is_told_apart_from_it_by_one_more_decimal() -> None:
    [(_, _, _, told)] = warned(AIR._replace(value=63.7, base=640.0, decimals=1))

    assert told.startswith(
        "63.7% of a base of 640 is not possible: 407 respondents give 63.59%, 408 respondents give 63.75%."
    )


WEIGHTED = "region,stakeholder,indicator,item,value,base\n" + "".join(
    f"Gard,{group},q,i{place},{20 + place}.3,12\n" for group in ("citizens", "mayors") for place in range(9)
)


@pytest.mark.parametrize(
    ("lang", "others"),
    [
        ("en", "So are 35 others (the next: line 3, line 4 and line 5). Weighted figures may be,"),
        ("fr", "35 autres le sont aussi (les suivants\u00a0: ligne 3, ligne 4 et ligne 5)."),
    ],
)
def test_what_weighting_makes_impossible_is_said_once_for_all_files(
    phare: Callable[..., Any], tmp_path: Path, lang: str, others: str
) -> None:
    (tmp_path / "a.csv").write_text(WEIGHTED, encoding="utf-8")
    (tmp_path / "b.csv").write_text(WEIGHTED.replace("Gard", "Ain"), encoding="utf-8")
    rows = phare("check a.csv b.csv -f json").rows
    told = phare(f"check a.csv b.csv -f markdown --lang {lang}").out

    assert [(row["code"], row["line"]) for row in rows] == [("impossible-share", 2)]
    assert others in told


def test_a_few_impossible_percentages_are_each_told(phare: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\n".join(WEIGHTED.splitlines()[:6]), encoding="utf-8")

    assert [row["line"] for row in phare("check a.csv -f json").rows] == [2, 3, 4, 5, 6]
