"""Set an answer between its two markers, so that what reads the document still sees a table there."""

from __future__ import annotations

import re
from zlib import crc32

from phare_cli.documents.blocks import JOINT, LINED, Block
from phare_cli.documents.normal_form import normal
from phare_cli.documents.plain_options import undashed
from phare_cli.documents.scanners.comments import MARKER
from phare_cli.documents.scanners.lines import END
from phare_cli.nouns.message import Message, sentence

# The marks of a quote are not part of what a person wrote in it; blanks come and go with editors and git.
_BESIDE = re.compile(r"^[ \t>]+|[ \t]+")
_LEAD = re.compile(r"[ \t>]*")
_LINE_MARKER = re.compile(r"[ \t]*(?:\.\.|//|%+)[ \t]*/?phare\b")
_OTHER_MARKER = re.compile(r"\{/\*\s*(?:phare:|/phare\b)|^[ \t>]*\[(?://|comment)\]:.*phare", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

MARKED = sentence(
    "the answer to this command holds a marker of phare itself, and cannot be put in a document."
)
COMMENTED = sentence(
    "the answer to this command holds a comment that never ends, and cannot be put in a document."
)
TALL = sentence(
    "the answer to this command has several lines and cannot stand inside a sentence; "
    "put both markers on a line of their own."
)
TALL_IN_ROW = sentence(
    "the answer to this command has several lines and cannot stand in a row of a table; "
    "use value for one figure, or put the block outside the table."
)
SPLITTING = sentence("the answer to this command holds a “|” and cannot stand in a row of a table.")


def refusal(block: Block, answer: str) -> Message | None:
    """Return why *answer* cannot stand in *block*, None when it can."""
    lines = END.split(answer.strip("\r\n"))
    if block.syntax in LINED:
        return MARKED if any(_LINE_MARKER.match(line) for line in lines) else None
    if MARKER.search(answer) or _OTHER_MARKER.search(answer):
        return MARKED
    if "<!--" in _COMMENT.sub("", answer):
        return COMMENTED
    if block.row and (len(lines) > 1 or "|" in answer):
        return TALL_IN_ROW if len(lines) > 1 else SPLITTING
    return TALL if block.inline and not block.alone and len(lines) > 1 else None


def lay(block: Block, answer: str) -> str:
    """Return what stands between the markers of *block* once it holds *answer*.

    Blank lines surround it: pandoc sees no table right after a line of text.
    """
    lines = END.split(answer.strip("\r\n"))
    if block.inline and len(lines) == 1 and not _unfolds(block):
        return lines[0]
    if lines == [""]:
        return block.ending + block.prefix
    if block.syntax == "html":
        return block.ending.join(["", *lines, block.prefix])
    blank = block.prefix.rstrip()
    body = [block.prefix + line if line.strip() else blank for line in lines]
    return block.ending.join(["", blank, *body, blank, block.prefix])


def _unfolds(block: Block) -> bool:
    """Return whether an answer of one line stands better on lines of its own: it may be a list, or a title."""
    return block.exposed and block.alone and block.command[:1] != ("value",)


def opening(block: Block, text: str, body: str) -> str:
    """Return the marker that opens *block* around *body*, as a reader of any age leaves it out of the page.

    In a sentence no two hyphens stand in it; where a line would begin with it, JOINT does.
    """
    written = text[block.marker : block.start]
    if block.syntax != "markdown" or not block.inline or END.search(body):
        return text[block.opened : block.marker] + written
    inside = END.sub(" ", written.removeprefix("<!--").removesuffix("-->"))
    if (plain := undashed(inside.strip())) != inside.strip() or inside != written[4:-3]:
        written = f"<!-- {plain} -->"
    return (JOINT if block.exposed else text[block.opened : block.marker]) + written


def stands(block: Block, present: str) -> bool:
    """Return whether each line of *present* is in the quote and the list item that hold the markers of *block*."""
    if block.inline or block.syntax == "html":
        return True
    quotes, width = block.prefix.count(">"), len(block.prefix.expandtabs(4))
    for line in END.split(present):
        lead = _LEAD.match(line)
        mark = lead.group() if lead else ""
        if len(mark) < len(line) and (
            mark.count(">") != quotes or not 0 <= len(mark.expandtabs(4)) - width < 4
        ):
            return False
    return True


def is_bare(block: Block, text: str) -> bool:
    """Return whether a reader would lose the figure of *block*, whose line begins with a comment."""
    return block.exposed and block.opened == block.marker and not END.search(text, block.start, block.end)


def is_printed(block: Block, text: str) -> bool:
    """Return whether readers of old print the command of *block*: two hyphens stand in it, inside a sentence."""
    return block.syntax == "markdown" and block.inline and "--" in text[block.marker + 4 : block.start - 3]


def closing(block: Block, body: str) -> str:
    """Return the marker that closes *block* around *body*."""
    return block.form.format(f"/phare {seal(body, block.syntax)}")


def seal(body: str, syntax: str) -> str:
    """Return eight digits that change when a person changes what *body* says, not when a formatter fills it again."""
    return _digits(normal(body, syntax))


def seals(present: str, syntax: str) -> tuple[str, str]:
    """Return the seals that *present* may have: that of what it says, and the older one of its very marks."""
    lines = (_BESIDE.sub("", line) for line in END.split(present))
    return seal(present, syntax), _digits("\n".join(filter(None, lines)))


def _digits(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
