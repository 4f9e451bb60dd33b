"""Look in the data for what a claim speaks of: the figures that its names allow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from phare_cli.documents.prose.tokens import folded
from phare_cli.judging.waves import WaveOrder
from phare_cli.nouns.contract import CROSSED
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.recipes.verify.grammar.claims import BEFORE, Scene
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN
from phare_cli.recipes.verify.grammar.names.wave_mentions import years_of
from phare_cli.recipes.verify.grammar.topic import Topic


class Evidence:
    """The figures of a survey, found by what a text says of them."""

    def __init__(self, survey: Survey, home: str | None = None) -> None:
        self._crossed: dict[tuple[str, ...], list[Estimate]] = {}
        for estimate in survey.estimates:
            if estimate.measure in CROSSED:
                self._crossed.setdefault(_crossing_of(estimate), []).append(estimate)
        self._of_people: dict[tuple[str, ...], list[Estimate]] | None = None  # made when first asked for
        survey = self.survey = without_crossings(survey)
        self._by_topic: dict[Topic, list[Estimate]] = {}
        for estimate in survey.estimates:
            self._by_topic.setdefault((estimate.indicator, estimate.item), []).append(estimate)
        self._items: dict[str, set[str]] = {}
        for estimate in survey.estimates:
            self._items.setdefault(estimate.indicator, set()).add(estimate.item)
        rounds = dict.fromkeys((estimate.survey, estimate.wave) for estimate in survey.estimates)
        self._order = WaveOrder.across(rounds)
        of_home = [each for each in survey.estimates if each.region == home and each.value is not None]
        self._newest_of_home = max(of_home, key=self.place).wave if of_home and home != NATION else None

    def crossed_with(self, estimate: Estimate) -> Sequence[Estimate]:
        """Return the row and cell percents of the crossing that a figure stands in, which prose seldom tells apart."""
        return self._crossed.get(_crossing_of(estimate), ())

    def beside(self, estimate: Estimate) -> Sequence[Estimate]:
        """Return what else the data say of the people of a figure: other answers, other questions, in its unit."""
        if self._of_people is None:
            self._of_people = {}
            for each in self.survey.estimates:
                self._of_people.setdefault(_people_of(each), []).append(each)
        return [each for each in self._of_people[_people_of(estimate)] if each is not estimate]

    def other_waves(self, estimate: Estimate) -> list[Estimate]:
        """Return the figures of the same people and answer in other waves, and in other surveys."""
        same = (estimate.region, estimate.stakeholder, estimate.segment, estimate.unit)
        return [
            each
            for each in self._by_topic.get((estimate.indicator, estimate.item), ())
            if (each.region, each.stakeholder, each.segment, each.unit) == same and each is not estimate
        ]

    def number_of_items(self, estimate: Estimate) -> int:
        """Return how many answers the question of a figure has."""
        return len(self._items[estimate.indicator])

    def place(self, estimate: Estimate) -> int:
        """Return where the wave of a figure stands in time."""
        return self._order.place_of(estimate)

    def figures(
        self, scene: Scene, unit: str | None, preferred: Sequence[str] = (), *, is_loose: bool = False
    ) -> list[Estimate]:
        """Return the figures that a scene may mean, those of the wave that it says or that stands in for it.

        *preferred* are the indicators that the text spoke of, where several have the item.
        """
        unit = unit or scene.unit or None
        found = [
            estimate
            for topic in scene.topics
            for estimate in _of_scene(self._by_topic.get(topic, ()), scene)
            if unit is None or _has_unit(estimate, unit)
        ]
        with_value = [estimate for estimate in found if estimate.value is not None]
        if not (is_loose and scene.wave is None and scene.document_wave is None):
            with_value = self._of_wave(with_value, scene.wave, scene.document_wave or self._newest_of_home)
        found = with_value
        for named in (scene.named, () if is_loose else preferred):
            kept = [estimate for estimate in found if estimate.indicator in named]
            if kept:
                found = kept
        return found

    def parts(self, scene: Scene, unit: str, preferred: Sequence[str] = ()) -> list[list[Estimate]]:
        """Return the figures of the parts of a group, each list of what the group is parted by: age, size."""
        by_breakdown: dict[str, list[Estimate]] = {}
        for segment in filter(None, self.survey.names("segment")) if not scene.segment else ():
            for each in self.figures(scene._replace(segment=segment), unit, preferred):
                by_breakdown.setdefault(each.breakdown, []).append(each)
        return list(by_breakdown.values())

    def absent(self, scene: Scene) -> list[Estimate]:
        """Return the figures that the data name without a value."""
        return [
            each
            for topic in scene.topics
            for each in _of_scene(self._by_topic.get(topic, ()), scene)
            if each.value is None
        ]

    def _of_wave(self, found: list[Estimate], wave: str | None, default: str | None) -> list[Estimate]:
        if not found:
            return found
        if wave == BEFORE:
            return self._nth_newest(found, 1)
        if wave is not None:
            return of_wave(found, wave)
        if default is not None:
            kept = of_wave(found, default)
            if kept:
                return self._nth_newest(kept, 0)
        return self._nth_newest(found, 0)

    def _nth_newest(self, found: list[Estimate], number: int) -> list[Estimate]:
        """Return the figures of the newest wave of each series, or of the one before."""
        kept: list[Estimate] = []
        series: dict[tuple[str, ...], list[Estimate]] = {}
        for estimate in found:
            key = (
                estimate.region,
                estimate.stakeholder,
                estimate.segment,
                estimate.indicator,
                estimate.item,
                estimate.unit,
            )
            series.setdefault(key, []).append(estimate)
        newest = max(map(self.place, found))
        for of_series in series.values():
            ordered = sorted(of_series, key=self.place, reverse=True)
            if (
                number == 0
                and len(series) > 1
                and self.place(ordered[0]) < newest
                and any(
                    self.place(each[0]) == newest and each[0].survey == ordered[0].survey
                    for each in series.values()
                )
            ):
                continue
            if number < len(ordered):
                kept.append(ordered[number])
        return kept

    def bases(self, scene: Scene) -> list[Estimate]:
        """Return the figures whose base a count of people may be."""
        found = [each for each in _of_scene(self.survey.estimates, scene) if each.base]
        wave = scene.wave or scene.document_wave or self._newest_of_home
        if (wave is not None and (kept := of_wave(found, wave))) or scene.wave is not None:
            return kept
        newest = max((self.place(each) for each in found), default=0)
        return [each for each in found if self.place(each) == newest]


def without_crossings(survey: Survey) -> Survey:
    """Return a survey without row and cell percents: their names are those of its other figures."""
    if not any(each.measure in CROSSED for each in survey.estimates):
        return survey
    return survey.where(lambda each: each.measure not in CROSSED)


def _crossing_of(estimate: Estimate) -> tuple[str, ...]:
    asked = estimate.indicator.removesuffix(f" ({estimate.measure})")
    return estimate._replace(indicator=asked).key


def _people_of(estimate: Estimate) -> tuple[str, ...]:
    return (
        estimate.survey,
        estimate.wave,
        estimate.region,
        estimate.stakeholder,
        estimate.segment,
        estimate.unit,
    )


def of_wave(found: Iterable[Estimate], wave: str) -> list[Estimate]:
    """Return the figures of the wave that a text says: by its name, its number, or the years that it holds."""
    kept = list(found)
    same = [each for each in kept if is_same_wave(each.wave, wave)]
    if same:
        return same
    said = years_of(wave)
    if said is None:
        return []
    inside = [
        each
        for each in kept
        if (years := years_of(each.wave)) and years[0] <= said[1] and said[0] <= years[1]
    ]
    spans = {each.wave: _span(each.wave) for each in inside}
    narrow = min(spans.values(), default=0)
    return [each for each in inside if spans[each.wave] == narrow]


@lru_cache(maxsize=4096)
def is_same_wave(name: str, said: str) -> bool:
    """Tell whether two names of a wave are one: "vague 34" and "Wave 34", "2015-2016" and "2015-16"."""
    if folded(name) == folded(said):
        return True
    if years_of(name) or years_of(said):
        return years_of(name) == years_of(said) and years_of(said) is not None
    numbers = re.findall(r"\d+", name), re.findall(r"\d+", said)
    return bool(numbers[0]) and numbers[0] == numbers[1]


def _span(wave: str) -> int:
    years = years_of(wave) or (0, 0)
    return years[1] - years[0]


def _of_scene(estimates: Iterable[Estimate], scene: Scene) -> list[Estimate]:
    """Return the figures of the people and the place of a scene, of any where it says none."""
    region, group, segment = scene.region, scene.group, scene.segment
    if UNKNOWN in (region, group):
        return []
    return [
        each
        for each in estimates
        if each.segment == segment
        and (region is None or each.region == region)
        and (group is None or each.stakeholder == group)
    ]


def _has_unit(estimate: Estimate, unit: str) -> bool:
    return estimate.unit.startswith("score") if unit == "score" else estimate.unit == unit
