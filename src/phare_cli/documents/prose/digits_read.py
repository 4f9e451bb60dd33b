"""Read a number that is written in digits."""

from __future__ import annotations

import re


def value_of(text: str) -> tuple[float, int]:
    """Return a number as written, and its decimals: a comma or a point before three digits parts thousands."""
    plain = "".join(text.split())
    if plain.isdecimal():
        return float(plain), 0
    if plain[-4:-3] in (",", ".") and re.fullmatch(r"[1-9]\d{0,2}([,.])\d{3}(\1\d{3})*", plain):
        return float(re.sub(r"[,.]", "", plain)), 0
    if plain.count(".") + plain.count(",") > 1:
        return float(re.sub(r"[,.]", "", plain)), 9
    whole, _, decimals = plain.replace(",", ".").partition(".")
    return float(f"{whole}.{decimals or 0}"), len(decimals)
