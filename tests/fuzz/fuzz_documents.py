"""Any bytes as a document: its blocks are refreshed once and for all, and no byte outside of them changes."""

from __future__ import annotations

from frame import speak, speak_error

from phare_cli.documents.blocks import OFFICE, SYNTAXES, Block, read_outline
from phare_cli.documents.refresh import refresh
from phare_cli.nouns.errors import PhareError

SUFFIXES = tuple({syntax: suffix for suffix, syntax in SYNTAXES.items() if syntax not in OFFICE}.values())
ANSWERS = {
    "markdown": "| Item | Value |\n|:---|---:|\n| Emploi | 57 % |\n",
    "html": "<table>\n<tr><td>57</td></tr>\n</table>\n",
    "rst": "======  =====\nItem    Value\n======  =====\nEmploi  57 %\n======  =====\n",
    "mdx": "| Item | Value |\n|:---|---:|\n| Emploi | 57 % |\n",
    "asciidoc": "|====\n| Item | Value\n| Emploi | 57 %\n|====\n",
    "latex": "\\begin{tabular}{lr}\nEmploi & 57~\\% \\\\\n\\end{tabular}\n",
}
MARKED = (
    b"T\n\n<!-- phare: show a -->\nold\n<!-- /phare 01234567 -->\n"
    b"La <!-- phare: value a b=1 -->44<!-- /phare --> b\n"
)
SEEDS = (
    b"",
    *(bytes([place]) + MARKED for place in range(len(SUFFIXES))),
    *(
        bytes([place]) + b"a\n\n.. phare: show a\n\nold\n\n.. /phare\n\nb::\n\n  .. phare: show b\n"
        for place in range(len(SUFFIXES))
    ),
    *(
        bytes([place]) + text
        for place in range(len(SUFFIXES))
        for text in (
            b"{/* phare: show a */}\n{/* /phare */}\n\na {/* phare: value a */}4{/* /phare */} `{/* phare: x */}`\n",
            b"// phare: show a\n// /phare\n\n----\n// phare: show a\n----\n",
            b"% phare: show a\n% /phare\n\\begin{verbatim}\n% phare: show a\n\\end{verbatim}\n",
            b"[//]: # (phare: show a)\n\n[//]: # (/phare)\n",
        )
    ),
    b"\x00> - <!-- phare: show a --><!-- /phare -->\r\n\r\n```\n<!-- phare: show a -->\n```\n",
    b"\x00| a | b |\n|---|---|\n| <!-- phare: value a -->1<!-- /phare --> | \xe9 |\n",
    b"\x01<pre><!-- phare: show a --></pre><script>'<!-- phare: x -->'</script><!-- phare: show a --><!-- /phare -->",
)
TOKENS = (
    "<!-- phare: show a -->", "<!-- phare: value a -->", "<!-- /phare -->", "<!-- /phare 01234567 -->", "<!--", "-->",
    ".. phare: show a", ".. /phare", "{/* phare: show a */}", "{/* /phare */}", "// phare: show a", "// /phare",
    "% phare: show a", "% /phare", "[//]: # (phare: show a)", "[//]: # (/phare)", "\\begin{verbatim}", "----", "```",
    "~~~", "    ",
    "> ", "- ", "| ", "<pre>", "</pre>", "<script>", "::\n\n", "\r\n", "\r",
    "\t", "`", "\\", "<![CDATA[", "<?", "1. ", "<div>\n", "$$", "{% raw %}", ":::", "---\n", "\u2028", "\x0b", "\x0c",
)  # fmt: skip


def answer(block: Block) -> str:
    """Answer a value with a figure and every other command with a table."""
    return "45 %" if block.command[:1] == ("value",) else ANSWERS[block.syntax]


def outside(content: bytes, name: str) -> list[str]:
    """Return what stands between the blocks of a document."""
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    blocks = read_outline(text, syntax=SYNTAXES[f".{name.split('.')[1]}"], name=name).blocks
    ends = [0, *(block.closed for block in blocks)]
    return [
        text[end:start]
        for end, start in zip(ends, [*(block.opened for block in blocks), len(text)], strict=True)
    ]


def fuzz(data: bytes) -> None:
    """Refresh *data*, whose first byte says how it is written, twice. Any exception but a PhareError is a finding."""
    name = f"note{SUFFIXES[data[0] % len(SUFFIXES) if data else 0]}"
    content = data[1:]
    try:
        once = refresh(content, name, answer, force=True)
    except PhareError as error:
        speak_error(error)
        return
    speak(problem.message for problem in once.warnings)
    assert refresh(once.content, name, answer).content == once.content, (
        "a second refresh changes the document"
    )
    assert outside(once.content, name) == outside(content, name), "a byte outside the blocks changed"
