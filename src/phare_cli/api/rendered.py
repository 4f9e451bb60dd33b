"""Give answers as text, in the formats and the look of the command line."""

from __future__ import annotations

from phare_cli import rendering
from phare_cli.language.catalogue import LANGUAGES
from phare_cli.nouns import option_checks as check
from phare_cli.nouns.message import sentence
from phare_cli.nouns.table import Table
from phare_cli.rendering.look import HouseTemplate, Look

_TABLE = sentence("a table: show(), compare() and list_names() give one")
_LOOK = sentence("a Look")
_TEMPLATE = sentence("a HouseTemplate")
_SWITCHES = tuple(name for name, default in Look._field_defaults.items() if isinstance(default, bool))


def render(table: Table, format: str, look: Look = Look()) -> str:  # noqa: B008 - a Look is frozen
    """Return *table* in one of the formats of text, ending in one newline. Raises WrongOption for another."""
    check.instance("table", table, Table, _TABLE)
    check.instance("look", look, Look, _LOOK)
    return rendering.render(table, format, _checked(look))


def _checked(look: Look) -> Look:
    if look.template is not None:
        check.instance("template", look.template, HouseTemplate, _TEMPLATE)
    switches = {name: check.switch(name, getattr(look, name)) for name in _SWITCHES}
    return look._replace(
        **switches,  # type: ignore[arg-type]  # each is of the field that it is named after
        language=check.one_of("--lang", look.language, LANGUAGES),
        decimals=None if look.decimals is None else check.whole("--decimals", look.decimals, low=0, high=6),
        dialect=check.one_of("--dialect", look.dialect, rendering.DIALECTS),
        width=None if look.width is None else check.whole("width", look.width, low=1),
        heading_level=check.whole("--heading-level", look.heading_level, low=1, high=5),
    )
