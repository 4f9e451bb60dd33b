"""A file that two processes read, half and half, says what it says to one."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.results import test_columned as columned
from tests.results import test_row_filter as row_filter

from phare_cli.recipes.check.check import doubts
from phare_cli.recipes.listing import FIELDS, Topic
from phare_cli.results import Inspection, Rules, read, text
from phare_cli.results.counting import read_counts
from phare_cli.results.fast import plain, second_half
from phare_cli.results.row_filter import RowFilter

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process copies itself")
LINES = b"".join(b"line %d\n" % line for line in range(100))
# Of Python 3.12 and later: the tests may have threads, phare's process has none then.
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture(scope="module", autouse=True)
def _small() -> Iterator[None]:
    """Let every file be worth two processes, and rows fall across blocks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "LARGE", 1)
        patch.setattr(plain, "BLOCK", 150)
        patch.setattr(second_half, "WORTH", 1)
        patch.setattr(second_half, "_may_copy", lambda: sys.platform == "linux")
        yield


@pytest.fixture
def lines(tmp_path: Path) -> Iterator[BinaryIO]:
    path = tmp_path / "lines.txt"
    path.write_bytes(LINES)
    with path.open("rb") as stream:
        yield stream


def read_all(stream: BinaryIO) -> Iterator[bytes]:
    yield stream.read()


def counted(path: Path, topic: Topic) -> object:
    found = read_counts(path, rules=Rules(), fields=FIELDS[topic])
    return found and ([*found.counts(*FIELDS[topic]).items()], found.notices, found.spelled)


def by_one(path: Path, topic: Topic) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(second_half, "_may_copy", lambda: False)
        return counted(path, topic)


@settings(max_examples=200)
@given(content=row_filter.files(), names=row_filter.NAMES, decimal=st.sampled_from((None, None, "comma")))
def test_rows_that_are_asked_for_are_found_in_halves(
    content: bytes, names: dict[str, list[str]], decimal: str | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "halves.csv"
    path.write_bytes(content)
    rules = Rules(row_filter=RowFilter(names), decimal=decimal)

    assert row_filter.answer(path, rules) == row_filter.general(path, rules)


@settings(max_examples=200)
@given(content=columned.files(), topic=st.sampled_from(sorted(FIELDS)))
def test_names_are_counted_in_halves(
    content: bytes, topic: Topic, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "halves.csv"
    path.write_bytes(content)

    assert counted(path, topic) == by_one(path, topic)


@settings(max_examples=200)
@given(content=columned.files(), decimal=st.sampled_from((None, None, None, "comma", "point")))
def test_columns_are_read_in_halves(
    content: bytes, decimal: str | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "halves.csv"
    path.write_bytes(content)
    rules = Rules(decimal=decimal)
    found, expected = columned.answer(path, rules), columned.row_by_row(path, rules)

    assert found == expected
    if isinstance(found, Inspection) and isinstance(expected, Inspection):
        assert [*map(repr, found.survey.estimates)] == [*map(repr, expected.survey.estimates)]
        assert doubts(found.survey) == doubts(expected.survey)


@ON_LINUX
@pytest.mark.parametrize(
    "rules", [Rules(row_filter=RowFilter({"region": ("Corse",)})), None], ids=["asked", "all"]
)
def test_a_plain_file_is_read_by_two(
    tmp_path: Path, rules: Rules | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plain.csv"
    path.write_text(columned.HEAD + columned.ROWS)
    found: list[object] = []
    tell = second_half._found

    def noted(pipe: BinaryIO) -> Iterator[object]:
        for each in tell(pipe):
            found.append(each)
            yield each

    monkeypatch.setattr(second_half, "_found", noted)
    _ = counted(path, next(iter(FIELDS))) if rules is None else read(path, rules=rules)

    assert found != []


@ON_LINUX
def test_a_copy_that_breaks_off_amid_its_columns_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plain.csv"
    path.write_text(columned.HEAD + columned.ROWS)
    tell = second_half._found
    monkeypatch.setattr(second_half, "_found", lambda pipe: islice(tell(pipe), 3))

    assert columned.answer(path, Rules()) == columned.row_by_row(path, Rules())


@ON_LINUX
def test_the_second_half_begins_with_a_line(lines: BinaryIO) -> None:
    lines.readline()
    with second_half.second_half(lines, read_all) as half:
        assert half.start is not None
        first, second = lines.read(half.start - lines.tell()), next(half.found)

    assert b"line 0\n" + first + second == LINES
    assert first.endswith(b"\n")
    assert 0.4 < len(first) / len(LINES) < 0.6


@ON_LINUX
@pytest.mark.parametrize("wrong", [ValueError, KeyboardInterrupt, MemoryError])
def test_a_copy_that_fails_has_found_nothing(lines: BinaryIO, wrong: type[BaseException]) -> None:
    def fail(stream: BinaryIO) -> Iterator[object]:
        raise wrong

    with second_half.second_half(lines, fail) as half:
        found = next(half.found, None)

    assert (half.start is None, found) == (False, None)


@ON_LINUX
def test_no_copy_outlives_what_it_was_made_for(lines: BinaryIO) -> None:
    with (
        pytest.raises(ValueError, match="enough"),
        second_half.second_half(lines, lambda stream: iter(signal.pause, 0)),
    ):
        raise ValueError("enough")

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, 0)


@ON_LINUX
def test_one_process_reads_where_no_other_can_be_made(
    lines: BinaryIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refuse)
    with second_half.second_half(lines, read_all) as half:
        assert (half.start, next(half.found, None), lines.read()) == (None, None, LINES)


@pytest.mark.parametrize("content", [b"", b"no end", b"\n" * 100, b"a\n" + b"\n" * 100])
def test_a_file_without_a_line_in_its_middle_is_read_by_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes(content)
    with path.open("rb") as stream, second_half.second_half(stream, read_all) as half:
        assert (half.start, stream.tell()) == (None, 0)


def test_bytes_that_lie_on_no_disk_are_read_by_one() -> None:
    with second_half.second_half(io.BytesIO(LINES), read_all) as half:
        assert half.start is None


@ON_LINUX
def test_a_process_with_one_processor_reads_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0}, raising=False)

    assert not MAY_COPY()


@ON_LINUX
def test_a_run_that_is_held_to_an_amount_of_memory_takes_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    monkeypatch.setattr(resource, "getrlimit", lambda limit: (1 << 40, 1 << 40))

    assert not MAY_COPY()


MAY_COPY = second_half._may_copy
