"""A name is asked for with or without its article, and a wave by a word of it, where that leaves no doubt."""

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


WAVES = ("Vague 2024", "Vague 2025", "Printemps 2023", "Automne 2023", "12 - pilote")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2025", "Vague 2025"), ("vague 2024", "Vague 2024"), ("printemps", "Printemps 2023"),
        ("Automne", "Automne 2023"), ("PILOTE", "12 - pilote"), ("12", "12 - pilote"),
    ],
)  # fmt: skip
def test_a_wave_is_named_by_words_that_it_alone_holds(typed: str, meant: str) -> None:
    assert pick("wave", typed, WAVES) == meant


@pytest.mark.parametrize("typed", ["2023", "vague", "202", "25", "", "-"])
def test_words_of_several_waves_or_parts_of_words_name_none(typed: str) -> None:
    with pytest.raises(UnknownName):
        pick("wave", typed, WAVES)


def test_a_word_of_a_region_is_not_its_name() -> None:
    with pytest.raises(UnknownName):
        pick("region", "Centre", ("Centre Bourg", "Nord"))
