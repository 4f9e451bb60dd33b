"""Find the theme of pictures: the one named, else the project's. Its files are inputs of the run, like all it reads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from phare_cli.nouns.message import sentence
from phare_cli.rendering.picture_theme import theme_of
from phare_cli.shell.session import Session

if TYPE_CHECKING:
    from phare_cli.drawing.themes.theme import Theme


def chosen_theme(asked: str | None, session: Session) -> Theme:
    """Return the theme that was *asked* for, else the project's, else the light one.

    Raises as theme_of() does, and WrongOption where a block would be shown a file from outside its folders.
    """
    settings = session.settings

    def admit(file: Path) -> None:
        session.note_inputs([file])
        if session.in_document:
            from phare_cli.documents.allowed import allowed_file

            first, *others = session.read_within
            allowed_file(str(file), folder=first, roots=others)
        elif asked is None and settings.is_outside(file):
            session.notify(
                [
                    sentence(
                        "{file} takes a theme from outside its folder: {outside}.",
                        file=str(settings.file),
                        outside=str(file),
                    )
                ]
            )

    return theme_of(asked or settings.theme or "light", admit)
