"""Write the copy of a Word document with a comment at each of its claims."""

from __future__ import annotations

from pathlib import PurePath

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.remark import Verification


def commented_copy(verification: Verification, language: str | None = None) -> bytes:
    """Return a copy of the only document, of Word, with a comment at each claim, in *language* or that of the document.

    Raises WrongOption for several documents or another kind, UnreadableInput where python-docx is missing.
    """
    from phare_cli.documents.prose.word_comments import (  # of use to who writes such a copy
        WordComment,
        commented,
    )
    from phare_cli.rendering.claims.claim_words import dated_comment_on

    names = [document.name for document in verification.documents]
    if len(names) != 1 or PurePath(names[0]).suffix.lower() != ".docx":
        raise WrongOption(sentence("a copy with comments is made of one Word document: give one .docx file."))
    [document] = verification.documents
    typesetter = Typesetter(language or document.language)
    comments = [
        WordComment(
            remark.line,
            remark.column,
            remark.end - remark.start,
            dated_comment_on(document, remark, typesetter),
        )
        for remark in document.remarks
    ]
    return commented(document.content, comments, document.name)
