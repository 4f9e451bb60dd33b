"""Cells without their quotes are those that Python's own reader of CSV finds between them."""

import csv
from itertools import product

import pytest

from phare_cli.files.encoding import NotPlain
from phare_cli.results.fast.unquoted import Quotes

LETTERS = 8


def blocks(end: str) -> list[str]:
    """Return every text of a few letters, quotes, delimiters and line ends, as a block of rows."""
    return ["\n" + "".join(cells) + end for cells in product('"a,', repeat=LETTERS)] + [
        "\n" + "".join(cells) + end for cells in product(('"', "a", ",", end), repeat=LETTERS - 1)
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_read_without_quotes_is_what_a_strict_reader_reads_with_them(end: str) -> None:
    quotes, read = Quotes(","), 0
    for block in blocks(end):
        if '"' not in block or "\n" + end in block:
            continue
        try:
            plain = quotes.off(block.encode()).decode()
        except NotPlain:
            continue
        read += 1
        rows = [quotes.restored(line.split(",")) for line in plain.removeprefix("\n").split(end)[:-1]]
        assert rows == list(csv.reader(block.removeprefix("\n").splitlines(keepends=True), strict=True)), (
            block
        )

    assert read > 100


def test_rows_quoted_throughout_are_read_whatever_is_in_their_cells() -> None:
    block = b'\n"a b","","12.5"\n"\xc3\xa9%","x\'y","-1"\n'

    assert Quotes(",").off(block) == b"\na b,,12.5\n\xc3\xa9%,x'y,-1\n"
