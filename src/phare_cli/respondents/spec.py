"""What to make of a file of respondents: where region, group and weight stand, and what each question asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from phare_cli.language.departement_codes import CodesMean, is_named_for_departements
from phare_cli.language.place_words import place_named
from phare_cli.nouns.problem import Problem
from phare_cli.respondents.conditions.condition import Condition, columns_of
from phare_cli.respondents.replicate_design import ReplicateDesign

PLACES = ("wave", "region", "stakeholder", "segment")


class QuestionKind(StrEnum):
    """How a question was asked, and so how its answers stand in the file."""

    SINGLE = "single"  # one column, one answer
    SET = "set"  # one column an option
    MENTIONS = "mentions"  # one column a mention: the first answer, the second, the third
    CELL = "cell"  # several answers in one cell
    SCORE = "score"  # a number, whose mean is wanted
    NUMBER = "number"  # any number, of which a mean, a total, a median... is wanted


STATISTICS = ("mean", "median", "quantile", "total", "ratio", "minimum", "maximum", "count")
"""What may be asked of numbers; *count* is how many people weights say that those who gave one are.

A quantile comes with the part under it, ``quantile 0.25``.
"""


@dataclass(frozen=True, slots=True)
class NameSource:
    """Where a name comes from: a column, or a constant for the whole file; neither when it is not told."""

    column: str = ""
    constant: str = ""

    @classmethod
    def of(cls, text: str) -> NameSource:
        """Return the place that *text* means: ``REG`` is a column, ``=PACA`` a constant."""
        return cls(constant=text[1:].strip()) if text.startswith("=") else cls(column=text.strip())

    def __bool__(self) -> bool:
        return bool(self.column or self.constant)


def breakdowns_of(texts: Iterable[str]) -> tuple[NameSource, ...]:
    """Return the places that part groups, each once."""
    return tuple(NameSource.of(text) for text in dict.fromkeys(map(str.strip, texts)) if text)


@dataclass(frozen=True, slots=True)
class Net:
    """Items that are joined: who gave one of *plus*, less who gave one of *minus* where there are any."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One question. *columns* are names or patterns (``Q3[*]``); a SET has one column an option.

    *options* maps what stands in the data (an answer; for a SET a column name) to an item, in the order wanted;
    empty, every answer found is an item. *other* is the item of the answers that are not declared. *separator*
    parts the answers in a CELL, ``none`` nothing does, and empty lets the column tell; *selected* and
    *not_selected* are the words of a SET, which its columns tell when both are empty. *asked* says who was
    asked: in each of these columns, one of these answers.
    """

    indicator: str
    kind: QuestionKind
    columns: tuple[str, ...]
    wording: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    other: str = ""
    separator: str = ""
    missing: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()
    not_selected: tuple[str, ...] = ()
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    where: Condition | None = None  # of those, whom its results are about
    universe: str = ""
    item: str = "mean"
    lowest: float = 0.0
    highest: float = 10.0
    is_ordered: bool = False  # the options of a SINGLE are steps of a scale, in their order
    nets: Mapping[str, Net] = field(default_factory=dict)  # by name
    unit: str = ""  # of a NUMBER; of a SCORE where it is no score of its highest
    per: str = ""  # the column of what a NUMBER is divided by
    statistics: Mapping[str, str] = field(default_factory=dict)  # by name: what is asked of a NUMBER
    # Of a NUMBER that was read once already, by cell: up to which numbers replicate weights are to be summed, rising.
    cuts: tuple[tuple[float, ...], ...] = ()

    @property
    def filtering(self) -> tuple[str, ...]:
        """The columns that say of whom its results are."""
        return tuple(dict.fromkeys((*self.asked, *columns_of(self.where))))


@dataclass(frozen=True, slots=True)
class Spec:
    """Everything that turns respondents into results, apart from the files themselves."""

    questions: tuple[Question, ...]
    places: Mapping[str, NameSource] = field(default_factory=dict)  # of PLACES
    more_breakdowns: tuple[
        NameSource, ...
    ] = ()  # beside the place of the segment: each parts groups by itself
    weight: str = ""
    id: str = ""  # the column of identifiers, of which none may stand twice in a wave and group
    strata: tuple[str, ...] = ()  # columns that together name the stratum
    clusters: tuple[
        str, ...
    ] = ()  # columns of what was drawn together, those drawn first before those in them
    nests: bool = False  # the names of clusters are those of their stratum alone
    replicates: ReplicateDesign | None = None
    drops_unweighed: bool = False  # who has no weight is no respondent, rather than a problem
    where: Condition | None = None  # of whom results are; the others count in the design alone
    nets: Mapping[str, Net] = field(default_factory=dict)  # of every question that holds their items
    missing: tuple[str, ...] = ()
    usual_missing: tuple[str, ...] = ()  # those of them that a project declares for all its files
    codes: bool = False  # answers are shown by their codes in place of labels
    recodes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # of PLACES
    departements: bool = False  # the region's column holds départements, summed to their regions
    nation: bool | None = None  # the regions of a column add up to France; None when it is not said
    whole: str = ""  # what they add up to, where that is another place
    in_national_sample: bool | None = None  # they are parts of its sample; None when it is not said
    survey: str = ""
    universe: str = ""
    source: str = ""
    url: str = ""
    note: str = ""
    problems: tuple[Problem, ...] = ()  # of its file: such a spec counts nothing
    is_written: bool = False  # in a file, whose keys say what options would

    def asking(self, option: str, key: str) -> str:
        """Return what to type to ask for something: a key of its file, or the option that stands for it."""
        return key if self.is_written else option

    @property
    def codes_mean(self) -> CodesMean:
        """What the codes of the region's column are read as: by what is said of it, then by its name."""
        if self.departements:
            return CodesMean.THEIR_REGIONS
        column = self.place("region").column
        if place_named(column) == "country" and not self.nation and not self.in_national_sample:
            return CodesMean.COUNTRIES
        return CodesMean.DEPARTEMENTS if is_named_for_departements(column) else CodesMean.REGIONS

    def place(self, name: str) -> NameSource:
        """Return where the wave, region, stakeholder or segment of a respondent stands."""
        return self.places.get(name, NameSource())

    def by_breakdown(self) -> tuple[Spec, ...]:
        """Return the spec of each breakdown: one place of the segment each, never two crossed."""
        alone = replace(self, more_breakdowns=())
        more = (replace(alone, places={**self.places, "segment": place}) for place in self.more_breakdowns)
        return (alone, *more)

    def columns(self) -> tuple[str, ...]:
        """Return every column name or pattern that is needed."""
        named = [place.column for place in self.places.values()]
        named += [*self.strata, *self.clusters, *(self.replicates.columns if self.replicates else ())]
        for question in self.questions:
            named += [*question.columns, question.per, *question.filtering]
        named += columns_of(self.where)
        return tuple(dict.fromkeys(filter(None, [*named, self.weight, self.id])))
