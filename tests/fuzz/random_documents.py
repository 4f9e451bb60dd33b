"""Random documents with blocks, refreshed, formatted, merged: what must hold of each. Run for many, imported for few.

    python tests/fuzz/random_documents.py [--count 100000] [--seed 1] [--word 500]

Says what did not hold with the document it did not hold of. *word*: one document of so many is made a Word file too,
which takes pandoc the time of a hundred.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator

import cmarkgfm
import mdformat
import pypandoc
from markdown_it import MarkdownIt

from phare_cli.documents.blocks import Block, DocumentError, find_blocks
from phare_cli.documents.refresh import refresh

OLD, NEW = "123,4\u00a0%", "98,7\u00a0%"
VALUE = "<!-- phare: value a --region PACA --lang fr --><!-- /phare -->"
SHOW = "<!-- phare: show -->\n<!-- /phare -->"
IN_QUOTE, IN_LIST, IN_NOTE = (SHOW.replace("\n", f"\n{prefix}") for prefix in ("> ", "  ", "    "))
# What people write, blocks among it.
PLAIN = (
    "some words", "\n", "\n\n", "\n\n- ", "\n1. ", "\n\n> ", "\n\n# ", " **strong** ", "[a link](b)", "\n\n***\n\n",
    "\u00e9 ", "&amp;",
    f"\n\na | b\n--|--\nx {VALUE} | c\n\n", f" {VALUE} of them ", f"\n\n{VALUE} of them", f"\n\n- {VALUE}\n",
    f"\n\n{SHOW}\n\n", f"\n\n> {IN_QUOTE}\n\n", f"\n\n- {IN_LIST}\n\n", "`code`", "\n\n```\ncode\n```\n\n", "$x$",
)  # fmt: skip
# What no formatter and no reader agree about, beside it.
ODD = (
    *PLAIN, VALUE, "\n===\n", "\\", "\t", "    ", "\r\n", "<div>\n", "</div>\n", "<span>\n", "<!-- a -->", "-->",
    "~~~\n", "```\n", "`", "|", "[^1]: ", "\nterm\n: ", "!!! note\n\n    ", "::: tip\n", "$$\n",
    "---\ntitle: a\nlang: fr\n---\n",
    "[//]: # (phare: show)\n\n[//]: # (/phare)\n", "**", "~~", "\n=======\n", "- [ ] ", "![", "](",
    "```{note}\n", ":::{note}\n", "```{list-table}\n", "```{=html}\n", "<pre>\n", "</pre>", "<title>",
    "\n\n!!! note\n    ", f"\n\n[^1]: a note\n\n    {IN_NOTE}\n\n", "\n\n[^2]: a\n\n    ",
    "% phare: show\n", "{/* phare: show */}\n", "\\<!-- phare: show", "&lt;!-- phare: show",
)  # fmt: skip
FORMATTERS: dict[str, dict[str, object]] = {
    "mdformat": {},
    "mdformat --wrap 40": {"wrap": 40},
    "mdformat --wrap no": {"wrap": "no"},
    "mdformat --number": {"number": True},
}
HTML = MarkdownIt("commonmark").enable("table")
READERS: dict[str, Callable[[str], str]] = {
    "cmark-gfm": lambda text: bare(cmarkgfm.github_flavored_markdown_to_html(text)),
    "markdown-it": lambda text: bare(HTML.render(text)),
}


def bare(page: str) -> str:
    return re.sub(r"<[^>]*>", "", re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL))


def word(text: str) -> str:
    """Return the words of the Word document that pandoc makes of GitHub's Markdown."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "a.docx")
        pypandoc.convert_text(text, "docx", format="gfm", outputfile=path)
        return str(pypandoc.convert_file(path, "plain", extra_args=["--wrap=none"]))


def answer(figure: str) -> Callable[[Block], str]:
    table = f"| a | b |\n|---|---:|\n| x | {figure} |\n"
    return lambda block: figure if block.command[0] == "value" else table


