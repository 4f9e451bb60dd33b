"""Find in a file the columns that a spec names; each one that is not there is a problem with the nearest that are."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from phare_cli.files.findings import KEPT, Findings
from phare_cli.language.folding import fold
from phare_cli.nouns.message import Listing, sentence
from phare_cli.respondents.engine.batches import NO_FACTS, ColumnFacts, OptionSet
from phare_cli.respondents.engine.value_labels import NO_LABELS, ValueLabels
from phare_cli.respondents.header_rows import ColumnNames

_BEFORE_OPTIONS = ("[", "_", "/")  # between a question and its option, in the name of a column


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """Where numbers are to be read: a file, the place and the name of a column, and the decimal marks to expect."""

    file: str
    place: int
    name: str
    facts: ColumnFacts
    decimal_marks: str = ""


class ColumnFinder:
    """The columns of one file, by name; it remembers which were asked for."""

    def __init__(
        self,
        file: str,
        header: ColumnNames,
        findings: Findings,
        facts: ColumnFacts = NO_FACTS,
        decimal_marks: str = "",
    ) -> None:
        self.facts = facts
        self._decimal_marks = decimal_marks
        self._file = file
        self._header = header
        self._findings = findings
        self._used: dict[int, None] = {}

    @property
    def used(self) -> list[int]:
        """The columns that were asked for, in that order."""
        return list(self._used)

    def one(self, name: str) -> int:
        """Return the column called *name*, -1 when there is none or more than one."""
        found = self._header.find(name)
        if len(found) == 1:
            return self.use(found[0])
        if found:
            self._findings.problem(
                "ambiguous-column",
                sentence(
                    "{count} columns are called “{name}”. Rename all but one.", count=len(found), name=name
                ),
                self._file,
                column=name,
            )
        else:
            self._absent(name)
        return -1

    def matching(self, pattern: str) -> list[int]:
        """Return the columns that a name or pattern fits."""
        if "*" not in pattern or pattern in self._header.names:
            place = self.one(pattern)
            return [] if place < 0 else [place]
        found = [self.use(place) for place in self._header.match(pattern)]
        if not found:
            self._absent(pattern)
        return found

    def declared_set(self, name: str) -> OptionSet | None:
        """Return the set that the file declares under a name which is no column's, ``$`` and case apart."""
        if self._header.find(name):
            return None
        folded = fold(name)
        return next((declared for of, declared in self.facts.sets.items() if fold(of) == folded), None)

    def tell_list(self, place: int) -> None:
        """Add the problem of a column of lists that is asked for one answer a respondent."""
        message = sentence(
            'each cell of this column is a list of answers: ask for them with --multiple, or kind = "cell" in a spec.'
        )
        self._findings.problem("several-in-cell", message, self._file, column=self.name(place))

    def tell_shared(self) -> None:
        """Add a problem for each label that was met for several codes."""
        for place in self.used:
            for label, codes in self.labels(place).shared.items():
                message = sentence(
                    "the codes {codes} share the label “{label}”: --codes shows answers by their codes, and options, "
                    "missing and recode in a spec may name codes.",
                    codes=Listing(tuple(codes)),
                    label=label,
                )
                self._findings.problem("shared-label", message, self._file, column=self.name(place))

    def labels(self, place: int) -> ValueLabels:
        """Return the labels of the codes of a column, none where it holds texts."""
        return self.facts.labels.get(place, NO_LABELS)

    def numbers(self, place: int) -> NumberPlace:
        """Return what is needed to read a column as numbers."""
        return NumberPlace(self._file, place, self.name(place), self.facts, self._decimal_marks)

    def name(self, place: int) -> str:
        """Return the name of a column."""
        return self._header.called(place)

    def use(self, place: int) -> int:
        """Return *place*, a column that is read from now on."""
        self._used[place] = None
        return place

    def _count(self, pattern: str) -> int:
        return len(self._header.match(pattern)) if "*" not in pattern[:-1] else 0

    def _absent(self, name: str) -> None:
        near: list[str] = []
        options = next(
            (f"{name}{mark}" for mark in _BEFORE_OPTIONS if self._count(f"{name}{mark}*") > 1), None
        )
        if options is not None:
            message = sentence(
                "no column is called “{name}”: its options have a column each, which {pattern} stands for.",
                name=name,
                pattern=f"'{options}*{']' if options.endswith('[') else ''}'",
            )
            self._findings.missing_column(message, self._file, column=name)
            return
        if len(self._findings.problems) < KEPT:  # what nobody reads is not looked for
            near = get_close_matches(name, list(filter(None, self._header.codes)), n=3, cutoff=0.6)
        if near:
            message = sentence(
                "no column is called “{name}”. Did you mean {near}?",
                name=name,
                near=Listing(tuple(near), last="or"),
            )
        else:
            message = sentence(
                "no column is called “{name}”. phare tabulate --draft lists those there are.", name=name
            )
        self._findings.missing_column(message, self._file, column=name)
