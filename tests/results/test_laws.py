"""What holds for any file: bytes end in figures or problems, and one table is one table however it is written."""

from __future__ import annotations

import csv
import gzip
import io
import resource
import signal
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import openpyxl  # noqa: F401  what reads the other forms is there before memory is bounded
import pyarrow.parquet  # type: ignore[import-untyped]  # noqa: F401
import pyreadstat  # noqa: F401
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from phare_cli.files.delimiter import DELIMITERS
from phare_cli.files.encoding import spoiled
from phare_cli.files.numbers import Number, number
from phare_cli.language.folding import clean
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import PhareError
from phare_cli.results import Rules, inspect

HEADER = ["region", "stakeholder", "indicator", "item", "value", "note"]
RULES = st.sampled_from(
    [
        Rules(),
        Rules(encoding="cp1252"),
        Rules(decimal="comma"),
        Rules(scale="fraction"),
        Rules(map={"value": "note"}),
    ]
)
PIECES = st.sampled_from(
    [",".join(HEADER), ";".join(HEADER), "sep=;", "\n", "\r", "\r\n", ";", ",", '"', "57,5", "1.234", "%", "Total",
     "é", "\0"]
)  # fmt: skip
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)


SECONDS, MEMORY = 5.0, 256 << 20  # of the processor and of address space, for any file of these sizes


@contextmanager
def bounded() -> Iterator[None]:
    """Make what takes more time or memory than any small file should a fault."""

    def late(*_: object) -> None:
        raise AssertionError(f"more than {SECONDS} seconds")

    before, limits = signal.signal(signal.SIGVTALRM, late), resource.getrlimit(resource.RLIMIT_AS)
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, limits[1]))
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, limits)
        signal.signal(signal.SIGVTALRM, before)


def ends_well(content: bytes, rules: Rules) -> None:
    """Read *content*; anything but figures, problems and the one family of errors, soon, is a fault."""
    try:
        with bounded():
            found = inspect(io.BytesIO(content), rules=rules)
    except PhareError as error:
        Typesetter("en").say(error.message)
        return
    assert len(found.problems) <= min(20, found.total)
    for problem in found.problems:
        assert Typesetter("en").say(problem.message)
        assert problem.line is None or problem.line > 0
    for notice in found.survey.notices:
        assert Typesetter("en").say(notice)


@given(st.binary(), RULES)
@example(b"PK\x05\x06" + b"\0" * 18, Rules())
@example(b"[" * 100_000, Rules())
def test_any_bytes_end_in_figures_or_problems(content: bytes, rules: Rules) -> None:
    ends_well(content, rules)


PACKED = (
    "mimetype",
    "content.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
)
MARKUP = st.lists(
    st.sampled_from(
        ['<?xml version="1.0"?>', "<a>", "</a>", '<row r="999999999">', "<c r='A1'>", "\0", "&a;"]
    )
    | st.text(max_size=9)
).map("".join)


@given(
    st.dictionaries(
        st.sampled_from(PACKED), st.binary() | MARKUP.map(lambda text: text.encode("utf-8", "replace"))
    )
)
def test_any_bytes_in_a_workbook_end_in_figures_or_problems(parts: dict[str, bytes]) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    ends_well(file.getvalue(), Rules())


@given(
    st.sampled_from((b"PAR1", b"$FL2", b'{"rows": [', b'[{"region": ', b"\x1f\x8b\x08", b"PK\x03\x04")),
    st.binary(),
)
def test_any_bytes_after_a_known_beginning_end_in_figures_or_problems(
    beginning: bytes, content: bytes
) -> None:
    ends_well(beginning + content, Rules())


@given(st.lists(PIECES).map("".join), RULES, st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
def test_any_text_like_a_table_ends_in_figures_or_problems(text: str, rules: Rules, encoding: str) -> None:
    ends_well(text.encode(encoding), rules)


@given(st.lists(st.tuples(*[TEXT] * 6), max_size=5))
def test_any_cells_end_in_figures_or_problems(rows: list[tuple[str, ...]]) -> None:
    file = io.StringIO()
    csv.writer(file).writerows([HEADER, *rows])

    ends_well(file.getvalue().encode(), Rules())


@given(
    rows=st.lists(
        st.tuples(TEXT, TEXT, TEXT, st.decimals(0, 100, places=2), TEXT),
        min_size=1,
        max_size=6,
        unique_by=lambda row: tuple(map(clean, row[:3])),
    ),
    delimiter=st.sampled_from(DELIMITERS),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
    # Where lines end in one character, the writer leaves the other one unquoted unless it quotes all.
    style=st.sampled_from(
        [
            ("\r\n", csv.QUOTE_MINIMAL),
            ("\r\n", csv.QUOTE_ALL),
            ("\n", csv.QUOTE_ALL),
            ("\r", csv.QUOTE_NONNUMERIC),
        ]
    ),
    packed=st.booleans(),
)
def test_one_table_is_one_table_however_it_is_written(
    rows: list[tuple[object, ...]],
    delimiter: str,
    encoding: str,
    style: tuple[str, Literal[0, 1, 2]],
    packed: bool,
) -> None:
    line_end, quoting = style
    # Names that are clean and known to nobody, so that each is one figure of its own.
    cells = [["r", *(f"x {text}x" for text in row[:3]), row[3], f"x{row[4]}x"] for row in rows]
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows(
        [HEADER, *cells]
    )
    assume(not spoiled(file.getvalue(), "utf-8")[1])
    content = file.getvalue().encode(encoding)

    found = inspect(
        io.BytesIO(gzip.compress(content) if packed else content),
        rules=Rules(decimal="point", scale="percent"),
    )

    assert found.problems == ()
    assert [
        (each.stakeholder, each.indicator, each.item, each.value, each.note)
        for each in found.survey.estimates
    ] == [
        (clean(str(row[1])), clean(str(row[2])), clean(str(row[3])), float(str(row[4])), clean(str(row[5])))
        for row in cells
    ]


@given(
    st.integers(0, 10**9),
    st.integers(0, 4),
    st.sampled_from(["", " ", "\u00a0", "\u202f", "\u2009", "'"]),
    st.sampled_from(",."),
    st.sampled_from(["", "%", "\u00a0%"]),
)
def test_a_number_that_was_printed_reads_back(
    digits: int, decimals: int, thousands: str, mark: str, sign: str
) -> None:
    whole, fraction = divmod(digits, 10**decimals)
    printed = (
        f"{whole:,}".replace(",", thousands) + (f"{mark}{fraction:0{decimals}d}" if decimals else "") + sign
    )

    found = number(printed, mark)

    assert isinstance(found, Number)
    assert found.value == pytest.approx(digits / 10**decimals, rel=1e-15)
    assert (found.decimals, found.percent) == (decimals, bool(sign))
