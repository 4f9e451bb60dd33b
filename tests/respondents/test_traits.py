"""A first spec takes an age or a sex for parts of groups, by the names of its own columns, and for no opinion."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
AGES, SEXES = ["18-24 ans", "25-39 ans", "40 ans et plus"], ["Une femme", "Un homme"]


def drafted(phare: Phare, folder: Path, columns: Mapping[str, Sequence[str]], lang: str = "fr") -> str:
    """Return the first spec of a file with some columns."""
    rows = [columns, *([texts[at % len(texts)] for texts in columns.values()] for at in range(60))]
    text = "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    (folder / "r.csv").write_text(text, encoding="utf-8")
    found: str = phare(f"tabulate r.csv --draft --lang {lang}").out
    return found


@pytest.mark.parametrize(
    ("columns", "segment"),
    [
        ({"Votre classe d'âge": AGES}, '"Votre classe d\'âge"'),
        (
            {"Dans quelle tranche d'âge vous situez-vous ?": AGES},
            '"Dans quelle tranche d\'âge vous situez-vous ?"',
        ),
        ({"AGE_R": AGES, "Sexe": SEXES}, '["AGE_R", "Sexe"]'),
        ({"What is your age group?": AGES}, '"What is your age group?"'),
        ({"Gender": ["Man", "Woman"]}, '"Gender"'),
    ],
)
def test_what_parts_groups_is_named_for_them_and_asked_as_no_question(
    phare: Phare, tmp_path: Path, columns: dict[str, list[str]], segment: str
) -> None:
    found = drafted(phare, tmp_path, {**columns, "Avis": ["oui", "non"]})

    assert (f"# segment = {segment}\n" in found, found.count("[[question]]")) == (True, 1)


@pytest.mark.parametrize(
    "columns",
    [
        {"Genre de film préféré": ["Comédie", "Drame"]},
        {"À quel âge partir à la retraite ?": ["60 ans", "62 ans", "64 ans"]},
        {"Avis": ["oui", "non"]},
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_people_think_stays_a_question(
    phare: Phare, tmp_path: Path, columns: dict[str, list[str]], lang: str
) -> None:
    found = drafted(phare, tmp_path, columns, lang)

    assert ('# segment = "AGE"\n' in found, found.count("[[question]]")) == (True, 1)
