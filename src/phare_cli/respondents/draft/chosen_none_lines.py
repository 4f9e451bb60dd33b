"""Write of who chose no option of a question, where empty cells alone say so: whether they are in its base."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.nouns.message import sentence
from phare_cli.respondents.conditions.condition import written
from phare_cli.respondents.draft.spec_lines import Say, check, comment, toml
from phare_cli.respondents.programs.unfinished_rows import Finished

_COUNTED = 'not_selected = [""]'


def chosen_none_lines(finished: Finished | None, say: Say) -> Iterator[str]:
    """Yield the lines that make the base: those who finished, where a program tells, else those who chose one.

    Who stopped before the question left its cells empty too, so that none of them is counted unless all finished.
    """
    if finished is None:
        message = sentence(
            "Nothing says who was asked and chose none: the base is those who chose one at least. If everybody who "
            "answered saw this question, this line without its # counts who chose none in the base:"
        )
        yield from comment(say, message)
        yield f"# {_COUNTED}"
        return
    message = sentence(
        "An empty cell says that an option was not chosen, or that the question was not seen. The base is those who "
        "finished ({column}), who chose none too. Where not all of them saw it, say who did with asked, or take out "
        "these lines: the base is then those who chose one at least.",
        column=finished.column,
    )
    yield from check(say, message)
    yield _COUNTED
    if finished.condition is not None:
        yield f"where = {toml(written(finished.condition))}"
