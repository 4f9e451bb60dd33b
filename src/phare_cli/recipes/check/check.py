"""Everything that is wrong in results files, and what is odd in them all together, as a table: one row a problem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phare_cli.judging.pairs import pair_regions, pair_waves
from phare_cli.nouns.message import Listing, Message, counted, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import NATION, Survey
from phare_cli.nouns.table import Column, Kind, Show, Table
from phare_cli.recipes.check.changed import changes, differing_bases
from phare_cli.recipes.check.contradicted import conflicting_files, contradicted_gaps, contradicted_ranks
from phare_cli.recipes.check.denied import denied_steps, effective_bases
from phare_cli.recipes.check.impossible import impossible_shares, incoherent_regions, sums_above_all
from phare_cli.recipes.check.mistaken import NO_NAMES, near_misses, shares_among_percentages, totals
from phare_cli.recipes.check.names_in_codes import names_in_codes
from phare_cli.recipes.check.suspects import suspects_of

COLUMNS = (
    Column("file", sentence("File"), once=True),
    Column("line", sentence("Line"), Kind.RANK, Show.IF_ANY),
    Column("column", sentence("Column"), show=Show.IF_ANY),
    Column("cell", sentence("Cell"), show=Show.IF_ANY),
    Column("severity", sentence("Severity"), Kind.WORD),
    Column("code", sentence("Code")),
    Column("message", sentence("Explanation")),
)


FIRST = 20
NAMED = 3  # files, at most, in a title
STDIN = "-"
_HANDED = sentence("what was handed over")
_OWN = sentence("To check files of yours, name them: phare check {file}.", file=sentence("FILE"))


def check(
    problems: Sequence[Problem],
    *,
    figures: int,
    total: int,
    doubts: Sequence[Problem] = (),
    files: Sequence[str] = (),
) -> Table:
    """Return what is wrong in *files* that hold *figures* readable figures: the first of it, and how much in all.

    *problems* are the first of *total* that reading found, *doubts* what the figures together raise. Without *files*
    it is the shipped figures that were read.
    """
    found = [*problems, *doubts]
    return Table(
        command="check",
        title=_title(files),
        columns=COLUMNS,
        rows=tuple(
            (
                problem.file,
                problem.line,
                problem.column,
                problem.cell,
                "warning" if problem.warning else "problem",
                problem.code,
                problem.message,
            )
            for problem in found[:FIRST]
        ),
        notes=(*_notes(found, figures, total + len(doubts)), *(() if files else (_OWN,))),
    )


def _title(files: Sequence[str]) -> Message:
    """Return what was checked, by name: nobody may take the shipped figures for their own."""
    if not files:
        return sentence("Check: the figures that phare ships")
    if len(files) > NAMED:
        return counted("Check: {count} file", "Check: {count} files", len(files))
    names = Listing(tuple(_HANDED if file == STDIN else file for file in files))
    return sentence("Check: {files}", files=names)


def is_passed(problems: Sequence[Problem], *, strict: bool) -> bool:
    """Tell whether files pass: warnings count with *strict* only."""
    return not any(strict or not problem.warning for problem in problems)


def _notes(found: Sequence[Problem], figures: int, total: int) -> tuple[Message, ...]:
    notes = []
    if is_passed(found, strict=False):
        notes.append(
            counted("No problem: {count} result read.", "No problem: {count} results read.", figures)
        )
    if found:
        message = counted("{count} thing to look at.", "{count} things to look at.", total)
        if total > FIRST:
            message = sentence("{found} The first {shown} are shown.", found=message, shown=FIRST)
        notes.append(message)
    return tuple(notes)


def doubts(survey: Survey, former: Mapping[tuple[str, str], str] = NO_NAMES) -> list[Problem]:
    """Return what is odd in a whole survey, each figure of which could be read, in the order of files and lines.

    *former* leads from what things were called, by kind and folded, to what a project calls them now.
    """
    look = suspects_of(survey)
    beside_nation = pair_regions(look.compared, regions=(), to=NATION)
    found = [
        *near_misses(look.names, former),
        *totals(look.names),
        *names_in_codes(look.names),
        *shares_among_percentages(look.shares),
        *impossible_shares(look.counted),
        *effective_bases(look.weighted),
        *denied_steps(look.stepped),
        *incoherent_regions(beside_nation),
        *sums_above_all(look.whole_questions),
        *contradicted_ranks(look.whole_questions),
        *contradicted_gaps(beside_nation),
        *conflicting_files(look.files),
        *differing_bases(look.unlike_bases),
        *changes([*beside_nation, *pair_waves(look.compared)]),
    ]
    files = {file: at for at, file in enumerate(survey.names("file"))}
    return sorted(found, key=lambda problem: (files.get(problem.file, 0), problem.line or 0))
