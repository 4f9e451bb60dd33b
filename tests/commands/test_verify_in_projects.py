"""``phare verify`` in a project: its region, the claims that it accepts, and what a text leaves without a region."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Phare = Callable[..., Any]
NOTE = """\
Les maires sont 89 % à citer les alliances pour innover.
Les entreprises sont nettement plus engagées que la moyenne nationale (45 % contre 37 %).
"""
PRESS = """\
# Notre région en chiffres

Dans notre région, 45 % des entreprises sont engagées dans un partenariat.

L’emploi est cité par 67 % des associations de PACA parmi les fragilités, contre 60 % en France.

Dans les Pays de la Loire, 59 % des associations citent l’emploi.
"""
ACCEPTED = """\
[[claim]]
words = "nettement plus engagées que la moyenne nationale"
reason = "notre lecture"
"""


def test_a_project_names_the_region_of_a_text_that_names_none(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('region = "PACA"\n', encoding="utf-8")
    (tmp_path / "note.md").write_text("45 % des entreprises sont engagées dans un partenariat.", "utf-8")

    [row] = phare("verify note.md -f json").rows

    assert (row["status"], row["region"]) == ("right", "Provence-Alpes-Côte d'Azur")


def test_a_project_names_the_claims_that_are_accepted_from_its_folder(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text('region = "PACA"\naccept = "oui.toml"\n', encoding="utf-8")
    (tmp_path / "oui.toml").write_text(ACCEPTED, encoding="utf-8")
    press = tmp_path / "presse"
    press.mkdir()
    (press / "note.md").write_text(NOTE, encoding="utf-8")

    run = phare("verify presse/note.md -f github")

    assert (run.status, run.err) == (0, "")


def test_what_a_project_accepts_is_told_of_the_document_that_it_names_alone(
    phare: Phare, tmp_path: Path
) -> None:
    """The entry without a document is met by the note, and the one of a third document by a run that reads it."""
    others = "".join(
        f'[[claim]]\nwords = "99 %"\nreason = "so it is"\ndocument = "{name}"\n'
        for name in ("press.md", "gone.md")
    )
    (tmp_path / "phare.toml").write_text('region = "PACA"\naccept = "oui.toml"\n', encoding="utf-8")
    (tmp_path / "oui.toml").write_text(ACCEPTED + others, encoding="utf-8")
    (tmp_path / "press.md").write_text(PRESS, encoding="utf-8")

    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")

    assert phare("verify note.md").err == ""
    assert phare("verify press.md").err.splitlines() == [
        "phare: no claim reads “99 %”: check these words in the file of --accept."
    ]


def test_accepted_claims_from_outside_the_project_are_told(phare: Phare, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-oui.toml"
    outside.write_text(ACCEPTED, encoding="utf-8")
    (tmp_path / "phare.toml").write_text(f'region = "PACA"\naccept = "../{outside.name}"\n', encoding="utf-8")
    (tmp_path / "note.md").write_text(NOTE, encoding="utf-8")

    run = phare("verify note.md")

    assert "takes the claims that are accepted from outside its folder" in " ".join(run.err.split())


def test_claims_without_a_sure_region_end_with_the_region_to_name(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(PRESS, encoding="utf-8")

    run = phare("verify note.md")

    assert "phare: note.md: the region of 1 claim is not sure: --region paca?" in run.err
    assert "is not sure" not in phare("verify note.md --region paca").err
