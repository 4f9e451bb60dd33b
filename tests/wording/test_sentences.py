"""What a comparison says in a sentence, whole, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.judging.pairs import By, pair_groups, pair_regions, pair_waves
from phare_cli.judging.terms import Sample, Terms
from phare_cli.judging.verdicts import judge
from phare_cli.language.codebook import codebook
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Form
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.wording.sentences import sentences

PACA = "Provence-Alpes-Côte d'Azur"
COMPANIES = Estimate(PACA, "companies", "engagement", "partnerships", 45.0)


def said(
    *estimates: Estimate, language: str = "en", by: By = By.REGION, sample: Sample | None = None
) -> list[str]:
    """Return the sentences of a survey, every blank plain."""
    survey = Survey.of(estimates)
    pairs = {
        By.REGION: lambda: pair_regions(survey, regions=(), to=NATION),
        By.STAKEHOLDER: lambda: pair_groups(survey),
        By.WAVE: lambda: pair_waves(survey),
    }[by]()
    told = (Typesetter(language).say(each) for each in sentences(judge(pairs, Terms(sample=sample))))
    return [re.sub("[\u00a0\u202f]", " ", each) for each in told]


def two(region: Estimate, **national: Any) -> tuple[Estimate, Estimate]:
    """Return a regional figure and the nation's."""
    return region, region._replace(region=NATION, in_national_sample=None, **national)


def test_without_bases_a_sentence_says_so_and_what_base_would_do() -> None:
    figures = two(COMPANIES, value=37.0)

    assert said(*figures, language="fr") == [
        "En Provence-Alpes-Côte d’Azur, 45 % des entreprises sont engagées, contre 37 % en France ; l’écart de 8 "
        "points ne peut pas être testé : les bases ne sont pas publiées (si c’était le vrai écart, au moins 320 "
        "entreprises interrogées dans la région l’établiraient avec une probabilité de 80 %)."
    ]
    assert said(*figures) == [
        "In Provence-Alpes-Côte d'Azur, 45% of companies are engaged, against 37% in France; the gap of 8 "
        "points "
        "cannot be tested: the bases were not published (were it the true gap, at least 320 companies interviewed "
        "in the region would establish it "
        "with a probability of 80%)."
    ]


def test_french_blanks_do_not_break() -> None:
    survey = Survey.of(two(COMPANIES, value=37.0))
    [message] = sentences(judge(pair_regions(survey, regions=(), to=NATION)))

    told = Typesetter("fr").say(message)

    assert "45\u00a0%" in told
    assert "France\u00a0; l’écart" in told
    assert "testé\u00a0: les" in told
    assert "'" not in told


