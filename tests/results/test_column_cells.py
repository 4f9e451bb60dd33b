"""The cells of a block, coded and read together, are those that one would read one by one."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from phare_cli.files.numbers import is_missing, number
from phare_cli.nouns.large import groups
from phare_cli.nouns.large.coded_column import CodedColumn
from phare_cli.nouns.large.columned import Columned
from phare_cli.results.columns import growing_column
from phare_cli.results.columns.block_cells import BlockCells
from phare_cli.results.columns.exact_quotients import MOST_DIGITS, quotients
from phare_cli.results.columns.number_column import NumberColumn, Printed
from phare_cli.results.columns.text_column import TextColumn

CLUES = {
    Printed.POINT: "point",
    Printed.MAYBE_POINT: "maybe point",
    Printed.COMMA: "comma",
    Printed.MAYBE_COMMA: "maybe comma",
}
TEXTS = st.text(st.sampled_from("ab"), max_size=40) | st.text(st.sampled_from("abcé 1-"), max_size=9)
DIGITS = st.text(st.sampled_from("0123456789"), max_size=9)
NUMBERS = st.one_of(
    st.floats(0, 1e6).map(repr),
    st.integers(0, 10**18).map(str),
    st.tuples(st.integers(0, 10**16), st.sampled_from(".,"), st.integers(0, 10**12)).map(
        lambda parts: "".join(map(str, parts))
    ),
    DIGITS,
    st.tuples(DIGITS, st.sampled_from(".,"), DIGITS).map("".join),
    st.text(st.sampled_from("0159.,-% \u00a0x"), max_size=10),
    st.sampled_from(("n. d.", "n.\u00a0d.", "\u2013", "-", "nd", "\u2212", "1 234,5", "1\u202f234", "-0,5")),
)
BLANKS = st.text(st.sampled_from(" \u00a0\u202f\u2009\u2003"), max_size=3) | st.just(" " * 60)
AMONG_BLANKS = st.tuples(BLANKS, NUMBERS, BLANKS, st.sampled_from(("", "%", "%", "%%")), BLANKS).map("".join)


@st.composite
def between_doubles(draw: st.DrawFn) -> tuple[int, int]:
    """Draw digits and decimals of a number that lies next to the middle of two doubles, or right there."""
    low = draw(st.floats(0.01, 1e5))
    middle = (Decimal(low) + Decimal(math.nextafter(low, math.inf))) / 2
    decimals = draw(st.integers(0, 18))
    digits = int(middle.scaleb(decimals)) + draw(st.integers(-1, 1))
    assume(0 <= digits < 10**MOST_DIGITS)
    return digits, decimals


@settings(max_examples=500)
@given(numbers=st.lists(between_doubles(), min_size=1, max_size=20))
def test_a_quotient_is_the_double_nearest_to_it_or_said_to_be_doubtful(
    numbers: list[tuple[int, int]],
) -> None:
    digits = np.array([each for each, _ in numbers], dtype=np.uint64)
    found, is_doubtful = quotients(digits, np.array([decimals for _, decimals in numbers]))

    for value, doubtful, (whole, decimals) in zip(found.tolist(), is_doubtful.tolist(), numbers, strict=True):
        assert doubtful or value == float(f"{whole}e-{decimals}")


def block_of(cells: list[str], end: str = "\n", encoding: str = "utf-8") -> BlockCells:
    return BlockCells(("\n" + "".join(f"{cell};{cell}{end}" for cell in cells)).encode(encoding), ";", 2)


@settings(max_examples=300)
@given(
    blocks=st.lists(st.lists(TEXTS, min_size=1, max_size=20), min_size=1, max_size=4),
    place=st.sampled_from((0, 1)),
)
def test_each_cell_has_the_code_of_its_text(blocks: list[list[str]], place: int) -> None:
    column = TextColumn(place, bytes.decode)
    coded = [column.codes(block_of(cells, "\r\n")) for cells in blocks]

    assert [[column.texts[code] for code in codes] for codes, _ in coded] == blocks
    assert len(set(column.texts)) == len(column.texts)
    met = [cells[row] for cells, (_, rows) in zip(blocks, coded, strict=True) for row in rows]
    assert met == list(dict.fromkeys(text for cells in blocks for text in cells))


@settings(max_examples=500)
@given(
    cells=st.lists(NUMBERS, min_size=1, max_size=20) | st.lists(AMONG_BLANKS, min_size=1, max_size=20),
    mark=st.sampled_from((None, ".", ",")),
    encoding=st.sampled_from(("utf-8", "cp1252")),
)
def test_each_cell_has_the_number_that_it_prints(cells: list[str], mark: str | None, encoding: str) -> None:
    cells = [cell.encode(encoding, "replace").decode(encoding) for cell in cells]
    expected = [number(cell, mark) for cell in cells]
    column = NumberColumn(1, lambda cell: cell.decode(encoding), encoding, mark)
    found = column.numbers(block_of(cells, encoding=encoding))

    values = [None if math.isnan(value) else value for value in found.values.tolist()]
    assert values == [read and read.value for read in expected]
    assert found.decimals.tolist() == [read.decimals if read else 0 for read in expected]
    assert found.is_percent.tolist() == [bool(read and read.percent) for read in expected]
    are_numbers = [each not in (Printed.EMPTY, Printed.OTHER) for each in found.printed.tolist()]
    assert are_numbers == [read is not None for read in expected]
    are_refused = [each == Printed.OTHER for each in found.printed.tolist()]
    assert are_refused == [number(cell, mark) is None and not is_missing(cell) for cell in cells]
    clues = [CLUES.get(Printed(each), "none") for each in found.printed.tolist()]
    assert mark is not None or clues == [read.mark if read else "none" for read in expected]


@given(
    blocks=st.lists(
        st.lists(st.sampled_from((1.5, 2.0, math.nan, 0.0, 0.1, 1e17)), min_size=1, max_size=9), min_size=1
    ),
    most=st.sampled_from((1, 3, 1 << 16)),
    some=st.sampled_from((-20, 0, 1 << 10)),
)
def test_numbers_are_held_as_they_came(blocks: list[list[float]], most: int, some: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growing_column, "_MOST", most)
        patch.setattr(growing_column, "_SOME", some)
        column = growing_column.GrowingNumbers()
        for block in blocks:
            column.add(np.array(block))
        whole = column.whole()

    assert len(whole) == sum(map(len, blocks))
    assert np.array_equal(whole[:], np.concatenate(blocks), equal_nan=True)
    assert np.array_equal(whole[np.array([0, -1])], [blocks[0][0], blocks[-1][-1]], equal_nan=True)


@given(
    rows=st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 1)), min_size=1, max_size=40
    ),
    few=st.sampled_from((-100, 0, 1 << 20)),
    most=st.sampled_from((4, 1 << 63)),
    portion=st.sampled_from((1, 7, 1 << 16)),
)
def test_rows_alike_are_of_one_group(rows: list[tuple[int, ...]], few: int, most: int, portion: int) -> None:
    columns = [CodedColumn(("a", "b", "c", "d"), np.array(each)) for each in zip(*rows, strict=True)]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("_FEW", few), ("_MOST", most), ("_PORTION", portion)):
            patch.setattr(groups, name, value)
        found = groups.Groups(columns, len(rows))
        numbers = found[:].tolist()

        assert len(set(zip(rows, numbers, strict=True))) == len(set(rows)) == len(set(numbers))
        assert max(numbers) < found.count
        assert found[np.array([-1, 0])].tolist() == [numbers[-1], numbers[0]]
        assert found.firsts().tolist() == sorted(rows.index(row) for row in set(rows))
        assert [found.sizes()[each] for each in numbers] == [rows.count(row) for row in rows]
        assert groups.are_distinct(columns, len(rows)) == (len(set(rows)) == len(rows))


@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(("a", "b", "c")), st.sampled_from((None, 1.5, 2.0)), st.sampled_from((True, None))
        ),
        min_size=1,
    )
)
def test_rows_in_columns_are_what_they_were(rows: list[tuple[str, float | None, bool | None]]) -> None:
    texts = tuple(dict.fromkeys(row[0] for row in rows))
    truths = tuple(dict.fromkeys(row[2] for row in rows))
    columned = Columned(
        tuple,
        ("text", "number", "truth", "line"),
        coded={
            "text": CodedColumn(texts, np.array([texts.index(row[0]) for row in rows])),
            "truth": CodedColumn(truths, np.array([truths.index(row[2]) for row in rows])),
        },
        numbers={"number": np.array([row[1] for row in rows], dtype=np.float64)},
        whole={"line": np.arange(len(rows))},
        constant={},
    )
    lined = [(*row, line) for line, row in enumerate(rows)]

    assert columned == lined
    assert columned[-1] == lined[-1]
    assert columned.combinations(("text", "truth")) == {
        pair: sum((row[0], row[2]) == pair for row in rows)
        for pair in dict.fromkeys((row[0], row[2]) for row in rows)
    }
    assert {text: list(places) for text, places in columned.places("text").items()} == {
        text: [place for place, row in enumerate(rows) if row[0] == text] for text in texts
    }
