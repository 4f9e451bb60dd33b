"""The lists of words, as people edit them and as a wheel holds them."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest

from phare_cli.documents.prose import lexicon
from phare_cli.documents.prose.lexicon import WORDS
from phare_cli.documents.prose.tokens import TokenRow, folded, tokens_of
from phare_cli.documents.prose.written_words import compiled, line

FILES = ("cues.csv", "relations.csv", "numerals.csv")


def rows(file: str) -> Iterator[list[str]]:
    with (WORDS / file).open(encoding="utf-8", newline="") as opened:
        yield from list(csv.reader(opened))[1:]


@pytest.mark.parametrize("file", FILES)
def test_a_list_finds_each_phrase_of_its_file(file: str) -> None:
    senses = {
        (language, name, folded(text)): sense
        for language, name, sense, words in rows(file)
        for text in words.split("|")
    }
    lost = []
    for (language, name, text), sense in senses.items():
        tokens = TokenRow(tokens_of(text))
        found = lexicon.lexicon(language)[name].at(tokens, 0)
        if found is None or (found.end, found.sense) != (len(tokens), sense):
            lost.append((language, name, text))

    assert not lost


def test_a_word_of_the_files_holds_no_sign_that_parts_those_of_a_wheel() -> None:
    cells = [
        cell
        for file in (*FILES, "demonyms.csv", "families.csv", "synonyms.csv", "wholes.csv")
        for row in rows(file)
        for cell in row
    ]

    assert not [cell for cell in cells if set(cell) & set("\t=;>")]


def test_a_place_and_who_lives_there_are_told_by_the_first_word_of_each() -> None:
    assert ("La Réunion", "La Réunion") in lexicon.people_opened_by("la")
    assert lexicon.people_opened_by("reunionnais") == [("réunionnais", "La Réunion")]
    assert ("northern irish", "Northern Ireland") in lexicon.people_opened_by("northern")
    assert [place for _, place in lexicon.people_opened_by("british")] == ["United Kingdom", "Great Britain"]
    assert lexicon.people_opened_by("partenariat") == []


def test_a_wheel_holds_the_lists_of_its_files() -> None:
    lines = dict(each.split("\t", 1) for each in compiled().splitlines())

    assert lines == {name: line(name) for name in lines}
    assert {f"{row[0]},{row[1]}" for file in FILES for row in rows(file)} < lines.keys()
