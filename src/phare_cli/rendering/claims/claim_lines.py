"""Draw the claims of documents for a terminal: each in its line, its words underlined, and what the data say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.remark import MarkedDocument, Remark, Verification
from phare_cli.rendering.claims.claim_words import (
    PLAIN_SIGNS,
    SIGNS,
    headed,
    pasted,
    place_of,
    said_of,
    skipped_of,
    status_word,
    totals,
)
from phare_cli.rendering.claims.laid_out import RemarkedPassage, parts_of
from phare_cli.rendering.look import Look
from phare_cli.rendering.visible import is_plain, one_line, visible
from phare_cli.rendering.wrapping import wrap_columns

WIDEST = 100  # columns of a line where nothing limits them
LONGEST = 1200  # characters of a paragraph that is shown whole
_STROKES = {"right": "─", "wrong": "~", "overstated": "^", "unknown": "·", "ambiguous": "·", "accepted": "─"}
_COLORS = {
    "right": "32",
    "wrong": "31",
    "overstated": "33",
    "unknown": "36",
    "ambiguous": "36",
    "accepted": "32",
}


def render_lines(verification: Verification, look: Look) -> str:
    """Return the totals, then each paragraph that holds a claim with its claims underlined."""
    typesetter = Typesetter(look.language, look.decimals)
    width = max(24, min(look.width or WIDEST, WIDEST))
    lines = _wrapped(totals(verification.documents, typesetter), width)
    for document in verification.documents:
        for part in parts_of(document):
            for passage, remarks in (
                [row.in_line for row in part] if not isinstance(part, RemarkedPassage) else [part]
            ):
                if remarks:
                    lines += ["", one_line(visible(place_of(document, remarks[0])))]
                    lines += _passage(passage.text, remarks, width, look)
                    lines += _remarks(document, remarks, typesetter, width, look)
        if skipped := skipped_of(document, typesetter):
            lines += ["", *_wrapped(one_line(visible(f"{document.name} · {skipped}")), width)]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, width: int, *, indent: int = 0) -> list[str]:
    """Return *text* in lines of so many columns: one look tells of most texts that each letter takes one."""
    return wrap_columns(text, width, len if is_plain(text) else _columns, indent=indent)


def _columns(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    if is_plain(text):
        return len(text)
    from rich.cells import cell_len  # with the widths of all letters, which few documents need

    return cell_len(text)


def _passage(text: str, remarks: Sequence[Remark], width: int, look: Look) -> Iterator[str]:
    """Yield the lines of a paragraph, a line of strokes under those that hold words of a claim."""
    start, end = _shown(text, remarks)
    shown = text[start:end]
    statuses = [""] * len(shown)
    for remark in remarks:
        first, last = max(0, remark.start - start), min(len(shown), remark.end - start)
        statuses[first:last] = [remark.status] * (last - first)
    ends = sorted({each - start for remark in remarks for each in (remark.start, remark.end)})
    at = 0
    for line in _lines(shown, width - 2):
        yield "  " + _printed(line)
        inside = (end for end in ends if at < end < at + len(line) and statuses[end] != statuses[end - 1])
        under = ""
        for first, last in pairwise((at, *inside, at + len(line))):
            under += _stroke(statuses[first], max(1, _columns(shown[first:last])), look)
        if under.strip():
            yield "  " + under.rstrip()
        at += len(line)
        while at < len(shown) and shown[at] == " ":
            at += 1


def _printed(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(character if character.isprintable() else " " for character in line)


def _stroke(status: str, columns: int, look: Look) -> str:
    """Return what stands under so many columns of a claim of that status, blanks under the words of none."""
    if not status:
        return " " * columns
    strokes = (_STROKES[status] if look.unicode else "~") * columns
    return f"\x1b[{_COLORS[status]}m{strokes}\x1b[0m" if look.color else strokes


def _shown(text: str, remarks: Sequence[Remark]) -> tuple[int, int]:
    """Return which part of a paragraph is shown: all of it, or what stands around the claims of a long one."""
    if len(text) <= LONGEST:
        return 0, len(text)
    first = min(remark.start for remark in remarks)
    last = max(remark.end for remark in remarks)
    start = max(0, text.rfind(" ", 0, max(0, first - 80)) + 1)
    return start, min(
        len(text), max(last + 80, first + LONGEST) if last - first < LONGEST else first + LONGEST
    )


def _lines(text: str, width: int) -> Iterator[str]:
    """Yield *text* in lines of at most *width* columns, broken at plain blanks, to the letter."""
    place = 0
    while place < len(text):
        end = min(len(text), place + width)
        while end > place + 1 and _columns(text[place:end]) > width:
            end -= 1
        if end < len(text) and text[end] != " ":
            blank = text.rfind(" ", place, end)
            end = blank if blank > place else end
        yield text[place:end]
        place = end
        while place < len(text) and text[place] == " ":
            place += 1


def _remarks(
    document: MarkedDocument, remarks: Sequence[Remark], typesetter: Typesetter, width: int, look: Look
) -> Iterator[str]:
    """Yield what is said of each claim that the data do not bear as it stands, or bear with a reserve."""
    signs = SIGNS if look.unicode else PLAIN_SIGNS
    for remark in remarks:
        if not remark.is_told:
            continue
        place = f"{remark.line}:{remark.column} " if document.has_lines and len(remarks) > 1 else ""
        said = f"{status_word(remark.status, typesetter)} – {said_of(remark, typesetter)}"
        head = f"{signs[remark.status]} {place}{headed(remark.words, said, typesetter)}"
        yield from (f"  {line}" for line in _wrapped(one_line(visible(head)), width - 2, indent=2))
        if remark.correction is not None:
            arrow = "→" if look.unicode else "->"
            correction = f"  {arrow} {pasted(document, remark)}"
            yield from (f"  {line}" for line in _wrapped(correction, width - 2, indent=4))
