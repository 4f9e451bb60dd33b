"""Random documents with blocks, refreshed, formatted, merged: what must hold of each. Run for many, imported for few.

    python tests/fuzz/random_documents.py [--count 100000] [--seed 1] [--word 1]

Says what did not hold with the document it did not hold of. *word*: one document of so many goes through a Word file
too, with others: each pandoc that is there reads them one by one and writes them as one.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

import cmarkgfm
import mdformat
import pypandoc
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from phare_cli.documents.blocks import HIDDEN, Block, DocumentError, find_blocks
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
    "\n\n!!! note\n    ", f"\n\n[^1]: - {VALUE} of it\n", "\n\n[^1]: > ",
    f"\n\n[^1]: a note\n\n    {IN_NOTE}\n\n", "\n\n[^2]: a\n\n    ",
    "% phare: show\n", "{/* phare: show */}\n", "\\<!-- phare: show", "&lt;!-- phare: show",
)  # fmt: skip
FORMATTERS: dict[str, dict[str, object]] = {
    "mdformat": {},
    "mdformat --wrap 40": {"wrap": 40},
    "mdformat --wrap no": {"wrap": "no"},
    "mdformat --number": {"number": True},
}
HTML = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
READERS: dict[str, Callable[[str], str]] = {
    "cmark-gfm": lambda text: bare(
        cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_FOOTNOTES)
    ),
    "markdown-it": lambda text: bare(HTML.render(text)),
}


# One document to pandoc's writer, many to its reader. A name that begins a line of each, as no document has it.
NEXT = "@@@@"
MANY = r"""
function Reader(input)
  local blocks = pandoc.List()
  for text in (tostring(input) .. "\30"):gmatch("(.-)\30") do
    blocks:insert(pandoc.Para("@@@@"))
    blocks:extend(pandoc.read(text, "gfm").blocks)
  end
  return pandoc.Pandoc(blocks)
end
"""
AT_ONCE = 500  # documents of one Word file
LETTERS = str.maketrans("\u00a0", " ")


class Written(NamedTuple):
    """A document as it was made, as it was refreshed, and how many figures stand in it."""

    text: str
    after: str
    blocks: int


def bare(page: str) -> str:
    """Return the text of a page; none where a comment of its own is open, which hides what follows in a browser."""
    if re.search(r"<!--(?:(?!-->).)*<!--", page, re.DOTALL):
        return ""
    return re.sub(r"<[^>]*>", "", re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL))


def pandocs() -> list[str]:
    """Return the pandoc of the package and that of the machine, where there is one."""
    return [str(pypandoc.get_pandoc_path()), *filter(None, [shutil.which("pandoc")])]


def words_in_word(texts: list[str], pandoc: str) -> list[str]:
    """Return what pandoc reads of the Word document that it makes of GitHub's Markdown, a text each."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        (where / "many.lua").write_text(MANY, encoding="utf-8")
        (where / "many.txt").write_text("\x1e".join(texts), encoding="utf-8", newline="")
        to = ("-t", "plain", "--wrap=none", "--reference-location=block", "-o", "read.txt")
        for words in (("-f", "many.lua", "many.txt", "-o", "many.docx"), ("many.docx", *to)):
            subprocess.run([pandoc, *words], cwd=folder, check=True)
        read = (where / "read.txt").read_text(encoding="utf-8").split(NEXT)[1:]
    assert len(read) == len(texts)
    return read


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
    """Return a document that refers to each of its notes, each of another name: readers leave out every other one."""
    numbers = count(1)
    parts = choose.choices(pieces, k=choose.randint(2, 14))
    text = re.sub(r"\[\^\d\]:", lambda _: f"[^{next(numbers)}]:", "".join(parts))
    return "".join(("T", *(f" [^{number}]," for number in range(1, next(numbers))), "\n\n", text))


def faults(
    text: str, *, is_plain: bool, is_formatted: bool = False, written: list[Written] | None = None
) -> Iterator[str]:
    """Yield what does not hold of a document, if it is not refused. What a reader is given is added to *written*."""
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
    if not HIDDEN & {warning.code for warning in once.warnings}:
        for name, read in READERS.items():
            yield from _unread(name, read(after), once.blocks)
        if written is not None:
            written.append(Written(text, after, once.blocks))
    if is_plain:
        yield from _merged(after)
    if is_formatted:
        for name, options in FORMATTERS.items():
            formatted = mdformat.text(after, extensions={"gfm"}, options=options)
            yield from (f"after {name}: {fault}" for fault in _refreshed_again(formatted, once.blocks))


def _unread(reader: str, read: str, blocks: int) -> Iterator[str]:
    shown = read.translate(LETTERS).count(OLD.translate(LETTERS))
    if read and shown != blocks:
        yield f"{reader} shows {shown} of {blocks} figures"


def _lost_in_word(written: list[Written]) -> Iterator[tuple[str, str]]:
    """Yield the figures that Word documents lack, with the documents that they were made of."""
    # pandoc 2 drops the lines of a note that are not indented, whatever stands in them.
    without_notes = [one for one in written if "[^" not in one.after]
    for pandoc, some in zip(pandocs(), (written, without_notes), strict=False):
        for one, read in zip(some, words_in_word([one.after for one in some], pandoc), strict=True):
            yield from ((fault, one.text) for fault in _unread(f"{pandoc} to Word", read, one.blocks))


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


def run(how_many: int, seed: int, *, words: int = 0) -> Iterator[tuple[str, str]]:
    """Yield what does not hold of *how_many* documents, with the document; one of *words* goes through Word too."""
    choose = random.Random(seed)
    written: list[Written] = []
    for place in range(how_many):
        is_plain = place % 2 == 0
        text = document(choose, PLAIN if is_plain else ODD)
        is_formatted = is_plain and place % 10 == 0
        in_word = words > 0 and place % words == 0
        for fault in faults(
            text, is_plain=is_plain, is_formatted=is_formatted, written=written if in_word else None
        ):
            yield fault, text
        if len(written) == AT_ONCE:
            yield from _lost_in_word(written)
            written.clear()
    yield from _lost_in_word(written)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--word", type=int, default=1)
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
