"""``phare update``: refresh the blocks of documents, or tell which are stale."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from phare_cli.nouns.message import N_, counted, sentence
from phare_cli.shell.declared import Argument, Option
from phare_cli.shell.options import REFRESHED, SEARCHED, Format, Lang, Output
from phare_cli.shell.session import Session, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from phare_cli.documents.all_or_none import Outcome
    from phare_cli.documents.pictures import Drawing
    from phare_cli.nouns.problem import Problem
    from phare_cli.shell.whole.replacing import Replacement


def update(
    session: Session,
    documents: Annotated[
        list[Path],
        REFRESHED,
        Argument(
            metavar="DOC...",
            show_default=False,
            help=N_(
                "Documents, or folders of them: Markdown, MDX, HTML, reStructuredText, AsciiDoc, LaTeX, "
                "notebooks, Word, LibreOffice, PowerPoint. Their figures are those of the data in phare.toml."
            ),
        ),
    ],
    *,
    check: Annotated[
        bool,
        Option("--check", help=N_("Write nothing, show what is stale, and exit 1 if anything is.")),
    ] = False,
    diff: Annotated[bool, Option("--diff", help=N_("Write nothing and show what would change."))] = False,
    strict: Annotated[
        bool,
        Option(
            "--strict",
            help=N_("With --check: exit 1 too if a figure stands on a low base, or a gap bears no verdict."),
        ),
    ] = False,
    force: Annotated[
        bool, Option("--force", help=N_("Refresh blocks that were changed by hand too."))
    ] = False,
    allow: Annotated[
        list[Path] | None,
        SEARCHED,
        Option(
            metavar="FOLDER",
            help=N_("Let blocks read data in this folder too, besides their document's own; repeatable."),
        ),
    ] = None,
    list_: Annotated[
        bool,
        Option("--list", help=N_("Write nothing and list the blocks: what they show, and if it is stale.")),
    ] = False,
    format: Annotated[
        Format | None,
        Option("--format", "-f", metavar="NAME", help=N_("With --list: the format of the list.")),
    ] = None,
    lang: Lang = None,
) -> int:
    from phare_cli.documents.all_or_none import refresh_all, summary
    from phare_cli.documents.diff import difference
    from phare_cli.documents.folders import named_or_found
    from phare_cli.files.findings import KEPT
    from phare_cli.files.project_folder import project_of
    from phare_cli.shell.block_runner import block_answerer
    from phare_cli.shell.complaints import at
    from phare_cli.shell.table_delivery import put, put_documents

    if strict and not check:
        from phare_cli.nouns.errors import WrongOption

        raise WrongOption(sentence("--strict goes with --check: add it, or leave --strict out."))
    if format and not list_:
        from phare_cli.nouns.errors import WrongOption

        raise WrongOption(sentence("--format goes with --list: add it, or leave --format out."))
    is_dry = check or diff or list_
    drawn: dict[Path, Drawing] = {}
    outcomes = refresh_all(
        named_or_found(documents),
        block_answerer(session, roots=allow or (), language=lang, drawn=drawn),
        write=None if is_dry else lambda stale: put_documents(_replacements(stale), session),
        roots=allow or (),
        project=lambda folder: project_of(folder) or folder,
        drawn=drawn,
        cautions=session.cautions,
        force=force,
    )
    session.outputs.update(outcome.path for outcome in outcomes)  # those that were up to date too
    if list_:
        from phare_cli.recipes.block_list import list_blocks
        from phare_cli.shell.table_delivery import deliver_table

        table = list_blocks(
            ((outcome.name, outcome.refreshed.passages) for outcome in outcomes),
            whole=format in ("json", "csv", "tsv", "xlsx"),
        )
        deliver_table(table, Output(format=format), session)
    for outcome in () if list_ else outcomes:
        if is_dry and outcome.is_changed:
            put(difference(outcome), None, session)
        warnings = outcome.refreshed.warnings
        for warning in warnings[:KEPT]:
            tell(session.say(at(warning)))
        if len(warnings) > KEPT:
            more = sentence(
                "phare: {document}: {count} warnings; the first {shown} are above.",
                document=outcome.name,
                count=len(warnings),
                shown=KEPT,
            )
            tell(session.say(more))
        for picture in outcome.pictures if is_dry else ():
            tell(session.say(sentence("phare: {error}", error=picture.state(outcome.name))))
        for name in outcome.left:
            left = sentence(
                "phare: {document}: no block shows the picture “{picture}” any more; delete it if nothing else does.",
                document=outcome.name,
                picture=name,
            )
            tell(session.say(left))
        if outcome.is_unread or (is_dry and outcome.is_stale) or not session.is_quiet:
            tell(session.say(sentence("phare: {error}", error=summary(outcome, written=not is_dry))))
    older = _older(session)
    is_wrong = bool(older) or any(outcome.is_stale or outcome.is_unread for outcome in outcomes)
    cautioned = [outcome for outcome in outcomes if strict and outcome.cautions]
    # What is wrong is named to a quiet reader too; any other has read it above.
    for caution in dict.fromkeys(map(session.say, session.cautions)) if strict and session.is_quiet else ():
        tell(session.say(sentence("phare: {error}", error=caution)))
    for outcome in cautioned:
        failed = counted(
            "phare: {file}: {count} figure of its blocks asks for caution, which --strict does not let pass.",
            "phare: {file}: {count} figures of its blocks ask for caution, which --strict does not let pass.",
            outcome.cautions,
            file=outcome.name,
        )
        tell(session.say(failed))
    return int(check and (is_wrong or bool(cautioned)))


def _older(session: Session) -> "list[Problem]":
    """Tell which results are older than the answers that they were counted from, and return it."""
    if not session.counted_from:
        return []
    from phare_cli.results.origins import changed_origins
    from phare_cli.shell.complaints import at

    older = list(changed_origins(session.counted_from))
    for problem in older:
        tell(session.say(at(problem)))
    return older


def _replacements(outcomes: "Iterable[Outcome]") -> "Iterator[Replacement]":
    """Yield what is to be written: documents, and the pictures that they show."""
    from phare_cli.shell.whole.replacing import Replacement

    for outcome in outcomes:
        if outcome.is_changed:
            yield Replacement(Path(outcome.name), outcome.refreshed.content, before=outcome.before)
        for picture in outcome.pictures:
            yield Replacement(
                picture.path, picture.content, before=picture.present, is_new=picture.present is None
            )
