"""What a report says: its figures, its headlines by their rule, its facts, in the grammar of both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.language.codebook import codebook
from phare_cli.nouns.survey import NATION

Phare = Callable[..., Any]
Rows = Callable[..., str]
REGIONS = [entry.id for entry in codebook().entries("region") if entry.id != NATION]


def _headlines(run: Any) -> list[str]:
    """The sentences under "Key points" of a page for a pipe."""
    lines = run.out.split("\n")
    return [line.removeprefix("• ") for line in lines if line.startswith("• ")]


def _line(run: Any, beginning: str) -> str:
    return next(line for line in run.out.split("\n") if line.startswith(beginning))


def test_the_page_of_paca_opens_with_the_nine_published_figures(phare: Phare) -> None:
    run = phare("report --region PACA --lang fr")

    assert run.status == 0
    assert _headlines(run) == [
        "En Provence-Alpes-Côte d’Azur, 47 % des associations et 45 % des entreprises sont engagées.",
        "En Provence-Alpes-Côte d’Azur, 57 % des citoyens, 67 % des associations et 47 % des entreprises citent "
        "l’emploi parmi les fragilités.",
        "En Provence-Alpes-Côte d’Azur, 70 % des citoyens, 89 % des maires, 83 % des associations et 91 % des "
        "entreprises jugent que l’innovation passe par les alliances.",
        "Rien ne peut être conclu des 7 écarts avec la France, dont aucun n’est testable : les bases n’ont pas été "
        "publiées.",
    ]


def test_the_same_page_in_english(phare: Phare) -> None:
    run = phare("report --region PACA")

    assert run.out.startswith("Key figures of Provence-Alpes-Côte d'Azur\n═")
    assert _headlines(run) == [
        "In Provence-Alpes-Côte d'Azur, 47% of associations and 45% of companies are engaged.",
        "In Provence-Alpes-Côte d'Azur, 57% of citizens, 67% of associations and 47% of companies name employment "
        "among the fragilities.",
        "In Provence-Alpes-Côte d'Azur, 70% of citizens, 89% of mayors, 83% of associations and 91% of companies "
        "judge that innovation comes through alliances.",
        "Nothing may be concluded of the 7 gaps with France, none of which can be tested: bases were not published.",
    ]


def test_sections_stand_in_the_order_of_the_headlines(phare: Phare) -> None:
    run = phare("report --region PACA -f json")

    assert [section["name"] for section in run.json["sections"]] == [
        "key-points", "engagement", "fragilities", "innovation", "comparison", "facts",
    ]  # fmt: skip


def test_every_table_is_followed_by_how_to_read_it_whom_it_stands_for_and_its_source(phare: Phare) -> None:
    run = phare("report --region PACA --lang fr -f markdown")

    section = run.out.split("## ")[2].split("\n\n")
    assert section[0] == "Engagement"
    assert section[3:] == [
        "Lecture : en Provence-Alpes-Côte d’Azur, 47 % des associations sont engagées.",
        "Source : PHARE Région PACA, chiffres clés (Le RAMEAU) (<http://www.lerameau.fr/le-programme-phare/>)",
        "",
    ]


def test_what_is_named_without_a_figure_is_said_and_not_tabled(phare: Phare) -> None:
    run = phare("report --region PACA --lang fr")

    assert _line(run, "Modalités citées aussi") == (
        "Modalités citées aussi, sans chiffre publié : le développement économique, l’environnement, la mobilité, "
        "l’éducation et le vieillissement."
    )


def test_a_comparison_is_read_from_its_first_row_and_names_what_has_no_reference(phare: Phare) -> None:
    run = phare("report --region PACA")

    read = _line(
        run, "How to read it: in Provence-Alpes-Côte d'Azur, 47% of associations are engaged, against 38%"
    )
    assert "; the gap of 9 points cannot be tested: the bases were not published" in read
    assert (
        _line(run, "No figure to compare")
        == "No figure to compare with: Fragilities, employment (Citizens and Companies)."
    )


TITLES = {
    "Auvergne-Rhône-Alpes": "Chiffres clés d’Auvergne-Rhône-Alpes",
    "Bourgogne-Franche-Comté": "Chiffres clés de Bourgogne-Franche-Comté",
    "Bretagne": "Chiffres clés de Bretagne",
    "Centre-Val de Loire": "Chiffres clés du Centre-Val de Loire",
    "Corse": "Chiffres clés de Corse",
    "Grand Est": "Chiffres clés du Grand Est",
    "Hauts-de-France": "Chiffres clés des Hauts-de-France",
    "Île-de-France": "Chiffres clés d’Île-de-France",
    "Normandie": "Chiffres clés de Normandie",
    "Nouvelle-Aquitaine": "Chiffres clés de Nouvelle-Aquitaine",
    "Occitanie": "Chiffres clés d’Occitanie",
    "Pays de la Loire": "Chiffres clés des Pays de la Loire",
    "Provence-Alpes-Côte d'Azur": "Chiffres clés de Provence-Alpes-Côte d’Azur",
    "Guadeloupe": "Chiffres clés de Guadeloupe",
    "Martinique": "Chiffres clés de Martinique",
    "Guyane": "Chiffres clés de Guyane",
    "La Réunion": "Chiffres clés de La Réunion",
    "Mayotte": "Chiffres clés de Mayotte",
}
PLACES = {
    "Grand Est": "Dans le Grand Est",
    "Hauts-de-France": "Dans les Hauts-de-France",
    "Pays de la Loire": "Dans les Pays de la Loire",
    "La Réunion": "À La Réunion",
    "Mayotte": "À Mayotte",
}


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_its_article_and_its_preposition(phare: Phare, rows: Rows, region: str) -> None:
    place = PLACES.get(region, f"En {region}").replace("'", "’")

    run = phare(
        f'report --region "{region}" --lang fr',
        data=rows(
            f"{region},associations,engagement,partnerships,45,",
            "France,associations,engagement,partnerships,38,",
        ),
    )

    assert run.out.startswith(f"{TITLES[region]}\n")
    assert _headlines(run) == [
        f"{place}, 45 % des associations sont engagées.",
        "Rien ne peut être conclu du seul écart calculé avec la France, qui n’est pas testable : les bases n’ont pas "
        "été publiées.",
    ]


def test_an_agreement_follows_all_the_groups_of_a_sentence(phare: Phare, rows: Rows) -> None:
    data = rows("Corse,mayors,engagement,partnerships,50,", "Corse,companies,engagement,partnerships,40,")

    run = phare("report -r Corse --lang fr", data=data)

    assert _headlines(run) == ["En Corse, 50 % des maires et 40 % des entreprises sont engagés."]


def test_the_two_largest_established_gaps_are_told_largest_first(phare: Phare, established: str) -> None:
    run = phare("report -r Bretagne", data=established)

    assert _headlines(run) == [
        "In Bretagne, 39% of associations and 57% of companies are engaged.",
        "In Bretagne, the first fragility named is employment among citizens (60%).",
        "In Bretagne, 52% of citizens judge that innovation comes through alliances.",
        "In Bretagne, 57% of companies are engaged, against 37% in France; that is 20 points above: the gap is "
        "established at 95% confidence (interval: +15 points to +25 points); the figure stands for “companies with 10 "
        "or more employees”, and whom its reference stands for was not published.",
        "In Bretagne, 52% of citizens judge that innovation comes through alliances, against 69% in France; that is "
        "17 points below: the gap is established at 95% confidence (interval: −21 points to −13 points).",
        "These gaps were chosen as the largest of 2 established, of 3 gaps tested: they are probably smaller in "
        "truth; their intervals reach down to 15 points and 13 points.",
    ]


def test_gaps_that_sampling_explains_are_not_told_as_differences(phare: Phare) -> None:
    data = (
        "survey,wave,region,stakeholder,indicator,item,value,base,in_national_sample\n"
        "S,2020,France,companies,engagement,partnerships,37,4000,\n"
        "S,2020,Corse,companies,engagement,partnerships,39,300,no\n"
    )

    english, french = (phare(f"report -r Corse --lang {lang}", data=data) for lang in ("en", "fr"))

    assert _headlines(english)[-1] == (
        "The only gap with France is not established at 95% confidence: sampling or rounding alone may give it."
    )
    assert _headlines(french)[-1] == (
        "Le seul écart calculé avec la France n’est pas établi au niveau de confiance de 95 % : l’échantillonnage "
        "ou l’arrondi peut suffire à le donner."
    )


def test_a_mixture_of_tests_and_of_none_is_said(phare: Phare) -> None:
    data = (
        "survey,wave,region,stakeholder,indicator,item,value,base,in_national_sample\n"
        "S,2020,France,companies,engagement,partnerships,37,4000,\n"
        "S,2020,France,mayors,engagement,partnerships,37,,\n"
        "S,2020,Corse,companies,engagement,partnerships,39,300,no\n"
        "S,2020,Corse,mayors,engagement,partnerships,39,,no\n"
    )

    run = phare("report -r Corse", data=data)

    assert _headlines(run)[-1] == (
        "No gap with France is established at 95% confidence: of 2, 1 cannot be tested, and sampling or rounding "
        "alone may give the others."
    )


def test_nothing_to_compare_with_is_said(phare: Phare, rows: Rows) -> None:
    data = rows("Corse,companies,engagement,partnerships,40,", "France,mayors,engagement,partnerships,40,")

    english, french = (phare(f"report -r Corse --lang {lang}", data=data) for lang in ("en", "fr"))

    assert _headlines(english)[-1] == "No comparable figure was published in France."
    assert _headlines(french)[-1] == "Aucun chiffre comparable n’a été publié en France."


def test_a_first_item_without_bases_is_told_with_what_it_is_worth(phare: Phare, rows: Rows) -> None:
    data = rows(
        "Corse,citizens,fragilities,employment,60,",
        "Corse,citizens,fragilities,mobility,30,",
        "Corse,companies,fragilities,mobility,40,",
        "Corse,companies,fragilities,ageing,40,",
        "Corse,companies,fragilities,employment,20,",
    )

    english, french = (phare(f"report -r Corse --lang {lang}", data=data) for lang in ("en", "fr"))

    assert _headlines(english) == [
        "In Corse, the first fragility named is employment among citizens (60%); mobility and ageing among companies "
        "(40%), in the order of the published figures, which cannot be tested."
    ]
    assert _headlines(french) == [
        "En Corse, la première fragilité citée est l’emploi parmi les citoyens (60 %) ; la mobilité et le "
        "vieillissement parmi les entreprises (40 %), dans l’ordre des chiffres publiés, qui n’est pas testable."
    ]


def test_a_first_item_that_sampling_may_explain_is_told_with_that_caution(phare: Phare, rows: Rows) -> None:
    data = rows(
        "Corse,citizens,fragilities,employment,41,100",
        "Corse,citizens,fragilities,mobility,40,100",
    )

    run = phare("report -r Corse", data=data)

    assert _headlines(run) == [
        "In Corse, the first fragility named is employment among citizens (41%), in the order of the published "
        "figures, which sampling alone may give in part."
    ]


def test_an_indicator_without_a_word_for_first_says_which_figure_is_highest(phare: Phare, rows: Rows) -> None:
    data = rows(
        "Corse,citizens,partnership-modes,patronage,41,",
        "Corse,citizens,partnership-modes,responsible-practices,40,",
    )

    run = phare("report -r Corse --lang fr", data=data)

    assert _headlines(run) == [
        "En Corse, le chiffre le plus élevé sous « Modes de partenariat » est celui du mécénat parmi les citoyens "
        "(41 %), dans l’ordre des chiffres publiés, qui n’est pas testable."
    ]


@pytest.mark.parametrize("base", [12, 29])
def test_a_figure_on_a_low_base_opens_no_report(phare: Phare, rows: Rows, base: int) -> None:
    run = phare("report -r Corse", data=rows(f"Corse,companies,engagement,partnerships,90,{base}"))

    assert _headlines(run) == []
    assert "Key points" not in run.out
    assert "low base" in run.out


def test_names_out_of_no_codebook_are_told_without_grammar(phare: Phare, rows: Rows) -> None:
    run = phare("report -r Atlantis", data=rows("Atlantis,islanders,happiness,sea,64,"))

    assert _headlines(run) == ["Atlantis: “sea” stands at 64% among “islanders” (“happiness”)."]
    assert run.out.startswith("Key figures of “Atlantis”\n")


def test_several_rounds_are_named_and_the_latest_opens(phare: Phare) -> None:
    data = (
        "survey,wave,region,stakeholder,indicator,item,value\n"
        "S,wave 10,Corse,companies,engagement,partnerships,40\n"
        "S,wave 9,Corse,companies,engagement,partnerships,30\n"
    )

    run = phare("report -r Corse", data=data)

    assert _headlines(run) == ["In Corse (wave 10), 40% of companies are engaged."]
    assert "Engagement in Corse: partnerships, by group (wave 9)" in run.out
    assert run.out.split("\n")[3] == "S, wave 9 and wave 10"


def test_two_regions_stand_side_by_side(phare: Phare) -> None:
    run = phare("report -r PACA -r pays-de-la-loire -f json --lang fr")

    engagement = run.json["sections"][1]["tables"][0]
    assert run.json["title"] == "Key figures of Provence-Alpes-Côte d'Azur and of the Pays de la Loire"
    assert [column["label"] for column in engagement["columns"] if column["name"].startswith("value_")] == [
        "Provence-Alpes-Côte d'Azur",
        "Pays de la Loire",
    ]
    assert [(row["stakeholder"], row["value_1"], row["value_2"]) for row in engagement["rows"]] == [
        ("associations", 47, None),
        ("companies", 45, 43),
    ]
    assert run.json["sections"][0]["sentences"][0] == (
        "In Provence-Alpes-Côte d'Azur, 47% of associations and 45% of companies are engaged; in the Pays de la Loire, "
        "43% of companies are engaged."
    )


def test_more_than_three_regions_are_told_in_tables_only(phare: Phare, rows: Rows) -> None:
    names = ("Corse", "Bretagne", "Normandie", "Occitanie")
    data = rows(*(f"{name},companies,engagement,partnerships,40," for name in names))

    run = phare("report " + " ".join(f"-r {name}" for name in names), data=data)

    assert _headlines(run) == []
    assert "Engagement, region by region: partnerships, by group" in run.out


def test_another_reference_takes_the_place_of_the_nation(phare: Phare) -> None:
    run = phare("report -r PACA --to pays-de-la-loire --lang fr")

    assert "Comparaison avec les Pays de la Loire\n" in run.out


def test_the_nation_has_a_page_that_compares_nothing_and_crosses_its_prisms(phare: Phare) -> None:
    run = phare("report -r France -f json")

    names = [section["name"] for section in run.json["sections"]]
    crossing = run.json["sections"][names.index("crossing")]
    assert "comparison" not in names
    crossed = phare("cross fragility-scores partnership-impact -r France -s citizens -f json")
    assert crossing["sentences"] == crossed.json["notes"][:1]
    assert [row["item"] for row in crossing["tables"][0]["rows"]][:4] == [
        "employment", "economic-development", "environment", "exclusion",
    ]  # fmt: skip


def test_top_keeps_the_first_ranks_of_each_group(phare: Phare, established: str) -> None:
    run = phare("report -r Bretagne --top 1 -f json", data=established)

    fragilities = next(section for section in run.json["sections"] if section["name"] == "fragilities")
    assert [row["item"] for row in fragilities["tables"][0]["rows"]] == ["employment"]


def test_a_group_can_be_chosen(phare: Phare) -> None:
    run = phare("report -r PACA -s mayors --lang fr")

    assert _headlines(run)[0] == (
        "En Provence-Alpes-Côte d’Azur, 89 % des maires jugent que l’innovation passe par les alliances."
    )


def test_a_choice_that_holds_nothing_is_said(phare: Phare) -> None:
    run = phare("report -r nouvelle-aquitaine -s mayors")

    assert run.status == 0
    assert "Nothing found." in run.out


def _facts(run: Any) -> dict[str, tuple[bool, str]]:
    facts = run.json["sections"][-1]["tables"][0]["rows"]
    return {row["fact"]: (row["is_known"], row["said"]) for row in facts}


def test_the_facts_sheet_lists_what_is_not_known_as_not_known(phare: Phare) -> None:
    facts = _facts(phare("report -r PACA -f json"))

    assert [name for name, (is_known, said) in facts.items() if not is_known] == [
        "sponsor", "conducted-by", "dates", "sampling", "mode", "non-response", "question", "weighting",
        "national-sample",
    ]  # fmt: skip
    assert {said for is_known, said in facts.values() if not is_known} == {"not published"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "percentages published with one decimal"),
        ("fr", "pourcentages publiés avec une décimale"),
    ],
)
def test_one_decimal_is_told_as_one(phare: Phare, rows: Rows, language: str, said: str) -> None:
    data = rows("Corse,mayors,engagement,partnerships,45.5,900")

    assert said in phare(f"report -r Corse --lang {language}", data=data).out


@pytest.mark.parametrize(
    ("value", "base", "margin"),
    [
        # 0 may be 0.5 rounded, whose Wilson interval ends at 1.22 % of 900; half a point of rounding is added to
        # 1.96 sqrt(0.25 / 5,000,000), which is 0.0438 points.
        ("0", "900", "±\u00a01.3 points at most"),
        ("100", "900", "±\u00a01.3 points at most"),
        ("50", "5000000", "±\u00a00.6 points at most"),
    ],
)
def test_a_margin_is_never_said_to_be_none_at_most(
    phare: Phare, rows: Rows, value: str, base: str, margin: str
) -> None:
    facts = _facts(
        phare("report -r Corse -f json", data=rows(f"Corse,mayors,engagement,partnerships,{value},{base}"))
    )

    assert margin in facts["margin"][1]


def test_the_facts_sheet_says_what_the_data_know(phare: Phare, established: str) -> None:
    facts = _facts(phare("report -r Bretagne -s companies -f json", data=established))

    assert facts["survey"] == (True, "S, 2020")
    assert facts["base"] == (True, "Companies, Bretagne: 900; \nCompanies, France: 4,000")
    assert facts["universe"] == (
        True,
        "Companies, Bretagne: “companies with 10 or more employees”; \nnot published: Companies, France",
    )
    # The farthest ends of Wilson's intervals, 53.8 % for 57 % and 38.5 % for 37 %, and half a point of rounding.
    assert facts["margin"] == (
        True,
        "Companies, Bretagne: ±\u00a03.8 points at most, at 95% confidence; \n"
        "Companies, France: ±\u00a02.1 points",
    )
    assert facts["national-sample"] == (True, "a sample of its own: Bretagne")
    assert facts["rounding"] == (True, "percentages published to the unit")


def test_a_fact_that_the_data_do_not_hold_can_be_given(phare: Phare) -> None:
    run = phare("report -r PACA -f json --fact sponsor='Le RAMEAU' --fact 'dates=mai-juin 2015'")

    assert _facts(run)["sponsor"] == (True, "Le RAMEAU")
    assert _facts(run)["dates"] == (True, "mai-juin 2015")


def test_the_sheet_says_that_every_survey_has_margins_of_error(phare: Phare) -> None:
    run = phare("report -r PACA --lang fr")

    assert _line(run, "Tout sondage") == "Tout sondage est affecté de marges d’erreur."
    assert _line(run, "Rubriques") == (
        "Rubriques : celles de la notice que la loi demande aux sondages d’opinion (loi n° 77-808 du 19 juillet 1977, "
        "articles 2 et 3) et les éléments de transparence du code de l’AAPOR (2021)."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Bases were not published: the precision of these figures cannot be stated.",
        "Universe: not published.",
        "Reason, for every gap: base not published.",
    ],
)
def test_what_holds_for_the_whole_page_is_said_once(phare: Phare, line: str) -> None:
    run = phare("report --region PACA")

    assert run.out.count(line) == 1


def test_a_page_of_one_indicator_says_below_it_what_is_not_known(phare: Phare, rows: Rows) -> None:
    run = phare(
        "report --region Corse", data=rows("Corse,mayors,worries,air,45,", "Corse,mayors,worries,sea,40,")
    )

    assert run.out.count("Bases were not published") == 1


@pytest.mark.parametrize(("lang", "unknown"), [("en", "not published"), ("fr", "non publié")])
def test_a_title_has_a_capital_and_the_sheet_agrees_with_every_item(
    phare: Phare, rows: Rows, lang: str, unknown: str
) -> None:
    data = rows("Corse,mayors,worries,air,45,", "Corse,mayors,worries,sea,40,")
    run = phare(f"report --region Corse --lang {lang} -f markdown", data=data)

    assert "\n## Worries\n" in run.out
    assert "**Worries " in run.out
    assert unknown in run.out


def test_weighting_is_not_said_twice_in_its_row(phare: Phare) -> None:
    data = (
        "region,stakeholder,indicator,item,value,base,effective_base\n"
        "Corse,mayors,worries,air,45,400,300\nCorse,mayors,worries,sea,40,400,300\n"
    )
    run = phare("report --region Corse --lang fr -f markdown", data=data)

    assert re.search(r"\| Redressement +\| résultats redressés", run.out)


def test_an_indicator_that_is_called_by_its_only_item_is_not_told_of_it_twice(
    phare: Phare, rows: Rows
) -> None:
    data = rows(
        "Bretagne,citizens,trust,agree,57,900",
        "Bretagne,citizens,trust,disagree,43,900",
        "Bretagne,citizens,trust (agree),agree,57,900",
        "France,citizens,trust (agree),agree,50,5000",
    )

    page = phare("report --region Bretagne --sample separate -f markdown", data=data).out

    assert "Trust (agree) in Bretagne, by group" in page
    assert "Trust (agree) beside France" in page
    assert "(agree): agree" not in page


def test_what_one_group_is_not_told_a_figure_of_is_named_with_it(phare: Phare) -> None:
    data = "region,stakeholder,indicator,item,value,base\n" + "".join(
        f"{place},{group},w,{item},{value},400\n"
        for place in ("Bretagne", "France")
        for group in ("citizens", "mayors")
        for item, value in (("air", 40), ("noise", "" if group == "mayors" else 30), ("water", ""))
    )
    page = phare("report -r bretagne --lang fr -f markdown", data=data).out.replace("\u00a0", " ")
    table = phare("compare -r bretagne --lang fr", data=data).out.replace("\u00a0", " ")

    assert "Modalités citées aussi, sans chiffre publié : « water » et « noise » (Maires)." in page
    assert "Modalités citées sans chiffre, donc non comparées : water et noise (Maires)." in table
