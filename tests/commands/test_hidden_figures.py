"""A figure that tabulate hid is said to be hidden, in the language of the reader; the file keeps its English note."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,unit,base,note\n"


def spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("lang", "line", "error"),
    [
        ("en", "hidden: too few respondents.", "this figure is hidden: too few respondents stand behind it."),
        ("fr", "masqué : trop peu de répondants.", "ce résultat est masqué : trop peu de répondants."),
    ],
)
def test_what_tabulate_hid_is_said_to_be_hidden(
    phare: Phare, tmp_path: Path, lang: str, line: str, error: str
) -> None:
    rows = ["Corse,a"] * 2 + ["Corse,b"] * 2 + ["Bretagne,a"] * 20 + ["Bretagne,b"] * 20
    (tmp_path / "a.csv").write_text("R,Q\n" + "\n".join(rows) + "\n")
    written = phare(
        f"tabulate a.csv --region R --stakeholder =mayors --single Q --min-count 5 -o r.csv --lang {lang}"
    )
    assert (written.status, "hidden: too few respondents" in (tmp_path / "r.csv").read_text()) == (0, True)

    assert line in spaced(phare(f"show -d r.csv --lang {lang}").out)
    asked = phare(f"value -d r.csv --region Corse --item a --lang {lang}")
    assert (asked.status, error in spaced(asked.err)) == (2, True)


@pytest.mark.parametrize(
    ("lang", "line", "error"),
    [
        ("en", "a: as Smith says; hidden: too few respondents.",
         "no figure was published of what is asked for: it is named without one."),
        ("fr", "a : as Smith says ; masqué : trop peu de répondants.",
         "ce qui est demandé est cité sans chiffre : aucun résultat n’est publié."),
    ],
)  # fmt: skip
def test_a_note_keeps_what_its_author_wrote_and_an_item_without_figure_is_none_that_was_hidden(
    phare: Phare, lang: str, line: str, error: str
) -> None:
    rows = (
        "Corse,mayors,i,a,,percent,,as Smith says; hidden: too few respondents\nCorse,mayors,i,b,,percent,,\n"
    )
    rows += "Corse,mayors,i,c,40,percent,,\n"

    assert line in spaced(phare(f"show --lang {lang}", data=HEAD + rows).out)
    asked = phare(f"value --item b --lang {lang}", data=HEAD + rows)
    assert (asked.status, error in spaced(asked.err)) == (2, True)
