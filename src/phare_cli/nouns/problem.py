"""One thing wrong in a file, as a value: where, what stands there, what to try."""

from typing import NamedTuple

from phare_cli.nouns.message import Message


class Problem(NamedTuple):
    """One thing wrong in a file. *line* is physical, from 1; None when the whole file is meant.
    *column* is the key of a spec, ``question[2].column``, where *code* is ``wrong-spec``.

    *code* is stable and for machines (``not-a-number``); *message* says what happened and what to try.
    A warning leaves the file usable.
    """

    code: str
    message: Message
    file: str
    line: int | None = None
    column: str | None = None
    cell: str | None = None
    warning: bool = False
