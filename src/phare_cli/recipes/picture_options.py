"""What a picture may be asked for: which options go together, and a title of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from phare_cli.nouns.chart import Chart, Quadrant
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Message, sentence, verbatim
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.tile_map import TileMap
from phare_cli.nouns.time_chart import TimeChart

Drawn = Chart | Quadrant | StackedChart | TileMap | TimeChart

# The pictures that are asked for by an option, and which other options each of them takes.
_KINDS = ("--cross", "--compare", "--by wave", "--style map")
_TAKEN_WITH = {
    "--to": ("--compare", "--style map"),
    "--sample": ("--compare", "--style map"),
    "--share": ("--compare", "--style map"),
    "--family": ("--compare", "--by wave", "--style map"),
    "--power": ("--compare",),
    "--panel": ("--by wave",),
    "--cut": ("--cross",),
    "--top": ("",),
    "--style dots": ("",),
    "--style stacked": ("",),
    "--suppress": ("",),
}


def refuse_strays(kinds: Mapping[str, bool], others: Mapping[str, bool]) -> None:
    """Raise WrongOption for an option that has no meaning in the picture that is asked for.

    *kinds* and *others* tell which options were given.
    """
    asked = [kind for kind in _KINDS if kinds[kind]] or [""]
    for option in (*asked[1:], *(option for option, is_given in others.items() if is_given)):
        taken_with = _TAKEN_WITH.get(option, ())
        if asked[0] in taken_with:
            continue
        if asked[0] and ("" in taken_with or option in asked):
            raise WrongOption(
                sentence(
                    "{option} cannot be used with {other}: leave one of them out.",
                    option=option,
                    other=asked[0],
                )
            )
        raise WrongOption(
            sentence(
                "{option} goes with {other}: add it, or leave {option} out.",
                option=option,
                other=taken_with[0],
            )
        )


def titled(chart: Drawn, title: str) -> Drawn:
    """Return *chart* under a title of its reader's own; what it is called stands below."""
    own = verbatim(title)
    if isinstance(chart, Quadrant):
        return replace(chart, title=own)
    if not chart.subtitle.text:
        return replace(chart, title=own, subtitle=chart.title)
    subtitle = Message("{title} · {subtitle}", {"title": chart.title, "subtitle": chart.subtitle})
    return replace(chart, title=own, subtitle=subtitle)
