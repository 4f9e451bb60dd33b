"""Refresh several documents as one: all are read and answered before any is written. The caller writes."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from phare_cli.documents.allowed import check_command
from phare_cli.documents.blocks import OFFICE, UNREAD, Block, DocumentError, syntax_of
from phare_cli.documents.left_pictures import FolderPictures
from phare_cli.documents.notebook import refresh_notebook
from phare_cli.documents.pictures import Drawing, PictureFile, picture_name, pictures_of
from phare_cli.documents.refresh import Refreshed, distinct, refresh
from phare_cli.files.findings import KEPT
from phare_cli.files.limits import DOCUMENT, size_at_most
from phare_cli.files.refusals.near_names import no_file
from phare_cli.files.refusals.system_reasons import reason_of
from phare_cli.nouns.errors import PhareError, UnreadableInput
from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.nouns.problem import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: *name* as it was given, *path* the file itself, *before* its bytes until now.

    *pictures* are those beside it that are not up to date, *left* those that phare drew and nothing shows any more.
    *cautions* counts what its figures must not be taken for.
    """

    name: str
    path: Path
    before: bytes
    refreshed: Refreshed
    pictures: tuple[PictureFile, ...] = ()
    left: tuple[str, ...] = ()
    cautions: int = 0

    @property
    def is_stale(self) -> bool:
        return self.is_changed or bool(self.pictures)

    @property
    def is_changed(self) -> bool:
        """Whether the document itself is to change."""
        return self.refreshed.content != self.before

    @property
    def is_unread(self) -> bool:
        """Whether a marker, or what resembles one, was left as text: nobody knows if its figures are true."""
        return any(warning.code in UNREAD for warning in self.refreshed.warnings)


def refresh_all(
    documents: Sequence[Path],
    answer: Callable[[Block], str],
    *,
    write: Callable[[Sequence[Outcome]], None] | None,
    roots: Sequence[Path] = (),
    project: Callable[[Path], Path] = lambda folder: folder,
    drawn: Mapping[Path, Drawing] | None = None,
    cautions: Sequence[Message] = (),
    force: bool = False,
) -> tuple[Outcome, ...]:
    """Refresh *documents*, and hand all that changed to *write* at once; None for a check, which writes nothing.

    *answer* is asked once for each different command of a folder; the block it gets holds only what a document may
    ask for, with absolute paths of files in the folder of its *project*, or in *roots*. *drawn* is where it
    leaves the pictures of blocks, by the files that they are to stand in, *cautions* where it leaves what their figures
    must not be taken for. When anything is wrong in any
    document, everything wrong in all of them is one DocumentError and none is written. A check goes on past blocks
    changed by hand.
    """
    contents = _read(documents)
    ask = BlockAnswers(answer, roots, project, cautions)
    beside = cache(FolderPictures)
    outcomes: list[Outcome] = []
    problems: list[Problem] = []
    for path, (name, content) in contents.items():
        try:
            refreshed = refreshing(name)(content, name, ask.of(path), force=force or write is None)
        except DocumentError as error:
            problems += error.problems
            continue
        mine = ask.drawn_for(path, drawn or {})
        pictures = tuple(pictures_of(mine))
        left = beside(path.parent).left_by(path.name, refreshed.content, {picture.name for picture in mine})
        outcomes.append(Outcome(name, path, content, refreshed, pictures, left, ask.cautions_of(path)))
        if write is not None:
            problems += _refused(pictures, name, force=force)
    if problems:
        found = distinct(problems)
        raise DocumentError(found[:KEPT], len(found))
    stale = [outcome for outcome in outcomes if outcome.is_stale]
    if write is not None and stale:
        write(stale)
    return tuple(outcomes)


def refreshing(name: str) -> Callable[..., Refreshed]:
    """Return what refreshes a document of this name."""
    if syntax_of(name) in OFFICE:
        from phare_cli.documents.office.refresh_package import refresh_package

        return refresh_package
    return refresh_notebook if name.lower().endswith(".ipynb") else refresh


def summary(outcome: Outcome, *, written: bool) -> Message:
    """Return the line that says what became of a document, or would in a check."""
    refreshed = outcome.refreshed
    # A block whose picture alone is stale is one too.
    stale = min(refreshed.blocks, len(refreshed.stale) + len(outcome.pictures))
    blocks = counted("{count} block", "{count} blocks", refreshed.blocks)
    state = sentence("up to date")
    if not refreshed.blocks:
        return sentence("{document}: no block of phare.", document=outcome.name)
    if stale and written:
        state = counted("{count} refreshed", "{count} refreshed", stale)
    elif stale:
        state = counted("{count} stale", "{count} stale", stale)
    if refreshed.edited and not written:
        by_hand = counted("{count} changed by hand", "{count} changed by hand", len(refreshed.edited))
        state = sentence("{state}, {by_hand}", state=state, by_hand=by_hand)
    return sentence("{document}: {blocks}, {state}.", document=outcome.name, blocks=blocks, state=state)


