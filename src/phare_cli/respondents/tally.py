"""Read every respondent once and come back with sums: the one loop over the files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property, partial

import numpy as np

from phare_cli.files.file_options import FileOptions
from phare_cli.files.findings import Findings
from phare_cli.files.source import STDIN
from phare_cli.language.folding import clean
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.respondents.answers import Answers, Sense
from phare_cli.respondents.cells import CellReader, Cells, RespondentCell
from phare_cli.respondents.choose_reader import FileReader, make_reader
from phare_cli.respondents.design.drawn_rows import DrawnRows
from phare_cli.respondents.design.portions import PortionTable
from phare_cli.respondents.design.replicate_weights import ReplicateWays
from phare_cli.respondents.design.unused_columns import tell_unused
from phare_cli.respondents.design.weighing import RakingFactors, Weighed, Weighing
from phare_cli.respondents.engine.batches import ColumnLabels, RespondentSource
from phare_cli.respondents.engine.coded import Coded
from phare_cli.respondents.engine.counts import Count, Sums
from phare_cli.respondents.engine.portion_sums import PortionSums
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.matching.counted_rows import CountedRows
from phare_cli.respondents.matching.matching_rows import MatchingRows
from phare_cli.respondents.matching.spec_filters import SpecFilters
from phare_cli.respondents.open_file import sources
from phare_cli.respondents.option_words import OptionWords
from phare_cli.respondents.people import Respondents
from phare_cli.respondents.programs.unfinished_rows import FinishColumns, Unfinished
from phare_cli.respondents.question_sums import ChosenNone, QuestionSums, question_sums
from phare_cli.respondents.readers import SeveralInCell
from phare_cli.respondents.repeated import Identified, tell_same_files
from phare_cli.respondents.spec import PLACES, Question, QuestionKind, Spec
from phare_cli.respondents.text_start import NO_ROWS
from phare_cli.respondents.undeclared import tell_departements, tell_senses, tell_undeclared

Progress = Callable[[int, float | None], None]
"""Told the rows read so far and what part of the current file they are, None when that is not known."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums of whole files, over numbered cells."""

    cells: tuple[RespondentCell, ...]
    respondents: Sums
    questions: tuple[QuestionSums, ...]
    rows: int
    without_weight: int  # rows whose weight is zero
    dropped: int  # rows whose weight is missing, which the spec lets go
    sample: Sums  # all respondents, those whom no result is about (where) too
    missing_met: frozenset[str] = frozenset()  # texts declared as no answer that some question holds
    portions: PortionTable | None = None  # of cells, by cluster, in the order in which sums hold them
    replicate_ways: ReplicateWays | None = None  # how the replicates of each cell vary
    unfinished: tuple[Unfinished, ...] = ()  # rows of people who stopped before the end, by what tells it

    def times(self, factors: Sequence[float]) -> Tally:
        """Return the sums where each respondent of a cell weighs as many times more."""
        return replace(
            self,
            respondents=self.respondents.times(factors),
            sample=self.sample.times(factors),
            questions=tuple(question.times(factors) for question in self.questions),
        )


