"""How ``phare verify`` tells its claims: marks of each language, who holds a rank, entries of no use, SARIF."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.catalogue import LANGUAGES, catalogue
from phare_cli.recipes.verify.verify import COLUMNS
from phare_cli.shell.command_list import COMMANDS, load
from phare_cli.shell.typer_app import Command

Phare = Callable[..., Any]

NOTE = """\
# L'engagement en PACA

En PACA, 45 % des entreprises et **57** % des associations sont engagées dans un partenariat.
Les entreprises sont largement au-dessus de la moyenne
nationale. En PACA, 99 % des agriculteurs sont engagés dans un partenariat.
"""
RANKED = "survey,wave,region,stakeholder,indicator,item,value,unit,base\n" + "".join(
    f"s,2024,Bretagne,citizens,fears,{item},{value},percent,1000\n"
    for item, value in (("crisis", 46), ("war", 30), ("water", 20), ("noise", 10))
)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.mark.parametrize("format", ["table", "markdown", "html", "sarif", "github"])
def test_no_colon_of_french_stands_behind_a_letter_or_a_plain_blank(
    phare: Phare, note: Path, format: str
) -> None:
    out = re.sub(
        r"<style>.*?</style>", "", phare(f"verify note.md --lang fr -f {format}").out, flags=re.DOTALL
    )

    assert re.search("moyenne nationale[*]*\u00a0", out)
    assert (
        re.findall(r"\w\S*[\w%*>)] ?(?::|%3A) (?:<b>)?(?:fausse|exagérée|inconnue|les données|En )", out)
        == []
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "En Bretagne, la première crainte des citoyens est « water ».",
            "20% among citizens (“fears”); place 3 of 4; first: crisis (46%)",
        ),
        (
            "En Bretagne, la crainte « war » arrive en tête pour les citoyens.",
            "place 2 of 4; first: crisis (46%)",
        ),
        (
            "En Bretagne, la deuxième crainte des citoyens est « noise ».",
            "place 4 of 4; in place 2: war (30%)",
        ),
        ("En Bretagne, la dernière crainte des citoyens est « war ».", "place 2 of 4; last: noise (10%)"),
    ],
)
def test_a_wrong_rank_is_told_with_the_one_that_holds_it(
    phare: Phare, note: Path, words: str, told: str
) -> None:
    note.write_text(words, encoding="utf-8")

    assert told in " ".join(phare("verify note.md", data=RANKED).out.split())


def test_of_two_that_share_a_place_both_are_named(phare: Phare, note: Path) -> None:
    note.write_text("En Bretagne, la première crainte des citoyens est « water ».", encoding="utf-8")
    run = phare("verify note.md --lang fr", data=RANKED.replace("war,30", "war,46"))

    told = "rang 3 sur 4\u202f; en tête\u00a0: crisis et war (46\u00a0%)"
    assert told in re.sub(r"[ \n]+", " ", run.out)


@pytest.mark.parametrize("option", ["", "--fix"])
def test_an_accepted_entry_that_no_claim_meets_is_told_once(phare: Phare, note: Path, option: str) -> None:
    entries = ('words = "57 %"', 'words = "58 %"', 'words = "59 %"\ndocument = "other.md"')
    text = "\n".join(f'[[claim]]\n{entry}\nreason = "so it is"' for entry in entries)
    note.with_name("accepted.toml").write_text(text, encoding="utf-8")
    note.with_name("other.md").write_text("", encoding="utf-8")
    run = phare(f"verify note.md --accept accepted.toml {option}")

    assert [line for line in run.err.splitlines() if "--accept" in line] == [
        "phare: no claim reads “58 %”: check these words in the file of --accept."
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_help_prints_every_text_to_the_letter(phare: Phare, name: str, lang: str) -> None:
    out = phare(f"{name} --help --lang {lang}", columns=1000).out
    shown = " ".join(re.sub("[│╭╮╰╯─]", " ", re.sub(r"\x1b\[[\d;]*m", "", out)).split())
    texts = [COMMANDS[name].help, *(vars(param).get("help") or "" for param in load(name, Command).params)]

    said = [" ".join(catalogue(lang).gettext(text).split()) for text in texts if text]
    assert [text for text in said if text not in shown] == []


def test_sarif_keeps_the_rules_of_its_standard(phare: Phare, note: Path) -> None:
    """OASIS, SARIF 2.1.0: 3.13, 3.14, 3.18, 3.19, 3.27, 3.28, 3.29, 3.30, 3.35."""
    text = '[[claim]]\nwords = "57 %"\nreason = "so it is"\n'
    note.with_name("accepted.toml").write_text(text, encoding="utf-8")
    log = json.loads(phare("verify note.md --accept accepted.toml --lang fr -f sarif").out)
    [run] = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

    assert (log["version"], run["tool"]["driver"]["name"], run["columnKind"], run["language"]) == (
        "2.1.0", "phare verify", "unicodeCodePoints", "fr",
    )  # fmt: skip
    assert len(set(rules)) == len(rules)
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["ruleId"] in rules
        assert result["level"] in ("none", "note", "warning", "error")
        [location] = result["locations"]
        region = location["physicalLocation"]["region"]
        assert all(region[name] >= 1 for name in ("startLine", "startColumn", "endLine", "endColumn"))
        assert (region["startLine"], region["startColumn"]) < (region["endLine"], region["endColumn"])
        assert re.fullmatch(r"[\w.~%/-]+", location["physicalLocation"]["artifactLocation"]["uri"])
        assert all(each["kind"] in ("inSource", "external") for each in result.get("suppressions", ()))


def test_a_region_of_sarif_holds_the_words_of_its_claim(phare: Phare, note: Path) -> None:
    results = json.loads(phare("verify note.md -f sarif").out)["runs"][0]["results"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    starts = [0, *(at + 1 for at, letter in enumerate(NOTE) if letter == "\n")]
    held = [
        NOTE[
            starts[each["startLine"] - 1] + each["startColumn"] - 1 : starts[each["endLine"] - 1]
            + each["endColumn"]
            - 1
        ]
        for each in regions
    ]

    assert held == ["57** %", "largement au-dessus de la moyenne\nnationale", "99 %"]
    assert [each["snippet"]["text"] for each in regions if "snippet" in each] == ["99 %"]


@pytest.mark.parametrize("name", ["verify.md", "verify.fr.md"])
def test_the_fields_of_a_claim_are_those_that_the_guide_lists(name: str) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guides" / name).read_text(encoding="utf-8")

    assert ", ".join(f"`{column.name}`" for column in COLUMNS) in guide


TABLED = """\
# L'engagement en PACA

