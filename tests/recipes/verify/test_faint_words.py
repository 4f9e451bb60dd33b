"""One word of an answer's name is too little to name it, and enough to see whether the data bear the figure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,wave\n"


def survey(region: str, question: str, answers: tuple[str, ...], shares: dict[str, tuple[int, ...]]) -> str:
    """Return what each group says of the answers to one question."""
    return HEAD + "".join(
        f"{region},{group},{question},{item},{value},800,2024\n"
        for group, values in shares.items()
        for item, value in zip(answers, values, strict=True)
    )


SKIPPERS = survey(
    "Cornwall",
    "harbours",
    (
        "finds it hard to pay the mooring fees",
        "thinks of leaving the harbour for good",
        "has checked the engine before winter",
    ),
    {"skippers": (63, 27, 44), "anglers": (38, 51, 12)},
)
BOULANGERS = survey(
    "Corse",
    "boutique",
    (
        "a du mal à trouver des apprentis formés",
        "envisage de fermer le magasin le dimanche",
        "a remplacé ses vieux fours depuis dix ans",
    ),
    {"boulangers": (63, 27, 44), "bouchers": (38, 51, 12)},
)


@pytest.mark.parametrize(
    ("data", "text", "words", "status"),
    [
        (SKIPPERS, "In Cornwall, 63% of skippers struggle with fees.", "63%", "right"),
        (SKIPPERS, "In Cornwall, 12% of anglers look at their engine each autumn.", "12%", "right"),
        (BOULANGERS, "En Corse, 63 % des boulangers cherchent des apprentis en vain.", "63 %", "right"),
        (BOULANGERS, "En Corse, 51 % des bouchers baissent le rideau le dimanche.", "51 %", "right"),
        # What is not held is of what could not be made out: nobody says that it is wrong.
        (SKIPPERS, "In Cornwall, 61% of skippers struggle with fees.", "61%", "unknown"),
        (SKIPPERS, "In Cornwall, 63% of skippers look at their engine each autumn.", "63%", "unknown"),
        (BOULANGERS, "En Corse, 38 % des boulangers cherchent des apprentis en vain.", "38 %", "unknown"),
        # No word of an answer: nothing is bound, though the figure is there.
        (SKIPPERS, "In Cornwall, 63% of skippers own a dog.", "63%", "unknown"),
        (BOULANGERS, "En Corse, 27 % des boulangers chantent au travail.", "27 %", "unknown"),
        # Named, and told in more words than its name has.
        (
            SKIPPERS,
            "In Cornwall, 44% of skippers had their engine checked by a mechanic from Newlyn before winter.",
            "44%",
            "right",
        ),
    ],
)
def test_a_word_of_one_answer_alone_lets_the_data_confirm_a_figure_and_never_refuse_it(
    phare: Phare, tmp_path: Path, data: str, text: str, words: str, status: str
) -> None:
    (tmp_path / "data.csv").write_text(data, encoding="utf-8")
    (tmp_path / "note.md").write_text(text, encoding="utf-8")

    rows = phare(f"verify {tmp_path / 'note.md'} --data {tmp_path / 'data.csv'} -f json").rows

    assert [row["status"] for row in rows if row["text"] == words] == [status]
