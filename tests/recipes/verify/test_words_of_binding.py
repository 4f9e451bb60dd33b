"""Small words say of whom and of when a figure is: the part before a comma, "since then", "which leaves", "told us"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,segment,breakdown,indicator,item,value,unit,base\n"
CYCLISTS = HEAD + "".join(
    f"{wave},Wales,{group},{segment},{breakdown},{indicator},{item},{value},{unit},{base}\n"
    for wave, group, segment, breakdown, base, values in (
        ("2024", "cyclists", "", "", 1200, (64, 38, 21, 6.1, 7.4)),
        ("2021", "cyclists", "", "", 1100, (52, 33, 24, 5.8, 7.2)),
        ("2024", "cyclists", "commuters", "use", 500, (71, 26, 30, 6.6, 7.0)),
        ("2024", "walkers", "", "", 900, (43, 12, 9, 5.0, 8.1)),
    )
    for (indicator, item, unit), value in zip(
        (
            ("worries", "potholes", "percent"),
            ("worries", "speeding", "percent"),
            ("worries", "theft", "percent"),
            ("ratings of streets", "lighting", "score/10"),
            ("ratings of streets", "greenery", "score/10"),
        ),
        values,
        strict=True,
    )
)
READERS = HEAD + "".join(
    f"2025,Corse,{group},{segment},{breakdown},lecture,{item},{value},percent,{base}\n"
    for group, segment, breakdown, base, values in (
        ("lecteurs", "", "", 1600, (58, 44, 31)),
        ("lecteurs", "communes rurales", "habitat", 420, (49, 20, 36)),
        ("libraires", "", "", 300, (77, 15, 62)),
    )
    for item, value in zip(
        ("achète en librairie", "lit chaque jour", "emprunte des livres"), values, strict=True
    )
)


@pytest.mark.parametrize(
    ("data", "text", "words", "status"),
    [
        # The part that opens a clause is that of the group behind its comma, unless all of it is said.
        (READERS, "Dans les communes rurales, un lecteur sur cinq lit chaque jour.", "un lecteur sur cinq", "right"),
        (READERS, "Dans les communes rurales, 44 % des lecteurs lisent chaque jour.", "44 %", "wrong"),
        (READERS, "Chez les communes rurales, 36 % des lecteurs empruntent des livres.", "36 %", "right"),
        (CYCLISTS, "Among commuters, 71% of cyclists worry about potholes.", "71%", "right"),
        (CYCLISTS, "Among commuters, 64% of cyclists worry about potholes.", "64%", "wrong"),
        (CYCLISTS, "71% of cyclists (commuters) worry about potholes, against 64% of cyclists, the whole group.",
         "64%", "right"),
        # A group behind a semicolon is of what stands there.
        (CYCLISTS, "64% of cyclists worry about potholes. Only 21% name theft; walkers do so less.", "21%", "right"),
        (READERS, "58 % des lecteurs achètent en librairie. 31 % empruntent des livres ; les libraires, moins.",
         "31 %", "right"),
        # "Since then" is not then.
        (CYCLISTS, "In 2021, 52% of cyclists worried about potholes. The share has risen since then, to 64%.", "64%",
         "right"),
        (CYCLISTS, "In 2021, 52% of cyclists worried about potholes. The share has risen since then, to 52%.", "52%",
         "wrong"),
        # What is left is the rest.
        (READERS, "44 % des lecteurs lisent chaque jour, ce qui laisse 56 % de lecteurs moins assidus.", "56 %",
         "right"),
        (CYCLISTS, "38% of cyclists worry about speeding, which leaves 62% without that worry.", "62%", "right"),
        (CYCLISTS, "38% of cyclists worry about speeding, which leaves 58% without that worry.", "58%", "wrong"),
        # An answer that stands inside the words of its question is told.
        (CYCLISTS, "Cyclists gave ratings, for the lighting of streets, of 6.1.", "6.1", "right"),
        (CYCLISTS, "Cyclists gave ratings, for the greenery of streets, of 6.1.", "6.1", "wrong"),
        # Who gave an answer is a base.
        (READERS, "1 600 lecteurs et 300 libraires ont donné leur avis.", "1 600 lecteurs", "right"),
        (READERS, "1 600 lecteurs et 400 libraires ont donné leur avis.", "400 libraires", "wrong"),
        (READERS, "1 600 lecteurs ont répondu. 300 libraires ont fait de même.", "300 libraires", "right"),
        (CYCLISTS, "1,200 cyclists and 900 walkers told us what they think of their streets.", "900 walkers", "right"),
        (CYCLISTS, "1,300 cyclists had their say.", "1,300 cyclists", "wrong"),
    ],
)  # fmt: skip
def test_small_words_say_of_whom_and_of_when(
    phare: Phare, tmp_path: Path, data: str, text: str, words: str, status: str
) -> None:
    (tmp_path / "d.csv").write_text(data, encoding="utf-8")
    (tmp_path / "note.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare(f"verify note.md --data {tmp_path / 'd.csv'} -f json").rows

    assert [row["status"] for row in rows if row["text"] == words][-1:] == [status]


def test_a_figure_that_stays_text_names_the_word_that_no_name_holds(phare: Phare, tmp_path: Path) -> None:
    data = "region,stakeholder,indicator,item,value,base\nFrance,habitants,Craintes,La santé,62,900\n"
    (tmp_path / "page.md").write_text("62 % des habitants citent la santé des cormorans.\n", encoding="utf-8")

    run = phare("verify page.md --bind --lang fr", data=data)

    assert "« cormorans » n’est pas un nom des données" in run.err.replace("\u00a0", " ")
