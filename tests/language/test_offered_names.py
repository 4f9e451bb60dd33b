"""A name that is none is answered with those that hold its words, then with those spelled like it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli import UnknownName, read, show

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


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ({"indicators": "utilité"}, ["Utilité des partenariats"]),
        ({"indicators": "Utilite"}, ["Utilité des partenariats"]),
        ({"indicators": "partenariat"}, ["Utilité des partenariats"]),
        ({"indicators": "utilite partenariats"}, ["Utilité des partenariats"]),
        ({"indicators": "presse"}, ["Confiance dans la presse"]),
        ({"indicators": "confiance"}, ["Confiance dans les élus locaux", "Confiance dans la presse"]),
        ({"indicators": "confience"}, ["Confiance dans les élus locaux", "Confiance dans la presse"]),
        ({"regions": "loire"}, ["Pays de la Loire"]),
        ({"regions": "alpes"}, ["Auvergne-Rhône-Alpes"]),
        ({"items": "utiles"}, ["Très utiles"]),
        ({"indicators": "la"}, []),
        ({"indicators": "zzz"}, []),
    ],
)
def test_names_that_hold_the_words_come_before_those_spelled_alike(
    tmp_path: Path, asked: dict[str, str], near: list[str]
) -> None:
    (tmp_path / "d.csv").write_text(DATA, encoding="utf-8")

    with pytest.raises(UnknownName) as raised:
        show(read(tmp_path / "d.csv"), **asked)  # type: ignore[arg-type]
    assert sorted(raised.value.near) == sorted(near)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "show confience --lang en",
            'Did you mean "Confiance dans les élus locaux" or "Confiance dans la presse"?',
        ),
        ("show confience --lang fr", 'dire "Confiance dans les élus locaux" ou "Confiance dans la presse"'),
        ("show --region loire --lang en", "Did you mean pays-de-la-loire?"),
        ("show --stakeholder élsu --lang en", 'Did you mean "élus locaux"?'),
        ("show --region alpes --lang en", "Did you mean auvergne-rhone-alpes?"),
    ],
)
def test_they_are_offered_as_they_are_typed(phare: Phare, words: str, said: str) -> None:
    run = phare(words, data=DATA)

    assert (run.status, said in run.err) == (2, True)


def test_what_is_offered_names_what_it_was_offered_for(phare: Phare) -> None:
    named = phare("show utilite-des-partenariats", data=DATA)

    assert named.status == 0
    assert named.out == phare("show 'Utilité des partenariats'", data=DATA).out
