"""Write of who did not finish: how many they are, and the filter that leaves them out, for a person to choose."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.nouns.message import counted, sentence
from phare_cli.respondents.conditions.condition import written
from phare_cli.respondents.draft.spec_lines import Say, check, comment, toml
from phare_cli.respondents.programs.unfinished_rows import Unfinished


def unfinished_lines(found: Unfinished | None, say: Say) -> Iterator[str]:
    """Yield the lines of a first spec about rows that were begun and not finished; none where all were."""
    if found is None:
        return
    if found.page:
        message = counted(
            "{count} row of {rows} stops before page {page}, the last ({column}).",
            "{count} rows of {rows} stop before page {page}, the last ({column}).",
            found.short,
            rows=found.rows,
            page=str(found.page),
            column=found.column,
        )
    else:
        message = counted(
            "{count} row of {rows} is of somebody who did not finish ({column}).",
            "{count} rows of {rows} are of people who did not finish ({column}).",
            found.short,
            rows=found.rows,
            column=found.column,
        )
    yield from check(say, message)
    how = sentence("They count where they hold an answer. These two lines without their # leave them out:")
    yield from comment(say, how)
    yield f"# where = {toml(written(found.finished))}"
    universe = say(sentence("finished questionnaires"))
    yield f"# universe = {toml(universe)}"
