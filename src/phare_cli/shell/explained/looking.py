"""Say what to type to see more of what is wrong in a file: the topic of help on that kind of file, or its check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from phare_cli.language.shell_words import typed
from phare_cli.nouns.errors import InvalidData

_MOST = 3  # files of a line that somebody types


@contextmanager
def looking(otherwise: str, topics: Mapping[str | Path | None, str] | None = None) -> Iterator[None]:
    """Have problems of files told with what to type: the help of the first file with a topic, else *otherwise*.

    *topics* are by what the command line calls a file.
    """
    try:
        yield
    except InvalidData as error:
        if error.look is None:
            named = {str(file): topic for file, topic in (topics or {}).items() if file is not None}
            found = (named.get(problem.file) for problem in error.problems)
            error.look = next(filter(None, found), otherwise)
        raise


def check_of(error: InvalidData, options: Iterable[tuple[str, str]] = ()) -> str:
    """Return the check of the results files in which problems are, with *options* that say how to read them.

    Nothing where one of them cannot be named again.
    """
    files = list(dict.fromkeys(problem.file for problem in error.problems))
    if len(files) > _MOST or not all(Path(file).is_file() for file in files):
        return ""
    said = (f"--{option} {typed(text)}" for option, text in options)
    return " ".join(("phare check", *map(typed, files), *said))
