"""Write into results which files they were counted from, and tell when those have changed since.

A file is named from the folder of the results, and only where both lie in one project, so that no results tell where
their author keeps things, and none make phare look elsewhere. What is not there is passed over: nothing is known of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from phare_cli.files.checksum import checksum, checksum_of_file
from phare_cli.files.project_folder import project_of
from phare_cli.nouns.message import sentence
from phare_cli.nouns.problem import Problem

_BETWEEN = " | "
_ORIGIN = re.compile(r"(.+)#([0-9a-f]{12})")
_ESCAPED = re.compile(r"[%|#\x00-\x1f\x7f]")


def origins(files: Iterable[str | Path | None], results: Path) -> str:
    """Return the names and the checksums of the *files* that *results* are counted from, as a cell holds them.

    Empty where one of them cannot be named: half of the truth would pass for all of it. Raises OSError for one that
    is there and cannot be read.
    """
    found = []
    for file in files:
        if file is None or str(file) == "":
            continue
        name = _name(Path(file), results) if str(file) != "-" else None
        sum_of_bytes = _sum_of_what_is_there(Path(file)) if name else None
        if name is None or sum_of_bytes is None:
            return ""
        found.append(f"{_ESCAPED.sub(lambda mark: f'%{ord(mark[0]):02X}', name)}#{sum_of_bytes}")
    return _BETWEEN.join(dict.fromkeys(found))


def _sum_of_what_is_there(file: Path) -> str | None:
    """Return a checksum, None for what its reader will say that it is no file or may not be read."""
    try:
        return checksum_of_file(file)
    except (FileNotFoundError, NotADirectoryError, PermissionError, ValueError):
        return None


def changed_origins(counted: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield a problem for each file that results were counted from and that holds something else now.

    *counted* are names of files of results, each with a cell that origins() wrote in it.
    """
    told: set[tuple[str, str]] = set()
    sums: dict[Path, str | None] = {}
    for results, cell in sorted(counted):
        for origin in cell.split(_BETWEEN):
            found = _ORIGIN.fullmatch(origin)
            name = unquote(found[1]) if found else ""
            path = _file(name, Path(results)) if name else None
            if found is None or path is None or (results, name) in told:
                continue
            if path not in sums:
                sums[path] = checksum(path)
            if sums[path] not in (None, found[2]):
                told.add((results, name))
                yield _problem(name, results)


def _problem(name: str, results: str) -> Problem:
    return Problem(
        "older-than-answers",
        sentence(
            "these results are older than “{file}”, which they were counted from and which has changed since; run "
            "phare tabulate again.",
            file=name,
        ),
        _shown(results),
    )


def _shown(results: str) -> str:
    """Return the name of a file as the reader would type it: blocks know theirs by the whole path."""
    here = Path.cwd()
    return str(Path(results).relative_to(here)) if Path(results).is_relative_to(here) else results


def _name(file: Path, results: Path) -> str | None:
    """Return how *results* name *file*, None where they may not."""
    real, place = Path(os.path.realpath(file)), Path(os.path.realpath(results)).parent
    return Path(os.path.relpath(real, place)).as_posix() if _is_named_from(place, real) else None


def _file(name: str, results: Path) -> Path | None:
    """Return the file that *results* name, None where they may not."""
    try:
        place = results.resolve(strict=True).parent
        path = (place / name).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    is_ours = not Path(name).is_absolute() and _is_named_from(place, path)
    return path if is_ours and path.is_file() else None


def _is_named_from(place: Path, real: Path) -> bool:
    """Tell whether results in *place* may name a file: it lies in their project, else in the folder around their own.

    What is around a home, or everything, is nobody's project.
    """
    root = project_of(place) or next((each for each in (place.parent, place) if not _is_shared(each)), None)
    return root is not None and real.is_relative_to(root)


def _is_shared(folder: Path) -> bool:
    try:
        home = Path(os.path.realpath(Path.home()))
    except RuntimeError:  # of a user without a home
        return folder == folder.parent
    return folder == folder.parent or (folder != home and home.is_relative_to(folder))
