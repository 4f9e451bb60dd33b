"""Write of who did not finish or only tried: how many they are, and the filter that leaves them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.respondents.conditions.condition import Condition, Every, written
from phare_cli.respondents.draft.spec_lines import Say, check, comment, toml
from phare_cli.respondents.programs.unfinished_rows import Unfinished


def unfinished_lines(found: Sequence[Unfinished], say: Say) -> Iterator[str]:
    """Yield the lines of a first spec about rows that were only tried, or begun and not finished; none of none.

    Those that were only tried are left out by it, unless that leaves nobody.
    """
    filters: list[Condition] = []
    for each in found:
        if each.is_trial:
            yield from check(say, _told(each))
            if each.short < each.rows:
                filters.append(each.finished)
                yield f"where = {toml(written(each.finished))}"
            continue
        yield from check(say, _told(each))
        if filters:
            how = sentence(
                "They count where they hold an answer. These two lines without their #, in place of the one above, "
                "leave them out too:"
            )
        else:
            how = sentence(
                "They count where they hold an answer. These two lines without their # leave them out:"
            )
        yield from comment(say, how)
        whole = Every((*filters, each.finished)) if filters else each.finished
        yield f"# where = {toml(written(whole))}"
        universe = say(sentence("finished questionnaires"))
        yield f"# universe = {toml(universe)}"


def _told(found: Unfinished) -> Message:
    if found.is_trial:
        return counted(
            "{count} row of {rows} is a preview or a test of the questionnaire ({column}), and no answer of anybody.",
            "{count} rows of {rows} are previews or tests of the questionnaire ({column}), and no answers of anybody.",
            found.short,
            rows=found.rows,
            column=found.column,
        )
    if found.page:
        return counted(
            "{count} row of {rows} stops before page {page}, the last ({column}).",
            "{count} rows of {rows} stop before page {page}, the last ({column}).",
            found.short,
            rows=found.rows,
            page=str(found.page),
            column=found.column,
        )
    return counted(
        "{count} row of {rows} is of somebody who did not finish ({column}).",
        "{count} rows of {rows} are of people who did not finish ({column}).",
        found.short,
        rows=found.rows,
        column=found.column,
    )
