"""Read results files from Python, with the names of a codebook of one's own where one is given."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from phare_cli.api.in_words import FILE_NAMED, as_read, named_by_project, read_by, worded
from phare_cli.drawing.themes.doubtful_colors import colors_to_doubt
from phare_cli.drawing.themes.theme import BUILT_IN, Theme
from phare_cli.files.source import name_of
from phare_cli.language.codebook import using
from phare_cli.nouns import option_checks
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Table
from phare_cli.recipes.check import check as checking
from phare_cli.rendering.picture_theme import theme_of
from phare_cli.results import Rules, inspect
from phare_cli.results import read as read_files
from phare_cli.results.codebook_file import read_codebook_file
from phare_cli.results.frames import from_frame
from phare_cli.results.origins import changed_origins

Survey.frame_reader = staticmethod(from_frame)


def read(
    *files: str | Path | BinaryIO,
    map: Mapping[str, str] | None = None,
    encoding: str | None = None,
    decimal: str | None = None,
    scale: str | None = None,
    sheet: str | None = None,
    missing: Sequence[str] = (),
    codebook: str | Path | BinaryIO | None = None,
) -> Survey:
    """Return the survey that results files hold; the shipped figures when no file is given.

    *files* are paths, open binary files, or ``"-"`` for standard input. *map* gives the files' name of one of
    phare's columns, ``{"region": "CountryCode"}``, or a constant, ``{"wave": "=2012"}``. *decimal* is ``comma``
    or ``point``, *scale* is ``percent`` or ``fraction``; both are found in the files when left out. *missing* are
    the marks that stand for no figure, or beside one (``:``, ``c``). What was assumed on the way is in the survey's
    ``notices``. *codebook* names regions, groups and answers in the project's own words; it is that of the nearest
    ``phare.toml`` when left out, as on the command line, which Python takes nothing else of. All that is asked of the
    survey is told in those words, and in those of its data.

    Raises InvalidData with every problem of the files or of the codebook, UnreadableInput for what is not a results
    file, WrongOption for an option that cannot be used.
    """
    rules = _rules(map, encoding, decimal, scale, sheet, missing)
    _check_codebook(codebook)
    with read_by(codebook):
        return as_read(read_files(*_files(files), rules=rules))


def check(
    *files: str | Path | BinaryIO,
    map: Mapping[str, str] | None = None,
    encoding: str | None = None,
    decimal: str | None = None,
    scale: str | None = None,
    sheet: str | None = None,
    missing: Sequence[str] = (),
    codebook: str | Path | BinaryIO | None = None,
) -> Table:
    """Return what is wrong in results files, and what is odd in them all together: a row each, the first twenty.

    Files and options are those of *read*. The notes say how much there is in all; ``severity`` is ``problem`` or
    ``warning``, and files pass where no row is a problem. Colours of a codebook are looked at beside the paper of the
    theme that the nearest ``phare.toml`` names, as on the command line.

    Raises UnreadableInput for what is not a results file, WrongOption for an option that cannot be used.
    """
    rules = _rules(map, encoding, decimal, scale, sheet, missing)
    _check_codebook(codebook)
    with read_by(codebook):
        inspection = inspect(*_files(files), rules=rules)
        survey = as_read(inspection.survey)
        table = checking.check(
            inspection.problems,
            figures=len(survey.estimates),
            total=inspection.total,
            doubts=[
                *changed_origins(survey.counted_from),
                *colors_to_doubt(_theme_of_project),
                *checking.doubts(survey),
            ],
            files=[name_of(file) for file in files],
        )
        return worded(table, survey.words)


def _theme_of_project() -> Theme:
    named = named_by_project("theme")
    if named is None:
        return theme_of("light")
    folder, name = named
    return theme_of(name if name in BUILT_IN else str(folder / name))


@contextmanager
def own_codebook(file: str | Path | BinaryIO) -> Iterator[None]:
    """Read names, and word answers, by a project's own codebook over the shipped one, within a ``with`` block.

    Raises InvalidData with every problem of the file, UnreadableInput for what is no table, WrongOption for what is
    neither a path nor open as bytes.
    """
    _check_file(file)
    with using(read_codebook_file(file)):
        yield


def _check_codebook(file: object) -> None:
    if file is not None and (file == "" or (not isinstance(file, str | Path) and not hasattr(file, "read"))):
        raise WrongOption(sentence("{name} takes {wanted}.", name="--codebook", wanted=FILE_NAMED))


def _check_file(file: object) -> None:
    """Raise WrongOption for what is neither a path nor a file open as bytes."""
    if not isinstance(file, str | Path) and (not hasattr(file, "read") or isinstance(file, io.TextIOBase)):
        raise WrongOption(
            sentence("read takes paths and files that are open as bytes, one by one: read(*files).")
        )


def _files(given: tuple[str | Path | BinaryIO, ...]) -> tuple[str | Path | BinaryIO, ...]:
    """Return the files to read, the shipped ones where none is given. Raises WrongOption for what is none."""
    for file in given:
        _check_file(file)
    if given:
        return given
    from phare_cli.results.shipped import shipped_data

    return shipped_data()


def _rules(
    map: Mapping[str, str] | None,
    encoding: str | None,
    decimal: str | None,
    scale: str | None,
    sheet: str | None,
    missing: Sequence[str],
) -> Rules:
    return Rules(
        map={} if map is None else map,
        encoding=encoding,
        decimal=decimal,
        scale=scale,
        sheet=sheet,
        missing=option_checks.names("--missing", missing),
    )
