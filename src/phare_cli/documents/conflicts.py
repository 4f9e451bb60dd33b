"""Find merge conflicts that hold markers, or stand between them. Resolves none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from phare_cli.documents.scanners.lines import line_of
from phare_cli.documents.scanners.marker import Marker, Sighting

# What git writes on lines of their own: ours, the common ancestor and theirs apart, the end.
_SIGN = re.compile(r"^(<{7}|={7}|>{7})(?:[ \t][^\r\n]*)?$", re.MULTILINE)


def conflicts(text: str, found: Sequence[Sighting], starts: list[int]) -> list[int]:
    """Return the lines of the conflicts that hold one of the markers *found*, or stand inside a block.

    A sign that was left over counts inside a block, but for ``=======``, which underlines titles.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return []
    markers = [marker for marker in found if isinstance(marker, Marker)]
    places = [marker.start for marker in markers]

    def is_inside(place: int) -> bool:
        before = bisect_left(places, place)
        return before > 0 and markers[before - 1].opening

    lines, begun, is_parted = [], -1, False
    for sign in _SIGN.finditer(text.replace("\r\n", " \n").replace("\r", "\n")):
        place = sign.start()
        if sign[1][0] == "=":
            is_parted = True
            continue
        if sign[1][0] == ">" and begun >= 0 and is_parted:
            if bisect_left(places, begun) < bisect_left(places, place) or is_inside(begun):
                lines.append(line_of(starts, begun))
            begun = -1
            continue
        if begun >= 0 and is_inside(begun):
            lines.append(line_of(starts, begun))
        begun = -1
        if sign[1][0] == "<":
            begun, is_parted = place, False
        elif is_inside(place):
            lines.append(line_of(starts, place))
    return lines + ([line_of(starts, begun)] if begun >= 0 and is_inside(begun) else [])
