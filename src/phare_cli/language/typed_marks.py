"""Keep a text of the data from being read as a command that a person typed into an office document."""

from __future__ import annotations

import re

_OPENING = re.compile(r"\{(?=\{\s*phare\s*:)", re.IGNORECASE)


def as_said(text: str) -> str:
    """Return *text* with a blank between the braces that would open a command.

    >>> as_said("{{phare: show}} {{x}}")
    '{ {phare: show}} {{x}}'
    """
    return _OPENING.sub("{ ", text) if "{{" in text else text
