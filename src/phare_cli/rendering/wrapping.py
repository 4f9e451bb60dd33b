"""Share out the columns of a screen and break text into lines of them. Breaks at plain blanks, never in a figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Measure = Callable[[str], int]
LONGEST_WORD = 30  # a longer one, an address for instance, is no figure and may be broken


def wrap_columns(text: str, width: int, measure: Measure, *, indent: int = 0) -> list[str]:
    """Return *text* in lines of at most *width* columns, those after the first with an *indent*.

    A no-break space holds its figure and unit together. A word that is longer than a line is broken, but not
    if it begins with a digit or a sign and is as short as a figure: a figure stays whole, even where it runs over.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        blank = " " if line.strip() else ""
        joined = used + len(blank) + measure(word)
        if joined <= width:
            line, used = line + blank + word, joined
            continue
        if blank:
            lines.append(line)
            line = " " * indent
        is_broken = not _is_figure(word)
        while is_broken and _is_wider(line + word, width, measure):
            head = _fitting(word, max(1, width - len(line)), measure)
            head = head[: head.rfind("-") + 1] or head  # a hyphen is where a word ends a line
            lines.append(line + head)
            word, line = word[len(head) :], " " * indent
        line += word
        used = measure(line)
    return [*lines, line]


def longest_word(texts: Sequence[str], measure: Measure) -> int:
    """Return the columns of the longest word of *texts*."""
    return max((measure(word) for text in texts for word in text.split(" ")), default=0)


def share_columns(total: int, least: Sequence[int], whole: Sequence[int]) -> list[int] | None:
    """Return a width for each column, between its *least* and its *whole*, that add up to *total* at most.

    None when the least of all do not fit. The narrowest column that wants more gets the next one to spare.
    """
    widths = list(least)
    spare = total - sum(widths)
    if spare < 0:
        return None
    most = [max(one, other) for one, other in zip(least, whole, strict=True)]
    if sum(most) <= total:
        return most
    while spare > 0:
        wanting = [place for place, width in enumerate(widths) if width < whole[place]]
        if not wanting:
            break
        widths[min(wanting, key=lambda place: widths[place])] += 1
        spare -= 1
    return widths


def _is_figure(word: str) -> bool:
    return len(word) <= LONGEST_WORD and word.lstrip("+-−~<>≥≤(")[:1].isdigit()


def _is_wider(text: str, width: int, measure: Measure) -> bool:
    """Tell whether *text* takes more columns than *width*, by as much of it as tells."""
    letters = width + 1
    while letters < len(text):
        if measure(text[:letters]) > width:
            return True
        letters *= 2
    return measure(text) > width


def _fitting(word: str, width: int, measure: Measure) -> str:
    # Nearly every letter takes one column.
    end = width if measure(word[:width]) <= width else 1
    while end < len(word) and measure(word[: end + 1]) <= width:
        end += 1
    return word[:end]
