"""A checksum tells what a file holds, whatever the ends of its lines."""

from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest

from phare_cli.files import checksum as module
from phare_cli.files.checksum import checksum

TEXTS = [b"".join(parts) for parts in product((b"a", b"\r", b"\n", b"\r\n"), repeat=4)]


@pytest.mark.parametrize("piece", [1, 2, 3, 1 << 20])
def test_line_ends_do_not_count_wherever_a_file_is_parted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    monkeypatch.setattr(module, "_PIECE", piece)
    path = tmp_path / "file.csv"
    for text in TEXTS:
        path.write_bytes(text)
        assert checksum(path) == sha256(text.replace(b"\r\n", b"\n")).hexdigest()[:12]


def test_a_lone_return_counts(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    found = []
    for text in (b"a\rb\n", b"a\nb\n", b"ab\n", b"ab\n\r"):
        path.write_bytes(text)
        found.append(checksum(path))
    assert len(set(found)) == len(found)
