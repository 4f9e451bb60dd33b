"""What never changes a result: the order of rows and columns, the size of blocks, the dialect, the scale of weights."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable, Sequence
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from phare_cli.files.records import records
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import InvalidData, PhareError
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.tabulate.drafting import draft_spec
from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.respondents import csv_batches as delimited
from phare_cli.respondents.engine.exact import ExactSum, digits_of
from phare_cli.respondents.engine.grid import PADDING, lay_grid, whole_records
from phare_cli.respondents.engine.labels import Labels, cell_keys
from phare_cli.respondents.engine.lookup import Lookup
from phare_cli.respondents.engine.number_columns import cell_numbers, number
from phare_cli.respondents.engine.single_records import whole_size
from phare_cli.respondents.option_words import NO_WORDS
from phare_cli.respondents.specs.spec_options import quick_spec

HEADER = ("R", "G", "W", "Q", "S[1]", "S[2]", "C", "N", "note")
SPEC = quick_spec(
    region="R",
    stakeholder="G",
    weight="W",
    single=["Q"],
    multiple=["S[*]", "C"],
    score=["N"],
    missing=["99"],
    nation=True,
)

# Never of three decimals: phare asks what 1.234 means beside a large whole weight.
weights = (
    st.floats(0.001, 500.0)
    .map(lambda value: f"{value:.6g}")
    .filter(lambda text: len(text.partition(".")[2]) != 3)
    | st.just("0")
    | st.integers(1, 9).map(str)
)
respondents = st.tuples(
    st.sampled_from(("PACA", "93", "Bretagne", "Île-de-France", "")),
    st.sampled_from(("mayors", "citoyens", "Maires")),
    weights,
    st.sampled_from(("a", "b", "une, très “longue” réponse; à part", "99", "")),
    st.sampled_from(("1", "0", "")),
    st.sampled_from(("Oui", "Non", "Oui")),
    st.sampled_from(("x", "x;y", "y; z", "z", "")),
    st.sampled_from(("0", "7", "10", "99", "")),
    st.sampled_from(("", "a\nb", 'say "no"', "é", ",;")),
)
files = st.lists(respondents, min_size=1, max_size=25)


def written(
    rows: Sequence[Sequence[str]],
    header: Sequence[str] = HEADER,
    delimiter: str = ",",
    line_end: str = "\n",
    quoting: int = csv.QUOTE_MINIMAL,
) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([header, *rows])
    return text.getvalue()


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[Estimate, ...]]:
    path = tmp_path_factory.mktemp("laws") / "answers.csv"

    def run(content: str | bytes, **options: object) -> tuple[Estimate, ...]:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tuple(tabulate([str(path)], SPEC, **options).survey.estimates)  # type: ignore[arg-type]

    return run


@given(files, st.randoms())
def test_the_order_of_rows_never_shows(
    results: Callable[..., tuple[Estimate, ...]], rows: list[tuple[str, ...]], random: object
) -> None:
    mixed = list(rows)
    random.shuffle(mixed)  # type: ignore[attr-defined]

    assert results(written(mixed)) == results(written(rows))


@given(files, st.permutations(range(len(HEADER))))
def test_the_order_of_columns_never_shows(
    results: Callable[..., tuple[Estimate, ...]], rows: list[tuple[str, ...]], order: list[int]
) -> None:
    turned = written([[row[place] for place in order] for row in rows], [HEADER[place] for place in order])
    expected = results(written(rows))

    found = results(turned)

    assert sorted(found, key=lambda each: each.key) == sorted(expected, key=lambda each: each.key)


@given(files, st.integers(1, 400))
def test_the_size_of_blocks_never_shows(
    results: Callable[..., tuple[Estimate, ...]], rows: list[tuple[str, ...]], size: int
) -> None:
    assert results(written(rows), block_size=size) == results(written(rows))


@given(files, st.lists(st.tuples(st.integers(0, 25), st.sampled_from(("\n", "PACA,mayors\n", '"a,b",c\n')))))
def test_how_far_an_odd_row_is_looked_at_alone_never_shows(
    results: Callable[..., tuple[Estimate, ...]], rows: list[tuple[str, ...]], odd: list[tuple[int, str]]
) -> None:
    head, *records = io.StringIO(written(rows), newline="").readlines()
    for place, record in odd:
        records.insert(place, record)

    def told() -> object:
        try:
            return results("".join((head, *records)))
        except InvalidData as error:
            return error.problems

    together = told()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "_NEIGHBOURS", 1)

        assert told() == together


@given(
    files,
    st.sampled_from(",;\t|"),
    st.sampled_from(("\n", "\r\n")),
    st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)),
    st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "gzip", "comma", "sep")),
)
def test_the_dialect_never_shows(
    results: Callable[..., tuple[Estimate, ...]],
    rows: list[tuple[str, ...]],
    delimiter: str,
    line_end: str,
    quoting: int,
    form: str,
) -> None:
    held = rows
    if form == "comma":
        held = [(*row[:2], row[2].replace(".", ","), *row[3:]) for row in rows]
    text = written(held, delimiter=delimiter, line_end=line_end, quoting=quoting)
    if form == "sep":
        text = f"sep={delimiter}{line_end}{text}"
    encoded = text.encode(form if form.startswith("utf") else "utf-8")

    found = results(gzip.compress(encoded) if form == "gzip" else encoded)

    assert found == results(written(rows))


@given(files)
def test_windows_1252_reads_as_utf8_does(
    results: Callable[..., tuple[Estimate, ...]], rows: list[tuple[str, ...]]
) -> None:
    assert results(written(rows).encode("windows-1252")) == results(written(rows))


@given(files, st.sampled_from((0.001, 0.1, 3.0, 1e6)))
def test_the_scale_of_weights_never_shows(
    results: Callable[..., tuple[Estimate, ...]], rows: list[tuple[str, ...]], scale: float
) -> None:
    def times(weight: str) -> str:
        text = repr(float(weight) * scale)
        return text if "e" in text else f"{text}0000"  # never of three decimals

    scaled = results(written([(*row[:2], times(row[2]), *row[3:]) for row in rows]))
    plain = results(written(rows))

    assert [each._replace(value=None, effective_base=None, decimals=0) for each in scaled] == [
        each._replace(value=None, effective_base=None, decimals=0) for each in plain
    ]
    assert [(each.value, each.effective_base) for each in scaled] == [
        (pytest.approx(each.value, abs=1e-8), pytest.approx(each.effective_base, rel=1e-9)) for each in plain
    ]


@given(files)
def test_results_are_those_of_counting_row_by_row(
    results: Callable[..., tuple[Estimate, ...]], rows: list[tuple[str, ...]]
) -> None:
    found = {
        (each.stakeholder, each.item): (each.value, each.base)
        for each in results(written(rows))
        if each.region == "France" and each.indicator == "Q"
    }

    counted = [row for row in rows if float(row[2]) > 0 and row[3] not in ("", "99")]
    regions = {row[0].replace("93", "PACA") for row in rows} - {""}
    for (group, item), (value, base) in found.items():
        asked = [row for row in counted if (row[1] == "citoyens") == (group == "citizens")]
        total = sum(Fraction(float(row[2])) for row in asked)
        chosen = sum(Fraction(float(row[2])) for row in asked if row[3] == item)
        assert base == len(asked)
        assert value == pytest.approx(
            float(100 * chosen / total), rel=0, abs=1e-10
        )  # results have ten decimals
    assert bool(found) == (bool(counted) and len(regions) > 1) or not regions


@given(st.lists(st.floats(0, allow_nan=False, allow_infinity=False, max_value=1e300), max_size=30))
def test_sums_are_exact(values: list[float]) -> None:
    running = ExactSum()
    for value in values:
        running.add(np.zeros(1, dtype=np.intp), digits_of(np.array([value])), 1)
    whole = ExactSum()
    whole.add(np.zeros(len(values), dtype=np.intp), digits_of(np.array(values)), 1)

    expected = sum(map(Fraction, values), Fraction(0))
    for each in (running, whole):
        total = each.totals(1)
        assert Fraction(int(total.values[0])) * Fraction(2) ** total.bit == expected


@given(st.lists(st.text("0123456789.,-+e \xa0x", max_size=20), min_size=1, max_size=8))
def test_a_block_reads_numbers_as_one_cell_does(texts: list[str]) -> None:
    encoded = [text.encode() for text in texts]
    block = np.frombuffer(b"\n".join(encoded) + PADDING, dtype=np.uint8)
    ends = np.cumsum([len(each) + 1 for each in encoded]) - 1
    starts = np.concatenate([[0], ends[:-1] + 1])

    found, _ = cell_numbers(block, starts, ends)

    assert [repr(float(each)) for each in found] == [repr(number(text)) for text in texts]


@given(st.lists(st.text(max_size=40), min_size=1, max_size=12))
def test_equal_texts_have_equal_codes_and_others_have_not(texts: list[str]) -> None:
    encoded = [text.replace("\0", "").encode("utf-8", "ignore") for text in texts]
    block = np.frombuffer(b"".join(encoded) + PADDING, dtype=np.uint8)
    ends = np.cumsum([len(each) for each in encoded])
    starts = np.concatenate([[0], ends[:-1]])

    keys = cell_keys(block, starts, ends).tolist()

    assert [[one == other for other in keys] for one in keys] == [
        [one == other for other in encoded] for one in encoded
    ]


@given(st.text('ab";\n\r', max_size=60))
def test_the_quick_way_and_the_sure_way_cut_alike(text: str) -> None:
    raw = text.replace("\r", "\r\n").encode() + b"\n"  # no line ends in CR alone once it was opened
    whole = whole_records(raw, b";")
    if whole is None:
        return

    lines = io.StringIO(raw[:whole].decode(), newline="")
    sure = [cells for _, cells in records(lines, ";", lambda *fault: None)]
    rows = [row for row in sure if row]

    assert whole_size(raw, b";") in (0, whole)
    width = len(rows[0]) if rows else 1
    grid = lay_grid(raw[:whole], b";", width)
    if grid is not None and all(len(row) == width for row in sure):
        found = [
            [grid.text(int(start[row]), int(end[row])) for start, end in map(grid.bounds, range(width))]
            for row in range(grid.rows)
        ]
        assert found == rows


@given(
    st.binary(max_size=200)
    | st.text(';,"\n\r\tRQ=é\0', max_size=80).map(lambda text: ("R;Q\n" + text).encode())
    | st.text(max_size=40).map(lambda text: gzip.compress(text.encode()))
)
def test_any_bytes_end_in_results_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "anything"
    path.write_bytes(content)
    spec = quick_spec(region="=PACA", stakeholder="=citizens", single=["Q"])

    for read in (lambda: tabulate([str(path)], spec), lambda: draft_spec(str(path), Typesetter("fr"))):
        with suppress(PhareError):
            read()


LETTERS = st.sampled_from(["0", "1", "2", "x", "-", "", "10", "oui", "\u00e9", "\0", '"1"', '""'])


@given(
    st.integers(1, 9).flatmap(
        lambda width: st.lists(st.lists(LETTERS, min_size=width, max_size=width), min_size=1, max_size=6)
    ),
    st.sampled_from(["\n", "\r\n"]),
    st.data(),
)
def test_columns_of_letters_are_read_together_as_each_is_alone(
    rows: list[list[str]], line_end: str, data: st.DataObject
) -> None:
    width = len(rows[0])
    records = "".join(";".join(row) + line_end for row in rows).encode()
    whole = lay_grid(records, b";", width)
    assume(whole is not None)
    assert whole is not None

    for grid in (whole, *whole.parts(2)):
        for column in data.draw(st.permutations(range(width))):
            starts, ends = grid.bounds(column)
            cells = [grid.text(int(start), int(end)) for start, end in zip(starts, ends, strict=True)]
            letters = grid.letters(column)

            assert (letters is None) == any(len(cell.encode()) > 1 or cell == "\0" for cell in cells)
            assert letters is None or [chr(each) if each else "" for each in letters] == cells


@given(st.lists(st.lists(st.sampled_from("01x"), min_size=1, max_size=12), min_size=1, max_size=4))
def test_the_meaning_of_letters_is_that_of_their_texts(blocks: list[list[str]]) -> None:
    meanings = {"0": -2, "1": 200, "x": 3}
    labels, lookup = Labels(), Lookup(meanings.__getitem__)

    for block in blocks:
        letters = np.frombuffer("".join(block).encode(), dtype=np.uint8)
        labels.meet(letters)

        assert lookup.letters(labels, letters).tolist() == [meanings[text] for text in block]


def test_words_that_say_not_chosen_are_told_apart_whatever_their_case(run: Callable[..., Any]) -> None:
    head = 'region = "=France"\nstakeholder = "=citizens"\n'
    spec = head + '[[question]]\nindicator = "q"\nkind = "set"\ncolumns = ["A*"]'

    for word in (*NO_WORDS, "Not selected", "Non sélectionné", "Non cité", "nicht genannt"):
        assert run(spec, f"A1,A2\n1,{word.upper()}\n").values() == {"A1": 100.0, "A2": 0.0}


def test_labels_past_what_is_kept_start_afresh(run: Callable[..., Any]) -> None:
    rows = "".join(f"{place};a;{place + 1}\n" for place in range(60_000))
    spec = (
        'region = "=France"\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\nkind = "cell"\n'
        'column = "Q"\nother = "other"\noptions = {a = "a"}\n'
    )

    assert run(spec, "Q|Z\n" + rows.replace("\n", "|z\n"), block_size=4096).values() == {
        "a": 100.0,
        "other": 100.0,
    }


def test_a_path_may_hold_anything(tmp_path: Path) -> None:
    path = tmp_path / "réponses (1).csv"
    path.write_text("Q\na\n", encoding="utf-8")
    spec = quick_spec(region="=France", stakeholder="=citizens", single=["Q"])

    assert tabulate([str(path)], spec).survey.estimates[0].value == 100.0
