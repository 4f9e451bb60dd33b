"""``--all`` lists each number that is no claim once, with what it is of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Paris, le 1er mars.", "1er mars", "date"),
        ("Publié le 14 juillet 2025.", "14 juillet 2025", "date"),
        ("Publié le 14/07/2025.", "14/07/2025", "date"),
        ("La loi n° 2022-1158 est parue.", "loi n° 2022-1158", "law"),
        ("Vu l'article L. 121-3 du code.", "article L. 121-3", "law"),
        ("Le projet coûte 84 500 €.", "84 500 €", "amount"),
        ("Le projet coûte 1,2 million d'euros.", "1,2 million d'euros", "amount"),
        ("Le projet coûte 3 M€.", "3 M€", "amount"),
        ("Tél. : 02 99 12 34 56.", "02 99 12 34 56", "phone"),
        ("Tél. : +33 2 99 12 34 56.", "+33 2 99 12 34 56", "phone"),
        ("La région compte 946 communes.", "946", "number"),
        ("London, March 3rd, 2025.", "March 3rd, 2025", "date"),
        ("Published on 14 July 2025.", "14 July 2025", "date"),
        ("Published on the 1st March.", "1st March", "date"),
        ("Under section 12 nothing is said.", "section 12", "law"),
        ("Under Act 2010/15 nothing is said.", "Act 2010/15", "law"),
        ("The project costs £84,500.", "£84,500", "amount"),
        ("The project costs 1.2 million pounds.", "1.2 million pounds", "amount"),
        ("The project costs $3bn.", "$3bn", "amount"),
        ("Call 020 7946 0000 now.", "020 7946 0000", "phone"),
        ("Call +44 20 7946 0000 now.", "+44 20 7946 0000", "phone"),
        ("The county has 946 parishes.", "946", "number"),
    ],
)
def test_a_number_that_is_no_claim_is_listed_once_with_its_kind(
    phare: Phare, text: str, words: str, kind: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{text}\n", encoding="utf-8")

    rows = phare(f"verify {page} --all -f json").rows

    assert [(row["text"], row["kind"], row["status"]) for row in rows] == [(words, kind, "skipped")]
