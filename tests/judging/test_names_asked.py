"""A name is asked for with or without its article, where that leaves no doubt."""

from __future__ import annotations

import pytest

from phare_cli.judging.subset import pick
from phare_cli.nouns.errors import UnknownName

PLACES = ("Les Minguettes", "La Duchère", "L'Arbresle", "Vitré", "Le Toison", "Toison")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Minguettes", "Les Minguettes"), ("minguettes", "Les Minguettes"), ("duchere", "La Duchère"),
        ("arbresle", "L'Arbresle"), ("the Minguettes", "Les Minguettes"), ("le vitré", "Vitré"),
        ("toison", "Toison"), ("le-toison", "Le Toison"),
    ],
)  # fmt: skip
def test_an_article_more_or_less_names_the_same(typed: str, meant: str) -> None:
    assert pick("region", typed, PLACES) == meant


@pytest.mark.parametrize("typed", ["la", "les", "ming", "Les Toisons", "les toison"])
def test_what_is_left_in_doubt_is_unknown(typed: str) -> None:
    with pytest.raises(UnknownName):
        pick("region", typed, PLACES)
