"""A question of one's own that is called like one of phare's stays one's own, and who looks at names is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.nouns.large.columned import Columned
from phare_cli.results import read

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base\n"
NAMES = (
    "Utilité des partenariats", "utilite des partenariats", "Impact des partenariats", "Innovation", "Fragilités",
    "Taux d'engagement", "Priorités d'action", "Modes de partenariat", "Échelle des partenariats",
    "Impact of partnerships",
)  # fmt: skip
STEPS = ("Très utiles", "Plutôt utiles", "Peu utiles")


def data(name: str, items: tuple[str, ...] = STEPS) -> str:
    return HEAD + "".join(
        f"Bretagne,citizens,{name},{item},{40 - place},500\n" for place, item in enumerate(items)
    )


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_phare_never_asked_is_said_in_no_clause_of_phare_s(phare: Phare, name: str, lang: str) -> None:
    page = phare(f"report --region Bretagne -f markdown --lang {lang}", data=data(name)).out

    assert f"## {name}".casefold() in page.casefold()
    assert not any(
        clause in page for clause in ("fragilités.", "fragilities.", "ont un impact", "have an impact")
    )
    assert phare("show -f csv", data=data(name)).column("indicator") == [name] * 3


@pytest.mark.parametrize(
    "typed", ["Utilité des partenariats", "utilité des partenariats", "utilite-des-partenariats"]
)
def test_it_is_asked_for_by_its_own_name(phare: Phare, typed: str) -> None:
    run = phare(f"show '{typed}' -f csv", data=data(NAMES[0]) + "Bretagne,citizens,Q2,Oui,50,500\n")

    assert run.column("item") == list(STEPS)


@pytest.mark.parametrize("items", [("emploi", "Très utiles"), ("Logement",)])
def test_one_answer_of_phare_s_makes_it_phare_s(phare: Phare, items: tuple[str, ...]) -> None:
    found = phare("show -f csv", data=data(NAMES[0], items)).column("indicator")

    assert found == ["partnership-impact"] * len(items)


def test_its_id_is_taken_at_its_word(phare: Phare) -> None:
    assert (
        phare("show -f csv", data=data("partnership-impact")).column("indicator")
        == ["partnership-impact"] * 3
    )


@pytest.mark.parametrize("command", ["check", "codebook", "codebook --draft", "tabulate"])
@pytest.mark.parametrize(
    ("lang", "apart", "shipped"),
    [
        (
            "en",
            "is called like phare's indicator partnership-impact",
            "is read as phare's indicator partnership-impact",
        ),
        (
            "fr",
            "porte le nom de l’indicateur partnership-impact",
            "est lu comme l’indicateur partnership-impact",
        ),
    ],
)
@pytest.mark.parametrize("columns", [None, 100])
def test_who_looks_at_names_is_told(
    phare: Phare, tmp_path: Path, command: str, lang: str, apart: str, shipped: str, columns: int | None
) -> None:
    answers = {"apart": STEPS, "shipped": ("emploi", "logement", "santé")}
    said = {}
    for case, items in answers.items():
        if command == "tabulate":
            (tmp_path / "a.csv").write_text("Utilité des partenariats\n" + "\n".join(items * 2))
            run = "tabulate a.csv --region =Bretagne --stakeholder =citizens --single 'Utilité des partenariats'"
            said[case] = phare(f"{run} --lang {lang}", columns=columns).err
        else:
            said[case] = phare(f"{command} --lang {lang}", data=data(NAMES[0], items), columns=columns).err

    assert [apart in " ".join(said["apart"].split()), shipped in " ".join(said["shipped"].split())] == [
        True,
        True,
    ]


def test_what_phare_calls_so_too_is_no_news(phare: Phare) -> None:
    assert "indicator" not in phare("check", data=data("Fragilités", ("emploi", "logement"))).err


def test_an_entry_of_one_s_own_keeps_it_one_s_own(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "mots.csv").write_text(f"kind;id;fr\nindicator;{NAMES[0]};Utilité des partenariats\n")
    run = phare("show -f csv --codebook mots.csv", data=data(NAMES[0], ("emploi", "logement")))

    assert run.column("indicator") == [NAMES[0]] * 2


def test_a_large_file_keeps_it_apart_too(tmp_path: Path) -> None:
    rows = (
        f"Place {place},citizens,{NAMES[0]},{item},{40 - place % 7},500\n"
        for place in range(9000)
        for item in STEPS
    )
    file = tmp_path / "large.csv"
    file.write_text(HEAD + "".join(rows) + "Place 1,citizens,Q2,Oui,50,500\n")
    survey = read(str(file))

    assert isinstance(survey.estimates, Columned)
    assert survey.names("indicator") == (NAMES[0], "Q2")
