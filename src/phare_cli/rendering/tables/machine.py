"""What the formats for programs share: cells as they are, in words of English. Rounds nothing."""

from __future__ import annotations

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Cell

Raw = str | float | int | bool | None


def raw(value: Cell) -> Raw:
    """Return *value* for a program: a whole number without a fraction, a message in English.

    >>> raw(57.0), raw(57.5), raw("01"), raw(None)
    (57, 57.5, '01', None)
    """
    if isinstance(value, Message):
        return Typesetter("en").say(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value
