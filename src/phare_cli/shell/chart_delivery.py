"""Deliver a chart: see which picture its file's name asks for, draw it, write it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from phare_cli.drawing import ENDINGS, Drawable, PictureSize, Theme, draw, in_words, is_long, missing_letters
from phare_cli.files.memory import PICTURES, require_memory
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, sentence
from phare_cli.shell.session import Session
from phare_cli.shell.table_delivery import put_all

if TYPE_CHECKING:
    from phare_cli.documents.pictures import Drawing


def picture_file(output: Path | None, name: str) -> tuple[Path, str]:
    """Return the file to draw and the format that its ending says; *name* is for an example.

    Raises WrongOption without a file, and for an ending that is not a picture's.
    """
    endings = Listing(tuple(ENDINGS.values()), last="or")
    if output is None or str(output) == "-":
        raise WrongOption(
            sentence(
                "a picture is written to a file: name one that ends in {endings} (--output {example}).",
                endings=endings,
                example=f"{name}.svg",
            )
        )
    for format, ending in ENDINGS.items():
        if output.suffix.lower() == ending:
            return output, format
    raise WrongOption(
        sentence(
            "the ending of {file} is not one of a picture: use {endings}.", file=str(output), endings=endings
        )
    )


def deliver_chart(
    chart: Drawable,
    file: Path,
    format: str,
    session: Session,
    *,
    decimals: int | None,
    size: PictureSize,
    theme: Theme,
    alt: Path | None = None,
) -> None:
    """Draw *chart* and write it, and into *alt* what it shows in words.

    Raises UnwritableOutput when it cannot be drawn or written, ClosedPipe.
    """
    typesetter = Typesetter(session.language, decimals)
    if format != "svg":
        require_memory(PICTURES, "matplotlib")
    picture = draw(chart, format, typesetter, size=size, theme=theme)
    missing = "" if format == "svg" else missing_letters(chart, typesetter, theme)
    if missing:
        session.notify(
            [
                sentence(
                    "the font of PNG and PDF pictures lacks {letters}; an .svg shows them.",
                    letters=" ".join(missing),
                )
            ]
        )
    if session.in_document:
        if is_long(chart, typesetter, size):
            session.notify(
                [
                    sentence(
                        "the picture “{title}” is far taller than a page: on paper it is small, or cut. Choose fewer "
                        "figures (--region, --stakeholder, --top), or part it among several blocks.",
                        title=in_words(chart, typesetter)[0],
                    )
                ]
            )
        session.drawings.append(_drawing(chart, picture, format, typesetter, size, theme))
        return
    words = [] if alt is None else [("\n\n".join(in_words(chart, typesetter)) + "\n", alt)]
    put_all([(picture, file), *words], session)


def _drawing(
    chart: Drawable, picture: bytes, format: str, typesetter: Typesetter, size: PictureSize, theme: Theme
) -> Drawing:
    """Return a picture for a document, with what it shows in words; a long one is told by its title alone."""
    from phare_cli.documents.pictures import Drawing, shows

    svg = picture if format == "svg" else draw(chart, "svg", typesetter, size=size, theme=theme)
    title, words = in_words(chart, typesetter)
    # A sentence goes on after its title, with a full stop of its own.
    return Drawing(picture, format, shows(svg), title.removesuffix("."), words)
