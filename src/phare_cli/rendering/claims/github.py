"""Write claims as annotations of GitHub Actions, which stand beside the lines of a pull request."""

from __future__ import annotations

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.remark import MarkedDocument, Remark, Verification
from phare_cli.rendering.claims.claim_words import headed, status_word, told, totals
from phare_cli.rendering.look import Look
from phare_cli.rendering.visible import one_line, visible

_HEADING = "heading"  # the role of a passage that names what stands below it
_COMMANDS = {
    "right": "notice",
    "wrong": "error",
    "overstated": "warning",
    "unknown": "notice",
    "ambiguous": "notice",
}


def render_github(verification: Verification, look: Look) -> str:
    """Return a line for each claim that is to be read, and the totals last unless it is to be quiet."""
    typesetter = Typesetter(look.language, look.decimals)
    lines = []
    for document in verification.documents:
        for remark in document.remarks:
            if not remark.is_told or remark.status not in _COMMANDS:
                continue
            command = _COMMANDS[remark.status]
            place = f",line={remark.line},col={remark.column}" if document.has_lines else ""
            title = headed(remark.words, status_word(remark.status, typesetter), typesetter)
            if not document.has_lines:
                title = f"{_paragraph(document, remark)} {title}"
            message = _data(told(document, remark, typesetter))
            lines.append(
                f"::{command} file={_property(document.name)}{place},title={_property(title)}::{message}"
            )
    if not look.quiet:
        lines.append(_data(totals(verification.documents, typesetter)))
    return "".join(f"{line}\n" for line in lines)


def _paragraph(document: MarkedDocument, remark: Remark) -> str:
    """Return where a claim of an office document stands: the number of its paragraph, and the heading above it."""
    above = [each.text for each in document.passages[: remark.passage] if each.role == _HEADING]
    return f"¶{remark.line}" + (f" ({above[-1]})" if above else "")


def _data(text: str) -> str:
    return one_line(visible(text)).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
