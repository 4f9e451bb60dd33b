"""Check what several calls of Python take: a survey, the terms of its judgements, cuts, how files are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from pathlib import Path

from phare_cli.files.numbers import DECIMAL_MARKS
from phare_cli.judging.subset import resolve
from phare_cli.judging.terms import Family, Sample, Terms
from phare_cli.nouns import option_checks as check
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.survey import Survey

_FILE = sentence("the name of a file, as text or as a Path")
SURVEY = sentence("a survey: read() gives one")


def terms_of(
    survey: Survey,
    *,
    conf: float,
    sample: Sample | str | None,
    shares: Mapping[str, float] | None,
    family: Family | str,
    power: float,
    panel: bool,
) -> Terms:
    """Return how gaps are to be judged. Raises WrongOption, or UnknownName for a region that is not there."""
    return Terms(
        conf=check.conf(conf),
        sample=None if sample is None else check.word("--sample", sample, Sample),
        parts={resolve(survey, "region", region): part for region, part in check.shares(shares).items()},
        family=check.word("--family", family, Family),
        power=check.power(power),
        is_panel=check.switch("--panel", panel),
    )


def file_name(option: str, given: object) -> str:
    """Return the name of a file, empty where None is given. Raises WrongOption."""
    if given is None:
        return ""
    check.instance(option, given, str | Path, _FILE)
    if str(given) == "":
        raise WrongOption(sentence("{name} takes {wanted}.", name=option, wanted=_FILE))
    return str(given)


def given_text(option: str, given: object) -> str:
    """Return a text, empty where None is given. Raises WrongOption."""
    return "" if given is None else check.text(option, given)


def delimiter_of(given: object) -> str | None:
    """Return the mark between cells, of a mark or the word ``tab``; None where None is given. Raises WrongOption."""
    text = given_text("--delimiter", given)
    return {"": None, "tab": "\t"}.get(text, text)


def decimal_mark(given: object) -> str:
    """Return the mark called ``comma`` or ``point``, empty where None is given. Raises WrongOption."""
    return "" if given is None else DECIMAL_MARKS[check.one_of("--decimal", given, tuple(DECIMAL_MARKS))]


def cuts_of(given: Sequence[float | str]) -> tuple[float | None, ...]:
    """Return cuts, None for ``median``. Raises WrongOption for what is no list of numbers and that word."""
    if isinstance(given, Sequence) and not isinstance(given, str | bytes):
        return tuple(map(_cut, given))
    raise _not_a_cut(given)


def _cut(given: object) -> float | None:
    if given == "median":
        return None
    if isinstance(given, float | int) and not isinstance(given, bool) and isfinite(given):
        return float(given)
    raise _not_a_cut(given)


def _not_a_cut(given: object) -> WrongOption:
    return WrongOption(sentence("--cut takes a number, or median: not “{text}”.", text=str(given)))