def _read(documents: Sequence[Path]) -> dict[Path, tuple[str, bytes]]:
    """Return the name and the bytes of each document, by the file it really is: one named twice is read once."""
    contents: dict[Path, tuple[str, bytes]] = {}
    for document in documents:
        syntax_of(str(document))
        try:
            real = document.resolve(strict=True)
            if real not in contents:
                contents[real] = str(document), _bytes(real, str(document))
        except FileNotFoundError:
            raise UnreadableInput(no_file(str(document))) from None
        except IsADirectoryError:
            raise UnreadableInput(
                sentence("“{document}” is a folder; name the documents in it.", document=str(document))
            ) from None
        except (OSError, RuntimeError) as error:
            raise UnreadableInput(
                sentence(
                    "the document “{document}” cannot be read: {reason}.",
                    document=str(document),
                    reason=reason_of(error),
                )
            ) from None
    return contents


def _bytes(path: Path, name: str) -> bytes:
    """Return what a document holds. A device or a pipe, which may have no end, is none."""
    # Without waiting, as a pipe would have it, for somebody who writes into it.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableInput(
                sentence("“{document}” is a device or a pipe, and no document.", document=name)
            )
        most = size_at_most(DOCUMENT)
        content = file.read(most + 1)
    if len(content) > most:
        raise UnreadableInput(
            sentence(
                "“{document}” holds more than phare reads of a document ({limit} MB): part it.",
                document=name,
                limit=most >> 20,
            )
        )
    return content


def _refused(pictures: Sequence[PictureFile], name: str, *, force: bool) -> list[Problem]:
    """Return a problem for each picture that would go over a file which is not phare's."""
    return [
        Problem("foreign-picture", refusal, name)
        for picture in pictures
        if (refusal := picture.problem()) and not (force and picture.is_file)
    ]


class BlockAnswers:
    """Ask for each command once in a run, whatever the number of blocks and documents of a folder that hold it.

    A picture is of one document only, and drawn for it.
    """

    def __init__(
        self,
        answer: Callable[[Block], str],
        roots: Sequence[Path],
        project: Callable[[Path], Path],
        cautions: Sequence[Message] = (),
    ) -> None:
        self._answer, self._roots, self._project, self._cautions = answer, roots, project, cautions
        self._known: dict[tuple[object, ...], str | PhareError] = {}
        self._cautioned: dict[tuple[object, ...], int] = {}
        self._asked: dict[Path, set[tuple[object, ...]]] = {}
        self._pictures: dict[Path, set[str]] = {}

    def cautions_of(self, document: Path) -> int:
        """Return how many things were told that the figures of a *document* must not be taken for."""
        return sum(self._cautioned.get(known, 0) for known in self._asked.get(document, ()))

    def drawn_for(self, document: Path, drawn: Mapping[Path, Drawing]) -> Mapping[Path, Drawing]:
        """Return the pictures among those *drawn* that the blocks of a *document* show."""
        names: set[str] = self._pictures.get(document, set())
        return {
            path: drawing
            for path, drawing in drawn.items()
            if path.parent == document.parent and path.stem in names
        }

    def of(self, document: Path) -> Callable[[Block], str]:
        """Return what answers the blocks of a *document*."""
        folder = document.parent
        roots = (self._project(folder), *self._roots)
        names: set[str] = self._pictures.setdefault(document, set())
        asked: set[tuple[object, ...]] = self._asked.setdefault(document, set())

        def ask(block: Block) -> str:
            words = check_command(block.command, folder=folder, roots=roots)
            spoken = block.language or block.standing
            picture = picture_name(document.name, block.command) if block.command[0] == "plot" else ""
            names.update(filter(None, [picture]))
            known = (folder, words, block.syntax, block.inline, block.language, spoken, picture)
            asked.add(known)
            if known not in self._known:
                told = len(self._cautions)
                try:
                    self._known[known] = self._answer(
                        replace(block, command=words, folder=folder, picture=picture)
                    )
                except PhareError as error:
                    self._known[known] = error
                self._cautioned[known] = len(self._cautions) - told
            answer = self._known[known]
            if isinstance(answer, PhareError):
                raise answer
            return answer

        return ask
