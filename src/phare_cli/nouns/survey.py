"""The results of surveys: one estimate a published figure, and what was said of the files they came from."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from phare_cli.nouns.contract import COLUMNS, NUMBERS
from phare_cli.nouns.display import OwnWords, print_pretty, show_html, show_markdown
from phare_cli.nouns.large.counted import are_columned, counts_of, places_of, rates_of
from phare_cli.nouns.message import Message

if TYPE_CHECKING:
    import pandas as pd

    from phare_cli.nouns.large.columned import Columned

    Estimates = tuple["Estimate", ...] | Columned["Estimate"]


NATION = "France"
_NO_WORDS: Mapping[tuple[str, str], str] = MappingProxyType({})


class Estimate(NamedTuple):
    """One published figure: what share of whom said what, where and when.

    Names are codebook ids where the codebook knows them (a region's id is its official name), else the text itself.
    """

    region: str
    stakeholder: str
    indicator: str
    item: str
    value: float | None  # in `unit`; None when named without a figure
    unit: str = "percent"
    base: float | None = None  # respondents asked, unweighted
    effective_base: float | None = None  # base after the design effect
    survey: str = ""
    wave: str = ""
    segment: str = ""  # part of the stakeholder group; "" is the whole group
    response: str = ""  # "single", "multiple" or "" when not known
    in_national_sample: bool | None = None  # on a regional row; None when not known
    nation_share: float | None = (
        None  # 0-1, of the weighted total of the same group and segment in the nation
    )
    whole: str = ""  # the place that these two speak of; "" is the nation
    group_share: float | None = None  # 0-1, of a segment in the weighted total of its whole group
    breakdown: str = ""  # what a segment is a part by: size, age
    rounded_to: float | None = None  # in `unit`; 0 is not rounded, None what `decimals` show
    standard_error: float | None = None  # in `unit`, from the design
    degrees_of_freedom: float | None = None  # of a design that leaves few; None where nothing tells them
    measure: str = ""  # what a number is: mean, median, total...; "" for a share or a score
    interval_low: float | None = None  # of a median, at 95 %, where it cannot be had from the standard error
    interval_high: float | None = None
    rank_low: float | None = None  # the rank interval worked out from respondents; both ends or none
    rank_high: float | None = None
    scale: str = ""  # "ordered" when the items are steps of a scale
    order: float | None = None  # place of the item in its question
    universe: str = ""
    question: str = ""
    source: str = ""
    url: str = ""
    note: str = ""
    counted_from: str = ""  # the files that tabulate counted, with their checksums
    withheld: str = ""  # the mark that stands in the file in place of the figure, where one was declared
    decimals: int = 0  # decimals that the figure was published with
    file: str = ""
    line: int = 0
    stated_rank: float | None = None  # what the file says beside the figure, for checking only
    stated_gap: float | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What may stand only once in the data."""
        return (
            self.survey, self.wave, self.region, self.stakeholder, self.segment, self.indicator, self.item, self.unit,
        )  # fmt: skip

    @property
    def precision_base(self) -> float | None:
        """The base that intervals and tests use: the effective one, as given or as a percentage's error tells it."""
        if self.effective_base is not None:
            return self.effective_base
        if self.standard_error and self.unit == "percent" and self.value is not None and 0 < self.value < 100:
            return self.value * (100 - self.value) / self.standard_error**2
        return self.base

    @property
    def is_step(self) -> bool:
        """Whether the item is a step of a scale, of which the place is known: never ranked."""
        return self.scale == "ordered" and self.order is not None

    @property
    def is_census(self) -> bool:
        """Whether everybody was asked, so that a figure is known exactly: its standard error is 0.

        That is believed beside a figure that was not rounded, as tabulate writes it: elsewhere the error may have been
        rounded, or worked out of a sample in which nobody, or everybody, gave the item, or all the same score.
        """
        return self.value is not None and self.standard_error == 0.0 and self.rounded_to == 0.0

    @property
    def error(self) -> float | None:
        """The standard error that may be relied upon: None for 0 where it is not known that everybody was asked."""
        return self.standard_error if self.standard_error or self.is_census else None

    @property
    def has_no_degrees(self) -> bool:
        """Whether the design left no degree of freedom, as a single cluster does: nothing tells how firm it is."""
        return self.degrees_of_freedom is not None and self.degrees_of_freedom < 1.0 and not self.is_census

    @property
    def half_unit(self) -> float:
        """Half the unit that the figure was rounded to, in `unit`: as told, else as its digits show."""
        return 0.5 / 10.0**self.decimals if self.rounded_to is None else self.rounded_to / 2


# What sets two questions apart: the key of an estimate without its item.
QuestionKey = tuple[str, ...]


def question_of(estimate: Estimate) -> QuestionKey:
    """Return what the items of one question share: all of the key but the item."""
    return (
        estimate.survey, estimate.wave, estimate.region, estimate.stakeholder, estimate.segment,
        estimate.indicator, estimate.unit,
    )  # fmt: skip


class Survey:
    """Estimates in the order of their files, with the notices that reading them gave.

    *kinds* tells, for each indicator of the data as read, whether it is a ``rate`` or a ``ranking``; a subset
    keeps it, so that a ranking with one item left in it is still a ranking. A subset keeps the *whole* that it is
    part of too: what may be concluded of a gap hangs on all the tests of its indicator, whatever was asked.
    *spelled* holds, by kind and id, the words of the data for what a codebook calls otherwise; *words* are those that
    Python tells it in, where a codebook or the data have their own.
    """

    estimates: "Estimates"
    notices: tuple[Message, ...]
    rates: frozenset[str]
    whole: "Estimates | None"
    spelled: Mapping[tuple[str, str], str]
    words: "OwnWords | None"

    # What checks a frame row by row; phare_cli.api hands over the reader of files, which stands above this room.
    frame_reader: ClassVar[Callable[["pd.DataFrame"], "Survey"]]

    def __init__(
        self,
        estimates: "Estimates",
        notices: tuple[Message, ...] = (),
        rates: frozenset[str] = frozenset(),
        whole: "Estimates | None" = None,
        spelled: Mapping[tuple[str, str], str] = _NO_WORDS,
        words: "OwnWords | None" = None,
    ) -> None:
        vars(self).update(
            estimates=estimates, notices=notices, rates=rates, whole=whole, spelled=spelled, words=words
        )

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a survey does not change: {name} stays what it is")

    def __eq__(self, other: object) -> bool:
        return self._told == other._told if isinstance(other, Survey) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._told)

    def __repr__(self) -> str:
        return "Survey(estimates={!r}, notices={!r}, rates={!r})".format(*self._told)

    @property
    def _told(self) -> tuple[object, ...]:
        return self.estimates, self.notices, self.rates

    def but(
        self,
        *,
        estimates: "Estimates | None" = None,
        notices: tuple[Message, ...] | None = None,
        rates: frozenset[str] | None = None,
        spelled: Mapping[tuple[str, str], str] | None = None,
        words: "OwnWords | None" = None,
    ) -> "Survey":
        """Return the same survey but for what is given."""
        return Survey(
            self.estimates if estimates is None else estimates,
            self.notices if notices is None else notices,
            self.rates if rates is None else rates,
            self.whole,
            self.spelled if spelled is None else spelled,
            self.words if words is None else words,
        )

    def _part(self, estimates: Iterable[Estimate]) -> "Survey":
        whole = self.estimates if self.whole is None else self.whole
        return Survey(tuple(estimates), self.notices, self.rates, whole, self.spelled, self.words)

    @classmethod
    def of(cls, estimates: Iterable[Estimate], notices: Iterable[Message] = ()) -> "Survey":
        """Return the survey of *estimates*, having seen which indicators are rates."""
        kept = estimates if are_columned(estimates) else tuple(estimates)
        return cls(kept, tuple(notices), rates_of(kept))

    def where(self, wanted: Callable[[Estimate], bool]) -> "Survey":
        """Return the survey of the estimates that *wanted* holds for."""
        return self._part(filter(wanted, self.estimates))

    def named(self, names: Mapping[str, Collection[str]]) -> "Survey":
        """Return the survey of the estimates that hold one of *names* in each field that it names.

        The field that leaves the fewest is looked up, so that asking one survey again and again costs what is found.
        """
        if not names:
            return self
        places = min((self._places_of(name, among) for name, among in names.items()), key=len)
        found = self._at(places)
        return self._part(each for each in found if all(getattr(each, name) in names[name] for name in names))

    def _places_of(self, field_name: str, names: Collection[str]) -> Sequence[int]:
        if field_name not in self._places:
            self._places[field_name] = places_of(self.estimates, field_name)
        found = [self._places[field_name].get(name, ()) for name in names]
        return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))

    def _at(self, places: Sequence[int]) -> Iterable[Estimate]:
        if isinstance(self.estimates, tuple):
            return map(self.estimates.__getitem__, places)
        return self.estimates.at(places)

    @cached_property
    def _places(self) -> dict[str, Mapping[str, Sequence[int]]]:
        return {}

    def as_read(self) -> "Survey":
        """Return the survey as it was read, of which this one may be a part."""
        return self if self.whole is None else self._as_read

    @cached_property
    def _as_read(self) -> "Survey":
        return Survey(self.whole or (), self.notices, self.rates, None, self.spelled)

    def of_regions(self, regions: Iterable[str]) -> "Survey":
        """Return the survey of some regions, in the time that these ask for."""
        places = (self._places_of("region", (region,)) for region in dict.fromkeys(regions))
        return self._part(self._at(list(chain.from_iterable(places))))

    @cached_property
    def rounds(self) -> tuple[tuple[str, str], ...]:
        """The surveys with their waves, in order of appearance."""
        return tuple(self.counts("survey", "wave"))

    @property
    def counted_from(self) -> set[tuple[str, str]]:
        """The files of the survey, each with what it says that it was counted from."""
        return {each for each in self.counts("file", "counted_from") if each[1]}

    def counts(self, *fields: str) -> Mapping[tuple[Any, ...], int]:
        """Return how many estimates hold each combination of the texts of several *fields*, in order of appearance."""
        return counts_of(self.estimates, fields)

    @cached_property
    def items_asked(self) -> Mapping[tuple[str, str, str, str], frozenset[str]]:
        """The items that a whole group was asked about anywhere, by indicator, survey, wave and group."""
        asked: dict[tuple[str, str, str, str], set[str]] = {}
        fields = ("segment", "item", "indicator", "survey", "wave", "stakeholder")
        for segment, item, indicator, survey, wave, stakeholder in self.counts(*fields):
            if not segment:
                asked.setdefault((indicator, survey, wave, stakeholder), set()).add(item)
        return {key: frozenset(items) for key, items in asked.items()}

    def names(self, field_name: str) -> tuple[str, ...]:
        """Return the distinct values of one field, in order of appearance, the empty one left out.

        Raises WrongOption for what is no field of an estimate.
        """
        if field_name not in Estimate._fields:
            from phare_cli.nouns.option_checks import not_one_of  # of use to who mistyped alone

            raise not_one_of("field_name", field_name, COLUMNS)
        if field_name not in self._names:
            names = (name for (name,) in self.counts(field_name))
            self._names[field_name] = tuple(filter(None, names))
        return self._names[field_name]

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        return {}

    def to_frame(self) -> "pd.DataFrame":
        """Return one row an estimate, in the columns of the data contract, for notebooks (imports pandas).

        Text columns hold text, those of numbers floats, NaN where absent.
        """
        import pandas as pd

        frame = pd.DataFrame([estimate._asdict() for estimate in self.estimates], columns=list(COLUMNS))
        for column in NUMBERS:
            frame[column] = frame[column].astype("float64")
        frame["in_national_sample"] = frame["in_national_sample"].map(
            {True: "yes", False: "no", None: ""}.get
        )
        return frame

    @classmethod
    def from_frame(cls, frame: "pd.DataFrame") -> "Survey":
        """Return the survey of a frame in the columns of the data contract.

        Raises InvalidData when a row breaks the contract, as reading the same figures from a file would.
        """
        return cls.frame_reader(frame)

    _repr_html_ = show_html
    _repr_markdown_ = show_markdown
    _repr_pretty_ = print_pretty
