"""Read what a spec asks of a question of numbers: its statistics by name, its unit, what it is divided by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from phare_cli.language.codebook import codebook
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.respondents.engine.number_columns import number
from phare_cli.respondents.spec import STATISTICS

NUMBER_KEYS = ("unit", "per", "statistics")
_PART = sentence('a quantile says the part under it, between 0 and 1: "quantile 0.25" is the first quartile.')
Add = Callable[[str, Message], None]
"""Takes what is wrong with a key."""


def read_statistics(entries: Mapping[str, object], path: str, add: Add) -> dict[str, str]:
    """Return what is asked of numbers, by its name: a list of statistics, or a table that names them.

    The mean where nothing is asked, and a ratio where numbers are divided by others.
    """
    has_divisor = bool(entries.get("per"))
    asked = entries.get("statistics", ["ratio" if has_divisor else "mean"])
    listed = {each: each for each in asked if isinstance(each, str)} if isinstance(asked, list) else asked
    if not isinstance(listed, Mapping) or not listed:
        add(
            path,
            sentence(
                'statistics is a list, ["mean", "median"], or a table that names them, {example}.',
                example='{ "médiane" = "median" }',
            ),
        )
        return {}
    found = {str(name): str(statistic) for name, statistic in listed.items()}
    for statistic in found.values():
        is_quantile = statistic.split(" ")[0] == "quantile"
        if is_quantile and quantile_part(statistic) is None:
            add(path, _PART)
        elif not is_quantile and statistic not in STATISTICS:
            add(path, _unknown(statistic))
        elif (statistic == "ratio") != has_divisor:
            add(
                path,
                sentence(
                    "a ratio needs what numbers are divided by, and that is for ratios alone: per goes with ratio."
                ),
            )
    return found


def quantile_part(statistic: str) -> float | None:
    """Return the part (0-1) of the people that lies under a quantile, ``quantile 0.25``; None for what is none."""
    name, _, text = statistic.partition(" ")
    value = number(text.strip(), ".")
    return value if name == "quantile" and 0.0 < value < 1.0 else None


def read_unit(entries: Mapping[str, object], path: str, add: Add) -> str:
    """Return the unit of numbers, which they must have, and not one that says what else a figure is."""
    unit = entries.get("unit")
    if not isinstance(unit, str) or not unit.strip():
        add(path, sentence('numbers have a unit, which stands beside them: add unit = "€".'))
        return ""
    if codebook().find("unit", unit) is not None:
        add(
            path,
            sentence(
                "“{unit}” says that figures are shares, counts or scores, and a mean is none: call the unit otherwise, "
                "“% of income”.",
                unit=unit.strip(),
            ),
        )
    return unit.strip()


def _unknown(statistic: str) -> Message:
    near = get_close_matches(statistic, STATISTICS, n=1)
    if near:
        return sentence("no statistic is called {name}. Did you mean {near}?", name=statistic, near=near[0])
    return sentence(
        "no statistic is called {name}: there are {known}.", name=statistic, known=Listing(STATISTICS)
    )
