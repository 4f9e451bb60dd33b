"""Leave annotations that are text unread until somebody asks for what they mean: for the process phare has to itself.

Typer's modules hold a few inside others (``Optional["Name"]``). Python compiles each as it stands, and the first of
them makes the hundred classes of its syntax tree: a twenty-fifth of what a command takes.
"""

import typing


def read_annotations_later() -> None:
    """Let ``typing.ForwardRef`` keep the text of an annotation, which Python evaluates as well as its code."""
    vars(typing)["compile"] = _as_it_stands


def _as_it_stands(source: str, _filename: str, _mode: str) -> str:
    return source