BASED = COMPANIES._replace(base=100.0, value=50.0, decimals=2, in_national_sample=True)
NO = BASED._replace(in_national_sample=False)
ENDINGS = [
    (
        "above",
        two(BASED, value=40.0, base=300.0),
        "that is 10 points above: the gap is established at 95% confidence (interval: +2 points to +18 "
        "points).",
        "soit 10 points de plus : l’écart est établi au niveau de confiance de 95 % "
        "(intervalle : de +2 points à +18 points).",
    ),
    (
        "below",
        two(NO._replace(value=20.0), value=40.0, base=300.0),
        "that is 20 points below: the gap is established at 95% confidence (interval: −29 points to −9 points).",
        "soit 20 points de moins : l’écart est établi au niveau de confiance de 95 % "
        "(intervalle : de −29 points à −9 points).",
    ),
    (
        "not_established",
        two(NO, value=40.0, base=300.0),
        "the gap of 10 points is not established: sampling alone may give one as large (interval at 95% confidence: "
        "−2 points to +22 points; were it the true gap, about 600 companies interviewed in the region would "
        "establish it with a probability of 80%).",
        "l’écart de 10 points n’est pas établi : le seul hasard de l’échantillonnage peut en donner un aussi grand "
        "(intervalle au niveau de confiance de 95 % : de −2 points à +22 points ; si c’était le vrai écart, environ "
        "600 entreprises interrogées dans la région l’établiraient avec une probabilité de 80 %).",
    ),
    (
        "rounding",
        two(NO._replace(value=45.0, base=400.0, decimals=0), value=38.0, base=400.0),
        "the gap of 7 points is not established: the rounding of the published figures may change the "
        "verdict "
        "(interval at 95% confidence: −1 point to +15 points; no base would do, that of the reference being too "
        "small).",
        "l’écart de 7 points n’est pas établi : l’arrondi des résultats publiés peut changer la conclusion "
        "(intervalle au niveau de confiance de 95 % : de −1 point à +15 points ; aucune base n’y suffirait, celle "
        "de la référence étant trop faible).",
    ),
    (
        "base_missing",
        two(NO._replace(base=None), value=40.0, base=3000.0),
        "the gap of 10 points cannot be tested: the base of this figure was not published "
        "(were it the true gap, about 220 companies interviewed in the region would establish it "
        "with a probability of 80%).",
        "l’écart de 10 points ne peut pas être testé : la base de ce résultat n’est pas publiée "
        "(si c’était le vrai écart, environ 220 entreprises interrogées dans la région "
        "l’établiraient avec une probabilité de 80 %).",
    ),
    (
        "no_base_would_do",
        two(NO._replace(base=None, value=42.0), value=40.0, base=300.0),
        "the gap of 2 points cannot be tested: the base of this figure was not published "
        "(no base would do, that of the reference being too small).",
        "l’écart de 2 points ne peut pas être testé : la base de ce résultat n’est pas publiée "
        "(aucune base n’y suffirait, celle de la référence étant trop faible).",
    ),
    (
        "reference_base_missing",
        two(NO, value=40.0, base=None),
        "the gap of 10 points cannot be tested: the base of the reference was not published (were it the true gap, "
        "at least 200 companies interviewed in the region would establish it with a probability of 80%).",
        "l’écart de 10 points ne peut pas être testé : la base de la référence n’est pas publiée (si c’était le vrai "
        "écart, au moins 200 entreprises interrogées dans la région l’établiraient avec une probabilité de 80 %).",
    ),
    (
        "sample_unknown",
        two(NO._replace(in_national_sample=None), value=40.0, base=30000.0),
        "the gap of 10 points cannot be tested: whether the region is part of the national sample is not known (were "
        "it the true gap, about 200 companies interviewed in the region would establish it with a probability of "
        "80%).",
        "l’écart de 10 points ne peut pas être testé : on ne sait pas si la région fait partie de l’échantillon "
        "national (si c’était le vrai écart, environ 200 entreprises interrogées dans la région l’établiraient avec "
        "une probabilité de 80 %).",
    ),
    (
        "different_universe",
        two(NO._replace(universe="PME"), value=40.0, base=300.0, universe="TPE"),
        "the gap of 10 points cannot be tested: the universe is not the same (“PME” and “TPE”).",
        "l’écart de 10 points ne peut pas être testé : le champ n’est pas le même (« PME » et « TPE »).",
    ),
    (
        "different_universe_with_a_french_name",
        two(NO._replace(universe="citizens"), value=40.0, base=300.0, universe="association leaders"),
        "the gap of 10 points cannot be tested: the universe is not the same (“citizens” and “association leaders”).",
        "l’écart de 10 points ne peut pas être testé : le champ n’est pas le même (« citoyens » et « responsables "
        "associatifs »).",
    ),
    (
        "different_question",
        two(NO._replace(question="A"), value=40.0, base=300.0, question="B"),
        "the gap of 10 points cannot be tested: the question is not the same.",
        "l’écart de 10 points ne peut pas être testé : la question n’est pas la même.",
    ),
    (
        "low_base",
        two(NO._replace(base=12.0), value=40.0, base=300.0),
        "the gap of 10 points cannot be tested: a base of 12, under 30, allows no test "
        "(were it the true gap, about 600 companies interviewed in the region would establish it "
        "with a probability of 80%).",
        "l’écart de 10 points ne peut pas être testé : une base de 12, inférieure à 30, ne permet pas de "
        "test "
        "(si c’était le vrai écart, environ 600 entreprises interrogées dans la région "
        "l’établiraient avec une probabilité de 80 %).",
    ),
    (
        "incoherent",
        two(BASED._replace(value=90.0, base=300.0), value=20.0, base=1000.0),
        "the gap of 70 points cannot be tested: 90% of 300 respondents in the region cannot be part of 20% of 1,000 "
        "in the nation, unless they are weighted.",
        "l’écart de 70 points ne peut pas être testé : 90 % de 300 répondants dans la région ne peuvent "
        "pas faire "
        "partie de 20 % de 1 000 dans la nation, sauf s’ils sont pondérés.",
    ),
    (
        "larger_than_its_nation",
        two(BASED._replace(base=300.0), value=40.0, base=200.0),
        "the gap of 10 points cannot be tested: 300 respondents in the region cannot be part of 200 in the "
        "nation.",
        "l’écart de 10 points ne peut pas être testé : 300 répondants dans la région ne peuvent pas faire "
        "partie de 200 "
        "dans la nation.",
    ),
    (
        "no_gap",
        two(COMPANIES),
        "the gap of 0 points cannot be tested: the bases were not published "
        "(whatever the base, the rounding of the published figures would cover the gap).",
        "l’écart de 0 point ne peut pas être testé : les bases ne sont pas publiées "
        "(quelle que soit la base, l’arrondi des résultats publiés couvrirait l’écart).",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("figures", "english", "french"),
    [ending[1:] for ending in ENDINGS],
    ids=[ending[0] for ending in ENDINGS],
)
def test_each_verdict_and_each_reason_has_its_sentence(
    figures: tuple[Estimate, Estimate], english: str, french: str
) -> None:
    values = [f"{figure.value:g}" for figure in figures]

    assert said(*figures) == [
        f"In Provence-Alpes-Côte d'Azur, {values[0]}% of companies are engaged, against {values[1]}% in "
        f"France; {english}"
    ]
    assert said(*figures, language="fr") == [
        f"En Provence-Alpes-Côte d’Azur, {values[0]} % des entreprises sont engagées, contre {values[1]} % "
        "en France ; "
        f"{french}"
    ]


def test_a_figure_without_a_reference_stands_alone() -> None:
    figure = Estimate(PACA, "citizens", "fragilities", "employment", 57.0)

    assert said(figure) == [
        "In Provence-Alpes-Côte d'Azur, 57% of citizens name employment among the fragilities; "
        "no comparable figure was published in France."
    ]
    assert said(figure, language="fr") == [
        "En Provence-Alpes-Côte d’Azur, 57 % des citoyens citent l’emploi parmi les fragilités ; "
        "aucun résultat comparable n’est publié en France."
    ]


def test_scores_are_said_and_never_tested() -> None:
    figures = two(
        Estimate("La Réunion", "mayors", "fragility-scores", "purchasing-power", 6.6, "score/10"), value=7.1
    )

    assert said(*figures) == [
        "In La Réunion, the fragility score of purchasing power among mayors is 6.6/10, against 7.1/10 in "
        "France; "
        "the gap of 0.5 cannot be tested: the standard error was not published."
    ]
    assert said(*figures, language="fr") == [
        "À La Réunion, la note de fragilité du pouvoir d’achat parmi les maires est de 6,6/10, contre "
        "7,1/10 en France ; "
        "l’écart de 0,5 ne peut pas être testé : l’erreur type n’a pas été publiée."
    ]


def test_several_tests_that_undo_one_another_are_said_to() -> None:
    figures = [
        figure._replace(item=item)
        for item in ("air", "soil", "water")
        for figure in two(NO._replace(base=400.0, value=47.0), value=40.0, base=400.0)
    ]

    told = said(*figures, language="fr")

    assert told[0] == (
        "En Provence-Alpes-Côte d’Azur, « air » est à 47 % parmi les entreprises (« Engagement »), contre 40 % en "
        "France ; "
        "l’écart de 7 points "
        "n’est pas établi une fois les 3 tests de cet indicateur ajustés ensemble (intervalle, une fois "
        "ajusté : de −2 points à +16 points ; aucune base n’y suffirait, celle de la référence étant trop faible)."
    )
    assert said(*figures)[0] == (
        "In Provence-Alpes-Côte d'Azur, “air” stands at 47% among companies (“Engagement”), against 40% in France; the "
        "gap of "
        "7 points "
        "is not established once the 3 tests of this indicator are adjusted together (interval, as "
        "adjusted: −2 points to +16 points; no base would do, that of the reference being too small)."
    )


def test_what_the_codebook_does_not_know_is_named_without_grammar() -> None:
    figures = (
        Estimate("Bretagne", "citizens", "worries", "air", 45.0, segment="young"),
        Estimate(NATION, "citizens", "worries", "air", 38.0, segment="young"),
    )

    assert said(*figures, language="fr") == [
        "En Bretagne, « air » est à 45 % parmi les citoyens (young) (« worries »), contre 38 % en France ; l’écart "
        "de 7 points ne peut pas être testé : les bases ne sont pas publiées (si c’était le vrai écart, au moins 480 "
        "citoyens (young) interrogés dans la région l’établiraient avec une probabilité de 80 %)."
    ]
    assert said(*figures) == [
        "In Bretagne, “air” stands at 45% among citizens (young) (“worries”), against 38% in France; the gap of 7 "
        "points cannot be tested: the bases were not published (were it the true gap, at least 480 citizens (young) "
        "interviewed in the region would establish it with a probability of 80%)."
    ]


def test_an_unknown_item_of_a_known_question_is_quoted() -> None:
    [told] = said(Estimate("Corse", "mayors", "fragilities", "air", 45.0), language="fr")

    assert told.startswith("En Corse, 45 % des maires citent « air » parmi les fragilités ;")


def test_an_unknown_region_has_no_preposition() -> None:
    survey = Survey.of((
        Estimate("Corse", "mayors", "fragilities", "employment", 45.0),
        Estimate("Bavière", "mayors", "fragilities", "employment", 40.0),
    ))  # fmt: skip
    [message] = sentences(judge(pair_regions(survey, regions=(), to="Bavière")))

    assert re.sub("[\u00a0\u202f]", " ", Typesetter("fr").say(message)) == (
        "En Corse, 45 % des maires citent l’emploi parmi les fragilités, contre 40 % (Bavière) ; l’écart de 5 points "
        "ne peut pas être testé : les bases ne sont pas publiées (si c’était le vrai écart, environ 1 700 maires "
        "interrogés dans chacun des deux territoires l’établiraient avec une probabilité de 80 %)."
    )


@pytest.mark.parametrize(
    ("stakeholder", "segment", "french", "english"),
    [
        (
            "associations",
            "employers",
            "des associations employeuses sont engagées",
            "of associations with employees are engaged",
        ),
        (
            "associations",
            "without employees",
            "des associations sans salarié sont engagées",
            "of associations without employees are engaged",
        ),
        (
            "companies",
            "1000 or more employees",
            "des entreprises de 1 000 salariés ou plus sont engagées",
            "of companies with 1,000 or more employees are engaged",
        ),
        ("mayors", "employers", "des maires (employeuses) sont engagés", "of mayors (employers) are engaged"),
        ("citizens", "", "des citoyens sont engagés", "of citizens are engaged"),
        ("all", "", "de l’ensemble des acteurs sont engagés", "of all groups are engaged"),
    ],
)  # fmt: skip
def test_a_segment_and_a_predicate_agree_with_their_group(
    stakeholder: str, segment: str, french: str, english: str
) -> None:
    figure = COMPANIES._replace(stakeholder=stakeholder, segment=segment)

    assert said(figure, language="fr")[0].split(" ; ")[0] == f"En Provence-Alpes-Côte d’Azur, 45 % {french}"
    assert said(figure)[0].split("; ")[0] == f"In Provence-Alpes-Côte d'Azur, 45% {english}"


@pytest.mark.parametrize("region", [entry.id for entry in codebook().entries("region") if entry.id != NATION])
def test_a_sentence_opens_with_its_region_and_the_preposition_of_it(region: str) -> None:
    [told] = said(COMPANIES._replace(region=region), language="fr")
    place = (codebook().form("region", region, "in_fr") or "").replace("'", "’")

    assert told.startswith(f"{place[0].upper()}{place[1:]}, 45 % des entreprises sont engagées ;")


def test_two_groups_are_set_side_by_side() -> None:
    figures = (
        Estimate(PACA, "citizens", "innovation", "alliances", 70.0, universe="adults"),
        Estimate(PACA, "mayors", "innovation", "alliances", 89.0, universe="mayors"),
    )

    assert said(*figures, by=By.STAKEHOLDER, language="fr") == [
        "En Provence-Alpes-Côte d’Azur, 70 % des citoyens jugent que l’innovation passe par les alliances, contre 89 "
        "% des maires ; l’écart de 19 points ne peut pas être testé : les bases ne sont pas publiées (si c’était le "
        "vrai écart, environ 74 citoyens interrogés, et autant de répondants dans l’autre groupe, l’établiraient "
        "avec une probabilité de 80 %)."
    ]
    assert said(*figures, by=By.STAKEHOLDER) == [
        "In Provence-Alpes-Côte d'Azur, 70% of citizens judge that innovation comes through alliances, against 89% "
        "of mayors; the gap of 19 points cannot be tested: the bases were not published (were it the true gap, about "
        "74 citizens interviewed, and as many of the other group, would establish it with a probability of 80%)."
    ]


def test_scores_of_two_groups_are_among_them() -> None:
    figures = (
        Estimate(NATION, "citizens", "fragility-scores", "employment", 7.1, "score/10"),
        Estimate(NATION, "companies", "fragility-scores", "employment", 6.5, "score/10"),
    )

    [told] = said(*figures, by=By.STAKEHOLDER, language="fr")

    assert told.startswith(
        "En France, la note de fragilité de l’emploi parmi les citoyens est de 7,1/10, "
        "contre 6,5/10 parmi les entreprises ; l’écart de 0,6 "
    )


def test_two_waves_are_told_apart() -> None:
    figures = (
        Estimate(NATION, "citizens", "innovation", "alliances", 69.0, wave="2015"),
        Estimate(NATION, "citizens", "innovation", "alliances", 74.0, wave="2018"),
    )

    assert said(*figures, by=By.WAVE, language="fr") == [
        "En France (vague 2018), 74 % des citoyens jugent que l’innovation passe par les alliances, contre 69 % "
        "(vague 2015) ; l’écart de 5 points ne peut pas être testé : les bases ne sont pas publiées (si c’était le "
        "vrai écart, environ 1 400 citoyens interrogés lors de chacune des deux vagues l’établiraient avec une "
        "probabilité de 80 %)."
    ]
    assert said(*figures, by=By.WAVE) == [
        "In France (wave 2018), 74% of citizens judge that innovation comes through alliances, against 69% (wave "
        "2015); the gap of 5 points cannot be tested: the bases were not published (were it the true gap, about "
        "1,400 citizens interviewed in each of the two waves would establish it with a probability of 80%)."
    ]


def test_surveys_and_waves_are_named_where_they_differ() -> None:
    figures = [COMPANIES._replace(survey=survey, wave=wave) for survey, wave in (("S", "1"), ("T", "2"))]

    told = said(*figures)

    assert [each.split(", 45%")[0] for each in told] == [
        "In Provence-Alpes-Côte d'Azur (S, 1)",
        "In Provence-Alpes-Côte d'Azur (T, 2)",
    ]


def test_no_sentence_holds_an_adjective_that_no_verdict_allows(phare: Callable[..., Any]) -> None:
    told = " ".join(
        row["sentence"]
        for by in ("region", "stakeholder", "wave")
        for row in phare(f"compare --by {by} --sentences -f json").rows
    )

    assert "cannot be tested" in told
    assert not re.search(r"\b(far|much|clearly|significant|strong|well above|slightly)", told)


def test_each_predicate_of_the_codebook_can_be_said_in_both_languages() -> None:
    phrases = [entry for entry in codebook().entries("phrase") if not entry.id.startswith("asked/")]
    for entry in phrases:
        indicator, _, item = entry.id.partition("/")
        unit = "percent" if "{of_group}" in entry.labels["en"] else "score/10"
        figure = Estimate("Corse", "companies", indicator, item or "employment", 4.5, unit)
        for language in ("en", "fr"):
            [told] = said(figure, language=language)
            assert re.match(r"(In|En) Corse, ", told)
            assert "{" not in told


def test_sentences_are_bullets_for_people_and_a_column_for_programs(phare: Callable[..., Any]) -> None:
    command = "compare engagement -r PACA -s companies --sentences"
    told = (
        "In Provence-Alpes-Côte d'Azur, 45% of companies are engaged, against 37% in France; the gap of 8 "
        "points "
        "cannot be tested: the bases were not published (were it the true gap, at least 320 companies interviewed "
        "in the region would establish it "
        "with a probability of 80%)."
    )

    assert f"\n\n- {told}\n\n" in phare(f"{command} -f markdown").out
    assert f"\n\n• {told}\n\n" in phare(command).out
    assert f"<li>{told}</li>" in phare(f"{command} -f html").out
    [row] = phare(f"{command} -f json --lang fr").rows
    assert row == {
        "survey": "PHARE", "wave": "2015-2016", "region": PACA, "stakeholder": "companies", "segment": "",
        "indicator": "engagement", "item": "partnerships", "unit": "percent", "verdict": "untestable",
        "reason": "base_missing", "to": NATION, "sentence": told,
    }  # fmt: skip


def test_a_bullet_wraps_under_itself_on_a_terminal(phare: Callable[..., Any]) -> None:
    run = phare("compare engagement -r PACA -s companies --sentences", columns=60)

    lines = [line for line in run.out.split("\n") if line.startswith(("\u2022 ", "  "))]
    assert len(lines) == 5
    assert all(len(line) <= 60 for line in lines)


def test_a_name_without_a_form_is_quoted_or_in_brackets() -> None:
    shown = [Typesetter("fr").form(Form("region", "Bavière", form)) for form in ("in", "of", "the", "plain")]

    assert shown == ["(Bavière)", "de «\u00a0Bavière\u00a0»", "«\u00a0Bavière\u00a0»", "Bavière"]
