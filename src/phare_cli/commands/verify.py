"""``phare verify``: which figures and claims of a page that a person wrote do the data bear?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from phare_cli.nouns.message import N_, counted, sentence
from phare_cli.shell.comparing_options import GapTerms, terms_of
from phare_cli.shell.declared import Argument, Option
from phare_cli.shell.options import (
    ANSWER,
    CHOOSING,
    READ,
    REFRESHED,
    WRITTEN,
    Choice,
    Coloring,
    Conf,
    Input,
    Lang,
)
from phare_cli.shell.session import Session, tell

if TYPE_CHECKING:
    from phare_cli.nouns.remark import Verification
    from phare_cli.recipes.verify.accepting import Acceptances

ClaimFormat = Literal["table", "markdown", "html", "json", "csv", "tsv", "sarif", "github"]


def verify(
    session: Session,
    documents: Annotated[
        list[str],
        REFRESHED,
        Argument(
            metavar="DOC...",
            show_default=False,
            help=N_(
                "Documents: Markdown, HTML, text, reStructuredText, Word, LibreOffice, PDF; - is standard input."
            ),
        ),
    ],
    *,
    input: Input,
    choice: Choice,
    judging: GapTerms,
    conf: Conf = None,
    tolerate: Annotated[
        Literal["overstated"] | None,
        Option(rich_help_panel=CHOOSING, help=N_("Exit 0 although claims say more than the data bear.")),
    ] = None,
    accept: Annotated[
        Path | None,
        READ,
        Option(
            metavar="FILE",
            rich_help_panel=CHOOSING,
            help=N_("Claims that a person has accepted, with the reason: [[claim]] tables in TOML."),
        ),
    ] = None,
    all: Annotated[
        bool, Option("--all", help=N_("List the numbers that are no claim about results too."))
    ] = False,
    format: Annotated[
        ClaimFormat | None,
        Option(
            "--format",
            "-f",
            metavar="NAME",
            rich_help_panel=ANSWER,
            help=N_(
                "table (by default), markdown, html, json, csv, tsv, sarif, or github for its annotations."
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        WRITTEN,
        Option(
            "--output",
            "-o",
            metavar="FILE",
            rich_help_panel=ANSWER,
            help=N_(
                "Write to a file; its ending chooses the format (.md, .html, .json, .csv, .sarif; .docx or .odt for a "
                "copy of such a document with comments)."
            ),
        ),
    ] = None,
    bind: Annotated[
        bool,
        Option(
            "--bind",
            help=N_(
                "Write right figures in the document itself as blocks that phare update keeps true (Markdown, HTML, "
                "Word, LibreOffice)."
            ),
        ),
    ] = False,
    fix: Annotated[
        bool,
        Option(
            "--fix",
            help=N_(
                "Correct wrong figures whose binding is beyond doubt in the document itself, and show the diff."
            ),
        ),
    ] = False,
    lang: Lang = None,
    color: Coloring = "auto",
) -> int:
    from phare_cli.documents.prose.open_prose import read_prose
    from phare_cli.judging.subset import resolve, subset
    from phare_cli.recipes.verify.verify import verify as recipe
    from phare_cli.rendering import Look
    from phare_cli.rendering.claims import claim_format, render_claims
    from phare_cli.shell.data import conf_of, read_survey, selection_of
    from phare_cli.shell.table_delivery import put
    from phare_cli.shell.writing import holds_unicode, stdout_encoding

    level = conf_of(conf, session)
    if any(" " in document for document in documents):
        from phare_cli.shell.own.misplaced_words import refuse_text  # few names have blanks

        for document in documents:
            refuse_text(document)
    if len(documents) > 1 and not (input.data or session.settings.data or session.environ.get("PHARE_DATA")):
        from phare_cli.shell.own.misplaced_words import (
            refuse_results,
        )  # who names one page never waits for it

        refuse_results(documents)
    if not (bind or fix):
        session.note_inputs(documents)
    acceptances = _acceptances_of(accept, session)
    survey = read_survey(input, session)
    selection = selection_of(choice, session, None)
    regions = selection.regions
    region = resolve(survey, "region", regions[0]) if len(regions) == 1 else None
    # The regions stay in the data: those that a text names are compared with others.
    within = subset(survey, selection._replace(regions=()))
    read = [read_prose(document) for document in documents]
    terms = terms_of(judging, level, survey)
    if bind or fix:
        _refuse_beside_edits("--output" if output else "--format" if format else "")
        from phare_cli.shell.claims.claim_edits import Wanted, edit_documents

        wanted = Wanted(bind, fix, input.data or (), acceptances, tolerate)
        return edit_documents(read, within, region, terms, session, wanted)
    verification = recipe(
        read,
        within,
        region=region,
        terms=terms,
        acceptances=acceptances,
        with_skipped=all,
    )
    status = int(bool(verification.faults(tolerate=tolerate)))
    path = None if output is None or str(output) == "-" else output
    if path is not None and path.suffix.lower() in (".docx", ".odt") and format is None:
        from phare_cli.api.commented import commented_copy

        # Comments are read in the document, by its readers: in its language, as the corrections are.
        told_in = session.language if lang else None
        put(commented_copy(verification, path.suffix.lower(), told_in), path, session)
        written = counted(
            "phare: {file}: written, with {count} comment.",
            "phare: {file}: written, with {count} comments.",
            sum(len(document.remarks) for document in verification.documents),
            file=str(path),
        )
        session.remark(written)
        _tell_notices(verification, session)
        return status
    look = Look(
        language=session.language,
        decimals=session.settings.decimals,
        width=None if path else session.width(),
        color=path is None and session.wants_color(color),
        unicode=path is not None or holds_unicode(stdout_encoding()),
        whole=True,
        quiet=session.is_quiet,
    )
    put(render_claims(verification, claim_format(format, path), look), path, session)
    _tell_notices(verification, session)
    return status


def _refuse_beside_edits(option: str) -> None:
    """Raise WrongOption for an option of an answer, where documents are written and none is given."""
    if option:
        from phare_cli.nouns.errors import WrongOption

        raise WrongOption(
            sentence(
                "--bind and --fix write in the documents themselves, and show the difference: leave {option} out, and "
                "copy a document first that is to stay as it is.",
                option=option,
            )
        )


def _tell_notices(verification: "Verification", session: Session) -> None:
    for notice in verification.notices:
        tell(session.say(sentence("phare: {error}", error=notice)))


def _acceptances_of(given: Path | None, session: Session) -> "Acceptances":
    """Return what a person has accepted: in the file that is given, else in that of phare.toml."""
    from phare_cli.recipes.verify.accepting import NOTHING, read_acceptances

    settings = session.settings
    file = given or (Path(settings.accept) if settings.accept else None)
    if given is None and file is not None and settings.is_outside(file):
        session.notify(
            [
                sentence(
                    "{file} takes the claims that are accepted from outside its folder: {outside}.",
                    file=str(settings.file),
                    outside=str(file),
                )
            ]
        )
    return read_acceptances(file, of_project=given is None) if file is not None else NOTHING
