"""What a picture may be asked for: which options go together, and a title of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from phare_cli.nouns.drawable import Drawable
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Message, sentence, verbatim
from phare_cli.nouns.option_checks import not_with, only_with
from phare_cli.recipes.picture_findings import PictureFinding

# The pictures that are asked for by an option, and which other options each of them takes.
_KINDS = ("--cross", "--compare", "--by wave", "--style map", "--style cards")
_SET_BESIDE = ("--style map", "--style cards")  # they compare with what --to names
_PLAIN_STYLES = ("dots", "stacked", "diverging", "heat")
STYLES = ("bars", *_PLAIN_STYLES, "map", "cards")
PANELS = ("region", "group", "segment")
CLASSES = ("equal", "quantiles")
_TAKEN_WITH = {
    "--to": ("--compare", "--style map", "--style cards"),
    "--sample": ("--compare", "--style map", "--style cards"),
    "--share": ("--compare", "--style map", "--style cards"),
    "--family": ("--compare", "--by wave", "--style map", "--style cards"),
    "--power": ("--compare",),
    "--panels": ("", "--by wave"),
    "--classes": ("--style map", ""),
    "--panel": ("--by wave",),
    "--cut": ("--cross",),
    "--top": ("", "--style cards"),
    "--item": ("", *_KINDS),
    **{f"--style {style}": ("",) for style in _PLAIN_STYLES},
    "--suppress": ("",),
}


class FigureStyle(NamedTuple):
    """How the figures of an indicator are to be drawn, and which of them; what is None suits them.

    *style* is one of STYLES, *panels* one of PANELS, *classes* one of CLASSES. *top* keeps the first ranks of each
    group, *suppress* hides figures too imprecise to publish. *items* are those to draw, named as a reader names them.
    """

    style: str | None = None
    panels: str | None = None
    classes: str | None = None
    top: int | None = None
    suppress: bool = False
    items: tuple[str, ...] = ()

    @property
    def options(self) -> dict[str, bool]:
        """The options that say it, and whether each was given."""
        return {
            **{f"--style {each}": each == self.style for each in STYLES if each != "bars"},
            "--panels": self.panels is not None,
            "--classes": self.classes is not None,
            "--top": self.top is not None,
            "--suppress": self.suppress,
            "--item": bool(self.items),
        }


def kind_asked(given: Mapping[str, bool]) -> str:
    """Return the option that says which picture is asked for, empty for figures in a style.

    *given* tells which options were given. Raises WrongOption for one that has no meaning in that picture.
    """
    asked = [kind for kind in _KINDS if given[kind]] or [""]
    if "--compare" in asked and (style := next((kind for kind in asked if kind in _SET_BESIDE), None)):
        raise WrongOption(
            sentence(
                "{style} takes no --compare: --to NAME says what its places are set beside.", style=style
            )
        )
    others = [option for option, is_given in given.items() if is_given and option not in _KINDS]
    for option in (*asked[1:], *others):
        taken_with = _TAKEN_WITH.get(option, ())
        if asked[0] in taken_with:
            continue
        if asked[0] and ("" in taken_with or option in asked):
            raise not_with(option, asked[0])
        raise only_with(option, taken_with[0])
    return asked[0]


def headed(
    chart: Drawable, title: str | None, find: Callable[[], PictureFinding | None] = lambda: None
) -> Drawable:
    """Return *chart* under its reader's own *title*, or under what *find* finds in it; its name stands below.

    A *title* of blanks keeps the name of the chart above.
    """
    if title is not None:
        return _titled(chart, verbatim(title.strip())) if title.strip() else chart
    found = find()
    if found is None:
        return chart
    told = _titled(chart, found.said)
    return replace(told, notes=(*found.cautions, *(note for note in told.notes if note != found.said)))


def _titled(chart: Drawable, title: Message) -> Drawable:
    if not chart.subtitle.text:
        return replace(chart, title=title, subtitle=chart.title)
    subtitle = Message("{title} · {subtitle}", {"title": chart.title, "subtitle": chart.subtitle})
    return replace(chart, title=title, subtitle=subtitle)
