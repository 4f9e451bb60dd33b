"""Read the claims that a person has accepted, each with its reason."""

from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.remark import FAULTS


class Acceptance(NamedTuple):
    """Words that were accepted, in one document or in any, and why; *status* is what they were when that was said."""

    words: str
    reason: str
    document: str = ""
    status: str = ""
    is_found: bool = True  # the document stands here, or beside the file of acceptances

    def is_of(self, document: str) -> bool:
        """Tell whether these words are accepted in a document, by the name of its file."""
        return not self.document or PurePath(document).name == PurePath(self.document).name


class Acceptances:
    """What a person has accepted, found by its words; *of_project* where it is for every document of a project."""

    def __init__(self, entries: Sequence[Acceptance] = (), *, of_project: bool = False) -> None:
        self._entries, self._of_project = entries, of_project
        self._by_words: dict[str, list[Acceptance]] = {}
        for each in entries:
            self._by_words.setdefault(_plain(each.words), []).append(each)

    def reason(self, document: str, words: str, status: str) -> str | None:
        """Return the reason for which words of a document were accepted as what they are; None where they were not."""
        alike = self._by_words.get(_plain(words), ())
        return next(
            (each.reason for each in alike if each.is_of(document) and each.status in ("", status)), None
        )

    def unmet(self, claims: Sequence[tuple[str, Sequence[str]]]) -> tuple[Message, ...]:
        """Tell which acceptances no claim meets, which a change of a word brings about.

        *claims* are the words of each claim of each document. An acceptance of a document that is not among those read
        is left to the run that reads it, where there is such a document. Those of a project are for documents that this
        run may not read: one is told where it names a document that is read, and no other is.
        """
        names = [PurePath(document).name for document, _ in claims]
        said = [(document, set(map(_plain, words))) for document, words in claims]
        read = [each for each in self._entries if any(each.is_of(document) for document in names)]
        missed = [
            sentence("no claim reads “{words}”: check these words in the file of --accept.", words=each.words)
            for each in read
            if (each.document or not self._of_project)
            and not any(each.is_of(document) and _plain(each.words) in words for document, words in said)
        ]
        given = () if self._of_project else self._entries
        nowhere = [each for each in given if not each.is_found and each not in read]
        return (*missed, *(_misnamed(each.document, names) for each in nowhere))


NOTHING = Acceptances()


def read_acceptances(file: Path, *, of_project: bool = False) -> Acceptances:
    """Return what a file accepts: tables [[claim]] with words, reason and, where meant, document and status.

    *of_project* says that the settings of a project name it, and not the run.

    Raises UnreadableInput for what cannot be opened, WrongOption for what says no claims.
    """
    from phare_cli.files.source import sayable
    from phare_cli.files.toml.toml import NotToml, read_toml

    try:
        with sayable(str(file)):
            content = read_toml(file)
    except NotToml:
        raise WrongOption(
            sentence(
                '{file} is not TOML: write [[claim]], then words = "..." and reason = "...".', file=str(file)
            )
        ) from None
    claims = content.get("claim", [])
    entries: list[dict[str, object]] = claims if isinstance(claims, list) else [{}]
    accepted = [_acceptance(each if isinstance(each, dict) else {}, file) for each in entries]
    return Acceptances(accepted, of_project=of_project)


def _acceptance(entry: dict[str, object], file: Path) -> Acceptance:
    words, reason, document, status = (
        entry.get(name, "") for name in ("words", "reason", "document", "status")
    )
    if not (
        isinstance(words, str) and isinstance(reason, str) and isinstance(document, str) and words and reason
    ):
        raise WrongOption(
            sentence("in {file} each [[claim]] needs words and a reason, in quotation marks.", file=str(file))
        )
    if not isinstance(status, str) or (status and status not in FAULTS):
        raise WrongOption(
            sentence("in {file} the status of a [[claim]] is “wrong” or “overstated”.", file=str(file))
        )
    is_found = not document or any((folder / document).exists() for folder in (Path(), file.parent))
    return Acceptance(words, reason, document, status, is_found)


def _misnamed(document: str, names: Sequence[str]) -> Message:
    """Tell that an acceptance is of a document that is nowhere, with the one that may be meant."""
    from difflib import get_close_matches  # wanted only once a name was mistyped

    near = get_close_matches(PurePath(document).name, names, n=1)
    if near:
        return sentence(
            "the file of --accept names “{document}”, which is no file here. Did you mean {near}?",
            document=document,
            near=near[0],
        )
    return sentence(
        "the file of --accept names “{document}”, which is no file here: check the name.", document=document
    )


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split()).casefold()
