"""How an answer shows itself in a notebook or in Quarto: phare_cli.api registers, for each noun, what stands above."""

from __future__ import annotations

from functools import singledispatch
from typing import Protocol


class PrettyPrinter(Protocol):
    """What IPython hands over to be written on."""

    def text(self, text: str) -> None: ...


@singledispatch
def as_html(answer: object) -> str | None:
    """Return *answer* as a part of a page; None, as notebooks want it, where nothing is registered for its like."""
    return None


@singledispatch
def as_markdown(answer: object) -> str | None:
    """Return *answer* in Markdown, None where nothing is registered for its like."""
    return None


@singledispatch
def as_svg(answer: object) -> str | None:
    """Return *answer* as a picture, None where nothing is registered for its like."""
    return None


@singledispatch
def as_text(answer: object) -> str:
    """Return *answer* as a terminal shows it."""
    return repr(answer)
