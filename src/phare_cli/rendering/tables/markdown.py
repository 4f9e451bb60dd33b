"""Write a Table as Markdown that pandoc, GitHub and Python-Markdown read back to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from phare_cli.nouns.table import Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.panels import TextPanel, page_of
from phare_cli.rendering.paper_columns import parts_on_paper
from phare_cli.rendering.visible import padded, width_in_columns

PANDOC = 72  # letters of a line from which on pandoc fits a table to the page


def render_markdown(table: Table, look: Look) -> str:
    """Return *table* as bold titles, pipe tables and paragraphs, with an empty line between any two."""
    page = page_of(table, look)
    blocks = []
    panels = [(panel.title, list(pipe_tables(panel))) for panel in page.panels]
    if page.title and len(panels) == 1 and not panels[0][0] and len(panels[0][1]) > 1:
        panels = [(page.title, panels[0][1])]  # each part of a table says what it is of
    elif page.title:
        blocks.append(_bold(page.title))
    for name, parts in panels:
        for title, part in zip(titles_of_parts(name, len(parts)), parts, strict=True):
            blocks += [_bold(title), part] if title else [part]
    if page.items:
        blocks.append("\n".join(f"- {paragraph(item)}" for item in page.items))
    blocks.extend(paragraph(line) for line in page.foot)
    return "\n\n".join(blocks) + "\n"


def pipe_tables(panel: TextPanel) -> Iterator[str]:
    """Yield *panel* as one pipe table, or as the parts of it that each stand on a page."""
    return (_pipe_table(part, shares) for part, shares in parts_on_paper(panel))


def titles_of_parts(title: str, count: int) -> list[str]:
    """Return what each of *count* parts of a table is called: its place among them too, where it is not alone.

    >>> titles_of_parts("Gaps", 1), titles_of_parts("Gaps", 2)
    (['Gaps'], ['Gaps (1/2)', 'Gaps (2/2)'])
    """
    places = [f"({number}/{count})" if count > 1 else "" for number in range(1, count + 1)]
    return [" ".join(filter(None, (title, place))) for place in places]


def _bold(title: str) -> str:
    return f"**{escaped(title)}**"


def _pipe_table(panel: TextPanel, shares: Sequence[int]) -> str:
    """Return *panel* as a pipe table. Pandoc makes widths of dashes, where a line is long: as many as the *shares*."""
    numeric = [heading.numeric for heading in panel.headings]
    lines = [[escaped(heading.text) for heading in panel.headings]]
    lines += [[escaped(cell) for cell in row] for row in panel.rows]
    widths = [max(3, *(width_in_columns(line[place]) for line in lines)) for place in range(len(numeric))]
    dashes = widths if sum(widths) + 3 * len(widths) < PANDOC else shares
    rule = ["-" * (width - right) + ":" * right for width, right in zip(dashes, numeric, strict=True)]
    head, *body = (_row(line, widths, numeric) for line in lines)
    return "\n".join([head, _row(rule, dashes, numeric), *body])


def _row(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    filled = zip(cells, widths, numeric, strict=True)
    shown = (padded(cell, width, right=right) for cell, width, right in filled)
    return f"| {' | '.join(shown)} |"


# What opens a mark somewhere. All else reads as itself everywhere and stays as it is: "R&D", "p < 0,05",
# "a_b", "57 %", and "d'Azur", which pandoc's smart punctuation curls because its reader asked for that.
# `r x` and `{python} x` are run by R Markdown and Quarto, which know no backslash before them.
_MARKS = r"""
    (?P<backslash> [\\*\[|] | `(?!r\b|\{) | (?<![^\W_])_ | _(?![^\W_]) | \{(?=[{\#.:=]) | (?<=\{)\{
                 | (?<=-)- | (?<=\.)\. )
  | (?P<entity>    [~$^"] | `(?=r\b|\{) | &(?=\#|\w+;) | <(?=[A-Za-z/!?]|[^ ]*@) | (?<=\{)[<%] | (?<![A-Za-z0-9])@
                 | (?<!\w)' | '(?!\w) | :(?=[\w+-]+:) )
"""
# The letters that these begin with wherever they stand; a hyphen, a full stop, a colon and an apostrophe seldom do.
_OPENING = frozenset('\\*[|`_{~$^"&<@')
# What opens a block where a paragraph begins: a heading, a quotation, a list, a definition, a caption.
_BLOCKS = r"""
    (?P<end>       \(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+|@)[.)](?=\s|$) )
  | (?P<backslash> [#>] | [-+](?!\w) )
  | (?P<entity>    [:%] | [Tt]able: )
"""
_NAMED = {"&": "&amp;", "<": "&lt;", '"': "&quot;"}


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(_MARKS, re.VERBOSE)


@cache
def _addresses() -> re.Pattern[str]:
    """Return what matches an address that stands apart: in brackets it is one for every reader, and no formatter's."""
    return re.compile(
        r"""(?:(?<=\s)|(?<=\s\()|^)
        (https?://\w[\w.-]*\.\w+
        # pandoc takes &lt for a letter in brackets too, but not where it names a part of a query
        (?:/?|[/?#](?:[\w/%.~?#@!+,=:-]|&(?=\w+=))*[\w/%~=]))
        (?=[),.]*(?:\s|$))""",
        re.ASCII | re.VERBOSE,
    )


@cache
def _links() -> re.Pattern[str]:
    return re.compile(r"(https?|ftp)(:)(?=//)|(www)(\.)", re.IGNORECASE)


@cache
def _blocks() -> re.Pattern[str]:
    return re.compile(_BLOCKS, re.VERBOSE)


def escaped(text: str) -> str:
    r"""Return *text* so that Markdown shows it as it stands, in a table, a bold title or a paragraph.

    >>> escaped("a|b"), escaped("*p*<0,05"), escaped("AT&amp;T"), escaped("R&D, 57 %")
    ('a\\|b', '\\*p\\*<0,05', 'AT&amp;amp;T', 'R&D, 57 %')
    """
    if "://" in text:
        pieces = _addresses().split(text)
        return "".join(f"<{piece}>" if place % 2 else _plain(piece) for place, piece in enumerate(pieces))
    return _plain(text)


def _plain(text: str) -> str:
    if "\n" not in text:
        return " ".join(map(_word, text.split(" ")))
    # pandoc takes the <br> after an address for a part of it.
    return _links().sub(_unlinked, _marks().sub(_escape, text)).replace("\n", "<br>")


def paragraph(text: str) -> str:
    """Return *text* so that Markdown shows it as a paragraph, whatever block its beginning looks like."""
    shown = escaped(text)
    opening = _blocks().match(shown) if _may_open_block(shown) else None
    return _escape_block(opening) + shown[opening.end() :] if opening else shown


def _may_open_block(text: str) -> bool:
    """Tell, for nearly every text and without a regular expression, that its beginning opens no block."""
    first = text.split(maxsplit=1)[:1]
    return bool(first) and (first[0][0] in "#>-+:%" or first[0][-1] in ".)" or first[0][1:6] == "able:")


def _word(text: str) -> str:
    if text.isalnum() or not _may_hold_mark(text):
        return text
    shown = _marks().sub(_escape, text)
    # A reader that links addresses would take in the escapes of this one.
    return shown if shown == text else _links().sub(_unlinked, shown)


def _may_hold_mark(text: str) -> bool:
    """Tell, for nearly every word and without a regular expression, that nothing in it opens a mark."""
    before, *after = text.split("'")
    for part in after:  # an apostrophe between two letters is one
        if not (before[-1:].isalnum() and part[:1].isalnum()):
            return True
        before = part
    return not _OPENING.isdisjoint(text) or "--" in text or ".." in text or text.count(":") > 1


def _escape(found: re.Match[str]) -> str:
    return "\\" + found[0] if found.lastgroup == "backslash" else _entity(found[0])


def _unlinked(found: re.Match[str]) -> str:
    scheme, colon, host, _ = found.groups()
    return f"{scheme}{_entity(colon)}" if scheme else f"{host}\\."


def _escape_block(found: re.Match[str]) -> str:
    opening = found[0]
    match found.lastgroup:
        case "backslash":
            return "\\" + opening
        case "end":
            return f"{opening[:-1]}\\{opening[-1]}"
        case _:
            return opening[:-1] + _entity(opening[-1])


def _entity(mark: str) -> str:
    return _NAMED.get(mark) or f"&#{ord(mark)};"
