"""Answers called by their whole names are told from those whose words they share: nets, and yes and no."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
NET = "Bon ou très bon"
HEAD = "region,stakeholder,indicator,item,value,base,response,scale,order\n"
DATA = HEAD + "".join(
    f"Gard,habitants,{row}\n"
    for row in (
        "état de santé,Très bon,22,800,single,ordered,1",
        "état de santé,Bon,34,800,single,ordered,2",
        "état de santé,Mauvais,44,800,single,ordered,3",
        "état de santé (Bon ou très bon),Bon ou très bon,56,800,single,,",
        "bénévolat,Oui,59,700,single,,",
        "bénévolat,Non,41,700,single,,",
    )
)


@pytest.mark.parametrize(
    ("text", "item", "status"),
    [
        ("Dans le Gard, 56 % des habitants répondent « bon ou très bon » à « état de santé ».", NET, "right"),
        ("Dans le Gard, 57 % des habitants répondent « bon ou très bon » à « état de santé ».", NET, "wrong"),
        ("Dans le Gard, 22 % des habitants répondent « très bon » à « état de santé ».", "Très bon", "right"),
        ("Dans le Gard, 34 % des habitants répondent « bon » à « état de santé ».", "Bon", "right"),
        ("In the Gard, 56% of residents answer “bon ou très bon” (net) to “état de santé”.", NET, "right"),
        ("Dans le Gard, 59 % des habitants répondent « oui » à la question « bénévolat ».", "Oui", "right"),
        ("Dans le Gard, 41 % des habitants répondent « non » à la question « bénévolat ».", "Non", "right"),
        ("Dans le Gard, 41 % des habitants répondent « oui » à la question « bénévolat ».", "Oui", "wrong"),
    ],
)  # fmt: skip
def test_an_answer_in_quotes_is_called_by_its_whole_name(
    phare: Phare, tmp_path: Path, text: str, item: str, status: str
) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    [row] = phare("verify page.md -f json", data=DATA).rows

    assert (row["item"], row["status"]) == (item, status)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_of_a_scale_and_its_net_passes(phare: Phare, tmp_path: Path, language: str) -> None:
    phare(f"report -r Gard --lang {language} -o page.md", data=DATA)

    run = phare("verify page.md -f json", data=DATA)

    assert {row["status"] for row in run.rows} <= {"right", "ambiguous"}
