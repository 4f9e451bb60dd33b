"""Write the copy of a Word or LibreOffice document with a comment at each of its claims."""

from __future__ import annotations

from pathlib import PurePath

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.remark import Verification

COPIES = (".docx", ".odt")


def commented_copy(verification: Verification, ending: str, language: str | None = None) -> bytes:
    """Return a copy of the only document with a comment at each claim, in *language* or that of the document.

    *ending* is that of the copy, which is of the kind of its document: ``.docx`` or ``.odt``. Raises WrongOption for
    several documents or another kind, UnreadableInput where python-docx is missing for one of Word.
    """
    from phare_cli.documents.prose.word_comments import WordComment  # of use to who writes such a copy
    from phare_cli.rendering.claims.claim_words import comment_on

    names = [document.name for document in verification.documents]
    kind = PurePath(names[0]).suffix.lower() if len(names) == 1 else ""
    if kind not in COPIES:
        raise WrongOption(
            sentence(
                "a copy with comments is made of one document of Word or LibreOffice: give one .docx or .odt file. Of "
                "others, -o claims.html is a page with its claims marked."
            )
        )
    if kind != ending:
        raise WrongOption(
            sentence(
                "a copy with comments is of the kind of its document: write {meant} in place of {ending}, or "
                "-o claims.html for a page with its claims marked.",
                meant=kind,
                ending=ending,
            )
        )
    [document] = verification.documents
    typesetter = Typesetter(language or document.language)
    comments = [
        WordComment(
            remark.line,
            remark.column,
            remark.end - remark.start,
            comment_on(document, remark, typesetter),
        )
        for remark in document.remarks
    ]
    if kind == ".odt":
        from phare_cli.documents.office.text_comments import commented_text

        return commented_text(document.content, comments, document.name)
    from phare_cli.documents.prose.word_comments import commented

    return commented(document.content, comments, document.name)
