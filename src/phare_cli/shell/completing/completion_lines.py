"""Answer a shell that asks what may follow the words of its line: a value a line, and behind a tab what it is."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence

from typer import _click
from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    _resolve_context,
    _resolve_incomplete,
)

from phare_cli.shell.completion import BEGUN, begins
from phare_cli.shell.session import Session

_FILES = ("file", "dir")  # which a shell offers itself


class _AnyShell(ShellComplete):
    """Phare's own scripts ask for all shells alike."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        # An option that wants its value would end the reading of the line before the words that are no options.
        whole = [*args, incomplete or "-"] if args and args[-1].startswith("-") else args
        context = _resolve_context(self.cli, self.ctx_args, self.prog_name, whole)
        completed, begun = _resolve_incomplete(context, args, incomplete)
        if not isinstance(completed, _click.Parameter):
            return completed.shell_complete(context, begun)
        context.meta[BEGUN] = begun
        return [item for item in completed.shell_complete(context, "") if begins(str(item.value), begun)]

    name = "any"
    source_template = ""

    def source_vars(self) -> dict[str, object]:
        return {}

    def get_completion_args(self) -> tuple[list[str], str]:
        return [], ""

    def format_completion(self, item: CompletionItem) -> str:
        return str(item.value)


def completion_lines(
    command: _click.Command, words: Sequence[str], environ: Mapping[str, str], session: Session
) -> Iterator[str]:
    """Yield what may stand in place of the last of *words*, which may be empty; none where only files may."""
    from phare_cli.nouns.errors import PhareError

    if "_PHARE_WORD" in environ:
        args, incomplete = list(words), environ["_PHARE_WORD"]
    else:
        plain = _unquoted(words) if environ["_PHARE_COMPLETE"] == "bash" else list(words)
        args, incomplete = plain[:-1], "".join(plain[-1:])
    try:
        found = _AnyShell(command, {"obj": session}, "phare", "_PHARE_COMPLETE").get_completions(
            args, incomplete
        )
    except (PhareError, _click.ClickException):
        return
    for item in found:
        if item.type not in _FILES and str(item.value).isprintable():
            described = " ".join((item.help or "").split())
            yield f"{item.value}\t{described}" if described else str(item.value)


def _unquoted(words: Sequence[str]) -> list[str]:
    """Return the words of a line of bash, which hands them over as they are typed, the sign of ``--data=x`` apart."""
    plain: list[str] = []
    for place, word in enumerate(words):
        if word == "=" and place and words[place - 1].startswith("--"):
            if place == len(words) - 1:
                plain.append("")
            continue
        try:
            plain.append("".join(shlex.split(word)))
        except ValueError:  # a quote that is not closed yet
            plain.append(word.lstrip("\"'"))
    return plain
