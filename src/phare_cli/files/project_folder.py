"""Find the folder of a project: the nearest one that holds a ``phare.toml``. Reads nothing of it."""

from pathlib import Path

FILE = "phare.toml"


def project_of(folder: Path) -> Path | None:
    """Return the nearest folder at or above *folder* that holds a ``phare.toml``, None when there is none.

    A folder above that may not be looked into holds none for who runs phare.
    """
    for place in (folder, *folder.parents):
        try:
            if (place / FILE).is_file():
                return place
        except PermissionError:
            continue
    return None
