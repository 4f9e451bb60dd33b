"""Set an answer between its two markers, so that what reads the document still sees a table there."""

from __future__ import annotations

import re
from zlib import crc32

from phare_cli.documents.blocks import Block
from phare_cli.documents.scanners.comments import MARKER
from phare_cli.documents.scanners.lines import END
from phare_cli.nouns.message import Message, sentence

# The marks of a quote are not part of what a person wrote in it; blanks come and go with editors and git.
_BESIDE = re.compile(r"^[ \t>]+|[ \t]+")
_RST_MARKER = re.compile(r"[ \t]*\.\.[ \t]+/?phare\b")
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
    if block.syntax == "rst":
        return MARKED if any(_RST_MARKER.match(line) for line in lines) else None
    if MARKER.search(answer):
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
    if block.inline and len(lines) == 1:
        return lines[0]
    if lines == [""]:
        return block.ending + block.prefix
    if block.syntax == "html":
        return block.ending.join(["", *lines, block.prefix])
    blank = block.prefix.rstrip()
    body = [block.prefix + line if line.strip() else blank for line in lines]
    return block.ending.join(["", blank, *body, blank, block.prefix])


def closing(block: Block, body: str) -> str:
    """Return the marker that closes *block* around *body*."""
    sealed = f"/phare {checksum(body)}"
    return f".. {sealed}" if block.syntax == "rst" else f"<!-- {sealed} -->"


def checksum(body: str) -> str:
    """Return eight digits that change when a person changes *body*, not when git or an editor changes its blanks."""
    lines = (_BESIDE.sub("", line) for line in END.split(body))
    written = "\n".join(filter(None, lines))
    return f"{crc32(written.encode('utf-8', 'surrogatepass')):08x}"