def outside(text: str) -> list[str]:
    """Return what stands between the blocks of a document."""
    blocks = find_blocks(text, syntax="markdown")
    ends = [0, *(block.closed for block in blocks)]
    return [
        text[end:start]
        for end, start in zip(ends, [*(block.opened for block in blocks), len(text)], strict=True)
    ]


def document(choose: random.Random, pieces: tuple[str, ...]) -> str:
    return "T\n\n" + "".join(choose.choices(pieces, k=choose.randint(2, 14)))


def faults(text: str, *, is_plain: bool, is_formatted: bool = False, in_word: bool = False) -> Iterator[str]:
    """Yield what does not hold of a document; nothing of one that is refused."""
    content = text.encode()
    try:
        once = refresh(content, "a.md", answer(OLD))
    except DocumentError:
        return
    if not once.blocks:
        if once.content != content:
            yield "a document without a block changed"
        return
    after = once.content.decode()
    if bool(once.stale) != (once.content != content):
        yield "a check and a refresh disagree"
    if outside(after) != outside(text):
        yield "a byte outside the blocks changed"
    yield from _refreshed_again(after, once.blocks)
    if "value-in-html" not in {warning.code for warning in once.warnings}:
        for name, read in {**READERS, **({"pandoc to Word": word} if in_word else {})}.items():
            shown = read(after).replace("\u00a0", " ").count(OLD.replace("\u00a0", " "))
            if shown != once.blocks:
                yield f"{name} shows {shown} of {once.blocks} figures"
    if is_plain:
        yield from _merged(after)
    if is_formatted:
        for name, options in FORMATTERS.items():
            formatted = mdformat.text(after, extensions={"gfm"}, options=options)
            yield from (f"after {name}: {fault}" for fault in _refreshed_again(formatted, once.blocks))


def _refreshed_again(text: str, blocks: int) -> Iterator[str]:
    """Yield what does not hold of a document that is up to date, and of what it becomes when its data change."""
    content = text.encode()
    try:
        same, new = refresh(content, "a.md", answer(OLD)), refresh(content, "a.md", answer(NEW))
    except DocumentError as error:
        yield f"refused: {[problem.code for problem in error.problems]}"
        return
    if same.content != content or same.stale:
        yield "twice is not once"
    if same.blocks != blocks:
        yield f"{same.blocks} of {blocks} blocks are left"
    if len(new.stale) != same.blocks or OLD in new.content.decode():
        yield "new data leave an old figure"


def _merged(text: str) -> Iterator[str]:
    """Yield what is wrong when a conflict is left around the first block of a document."""
    lines = text.split("\n")
    first = find_blocks(text, syntax="markdown")[0].line - 1
    merged = "\n".join(
        [*lines[:first], "<<<<<<< a", lines[first], "=======", lines[first], ">>>>>>> b", *lines[first + 1 :]]
    )
    try:
        refresh(merged.encode(), "a.md", answer(NEW), force=True)
    except DocumentError as error:
        if {problem.code for problem in error.problems} != {"merge-conflict"}:
            yield f"a conflict is called {[problem.code for problem in error.problems]}"
    else:
        yield "a conflict is passed over"


def run(count: int, seed: int, *, words: int = 0) -> Iterator[tuple[str, str]]:
    """Yield what does not hold of *count* documents, with the document; one of *words* is made a Word file too."""
    choose = random.Random(seed)
    for place in range(count):
        is_plain = place % 2 == 0
        text = document(choose, PLAIN if is_plain else ODD)
        is_formatted = is_plain and place % 10 == 0
        in_word = words > 0 and place % words == 0
        for fault in faults(text, is_plain=is_plain, is_formatted=is_formatted, in_word=in_word):
            yield fault, text


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--word", type=int, default=500)
    given = parser.parse_args()
    found: Counter[str] = Counter()
    for fault, text in run(given.count, given.seed, words=given.word):
        found[fault] += 1
        if found[fault] <= 3:
            sys.stdout.write(f"{fault}\n    {text!r}\n")
    sys.stdout.write(f"{given.count} documents, {found.total()} faults: {dict(found)}\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
