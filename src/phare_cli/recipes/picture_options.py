"""What a picture may be asked for: which options go together, and a title of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from phare_cli.nouns.drawable import Drawable
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Message, sentence, verbatim
from phare_cli.recipes.picture_findings import PictureFinding

# The pictures that are asked for by an option, and which other options each of them takes.
_KINDS = ("--cross", "--compare", "--by wave", "--style map", "--style cards")
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
    **{f"--style {style}": ("",) for style in _PLAIN_STYLES},
    "--suppress": ("",),
}


def styles_given(style: str | None) -> dict[str, bool]:
    """Return the styles of a picture of no other kind as options, and whether each is the one given."""
    return {f"--style {each}": each == style for each in _PLAIN_STYLES}


def kind_asked(kinds: Mapping[str, bool], others: Mapping[str, bool]) -> str:
    """Return the option that says which picture is asked for, empty for figures in a style.

    *kinds* and *others* tell which options were given. Raises WrongOption for one that has no meaning in that picture.
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
