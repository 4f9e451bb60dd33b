"""Make the folders that new files are to stand in, and take them away again where these are not written after all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from phare_cli.files.refusals.system_reasons import reason_of
from phare_cli.nouns.errors import UnwritableOutput
from phare_cli.nouns.message import sentence
from phare_cli.shell.whole.interruption import Unbroken


@contextmanager
def new_folders(folders: Iterable[Path]) -> Iterator[None]:
    """Make *folders* with all that lead to them; whatever stops what is done inside, none of them is left empty.

    Raises UnwritableOutput for one that cannot be made.
    """
    wanted = list(dict.fromkeys(folders))
    new = {place for folder in wanted for place in (folder, *folder.parents) if not place.exists()}
    try:
        for folder in wanted:
            _make(folder)
        yield
    except BaseException:
        with Unbroken():
            for place in sorted(new, key=lambda place: -len(place.parts)):
                with suppress(OSError):  # what holds something stays
                    place.rmdir()
        raise


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableOutput(
            sentence(
                "the folder {folder} cannot be made ({reason}). Name another with --output.",
                folder=str(folder),
                reason=reason_of(error),
            )
        ) from error
