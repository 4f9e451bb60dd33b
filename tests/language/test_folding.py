"""Folding: what two spellings of one name share, and what a shown name keeps."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.language.folding import clean, fold

TEXT = st.text() | st.text("éÉèçœŒß'’‑- \u00a0\u202f\u200b\u0301\u0345İıſK％½ﬁ", max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Provence-Alpes-Côte d'Azur", "PROVENCE ALPES COTE D’AZUR"),
        ("Île-de-France", "ile de france"),
        ("Île-de-France", "I\u0302le\u2011de\u2011France"),
        ("Côte d'Azur", "Co\u0302te d\u02bcAzur"),
        ("Réunion", "\ufeffRe\u0301u\u200bnion "),
        ("1 000 salariés", "1\u202f000\u00a0salaries"),
        ("in_national_sample", "In national sample"),
        ("sous-groupe", "Sous\ngroupe"),
    ],
)
def test_two_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("01", "1"),
        ("2A", "2"),
        ("Maires", "Mairies"),
        ("%", ""),
        ("<", ">"),
        ("Nord", "N ord"),
        ("-1", "1"),
        ("\u22129", "9"),
    ],
)  # fmt: skip
def test_two_names_do_not_fold_alike(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  Pays  de\tla Loire ", "Pays de la Loire"),
        ("Co\u0302te d’Azur", "Côte d’Azur"),
        ("57\u202f%", "57 %"),
        ("Mai\u00adres\u200b", "Maires"),
        ("Centre\u2011Val", "Centre\u2011Val"),
        ("", ""),
    ],
)
def test_a_clean_name_is_composed_evenly_spaced_and_all_visible(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_cleaning_does_not_change_what_a_name_folds_to(text: str) -> None:
    assert fold(clean(text)) == fold(text)


@given(TEXT, st.sampled_from(["NFC", "NFD"]))
def test_either_unicode_form_cleans_and_folds_alike(text: str, form: Literal["NFC", "NFD"]) -> None:
    other = unicodedata.normalize(form, text)

    assert (clean(other), fold(other)) == (clean(text), fold(text))


@given(st.text("abcéÉçœÎîàÀôÔ' -’", max_size=20))
def test_case_does_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower())
