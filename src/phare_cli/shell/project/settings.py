"""The choices a project keeps in ``phare.toml``, found from the working folder upwards."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from phare_cli.files.project_folder import FILE, project_of


class Settings(NamedTuple):
    """What ``phare.toml`` says; empty or None where it says nothing. Paths lead from its folder."""

    data: tuple[str, ...] = ()
    map: Mapping[str, str] = MappingProxyType({})
    region: tuple[str, ...] = ()
    lang: str | None = None
    decimals: int | None = None
    conf: float | None = None
    codebook: str | None = None
    run: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    encoding: str | None = None
    template: tuple[str, ...] = ()
    theme: str | None = None
    accept: str | None = None
    pictures: tuple[str, ...] = ()
    file: Path | None = None  # the phare.toml itself

    def is_outside(self, path: str | Path) -> bool:
        """Tell whether a file lies outside the folder of phare.toml, wherever links lead; never where there is none."""
        if self.file is None:
            return False
        return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.file.parent))


def find_settings(folder: Path) -> Settings:
    """Return the settings of the nearest ``phare.toml`` at or above *folder*, none when there is no such file.

    Raises WrongChoices for keys and values that cannot be used, UnreadableInput for a file that is not TOML.
    """
    place = project_of(folder)
    if place is None:
        return Settings()
    from phare_cli.shell.project.project_file import read_project_file  # most folders have none

    file = place / FILE
    return Settings(**read_project_file(file), file=file)  # type: ignore[arg-type]  # of the type of its field each
