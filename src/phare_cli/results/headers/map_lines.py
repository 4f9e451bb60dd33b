"""What to type for the columns that a header lacks: those that figures need, and the base that tests need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from phare_cli.nouns.message import Fill, Message, sentence
from phare_cli.results.headers.header import Header


def map_line(columns: Iterable[str]) -> Message:
    """Return the options that say where columns of ours are found, in a line to paste."""
    options = (sentence("--map {column}=COLUMN", column=column) for column in columns)
    return reduce(lambda line, option: sentence("{line} {option}", line=line, option=option), options)


def missing_line(header: Header) -> Message:
    """Return the options of all that a header lacks; that of the base too, where a column may be it."""
    line, bases = map_line((*header.missing, *header.repeated)), possible_bases(header)
    return sentence("{line} {option}", line=line, option=base_option(bases)) if bases else line


def possible_bases(header: Header) -> Sequence[str]:
    """Return the columns that nothing is read from and whose words are those of a base, where none is read as one."""
    if {"base", "effective_base"} & {*header.places, *header.repeated, *header.chosen}:
        return ()
    from phare_cli.results.headers.column_words import may_be_base  # few headers lack a base and have one

    return [name for name in dict.fromkeys(header.unused) if may_be_base(name)]


def base_option(bases: Sequence[str]) -> Fill:
    """Return the option that reads a base: of the only column that may be one, by its name."""
    if len(bases) != 1:
        return map_line(("base",))
    from phare_cli.language.shell_words import typed

    return f"--map {typed(f'base={bases[0]}')}"
