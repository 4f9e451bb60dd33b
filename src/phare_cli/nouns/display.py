"""How an answer shows itself in a notebook or in Quarto: phare_cli.api registers, for each noun, what stands above."""

from __future__ import annotations

from functools import singledispatch
from typing import Protocol


class OwnWords(Protocol):
    """The names that an answer is told in, a codebook, where they are others than those in use."""


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


# What a noun takes into its class, under the names that IPython and Quarto ask for.


def show_html(answer: object) -> str | None:
    """Return what ``_repr_html_`` does."""
    return as_html(answer)


def show_markdown(answer: object) -> str | None:
    """Return what ``_repr_markdown_`` does."""
    return as_markdown(answer)


def show_svg(answer: object) -> str | None:
    """Return what ``_repr_svg_`` does."""
    return as_svg(answer)


def print_pretty(answer: object, printer: PrettyPrinter, cycle: bool) -> None:
    """Write what ``_repr_pretty_`` does; no answer holds itself, so that there is no *cycle*."""
    printer.text(as_text(answer))
