"""Check what an option is given against the words, numbers and names that it takes; the command line says the same.

Options are called by what one types for them (``--by``), or by their name in Python where no command has them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from operator import index
from types import UnionType
from typing import TypeVar

from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Message, sentence

Word = TypeVar("Word", bound=StrEnum)

LOWEST_CONF = 0.5
POWER = sentence("--power takes a chance from 0.5 to below 1: 0.8 for four in five.")
CONF = sentence("--conf takes a level from 0.5 to below 1: 0.95 for 95%.")


def word(option: str, given: object, words: type[Word]) -> Word:
    """Return the one of *words* that *given* is, or spells. Raises WrongOption."""
    return words(one_of(option, given, tuple(words)))


def one_of(option: str, given: object, words: Sequence[str]) -> str:
    """Return *given*, one of *words*. Raises WrongOption, with the words and those that may have been meant."""
    if isinstance(given, str) and given in words:
        return given
    raise not_one_of(option, given, words)


def not_one_of(option: str, given: object, words: Sequence[str]) -> WrongOption:
    """Return what to raise for a word that an option does not take."""
    from difflib import get_close_matches  # only a reader who mistyped waits for it

    from phare_cli.nouns.meant.meant_words import meant_word

    found = sentence("{name} takes {choices}.", name=option, choices=Listing(tuple(map(str, words)), "or"))
    near: Sequence[str] = ()
    if isinstance(given, str):
        meant_one = meant_word(given, words)
        near = [meant_one] if meant_one else get_close_matches(given.casefold(), map(str, words), n=2)
    if not near:
        return WrongOption(_of_pictures(found) if option == "--format" and _is_picture(given) else found)
    meant = Listing(tuple(near), last="or")
    return WrongOption(sentence("{found} Did you mean {near}?", found=found, near=meant))


def _is_picture(format: object) -> bool:
    from phare_cli.nouns.meant.meant_endings import PICTURES

    return f".{str(format).lower().lstrip('.')}" in PICTURES


def _of_pictures(found: Message) -> Message:
    return sentence(
        "{found} Pictures are drawn by phare plot, and told apart by the ending of their file.", found=found
    )


def with_meant(found: Message, name: str, endings: Collection[str]) -> Message:
    """Return what was *found* of a file's name, with the name that was meant where one of *endings* stands for it."""
    from phare_cli.nouns.meant.meant_endings import meant_file  # of use to who mistyped alone

    meant = meant_file(name, endings)
    return found if meant is None else sentence("{found} Did you mean {near}?", found=found, near=meant)


def not_with(option: str, other: str) -> WrongOption:
    """Return what to raise for two options that exclude one another."""
    return WrongOption(
        sentence("{option} cannot be used with {other}: leave one of them out.", option=option, other=other)
    )


def only_with(option: str, other: str) -> WrongOption:
    """Return what to raise for an option that has no meaning without another one."""
    return WrongOption(
        sentence("{option} goes with {other}: add it, or leave {option} out.", option=option, other=other)
    )


def names(option: str, given: object) -> tuple[str, ...]:
    """Return the names that *given* holds, in their order; one text is one name. Raises WrongOption."""
    candidates: tuple[object, ...] = ()
    if isinstance(given, str):
        candidates = (given,)
    elif isinstance(given, Iterable) and not isinstance(given, bytes | Mapping):
        candidates = tuple(given)
        if not candidates:
            return ()
    found = tuple(name for name in candidates if isinstance(name, str) and name)
    if found and len(found) == len(candidates):
        return found
    raise WrongOption(sentence("{name} takes a name, or several of them in a list, as text.", name=option))


def text(option: str, given: object) -> str:
    """Return *given*, a text that says something. Raises WrongOption."""
    if isinstance(given, str) and given:
        return given
    raise WrongOption(sentence("{name} takes a name, as text.", name=option))


def switch(option: str, given: object) -> bool:
    """Return *given*, a truth. Raises WrongOption."""
    if isinstance(given, bool):
        return given
    raise WrongOption(sentence("{name} takes True or False.", name=option))


def whole(option: str, given: object, *, low: int | None = None, high: int | None = None) -> int:
    """Return *given*, a whole number, *low* or more, *high* at most. Raises WrongOption."""
    try:
        number = index(given)  # type: ignore[arg-type]  # what is no whole number raises
    except TypeError:
        number = None
    if number is None or isinstance(given, bool):
        raise WrongOption(sentence("{name} takes a whole number.", name=option))
    if low is not None and high is not None and not low <= number <= high:
        raise WrongOption(
            sentence("{name} takes a number from {low} to {high}.", name=option, low=low, high=high)
        )
    if low is not None and number < low:
        raise WrongOption(sentence("{name} takes a number of {low} or more.", name=option, low=low))
    return number


def conf(given: object) -> float:
    """Return a confidence level, from 0.5 to below 1. Raises WrongOption."""
    if isinstance(given, float | int) and LOWEST_CONF <= given < 1:
        return float(given)
    raise WrongOption(CONF)


def power(given: object) -> float:
    """Return a chance to establish a true gap, from 0.5 to below 1. Raises WrongOption."""
    if isinstance(given, float | int) and LOWEST_CONF <= given < 1:
        return float(given)
    raise WrongOption(POWER)


def shares(given: object) -> dict[str, float]:
    """Return the part (0-1) that a percentage says of each region, none where None is given. Raises WrongOption."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise not_a_share(given)
    return {text("--share", region): share(percent) for region, percent in given.items()}


def share(given: object) -> float:
    """Return the part (0-1) that a percentage between 0 and 100 says. Raises WrongOption."""
    if isinstance(given, float | int) and not isinstance(given, bool) and 0 < given < 100:
        return given / 100
    raise not_a_share(given)


def not_a_share(given: object) -> WrongOption:
    """Return what is wrong with a region's share of its nation that none can be."""
    return WrongOption(
        sentence(
            "--share takes a region and a percentage between 0 and 100, PACA=7.6, not “{text}”.",
            text=str(given),
        )
    )


def instance(option: str, given: object, kind: type | UnionType, description: Message) -> None:
    """Raise WrongOption, with the *description* of what is taken, unless *given* is of a kind."""
    if not isinstance(given, kind):
        raise WrongOption(sentence("{name} takes {wanted}.", name=option, wanted=description))
