"""What the tests of verify share: pages of a sentence or two, each with what is said of its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def statuses(phare: Callable[..., Any], tmp_path: Path) -> Callable[[Iterable[str], str], dict[str, str]]:
    """Return what gives, for each of some pages, the statuses of its claims beside data, in their order."""

    def of_pages(pages: Iterable[str], data: str) -> dict[str, str]:
        found = {}
        for page in pages:
            (tmp_path / "page.md").write_text(page, encoding="utf-8")
            found[page] = " ".join(row["status"] for row in phare("verify page.md -f json", data=data).rows)
        return found

    return of_pages
