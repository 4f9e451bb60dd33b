"""“Autre” and “Ne sait pas” are no items: they stand last, have no rank, and open no page, however many gave them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.folding import fold
from phare_cli.language.known_by_words import residual_answers
from phare_cli.language.known_by_words.residual_answers import is_residual

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,base,response\n"
OTHER_FIRST = HEADER + "".join(
    f"France,citizens,transport,{item},{value},900,single\n"
    for item, value in (("Autre", 45), ("car", 30), ("walking", 15), ("Ne sait pas", 10))
)
SCALE = "region,stakeholder,indicator,item,value,base,response,scale,order\n" + "".join(
    f"France,citizens,worries,{item},{value},900,single,ordered,{place}\n"
    for place, (item, value) in enumerate((("very", 20), ("little", 35), ("NSP", 45)), 1)
)


def plain(run: Any) -> str:
    return str(run.out).replace("\u00a0", " ").replace("\u202f", " ")


RESIDUAL = (
    "Autre", "Autres réponses", "Autre (précisez)", "Une autre réponse", "Un autre", "Les autres", "D'autres choix",
    "Other, please specify", "Other reasons", "Others", "Ne sait pas", "Sait pas", "Sais pas", "Je sais pas", "NSP",
    "NSPP", "N.S.P.", "NS P", "NR", "Refus", "Refused", "Sans opinion", "Pas d'avis", "Aucun avis", "Aucune opinion",
    "Je n'ai pas d'avis", "N'ai pas d'avis", "Ne se prononce pas", "Préfère ne pas répondre", "Non-réponse",
    "Pas concerné", "Non concerné", "Non applicable", "I don't know", "Don't know", "Do not know", "Dont know",
    "I have no opinion",
    "No answer", "Can't say", "Cant say", "Cannot say", "I would prefer not to say", "Would rather not say",
    "Prefer not to answer", "Rather not say", "Not applicable", "Does not apply", "Aucun de ceux-ci",
    "Aucune de ces réponses", "Rien de tout cela", "None of these",
)  # fmt: skip


@pytest.mark.parametrize("answer", RESIDUAL)
def test_what_gathers_other_answers_or_none_is_known_by_its_words(answer: str) -> None:
    assert is_residual(answer)


def test_the_words_that_such_answers_begin_with_are_all_known() -> None:
    patterns = f"{residual_answers._SILENT}|{residual_answers._OTHER}|{residual_answers._NONE_OF_THEM}"
    said = re.compile(
        rf"(?:{patterns})(?: .*)?|{residual_answers._SILENT}(?: (?:ou |or )?{residual_answers._SILENT})*"
    )
    words = set(re.findall(r"[a-z]+", patterns)) | {word[:-1] for word in re.findall(r"[a-z]+\?", patterns)}
    rests = {fold(answer).partition(" ")[2] for answer in RESIDUAL}
    begins = {word for word in words for rest in rests if said.fullmatch(f"{word} {rest}".strip())}

    assert len(begins) > 20
    assert begins <= residual_answers._FIRST_WORDS


@pytest.mark.parametrize(
    "answer", ["Autres communes", "autrement", "Aucun diplôme", "Jamais", "emploi", "99", "NA"]
)
def test_an_item_that_only_begins_alike_is_an_item(answer: str) -> None:
    assert not is_residual(answer)


def test_they_stand_last_without_a_rank_and_that_is_said(phare: Phare) -> None:
    run = phare("show transport -f csv", data=OTHER_FIRST)

    assert run.column("item") == ["car", "walking", "Autre", "Ne sait pas"]
    assert run.column("rank") == ["1", "2", "", ""]
    assert run.column("rank_high") == ["1", "2", "", ""]
    assert "Last and without a rank: Autre and Ne sait pas" in phare("show transport", data=OTHER_FIRST).out


@pytest.mark.parametrize(
    "command", ["show transport --wide -f csv", "compare --by wave -f csv", "list items -f csv"]
)
def test_where_items_have_no_ranks_they_stand_last_too(phare: Phare, command: str) -> None:
    waves = (
        OTHER_FIRST.replace("\nFrance", "\n2020;France")
        .replace("region,", "wave,region,")
        .replace("2020;", "2020,")
    )
    data = waves + "\n".join(line.replace("2020", "2024") for line in waves.split("\n")[1:])

    assert phare(command, data=data).column("item")[-1] == "Ne sait pas"


def test_the_first_ranks_are_those_of_items(phare: Phare) -> None:
    assert phare("show transport --top 1 -f csv", data=OTHER_FIRST).column("item") == ["car"]


def test_a_page_opens_with_an_item_and_says_what_it_leaves_out(phare: Phare) -> None:
    page = plain(phare("report -r France", data=OTHER_FIRST))

    assert (
        "the most frequent answer to “transport” is “car” among citizens (30%), “Autre” left out.\n" in page
    )


def test_of_a_scale_too_the_answer_that_is_none_is_not_the_most_frequent(phare: Phare) -> None:
    page = plain(phare("report -r France", data=SCALE))

    assert "the most frequent answer to “worries” is “little” among citizens (35%), “NSP” left out" in page


def test_a_picture_draws_them_last(phare: Phare) -> None:
    _, _, drawn = plain(phare("plot transport", data=OTHER_FIRST)).partition("Transport by")

    assert drawn.index("Walking") < drawn.index("Autre") < drawn.index("Ne sait pas")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("In France, car comes first in transport among citizens.", "right"),
        ("In France, walking comes first in transport among citizens.", "wrong"),
        ("In France, walking comes second in transport among citizens.", "right"),
    ],
)
def test_verify_ranks_items_as_the_table_does(phare: Phare, tmp_path: Path, said: str, status: str) -> None:
    (tmp_path / "page.md").write_text(f"{said}\n", encoding="utf-8")
    run = phare("verify page.md -f csv", data=OTHER_FIRST)

    assert run.column("status") == [status]


def test_where_nothing_else_was_answered_they_are_ranked(phare: Phare) -> None:
    data = HEADER + "France,citizens,w,Autre,60,900,single\nFrance,citizens,w,Ne sait pas,40,900,single\n"

    assert phare("show w -f csv", data=data).column("rank") == ["1", "2"]


def test_ranks_that_came_with_a_file_are_not_taken_beside_an_answer_that_had_one(phare: Phare) -> None:
    data = "region,stakeholder,indicator,item,value,base,response,rank_low,rank_high\n" + (
        "France,citizens,w,Autre,60,900,multiple,1,1\nFrance,citizens,w,air,40,900,multiple,2,2\n"
        "France,citizens,w,soil,20,900,multiple,3,3\n"
    )

    assert phare("show w -f csv", data=data).column("rank_low") == ["1", "2", ""]


def test_tabulate_ranks_items_without_them(phare: Phare, tmp_path: Path) -> None:
    answers = "\n".join(["Autre"] * 60 + ["car"] * 40 + ["bus"] * 10)
    (tmp_path / "a.csv").write_text(f"q\n{answers}\n", encoding="utf-8")
    run = phare("tabulate a.csv --region =France --stakeholder =citizens --single q")

    assert dict(zip(run.column("item"), run.column("rank_low"), strict=True)) == {
        "Autre": "",
        "car": "1",
        "bus": "2",
    }


@pytest.mark.parametrize("other", ["Autre", "Ne sait pas", "Other (please specify)"])
def test_an_answer_without_a_rank_that_has_no_figure_leaves_the_first_item_first(
    phare: Phare, other: str
) -> None:
    data = "region,stakeholder,indicator,item,value,base,response\n" + "".join(
        f"{region},citizens,worries,{item},{value},900,multiple\n"
        for region in ("Bretagne", "Corse")
        for item, value in (("air", 60), ("soil", 20), (other, "" if region == "Bretagne" else 5))
    )
    out = phare("report -r Bretagne", data=data).out

    assert "the most frequent answer to “worries” is “air” among" in " ".join(out.split())


def test_an_answer_without_a_rank_stands_last_beside_its_reference_however_many_gave_it(
    phare: Phare, tmp_path: Path
) -> None:
    data = "region,stakeholder,indicator,item,value,base,in_national_sample\n" + "".join(
        f"{region},citizens,worries,{item},{value},900,no\n"
        for region in ("France", "Bretagne")
        for item, value in (("Autre", 70), ("air", 60), ("soil", 20))
    )
    phare("plot worries --compare -r Bretagne -o a.svg --alt a.txt", data=data)
    told = (tmp_path / "a.txt").read_text(encoding="utf-8")

    assert told.index("Air:") < told.index("Soil:") < told.index("Autre:")
