"""Offer the names of the data when a shell asks for them with TAB, and never what a shell would run.

A file that cannot be read offers nothing.
"""

from __future__ import annotations

import os
from pathlib import Path


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
    from phare_cli.judging.subset import plain_word
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
            words = [plain_word(kind, id, ids) for id in ids]
    except (PhareError, OSError):
        return []
    return sorted(word for word in words if word is not None and word.startswith(incomplete))
