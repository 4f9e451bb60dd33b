"""A count above that of finished questionnaires may be of all who began: it is wrong where it says that they ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = "region,stakeholder,indicator,item,value,base,universe\n" + "".join(
    f"Bretagne,Habitants,Inquiétudes,{item},{value},373,{{universe}}\n"
    for item, value in (("Logement", 45), ("Emploi", 42))
)
FRENCH = DATA.format(universe="questionnaires terminés")
ENGLISH = DATA.format(universe="completed questionnaires").replace("Inquiétudes", "Worries")
ENGLISH = ENGLISH.replace("Logement", "Housing").replace("Emploi", "Jobs").replace("Habitants", "Residents")


@pytest.mark.parametrize(
    ("data", "line", "status"),
    [
        (FRENCH, "En Bretagne, 412 habitants ont répondu.", "unknown"),
        (FRENCH, "En Bretagne, 412 habitants ont été interrogés.", "unknown"),
        (FRENCH, "En Bretagne, 412 habitants ont répondu au questionnaire en entier.", "wrong"),
        (FRENCH, "En Bretagne, 412 habitants ont répondu, tous jusqu'au bout.", "wrong"),
        (FRENCH, "En Bretagne, 412 habitants ont répondu, questionnaires complets.", "wrong"),
        (FRENCH, "En Bretagne, 300 habitants ont répondu.", "wrong"),
        (FRENCH, "En Bretagne, 373 habitants ont répondu.", "right"),
        (DATA.format(universe="18 ans et plus"), "En Bretagne, 412 habitants ont répondu.", "wrong"),
        (DATA.format(universe=""), "En Bretagne, 412 habitants ont répondu.", "wrong"),
        (ENGLISH, "In Bretagne, 412 residents answered.", "unknown"),
        (ENGLISH, "In Bretagne, 412 residents were interviewed.", "unknown"),
        (ENGLISH, "In Bretagne, 412 residents answered in full: finished questionnaires.", "wrong"),
        (ENGLISH, "In Bretagne, 300 residents answered.", "wrong"),
        (ENGLISH, "In Bretagne, 373 residents answered.", "right"),
    ],
)
def test_who_began_may_be_more_than_who_finished(
    phare: Phare, tmp_path: Path, data: str, line: str, status: str
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{line}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    assert [row["status"] for row in rows] == [status]


def test_the_data_tell_whom_they_count(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("En Bretagne, 412 habitants ont répondu.\n", encoding="utf-8")
    said = phare("verify page.md --lang fr", data=FRENCH).out

    assert "de « questionnaires terminés » seulement" in " ".join(
        said.replace("\N{NO-BREAK SPACE}", " ").split()
    )
