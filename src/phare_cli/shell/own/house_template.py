"""Find the template of the reader's house for an office document: the one named, else the project's."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path

from phare_cli.files.limits import TEMPLATE, size_at_most
from phare_cli.files.refusals.system_reasons import reason_of
from phare_cli.nouns.errors import UnreadableInput, WrongOption
from phare_cli.nouns.message import Listing, sentence
from phare_cli.rendering.look import HouseTemplate, Look
from phare_cli.shell.session import Session

# What may be a template of each format: a template of its program, or a document.
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "docx": (".dotx", ".docx"),
    "odt": (".ott", ".odt"),
    "pptx": (".potx", ".pptx"),
}


def template_of(asked: Path | None, format: str, session: Session) -> HouseTemplate | None:
    """Return the template for an answer in *format*, None where there is none.

    Raises WrongOption for one that was *asked* and is of another format, UnreadableInput.
    """
    if asked is None:
        own = (Path(name) for name in session.settings.template)
        chosen = next((each for each in own if each.suffix.lower() in ENDINGS.get(format, ())), None)
        return None if chosen is None else _of_project(chosen, session)
    if format not in ENDINGS:
        raise WrongOption(
            sentence(
                "--template is for Word, LibreOffice and PowerPoint: write to {endings}, or leave --template out.",
                endings=Listing(tuple(f".{each}" for each in ENDINGS), last="or"),
            )
        )
    if asked.suffix.lower() not in ENDINGS[format]:
        raise WrongOption(
            sentence(
                "{file} is no template for .{format}: name one that ends in {endings}.",
                file=str(asked),
                format=format,
                endings=Listing(ENDINGS[format], last="or"),
            )
        )
    return read_template(asked)


def _of_project(file: Path, session: Session) -> HouseTemplate:
    """Return the template that phare.toml names, and say so where it takes it from elsewhere."""
    session.note_inputs([file])
    if session.settings.is_outside(file):
        session.notify(
            [
                sentence(
                    "{file} takes a template from outside its folder: {outside}.",
                    file=str(session.settings.file),
                    outside=str(file),
                )
            ]
        )
    return read_template(file)


def kind_of(file: Path) -> str:
    """Return the format that *file* may be a template of. Raises WrongOption for none."""
    for format, endings in ENDINGS.items():
        if file.suffix.lower() in endings:
            return format
    every = tuple(ending for endings in ENDINGS.values() for ending in endings)
    raise WrongOption(
        sentence(
            "{file} is no template: name one that ends in {endings}.",
            file=str(file),
            endings=Listing(every, last="or"),
        )
    )


def read_template(file: Path) -> HouseTemplate:
    """Return what *file* holds. Raises UnreadableInput."""
    most = size_at_most(TEMPLATE)
    try:
        with file.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise UnreadableInput(sentence("there is no file {file} to be a template.", file=str(file))) from None
    except OSError as error:
        raise UnreadableInput(
            sentence(
                "the template {file} cannot be read ({reason}).",
                file=str(file),
                reason=reason_of(error),
            )
        ) from error
    if len(data) > most:
        raise UnreadableInput(
            sentence(
                "the template {file} is larger than phare reads ({limit} MB).",
                file=str(file),
                limit=most >> 20,
            )
        )
    return HouseTemplate(str(file), data)


def tell_commands(content: str | bytes, format: str, look: Look, file: Path | None, session: Session) -> None:
    """Say that an answer holds commands of the template's own words, which stand in it as they are until an update."""
    if look.template is None or isinstance(content, str):
        return
    from phare_cli.documents.office.refresh_package import holds_blocks

    if holds_blocks(content, f"answer.{format}"):
        named = shlex.quote(str(file)) if file else f"FILE.{format}"
        session.notify(
            [
                sentence(
                    "the template holds commands of phare, which stand in this document as they are: fill them with "
                    "{command}.",
                    command=f"phare update {named}",
                )
            ]
        )
