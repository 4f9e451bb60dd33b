"""What parts several answers in a cell is found in the column, said, and never guessed where it leaves a doubt."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from phare_cli.respondents.separators import Parting, find_parting, parts_of

SPEC = 'region = "=France"\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\nkind = "cell"\ncolumn = "Q"\n'
OPTIONS = ("Emploi", "Mobilité", "Logement")
EVERY = [each for size in (1, 2, 3) for each in combinations(OPTIONS, size)]
SEPARATORS = (
    ";", "; ", " ; ", ",", ", ", "|", " | ", "||", "/", " / ", "\n", "\r\n", "\t", ";#", "•",
    " • ", " + ", " & ", "~", " :: ",
)  # fmt: skip


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def column(*cells: str) -> str:
    return "id^Q\n" + "".join(f"1^{quoted(cell)}\n" for cell in cells)


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_separator_is_found_in_its_column(run: Callable[..., Any], separator: str) -> None:
    results = run(SPEC, column(*(separator.join(each) for each in EVERY)), delimiter="^")

    assert results.values() == dict.fromkeys(sorted(OPTIONS), pytest.approx(400 / 7))


@pytest.mark.parametrize(
    ("cells", "parting"),
    [
        (("Emploi, formation", "Emploi, formation, Sport", "Sport"), Parting(",", ("Emploi, formation",))),
        (("Bus (ligne 1, ligne 2), Vélo", "Vélo", "Bus (ligne 1, ligne 2)"), Parting(",")),
        (("Logement, santé | Sport", "Sport", "Logement, santé"), Parting("|")),
        (("emploi mobilite", "emploi", "mobilite"), Parting(" ")),
        (("tres bien", "bien", "pas du tout"), Parting("")),
        (("Très bien", "Plutôt bien"), Parting("")),
        (("Emploi, formation", "Mobilité"), Parting(",", (), ("none",))),
        (("a;b", "a|b"), Parting("|", (), (";",))),
        (("a;", "a;b;"), Parting(";")),
        ((), Parting("")),
    ],
)
def test_what_a_column_tells_of_its_cells(cells: tuple[str, ...], parting: Parting) -> None:
    assert find_parting(cells) == parting


def test_declared_options_hold_what_they_hold() -> None:
    options = ("Moi", "Moi, mes amis et moi", "Voisins")
    cells = ("Moi, mes amis et moi, Voisins", "Moi, Voisins")
    parting = find_parting(cells, options)

    assert parting == Parting(",")
    assert parts_of(cells[0], ",", sorted(options, key=len, reverse=True)) == [
        "Moi, mes amis et moi",
        "Voisins",
    ]


def test_a_separator_that_shows_in_the_last_rows_alone_parts_the_first_too(run: Callable[..., Any]) -> None:
    cells = [*["a"] * 5000, *["b"] * 2000, "a|b", "b|a|c", "c"]
    results = run(SPEC, column(*cells), delimiter="^", block_size=1 << 12)

    assert results.one("a").value == pytest.approx(100 * 5002 / 7003)
    assert results.one("c").value == pytest.approx(200 / 7003)


def test_a_separator_is_said(run: Callable[..., Any]) -> None:
    results = run(SPEC, column("a, b", "b", "a"), delimiter="^")

    assert results.notices == ["the answers of “q” were parted at “,”; --separator says otherwise."]


def test_the_usual_separator_needs_no_word(run: Callable[..., Any]) -> None:
    assert run(SPEC, column("a;b", "b"), delimiter="^").notices == []


def test_a_doubt_is_a_problem_of_its_column(problems: Callable[..., Any]) -> None:
    assert problems(SPEC, column("Emploi, formation", "Mobilité"), delimiter="^") == [
        (
            "unknown-separator",
            None,
            "Q",
            "nothing tells for certain what parts the answers in a cell: “,” or nothing. Say it with --separator, "
            "or separator in a spec.",
        )
    ]


@pytest.mark.parametrize(
    ("word", "cells", "items"),
    [
        ("none", ("Emploi, formation", "Mobilité"), ["Emploi, formation", "Mobilité"]),
        (",", ("Emploi, formation", "Mobilité"), ["Emploi", "Mobilité", "formation"]),
        ("line", ("a\nb;c", "a"), ["a", "b;c"]),
        ("tab", ("a\tb;c", "a"), ["a", "b;c"]),
        ("blank", ("a b;c", "a"), ["a", "b;c"]),
    ],
)
def test_the_reader_may_say_the_separator(
    phare: Callable[..., Any], tmp_path: Path, word: str, cells: tuple[str, ...], items: list[str]
) -> None:
    (tmp_path / "r.csv").write_text(column(*cells), encoding="utf-8")
    run = phare(f"tabulate r.csv -r =France -s =citizens --multiple Q --separator {word} --delimiter ^")

    assert (run.status, run.err) == (0, "")
    assert run.column("item") == items


def test_a_doubt_is_told_in_french(phare: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(column("Emploi, formation", "Mobilité"), encoding="utf-8")
    run = phare("tabulate r.csv -r =France -s =citizens --multiple Q --delimiter ^ --lang fr")

    assert run.status == 3
    assert "rien ne dit avec certitude ce qui sépare les réponses d’une cellule" in run.err.replace(
        "\u00a0", " "
    )


def test_standard_input_needs_to_be_told_what_only_a_second_reading_tells(phare: Callable[..., Any]) -> None:
    rows = "1;a\n" * 1_500_000 + "1;a|b\n1;b\n"  # longer than what is read at once
    run = phare("tabulate - -r =France -s =citizens --multiple Q", stdin=b"id;Q\n" + rows.encode())

    assert run.status == 2
    assert "the answers must be read twice" in run.err


RARE = (" - ", " et ", ":", "\\", "<br>", " — ", "、", "*", "_", "\\n", " and ", " puis ")


@pytest.mark.parametrize("separator", RARE)
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "nothing tells for certain what parts the answers"),
        ("fr", "rien ne dit avec certitude ce qui sépare"),
    ],
)
def test_what_joins_answers_that_stand_alone_elsewhere_is_asked_about(
    phare: Callable[..., Any], tmp_path: Path, separator: str, language: str, said: str
) -> None:
    answers = column(*(separator.join(each) for each in EVERY)).replace("^", "\t")
    (tmp_path / "a.csv").write_text(answers, encoding="utf-8")
    asked = f"tabulate a.csv -r =France -s =citizens --multiple Q -f csv --lang {language}"
    run = phare(asked)
    stated = phare(f"{asked} --separator '{separator}'")

    assert (run.status, said in run.err.replace("\N{NO-BREAK SPACE}", " ")) == (3, True)
    assert dict(zip(stated.column("item"), map(float, stated.column("value")), strict=True)) == dict.fromkeys(
        OPTIONS, pytest.approx(400 / 7)
    )


@pytest.mark.parametrize(
    ("separator", "cells"),
    [
        (" - ", ("Peut-être - Sous-sol", "Sous-sol", "Peut-être")),
        (" et ", ("Secrétariat et Projet", "Projet", "Secrétariat")),
    ],
)
def test_a_separator_parts_with_its_blanks_alone(
    run: Callable[..., Any], separator: str, cells: tuple[str, ...]
) -> None:
    results = run(SPEC + f'separator = "{separator}"\n', column(*cells), delimiter="^")

    assert results.values() == dict.fromkeys(cells[1:], pytest.approx(200 / 3))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "phare: note: each cell of “Q” was read as one answer; --separator says otherwise.\n"),
        ("fr", "phare : remarque : chaque cellule de « Q » a été lue comme une seule réponse ; --separator"),
    ],
)
def test_cells_that_nothing_parts_are_told(
    phare: Callable[..., Any], tmp_path: Path, language: str, said: str
) -> None:
    (tmp_path / "a.csv").write_text("id;Q\n1;Très bien\n2;Bien\n", encoding="utf-8")
    run = phare(f"tabulate a.csv -r =France -s =citizens --multiple Q --lang {language}")

    assert run.err.replace("\N{NO-BREAK SPACE}", " ").startswith(said)
