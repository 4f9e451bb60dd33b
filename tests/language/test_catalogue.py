"""The French catalogue holds every sentence, whole, and the compiled file is that of the source."""

from __future__ import annotations

import gettext
import re
import string
from array import array
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import phare_cli
from phare_cli.language.catalogue import LOCALES
from phare_cli.language.message_file import MessageFile

SOURCES = Path(phare_cli.__file__).parent
WRITTEN = (
    Path(__file__).parents[2] / "src/phare_cli/language/locale/fr/LC_MESSAGES/phare.po"
)  # wheels have none
KEYWORDS = {"sentence": None, "counted": (1, 2), "N_": None}


def _messages() -> list[str | tuple[str, ...]]:
    found = extract_from_dir(SOURCES, method_map=[("**.py", "python")], keywords=KEYWORDS)
    return sorted({message for _, _, message, _, _ in found}, key=str)


MESSAGES = _messages()


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.fixture(scope="module")
def french() -> gettext.GNUTranslations:
    with (LOCALES / "fr" / "LC_MESSAGES" / "phare.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)


def test_there_are_sentences_to_translate() -> None:
    assert len(MESSAGES) > 100


@pytest.mark.parametrize("message", MESSAGES, ids=str)
def test_every_sentence_has_a_french_form_with_the_same_places(
    french: gettext.GNUTranslations, message: str | tuple[str, str]
) -> None:
    one, many = message if isinstance(message, tuple) else (message, message)
    catalogue = french._catalog  # type: ignore[attr-defined]  # gettext has no other way to ask "is it held?"
    key = (one, 0) if isinstance(message, tuple) else one

    assert key in catalogue
    translated = [catalogue[one, 0], catalogue[one, 1]] if isinstance(message, tuple) else [catalogue[one]]
    assert all(translated)
    for text in translated:
        assert _places(text) <= _places(one) | _places(many) | {"count"}
    assert _places(translated[-1]) == _places(many) or "count" in _places(many) ^ _places(translated[-1])


def test_the_compiled_file_is_read_as_gettext_reads_it(french: gettext.GNUTranslations) -> None:
    ours = MessageFile(LOCALES / "fr" / "LC_MESSAGES" / "phare.mo")
    asked = [*(message for message in MESSAGES if isinstance(message, str)), "nothing says this", "zzz", "~"]
    counted = [(message[0], message[1]) for message in MESSAGES if isinstance(message, tuple)]
    several = [(*each, n) for each in (*counted, ("{count} unheard", "{count} unheards")) for n in (0, 1, 2)]

    assert [ours.gettext(message) for message in asked] == [french.gettext(message) for message in asked]
    assert [ours.ngettext(one, many, n) for one, many, n in several] == [
        french.ngettext(one, many, n) for one, many, n in several
    ]


def test_a_catalogue_of_the_other_order_of_bytes_is_read_too(tmp_path: Path) -> None:
    swapped = tmp_path / "swapped.mo"
    native = (LOCALES / "fr" / "LC_MESSAGES" / "phare.mo").read_bytes()
    numbers = array("I", native[: len(native) // 4 * 4])
    tables = numbers[4] // 4 + 2 * numbers[2]
    head = numbers[:tables]
    head.byteswap()
    swapped.write_bytes(head.tobytes() + native[4 * tables :])

    assert MessageFile(swapped).gettext("Region") == "Région"


def test_every_entry_stands_alone_once_and_is_said_somewhere() -> None:
    entries = WRITTEN.read_text(encoding="utf-8").split("\n\n")[1:]
    keys = Counter(entry.partition("\nmsgstr")[0] for entry in entries)
    with WRITTEN.open("rb") as source:
        held = {message.id for message in read_po(source) if message.id}
    said = {one for message in MESSAGES for one in (message if isinstance(message, tuple) else (message,))}

    assert [entry for entry in entries if entry.count("msgid ") != 1] == []
    assert [key for key, times in keys.items() if times > 1] == []
    assert {key[0] if isinstance(key, tuple) else key for key in held} <= said


def test_no_french_mark_is_parted_from_its_word(french: gettext.GNUTranslations) -> None:
    texts = [text for text in french._catalog.values() if text and not text.startswith("Project-Id")]  # type: ignore[attr-defined]

    assert [text for text in texts if re.search(r" [:;?!»](?=\s|$)|« ", text.replace(" ; , |", ""))] == []
