"""Every sentence about the people that a sample stands for, as it is said in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ANSWERS = "R,S,G,Q,W\n" + "PACA,u,mayors,a,1\n" * 3 + "Corse,v,mayors,b,1\n" * 4
WHO = "tabulate a.csv --region R --stakeholder G --single Q"
PEOPLE = "S,population\nu,{u}\nv,40\n"


@pytest.fixture
def said(phare: Phare, tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Return a function that gives the status and what is said, in English and in French."""

    def run(words: str, answers: str = ANSWERS, **files: str) -> tuple[int, str, str]:
        (tmp_path / "a.csv").write_text(answers)
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text)
        runs = [phare(f"{WHO} {words} --lang {lang}") for lang in ("en", "fr")]
        assert runs[0].status == runs[1].status
        return (
            runs[0].status,
            runs[0].err.replace("\N{NO-BREAK SPACE}", " "),
            runs[1].err.replace("\N{NO-BREAK SPACE}", " "),
        )

    return run


@pytest.mark.parametrize(
    ("people", "english", "french"),
    [
        ("S,population\nv,40\n",
         "people.csv: this file does not say how many people the stratum u of Mayors holds; 3 respondents stand in "
         "it. [no-population]",
         "people.csv : Maires : ce fichier ne dit pas combien de personnes compte la strate u, où se trouvent 3 "
         "répondants. [no-population]"),
        (PEOPLE.format(u=2),
         "people.csv, line 2: 3 respondents stand in the stratum u of Mayors, which holds 2 people. "
         "[more-than-population]",
         "people.csv, ligne 2 : Maires, strate u : 3 répondants pour 2 personnes. [more-than-population]"),
        ("S,population\nU,20\nV,40\n",
         "people.csv: no respondent stands in any stratum of this file: compare how both files write them. "
         "[no-respondent]",
         "people.csv : aucun répondant ne se trouve dans une strate de ce fichier : comparez la façon dont les deux "
         "fichiers les écrivent. [no-respondent]"),
        (PEOPLE.format(u='"1,200"'),
         "people.csv, line 2, column population: this number may have three decimals or a mark between thousands, "
         "and no other one tells. Say which it is: --decimal comma or --decimal point. [mixed-decimal]",
         "people.csv, ligne 2, colonne population : ce nombre peut avoir trois décimales ou une marque de "
         "milliers, et aucun autre ne tranche. Dites laquelle : --decimal comma ou --decimal point. [mixed-decimal]"),
    ],
)  # fmt: skip
def test_populations_that_do_not_fit(
    said: Callable[..., tuple[int, str, str]], people: str, english: str, french: str
) -> None:
    status, in_english, in_french = said("--strata S --population people.csv", people=people)

    assert (status, in_english.splitlines()[0], in_french.splitlines()[0]) == (
        3,
        f"phare: {english}",
        f"phare : {french}",
    )


@pytest.mark.parametrize("mark", ["point", "comma"])
def test_a_number_in_doubt_is_what_its_reader_says(
    phare: Phare, said: Callable[..., tuple[int, str, str]], mark: str
) -> None:
    people, margins = PEOPLE.format(u='"1,200"'), 'column,value,target\nS,u,"1,200"\nS,v,800\n'

    status, _, _ = said(f"--strata S --population people.csv --decimal {mark}", people=people)
    assert status == {"point": 0, "comma": 3}[mark]  # 1.2 people are fewer than answered
    assert said(f"--rake margins.csv --decimal {mark}", margins=margins)[0] == 0
    share = float(phare(f"{WHO} --rake margins.csv --decimal {mark} --nation -f csv").column("value")[0])
    assert share == pytest.approx({"point": 60.0, "comma": 100 * 1.2 / 801.2}[mark])


def test_margins_refuse_the_doubt_too(said: Callable[..., tuple[int, str, str]]) -> None:
    status, english, _ = said("--rake margins.csv", margins='column,value,target\nS,u,"1,200"\nS,v,800\n')

    assert (status, english.splitlines()[0]) == (
        3,
        "phare: margins.csv, line 2, column target: this number may have three decimals or a mark between thousands, "
        "and no other one tells. Say which it is: --decimal comma or --decimal point. [mixed-decimal]",
    )


