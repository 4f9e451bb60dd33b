"""Light verbs, denials, long names and clauses set apart leave a figure with what it is of, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FRENCH = """vague;région;acteur;indicateur;modalité;valeur;base;réponse
2019;France;moins de 35 ans;engagement;bénévolat en association;21;800;multiple
2019;France;65 ans et plus;engagement;bénévolat en association;35;800;multiple
2019;Corse;moins de 35 ans;engagement;bénévolat en association;36;400;multiple
2023;France;moins de 35 ans;engagement;bénévolat en association;33;820;multiple
2023;France;65 ans et plus;engagement;bénévolat en association;20;810;multiple
2023;Corse;moins de 35 ans;engagement;bénévolat en association;22;400;multiple
2023;France;65 ans et plus;engagement;don d'argent;57;810;multiple
2023;France;moins de 35 ans;engagement;coup de main à des voisins;44;820;multiple
2023;France;65 ans et plus;engagement;coup de main à des voisins;44;810;multiple
2023;Corse;65 ans et plus;engagement;coup de main à des voisins;61;400;multiple
2023;France;moins de 35 ans;renoncement aux soins;dentiste;31;820;multiple
2023;France;moins de 35 ans;renoncement aux soins;opticien;13;820;multiple
"""
ENGLISH = """wave,region,stakeholder,indicator,item,value,base,response
2021,United States,adults,volunteering,formal volunteering,26,1500,multiple
2021,United Kingdom,adults,volunteering,formal volunteering,34,1500,multiple
2024,United States,adults,volunteering,formal volunteering,20,1500,multiple
2024,United States,adults,volunteering,informal volunteering,38,1500,multiple
2024,United States,teenagers,volunteering,formal volunteering,31,500,multiple
2024,United States,teenagers,volunteering,informal volunteering,39,500,multiple
2024,United Kingdom,adults,volunteering,formal volunteering,28,1500,multiple
2024,United States,adults,skipped care,dentist,24,1500,multiple
2024,United States,adults,skipped care,optician,11,1500,multiple
"""
BOTH = "En France, le bénévolat concerne 33 % des moins de 35 ans et 20 % des 65 ans et plus. "
OF_BOTH = "In the United States, 20% of adults and 31% of teenagers volunteered formally. "


@pytest.mark.parametrize(
    ("data", "text", "status"),
    [
        # To give a hand or one's time is no gift of money; neighbours who are helped are nobody's counterparts.
        (FRENCH, "En France, 33 % des moins de 35 ans donnent de leur temps à une association.", "right"),
        (FRENCH, "En France, 57 % des 65 ans et plus ont donné un coup de main.", "wrong"),
        (FRENCH, "En Corse, 61 % des 65 ans et plus rendent service à leurs voisins.", "right"),
        (FRENCH, "En Corse, 44 % des 65 ans et plus rendent service à leurs voisins.", "wrong"),
        (ENGLISH, "In the United States, 20% of adults give their time formally.", "right"),
        # An adverb is of its adjective.
        (ENGLISH, "In the United States, 31% of teenagers volunteered formally.", "right"),
        (ENGLISH, "In the United States, 31% of teenagers volunteered informally.", "wrong"),
        # Initials are a name.
        (ENGLISH, "Nearly a third of U.S. teenagers (31%) volunteered formally.", "right"),
        (ENGLISH, "In 2024, 28% of U.K. adults volunteered formally, against 28% in the U.S.", "wrong"),
        (ENGLISH, "Formal volunteering concerns 28% of adults in the U.K. In the U.S., it is 20%.", "right"),
        # Those who did not see a dentist are those who went without.
        (FRENCH, "En France, 31 % des moins de 35 ans n'ont pas consulté de dentiste.", "right"),
        (FRENCH, "En France, 69 % des moins de 35 ans n'ont pas renoncé au dentiste.", "right"),
        (ENGLISH, "In the United States, 24% of adults did not see a dentist.", "right"),
        (ENGLISH, "In the United States, 24% of adults did not skip the dentist.", "wrong"),
        # The name of a group inside a fraction may hold digits.
        (FRENCH, "Deux personnes de 65 ans et plus sur dix sont bénévoles en France.", "right"),
        (FRENCH, "Huit personnes de 65 ans et plus sur dix sont bénévoles en France.", "wrong"),
        # "They were, they are no more than" is of two waves.
        (FRENCH, "En France, les 65 ans et plus étaient 35 % à être bénévoles, ils ne sont plus que 20 %.", "right"),
        (FRENCH, "En France, les 65 ans et plus étaient 35 % à être bénévoles, ils ne sont plus que 44 %.", "wrong"),
        (ENGLISH, "In the United States, adults were 26% to volunteer formally, they are now only 20%.", "right"),
        # "Between" in front of a gap names its sides, with an article or without.
        (FRENCH, f"{BOTH}Entre moins de 35 ans et 65 ans et plus, l'écart atteint 13 points.", "right"),
        (FRENCH, f"{BOTH}Entre les moins de 35 ans et les 65 ans et plus, l'écart est de 20 points.", "wrong"),
        (ENGLISH, f"{OF_BOTH}Between adults and teenagers, the gap is 11 points.", "right"),
        # A change that is set against another is of the place behind it.
        (FRENCH, "Depuis 2019, le bénévolat des moins de 35 ans a progressé en France, alors qu'il a reculé "
         "de 14 points en Corse.", "right"),
        (FRENCH, "Depuis 2019, le bénévolat des moins de 35 ans a progressé en France, tandis qu'il a chuté "
         "de 5 points en Corse.", "wrong"),
        (ENGLISH, "Since 2021, formal volunteering fell among adults in the United States, while it fell by 6 points "
         "in the United Kingdom.", "right"),
        # A title that is quoted takes no group from the text before it.
        (FRENCH, f"{BOTH}\n\nLu dans la presse : « Le bénévolat, 36 % ».", "ambiguous"),
    ],
)  # fmt: skip
def test_words_around_a_figure_are_told_apart(
    phare: Phare, tmp_path: Path, data: str, text: str, status: str
) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=data).rows

    assert rows[-1]["status"] == status


AGES = """wave,region,stakeholder,indicator,item,value,base,response
2025,Canada,18-24 year olds,work,work a second job,41,1100,multiple
2025,Canada,25-34 year olds,work,work a second job,15,1700,multiple
2025,Ontario,18-24 year olds,work,work a second job,30,500,multiple
2025,Ontario,18-24 year olds,work,feel burned out,39,500,multiple
2025,Quebec,18-24 year olds,work,work a second job,26,500,multiple
"""
YOUNG = "In Canada, 41% of 18-24 year olds work a second job. "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # Of two groups by age, one is the younger.
        (f"{YOUNG}In the older group, it is 15%.", "right"),
        (f"{YOUNG}In the older group, it is 41%.", "wrong"),
        ("In Canada, 41% of younger workers work a second job.", "right"),
        ("In Canada, 15% of younger people work a second job.", "wrong"),
        # People who are led to by "as for" and whom no name holds are nobody that was spoken of.
        (f"{YOUNG}As for lodgers, 15% work a second job.", "unknown"),
        (f"{YOUNG}For retirees, 15% work a second job.", "unknown"),
        # "In this age group" are those who were spoken of.
        ("In Ontario, 30% of 18-24 year olds work a second job. In this age group, 26% feel burned out.", "wrong"),
        # In a text of two regions, the next sentence is of the region of the one before.
        ("# Ontario and Quebec\n\nIn 2025, 30% of 18-24 year olds in Ontario work a second job. 39% feel burned out.",
         "right"),
        ("# Ontario and Quebec\n\nIn 2025, 26% of 18-24 year olds in Quebec work a second job. 30% feel burned out.",
         "unknown"),
    ],
)  # fmt: skip
def test_whose_a_figure_is_that_the_text_around_lends_people_and_places(
    phare: Phare, tmp_path: Path, text: str, status: str
) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    assert phare("verify page.md -f json", data=AGES).rows[-1]["status"] == status


@pytest.mark.parametrize(
    ("lead", "statuses"),
    [
        ("Share of formal volunteering, in 2024:", ["right", "wrong"]),
        ("Share of informal volunteering, in 2024:", ["wrong", "unknown"]),
    ],
)
def test_a_line_that_ends_in_a_colon_above_a_table_says_what_it_tells(
    phare: Phare, tmp_path: Path, lead: str, statuses: list[str]
) -> None:
    table = "| | United States | United Kingdom |\n|---|---|---|\n| Adults | 20% | 20% |\n"
    (tmp_path / "page.md").write_text(f"{lead}\n\n{table}", encoding="utf-8")

    assert [row["status"] for row in phare("verify page.md -f json", data=ENGLISH).rows] == statuses


def test_an_answer_is_before_another_though_a_third_may_be_on_either_side_of_both(
    phare: Phare, tmp_path: Path
) -> None:
    rows = "".join(f"2024,Wales,tenants,worries,{item},{value},160,multiple\n" for item, value in (
        ("damp", 46.9), ("cold", 39.4), ("noise", 35), ("debt", 22.5)))  # fmt: skip
    text = "Among tenants in Wales, damp is ahead of debt. Damp is ahead of noise.\n"
    (tmp_path / "page.md").write_text(text, encoding="utf-8")

    found = phare("verify page.md -f json", data=ENGLISH.partition("\n")[0] + "\n" + rows).rows

    assert [row["status"] for row in found] == ["right", "overstated"]
