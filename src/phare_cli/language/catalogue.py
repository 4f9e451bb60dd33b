"""Know which language the reader reads, and find its catalogue. Opens it only for a language with one."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Protocol

LANGUAGES = ("en", "fr")
LOCALES = Path(__file__).with_name("locale")


class Catalogue(Protocol):
    """What gettext's translations offer and phare uses."""

    def gettext(self, message: str) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...


class English:
    """The catalogue of the language that messages are written in."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n == 1 else msgid2


class French:
    """The catalogue of French, whose apostrophes are printed as a book prints them."""

    def __init__(self, translations: Catalogue) -> None:
        self._translations = translations

    def gettext(self, message: str) -> str:
        return in_print(self._translations.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return in_print(self._translations.ngettext(msgid1, msgid2, n))


# An elision: a letter before, and after it what it is joined to, which a placeholder may fill. Quotes of a command
# stand beside a blank or a sign.
_ELISION = r"(?<=[^\W\d_])'(?=[\w{«])"


@cache
def in_print(text: str) -> str:
    """Return a French text of phare's own with the apostrophes of print; what a reader types stays as it is.

    >>> in_print("l'emploi d'{name}"), in_print("--missing 'rep*'")
    ('l’emploi d’{name}', "--missing 'rep*'")
    """
    return re.sub(_ELISION, "’", text) if "'" in text else text


_WITHIN = dict.fromkeys(map(ord, "-'’\u2011"))


def capitalised(text: str) -> str:
    """Return *text* with a capital at its beginning; a name that is written in its own way keeps it.

    So does a file, ``note.docx`` is not ``Note.docx``, and what begins with more than letters, hyphens and digits.

    >>> capitalised("craintes"), capitalised("d'accord"), capitalised("eNPS"), capitalised("57%"), capitalised("m²/s")
    ('Craintes', "D'accord", 'eNPS', '57%', 'm²/s')
    """
    first = "".join(text.split(maxsplit=1)[:1]).rstrip(",;:.!?…)").translate(_WITHIN)
    if not first.isalnum():
        return text
    ending = text.rpartition(".")[2]
    is_file = " " not in ending and "." in text and ending.isalnum() and ending.isascii() and len(ending) < 6
    return text if text[1:2].isupper() or is_file else text[:1].upper() + text[1:]


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of *language*, read once."""
    if language == "en":
        return English()
    from phare_cli.language.message_file import MessageFile

    return French(MessageFile(LOCALES / language / "LC_MESSAGES" / "phare.mo"))


def of_environment(environ: Mapping[str, str], *, platform: str = sys.platform) -> str:
    """Return the language that the environment asks for: ``PHARE_LANG``, then the locale as POSIX orders it.

    Windows sets none of its variables: there it is the language that the user's Windows is set to.

    >>> of_environment({"LANG": "fr_FR.UTF-8"})
    'fr'
    >>> of_environment({"PHARE_LANG": "en", "LANG": "fr_FR.UTF-8"})
    'en'
    """
    for name in ("PHARE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return spoken_language(environ[name]) or "en"
    return _of_windows() if platform == "win32" else "en"


def _of_windows() -> str:
    import _locale  # what the module locale asks there, and it alone knows

    tag, _ = getattr(_locale, "_getdefaultlocale", lambda: (None, None))()
    return spoken_language(tag or "") or "en"


def spoken_language(tag: str) -> str | None:
    """Return the language of a tag such as ``fr_CA.UTF-8`` or ``fr-FR``; None when phare does not speak it."""
    spoken = tag.replace("-", "_").split("_")[0].split(".")[0].lower()
    return spoken if spoken in LANGUAGES else None
