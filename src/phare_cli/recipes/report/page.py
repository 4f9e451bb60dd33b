"""What a reader asks of a report, and what every section of one is made from: each figure judged and ranked once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from phare_cli.judging.conclusions import conclude
from phare_cli.judging.pairs import By, wave_series
from phare_cli.judging.precision import RankedEstimate
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.judging.verdicts import Judgement
from phare_cli.judging.waves import WaveOrder
from phare_cli.language.typeset import has_no_decimals, places_published
from phare_cli.nouns.document import Exhibit
from phare_cli.nouns.message import Fill, Message, sentence
from phare_cli.nouns.picture_kind import PictureKind
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.recipes.report.opening_rule import OpeningRule, is_firm
from phare_cli.recipes.show.show import rank_groups
from phare_cli.wording import foot
from phare_cli.wording.adding_up import decimals_by_unit

Round = tuple[str, str]  # a survey and one wave of it
KEY = ("survey", "wave", "region", "stakeholder", "segment", "indicator", "item", "unit")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What a reader asks of a page. *to* is the region to compare with (an id), *top* the ranks to keep in each group.

    *facts* are those of the survey that the data do not hold, by name. *indicators* (ids) come in that order, all in
    the order of a report where there is none; *title* stands in place of the page's own. *pictures* are those that the
    section of each indicator has beside its own. A *short* page is one sheet of paper, and has none.
    """

    to: str = NATION
    terms: Terms = STANDARD
    top: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    indicators: Sequence[str] = ()
    title: str = ""
    pictures: Sequence[PictureKind] = ()
    short: bool = False


