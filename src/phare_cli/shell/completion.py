"""Offer the names of the data when a shell asks for them with TAB, and never what a shell would run.

A file that cannot be read offers nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

# Shells put what they are offered into the line as it is: nothing that any of them takes for a sign of its own.
_PLAIN = re.compile(r"[^\W_][\w.-]*")


def regions(incomplete: str) -> list[str]:
    """Return region slugs: a shell would leave ``Provence-Alpes-Côte d'Azur`` unquoted."""
    return _names("region", incomplete)


def stakeholders(incomplete: str) -> list[str]:
    """Return stakeholder groups."""
    return _names("stakeholder", incomplete)


def indicators(incomplete: str) -> list[str]:
    """Return indicators."""
    return _names("indicator", incomplete)


def waves(incomplete: str) -> list[str]:
    """Return waves."""
    return _names("wave", incomplete)


def surveys(incomplete: str) -> list[str]:
    """Return survey programmes."""
    return _names("survey", incomplete)


def _names(kind: str, incomplete: str) -> list[str]:
    from phare_cli.nouns.errors import PhareError
    from phare_cli.results import Rules, read
    from phare_cli.shell.own.own_words import own_words
    from phare_cli.shell.project.settings import find_settings
    from phare_cli.shell.session import Session, data_files

    try:
        session = Session(settings=find_settings(Path.cwd()), environ=os.environ)
        files = [file for file in data_files((), session) if file != "-"]
        with own_words(session, None):
            ids = read(*files, rules=Rules(map=session.settings.map)).names(kind)
            words = [_word(kind, id, ids) for id in ids]
    except (PhareError, OSError):
        return []
    return sorted(word for word in words if word is not None and word.startswith(incomplete))


def _word(kind: str, id: str, ids: Sequence[str]) -> str | None:
    """Return what to type for *id*, one of *ids*: its slug, its name or that folded; None if none will do."""
    from phare_cli.judging.subset import pick
    from phare_cli.language.codebook import codebook
    from phare_cli.language.folding import fold
    from phare_cli.nouns.errors import UnknownName

    for word in (codebook().slug(kind, id), fold(id).replace(" ", "-")):
        try:
            if _PLAIN.fullmatch(word) and pick(kind, word, ids) == id:
                return word
        except UnknownName:
            continue
    return None
