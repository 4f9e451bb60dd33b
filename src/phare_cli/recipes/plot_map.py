"""A map of one indicator: a tile a region, as the codebook places them, each told apart from the nation or not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from phare_cli.judging.conclusions import conclude
from phare_cli.judging.order import by_context, by_item
from phare_cli.judging.precision import WEAK, flag_of, interval_of
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.judging.verdicts import Judgement
from phare_cli.language.codebook import codebook
from phare_cli.language.map_tiles import MapTile, tiles_for
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import ANOTHER, Fill, Form, Listing, Message, Name, PlaceWord, sentence
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.nouns.tile_map import MapSection, Tile, TileMap
from phare_cli.recipes.plot import NOTHING, context_of
from phare_cli.recipes.telling_maps import MAP_KEY, map_of, maps_left_out, most_telling
from phare_cli.wording import adding_up, comparison_legend, foot, ranking_legend

# The rules by which figures are parted into classes, and what each of them is.
CLASSES = {
    "equal": sentence(
        "Classes: equal steps between round numbers, from the lowest figure to the highest, as they are printed; a "
        "figure at an end is in the class above."
    ),
    "quantiles": sentence(
        "Classes: quantiles, a fifth of the figures in each as nearly as may be; those printed alike are in one."
    ),
}
SIZE = sentence("Tiles: all of one size, near where the places lie.")
CODED = sentence("Tiles: places by their codes, all of one size, near where they lie.")
MOST = 24  # maps of a picture


def plot_map(
    survey: Survey,
    *,
    indicator: str,
    regions: Sequence[str] = (),
    to: str = NATION,
    classes: str = "equal",
    terms: Terms = STANDARD,
    keep: int | None = None,
) -> TileMap:
    """Return the figures of *indicator* (an id) as tiles, a map for each group, item and wave.

    A region has the verdict of *compare* beside *to*. *regions* and *to* are ids, *classes* one of CLASSES. Of more
    maps than *keep* those are drawn that tell most, and the notes name the others. Raises WrongOption where no region
    of the data has a tile, and for more maps than a picture holds where none is left out.
    """
    only = survey.named({"indicator": (indicator,)})
    places = tiles_for([each for each in regions or only.names("region") if each != to])
    key = by_context(only, regions=regions)
    estimates = [
        each
        for each in sorted(only.estimates, key=lambda each: (key(each), by_item(each)))
        if _is_shown(each.region, to, regions, places)
    ]
    drawn, empty = _with_figures([each for each in estimates if each.region in places])
    if estimates and not drawn:
        raise WrongOption(
            sentence(
                "{no_place} of these figures has a tile: give them one in a codebook of yours (phare help codebook).",
                no_place=PlaceWord(tuple(each.region for each in estimates), "no"),
            )
        )
    has_reference = any(each.region == to for each in only.estimates)
    count = len(set(map(map_of, drawn)))
    if count > MOST and keep is None:
        raise WrongOption(
            sentence(
                "--style map would draw {count} maps, and a picture holds {most}: choose some by name (--item, "
                "--stakeholder, --wave).",
                count=count,
                most=MOST,
            )
        )
    judgements = {
        judgement.pair.estimate: judgement
        for judgement in conclude(only, regions=regions, to=to, terms=terms)
        if judgement.pair.estimate.region in places and has_reference
    }
    left_out: list[Estimate] = []
    if keep is not None and count > keep:
        drawn, left_out = most_telling(drawn, judgements, keep)
    figures = [each for each in drawn if each.value is not None]
    common = [
        name for name in MAP_KEY if len({getattr(each, name) for each in (*drawn, *left_out, *empty)}) == 1
    ]
    varied = [name for name in MAP_KEY if name not in common]
    named_out = [(each, _context(each, varied)) for each in left_out]
    chosen = maps_left_out(named_out, judgements, survey.as_read().named({"indicator": (indicator,)}), to)
    is_coded = any(place.is_coded for place in places.values())
    return TileMap(
        sentence(
            "{indicator} by {place}",
            indicator=Name("indicator", indicator),
            place=PlaceWord(tuple(each.region for each in drawn), "one"),
        ),
        _context(drawn[0], common) if drawn else NOTHING,
        Message("{region}", {"region": Name("region", to)}),
        sentence("not told apart {from_region}", from_region=Form("region", to, "from")),
        tuple(_sections(drawn, places, judgements, varied, terms)),
        (
            *((CLASSES[classes], CODED if is_coded else SIZE) if figures else ()),
            *_without_tile(estimates, places),
            *_without_map(empty, varied if drawn else ()),
            *chosen,
            *_tests(list(judgements.values()), to, terms),
            *_reserves(drawn, [judgements[each] for each in drawn if each in judgements]),
            *foot.about(drawn),
        ),
        foot.sources(drawn),
        classes,
    )


def _reserves(drawn: Sequence[Estimate], judgements: Sequence[Judgement]) -> list[Message]:
    """Return what is to be known of verdicts and of figures that must not be relied upon, each line once."""
    flags = {flag_of(each) for each in drawn if each.value is not None}
    marks = comparison_legend.hatched_marks(judgements)
    return [*marks, *(line for line in ranking_legend.of_flags(flags) if line not in marks)]


def _tests(judgements: Sequence[Judgement], to: str, terms: Terms) -> list[Message]:
    """Return what is said of the tests of a map: where there is none, it shows figures alone and no gap."""
    if judgements and all(judgement.verdict == "untestable" for judgement in judgements):
        return [
            sentence(
                "No figure of this map can be tested beside {region}: its shades show figures, and no difference.",
                region=Name("region", to),
            )
        ]
    return comparison_legend.tests(judgements, terms)


def _is_shown(region: str, to: str, regions: Sequence[str], places: Collection[str]) -> bool:
    """Tell whether a region is on the map; what the others are set beside is, where it has a tile."""
    return region in places if region == to else not regions or region in regions


def _sections(
    drawn: Iterable[Estimate],
    places: Mapping[str, MapTile],
    judgements: Mapping[Estimate, Judgement],
    varied: Sequence[str],
    terms: Terms,
) -> Iterator[MapSection]:
    grouped: dict[tuple[str, ...], dict[str, Estimate]] = {}
    for each in drawn:
        grouped.setdefault(map_of(each), {})[each.region] = each
    for of_region in grouped.values():
        judged = [judgements[each] for each in of_region.values() if each in judgements]
        is_tested = any(judgement.verdict != "untestable" for judgement in judged)
        first = next(iter(of_region.values()))
        references = (judgement.pair.reference for judgement in judged)
        yield MapSection(
            _context(first, varied),
            first.unit,
            tuple(
                _tile(id, place, of_region.get(id), judgements, terms.conf, is_tested=is_tested)
                for id, place in places.items()
            ),
            next((reference.value for reference in references if reference is not None), None),
            adding_up.decimals_of(judged),
        )


def _tile(
    id: str,
    place: MapTile,
    estimate: Estimate | None,
    judgements: Mapping[Estimate, Judgement],
    conf: float,
    *,
    is_tested: bool,
) -> Tile:
    """Return a region with its figure; where no region of the map could be tested, none bears that it was not."""
    name = Message("{region}", {"region": Name("region", id)})
    tile = Tile(place.column, place.row, name, place.short, is_coded=place.is_coded)
    if estimate is None or estimate.value is None:
        return tile
    low, high = interval_of(estimate, conf) or (None, None)
    flag = flag_of(estimate) or ""
    tile = replace(tile, value=estimate.value, low=low, high=high, flag=flag, is_weak=flag in WEAK)
    judgement = judgements.get(estimate)
    if judgement is None:
        return tile
    return replace(
        tile,
        verdict=judgement.reason or judgement.verdict
        if judgement.verdict == "untestable"
        else judgement.verdict,
        is_alike=judgement.verdict == "not_established",
        is_untested=is_tested and judgement.verdict == "untestable",
        is_established=judgement.is_established,
    )


def _with_figures(found: Sequence[Estimate]) -> tuple[list[Estimate], list[Estimate]]:
    """Return *found* without those of maps on which no region has a figure, and these; all where no map has one."""
    has_figure = {map_of(each) for each in found if each.value is not None}
    if not has_figure:
        return list(found), []
    drawn = [each for each in found if map_of(each) in has_figure]
    return drawn, [each for each in found if map_of(each) not in has_figure]


def _without_map(empty: Sequence[Estimate], varied: Sequence[str]) -> Iterator[Message]:
    """Yield of what no map is drawn."""
    maps = {map_of(each): _context(each, varied) for each in empty}
    if maps:
        places = PlaceWord(tuple(each.region for each in empty), "no", capital=True)
        yield sentence(
            "{no_place} has a figure of: {maps}.",
            no_place=places,
            maps=Listing(tuple(maps.values()), last=";"),
        )


def _without_tile(estimates: Iterable[Estimate], places: Mapping[str, object]) -> Iterator[Message]:
    """Yield the regions that have figures and no tile."""
    left_out = dict.fromkeys(each.region for each in estimates if each.region not in places)
    names: tuple[Fill, ...] = tuple(Name("region", id) for id in left_out)
    if names:
        yield sentence("Not on this map: {regions}.", regions=Listing(names))
    elsewhere = next((id for id in left_out if id in tiles_for((id,))), None)
    if elsewhere is not None and places:
        yield sentence(
            "This map is the one that holds most of the figures: for another, name its places, as with --region "
            "{region}.",
            region=codebook().slug("region", elsewhere),
        ).of_column(ANOTHER)


def _context(estimate: Estimate, names: Sequence[str]) -> Message:
    return context_of(estimate, [name for name in names if name != "unit"])
