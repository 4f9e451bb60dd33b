"""How prisms are named, and every sentence that refuses a crossing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]

HEADER = "survey,wave,region,stakeholder,segment,indicator,item,value,unit,universe\n"
DATA = HEADER + "".join(
    f"S,1,Bretagne,{group},{segment},{indicator},{item},{value},percent,\n"
    for group, segment, indicator, item, value in [
        ("citizens", "", "worries", "air", 50),
        ("citizens", "", "worries", "water", 40),
        ("citizens", "", "hopes", "air", 30),
        ("citizens", "", "hopes", "water", 60),
        ("mayors", "", "worries", "air", 45),
        ("mayors", "", "worries", "water", 55),
        ("associations", "", "trust", "air", 10),
        ("associations", "employers", "trust", "air", 12),
        ("associations", "employers", "trust", "water", 14),
        ("associations", "employers", "worries", "air", 33),
        ("associations", "employers", "worries", "water", 31),
        ("all", "", "ratio: a/b", "air", 5),
        ("all", "", "ratio: a/b", "water", 6),
        ("all", "", "silent", "air", ""),
    ]
)


@pytest.mark.parametrize(
    ("words", "prisms"),
    [
        ("worries:citizens hopes", ["worries:citizens", "hopes:citizens"]),
        ("WORRIES:Citoyens hopes:habitants", ["worries:citizens", "hopes:citizens"]),
        ("hopes worries -s citizens", ["hopes:citizens", "worries:citizens"]),
        ("worries -s citizens -s mayors", ["worries:citizens", "worries:mayors"]),
        ("worries:mayors:asc hopes:desc", ["worries:mayors", "hopes:citizens"]),
        ("worries 'ratio: a/b' -s citizens", ["worries:citizens", "ratio: a/b:all"]),
        ("hopes 'ratio: a/b:all'", ["hopes:citizens", "ratio: a/b:all"]),
        (
            "worries trust -s associations --segment employers",
            ["worries:associations/employers", "trust:associations/employers"],
        ),
    ],
)
def test_a_prism_is_an_indicator_of_one_group(phare: Phare, words: str, prisms: list[str]) -> None:
    row = phare(f"cross {words} -f json", data=DATA).rows[0]

    assert [row["prism_1"], row["prism_2"]] == prisms


REFUSALS = [
    (
        "worries hopes",
        "Worries",
        "phare: worries was asked of several groups, Citizens, Mayors and Associations: name one, worries:citizens, "
        "or give --stakeholder.",
        "phare\u00a0: worries porte sur plusieurs groupes d’acteurs, Citoyens, Maires et Associations\u00a0: nommez-en "
        "un, worries:citizens, ou donnez --stakeholder.",
    ),
    (
        "worries:citizens worries:citoyens",
        "twice",
        "phare: worries:citizens stands twice: a prism is crossed with others.",
        "phare\u00a0: worries:citizens figure deux fois\u00a0: un prisme se croise avec d’autres.",
    ),
    (
        "hopes",
        "alone",
        "phare: a crossing takes two prisms or more: name another indicator, or set groups side by side with "
        "--by stakeholder.",
        "phare\u00a0: un croisement demande au moins deux prismes\u00a0: nommez un autre indicateur, ou mettez les "
        "groupes d’acteurs côte à côte avec --by stakeholder.",
    ),
    (
        "hopes worries -s mayors",
        "absent group",
        "phare: hopes holds no figure for Mayors; it holds some for Citizens.",
        "phare\u00a0: hopes n’a pas de résultat pour Maires\u00a0; il en a pour Citoyens.",
    ),
    (
        "hopes silent",
        "no figure",
        "phare: silent holds no figure to cross.",
        "phare\u00a0: silent n’a aucun résultat à croiser.",
    ),
    (
        "hopes worry",
        "unknown",
        "phare: no indicator is called “worry” in these data. Did you mean worries? (phare list indicators)",
        "phare\u00a0: aucun indicateur ne s’appelle «\u00a0worry\u00a0» dans ces données. Vouliez-vous dire "
        "worries\u00a0? (phare list indicators)",
    ),
    (
        "hopes worries:mayor-general",
        "unknown group",
        "phare: no stakeholder group is called “mayor-general” in these data. To see what there is: "
        "phare list stakeholders",
        "phare\u00a0: aucun groupe d’acteurs ne s’appelle «\u00a0mayor-general\u00a0» dans ces données. Pour voir ce "
        "qui existe\u00a0: phare list stakeholders",
    ),
    (
        "hopes worries:citizens --cut high",
        "cut",
        "phare: --cut takes a number, or median: not “high”.",
        "phare\u00a0: --cut attend un nombre, ou median, et non «\u00a0high\u00a0».",
    ),
    (
        "hopes worries:citizens --cut 1 --cut 2 --cut 3",
        "cuts",
        "phare: --cut is given 3 times for 2 prisms: give one for all of them, or one each, in their order "
        "(median keeps the median).",
        "phare\u00a0: --cut est donné 3 fois pour 2 prismes\u00a0: donnez-en un pour tous, ou un par prisme, dans leur "
        "ordre (median garde la médiane).",
    ),
    (
        "worries:citizens --by stakeholder",
        "by",
        "phare: --by stakeholder takes an indicator with all its groups: worries, not worries:citizens.",
        "phare\u00a0: --by stakeholder prend un indicateur avec tous ses groupes d’acteurs\u00a0: worries, et non "
        "worries:citizens.",
    ),
    (
        "worries hopes --by stakeholder",
        "by two",
        "phare: --by stakeholder sets the groups of one indicator side by side: name just one.",
        "phare\u00a0: --by stakeholder met côte à côte les groupes d’acteurs d’un seul indicateur\u00a0: n’en nommez "
        "qu’un.",
    ),
    (
        "hopes --by stakeholder",
        "by one",
        "phare: --by stakeholder takes two groups or more: hopes holds figures for Citizens.",
        "phare\u00a0: --by stakeholder demande au moins deux groupes d’acteurs\u00a0: hopes n’a de résultats que pour "
        "Citoyens.",
    ),
]


@pytest.mark.parametrize(
    ("words", "english", "french"),
    [(words, english, french) for words, _, english, french in REFUSALS],
    ids=[name for _, name, _, _ in REFUSALS],
)
def test_a_crossing_that_cannot_be_is_refused_with_a_reason(
    phare: Phare, words: str, english: str, french: str
) -> None:
    run = phare(f"cross {words}", data=DATA)

    assert (run.status, run.out, run.err) == (2, "", f"{english}\n")
    assert phare(f"cross {words} --lang fr", data=DATA).err == f"{french}\n"


def test_two_segments_are_refused(phare: Phare) -> None:
    data = DATA + "S,1,Bretagne,mayors,rural,worries,air,3,percent,\n"

    assert phare("cross worries hopes --segment employers --segment rural", data=data).err == (
        "phare: a crossing takes one --segment, and the same for every prism.\n"
    )


UNIVERSES = HEADER + "".join(
    f"S,1,Bretagne,{group},,{indicator},{item},{value},percent,{universe}\n"
    for group, indicator, universe in [
        ("citizens", "worries", "adults"),
        ("citizens", "hopes", "voters"),
        ("citizens", "fears", ""),
        ("mayors", "hopes", "mayors of towns"),
    ]
    for item, value in [("air", 40), ("water", 50)]
)


def test_one_group_of_two_universes_has_no_common_reading(phare: Phare) -> None:
    run = phare("cross worries hopes:citizens", data=UNIVERSES)

    assert (run.status, run.err) == (
        2,
        "phare: Bretagne: worries:citizens stands for “adults” and hopes:citizens for “voters”; figures of two "
        "universes have no common reading. Choose rounds of one universe with --wave or --survey.\n",
    )


@pytest.mark.parametrize("words", ["worries fears", "worries hopes:mayors"])
def test_an_unknown_universe_does_not_differ_and_another_group_is_another_universe(
    phare: Phare, words: str
) -> None:
    assert phare(f"cross {words}", data=UNIVERSES).status == 0


def test_prisms_of_different_groups_are_told_apart(phare: Phare) -> None:
    assert (
        "The prisms stand for different groups: they meet on an item, not in the same people."
        in phare("cross worries hopes:mayors", data=UNIVERSES).out.splitlines()
    )


UNITS = "survey,wave,region,stakeholder,indicator,item,value,unit\n" + "".join(
    f"S,{wave},Bretagne,citizens,{indicator},{item},{value},{unit}\n"
    for wave, indicator, item, value, unit in [
        ("1", "worries", "air", 40, "percent"),
        ("1", "worries", "water", 50, "percent"),
        ("1", "hopes", "air", 4, "score/10"),
        ("1", "hopes", "water", 5, "score/10"),
        ("2", "worries", "air", 4, "score/10"),
        ("2", "worries", "water", 5, "score/10"),
        ("2", "hopes", "air", 4, "score/10"),
        ("2", "hopes", "water", 5, "score/10"),
        ("3", "mixed", "air", 4, "score/10"),
        ("3", "mixed", "water", 50, "percent"),
        ("3", "hopes", "air", 4, "score/10"),
    ]
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "worries hopes",
            "worries:citizens is in percent and score/10 from one round or region to another: choose with --wave, "
            "--survey or --region.",
        ),
        (
            "mixed hopes",
            "mixed:citizens holds figures in several units, percent and score/10, which share no ranking: keep one in "
            "the data.",
        ),
        (
            "worries hopes --wave 1 --cut 5",
            "one --cut is read in one unit, and the prisms are in percent and score/10: give one --cut a prism, in "
            "their order.",
        ),
    ],
)
def test_units_never_meet(phare: Phare, words: str, sentence: str) -> None:
    run = phare(f"cross {words}", data=UNITS)

    assert (run.status, run.err) == (2, f"phare: {sentence}\n")


def test_each_prism_keeps_its_unit_and_may_have_its_cut(phare: Phare) -> None:
    rows = phare("cross worries hopes --wave 1 --cut 45 --cut median -f json", data=UNITS).rows

    assert [(row["item"], row["cut_1"], row["cut_2"], row["place"]) for row in rows] == [
        ("water", 45, 4.5, "high_on_both"),
        ("air", 45, 4.5, "low_on_both"),
    ]
