"""Write documents with their right figures bound and their wrong ones corrected, having shown the difference."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

from phare_cli.documents.blocks import syntax_of
from phare_cli.documents.prose.open_prose import text_to_write
from phare_cli.documents.prose.passage import Prose
from phare_cli.judging.terms import Terms
from phare_cli.nouns.message import sentence
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.edits import edited, edits_of
from phare_cli.recipes.verify.grammar.reading import Reader
from phare_cli.recipes.verify.verify import judge_claims
from phare_cli.shell.session import Session, tell
from phare_cli.shell.table_delivery import put, put_documents
from phare_cli.shell.whole.replacing import Replacement


def edit_documents(
    documents: Sequence[tuple[str, Prose]],
    survey: Survey,
    region: str | None,
    terms: Terms,
    session: Session,
    *,
    bind: bool,
    fix: bool,
    data: Sequence[str] | None,
) -> int:
    """Write documents with their right figures bound and their wrong ones corrected, having shown the difference."""

    replacements = []
    for name, prose in documents:
        before = text_to_write(name, prose)
        reader = Reader(prose, survey, region=region)
        judged, _ = judge_claims(reader, prose, survey, terms=terms)
        named = data[0] if data and len(data) == 1 and Path(data[0]).parent == Path(name).parent else None
        edits = edits_of(
            prose,
            judged,
            reader.language,
            syntax=syntax_of(name),
            bind=bind,
            fix=fix,
            data=named and Path(named).name,
        )
        text = edited(prose.source, edits)
        lines = unified_diff(
            prose.source.splitlines(keepends=True), text.splitlines(keepends=True), name, name, n=1
        )
        put("".join(line if line.endswith("\n") else f"{line}\n" for line in lines), None, session)
        if edits:
            mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
            replacements.append(Replacement(Path(name), mark + text.encode("utf-8"), before=before))
        corrected = sum(edit.is_correction for edit in edits)
        tell(
            session.say(
                sentence(
                    "phare: {file}: figures bound: {bound}, corrected: {corrected}.",
                    file=name,
                    bound=(len(edits) if bind else 0),
                    corrected=corrected,
                )
            )
        )
    put_documents(replacements, session)
    return 0
