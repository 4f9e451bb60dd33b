"""What the tests of opening share: a file written, opened, and told of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from phare_cli.files.source import OpenedFile, opened


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Callable[..., OpenedFile]]:
    """Return a function that writes *content* as *name* and opens it."""
    with ExitStack() as stack:

        def opener(content: bytes, name: str = "f.csv") -> OpenedFile:
            path = tmp_path / name
            path.write_bytes(content)
            return stack.enter_context(opened(path))

        yield opener