def tally(
    spec: Spec,
    paths: Sequence[str],
    options: FileOptions,
    findings: Findings,
    *,
    variances: bool = False,
    members: bool = False,
    scale: RakingFactors | None = None,
    progress: Progress | None = None,
) -> Tally:
    """Return the sums of *spec* over the respondents in the files at *paths*.

    *variances* keeps what a variance by linearisation needs, *members* what was drawn inside clusters adds to it.
    *scale* multiplies weights, as raking found.
    Problems go to *findings*: a tally with problems means nothing.
    """
    tell_same_files(paths, findings)
    senses: Sequence[Sense] = [None] * len(spec.questions)
    while True:
        found = findings.apart()
        run = _Run(spec, found, options.decimal, scale, variances=variances, members=members, senses=senses)
        with closing(sources(paths, options, found, spec.columns())) as files:
            for source in files:
                run.read(source, progress)
        if run.has_sense:
            break
        for question, was in zip(run.questions, spec.questions, strict=True):
            if question.kind is QuestionKind.MENTIONS and was.kind is QuestionKind.SET:
                findings.notice(
                    sentence(
                        "the columns of “{indicator}” hold what was named first, second...: an item counts for who "
                        "named it in any of them.",
                        indicator=question.indicator,
                    )
                )
        # What the first rows said of how answers are to be read, all of them do not say: once more, with what they do.
        spec, senses = replace(spec, questions=run.questions), run.senses
        if STDIN in paths:
            raise WrongOption(
                sentence(
                    "the answers must be read twice to know how several stand in a cell or in columns: name a file, "
                    "or say separator, selected or kind in a spec."
                )
            )
    tell_senses(run.readers, found)
    if not found.problems:
        run.filters.tell(found, ", ".join(name for name, _ in run.readers))
    if not found.problems:
        # What names of regions are is told by those of all files together, which is then said of no one of them.
        tell_departements(run.regions, spec, run.readers[0][0] if len(run.readers) == 1 else "", found)
    findings.absorb(found)
    return run.result()


