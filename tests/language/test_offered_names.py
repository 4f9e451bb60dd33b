"""A name that is none is answered with those that hold its words, then with those spelled like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]

DATA = "région;acteur;indicateur;modalité;valeur\n" + "".join(
    f"{region};{group};{indicator};{item};45\n"
    for region in ("Auvergne-Rhône-Alpes", "Bretagne", "Pays de la Loire")
    for group in ("élus locaux", "jeunes actifs")
    for indicator, item in (
        ("Utilité des partenariats", "Très utiles"),
        ("Fragilités", "emploi"),
        ("Confiance dans les élus locaux", "oui"),
        ("Confiance dans la presse", "oui"),
    )
)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("show utilité", ["utilite-des-partenariats"]),
        ("show Utilite", ["utilite-des-partenariats"]),
        ("show partenariat", ["utilite-des-partenariats"]),
        ("show 'utilite partenariats'", ["utilite-des-partenariats"]),
        ("show presse", ["confiance-dans-la-presse"]),
        ("show confiance", ["confiance-dans-la-presse", "confiance-dans-les-elus-locaux"]),
        ("show confience", ["confiance-dans-les-elus-locaux", "confiance-dans-la-presse"]),
        ("show --region loire", ["pays-de-la-loire"]),
        ("show --region alpes", ["auvergne-rhone-alpes"]),
        ("show --stakeholder élus", ["elus-locaux"]),
        ("value --item utiles", ["tres-utiles"]),
        ("show la", []),
        ("show zzz", []),
    ],
)
def test_names_that_hold_the_words_come_before_those_spelled_alike(
    phare: Phare, words: str, near: list[str], lang: str
) -> None:
    run = phare(f"{words} --lang {lang}", data=DATA)

    assert run.status == 2
    assert [name for name in near if name in run.err] == near
    assert "fragilit" not in run.err
    assert ("Did you mean" in run.err or "Vouliez-vous" in run.err) == bool(near)


def test_what_is_offered_names_what_it_was_offered_for(phare: Phare) -> None:
    named = phare("show utilite-des-partenariats", data=DATA)

    assert named.status == 0
    assert named.out == phare("show 'Utilité des partenariats'", data=DATA).out
