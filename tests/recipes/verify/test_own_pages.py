"""Pages that phare writes pass ``phare verify``: it never says what it would object to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

Phare = Callable[..., Any]
CODEBOOK = """\
kind,id,en,fr,aliases
stakeholder,eleves,Pupils,Élèves,élève|pupil
stakeholder,profs,Teachers,Enseignants,enseignant|teacher
indicator,eco,School life,Vie scolaire,
item,lecture,Reads every day,Lit tous les jours,lire
item,sommeil,Sleeps badly,Dort mal,
indicator,nt,Marks of school,Notes de l'école,
item,accueil,Welcome,Accueil,
item,calme,Calm,Calme,
"""
# Names of the codebook, names that nobody explains, and names that a codebook beside the data gives.
GROUPS = {
    "shipped": ("citizens", "mayors", "associations", "companies"),
    "own": ("lycéens", "habitants des villes", "nurses", "65 ans et plus", "salariés du privé"),
    "codebook": ("eleves", "profs"),
}
ITEMS: dict[str, dict[str, tuple[str, ...]]] = {
    "shipped": {
        "fragilities": ("employment", "mobility", "environment", "education"),
        "action-priorities": ("employment", "poverty", "housing"),
        "engagement": ("partnerships",),
        "innovation": ("alliances",),
        "fragility-scores": ("employment", "security", "poverty"),
    },
    "own": {
        "usages": ("lit le journal", "va au musée", "regarde des films"),
        "satisfaction": ("très satisfait", "plutôt satisfait", "pas du tout satisfait"),
        "note moyenne": ("accueil", "propreté"),
        "worries": ("prices", "red tape", "climate change", "autre"),
        "satisfaction des usagers": (
            "très satisfait",
            "plutôt satisfait",
            "plutôt pas satisfait",
            "pas satisfait",
            "autre",
            "satisfait",
        ),
        "pleasure": (
            "very pleased",
            "rather pleased",
            "rather displeased",
            "very displeased",
            "other",
            "pleased",
        ),
        "taux de départ": ("est parti",),
    },
    "codebook": {"eco": ("lecture", "sommeil"), "nt": ("accueil", "calme")},
}
SCALES = ("satisfaction des usagers", "pleasure")  # the last of their answers is the net of the first two
SCORES = ("fragility-scores", "note moyenne", "nt")
PARTS_OF = (
    (),
    ("women", "men"),
    ("moins de 30 ans", "30 ans et plus"),
    ("employers", "1000 or more employees"),
)
HEADER = (
    "wave,region,stakeholder,segment,indicator,item,value,unit,base,standard_error,"
    "in_national_sample,response,breakdown"
)
PAGES = (
    "report --region {region}",
    "report --region France",
    "report --region {region} --short",
    "compare --region {region} --sentences",
    "compare --by stakeholder --sentences",
    "compare --by wave --sentences",
    "compare --by segment --sentences",
    "compare --region {region} --explain",
    "compare --by segment --explain",
    "show",
    "show --wide",
    "show --by wave",
)
TABLES = (
    "show",
    "show --wide",
    "show --by wave",
    "show --region {region} --wide",
    "compare",
    "compare --region {region}",
    "compare --by stakeholder",
    "compare --by wave",
    "compare --by segment",
)
# What each format of text is called, and the ending of its file.
FORMATS = (
    ("rst", "rst"),
    ("asciidoc", "adoc"),
    ("markdown", "md"),
    ("html", "html"),
    ("table", "txt"),
    ("org", "org"),
    ("jira", "txt"),
    ("textile", "textile"),
    ("mediawiki", "wiki"),
    ("latex", "tex"),
    ("docx", "docx"),
)


def _most(indicator: str) -> int:
    """Return the largest share that an answer is drawn: those of a scale are one whole at most."""
    return 20 if indicator in SCALES else 33 if indicator == "satisfaction" else 99


class Drawn(NamedTuple):
    """A survey and what it is read with; *region* stands beside the nation."""

    region: str
    data: str
    codebook: str | None


@st.composite
def surveys(draw: st.DrawFn) -> Drawn:
    """Return percentages and scores of a region and of the nation: waves, parts of groups, with bases or without."""
    kind = draw(st.sampled_from(("shipped", "own", "codebook")))
    region = draw(st.sampled_from(("Bretagne", "Corse", "Provence-Alpes-Côte d'Azur", "Finistère")))
    groups = draw(st.lists(st.sampled_from(GROUPS[kind]), min_size=1, max_size=3, unique=True))
    indicators = draw(st.lists(st.sampled_from(tuple(ITEMS[kind])), min_size=1, max_size=3, unique=True))
    waves = draw(st.lists(st.sampled_from(("2018", "2020", "2023")), min_size=1, max_size=3, unique=True))
    parts = draw(st.sampled_from(PARTS_OF))
    has_bases, breakdown = draw(st.booleans()), draw(st.sampled_from(("", "age")))
    rows = [HEADER]
    for wave, place, group, part, indicator in product(
        waves, ("France", region), groups, ("", *parts), indicators
    ):
        answers = ITEMS[kind][indicator]
        shares = [draw(st.integers(1, _most(indicator))) for _ in answers]
        if indicator in SCALES:
            shares[-1] = sum(shares[:2])
        for item, value in zip(answers, shares, strict=True):
            base = draw(st.integers(400, 3000) if place == "France" else st.integers(20, 390)) // (
                3 if part else 1
            )
            error = "0.1" if indicator in SCORES and has_bases else ""
            figure, unit = (
                (f"{value / 10:.1f}", "score/10") if indicator in SCORES else (str(value), "percent")
            )
            sample = "" if place == "France" else draw(st.sampled_from(("yes", "no", "")))
            rows.append(
                f"{wave},{place},{group},{part},{indicator},{item},{figure},{unit},{base if has_bases else ''},{error},"
                f"{sample},{'single' if _most(indicator) < 99 else 'multiple'},{breakdown if part else ''}"
            )
    return Drawn(region, "\n".join(rows) + "\n", CODEBOOK if kind == "codebook" else None)


@settings(
    max_examples=20,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(survey=surveys(), page=st.sampled_from(PAGES), language=st.sampled_from(("en", "fr")))
def test_a_page_that_phare_writes_holds_no_wrong_and_no_overstated_claim(
    phare: Phare, tmp_path: Path, survey: Drawn, page: str, language: str
) -> None:
    read_with = ""
    if survey.codebook is not None:
        (tmp_path / "book.csv").write_text(survey.codebook, encoding="utf-8")
        read_with = " --codebook book.csv"
    asked = page.format(region=f'"{survey.region}"')
    written = phare(f"{asked} --lang {language} -f markdown{read_with}", data=survey.data).out
    assume(written.strip())  # nothing is compared where there is one group, one wave or no part
    (tmp_path / "page.md").write_text(written, encoding="utf-8")

    rows = phare(f"verify page.md -f json{read_with}", data=survey.data).rows

    assert [row for row in rows if row["status"] in ("wrong", "overstated")] == []


@settings(
    max_examples=25,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    survey=surveys(),
    table=st.sampled_from(TABLES),
    form=st.sampled_from(FORMATS),
    language=st.sampled_from(("en", "fr")),
)
def test_a_table_that_phare_writes_in_any_format_holds_no_wrong_and_no_overstated_claim(
    phare: Phare, tmp_path: Path, survey: Drawn, table: str, form: tuple[str, str], language: str
) -> None:
    read_with = ""
    if survey.codebook is not None:
        (tmp_path / "book.csv").write_text(survey.codebook, encoding="utf-8")
        read_with = " --codebook book.csv"
    page = tmp_path / f"page.{form[1]}"
    page.unlink(missing_ok=True)
    asked = table.format(region=f'"{survey.region}"')
    phare(f"{asked} --lang {language} -f {form[0]} -o {page}{read_with}", data=survey.data)
    assume(page.exists() and page.stat().st_size > 1)  # nothing is compared where there is one group or wave

    rows = phare(f"verify {page.name} -f json{read_with}", data=survey.data).rows

    assert [row for row in rows if row["status"] in ("wrong", "overstated")] == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "page", ["report --region France", "report --region PACA", "compare -r PACA --explain"]
)
def test_a_page_of_the_shipped_figures_holds_no_wrong_and_no_overstated_claim(
    phare: Phare, tmp_path: Path, page: str, language: str
) -> None:
    (tmp_path / "page.md").write_text(phare(f"{page} --lang {language} -f markdown").out, encoding="utf-8")

    rows = phare("verify page.md -f json").rows

    assert len(rows) > 10
    assert [row for row in rows if row["status"] in ("wrong", "overstated")] == []


def test_a_formula_claims_nothing_and_a_figure_with_its_base_and_its_test_does(
    phare: Phare, tmp_path: Path
) -> None:
    text = (
        "In PACA, 45% of companies are engaged in a partnership (z = 2.1, p = 0.03). Gap = p1 − p2 = 61% − 90% = "
        "−29 points.\n"
    )
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")

    rows = phare("verify note.txt -f json").rows

    assert [(row["text"], row["status"]) for row in rows] == [("45%", "right")]


def test_a_sentence_on_a_region_and_the_nation_is_of_one_wave(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(phare("compare --sentences -f markdown").out, encoding="utf-8")

    rows = phare("verify page.md -f json").rows

    assert [row for row in rows if row["status"] in ("wrong", "overstated")] == []


PARTS = """\
wave,region,stakeholder,segment,indicator,item,value,unit
2020,France,citizens,,fragilities,employment,57,percent
2020,France,citizens,women,fragilities,employment,61,percent
2020,France,companies,,fragilities,employment,30,percent
2020,France,companies,women,fragilities,employment,44,percent
"""


def test_a_part_named_beside_its_group_in_a_row_is_that_part(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(phare("show fragilities -f markdown", data=PARTS).out, encoding="utf-8")
    rows = phare("verify page.md -f json", data=PARTS).rows

    assert [row["status"] for row in rows] == ["right"] * 4


LINES_OF_FEET = (
    "Margins of error: ± 5.4 points at most, at 95% confidence (Citizens, PACA); ± 10.6 points (Mayors, PACA).",
    "Margins of error: ± 5.4 points (Citizens, PACA); ± 2.1 points (Citizens, France); ± 10.6 points (Mayors, PACA).",
    "Marges d’erreur : ± 5,4 points au plus, au niveau de confiance de 95 % (Citoyens, PACA) ; ± 20,1 points (Maires).",
    "56 tests in 8 families, each of one question in one place (Fragilities: 4 families of 8 tests; Action priorities: "
    "4 families of 6 tests).",
    "12 tests in 5 families (Fragilities: 2 families of 4 to 8 tests).",
    "56 tests en 8 familles (Fragilités : 4 familles de 8 tests ; Priorités d’action : 4 familles de 6 à 8 tests).",
    "Ces écarts des maires de PACA sont choisis comme les plus grands ; leurs intervalles descendent jusqu'à 2 points.",
    "These gaps of mayors in PACA were chosen as the largest; their intervals fall to 2 points.",
)


@pytest.mark.parametrize("line", LINES_OF_FEET)
def test_a_line_on_margins_on_tests_or_on_intervals_claims_nothing(
    phare: Phare, tmp_path: Path, line: str
) -> None:
    (tmp_path / "page.md").write_text(line + "\n", encoding="utf-8")

    assert phare("verify page.md -f json").rows == []


@pytest.mark.parametrize(
    "claim", ["4 of 5 mayors cite mobility", "4 mayors out of 5 cite mobility", "4 mayors of 5 cite mobility"]
)
def test_a_share_of_people_beside_such_lines_is_a_claim(phare: Phare, tmp_path: Path, claim: str) -> None:
    (tmp_path / "page.md").write_text(f"In PACA, {claim} (± 3 points; ± 4 points).\n", encoding="utf-8")

    assert len(phare("verify page.md -f json").rows) == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_claim_of_a_sheet_of_paper_is_right(phare: Phare, tmp_path: Path, language: str) -> None:
    data = (
        HEADER
        + "\n"
        + "".join(
            f"2024,{place},{group},,fragilities,{item},{20 + 7 * at + (at + 3) * (place == 'France')},percent,"
            f"{base * (1 + 5 * (place == 'France'))},,{'no' if place != 'France' else ''},multiple,\n"
            for place in ("France", "Bretagne")
            for group, base in (("citizens", 612), ("mayors", 96))
            for at, item in enumerate(("employment", "mobility", "environment", "education"))
        )
    )
    page = phare(f"report -r Bretagne --short --lang {language} -f markdown", data=data).out
    (tmp_path / "page.md").write_text(page, encoding="utf-8")

    rows = phare("verify page.md -f json", data=data).rows

    assert page.count("±") == 2
    assert {row["status"] for row in rows} == {"right"}
