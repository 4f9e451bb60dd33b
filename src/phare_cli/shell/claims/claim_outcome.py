"""Tell the status of a verification, and write the copy of a Word document with a comment at each claim."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.remark import FAULTS, Verification
from phare_cli.recipes.verify.accepting import Acceptance, unmet
from phare_cli.rendering.claims.claim_words import comment_on
from phare_cli.shell.session import Session, tell


def status_of(verification: Verification, tolerate: str | None) -> int:
    """Return 1 where a claim is wrong or overstated, unless that is tolerated."""
    faults = set(FAULTS) - {tolerate}
    return int(
        any(remark.status in faults for document in verification.documents for remark in document.remarks)
    )


def tell_unmet(
    acceptances: Sequence[Acceptance], claims: Sequence[tuple[str, Sequence[str]]], session: Session
) -> None:
    """Tell which acceptances no claim meets, which a change of a word brings about; *claims* by document."""
    for each in unmet(acceptances, claims):
        tell(
            session.say(
                sentence(
                    "phare: no claim reads “{words}”: check these words in the file of --accept.",
                    words=each.words,
                )
            )
        )


def commented_copy(documents: Sequence[str], verification: Verification, session: Session) -> bytes:
    """Return a copy of the only document, of Word, with a comment at each claim. Raises WrongOption for another."""
    from phare_cli.documents.prose.word_comments import WordComment, commented

    if len(documents) != 1 or Path(documents[0]).suffix.lower() != ".docx":
        raise WrongOption(sentence("a copy with comments is made of one Word document: give one .docx file."))
    document, typesetter = verification.documents[0], Typesetter(session.language)
    comments = [
        WordComment(
            remark.line, remark.column, remark.end - remark.start, comment_on(document, remark, typesetter)
        )
        for remark in document.remarks
    ]
    return commented(Path(documents[0]).read_bytes(), comments, documents[0])
