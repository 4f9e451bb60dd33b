"""Why the system refused a file, or why a text is no TOML, is said in the reader's language, not in Python's."""

from __future__ import annotations

import errno
import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.files.refusals.system_reasons import reason_of
from phare_cli.files.toml.toml import NotToml, parse_toml
from phare_cli.files.toml.toml_reasons import reason_of_toml
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Message


def in_french(reason: Message | str) -> str:
    said = Typesetter("fr").say(reason) if isinstance(reason, Message) else reason
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("EACCES", "droit refusé"),
        ("EISDIR", "c’est un dossier"),
        ("ENOTDIR", "une partie de son chemin est un fichier et non un dossier"),
        ("ENAMETOOLONG", "son nom est trop long"),
        ("EROFS", "le disque est en lecture seule"),
        ("EIO", "le disque ou le réseau a failli"),
        ("ETXTBSY", "un autre programme s’en sert"),
        ("EPROTO", "Protocol error"),
    ],
)
def test_a_reason_of_the_system_is_said_in_french(code: str, said: str) -> None:
    number = getattr(errno, code)

    assert in_french(reason_of(OSError(number, os.strerror(number)))) == said


def test_a_file_that_word_has_open_in_windows_is_used_by_another_program() -> None:
    held = PermissionError(errno.EACCES, "Le processus ne peut pas accéder au fichier")
    held.winerror = 32  # type: ignore[attr-defined,unused-ignore]  # Windows alone has it

    assert in_french(reason_of(held)) == "un autre programme s’en sert"


def test_a_folder_that_cannot_be_made_is_told_in_french(phare: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    run = phare(f"report --each region -o {tmp_path / 'file' / 'pages'} --lang fr")

    assert "(une partie de son chemin est un fichier et non un dossier)" in run.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = [1", "à la fin, un crochet"),
        ("a = REG", "ligne 1, colonne 5 : ce n’est ni un nombre"),
        ("a = “REG”", "ligne 1, colonne 5 : ce n’est ni un nombre"),
        ('a = "REG\n', "ligne 1, colonne 9 : un texte commence par un guillemet"),
        ("a = 'REG\n", "à la fin, un texte commence par un guillemet"),
        ('a = "donnees\\vague 3.csv"', "ligne 1, colonne 15 : un \\ entre guillemets"),
        ('a = "C:\\Users\\moi\\r.csv"', "ligne 1, colonne 10 : un \\ entre guillemets"),
        ("a : 1", "ligne 1, colonne 3 : le nom d’une clé est suivi de ="),
        ("a = 1 b = 2", "ligne 1, colonne 7 : quelque chose suit la valeur"),
        ("a = 1\na = 2\n", "ligne 2, colonne 6 : une clé ou un tableau figure deux fois"),
        ("= 1", "ligne 1, colonne 1 : ici se met le nom d’une clé"),
        ("[a\n", "ligne 1, colonne 3 : un crochet"),
        ("région = 1", "ligne 1 : le nom d’une clé est sans accents : écrivez region, ou « région »"),
        ("lang : fr", "ligne 1, colonne 6 : le nom d’une clé est suivi de ="),
    ],
)
def test_what_is_no_toml_is_told_in_french(text: str, said: str) -> None:
    with pytest.raises(NotToml) as refusal:
        parse_toml(text)

    assert in_french(refusal.value.reason).startswith(said)


def test_all_that_the_library_of_this_python_says_of_toml_has_a_sentence() -> None:
    source = Path(tomllib.__file__).with_name("_parser.py").read_text(encoding="utf-8")
    said = re.findall(r"(?:suffixed_err\(\s*src, pos, |TOMLDecodeError\(\s*)f?([\"'])(.+?)(?<!\\)\1", source)
    unknown = [
        text
        for _, text in said
        if "cela ne se lit pas" in in_french(reason_of_toml(text.replace("\\\\", "\\")))
    ]

    assert len(said) > 10
    assert [
        text for text in unknown if not text.startswith(("{msg}", "Expected {expect", "TOML key has more"))
    ] == []
