"""Deliver a chart: see which picture its file's name asks for, draw it, write it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from phare_cli.drawing import (
    ENDINGS,
    Drawable,
    PictureSize,
    Theme,
    doubts_of_colors,
    draw,
    in_words,
    is_long,
    missing_letters,
)
from phare_cli.files.memory import PICTURES, require_memory
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import ANOTHER, Listing, Message, sentence
from phare_cli.rendering.look import Look
from phare_cli.shell.session import Session
from phare_cli.shell.table_delivery import put_all
from phare_cli.shell.writing import holds_unicode, stdout_encoding

_PAGES = (".docx", ".odt", ".pptx", ".html", ".md")

if TYPE_CHECKING:
    from phare_cli.documents.pictures import Drawing


class PictureTarget(NamedTuple):
    """Where a picture is drawn, and in which format."""

    path: Path
    format: str


def picture_file(output: Path | None, name: str, of_files: Mapping[str, bool]) -> PictureTarget | None:
    """Return the file to draw with the format that its ending says; None where a screen shows the picture in letters.

    *of_files* tells which options were given that say nothing of letters; *name* is for an example. Raises WrongOption
    for one of these without a file, and for an ending that is not a picture's.
    """
    endings = Listing(tuple(ENDINGS.values()), last="or")
    if output is None or str(output) == "-":
        for option, is_given in of_files.items():
            if is_given:
                raise WrongOption(
                    sentence(
                        "{option} is for a picture in a file: name one that ends in {endings} (--output {example}).",
                        option=option,
                        endings=endings,
                        example=f"{name}.svg",
                    )
                )
        return None
    for format, ending in ENDINGS.items():
        if output.suffix.lower() == ending:
            return PictureTarget(output, format)
    from phare_cli.nouns.meant.meant_endings import meant_file  # of use to who mistyped alone
    from phare_cli.nouns.option_checks import with_meant

    page = meant_file(str(output), _PAGES) or output
    if Path(page).suffix.lower() in _PAGES:
        raise WrongOption(
            sentence(
                "{file} would be a page, and this is a picture: phare report writes pages with pictures; a picture is "
                "written to {endings}.",
                file=str(output),
                endings=endings,
            )
        )
    found = sentence(
        "the ending of {file} is not one of a picture: use {endings}.", file=str(output), endings=endings
    )
    raise WrongOption(with_meant(found, str(output), ENDINGS.values()))


def print_chart(
    chart: Drawable, session: Session, *, decimals: int | None, color: str, alt: Path | None
) -> None:
    """Write *chart* in letters to standard output, and into *alt* what it shows in words. Raises as put() does."""
    from phare_cli.rendering.screen import render_picture

    look = Look(
        language=session.language,
        decimals=decimals,
        width=session.width(),
        color=session.wants_color(color),
        unicode=holds_unicode(stdout_encoding()),
    )
    put_all(
        [*_words(chart, alt, Typesetter(session.language, decimals)), (render_picture(chart, look), None)],
        session,
    )


def deliver_chart(
    chart: Drawable,
    file: PictureTarget,
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
    format = file.format
    if format != "svg":
        require_memory(PICTURES, "matplotlib")
    picture = draw(chart, format, typesetter, size=size, theme=theme)
    session.notify(doubts_of_colors(chart, typesetter, theme))
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
    if is_long(chart, typesetter, size):
        session.notify([_long(chart, typesetter) if session.in_document else _LONG])
    if session.in_document:
        session.drawings.append(_drawing(chart, picture, format, typesetter, size, theme))
        return
    session.notify([note for note in chart.notes if note.about == ANOTHER])
    put_all([(picture, file.path), *_words(chart, alt, typesetter)], session)


_LONG = sentence(
    "this picture is far taller than a page: on paper it is small, or cut. Choose fewer figures (--item, --region, "
    "--stakeholder, --top), or part it among several pictures."
)


def _long(chart: Drawable, typesetter: Typesetter) -> Message:
    """Return the same of a picture of a document, which may have many."""
    return sentence(
        "the picture “{title}” is far taller than a page: on paper it is small, or cut. Choose fewer figures (--item, "
        "--region, --stakeholder, --top), or part it among several blocks.",
        title=in_words(chart, typesetter)[0],
    )


def _words(chart: Drawable, alt: Path | None, typesetter: Typesetter) -> list[tuple[str, Path]]:
    """Return what *chart* shows in words, for the file *alt* where there is one."""
    return [] if alt is None else [("\n\n".join(in_words(chart, typesetter)) + "\n", alt)]


def _drawing(
    chart: Drawable, picture: bytes, format: str, typesetter: Typesetter, size: PictureSize, theme: Theme
) -> Drawing:
    """Return a picture for a document, with what it shows in words; a long one is told by its title alone."""
    from phare_cli.documents.pictures import Drawing, shows

    svg = picture if format == "svg" else draw(chart, "svg", typesetter, size=size, theme=theme)
    title, words = in_words(chart, typesetter)
    # A sentence goes on after its title, with a full stop of its own.
    return Drawing(picture, format, shows(svg), title.removesuffix("."), words)
