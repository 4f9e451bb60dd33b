"""Know which language the reader reads, and find its catalogue. Imports gettext only for a language with one."""

from __future__ import annotations

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


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of *language*, read once."""
    if language == "en":
        return English()
    from gettext import translation  # the parser of the command line has imported it; a notebook may not have

    return translation("phare", LOCALES, [language])


def of_environment(environ: Mapping[str, str]) -> str:
    """Return the language that the environment asks for: ``PHARE_LANG``, then the locale as POSIX orders it.

    >>> of_environment({"LANG": "fr_FR.UTF-8"})
    'fr'
    >>> of_environment({"PHARE_LANG": "en", "LANG": "fr_FR.UTF-8"})
    'en'
    """
    for name in ("PHARE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return spoken_language(environ[name]) or "en"
    return "en"


def spoken_language(tag: str) -> str | None:
    """Return the language of a tag such as ``fr_CA.UTF-8`` or ``fr-FR``; None when phare does not speak it."""
    spoken = tag.replace("-", "_").split("_")[0].split(".")[0].lower()
    return spoken if spoken in LANGUAGES else None