@dataclass(frozen=True)
class PageMaterial:
    """What every section of a report is made from. Whatever takes time is worked out once, when first asked for."""

    survey: Survey
    regions: tuple[str, ...]
    request: PageRequest

    @cached_property
    def own(self) -> tuple[Estimate, ...]:
        """The estimates of the page's regions."""
        if len(self.regions) == 1:
            return tuple(self.survey.of_regions(self.regions).estimates)
        regions = frozenset(self.regions)
        return tuple(each for each in self.survey.estimates if each.region in regions)

    @cached_property
    def by_indicator(self) -> Mapping[str, Sequence[Estimate]]:
        """The estimates of the page's regions, by indicator."""
        estimates: dict[str, list[Estimate]] = {}
        for each in self.own:
            estimates.setdefault(each.indicator, []).append(each)
        return estimates

    def figures(self, indicator: str) -> Survey:
        """Return those of an indicator (an id) that have a figure."""
        valued = tuple(each for each in self.by_indicator[indicator] if each.value is not None)
        return self.survey.but(estimates=valued)

    @cached_property
    def _rounds(self) -> tuple[set[str], set[str]]:
        """The surveys of the page, and its waves."""
        return ({each.survey for each in self.own}, {each.wave for each in self.own})

    def newest(self, indicator: str, rounds: Iterable[Round]) -> Round:
        """Return the newest of *rounds* among those of an indicator; names without an order stand as in the file."""
        return max(rounds, key=WaveOrder.across(map(round_of, self.by_indicator[indicator])).newest)

    def last_figures(self, indicator: str) -> frozenset[Estimate]:
        """Return the figures of an indicator (an id) that are of the newest wave of their group in their survey."""
        by_group: dict[tuple[str, ...], list[Estimate]] = {}
        for each in self.figures(indicator).estimates:
            by_group.setdefault((each.survey, each.stakeholder, each.segment), []).append(each)
        return frozenset(
            each
            for figures in by_group.values()
            for newest in [self.newest(indicator, map(round_of, figures))]
            for each in figures
            if round_of(each) == newest
        )

    def newest_of(self, exhibits: Sequence[Exhibit], indicator: str) -> Exhibit:
        """Return the first of *exhibits* of an indicator (an id) and of its newest round."""
        rows = [(next(exhibit.table.records()), exhibit) for exhibit in exhibits]
        rounds = {
            (str(row["survey"] or ""), str(row["wave"] or "")): exhibit
            for row, exhibit in reversed(rows)
            if row.get("indicator", indicator) == indicator
        }
        return rounds[self.newest(indicator, rounds)]

    def context_of(self, estimate: Estimate) -> Message | None:
        """Return the survey and the wave of a figure, each where the page holds more than one; else None."""
        return self.context_of_round(*round_of(estimate))

    def context_of_round(self, survey: str, wave: str) -> Message | None:
        """Return a survey and a wave, each where the page holds more than one; else None."""
        parts: tuple[Fill, ...] = tuple(
            name for name, names in zip((survey, wave), self._rounds, strict=True) if name and len(names) > 1
        )
        if not parts:
            return None
        names = "ab"[: len(parts)]
        return Message(", ".join(f"{{{name}}}" for name in names), dict(zip(names, parts, strict=True)))

    @cached_property
    def judgements(self) -> Sequence[Judgement]:
        """What may be concluded of every figure of the page beside its reference."""
        to = self.request.to
        if set(self.regions) == {to} or to not in self.survey.names("region"):
            return ()
        return conclude(self.survey, regions=self.regions, to=to, terms=self.request.terms)

    @cached_property
    def changes(self) -> Sequence[Judgement]:
        """What may be concluded of the last wave of each figure of the page beside the one before."""
        if len({(each.survey, each.wave) for each in self.own}) < 2:
            return ()
        judged = conclude(self.survey, regions=self.regions, by=By.WAVE, terms=self.request.terms)
        own = frozenset(self.regions)
        last = {waves[-1] for waves in wave_series(self.survey) if len(waves) > 1 and waves[-1].region in own}
        return tuple(each for each in judged if each.pair.estimate in last)

    @cached_property
    def judged(self) -> Sequence[Judgement]:
        """Every gap of the page, beside the reference and beside the wave before."""
        return (*self.judgements, *self.changes)

    @cached_property
    def opening(self) -> OpeningRule:
        """Which figures, gaps and changes may open the page."""
        return OpeningRule(self.survey.as_read())

    @cached_property
    def decimals(self) -> Mapping[str, int]:
        """The decimals of each unit whose figures need more than it has for the gaps of the page to add up."""
        return {**even_places(self.own), **self.decimals_of_gaps}

    @cached_property
    def decimals_of_gaps(self) -> Mapping[str, int]:
        """The decimals of each unit that has too few for the gaps of the page to add up."""
        return decimals_by_unit(self.judged)

    @cached_property
    def unknown(self) -> tuple[Message, ...]:
        """What is known of no figure of the page, said once where it has several sections."""
        valued = [each for each in self.own if each.value is not None]
        if len({each.indicator for each in valued}) < 2:
            return ()
        lines = self.about(valued)
        return tuple(line for line in (foot.NO_BASES, *self._universe) if line in lines)

    def about(self, estimates: Sequence[Estimate]) -> list[Message]:
        """Return what readers of some figures are owed; a universe that a reader gave is not said to be unknown."""
        lines = foot.about(estimates)
        at = lines.index(foot.NO_UNIVERSE) if foot.NO_UNIVERSE in lines else len(lines)
        return [*lines[:at], *(self._universe if at < len(lines) else ()), *lines[at + 1 :]]

    @property
    def _universe(self) -> tuple[Message]:
        """What is said where no figure names its universe: that which a reader gave, or that it was not published."""
        given = self.request.facts.get("universe")
        return (sentence("Universe: {universe}.", universe=given.rstrip(".")) if given else foot.NO_UNIVERSE,)

    @cached_property
    def untestable_alike(self) -> str | None:
        """Why no gap of the page is tested, where it has several and one reason for all; else None."""
        gaps = [each for each in self.judgements if each.gap is not None]
        reasons = {each.reason if each.verdict == "untestable" else None for each in gaps}
        return reasons.pop() if len(gaps) > 1 and len(reasons) == 1 else None

    def ranks(self, indicator: str) -> Sequence[RankedEstimate]:
        """Return the figures of *indicator* (an id) with the rank that each has in its group, as *show* has them."""
        if indicator not in self._ranks:
            self._ranks[indicator] = rank_groups(
                self.figures(indicator), regions=self.regions, conf=self.request.terms.conf
            )
        return self._ranks[indicator]

    @cached_property
    def _ranks(self) -> dict[str, Sequence[RankedEstimate]]:
        return {}


def round_of(estimate: Estimate) -> Round:
    """Return the survey of a figure and its wave."""
    return (estimate.survey, estimate.wave)


def first_firm(exhibits: Iterable[Exhibit], estimates: Sequence[Estimate]) -> Estimate | None:
    """Return the first of *estimates* that a row of some tables shows, of its first region where it shows several.

    It may be relied upon, so that no reader learns to read on a figure that the page calls unfit; None where none may.
    """
    rows = (row for exhibit in exhibits for row in exhibit.table.records())
    found = (_shown_in(row, estimates) for row in rows)
    return next((each for each in found if each is not None and is_firm(each)), None)


def _shown_in(row: Mapping[str, object], estimates: Sequence[Estimate]) -> Estimate | None:
    names = [name for name in KEY if name in row]
    return next((each for each in estimates if all(getattr(each, name) == row[name] for name in names)), None)


def even_places(estimates: Iterable[Estimate]) -> dict[str, int]:
    """Return the decimals of each unit that has none of its own: those of the figure that needs most, up to two."""
    found: dict[str, int] = {}
    for each in estimates:
        if each.value is not None and has_no_decimals(each.unit):
            found[each.unit] = max(found.get(each.unit, 0), places_published(each.value))
    return found
