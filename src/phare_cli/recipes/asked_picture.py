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
from phare_cli.recipes.picture_options import FigureStyle, headed


def asked_picture(
    survey: Survey,
    selection: Selection,
    kind: str,
    how: FigureStyle,
    *,
    indicator: str,
    regions: Sequence[str],
    to: str | None,
    terms: Terms,
    title: str | None,
) -> Drawable:
    """Return the picture of *indicator* (an id) in *kind*, as kind_asked() tells it, of what *selection* names.

    *regions* are ids, those to draw; the reference *to* stays in the data whichever they are. *title* is that of
    headed(). Raises UnknownName for a reference that the data do not hold, WrongOption for an option that cannot be
    used.
    """
    if not kind:
        from phare_cli.recipes.plot_styles import plot_in_style  # of use to who draws figures in a style

        whole = subset(survey, selection._replace(indicators=()))  # nets are indicators of their own
        chart = plot_in_style(whole, how, indicator=indicator, regions=regions, conf=terms.conf)
        figure = partial(
            findings.figure_finding,
            whole,
            indicator=indicator,
            regions=regions,
            conf=terms.conf,
            is_stacked=isinstance(chart, StackedChart),
        )
        return headed(chart, title, figure)
    within = subset(survey, selection._replace(regions=()))
    if kind == "--by wave":
        from phare_cli.recipes.plot_waves import plot_waves

        lines = plot_waves(within, indicator=indicator, regions=regions, panels=how.panels, terms=terms)
        change = partial(findings.change_finding, within, indicator=indicator, regions=regions, terms=terms)
        return headed(lines, title, change)
    # Without the nation, and unless another region is asked for, maps and cards show figures and judge none.
    is_beside = kind == "--compare" or to or NATION in survey.names("region")
    beside = reference_of(survey, to) if is_beside else NATION
    if kind == "--style map":
        from phare_cli.recipes.plot_map import plot_map

        classes = how.classes or "equal"
        tiles = plot_map(
            within, indicator=indicator, regions=regions, to=beside, classes=classes, terms=terms
        )
        judged = partial(
            findings.map_finding, within, indicator=indicator, regions=regions, to=beside, terms=terms
        )
        return headed(tiles, title, judged)
    if kind == "--style cards":
        from phare_cli.recipes.plot_cards import plot_cards

        cards = plot_cards(within, indicator=indicator, regions=regions, to=beside, top=how.top, terms=terms)
        told = partial(
            findings.card_finding,
            within,
            indicator=indicator,
            regions=regions,
            to=beside,
            top=how.top,
            terms=terms,
        )
        return headed(cards, title, told)
    from phare_cli.recipes.plot import plot_beside

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
