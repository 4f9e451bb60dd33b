"""A figure that may be right is never written over: --fix leaves what its sentence may mean otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
RIGHT_OF_OTHERS = (
    "En PACA, 47 % des associations et 45 % des entreprises sont engagées dans un partenariat, contre 38 % des "
    "associations et 37 % des entreprises en France.",
    "En PACA, 45 % des entreprises sont engagées ; 37 % des entreprises et 38 % des associations le sont en France.",
    "Si 38 % des associations et 37 % des entreprises sont engagées en France, elles sont 47 % et 45 % en PACA.",
    "Les associations et les entreprises de PACA sont respectivement 47 % et 45 % à être engagées dans un partenariat "
    "(38 % et 37 % en France).",
    "En PACA, 57 % des citoyens, 67 % des associations et 47 % des entreprises citent l'emploi, contre 40 %, 59 % et "
    "37 % en Pays de la Loire.",
    "En PACA, 57 % des citoyens citent l'emploi, contre 40 % des citoyens et 59 % des associations en Pays de la "
    "Loire.",
    "En PACA, 83 % des associations croient aux alliances, soit 3 points de moins que les 86 % relevés en France.",
)
OF_SOMETHING_ELSE = (
    "En PACA, 47 % des associations sont engagées dans un partenariat, dont 20 % depuis plus de cinq ans.",
    "En PACA, 47% of associations are engaged in a partnership, including 20% for more than five years.",
    "En PACA, 91 % des entreprises croient aux alliances, dont 40 % très fortement.",
    "En PACA, 62 % des entreprises sont engagées dans la transition numérique.",
    "En PACA, 30 % des associations sont engagées auprès des jeunes.",
)


@pytest.mark.parametrize("sentence", [*RIGHT_OF_OTHERS, *OF_SOMETHING_ELSE])
def test_a_figure_that_its_sentence_may_say_of_others_or_of_something_else_is_left(
    phare: Phare, tmp_path: Path, sentence: str
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Note\n\n{sentence}\n", encoding="utf-8")

    phare("verify page.md --fix")

    assert page.read_text(encoding="utf-8") == f"# Note\n\n{sentence}\n"


@pytest.mark.parametrize("sentence", OF_SOMETHING_ELSE[:3])
def test_a_part_that_no_name_tells_is_not_called_wrong(phare: Phare, tmp_path: Path, sentence: str) -> None:
    (tmp_path / "page.md").write_text(f"# Note\n\n{sentence}\n", encoding="utf-8")

    assert [row["status"] for row in phare("verify page.md -f json").rows] == ["right", "unknown"]


def test_a_figure_whose_sentence_means_one_thing_alone_is_corrected(phare: Phare, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Note\n\nEn PACA, 46 % des entreprises sont engagées dans un partenariat.\n", "utf-8")

    phare("verify page.md --fix")

    assert "45\u00a0% des entreprises" in page.read_text(encoding="utf-8")


def test_ten_figures_that_stay_text_are_told_and_the_others_counted(phare: Phare, tmp_path: Path) -> None:
    text = "En PACA, près de 48 % des associations sont engagées dans un partenariat.\n\n"
    (tmp_path / "note.md").write_text(text * 13, encoding="utf-8")
    told = phare("verify note.md --bind").err.splitlines()

    assert sum("stays text: only plain figures in digits" in line for line in told) == 10
    assert told[-1] == "phare: note.md: 3 more right figures stay text."
