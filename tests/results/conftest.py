"""What tests of reading share: bytes go in, sentences or estimates come out."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO

import pytest

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import PhareError
from phare_cli.nouns.message import Message
from phare_cli.nouns.survey import Estimate
from phare_cli.results import Inspection, Rules, inspect

HEADER = "region;stakeholder;indicator;item;value;base\n"


class Read:
    """One reading, as a test looks at it."""

    def __init__(self, inspection: Inspection) -> None:
        self.inspection = inspection
        self.estimates: tuple[Estimate, ...] = tuple(inspection.survey.estimates)
        self.notices = [say(notice) for notice in inspection.survey.notices]
        self.problems = [
            (problem.code, problem.line, say(problem.message)) for problem in inspection.problems
        ]

    @property
    def values(self) -> list[float | None]:
        return [estimate.value for estimate in self.estimates]


def say(message: Message) -> str:
    return Typesetter("en").say(message)


def named(content: bytes | str, name: str = "figures.csv") -> BinaryIO:
    file = io.BytesIO(content if isinstance(content, bytes) else content.encode("utf-8"))
    file.name = name
    return file


Reader = Callable[..., Read]


@pytest.fixture
def read() -> Reader:
    """Read content under a header of six columns, or whole when *header* is empty."""

    def run(
        content: bytes | str, name: str = "figures.csv", *, header: str = HEADER, rules: Rules | None = None
    ) -> Read:
        whole = content if isinstance(content, bytes) else header + content
        return Read(inspect(named(whole, name), rules=rules or Rules()))

    return run


@pytest.fixture
def refusal() -> Callable[..., str]:
    """Return the sentence that refuses a file whole."""

    def run(content: bytes | str, name: str = "figures.csv", rules: Rules | None = None) -> str:
        with pytest.raises(PhareError) as raised:
            inspect(named(content, name), rules=rules or Rules())
        return str(raised.value)

    return run
