"""Blocks of a text are the lines of the text, whatever their size, encoding and line ends."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.files.encoding import encoding_of
from phare_cli.files.findings import Findings
from phare_cli.files.source import OpenedFile, open_file
from phare_cli.files.text_blocks import TextBlocks
from phare_cli.nouns.errors import InvalidData, UnreadableInput

Source = Callable[..., OpenedFile]


def blocks(source: OpenedFile, size: int, encoding: str | None = None) -> list[bytes]:
    stream = TextBlocks(source, encoding_of(source, encoding), Findings())
    found = []
    while block := stream.read(size):
        found.append(block)
    return found


@given(
    st.text('aé;"\n\r', max_size=60),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"]),
    st.integers(1, 12),
)
def test_any_text_comes_in_whole_lines_however_it_is_cut(text: str, encoding: str, size: int) -> None:
    source = open_file(
        io.BytesIO(b" \n" + text.encode() if encoding == "utf-8" else ("x\n" + text).encode(encoding))
    )

    found = blocks(source, size)

    first = " \n" if encoding == "utf-8" else "x\n"
    lines = io.StringIO(first + text, newline="").readlines()
    ended = "".join(line if line.endswith("\n") else line.rstrip("\r") + "\n" for line in lines)
    assert b"".join(found).decode() == ended
    assert all(block.endswith(b"\n") for block in found)


@pytest.mark.parametrize("size", [1, 3, 1 << 20])
def test_two_encodings_are_told_with_the_line(source: Source, size: int) -> None:
    content = "a\r\né\r\n".encode() + "b\r\né\r\n".encode("cp1252")

    with pytest.raises(InvalidData) as raised:
        blocks(source(content), size)

    assert [(each.code, each.line) for each in raised.value.problems] == [("not-utf-8", 4)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a\nb\0\n", r"holds NUL characters \(line 2\)"),
        (b"a\n" + b"x" * 2_200_000, "line 2 of .* is longer than"),
        (b"\x81\n", "is neither UTF-8 nor Windows-1252"),
        (b"\xef\xbb\xbfa\n\xe9\n", "begins as utf-8 and goes on as something else"),
    ],
)
def test_what_is_no_text_is_a_sentence(source: Source, content: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        blocks(source(content), 1 << 16)
