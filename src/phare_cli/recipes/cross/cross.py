"""Cross prisms: where items fall that are ranked by several indicators at once, and which to act on first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from phare_cli.judging.order import places
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Message, Name, sentence
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.nouns.table import Table
from phare_cli.recipes.cross.columns import crossing_columns, crossing_row, reading_order
from phare_cli.recipes.cross.notes import about_prisms, how_to_read, without_figure
from phare_cli.recipes.cross.placing import Crossing, place_items
from phare_cli.recipes.cross.prisms import Prism, labels
from phare_cli.recipes.cross.side_by_side import gather, readings
from phare_cli.recipes.cross.statements import in_some_prisms, what_to_remember, where
from phare_cli.wording import foot
from phare_cli.wording.ranking_legend import sign_lines


def cross(
    survey: Survey,
    prisms: Sequence[Prism],
    *,
    regions: Sequence[str] = (),
    cuts: Sequence[float | None] = (),
    conf: float = 0.95,
) -> Table:
    """Return one row an item, with its figure and rank in each prism, and where it falls.

    Rows stand by region, then by round, then by the sum of ranks; items that some prism does not hold come last,
    without rank or place. Row names: ``survey wave region stakeholder segment indicator`` (null where prisms
    differ), ``item order rank_sum place``, then for each prism, numbered from 1 in the order asked, ``prism_1
    survey_1 wave_1 value_1 unit_1 base_1 low_1 high_1 rank_1 rank_low_1 rank_high_1 reference_1 index_1 cut_1
    side_1 flag_1``. ``place`` is ``high_on_both``, ``high_on_one``, ``low_on_both`` (of three prisms or more
    ``high_on_all``, ``high_on_some``, ``low_on_all``), ``undecided`` or null. ``side`` is ``high``, ``low``,
    ``undecided`` or null; ``flag`` is ``low_base``, ``suppress``, ``review`` or null.
    A territory statistic has the nation's figure as ``reference`` and is ranked and cut by its ``index``, the nation
    being 100. *cuts* are what high is above, one a prism or one for all of them, None or nothing for the median.

    Raises WrongOption for fewer than two prisms, for cuts that do not fit them, and where figures have no common
    reading.
    """
    found = crossings(survey, prisms, regions=regions, cuts=cuts, conf=conf)
    return crossing_table(found, prisms, regions=regions, conf=conf)


def crossing_table(
    found: Sequence[Crossing], prisms: Sequence[Prism], *, regions: Sequence[str] = (), conf: float = 0.95
) -> Table:
    """Return *found*, crossings of *prisms* in *regions* (ids), as the table that *cross* answers."""
    name_of = labels(prisms)
    figures = estimates_of(found)
    return Table(
        command="cross",
        title=sentence("Crossed: {prisms}", prisms=Listing(tuple(name_of(prism) for prism in prisms))),
        columns=crossing_columns(prisms, found),
        rows=tuple(crossing_row(prisms, crossing, item) for crossing in found for item in crossing.items),
        notes=(
            *say_of_each(found, what_to_remember),
            *in_some_prisms(found, prisms),
            *without_figure(found, prisms),
            *how_to_read(found, prisms, conf),
            *about_prisms(found, prisms),
            *without_crossing(found, regions),
            *sign_lines(figures),
            *foot.about(figures),
        ),
        sources=foot.sources(figures),
        people=reading_order(prisms),
    )


def crossings(
    survey: Survey,
    prisms: Sequence[Prism],
    *,
    regions: Sequence[str] = (),
    cuts: Sequence[float | None] = (),
    conf: float = 0.95,
) -> list[Crossing]:
    """Return a crossing for each region and round in which every prism holds figures, as *cross* does.

    Without *regions* (ids), every region is looked at that the prisms can be read in.
    """
    if len(prisms) < 2:
        raise WrongOption(
            sentence(
                "a crossing takes two prisms or more: name another indicator, or set groups side by side with "
                "--by stakeholder."
            )
        )
    each = cuts_of(cuts, prisms)
    gathered = gather(survey, prisms)
    found = [
        place_items(region, read, cuts=each, conf=conf)
        for region in regions or regions_of(survey, prisms)
        for read in readings(gathered, prisms, region)
    ]
    check_units(found, is_one_cut=len(cuts) == 1)
    return found


def say_of_each(found: Sequence[Crossing], sentences: Callable[[Crossing], list[Message]]) -> list[Message]:
    """Return *sentences* on each crossing, with its region and round where there are several."""
    if len(found) == 1:
        return sentences(found[0])
    return [
        sentence("{where} – {said}", where=where(crossing), said=line)
        for crossing in found
        for line in sentences(crossing)
    ]


def estimates_of(found: Sequence[Crossing]) -> list[Estimate]:
    """Return every figure that *found* shows, the nation's included."""
    figures = []
    for crossing in found:
        for reading in crossing.readings:
            for figure in reading.figures.values():
                figures += (
                    [figure.estimate] if figure.reference is None else [figure.estimate, figure.reference]
                )
    return figures


def regions_of(survey: Survey, prisms: Sequence[Prism]) -> list[str]:
    """Return the regions to look at, the nation first; a statistic is read beside the nation, never of it."""
    of_regions = any(prism.is_statistic for prism in prisms)
    regions = list(places("region", survey.names("region")))
    nation = [region for region in regions if region == NATION and not of_regions]
    return [*nation, *(region for region in regions if region != NATION)]


def cuts_of(cuts: Sequence[float | None], prisms: Sequence[Prism]) -> list[float | None]:
    """Return a cut a prism: one for all of them, or one each. Raises WrongOption for another number of them."""
    if len(cuts) in (0, 1):
        return [cuts[0] if cuts else None] * len(prisms)
    if len(cuts) != len(prisms):
        raise WrongOption(
            sentence(
                "--cut is given {cuts} times for {prisms} prisms: give one for all of them, or one each, in their "
                "order (median keeps the median).",
                cuts=len(cuts),
                prisms=len(prisms),
            )
        )
    return list(cuts)


def check_units(found: Sequence[Crossing], *, is_one_cut: bool) -> None:
    """Raise WrongOption where a prism changes its unit, or where one cut is meant for several units."""
    units: dict[str, set[str]] = {}
    for crossing in found:
        for reading in crossing.readings:
            if not reading.prism.is_statistic:
                units.setdefault(reading.prism.id, set()).add(reading.unit)
    for prism, units_of_prism in units.items():
        if len(units_of_prism) > 1:
            raise WrongOption(
                sentence(
                    "{prism} is in {units} from one round or region to another: choose with --wave, --survey or "
                    "--region.",
                    prism=prism,
                    units=Listing(tuple(sorted(units_of_prism))),
                )
            )
    several = sorted(set[str]().union(*units.values()))
    if is_one_cut and len(several) > 1:
        raise WrongOption(
            sentence(
                "one --cut is read in one unit, and the prisms are in {units}: give one --cut a prism, in their "
                "order.",
                units=Listing(tuple(several)),
            )
        )


def without_crossing(found: Sequence[Crossing], regions: Sequence[str]) -> list[Message]:
    """Return the regions asked for in which some prism holds nothing."""
    crossed_regions = {crossing.region for crossing in found}
    missing = tuple(Name("region", region) for region in regions if region not in crossed_regions)
    if not missing:
        return []
    return [sentence("Not crossed, a prism holding no figure there: {regions}.", regions=Listing(missing))]
