"""``phare tabulate``: from one row a respondent to tidy results."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from phare_cli.language.shell_words import typed
from phare_cli.nouns.errors import CheckFailed, WrongOption
from phare_cli.nouns.message import N_, sentence
from phare_cli.shell.declared import Argument, Option
from phare_cli.shell.options import READ, WRITTEN, Conf, Output
from phare_cli.shell.respondents.design_options import Sampling
from phare_cli.shell.respondents.respondent_options import (
    QUESTIONS,
    Estimation,
    Files,
    PercentsOf,
    SpecChoice,
    Who,
)
from phare_cli.shell.session import Session

if TYPE_CHECKING:
    from phare_cli.recipes.tabulate.tabulation import Tabulation
    from phare_cli.respondents.spec import Spec


def tabulate(
    session: Session,
    responses: Annotated[
        list[str],
        READ,
        Argument(
            metavar="RESPONSES...", show_default=False, help=N_("Files of respondents; - is standard input.")
        ),
    ],
    *,
    asked: SpecChoice,
    draft: Annotated[
        bool,
        Option("--draft", rich_help_panel=QUESTIONS, help=N_("Print a first spec to correct.")),
    ] = False,
    who: Who,
    estimation: Estimation,
    sampling: Sampling,
    conf: Conf = None,
    files: Files,
    codebook: Annotated[
        list[Path] | None,
        WRITTEN,
        Option(
            metavar="FILE",
            help=N_(
                "Write what was asked, answered and missing: codebook.md, or datapackage.json; repeatable."
            ),
        ),
    ] = None,
    tests: Annotated[
        list[Path] | None,
        WRITTEN,
        Option(
            metavar="FILE",
            help=N_(
                "Write whether answers differ between the parts of each group: Rao-Scott chi-square by table."
            ),
        ),
    ] = None,
    percents: Annotated[
        list[PercentsOf] | None,
        Option(
            help=N_(
                "With --segment, percents beside those of columns, which are always there: row, of those who gave an "
                "answer; cell, of all who answered; repeatable."
            ),
        ),
    ] = None,
    output: Output,
) -> None:
    from phare_cli.files.memory import NUMPY, require_memory

    for name in responses:
        if name.endswith(".toml"):
            raise WrongOption(
                sentence("“{name}” is a spec: write {option}.", name=name, option=f"--spec {typed(name)}")
            )
    require_memory(NUMPY, "numpy")
    from phare_cli.recipes.tabulate.nets import parse_nets
    from phare_cli.recipes.tabulate.tabulate import tabulate as recipe
    from phare_cli.shell.data import conf_of
    from phare_cli.shell.explained.looking import looking
    from phare_cli.shell.progress import progress
    from phare_cli.shell.table_delivery import file_of, put_all, put_draft, rendered

    results = file_of(output)
    if draft:
        with looking("phare help tabulate"):
            text, asks = _drafted(responses, files, session)
        put_draft(text, results, session)
        if not asks:
            raise CheckFailed(
                sentence(
                    "no column of “{file}” looks like a question: see whether its header was understood.",
                    file=responses[0],
                )
            )
        return
    # Before they are read: what changes meanwhile is newer than the results.
    counted_from = (
        "" if results is None or estimation.min_count else _origins(responses, asked, estimation, results)
    )
    topics: dict[str | Path | None, str] = {
        estimation.rake: "phare help margins",
        estimation.population: "phare help margins",
    }
    otherwise = "phare help tabulate" if asked.spec is None else "phare help spec"
    with looking(otherwise, topics), progress(sentence("Respondents"), session) as on_progress:
        tabulation = recipe(
            responses,
            _with_project(_spec(asked, who, estimation, sampling), session),
            encoding=files.encoding,
            delimiter=files.delimiting,
            decimal=files.mark,
            sheet=files.sheet,
            has_header=not files.no_header,
            pool_groups=estimation.pool_groups,
            population=estimation.population,
            margins=estimation.rake,
            trim=estimation.trim,
            lonely=estimation.lonely,
            min_count=estimation.min_count,
            nets=parse_nets(asked.net or ()),
            conf=conf_of(conf, session),
            tests=bool(tests),
            percents=percents or (),
            results_path=results.name if results else "resultats.csv",
            counted_from=counted_from,
            progress=on_progress,
        )
    session.notify(tabulation.survey.notices)
    results_output = output if output.format or results else output._replace(format="csv")
    answers: list[tuple[str | bytes, Path | None]] = [
        (rendered(tabulation.results, results_output, session), results)
    ]
    answers += [(_codebook(tabulation, path, session), path) for path in codebook or ()]
    answers += [(_tests(tabulation, path, session), path) for path in tests or ()]
    put_all(answers, session)


def _origins(responses: list[str], asked: SpecChoice, estimation: Estimation, results: Path) -> str:
    """Return which files *results* are counted from, each with its checksum."""
    from phare_cli.results.origins import origins

    return origins([*responses, asked.spec, estimation.population, estimation.rake], results)


def _spec(asked: SpecChoice, who: Who, estimation: Estimation, sampling: Sampling) -> "Spec":
    """Return the spec file, or the one that options make. Raises WrongOption when both are given."""
    from phare_cli.respondents.specs.asked_spec import SEPARATORS, asked_spec
    from phare_cli.respondents.specs.spec_options import quick_spec

    option_spec = quick_spec(
        region=who.region,
        stakeholder=who.stakeholder,
        segment=who.segment or (),
        wave=who.wave,
        survey=who.survey,
        departements=who.departements,
        nation=who.nation,
        whole=who.whole,
        weight=estimation.weight,
        id=who.id,
        strata=estimation.strata or (),
        clusters=sampling.clusters(),
        nests=sampling.nest,
        replicates=sampling.replicate_design(),
        single=asked.single or (),
        multiple=asked.multiple or (),
        score=asked.score or (),
        missing=asked.missing or (),
        separator=SEPARATORS.get(asked.separator, asked.separator),
    )
    file = None if asked.spec is None else str(asked.spec)
    return asked_spec(file, option_spec, codes=asked.codes, no_weight=estimation.no_weight)


def _with_project(spec: "Spec", session: Session) -> "Spec":
    """Return *spec* with the answers that the project says are none, where it says nothing of them itself."""
    from dataclasses import replace

    from phare_cli.shell.data import marks_of

    settings = session.settings
    if spec.missing or not settings.missing:
        return spec
    session.notify([marks_of(settings)])
    return replace(spec, missing=settings.missing, usual_missing=settings.missing)


def _drafted(responses: list[str], files: Files, session: Session) -> tuple[str, bool]:
    """Return a first spec, and whether it asks a question."""
    from phare_cli.language.typeset import Typesetter
    from phare_cli.recipes.tabulate.drafting import draft_spec

    if len(responses) > 1:
        raise WrongOption(sentence("--draft looks at one file: name the first of them."))
    drafted = draft_spec(
        responses[0],
        Typesetter(session.language),
        encoding=files.encoding,
        delimiter=files.delimiting,
        sheet=files.sheet,
        has_header=not files.no_header,
    )
    session.notify(drafted.notices)
    return drafted.text, drafted.asks


def _tests(tabulation: "Tabulation", path: Path, session: Session) -> str | bytes:
    """Return the tests of tables in the format of a file's ending."""
    from phare_cli.rendering import Look, format_of, render_bytes
    from phare_cli.shell.table_delivery import no_format

    format = format_of(path)
    if format is None or tabulation.tests is None:
        raise no_format(path)
    return render_bytes(tabulation.tests, format, Look(language=session.language))


def _codebook(tabulation: "Tabulation", path: Path, session: Session) -> str | bytes:
    """Return the codebook in the format of a file's ending; ``.json`` is a Frictionless descriptor."""
    from phare_cli.rendering import Look, format_of, render_bytes

    format = format_of(path)
    if format == "json":
        import json

        return json.dumps(tabulation.descriptor, ensure_ascii=False, indent=2) + "\n"
    if format is None:
        raise WrongOption(
            sentence(
                "the ending of {file} says no format: a codebook is .md, .html... or .json.", file=str(path)
            )
        )
    return render_bytes(tabulation.codebook, format, Look(language=session.language))
