"""A group that nobody described stands in a sentence where its letters make that sure; else it is quoted."""

from __future__ import annotations

import pytest

from phare_cli.language.codebook import codebook, shipped_codebook
from phare_cli.language.folding import fold
from phare_cli.language.forms.group_forms import group_form
from phare_cli.language.spelling.own_spelling import _ENGLISH, language_of, own_spelling
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Form


@pytest.mark.parametrize(
    ("label", "among", "of", "agreement"),
    [
        ("Habitants", "parmi les habitants", "des habitants", "mp"),
        ("Élus locaux", "parmi les élus locaux", "des élus locaux", "mp"),
        ("les usagers des bus", "parmi les usagers des bus", "des usagers des bus", "mp"),
        ("Associations soutenues", "parmi les associations soutenues", "des associations soutenues", "fp"),
        ("commerçants", "parmi les commerçants", "des commerçants", "mp"),
        ("boulangers", "parmi les boulangers", "des boulangers", None),
        ("Collégiens", "parmi les collégiens", "des collégiens", "mp"),
        ("grand public", None, None, None),
        ("temps partiels", None, None, None),
        ("Minguettes", None, None, None),
        ("Habitant", "parmi les habitants", "des habitants", "mp"),
        ("Élu local", "parmi les élus locaux", "des élus locaux", "mp"),
        ("Chef d'entreprise", "parmi les chefs d'entreprise", "des chefs d'entreprise", "mp"),
        ("Étudiante", "parmi les étudiantes", "des étudiantes", "fp"),
        ("Maire de Nantes", None, None, None),
        ("Université", None, None, None),
        ("Retraité(e)", None, None, None),
        ("Homme ou femme", None, None, None),
        ("sans emploi", None, None, None),
        ("18-24 ans", None, None, None),
        ("Êtes-vous élus ?", None, None, None),
    ],
)
def test_a_french_group_has_the_forms_that_are_sure(
    label: str, among: str | None, of: str | None, agreement: str | None
) -> None:
    found = [group_form(label, form) for form in ("in_fr", "of_fr", "agreement_fr")]

    assert found == [among, of, agreement]


@pytest.mark.parametrize(
    ("label", "among"),
    [
        ("Local residents", "among local residents"),
        ("Shopkeepers", "among shopkeepers"),
        ("Residents of the town", "among residents of the town"),
        ("NHS staff", None),
        ("general public", None),
        ("Habitants", None),
    ],
)
def test_an_english_group_is_said_without_an_article(label: str, among: str | None) -> None:
    assert group_form(label, "in_en") == among


@pytest.mark.parametrize(
    ("language", "form", "said"),
    [
        ("fr", "of", "de «\u00a0grand public local\u00a0»"),
        ("fr", "in", "parmi «\u00a0grand public local\u00a0»"),
        ("en", "of", "of “grand public local”"),
    ],
)
def test_a_group_that_has_no_sure_form_is_quoted(language: str, form: str, said: str) -> None:
    assert Typesetter(language).form(Form("stakeholder", "grand public local", form)) == said


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("habitants", True),
        ("grand public", True),
        ("chefs d'entreprise", True),
        ("citoyens et citoyennes", True),
        ("general public", True),
        ("citoyen", False),
        ("les citoyens", False),
        ("CITIZENS", False),
    ],
)
def test_another_form_of_the_same_word_is_no_word_of_ones_own(text: str, is_own: bool) -> None:
    id = codebook().find("stakeholder", text) or ""
    entry = codebook().entry("stakeholder", id)
    assert entry is not None

    found = own_spelling({("stakeholder", id): [text]}, {("stakeholder", id): entry.labels.values()})

    assert found == ({("stakeholder", id): text} if is_own else {})


def test_words_of_the_shipped_codebook_are_called_english_once_each() -> None:
    aliases = {
        fold(alias)
        for kind in ("stakeholder", "indicator", "item")
        for entry in shipped_codebook().entries(kind)
        for alias in entry.aliases
    }

    assert aliases >= _ENGLISH
    assert (language_of("Firms"), language_of("habitants")) == ("en", "fr")
