"""Deliver pages: choose their format, render them, write one to a file or many to a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from phare_cli.language.codebook import codebook
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Name, counted, sentence
from phare_cli.nouns.option_checks import not_with, with_meant
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.report.page import PageRequest
from phare_cli.recipes.report.report import report
from phare_cli.recipes.report.table_sections import slug
from phare_cli.rendering import Look
from phare_cli.rendering import format_of as format_of_ending
from phare_cli.rendering.pages.formats import DOTTED, ENDINGS, PICTURED, render_document
from phare_cli.shell.options import Color
from phare_cli.shell.own.house_template import tell_commands
from phare_cli.shell.progress import progress
from phare_cli.shell.session import Session
from phare_cli.shell.table_delivery import put, put_all
from phare_cli.shell.whole.new_folders import new_folders
from phare_cli.shell.writing import holds_unicode, stdout_encoding


def page_format(asked: str | None, output: Path | None, *, is_folder: bool) -> str:
    """Return the format asked for, or that of the file's ending; HTML in a folder, else a table.

    Raises WrongOption for an ending that is not a page's.
    """
    if asked:
        return asked
    if is_folder:
        return "html"
    if output is None or str(output) == "-":
        return "table"
    from phare_cli.nouns.meant.meant_endings import PICTURES

    format = format_of_ending(output)
    if output.suffix.lower() == ".pdf":
        raise WrongOption(
            sentence(
                "no page is written as PDF: choose {endings}; Word, LibreOffice and browsers print a PDF of it.",
                endings=Listing((".docx", ".odt", ".html"), last="or"),
            )
        )
    if output.suffix.lower() in PICTURES:
        raise WrongOption(
            sentence(
                "{file} would be a picture, and this is a page: phare plot draws pictures; a page is written to "
                "{endings}.",
                file=str(output),
                endings=Listing(tuple(ENDINGS.values()), last="or"),
            )
        )
    if format is None or format not in ENDINGS:
        found = sentence(
            "the ending of {file} is not one of a report: use {endings}, or choose with --format.",
            file=str(output),
            endings=Listing(tuple(ENDINGS.values()), last="or"),
        )
        raise WrongOption(with_meant(found, str(output), ENDINGS.values()))
    return format


def refuse_strays(format: str, given: Mapping[str, bool], heading_level: int) -> None:
    """Raise WrongOption for an option of Markdown, or of headings, where another format is asked for."""
    stray = next((option for option, is_given in given.items() if is_given), None)
    if stray is not None and format != "markdown":
        raise WrongOption(
            sentence("{option} is for Markdown: add --format markdown, or leave {option} out.", option=stray)
        )
    if heading_level > 1 and format not in ("markdown", "html"):
        raise WrongOption(
            sentence("--heading-level is for Markdown and HTML: add --format, or leave --heading-level out.")
        )


def refuse_pictureless(format: str, *, is_short: bool) -> None:
    """Raise WrongOption where a format shows no pictures, or a page of one sheet has no room for any."""
    if is_short:
        raise not_with("--short", "--picture")
    if format not in PICTURED:
        raise WrongOption(
            sentence(
                "--picture is for pages that show pictures: choose {formats} with --format, or leave it out.",
                formats=Listing(tuple(sorted(PICTURED)), last="or"),
            )
        )


def deliver_page(
    survey: Survey,
    regions: Sequence[str],
    output: Path | None,
    format: str,
    request: PageRequest,
    look: Look,
    session: Session,
    *,
    color: Color,
) -> None:
    """Write the page of *regions* (ids) where and how the reader asked."""
    to_terminal = output is None
    look = look._replace(
        width=session.width() if to_terminal else None,
        color=to_terminal and session.wants_color(color),
        unicode=not to_terminal or holds_unicode(stdout_encoding()),
    )
    if session.in_parts:
        from phare_cli.rendering.page_parts import render_document_parts

        document = report(survey, regions=regions, request=request, pictures=False)
        put(render_document_parts(document, look), None, session)
        return
    _tell_missing_pictures(format, request, session)
    page = _page(survey, regions, format, request, look)
    tell_commands(page, format, look, output, session)
    put(page, output, session)


def _page(
    survey: Survey, regions: Sequence[str], format: str, request: PageRequest, look: Look
) -> str | bytes:
    document = report(survey, regions=regions, request=request, pictures=format in PICTURED)
    return render_document(document, format, look)


def _tell_missing_pictures(format: str, request: PageRequest, session: Session) -> None:
    """Say that a document goes without its pictures, where what draws them is not installed."""
    if format not in DOTTED or (format == "pptx" and not request.pictures):
        return
    from phare_cli.rendering.office.illustrations import can_draw_dots

    if not can_draw_dots():
        session.notify(
            [
                sentence(
                    "the pictures are left out: drawing them needs matplotlib, which is not installed. Run: {command}",
                    command="pip install 'phare-cli[office]'",
                )
            ]
        )


_IN_HTML = sentence("they are in HTML: -f docx writes them for Word, -f odt for LibreOffice.")


def deliver_each(
    survey: Survey,
    folder: Path,
    format: str,
    request: PageRequest,
    look: Look,
    session: Session,
    *,
    is_usual: bool,
) -> None:
    """Write a page for every region, that of the whole included, all or none, and say how many.

    *is_usual* says that no format was asked for: it is told, with how to ask for another. Raises UnwritableOutput or
    WrongOption.
    """
    regions = survey.names("region")
    if set(regions) == {request.to}:
        raise WrongOption(
            sentence(
                "these data hold figures of {reference} alone: there is no page to write.",
                reference=Name("region", request.to),
            )
        )
    _refuse_file(folder)
    _tell_missing_pictures(format, request, session)
    names = _names(regions)
    session.waiting.close()
    pages: list[tuple[str | bytes, Path | None]] = []
    with progress(sentence("Pages"), session) as tell:
        for done, region in enumerate(regions, 1):
            text = _page(survey, [region], format, request, look)
            pages.append((text, folder / f"{names[region]}{ENDINGS[format]}"))
            if tell is not None:
                tell(done, done / len(regions))
    tell_commands(pages[0][0], format, look, folder, session)
    with new_folders([folder]):
        put_all(pages, session)
    session.notify(
        [
            counted(
                "{count} page was written in {folder}.",
                "{count} pages were written in {folder}.",
                len(regions),
                folder=str(folder),
            ),
            *([_IN_HTML] if is_usual else ()),
        ]
    )


# Windows takes a file of such a name, whatever its ending, for a console, a printer or nothing at all.
_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)),
}
_LONGEST = 100  # letters of a name: whole paths of Windows have 260


def _names(regions: Sequence[str]) -> dict[str, str]:
    """Return the name of each region's file, which any system can write; one that is taken has a number after it."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    reached: dict[str, int] = {}
    for region in regions:
        name = slug(codebook().slug("region", region))[:_LONGEST]
        name = f"{name}-page" if name in _DEVICES else name
        count = reached.get(name, 1)
        while (free := name if count == 1 else f"{name}-{count}") in taken:
            count += 1
        reached[name] = count
        taken.add(free)
        names[region] = free
    return names


def _refuse_file(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise WrongOption(
            sentence("{file} is not a folder: name one for the pages, or leave --each out.", file=str(folder))
        )
