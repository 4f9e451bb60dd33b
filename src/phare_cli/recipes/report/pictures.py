"""The picture of an indicator in a report: beside its reference where it has one, else its bars."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import Document, Picture
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.report.table_sections import slug
from phare_cli.rendering.pages.style import NARROW, WIDE

FEWEST = 2  # figures that a picture adds something to


def picture_of(
    survey: Survey, indicator: str, *, regions: Sequence[str], to: str, conf: float
) -> list[Picture]:
    """Return one picture of *indicator* (an id) in *regions*; none for a single figure, which is no picture."""
    from phare_cli.recipes.plot import plot, plot_beside

    within = survey.where(lambda estimate: estimate.indicator == indicator and estimate.value is not None)
    own = within.where(lambda estimate: estimate.region in regions)
    if len(own.estimates) < FEWEST:
        return []
    label = slug(indicator)
    if len(regions) == 1 and regions[0] != to:
        keys = {_alike(estimate.key) for estimate in own.estimates}
        beside = [each for each in within.estimates if each.region == to and _alike(each.key) in keys]
        if len(beside) == len(own.estimates):
            return [
                Picture(label, plot_beside(within, indicator=indicator, regions=regions, to=to, conf=conf))
            ]
    return [Picture(label, plot(own, indicator=indicator, regions=regions, conf=conf))]


def _alike(key: tuple[str, ...]) -> tuple[str, ...]:
    """Return the key of an estimate without its region."""
    return (*key[:2], *key[3:])


def drawn(document: Document, typesetter: Typesetter) -> dict[str, tuple[str, str]]:
    """Return each picture of *document* as elements for a page, by label: for a screen or paper, for a telephone."""
    from phare_cli.drawing import svg_inline

    pictures = [part for section in document.sections for part in section.parts if isinstance(part, Picture)]
    widths = (("wide", WIDE), ("narrow", NARROW))

    def element(picture: Picture, name: str, width: float) -> str:
        id = f"fig-{picture.label}-{name}"
        return svg_inline(picture.chart, typesetter, width=width, is_framed=False, name=id)

    return {
        picture.label: (element(picture, *widths[0]), element(picture, *widths[1])) for picture in pictures
    }
