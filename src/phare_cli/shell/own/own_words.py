"""Put a project's own codebook to use while a command answers: its option's, else that of phare.toml."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from phare_cli.language.folding import fold
from phare_cli.nouns.errors import UnknownName, WrongOption
from phare_cli.nouns.listening import telling
from phare_cli.nouns.message import sentence, verbatim
from phare_cli.shell.session import Session


@contextmanager
def own_words(
    session: Session, given: str | None, *, may_lack: bool = False, tells_encoding: bool = True
) -> Iterator[None]:
    """Use the codebook that a run names, read once a run; nothing changes where it names none.

    With *may_lack*, the one that phare.toml names need not be there yet; what it was taken to be written in is not said
    at each run, unless a run *tells encoding*. A name that the data hold no more is told
    with the one that the project's spec gives it now. Raises InvalidData with every problem of that file,
    UnreadableInput for what is no table.
    """
    file = given or session.settings.codebook
    if may_lack and file is not None and not Path(file).exists():
        file = None
    tells_encoding = tells_encoding or given is not None
    with (
        _book(session, file, given, tells_encoding=tells_encoding),
        _said(session),
        _placed(session),
        _renamed(session),
        telling(lambda taken: session.notify([taken])),
    ):
        yield


@contextmanager
def _said(session: Session) -> Iterator[None]:
    """Say what is wrong with a name while the words of the project are in use: nobody knows them afterwards."""
    try:
        yield
    except WrongOption as error:
        error.message = verbatim(session.say(error.message))
        raise


@contextmanager
def _placed(session: Session) -> Iterator[None]:
    """Say of a name that is not there which option it goes after, that it is several names, or where it was sought."""
    try:
        yield
    except UnknownName as error:
        from phare_cli.shell.own.misplaced_words import option_for, separate_names

        where = separate_names(error.kind, error.name)
        if error.kind == "indicator":
            where = None if error.near else option_for(error.name)
        if where is None and not error.near and _are_shipped(session):
            where = sentence(
                "{found} (these are the figures that phare ships: --data names yours)", found=error.message
            )
        if where is None:
            raise
        raise WrongOption(where) from None


def _are_shipped(session: Session) -> bool:
    """Tell whether a run has read the figures that phare ships, nobody having named others."""
    from phare_cli.results.shipped import shipped_data

    return not session.in_document and set(shipped_data()) <= session.inputs


@contextmanager
def _renamed(session: Session) -> Iterator[None]:
    try:
        yield
    except UnknownName as error:
        if not session.settings.run:
            raise
        from phare_cli.judging.subset import to_type
        from phare_cli.shell.project.former_names import former_names

        new = former_names(session.settings).get((error.kind, fold(error.name)))
        if new is None or new in error.near:
            raise
        typed = [to_type(error.kind, new, (new,))]
        raise UnknownName(error.kind, error.name, (new,), error.place, typed=typed) from None


@contextmanager
def _book(session: Session, file: str | None, given: str | None, *, tells_encoding: bool) -> Iterator[None]:
    from phare_cli.language.codebook import using

    if file is None:
        with using(None):
            yield
        return
    from phare_cli.files.faults.text_faults import assumed
    from phare_cli.files.findings import Findings
    from phare_cli.results.codebook_file import read_codebook_file
    from phare_cli.shell.explained.looking import looking

    session.note_inputs([file])
    session.books.add(file)
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
        with looking("phare help codebook"):
            session.codebooks[file] = read_codebook_file(
                file, findings, settings.encoding if given is None else None
            )
            findings.raise_any()
        session.notify(
            notice for notice in findings.notices if tells_encoding or notice.text != assumed("").text
        )
    with using(session.codebooks[file]):
        yield
