"""Deliver a chart: see which picture its file's name asks for, draw it, write it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from phare_cli.drawing import ENDINGS, WIDTH, Drawable, draw, in_words, missing_letters
from phare_cli.files.memory import PICTURES, require_memory
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, sentence
from phare_cli.recipes.picture_options import titled
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
    width: int | None,
    title: str | None = None,
    alt: Path | None = None,
) -> None:
    """Draw *chart* and write it, and into *alt* what it shows in words; *title* stands above what it is called.

    Raises UnwritableOutput when it cannot be drawn or written, ClosedPipe.
    """
    if title and title.strip():
        chart = titled(chart, title.strip())
    typesetter = Typesetter(session.language, decimals)
    if format != "svg":
        require_memory(PICTURES, "matplotlib")
    picture = draw(chart, format, typesetter, width=width or WIDTH)
    missing = "" if format == "svg" else missing_letters(chart, typesetter)
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
        session.drawings.append(_drawing(chart, picture, format, typesetter, width or WIDTH))
        return
    words = [] if alt is None else [("\n\n".join(in_words(chart, typesetter)) + "\n", alt)]
    put_all([(picture, file), *words], session)


def _drawing(chart: Drawable, picture: bytes, format: str, typesetter: Typesetter, width: float) -> Drawing:
    """Return a picture for a document, with what it shows in words; a long one is told by its title alone."""
    from phare_cli.documents.pictures import Drawing, shows

    svg = picture if format == "svg" else draw(chart, "svg", typesetter, width=width)
    title, words = in_words(chart, typesetter)
    return Drawing(picture, format, shows(svg), title, words)
