"""Documents that grow: blocks, lines of a block, markers in quotes and lists, figures in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from growing.published import row, share, written

Command = Sequence[str]


def _document(folder: Path, text: str, *options: str) -> Command:
    path = folder / "note.md"
    path.write_text(text, encoding="utf-8")
    return ("update", str(path), *options)


def blocks_alike(folder: Path, size: int) -> Command:
    """One block, again and again."""
    return _document(
        folder, "Text.\n\n<!-- phare: show engagement --region PACA -->\n<!-- /phare -->\n\n" * size
    )


def blocks_of_one_file(folder: Path, size: int) -> Command:
    """Blocks that each ask something else of one data file."""
    written(folder, (row("yes", share(n), group=f"group {n}") for n in range(size)))
    (folder / "phare.toml").write_text('data = "results.csv"\n', encoding="utf-8")
    block = "<!-- phare: show trust --stakeholder 'group {}' -->\n<!-- /phare -->\n\n"
    return _document(folder, "".join(block.format(n) for n in range(size)))


def sentences_of_one_file(folder: Path, size: int) -> Command:
    """Figures in sentences, each another one of one data file."""
    written(folder, (row("yes", share(n), group=f"group {n}") for n in range(size)))
    (folder / "phare.toml").write_text('data = "results.csv"\n', encoding="utf-8")
    text = "Of them <!-- phare: value trust 'stakeholder=group {}' --><!-- /phare --> agree.\n\n"
    return _document(folder, "".join(text.format(n) for n in range(size)))


def markers_in_lists(folder: Path, size: int) -> Command:
    """Blocks in quotes and lists."""
    one = "- item\n\n  > <!-- phare: show engagement --region PACA -->\n  > <!-- /phare -->\n\n"
    return _document(folder, one * size)


def items_of_one_list(folder: Path, size: int) -> Command:
    """Lines of one list without a blank, a figure in each."""
    one = "- <!-- phare: value engagement region=PACA stakeholder=companies --><!-- /phare --> of them\n"
    return _document(folder, one * size)


def lines_of_text(folder: Path, size: int) -> Command:
    """Lines without a block, in tens."""
    text = "Some words *here* and `there`.\n" * (10 * size)
    return _document(folder, text + "\n<!-- phare: show engagement -->\n<!-- /phare -->\n")


def _long_block(folder: Path, size: int) -> str:
    written(folder, (row(f"item {n}", share(n)) for n in range(size)))
    (folder / "phare.toml").write_text('data = "results.csv"\n', encoding="utf-8")
    stale = "".join(f"| {n} | item {n} | {n % 90} % |\n" for n in range(size))
    return f"<!-- phare: show trust -->\n{stale}<!-- /phare -->\n"


def lines_of_a_block(folder: Path, size: int) -> Command:
    """Lines of one block, all of them stale, as a difference."""
    return _document(folder, _long_block(folder, size), "--check", "--diff")


def lines_of_a_block_checked(folder: Path, size: int) -> Command:
    """Lines of one block, all of them stale, checked."""
    return _document(folder, _long_block(folder, size), "--check")


def blocks_in_a_difference(folder: Path, size: int) -> Command:
    """Stale blocks of one document, as a difference."""
    text = "Text {}.\n\n<!-- phare: show engagement --region PACA -->\nstale\n<!-- /phare -->\n\n"
    return _document(folder, "".join(text.format(n) for n in range(size)), "--check", "--diff")


def documents(folder: Path, size: int) -> Command:
    """Documents of one folder, a block each."""
    inside = folder / "documents"
    inside.mkdir()
    for n in range(size):
        text = "# Title\n\n<!-- phare: show engagement --region PACA -->\n<!-- /phare -->\n"
        (inside / f"{n}.md").write_text(text, encoding="utf-8")
    return ("update", str(inside))


DIMENSIONS = {
    "blocks alike: update": blocks_alike,
    "blocks of one data file: update": blocks_of_one_file,
    "figures in sentences: update": sentences_of_one_file,
    "blocks in quotes and lists: update": markers_in_lists,
    "items of one list: update": items_of_one_list,
    "tens of lines of text: update": lines_of_text,
    "lines of a block: update --check": lines_of_a_block_checked,
    "lines of a block: update --check --diff": lines_of_a_block,
    "stale blocks: update --check --diff": blocks_in_a_difference,
    "documents: update": documents,
}
