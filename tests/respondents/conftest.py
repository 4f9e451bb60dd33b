"""What the tests of tabulate share: files of respondents made on the spot, and results looked up by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import InvalidData
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.recipes.tabulate.tabulation import Tabulation
from phare_cli.respondents.spec import Spec
from phare_cli.respondents.specs.spec_file import parse_spec

Write = Callable[..., str]


class Results:
    """The results of one run, looked up by what tells them apart."""

    def __init__(self, tabulation: Tabulation) -> None:
        self.tabulation = tabulation
        self.estimates = tabulation.survey.estimates

    def one(self, item: str, **names: str) -> Estimate:
        """Return the only estimate of *item* with these names; the nation and the whole group unless told."""
        wanted = {"region": "France", "segment": "", **names}
        found = [
            each
            for each in self.estimates
            if each.item == item and all(getattr(each, name) == text for name, text in wanted.items())
        ]
        assert len(found) == 1, f"{len(found)} estimates of {item} with {wanted}"
        return found[0]

    def values(self, **names: str) -> dict[str, float | None]:
        """Return the value of each item with these names."""
        wanted = {"region": "France", "segment": "", **names}
        return {
            each.item: each.value
            for each in self.estimates
            if all(getattr(each, name) == text for name, text in wanted.items())
        }

    def interval(self, item: str, region: str) -> tuple[float, float] | None:
        """Return the interval of a score."""
        return self.tabulation.intervals.get(self.one(item, region=region).key)

    @property
    def notices(self) -> list[str]:
        """The notices, in English."""
        return [Typesetter("en").say(notice) for notice in self.tabulation.survey.notices]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a file and returns its path."""

    def writer(content: str | bytes, name: str = "answers.csv") -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return writer


@pytest.fixture
def run(write: Write) -> Callable[..., Results]:
    """Return a function that tabulates texts, bytes or paths by a spec, or by the text of one.

    The regions of a test add up to the nation, unless it says otherwise.
    """

    def runner(
        spec: Spec | str,
        *contents: str | bytes,
        paths: Sequence[str] = (),
        nation: bool | None = True,
        **options: object,
    ) -> Results:
        files = [*paths, *(write(each, f"answers{place}.csv") for place, each in enumerate(contents))]
        read = parse_spec(spec, "spec.toml") if isinstance(spec, str) else spec
        if read.nation is None and read.in_national_sample is None:
            read = replace(read, nation=nation)
        return Results(tabulate(files, read, **options))  # type: ignore[arg-type]

    return runner


@pytest.fixture
def problems(run: Callable[..., Results]) -> Callable[..., list[tuple[str, int | None, str | None, str]]]:
    """Return a function that tabulates what cannot be, and tells the problems: code, line, column, sentence."""

    def runner(*args: object, **options: object) -> list[tuple[str, int | None, str | None, str]]:
        with pytest.raises(InvalidData) as raised:
            run(*args, **options)
        say = Typesetter("en").say
        return [(each.code, each.line, each.column, say(each.message)) for each in raised.value.problems]

    return runner


def csv_of(header: Iterable[str], rows: Iterable[Iterable[object]], delimiter: str = ",") -> str:
    """Return a plain CSV; no cell may hold a delimiter, a quote or a line break."""
    lines = [header, *rows]
    return "".join(delimiter.join(map(str, line)) + "\n" for line in lines)


@pytest.fixture
def csv_text() -> Callable[..., str]:
    """Return :func:`csv_of`."""
    return csv_of
