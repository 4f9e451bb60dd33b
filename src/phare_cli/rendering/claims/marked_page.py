"""Write documents as one HTML page with their claims marked: no script, no file, no address to fetch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import sentence
from phare_cli.nouns.remark import MarkedDocument, MarkedPassage, Remark, Verification
from phare_cli.rendering.claims.claim_words import SIGNS, headed, status_word, told, totals
from phare_cli.rendering.look import Look
from phare_cli.rendering.visible import one_line, visible

_PAGE_STYLE = """\
:root { color-scheme: light dark; --text: #1b1f24; --ground: #fff; --right: #1a6b33; --wrong: #a61b1b;
  --overstated: #8a4b00; --unsure: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ec; --ground: #14181c; --right: #7fd69a;
  --wrong: #ff9b93; --overstated: #ffc26b; --unsure: #8cc4f0; } }
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif;
  color: var(--text); background: var(--ground); }
"""
# A part of somebody's page has colours that stand out on light and on dark, and styles nothing around it.
_PART_COLOURS = "--right: #2b8a4b; --wrong: #d03b3b; --overstated: #b06a00; --unsure: #2f7cc0;"
_STYLE = """\
mark { color: inherit; background: none; text-decoration: underline 2px; text-underline-offset: 3px; }
mark.right { text-decoration-color: var(--right); }
mark.wrong { text-decoration-color: var(--wrong); text-decoration-style: wavy; }
mark.overstated { text-decoration-color: var(--overstated); text-decoration-style: wavy; }
mark.unknown, mark.ambiguous { text-decoration-color: var(--unsure); text-decoration-style: dotted; }
mark.accepted { text-decoration-color: var(--right); text-decoration-style: dashed; }
ul.remarks { margin: .25rem 0 1.25rem; padding-left: 1.25rem; font-size: .92rem; }
.wrong b { color: var(--wrong); } .overstated b { color: var(--overstated); }
.unknown b, .ambiguous b { color: var(--unsure); }
.totals { font-weight: 600; }
blockquote { margin-left: 1rem; }
"""
_TAGS = {"item": "li", "quotation": "blockquote", "note": "p", "cell": "p", "paragraph": "p"}


def render_marked(verification: Verification, look: Look) -> str:
    """Return the totals, then each document with its claims underlined and explained: a page, or a part of one."""
    typesetter = Typesetter(look.language, look.decimals)
    body = [f'<p class="totals">{_shown(totals(verification.documents, typesetter))}</p>']
    for document in verification.documents:
        body += _document(document, typesetter)
    lines = _page(body, look.language, typesetter) if look.whole else _part(body)
    text = "\n".join(lines) + "\n"
    return text if look.unicode else text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _page(body: Sequence[str], language: str, typesetter: Typesetter) -> list[str]:
    title = _shown(typesetter.say(sentence("What the data say of these claims")))
    return [
        "<!DOCTYPE html>",
        f'<html lang="{language}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>\n{_PAGE_STYLE}{_STYLE}</style>",
        "</head>",
        "<body>",
        f"<h1>{title}</h1>",
        *body,
        "</body>",
        "</html>",
    ]


def _part(body: Sequence[str]) -> list[str]:
    style = f".phare-claims {{ {_PART_COLOURS}\n{_STYLE}}}"
    return [f"<style>\n{style}\n</style>", '<div class="phare-claims">', *body, "</div>"]


def _document(document: MarkedDocument, typesetter: Typesetter) -> Iterator[str]:
    yield f"<section>\n<h2>{_shown(document.name)}</h2>"
    row = ""
    for passage, remarks in document.remarked():
        if passage.role == "cell" and passage.heading != row:
            row = passage.heading
            yield f"<p><b>{_shown(row)}</b></p>"
        yield _passage(document, passage, remarks, typesetter)
        yield from _remarks(document, remarks, typesetter)
    yield "</section>"


def _passage(
    document: MarkedDocument, passage: MarkedPassage, remarks: Sequence[Remark], typesetter: Typesetter
) -> str:
    parts, at = [], 0
    for remark in sorted(remarks, key=lambda remark: (remark.start, -remark.end)):
        if remark.start < at:
            continue
        parts.append(_kept(passage.text[at : remark.start]))
        says = headed(status_word(remark.status, typesetter), told(document, remark, typesetter), typesetter)
        title = escape(one_line(visible(says)), quote=True)
        words = _kept(passage.text[remark.start : remark.end])
        parts.append(f'<mark class="{remark.status}" title="{title}">{words}</mark>')
        at = remark.end
    parts.append(_kept(passage.text[at:]))
    tag = f"h{min(passage.level + 2, 6)}" if passage.role == "heading" else _TAGS.get(passage.role, "p")
    body = "".join(parts)
    return f"<ul><li>{body}</li></ul>" if tag == "li" else f"<{tag}>{body}</{tag}>"


def _remarks(document: MarkedDocument, remarks: Sequence[Remark], typesetter: Typesetter) -> Iterator[str]:
    noted = [remark for remark in remarks if remark.status != "right"]
    if not noted:
        return
    yield '<ul class="remarks">'
    for remark in noted:
        status = status_word(remark.status, typesetter)
        said = f"<b>{_shown(status)}</b> – {_shown(told(document, remark, typesetter))}"
        item = headed(_shown(remark.words), said, typesetter)
        yield f'<li class="{remark.status}">{SIGNS[remark.status]} {item}</li>'
    yield "</ul>"


def _shown(text: str) -> str:
    return escape(one_line(visible(text)), quote=False)


def _kept(text: str) -> str:
    """Return words of a document to the letter, but for what no reader sees."""
    return escape("".join(letter if letter.isprintable() else " " for letter in text), quote=False)
