"""The picture of an indicator that is asked for, from the command line or from Python, under what it finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from phare_cli.judging.reference import declared_whole, reference_of
from phare_cli.judging.subset import Selection, resolve_all, subset
from phare_cli.judging.terms import Terms
from phare_cli.nouns.card_chart import CardChart
from phare_cli.nouns.chart import Chart, Quadrant
from phare_cli.nouns.drawable import Drawable
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.survey import NATION, Survey
from phare_cli.recipes import picture_findings as findings
from phare_cli.recipes.cross.prisms import Prism
from phare_cli.recipes.picture_options import FigureStyle, headed
from phare_cli.wording import foot


def asked_picture(
    survey: Survey,
    selection: Selection,
    kind: str,
    how: FigureStyle,
    *,
    indicators: Sequence[str],
    regions: Sequence[str],
    to: str | None,
    terms: Terms,
    title: str | None,
) -> Drawable:
    """Return the picture of *indicators* (ids) in *kind*, as kind_asked() tells it, of what *selection* names.

    Only cards are of several. *regions* are ids, those to draw; the reference *to* stays in the data whichever they
    are. *title* is that of headed(). Raises UnknownName for a reference or an item that the data do not hold,
    WrongOption for an option that cannot be used, and for several indicators in a picture of one.
    """
    if len(indicators) > 1 and kind != "--style cards":
        raise WrongOption(
            sentence("only cards show several indicators in one picture: add --style cards, or name one.")
        )
    items = resolve_all(survey.named({"indicator": indicators}), "item", how.items)
    asked = _Asked(survey, selection, how, indicators, regions, items, to, terms, title)
    drawn = _PICTURES[kind](asked)
    if not items:
        return drawn
    among = subset(survey, selection).named({"indicator": indicators}).names("item")
    return _chosen(drawn, items, among)


@dataclass(frozen=True)
class _Asked:
    """What a picture is asked of: *indicators*, *regions* and *items* are ids; without items all are drawn."""

    survey: Survey
    selection: Selection
    how: FigureStyle
    indicators: Sequence[str]
    regions: Sequence[str]
    items: Sequence[str]
    to: str | None
    terms: Terms
    title: str | None

    @property
    def indicator(self) -> str:
        """The one of a picture that shows one."""
        return self.indicators[0]

    @cached_property
    def of_all_items(self) -> Survey:
        """The figures that are judged, in every region."""
        return subset(self.survey, self.selection._replace(regions=()))

    @cached_property
    def within(self) -> Survey:
        """Those of the items to draw: each gap is tested among all of its indicator, whichever these are.

        The groups of one item stand side by side, as those of a rate do.
        """
        if not self.items:
            return self.of_all_items
        some = self.of_all_items.named({"item": self.items})
        is_one = len(set(self.items)) == 1
        return some.but(rates=some.rates | {self.indicator}) if is_one else some

    @cached_property
    def beside(self) -> str:
        """The region that figures are set beside: another than the nation is looked for in the data."""
        return reference_of(self.survey, self.to)

    @cached_property
    def beside_if_any(self) -> str:
        """The same, where data hold the nation or declare a whole; else maps and cards show figures and judge none."""
        if self.to or NATION in self.survey.names("region"):
            return self.beside
        return declared_whole(self.survey) or NATION


def _in_style(asked: _Asked) -> Drawable:
    from phare_cli.recipes.plot_styles import plot_in_style  # of use to who draws figures in a style

    whole = subset(asked.survey, asked.selection._replace(indicators=()))  # nets are indicators of their own
    chart = plot_in_style(
        whole,
        asked.how,
        indicator=asked.indicator,
        regions=asked.regions,
        conf=asked.terms.conf,
        items=asked.items,
    )
    figure = partial(
        findings.figure_finding,
        whole,
        indicator=asked.indicator,
        regions=asked.regions,
        conf=asked.terms.conf,
        is_stacked=isinstance(chart, StackedChart),
        items=asked.items,
    )
    return headed(chart, asked.title, figure)


def _over_waves(asked: _Asked) -> Drawable:
    from phare_cli.recipes.plot_waves import plot_waves

    about, regions, terms = asked.indicator, asked.regions, asked.terms
    lines = plot_waves(asked.within, indicator=about, regions=regions, panels=asked.how.panels, terms=terms)
    change = partial(findings.change_finding, asked.within, indicator=about, regions=regions, terms=terms)
    return headed(lines, asked.title, change)


def _as_map(asked: _Asked) -> Drawable:
    from phare_cli.recipes.plot_map import plot_map

    about, regions, to, terms = asked.indicator, asked.regions, asked.beside_if_any, asked.terms
    classes = asked.how.classes or "equal"
    tiles = plot_map(asked.within, indicator=about, regions=regions, to=to, classes=classes, terms=terms)
    judged = partial(findings.map_finding, asked.within, indicator=about, regions=regions, to=to, terms=terms)
    return headed(tiles, asked.title, judged)


def _as_cards(asked: _Asked) -> Drawable:
    from phare_cli.recipes.plot_cards import plot_cards

    about, regions, to, terms = asked.indicators, asked.regions, asked.beside_if_any, asked.terms
    whole, top, items = asked.of_all_items, asked.how.top, asked.items
    cards = plot_cards(whole, indicators=about, regions=regions, to=to, top=top, terms=terms, items=items)
    told = partial(
        findings.card_finding,
        whole,
        indicators=about,
        regions=regions,
        to=to,
        top=top,
        terms=terms,
        items=items,
    )
    return headed(cards, asked.title, told)


def _side_by_side(asked: _Asked) -> Drawable:
    from phare_cli.recipes.plot import plot_beside

    about, regions, to, terms = asked.indicators, asked.regions, asked.beside, asked.terms
    dumbbells = plot_beside(asked.within, indicator=asked.indicator, regions=regions, to=to, terms=terms)
    largest = partial(
        findings.gap_finding, asked.within, indicators=about, regions=regions, to=to, terms=terms
    )
    return headed(dumbbells, asked.title, largest)


_PICTURES: Mapping[str, Callable[[_Asked], Drawable]] = {
    "": _in_style,
    "--by wave": _over_waves,
    "--style map": _as_map,
    "--style cards": _as_cards,
    "--compare": _side_by_side,
}


def _chosen(drawn: Drawable, items: Sequence[str], among: Sequence[str]) -> Drawable:
    """Return *drawn* with how many of the items *among* which they were chosen it shows, and of what its ranks are."""
    if not _shows_any(drawn):
        return drawn
    return replace(drawn, notes=(*drawn.notes, *foot.chosen_items(items, among, has_ranks=_has_ranks(drawn))))


def _shows_any(drawn: Drawable) -> bool:
    match drawn:
        case CardChart():
            return bool(drawn.cards)
        case Quadrant():
            return any(plane.points for plane in drawn.planes)
        case _:
            return bool(drawn.sections)


def _has_ranks(drawn: Drawable) -> bool:
    if not isinstance(drawn, Chart):
        return False
    return any(mark.ranks for section in drawn.sections for panel in section.panels for mark in panel.marks)


def asked_quadrant(
    survey: Survey,
    prisms: Sequence[Prism],
    *,
    regions: Sequence[str],
    cuts: Sequence[float | None],
    conf: float,
    title: str | None,
    items: Sequence[str] = (),
) -> Drawable:
    """Return the quadrant of two *prisms* in *regions* (ids), *title* that of headed().

    *items*, named as a reader names them, are the points to draw, at the places that they have among all. Raises what
    crossings_of() does, and UnknownName for an item that the prisms do not hold.
    """
    from phare_cli.recipes.cross.picture import crossings_of, picture

    found = crossings_of(survey, prisms, regions=regions, cuts=cuts, conf=conf)
    if not items:
        return headed(picture(found, prisms, regions, conf), title, partial(findings.quadrant_finding, found))
    kept = resolve_all(survey.named({"indicator": [each.indicator for each in prisms]}), "item", items)
    among = tuple(dict.fromkeys(item.item for crossing in found for item in crossing.common))
    return _chosen(headed(picture(found, prisms, regions, conf, items=kept), title), kept, among)
