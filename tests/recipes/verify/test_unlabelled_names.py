"""A page of another language than the names of the data is told that a codebook gives them labels in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,unit,base\n"
FRENCH = (
    HEAD + "2025,PACA,citizens,Difficultés du quotidien,Accès aux soins,50,percent,500\n"
    "2025,PACA,citizens,Difficultés du quotidien,Les transports,40,percent,500\n"
)
ENGLISH = HEAD + "2025,PACA,citizens,Worries of the day,Access to care,50,percent,500\n"
ENGLISH_PAGE = "Access to care is a problem for 50% of the citizens of PACA.\n"
FRENCH_PAGE = "L’accès aux soins est un problème pour 50 % des habitants de PACA.\n"
TOLD = "have no {} labels"


@pytest.mark.parametrize(
    ("data", "page", "language"), [(FRENCH, ENGLISH_PAGE, "English"), (ENGLISH, FRENCH_PAGE, "French")]
)
def test_a_page_of_another_language_than_the_names_is_told_once(
    phare: Phare, tmp_path: Path, data: str, page: str, language: str
) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text(page)

    run = phare("verify one.md two.md --lang en", data=data)

    assert run.err.count(TOLD.format(language)) == 1


@pytest.mark.parametrize(("data", "page"), [(FRENCH, FRENCH_PAGE), (ENGLISH, ENGLISH_PAGE)])
def test_a_page_in_the_language_of_the_names_is_told_nothing(
    phare: Phare, tmp_path: Path, data: str, page: str
) -> None:
    (tmp_path / "note.md").write_text(page)

    assert "labels" not in phare("verify note.md --lang en", data=data).err


def test_labels_of_a_codebook_leave_nothing_to_tell(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text(
        "kind,id,label_en,label_fr\n"
        "indicator,Difficultés du quotidien,Problems of the day,Difficultés du quotidien\n"
        "item,Accès aux soins,Access to care,Accès aux soins\nitem,Les transports,Transport,Les transports\n"
    )
    (tmp_path / "note.md").write_text("Access to water is a problem for 50% of the citizens of PACA.\n")

    assert "labels" not in phare("verify note.md --codebook names.csv --lang en", data=FRENCH).err
