"""A reference that another survey words otherwise: found by the codebook's ``equivalent``, and said in the notes."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from pathlib import Path
from typing import Any

import pytest

from phare_cli.measuring.normal import two_sided_p

Phare = Callable[..., Any]
HEAD = "survey,wave,region,stakeholder,indicator,item,value,base,rounded_to,question\n"
MOBILITY = "Baro PACA,2026,PACA,citizens,fragilités,mobilité,45,600,0,\n"
TRANSPORT = "Baro France,2025,France,citizens,fragilités,transports en commun,37,2000,0,\n"
DATA = HEAD + MOBILITY + TRANSPORT
EQUIVALENT = "kind;id;équivalent\nmodalité;mobilité;transports en commun\n"
COMMAND = "compare -r PACA --survey 'Baro PACA' --codebook mots.csv -f json"
ASKED = f"{COMMAND} --to-survey 'Baro France'"


@pytest.fixture
def words(tmp_path: Path) -> Callable[[str], None]:
    def write(text: str) -> None:
        (tmp_path / "mots.csv").write_text(text, encoding="utf-8")

    return write


def test_an_equivalent_of_another_survey_is_the_reference(phare: Phare, words: Callable[[str], None]) -> None:
    words(EQUIVALENT)

    [row] = phare(ASKED, data=DATA).rows

    pooled = (600 * 0.45 + 2000 * 0.37) / 2600
    z = 0.08 / sqrt(pooled * (1 - pooled) * (1 / 600 + 1 / 2000))
    assert (row["item"], row["reference"], row["verdict"]) == ("mobility", 37, "above")
    assert row["p_value"] == pytest.approx(two_sided_p(z), rel=1e-9)


@pytest.mark.parametrize(
    "line",
    [
        "modalité;mobilité;transports en commun",
        "modalité;transports en commun;Mobilité",
        "item;mobility;navettes|Transports en commun",
    ],
    ids=["the figure's", "the reference's", "one of several"],
)
def test_either_line_may_name_the_other(phare: Phare, words: Callable[[str], None], line: str) -> None:
    words(f"kind;id;equivalent\n{line}\n")

    assert [row["reference"] for row in phare(ASKED, data=DATA).rows] == [37]


def test_what_nobody_called_equivalent_is_no_reference(phare: Phare, words: Callable[[str], None]) -> None:
    words("kind;id;equivalent\nitem;emploi;transports en commun\n")

    [row] = phare(ASKED, data=DATA).rows

    assert (row["reference"], row["reason"]) == (None, "no_reference")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "“Mobility” is set beside “transports en commun”: the wordings differ, and a codebook calls them "
            "equivalent. Whether people understood them alike, the figures do not tell.",
        ),
        (
            "fr",
            "« Mobilité » est placé à côté de « transports en commun » : les libellés diffèrent, et un dictionnaire "
            "de codes les dit équivalents. Si les gens les ont compris de même, les résultats ne le disent pas.",
        ),
    ],
)
def test_that_wordings_differ_is_said_and_which(
    phare: Phare, words: Callable[[str], None], lang: str, said: str
) -> None:
    words(EQUIVALENT)

    out = phare(f"{ASKED.replace(' -f json', ' -f markdown')} --lang {lang}", data=DATA).out

    assert said in out.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def test_a_sentence_calls_the_reference_by_its_own_words(phare: Phare, words: Callable[[str], None]) -> None:
    words(EQUIVALENT)

    [row] = phare(f"{ASKED} --sentences --lang en", data=DATA).rows

    assert "against 37% in France (Baro France, 2025: “transports en commun”)" in row["sentence"]


def test_how_to_ask_for_an_equivalent_is_said(phare: Phare, words: Callable[[str], None]) -> None:
    words(EQUIVALENT)

    notes = phare(f"{COMMAND} --lang en", data=DATA).json["notes"]

    assert any("Baro France, 2025 (--to-survey 'Baro France' --to-wave 2025)" in note for note in notes)


def test_the_same_words_come_before_others(phare: Phare, words: Callable[[str], None]) -> None:
    words(EQUIVALENT)
    data = DATA + TRANSPORT.replace("transports en commun,37", "mobilité,41")

    run = phare(f"{ASKED} --lang en", data=data)

    assert [row["reference"] for row in run.rows] == [41]
    assert not any("wordings" in note for note in run.json["notes"])


@pytest.mark.parametrize(
    ("book", "more"),
    [
        (
            "item;mobilité;transports en commun|navettes",
            TRANSPORT.replace("transports en commun", "navettes"),
        ),
        ("item;mobilité;transports en commun", MOBILITY.replace("mobilité,45", "transports en commun,12")),
        ("item;transports en commun;mobilité|navettes", MOBILITY.replace("mobilité,45", "navettes,12")),
    ],
    ids=["two equivalents there", "another thing here", "two here for one there"],
)
def test_an_equivalent_that_is_not_the_only_one_is_no_reference(
    phare: Phare, words: Callable[[str], None], book: str, more: str
) -> None:
    words(f"kind;id;equivalent\n{book}\n")

    rows = phare(ASKED, data=DATA + more).rows

    assert [row["reference"] for row in rows if row["item"] in ("mobility", "navettes")] == [None] * (
        2 if "navettes,12" in more else 1
    )


def test_a_question_an_indicator_a_group_and_a_part_may_have_other_words(
    phare: Phare, words: Callable[[str], None]
) -> None:
    data = (
        f"{HEAD[:-1]},segment\nBaro PACA,2026,PACA,citizens,fragilités,emploi,45,600,0,Quoi ?,jeunes\n"
        "Baro France,2025,France,habitués,manques,emploi,37,2000,0,Que manque-t-il ?,18-24 ans\n"
    )
    words(
        "kind;id;equivalent\nindicateur;fragilités;manques\ngroupe;citoyens;habitués\n"
        "segment;jeunes;18-24 ans\n"
    )

    run = phare(f"{ASKED} --lang en", data=data)

    assert [row["verdict"] for row in run.rows] == ["above"]
    assert sum("the wordings differ" in note for note in run.json["notes"]) == 4


@pytest.mark.parametrize(
    ("line", "reason"), [("", "different_question"), ("question;Quoi ?;Que manque-t-il ?\n", None)]
)
def test_questions_in_other_words_are_one_where_a_codebook_says_so(
    phare: Phare, words: Callable[[str], None], line: str, reason: str | None
) -> None:
    words(EQUIVALENT + line)
    data = DATA.replace("600,0,", "600,0,Quoi ?").replace("2000,0,", "2000,0,Que manque-t-il ?")

    assert [row["reason"] for row in phare(ASKED, data=data).rows] == [reason]


def test_between_waves_a_question_in_other_words_stays_another(
    phare: Phare, words: Callable[[str], None]
) -> None:
    words(f"{EQUIVALENT}question;Quoi ?;Que manque-t-il ?\n")
    later = MOBILITY.replace("\n", "Quoi ?\n")
    data = HEAD + later + later.replace("2026", "2025").replace("Quoi ?", "Que manque-t-il ?")

    [row] = phare("compare -r PACA --by wave --codebook mots.csv -f json", data=data).rows

    assert row["reason"] == "different_question"


def test_a_line_without_a_label_leaves_the_name_of_phare(phare: Phare, words: Callable[[str], None]) -> None:
    words(EQUIVALENT)

    [row] = phare("show -r PACA --lang fr --codebook mots.csv -f json", data=HEAD + MOBILITY).rows

    assert row["item"] == "mobility"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("region;PACA;Grand Sud", "misplaced"),
        ("item;mobilité;Mobility", "ambiguous-name"),
        ("item;mobilité;mobilité", "ambiguous-name"),
    ],
)
def test_an_equivalent_that_cannot_be_is_refused_with_its_line(
    phare: Phare, words: Callable[[str], None], line: str, code: str
) -> None:
    words(f"kind;id;equivalent\n{line}\n")

    run = phare(ASKED, data=DATA)

    assert (run.status, "line 2, column equivalent" in run.err, code in run.err) == (3, True, True)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("more", ["", "--sentences"])
def test_a_page_with_an_equivalent_has_nothing_wrong_and_stays_as_it_is(
    phare: Phare, words: Callable[[str], None], tmp_path: Path, lang: str, more: str
) -> None:
    words(EQUIVALENT)
    (tmp_path / "d.csv").write_text(DATA, encoding="utf-8")
    asked = f"compare -r PACA --survey 'Baro PACA' --to-survey 'Baro France' {more} --lang {lang}"
    block = f"{asked} --data d.csv --codebook mots.csv"
    (tmp_path / "n.md").write_text(f"<!-- phare: {block} -->\n<!-- /phare -->\n", encoding="utf-8")

    statuses = [phare(f"update n.md {each}").status for each in ("", "--check")]
    verified = phare(f"verify n.md -d d.csv --codebook mots.csv -f json --lang {lang}")

    assert (statuses, verified.status) == ([0, 0], 0)
    assert {row["status"] for row in verified.rows} <= {"right", "unknown"}


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_an_equivalent_is_said_on_a_screen_of_any_width(
    phare: Phare, words: Callable[[str], None], columns: int, lang: str
) -> None:
    words(EQUIVALENT)
    command = f"{ASKED.replace(' -f json', '')} --lang {lang} --color never"

    run = phare(command, data=DATA, columns=columns)

    assert (run.status, max(map(len, run.out.splitlines())) <= columns) == (0, True)
    assert "transports en commun" in " ".join(run.out.split())
