"""Say which extra of the package to install when a file needs one that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import sentence


@contextmanager
def needing(extra: str, name: str) -> Iterator[None]:
    """Turn a missing module into the command that installs it. *name* is the file that needs it."""
    try:
        yield
    except ImportError as error:
        from phare_cli.files.memory import lacks_memory

        if lacks_memory(error):
            raise MemoryError from error
        raise UnreadableInput(
            sentence(
                "“{file}” needs the {extra} extra of phare: run {command}",
                file=name,
                extra=extra,
                command=f"pip install 'phare-cli[{extra}]'",
            )
        ) from None
