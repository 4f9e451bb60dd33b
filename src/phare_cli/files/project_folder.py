"""Find the folder of a project, the nearest one that holds a ``phare.toml``, and whose that is. Reads nothing of it."""

import os
from pathlib import Path

from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import sentence

TRUST = "PHARE_TRUST"
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


def refuse_stranger(path: Path) -> None:
    """Raise UnreadableInput for a file of another user, which decides what the figures are: as git does for its own.

    Trusted are the user, the administrator, who the administrator was before sudo, and the owners of what stands in
    the folders of PHARE_TRUST (``*`` for all). A link is its own file and the one that it leads to.
    """
    if not hasattr(os, "geteuid"):
        return
    trusted = {os.geteuid(), 0}
    if os.geteuid() == 0 and os.environ.get("SUDO_UID", "").isdecimal():
        trusted.add(int(os.environ["SUDO_UID"]))
    if {path.lstat().st_uid, path.stat().st_uid} <= trusted:
        return
    folders = list(filter(None, os.environ.get(TRUST, "").split(os.pathsep)))
    if "*" in folders or any(os.path.realpath(folder) == os.path.realpath(path.parent) for folder in folders):
        return
    raise UnreadableInput(
        sentence(
            "{file} belongs to another user, and decides which figures are shown: read it, then allow it with "
            "{allow}, or run phare elsewhere.",
            file=str(path),
            allow=f"{TRUST}={path.parent}",
        )
    )
