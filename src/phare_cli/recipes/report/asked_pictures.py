"""Pictures that a page has where a reader asks for them: lines over time, a map of all regions, a heat table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from phare_cli.judging.terms import Family
from phare_cli.nouns.document import AskedChart, Foot, Picture
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.picture_kind import PictureKind
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.report.page import PageMaterial, PageRequest, round_of
from phare_cli.recipes.report.table_sections import slug
from phare_cli.recipes.show.show import first_ranks

FEWEST = 2  # waves, regions, or items and groups, of which a picture is made
MOST_MAPS = 4  # of one indicator: as many stand on one page, below or beside one another


def refuse_pictures(request: PageRequest) -> None:
    """Raise WrongOption where verdicts of a picture would not be those of the tables of its page."""
    judged = next((kind for kind in request.pictures if kind is not PictureKind.HEAT), None)
    if judged is not None and request.terms.family is Family.TABLE:
        raise WrongOption(
            sentence(
                "--picture {kind} judges other gaps than the tables of a page do, and --family table would test them "
                "apart: leave one of them out.",
                kind=judged,
            )
        )


def asked_pictures(page: PageMaterial, indicator: str, foot: Foot) -> Iterator[Picture | Foot]:
    """Yield the pictures of an indicator that a page was asked for, those that its figures make, each above its notes.

    What *foot*, that of the indicator, says is not said again.
    """
    for kind in dict.fromkeys(page.request.pictures):
        chart = _CHARTS[kind](page, _drawn(page, indicator), indicator)
        if chart is not None:
            yield Picture(f"{slug(indicator)}-{kind}", _with_context(chart))
            notes = tuple(line for line in chart.notes if line not in (*foot.lines, *page.unknown))
            yield Foot(notes)


def _with_context(chart: AskedChart) -> AskedChart:
    """Return *chart* with its round, and what else all of it shares, in its title: a page shows no line below that."""
    if not chart.subtitle.text:
        return chart
    return replace(chart, title=sentence("{caption} ({round})", caption=chart.title, round=chart.subtitle))


def _drawn(page: PageMaterial, indicator: str) -> Survey:
    """Return the figures of an indicator, of the items that the page keeps."""
    within = page.survey.named({"indicator": (indicator,)})
    if page.request.top is None:
        return within
    kept = {each.estimate.item for each in first_ranks(page.ranks(indicator), page.request.top)}
    return within.named({"item": kept})


def _newest(page: PageMaterial, survey: Survey, indicator: str) -> Survey:
    """Return the whole groups of *survey* in the newest round of an indicator."""
    newest = page.newest(indicator, map(round_of, page.by_indicator[indicator]))
    return survey.where(lambda each: round_of(each) == newest and not each.segment)


def _trend(page: PageMaterial, survey: Survey, indicator: str) -> AskedChart | None:
    from phare_cli.recipes.plot_waves import plot_waves

    lines = plot_waves(survey, indicator=indicator, regions=page.regions, terms=page.request.terms)
    return lines if any(len(section.waves) >= FEWEST for section in lines.sections) else None


def _map(page: PageMaterial, survey: Survey, indicator: str) -> AskedChart | None:
    from phare_cli.recipes.plot_map import plot_map

    newest = _newest(page, survey, indicator)
    try:
        tiles = plot_map(
            newest, indicator=indicator, to=page.request.to, terms=page.request.terms, keep=MOST_MAPS
        )
    except WrongOption:  # no region has a tile
        return None
    shown = {
        str(tile.label) for section in tiles.sections for tile in section.tiles if tile.value is not None
    }
    return tiles if len(shown) >= FEWEST else None


def _heat(page: PageMaterial, survey: Survey, indicator: str) -> AskedChart | None:
    from phare_cli.recipes.plot_heat import plot_heat

    own = _newest(page, survey, indicator).of_regions(page.regions)
    cells = plot_heat(own, indicator=indicator, regions=page.regions, conf=page.request.terms.conf)
    is_table = any(
        len(section.rows) >= FEWEST and len(section.columns) >= FEWEST for section in cells.sections
    )
    return cells if is_table else None


_CHARTS: Mapping[PictureKind, Callable[[PageMaterial, Survey, str], AskedChart | None]] = {
    PictureKind.TREND: _trend,
    PictureKind.MAP: _map,
    PictureKind.HEAT: _heat,
}
