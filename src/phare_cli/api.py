"""Read results from Python as the command line does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from phare_cli.nouns.survey import Survey
from phare_cli.results import Rules
from phare_cli.results import read as read_files
from phare_cli.results.frames import from_frame

Survey.frame_reader = staticmethod(from_frame)


def read(
    *files: str | Path | BinaryIO,
    map: Mapping[str, str] | None = None,
    encoding: str | None = None,
    decimal: str | None = None,
    scale: str | None = None,
    sheet: str | None = None,
) -> Survey:
    """Return the survey that results files hold; the shipped figures when no file is given.

    *files* are paths, open binary files, or ``"-"`` for standard input. *map* gives the files' name of one of
    phare's columns, ``{"region": "CountryCode"}``, or a constant, ``{"wave": "=2012"}``. *decimal* is ``comma``
    or ``point``, *scale* is ``percent`` or ``fraction``; both are found in the files when left out. What was
    assumed on the way is in the survey's ``notices``.

    Raises InvalidData with every problem of the files, UnreadableInput for what is not a results file.
    """
    if not files:
        from phare_cli.results.shipped import shipped_data

        files = shipped_data()
    return read_files(
        *files, rules=Rules(map=map or {}, encoding=encoding, decimal=decimal, scale=scale, sheet=sheet)
    )
