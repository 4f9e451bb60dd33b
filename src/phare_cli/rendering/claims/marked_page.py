"""Write documents as one HTML page with their claims marked: no script, no file, no address to fetch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import sentence
from phare_cli.nouns.remark import MarkedDocument, Remark, Verification
from phare_cli.rendering.claims.claim_words import SIGNS, headed, skipped_of, status_word, told, totals
from phare_cli.rendering.claims.laid_out import RemarkedPassage, RemarkedRow, parts_of
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
table { border-collapse: collapse; margin: .5rem 0; }
th, td { padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; }
thead th, tbody tr:last-child > * { border-bottom: 1px solid; }
"""
_TAGS = {"item": "li", "quotation": "blockquote", "note": "p", "paragraph": "p"}


def render_marked(verification: Verification, look: Look) -> str:
    """Return the totals, then each document with its claims underlined and explained: a page, or a part of one."""
    typesetter = Typesetter(look.language, look.decimals)
    body = [f'<p class="totals">{_shown(totals(verification.documents, typesetter))}</p>']
    for document in verification.documents:
        body += _document(document, typesetter)
        if skipped := skipped_of(document, typesetter):
            body.append(f"<p>{_shown(skipped)}</p>")
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
    for part in parts_of(document):
        if isinstance(part, RemarkedPassage):
            yield _passage(document, part, typesetter)
            yield from _remarks(document, part.remarks, typesetter)
        else:
            yield from _table(document, part, typesetter)
    yield "</section>"


def _table(document: MarkedDocument, rows: Sequence[RemarkedRow], typesetter: Typesetter) -> Iterator[str]:
    """Yield a table with its claims marked, then the remarks on them."""
    columns = list(dict.fromkeys(cell.passage.column for row in rows for cell in row.cells))
    heads = "".join(f'<th scope="col">{_shown(column)}</th>' for column in columns)
    yield f"<table>\n<thead><tr><td></td>{heads}</tr></thead>\n<tbody>"
    for row in rows:
        by_column = {cell.passage.column: _words(document, cell, typesetter) for cell in row.cells}
        cells = "".join(f"<td>{by_column.get(column, '')}</td>" for column in columns)
        yield f'<tr><th scope="row">{_shown(row.heading)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"
    remarks = [
        remark._replace(words=" | ".join(filter(None, (row.heading, cell.passage.column, remark.words))))
        for row in rows
        for cell in row.cells
        for remark in cell.remarks
    ]
    yield from _remarks(document, remarks, typesetter)


def _passage(document: MarkedDocument, part: RemarkedPassage, typesetter: Typesetter) -> str:
    passage = part.passage
    tag = f"h{min(passage.level + 2, 6)}" if passage.role == "heading" else _TAGS.get(passage.role, "p")
    body = _words(document, part, typesetter)
    return f"<ul><li>{body}</li></ul>" if tag == "li" else f"<{tag}>{body}</{tag}>"


def _words(document: MarkedDocument, part: RemarkedPassage, typesetter: Typesetter) -> str:
    """Return the words of a passage with its claims marked."""
    passage, remarks = part
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
    return "".join((*parts, _kept(passage.text[at:])))


def _remarks(document: MarkedDocument, remarks: Sequence[Remark], typesetter: Typesetter) -> Iterator[str]:
    noted = [remark for remark in remarks if remark.is_told]
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
