"""Answer in the words of the survey that is asked, whatever is read later: those of its codebook and of its data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any, BinaryIO, ParamSpec, TypeVar, cast

from phare_cli.files.project_folder import FILE, project_of
from phare_cli.files.toml.project_toml import read_project_toml
from phare_cli.language.codebook import Codebook, codebook, using
from phare_cli.nouns.display import OwnWords
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.remark import Verification
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Table
from phare_cli.results.codebook_file import read_codebook_file
from phare_cli.wording.data_decimals import decimals_of_data

FILE_NAMED = sentence("the name of a file, as text or as a Path")
_P = ParamSpec("_P")
_Answer = TypeVar("_Answer")


def in_words_of_survey(function: Callable[_P, _Answer]) -> Callable[_P, _Answer]:
    """Return *function*, whose first argument is a survey, answering in the words of that survey."""

    @wraps(function)
    def answer(*args: _P.args, **kwargs: _P.kwargs) -> _Answer:
        survey = args[0] if args else kwargs.get("survey")
        with told_in(survey):
            return worded(function(*args, **kwargs), getattr(survey, "words", None))

    return answer


@contextmanager
def told_in(answer: object) -> Iterator[None]:
    """Tell an answer in its own words for a while; in those in use where it has none."""
    words = getattr(answer, "words", None)
    with using(words if isinstance(words, Codebook) else None):
        yield


def worded(answer: _Answer, words: OwnWords | None) -> _Answer:
    """Return an answer that keeps the *words* that it is to be told in."""
    if words is None:
        return answer
    if isinstance(answer, Table):
        return cast(_Answer, answer._replace(words=words))
    if isinstance(answer, Verification):
        return cast(_Answer, answer._replace(table=worded(answer.table, words), words=words))
    if isinstance(answer, Survey):
        return cast(_Answer, answer.but(words=words))
    if not is_dataclass(answer) or isinstance(answer, type):
        return answer
    parts: dict[str, Any] = {
        each.name: worded(getattr(answer, each.name), words)
        for each in fields(answer)
        if isinstance(getattr(answer, each.name), Table | Survey)
    }
    if any(each.name == "words" for each in fields(answer)):
        parts["words"] = words
    return cast(_Answer, replace(cast(Any, answer), **parts))


def as_read(survey: Survey) -> Survey:
    """Return a survey that keeps the words that it was read by, and those of its data, with their decimals."""
    decimals = decimals_of_data(survey.estimates)
    has_own = bool(survey.spelled or decimals)
    book = codebook().as_written.in_words(survey.spelled, decimals) if has_own else codebook()
    return survey.but(words=book) if book.has_own or has_own else survey


@contextmanager
def read_by(given: str | Path | BinaryIO | None) -> Iterator[None]:
    """Read names by the codebook that is *given*, else by the one in use, else by that of the project, if it has one.

    Raises InvalidData with every problem of it, UnreadableInput for what is no table.
    """
    file = given
    if given is None and not codebook().has_own and (named := named_by_project("codebook")):
        folder, name = named
        file = folder / name
    with using(None if file is None else read_codebook_file(file)):
        yield


def named_by_project(key: str) -> tuple[Path, str] | None:
    """Return what the nearest phare.toml, from the working folder upwards, names under *key*, after its folder."""
    folder = project_of(Path.cwd())
    if folder is None:
        return None
    file = folder / FILE
    named = read_project_toml(file).entries.get(key)
    if named is None:
        return None
    if not isinstance(named, str) or not named:
        raise WrongOption(sentence("{name} takes {wanted}.", name=key, wanted=FILE_NAMED))
    return folder, named
