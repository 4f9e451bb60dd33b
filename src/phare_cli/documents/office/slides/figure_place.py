"""Find a figure among the letters of a shape, where a person changed it or what is beside it, and put another there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phare_cli.documents.office.blocks_found import Edit
from phare_cli.documents.office.markup import Element, content
from phare_cli.documents.office.slides.shape_text import OBJECT, RunLetter, joined, occurrences, unnumbered

_AROUND = 24  # letters beside a figure
_FIGURE = r"[^\n]{0,40}?"  # what a person may have made of it


def around(text: str, start: int, end: int, low: int, high: int) -> tuple[str, str]:
    """Return the words beside a figure, as far as those of another at *low* and *high*."""
    return text[max(low, start - _AROUND) : start], text[end : min(high, end + _AROUND)]


def _place_between(text: str, before: str, after: str) -> tuple[int, int] | None:
    """Return where the figure stands that *before* and *after* surround, None where that is not sure."""
    # Where a figure begins or ends its shape, nothing stands beside it.
    low = rf"(?<={re.escape(before)})" if before else r"(?:\A|(?<=\n))"
    high = rf"(?={re.escape(after)})" if after else r"(?=\n|\Z)"
    found = list(re.finditer(f"{low}{_FIGURE}{high}", text))
    return (found[0].start(), found[0].end()) if len(found) == 1 else None


def place_of(
    text: str, shows: str, sides: tuple[str, str] | None, taken: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return where the figure stands of which an alternative text says that it *shows* it; the whole text if nothing.

    One that was changed by hand stands between the words that were on its *sides*. None where it is nowhere, or where
    another has *taken* its letters.
    """
    if not shows:
        return 0, len(text.rstrip("\n"))
    shown, nth, count = unnumbered(shows)
    places = occurrences(text, shown)
    place = None
    if len(places) == count and nth <= count:
        place = places[nth - 1], places[nth - 1] + len(shown)
    elif sides is not None:
        place = _by_hand(text, shown, places, sides)
    is_free = place is not None and not any(place[0] < end and start < place[1] for start, end in taken)
    return place if is_free else None


def _by_hand(text: str, shown: str, places: Sequence[int], sides: tuple[str, str]) -> tuple[int, int] | None:
    """Return where a figure is now that a person changed it, or what stands on its *sides*; None where it is not.

    Where one side changed, it is the one of the *places* of what was *shown* that has the other as it was.
    """
    before, after = sides
    sure = [
        place
        for place in places
        if (before and text.endswith(before, 0, place))
        or (after and text.startswith(after, place + len(shown)))
    ]
    alone = (sure[0], sure[0] + len(shown)) if len(sure) == 1 else None
    return _place_between(text, before, after) or alone


def figure_edits(
    shows: str, element: Element, letters: Sequence[RunLetter], start: int, end: int
) -> list[Edit]:
    """Return the edits that put a figure where letters stood from *start* to *end*, in the form of the first."""
    taken = [letter for letter in letters[start:end] if letter.start >= 0]
    beside = letters[start - 1 : start] if start == end else ()
    if beside and beside[0].text not in ("\n", OBJECT):  # where a person took a figure away
        return [(beside[0].end, beside[0].end, content(shows))]
    if not taken:
        paragraph = next((each for each in element.walk() if each.name == "a:p"), None)
        if paragraph is None:
            return []
        first = paragraph.child("a:pPr")
        place = first.end if first else paragraph.inner
        run = b"<a:r><a:t>" + content(shows) + b"</a:t></a:r>"
        if paragraph.close == paragraph.end:
            return [(paragraph.start, paragraph.end, b"<a:p>" + run + b"</a:p>")]
        return [(place, place, run)]
    first_place, *rest = joined((letter.start, letter.end) for letter in taken)
    return [(*first_place, content(shows)), *((start, end, b"") for start, end in rest)]
