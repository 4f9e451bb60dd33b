"""Tell where HTML begins in Markdown: lines that CommonMark 4.6 gives to the page as they are. Reads no line."""

from __future__ import annotations

import re

from phare_cli.documents.scanners.comments import MARKER

# Where a footnote, a definition or a task begins, or a list in one, as where a line does, a comment would take the line
# for itself.
HEAD = re.compile(
    r"(?:[ \t>]|[-+*][ \t]|\d+[.)][ \t])*(?:\[\^[^\]\s]+\]:|[:~]|\[[ xX]\])"
    r"(?:[ \t>]|[-+*][ \t]|\d+[.)][ \t]|\[\^[^\]\s]+\]:|[:~]|\[[ xX]\])*"
)
# Types 1, 3, 4 and 5: up to what ends each, and all that they hold is code, or hidden. Type 2 is a comment.
RAW = re.compile(
    r"(<(?:pre|script|style|textarea)(?=[ \t>\r\n]|\Z))|(<\?)|(<![A-Za-z])|(<!\[CDATA\[)", re.IGNORECASE
)
RAW_ENDS = {
    1: re.compile(r"</(?:pre|script|style|textarea)>", re.IGNORECASE),
    2: re.compile(r"\?>"),
    3: re.compile(r">"),
    4: re.compile(r"\]\]>"),
}
# Type 6: up to an empty line.
BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|"
    r"dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|"
    r"menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|"
    r"thead|title|tr|track|ul)(?=[ \t/>\r\n]|\Z)",
    re.IGNORECASE,
)
# Type 7, up to an empty line too: any other tag, alone on a line that goes on no paragraph.
ANY_TAG = re.compile(
    r"<(?:[A-Za-z][A-Za-z\d-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?|/[A-Za-z][A-Za-z\d-]*\s*)>\s*"
)


def is_behind_html(text: str, place: int) -> bool:
    """Tell whether HTML that begins a footnote, a definition or a task takes in what stands at *place* on its line."""
    start = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
    head = HEAD.match(text, start, place)
    if head is None or head.end() == place:
        return False
    begins = head.end()
    is_comment = text.startswith("<!--", begins) and not MARKER.match(text, begins)
    return is_comment or any(tag.match(text, begins, place) for tag in (RAW, BLOCK_TAG))
