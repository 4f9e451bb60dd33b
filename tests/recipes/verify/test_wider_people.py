"""What stands beside a part of the people, and what a word takes up: the average, all of a noun, the same case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,unit,base,response\n"
ITEMS = ("recruitment difficulties", "late payment", "rising energy costs")
GROUPS = {
    "residents": ((36, 43, 50), (31, 38, 44)),
    "night pupils": ((72, 28, 33), (61, 21, 25)),
    "pupils in digs": ((55, 16, 21), (52, 12, 18)),
}
SCALE = {"much better": (8, 6), "somewhat better": (18, 15), "about the same": (36, 41), "worse": (38, 38)}
EN = HEAD + "".join(
    f"{wave},England,{group},pressures,{item},{value},percent,2000,multiple\n"
    for group, both in GROUPS.items()
    for wave, values in zip((2024, 2020), both, strict=True)
    for item, value in zip(ITEMS, values, strict=True)
)
EN += "".join(
    f"{wave},England,{group},outlook,{item},{value + more},percent,2000,single\n"
    for group, more in (("residents", 0), ("night pupils", 0))
    for item, both in SCALE.items()
    for wave, value in zip((2024, 2020), both, strict=True)
)
FR = EN
for _english, _french in (
    ("England", "France"), ("residents", "habitants"), ("night pupils", "élèves du soir"),
    ("pupils in digs", "élèves logés"),
    ("recruitment difficulties", "difficultés de recrutement"), ("late payment", "retard de paiement"),
    ("rising energy costs", "hausse des coûts"), ("pressures", "pressions"), ("outlook", "horizon"),
    ("much better", "beaucoup mieux"), ("somewhat better", "un peu mieux"), ("about the same", "pareil"),
    ("worse", "pire"),
):  # fmt: skip
    FR = FR.replace(_english, _french)
PART, MANY = "16% of pupils in digs name late payment", "43% of residents name late payment"
PARTIE = "16 % des élèves logés citent le retard de paiement"
BEAUCOUP = "43 % des habitants citent le retard de paiement"
OF_WHOM = {
    f"{PART}, far fewer than the average of 43%.": (EN, "right right"),
    f"{PART}, far fewer than the average of 49%.": (EN, "right wrong"),
    f"{PART}, below the average share of 43%.": (EN, "right right"),
    f"{PARTIE}, bien moins que la moyenne de 43 %.": (FR, "right right"),
    f"{PART}, compared with 28% of all pupils.": (EN, "right right"),
    f"{PART}, compared with 35% of all pupils.": (EN, "right wrong"),
    f"{MANY}; it is the case for 28% of night pupils.": (EN, "right right"),
    f"{MANY}; it is the case for 33% of night pupils.": (EN, "right wrong"),
    f"{BEAUCOUP} ; c'est le cas de 28 % des élèves du soir.": (FR, "right right"),
    f"{BEAUCOUP} ; c'est le cas de 33 % des élèves du soir.": (FR, "right wrong"),
    "Rising energy costs are ahead of late payment among residents: 50%.": (EN, "right"),
    "Rising energy costs are ahead of late payment among residents, at 50%.": (EN, "right"),
    "Chez les habitants, la hausse des coûts passe devant le retard de paiement, d'une courte tête : 50 %.":
        (FR, "right"),
    "Late payment has moved the other way for residents. 43% complain of it, a sharp rise on 2020.": (EN, "right"),
    "26% of residents expect things to get better, including 8% much better.": (EN, "right right"),
    "26% of night pupils expect better.": (EN, "right"),
    "26% of residents expect much better.": (EN, "wrong"),
    "29% of people living with a relative name late payment.": (EN, "unknown"),
    "29 % des personnes hébergées chez un proche citent le retard de paiement.": (FR, "unknown"),
    "In 2024, 43% of residents name late payment, against 38% in 2020. Over the same period, 28% of night pupils did.":
        (EN, "right right right"),
    "En 2024, 43 % des habitants citent le retard de paiement, contre 38 % en 2020. "
    "Sur la même période, 28 % des élèves du soir le citent.": (FR, "right right right"),
}  # fmt: skip
EASIER = {
    "Recruitment is easier for residents than for night pupils: 36% name recruitment difficulties.": (EN, "right"),
    "Recruitment is easier for night pupils than for residents: 72% name recruitment difficulties.": (EN, "wrong"),
    "Le recrutement est plus facile pour les habitants que pour les élèves du soir : 36 % citent ses difficultés.":
        (FR, "right"),
    "Le recrutement est plus facile pour les élèves du soir que pour les habitants : 72 % citent ses difficultés.":
        (FR, "wrong"),
}  # fmt: skip


def found(phare: Phare, text: str, data: str, tmp_path: Path, *kinds: str) -> list[str]:
    (tmp_path / "page.txt").write_text(f"{text}\n", encoding="utf-8")
    rows = phare("verify page.txt -f json", data=data).rows
    return [row["status"] for row in rows if row["kind"] in kinds]


@pytest.mark.parametrize("text", OF_WHOM)
def test_a_figure_beside_a_part_is_of_whom_its_words_tell(tmp_path: Path, phare: Phare, text: str) -> None:
    data, statuses = OF_WHOM[text]

    assert found(phare, text, data, tmp_path, "figure") == statuses.split()


@pytest.mark.parametrize("text", EASIER)
def test_what_is_easier_is_less_of_a_hardship(tmp_path: Path, phare: Phare, text: str) -> None:
    data, status = EASIER[text]

    assert found(phare, text, data, tmp_path, "comparison") == [status]