class _Run:
    """The running sums of one pass."""

    def __init__(
        self,
        spec: Spec,
        findings: Findings,
        decimal_marks: str,
        scale: RakingFactors | None,
        *,
        variances: bool,
        members: bool,
        senses: Sequence[Sense],
    ) -> None:
        self._spec = spec
        self._findings = findings
        self._decimal_marks = decimal_marks
        self._scale = scale
        self._cells = Cells(spec.recodes, len(spec.strata), spec.codes_mean, spec.whole, findings.spelled)
        self._people, self._sample = Count(squares=True), Count(squares=True)
        self._drawn = DrawnRows(spec, findings)
        self.filters = SpecFilters(spec)
        self._identified = Identified(findings)
        self._answers = [
            Answers(question, spec, variances=variances, sense=sense)
            for question, sense in zip(spec.questions, senses, strict=True)
        ]
        for answers in self._answers if spec.clusters else ():
            answers.portions = PortionSums(squares=members)
        self.readers: list[tuple[str, list[FileReader]]] = []  # of each file
        self._file = ""
        self._id = -1  # the column of identifiers in that file
        self._finish, self._chosen_none = FinishColumns(), ChosenNone()
        self._rows = self._zero = self._dropped = 0

    def read(self, source: RespondentSource, progress: Progress | None) -> None:
        """Add the respondents of one file."""
        self._file = source.name
        columns = ColumnFinder(source.name, source.header, self._findings, source.facts, self._decimal_marks)
        cells = CellReader(self._cells, self._spec, columns, self._spec.strata)
        weighing = self._weighing(columns, source)
        self._drawn.open(columns, weighing, self._decimal_marks, source.name)
        self._id = columns.one(self._spec.id) if self._spec.id else -1
        filters = self.filters.over(columns)
        self._finish.open(columns, source.header)
        readers = [
            reader
            for answers, matching in zip(self._answers, filters.questions, strict=True)
            if (reader := make_reader(answers, columns, source.header, matching)) is not None
        ]
        if self._findings.problems:
            return
        tell_unused(source.header, columns.used, self._spec, self._findings)
        counted = CountedRows(self._spec, [answers.question for answers in self._answers], columns)
        labels = ColumnLabels(
            [reader.place for reader in readers if isinstance(reader, SeveralInCell)],
            self._drawn.places,
        )
        before = self._rows
        with closing(weighing.weigh_ahead(source.blocks(columns.used))) as weighed_blocks:
            for weighed in weighed_blocks:
                people = self._add(weighed, labels, cells, filters.all, readers)
                weighing.tell(weighed, partial(counted.among, people))
                self._rows += weighed.block.rows
                if progress is not None:
                    progress(self._rows, source.part)
        if self._rows == before and not self._findings.problems:
            self._findings.problem("no-rows", NO_ROWS, source.name)
        self.readers.append((source.name, readers))
        for reader in readers:
            tell_undeclared(reader, source.name, self._findings)
        filters.tell(self._findings)
        columns.tell_shared()
        self._dropped += weighing.dropped
        self._zero -= weighing.dropped + weighing.needless

    @cached_property
    def senses(self) -> list[Sense]:
        """What all answers say of how they are to be read, a question each; None where that is declared.

        Asked once every file is read: it looks at all the distinct answers.
        """
        return [answers.sense_of_all() if answers.finds_sense else None for answers in self._answers]

    @property
    def regions(self) -> Collection[str]:
        """The texts of regions in all files."""
        return self._cells.names[PLACES.index("region")].texts

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions, those whose columns turned out to hold mentions being of that kind."""
        return tuple(
            replace(answers.question, kind=QuestionKind.MENTIONS)
            if _are_mentions(sense)
            else answers.question
            for answers, sense in zip(self._answers, self.senses, strict=True)
        )

    @property
    def has_sense(self) -> bool:
        """Whether every answer was read as all of them say it is to be."""
        return all(
            answers.sense is None or (sense == answers.sense and not _are_mentions(sense))
            for answers, sense in zip(self._answers, self.senses, strict=True)
            if answers.finds_sense
        )

    def result(self) -> Tally:
        """Return the sums, items that were found rather than declared being put in a natural order."""
        size = len(self._cells.cells)
        table = self._drawn.table(self._cells.cells)
        return Tally(
            tuple(self._cells.cells),
            self._people.sums(size),
            tuple(
                question_sums(answers, size, table, self._chosen_none.of(answers))
                for answers in self._answers
            ),
            self._rows,
            self._zero,
            self._dropped,
            (self._people if self._spec.where is None else self._sample).sums(size),
            frozenset().union(*(answers.missing_met for answers in self._answers)),
            table,
            self._drawn.ways,
            self._finish.found,
        )

    def _weighing(self, columns: ColumnFinder, source: RespondentSource) -> Weighing:
        weighing = Weighing(
            source.name,
            columns.one(self._spec.weight) if self._spec.weight else None,
            self._decimal_marks,
            self._findings,
            no_weight={"", *map(clean, self._spec.missing)} if self._spec.drops_unweighed else None,
            is_typed=source.facts.is_typed,
            name=self._spec.weight,
            is_of_spec=self._spec.is_written,
        )
        if self._scale is not None:
            cells = Cells(self._spec.recodes, len(self._scale.columns), self._spec.codes_mean)
            raked = replace(
                self._spec, places={name: self._spec.place(name) for name in ("wave", "stakeholder")}
            )
            weighing.scale_by(CellReader(cells, raked, columns, self._scale.columns), self._scale)
        return weighing

    def _add(
        self,
        weighed: Weighed,
        labels: ColumnLabels,
        cells: CellReader,
        matching: MatchingRows | None,
        readers: Sequence[FileReader],
    ) -> Respondents:
        coded = Coded(weighed.block, labels)
        self._finish.read(coded)
        numbers = cells.read(coded)
        self._cells.require_few_names(self._spec, self._file, self._findings)
        everybody = weighed.respondents is None
        if weighed.respondents is not None:
            numbers = np.where(weighed.respondents, numbers, -1)
            self._zero += int((numbers < 0).sum())
        size = len(self._cells.cells)
        portions = self._drawn.read(coded, numbers, weighed)
        people = Respondents(coded, numbers, weighed.weights, everybody, size, portions)
        rows = None if everybody else numbers >= 0
        if self._id >= 0:
            self._identified.read(people, self._cells.cells, self._id, self._file, self._spec.id)
        if matching is not None:
            people.add(self._sample, rows)
            rows = matching.rows(people, rows)
            people = replace(people, cells=np.where(rows, numbers, -1), all_count=False)
        people.add(self._people, rows)
        for reader in readers:
            reader.read(people)
        self._chosen_none.add(readers)
        return people


def _are_mentions(sense: Sense) -> bool:
    return isinstance(sense, OptionWords) and sense.mentions
