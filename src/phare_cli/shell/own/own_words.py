"""Put a project's own codebook to use while a command answers: its option's, else that of phare.toml."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from phare_cli.nouns.message import sentence
from phare_cli.shell.session import Session


@contextmanager
def own_words(session: Session, given: str | None) -> Iterator[None]:
    """Use the codebook that a run names, read once a run; nothing changes where it names none.

    Raises InvalidData with every problem of that file, UnreadableInput for what is no table.
    """
    file = given or session.settings.codebook
    if file is None:
        yield
        return
    from phare_cli.files.findings import Findings
    from phare_cli.language.codebook import using
    from phare_cli.results.codebook_file import read_codebook_file

    session.note_inputs([file])
    settings = session.settings
    if given is None and settings.is_outside(file):
        session.notify(
            [
                sentence(
                    "{file} takes names from outside its folder: {outside}.",
                    file=str(settings.file),
                    outside=file,
                )
            ]
        )
    if file not in session.codebooks:
        findings = Findings()
        session.codebooks[file] = read_codebook_file(file, findings)
        findings.raise_any()
        session.notify(findings.notices)
    with using(session.codebooks[file]):
        yield