@pytest.mark.parametrize("words", ["--strata S", "--strata S --population people.csv"])
def test_a_respondent_alone_in_a_stratum(said: Callable[..., tuple[int, str, str]], words: str) -> None:
    alone = ANSWERS + "PACA,w,mayors,a,1\n"
    people = PEOPLE.format(u=20) + "w,9\n"

    status, english, french = said(words, alone, people=people)

    assert (status, english.splitlines()[0], french.splitlines()[0]) == (
        3,
        "phare: a.csv: one respondent of Mayors stands alone in the stratum w: no variance can be had from one. Join "
        "it to another, or take its deviation from the mean of all: --lonely centre. [lonely-stratum]",
        "phare : a.csv : Maires : un répondant est seul dans la strate w, et un seul ne dit rien de la variance. "
        "Joignez-la à une autre, ou mesurez son écart à la moyenne de tous : --lonely centre. [lonely-stratum]",
    )
    assert said(f"{words} --lonely centre", alone, people=people)[0] == 0


def test_raking_does_not_begin_with_equal_weights_where_strata_are_unlike(
    said: Callable[..., tuple[int, str, str]],
) -> None:
    margins = "column,value,target\nR,PACA,50\nR,Corse,50\n"
    words = "--strata S --population people.csv --rake margins.csv"

    status, english, french = said(words, people=PEOPLE.format(u=20), margins=margins)

    assert (status, english, french) == (
        2,
        "phare: --rake begins with equal weights, and strata of --population hold unlike numbers of people for one "
        "answer. Name a column of weights, N/n of each stratum: --weight COLUMN.\n",
        "phare : --rake part de poids égaux, alors que les strates de --population comptent inégalement de personnes "
        "pour un répondant. Nommez une colonne de poids, le N/n de chaque strate : --weight COLONNE.\n",
    )
    assert said(words, people=PEOPLE.format(u=30), margins=margins)[0] == 0
    assert said(f"{words} --weight W", people=PEOPLE.format(u=20), margins=margins)[0] == 0


def test_regions_are_not_the_nation_unless_it_is_said(phare: Phare, said: Callable[..., Any]) -> None:
    status, english, french = said("")

    assert (status, english, french) == (
        0,
        "phare: note: the file holds 2 regions, which are not added up to the nation. --nation says that they are a "
        "national sample.\n",
        "phare : remarque : le fichier compte 2 régions, sans total pour la France entière. --nation y voit un "
        "échantillon national.\n",
    )
    regions = {
        words: set(phare(f"{WHO} {words} -f csv").column("region"))
        for words in ("", "--nation", "--no-nation")
    }
    assert "France" in regions["--nation"]
    assert regions["--nation"] - {"France"} == regions["--no-nation"] == regions[""]


def test_the_draft_asks_whether_regions_are_the_nation(phare: Phare, tmp_path: Path) -> None:
    rows = "".join(f"{region},{item}\n" for region in ("PACA", "Corse", "Bretagne") for item in "abc" * 9)
    (tmp_path / "a.csv").write_text(f"region,Q1\n{rows}")

    drafts = {lang: phare(f"tabulate a.csv --draft --lang {lang}").out for lang in ("en", "fr")}

    assert (
        "# Do these regions add up to the nation? With true, rows of France are added.\n# nation = true\n"
        in drafts["en"]
    )
    assert (
        "# Ces régions forment-elles ensemble la France ? Avec true, des lignes France s’ajoutent.\n# nation = true\n"
        in drafts["fr"].replace("\N{NO-BREAK SPACE}", " ")
    )
    (tmp_path / "spec.toml").write_text(drafts["en"].replace("# nation = true", "nation = true"))
    (tmp_path / "silent.toml").write_text(drafts["en"])
    told, silent = (
        phare(f"tabulate a.csv --spec {name}.toml -f csv").column("region") for name in ("spec", "silent")
    )
    assert "France" in told
    assert "France" not in silent


def test_the_codebook_says_what_respondents_weigh(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(ANSWERS)
    (tmp_path / "people.csv").write_text(PEOPLE.format(u=30))
    (tmp_path / "margins.csv").write_text("column,value,target\nS,u,50\nS,v,50\n")
    told = {}
    for words in ("", "--weight W", "--rake margins.csv", "--strata S --population people.csv"):
        phare(f"{WHO} {words} -o r.csv --codebook book.md")
        told[words] = [line for line in (tmp_path / "book.md").read_text().splitlines() if "eigh" in line]

    assert told == {
        "": ["Respondents are not weighted."],
        "--weight W": ["Weights stand in the column W."],
        "--rake margins.csv": ["Weights are raked to known margins."],
        "--strata S --population people.csv": [
            "Each respondent weighs the people of its stratum over its respondents."
        ],
    }
