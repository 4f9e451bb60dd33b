"""Tell a file of one figure a row by its header, and say what to type to see it. Reads no figures."""

from __future__ import annotations

from phare_cli.language.shell_words import typed
from phare_cli.nouns.message import Fill, Listing, Message, counted, sentence
from phare_cli.results.headers.header import Header
from phare_cli.results.headers.map_lines import missing_line

_MOST_LACKING = 2  # of the columns that a figure needs
_WHOLE = sentence("this file has one row a figure already, as results have: {show}")
_LACKS = counted(
    "this file has one row a figure already, as results have, and no column for {missing}: say where it is found, or "
    "==TEXT for the same in every row: {show}",
    "this file has one row a figure already, as results have, and no column for {missing}: say where each is found, or "
    "==TEXT for the same in every row: {show}",
    1,
)


def shown_as_results(header: Header | None, file: str) -> Message | None:
    """Return what to type to see the figures of a file whose *header* is that of results; None where it is not.

    It names a figure and a place or a group, and lacks two columns at most: groups side by side name no figure.
    """
    if header is None or "value" not in {*header.places, *header.repeated}:
        return None
    if not {"region", "stakeholder"} & header.places.keys() or len(header.missing) > _MOST_LACKING:
        return None
    show = f"phare show --data {typed(file)}"
    if header.is_whole:
        return sentence(_WHOLE.text, show=show)
    line = sentence("{show} {options}", show=show, options=missing_line(header))
    lacking = (*header.missing, *header.repeated)
    values: dict[str, Fill] = {"missing": Listing(lacking), "show": line, "count": len(lacking)}
    return Message(_LACKS.text, values, _LACKS.plural)
