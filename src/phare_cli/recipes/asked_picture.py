"""The picture of an indicator that is asked for, from the command line or from Python, under what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from phare_cli.judging.reference import reference_of
from phare_cli.judging.subset import Selection, subset
from phare_cli.judging.terms import Terms
from phare_cli.nouns.drawable import Drawable
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.survey import NATION, Survey
from phare_cli.recipes import picture_findings as findings
from phare_cli.recipes.cross.prisms import Prism
from phare_cli.recipes.picture_options import headed


def asked_picture(
    survey: Survey,
    selection: Selection,
    kind: str,
    *,
    indicator: str,
    regions: Sequence[str],
    to: str | None,
    terms: Terms,
    style: str | None,
    panels: str | None,
    classes: str | None,
    top: int | None,
    suppress: bool,
    title: str | None,
) -> Drawable:
    """Return the picture of *indicator* (an id) in *kind*, as kind_asked() tells it, of what *selection* names.

    *regions* are ids, those to draw; the reference *to* stays in the data whichever they are. *style*, *panels*,
    *classes*, *top* and *suppress* are those of plot_in_style(), *title* that of headed(). Raises UnknownName for a
    reference that the data do not hold, WrongOption for an option that cannot be used.
    """
    if not kind:
        return _in_style(
            subset(survey, selection._replace(indicators=())),  # nets are indicators of their own
            style,
            panels=panels,
            classes=classes,
            indicator=indicator,
            regions=regions,
            top=top,
            suppress=suppress,
            conf=terms.conf,
            title=title,
        )
    within = subset(survey, selection._replace(regions=()))
    if kind == "--by wave":
        from phare_cli.recipes.plot_waves import plot_waves  # of use to who draws lines

        lines = plot_waves(within, indicator=indicator, regions=regions, panels=panels, terms=terms)
        find = partial(findings.change_finding, within, indicator=indicator, regions=regions, terms=terms)
        return headed(lines, title, find)
    if kind == "--style map":
        from phare_cli.recipes.plot_map import plot_map

        # Without the nation, and unless another region is asked for, a map shows figures and judges none.
        beside = reference_of(survey, to) if to or NATION in survey.names("region") else NATION
        tiles = plot_map(
            within, indicator=indicator, regions=regions, to=beside, classes=classes or "equal", terms=terms
        )
        judged = partial(
            findings.map_finding, within, indicator=indicator, regions=regions, to=beside, terms=terms
        )
        return headed(tiles, title, judged)
    if kind == "--style cards":
        from phare_cli.recipes.plot_cards import plot_cards

        other = reference_of(survey, to) if to or NATION in survey.names("region") else NATION
        cards = plot_cards(within, indicator=indicator, regions=regions, to=other, top=top, terms=terms)
        told = partial(
            findings.card_finding,
            within,
            indicator=indicator,
            regions=regions,
            to=other,
            top=top,
            terms=terms,
        )
        return headed(cards, title, told)
    from phare_cli.recipes.plot import plot_beside

    beside = reference_of(survey, to)
    dumbbells = plot_beside(within, indicator=indicator, regions=regions, to=beside, terms=terms)
    largest = partial(
        findings.gap_finding, within, indicator=indicator, regions=regions, to=beside, terms=terms
    )
    return headed(dumbbells, title, largest)


def asked_quadrant(
    survey: Survey,
    prisms: Sequence[Prism],
    *,
    regions: Sequence[str],
    cuts: Sequence[float | None],
    conf: float,
    title: str | None,
) -> Drawable:
    """Return the quadrant of two *prisms* in *regions* (ids), *title* that of headed().

    Raises what crossings_of() does.
    """
    from phare_cli.recipes.cross.picture import crossings_of, picture

    found = crossings_of(survey, prisms, regions=regions, cuts=cuts, conf=conf)
    quadrant = picture(found, prisms, regions, conf)
    return headed(quadrant, title, partial(findings.quadrant_finding, found))


def _in_style(
    survey: Survey,
    style: str | None,
    *,
    panels: str | None,
    classes: str | None,
    indicator: str,
    regions: Sequence[str],
    top: int | None,
    suppress: bool,
    conf: float,
    title: str | None,
) -> Drawable:
    from phare_cli.recipes.plot_styles import plot_in_style

    chart = plot_in_style(
        survey,
        style,
        panels=panels,
        classes=classes,
        indicator=indicator,
        regions=regions,
        top=top,
        suppress=suppress,
        conf=conf,
    )
    is_stacked = isinstance(chart, StackedChart)
    find = partial(
        findings.figure_finding,
        survey,
        indicator=indicator,
        regions=regions,
        conf=conf,
        is_stacked=is_stacked,
    )
    return headed(chart, title, find)