| Engagement dans un partenariat | Entreprises | Associations |
| --- | ---: | ---: |
| PACA | 45 % | 57 % |
| France | 37 % | **38 %** |
"""


def test_a_table_is_told_row_by_row_on_a_terminal(phare: Phare, tmp_path: Path) -> None:
    tmp_path.joinpath("note.md").write_text(TABLED, encoding="utf-8")

    out = phare("verify note.md").out

    assert "\n  PACA | Entreprises 45 % | Associations 57 %\n" in out
    assert "\n                     ────                ~~~~\n" in out
    assert "\n  France | Entreprises 37 % | Associations 38 %\n" in out


def test_a_table_is_a_table_on_the_marked_page(phare: Phare, tmp_path: Path) -> None:
    tmp_path.joinpath("note.md").write_text(TABLED, encoding="utf-8")

    out = phare("verify note.md -f html").out
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", out)

    assert [re.sub("<[^>]*>", "", cell) for cell in cells] == [
        "", "Entreprises", "Associations", "PACA", "45 %", "57 %", "France", "37 %", "38 %",
    ]  # fmt: skip
    assert "PACA | Associations | 57 %: <b>wrong</b>" in out


def test_strokes_of_one_claim_are_coloured_together(phare: Phare, note: Path) -> None:
    assert "\x1b[31m~~~~\x1b[0m" in phare("verify note.md --color always").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("L'emploi est la première préoccupation des maires en France.", "the data hold no such ranking"),
        (
            "En France, l'emploi est la fragilité la plus citée par les associations.",
            "60% of associations name employment among the fragilities, tied with ageing; the gap cannot be tested",
        ),
        (
            "L'engagement des entreprises en France est passé de 21 % à 37 %, soit une hausse de 16 points.",
            "the gap cannot be tested: the two figures stand for different people",
        ),
    ],
)
def test_a_reason_says_what_it_means(phare: Phare, tmp_path: Path, words: str, told: str) -> None:
    tmp_path.joinpath("note.md").write_text(words, encoding="utf-8")

    assert told in " ".join(phare("verify note.md").out.split())


WAVES = (
    "wave,region,stakeholder,indicator,item,value,base\n"
    "2021,France,citizens,fears,war,40,900\n"
    "2024,France,citizens,fears,war,52,900\n"
)


@pytest.mark.parametrize("format", ["table", "markdown", "html", "sarif", "github"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 2021, 44% of citizens fear war.", "wave 2021: the data say"),
        ("44% of citizens fear war.", "wave 2024: the data say"),
    ],
)
def test_the_wave_of_a_figure_is_told_where_the_data_hold_several(
    phare: Phare, tmp_path: Path, format: str, text: str, told: str
) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    assert told in phare(f"verify page.md -f {format}", data=WAVES).out


def test_no_wave_is_told_where_the_data_hold_one(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("44% of citizens fear war.\n", encoding="utf-8")
    data = "".join(line for line in WAVES.splitlines(keepends=True) if not line.startswith("2021"))

    assert "wave" not in phare("verify page.md", data=data).out


def test_quiet_annotations_tell_no_totals(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("44% of citizens fear war.\n", encoding="utf-8")

    lines = phare("verify page.md -f github -q", data=WAVES).out.splitlines()

    assert [line[:8] for line in lines] == ["::error "]
    assert phare("verify page.md -f github", data=WAVES).out.splitlines()[:-1] == lines
