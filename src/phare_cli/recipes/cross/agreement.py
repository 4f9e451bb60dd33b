"""Set the groups of one indicator side by side: where they agree, where they part, and how far that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from phare_cli.judging.conclusions import conclude_widest
from phare_cli.judging.terms import Terms
from phare_cli.judging.verdicts import Judgement, told_in_full
from phare_cli.judging.waves import WaveOrder
from phare_cli.measuring.concordance import kendall_w
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Message, Name, sentence
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.recipes.cross.agreement_sentences import GroupGap, parting, rank_gap
from phare_cli.recipes.cross.columns import crossing_columns, crossing_row, reading_order
from phare_cli.recipes.cross.cross import (
    check_units,
    cuts_of,
    estimates_of,
    regions_of,
    say_of_each,
    without_crossing,
)
from phare_cli.recipes.cross.notes import how_to_read, without_figure
from phare_cli.recipes.cross.placing import CrossedItem, Crossing, place_items
from phare_cli.recipes.cross.prisms import Prism, parse_groups
from phare_cli.recipes.cross.side_by_side import FiguresByPrism, Round, gather, readings
from phare_cli.recipes.cross.statements import in_some_prisms
from phare_cli.wording import adding_up, foot
from phare_cli.wording.comparison_legend import tests
from phare_cli.wording.ranking_legend import sign_lines

LAST = ("place", "rank_gap", "gap", "gap_of", "gap_to", "gap_low", "p_adjusted", "verdict", "reason")
GroupKey = tuple[str, Round, str]  # region, round, item


def agree(
    survey: Survey,
    indicators: Sequence[str],
    *,
    stakeholders: Sequence[str] = (),
    segment: str = "",
    regions: Sequence[str] = (),
    cuts: Sequence[float | None] = (),
    conf: float = 0.95,
) -> Table:
    """Return one row an item, with its figure and rank in each group, where it falls, and the largest gap.

    *indicators* holds one text, ``indicator[:asc|desc]``; *stakeholders* and *regions* are ids, all when empty.
    Rows and row names are those of *cross*, a prism a group, then ``rank_gap``, the worst rank less the best; ``gap
    gap_of gap_to gap_low gap_high p_value p_adjusted verdict reason``, the largest gap in the unit of the figures,
    ``gap_of`` being the higher group; and ``kendall_w`` of the region and round, the same in each of its rows. p
    values are adjusted by Holm over every pair of groups on every item of the indicator, whatever was asked.

    Raises WrongOption for several indicators, fewer than two groups, or cuts that do not fit.
    """
    if len(indicators) != 1:
        raise WrongOption(
            sentence("--by stakeholder sets the groups of one indicator side by side: name just one.")
        )
    prisms = parse_groups(survey, indicators[0], stakeholders=stakeholders, segment=segment)
    cut_of = dict(zip((prism.id for prism in prisms), cuts_of(cuts, prisms), strict=True))
    gathered = gather(survey, prisms)
    found = [
        place_items(region, read, cuts=[cut_of[reading.prism.id] for reading in read], conf=conf)
        for region in regions or regions_of(survey, prisms)
        for round_figures, present in _rounds(gathered, prisms, region)
        for read in readings(round_figures, present, region)
    ]
    check_units(found, is_one_cut=len(cuts) == 1)
    terms = Terms(conf=conf)
    judgements = _judgements(survey, found, terms)
    parted = _largest(judgements, terms)
    figures = estimates_of(found)

    def sentences(crossing: Crossing) -> list[Message]:
        gaps = [parted[key] for item in crossing.items if (key := _key(crossing, item)) in parted]
        return parting(crossing, prisms, gaps, concordance(crossing))

    return Table(
        command="cross",
        title=sentence("{indicator}: groups side by side", indicator=Name("indicator", prisms[0].indicator)),
        columns=(*crossing_columns(prisms, found, rank_interval=Show.NEVER), *_columns(found)),
        rows=tuple(
            (*crossing_row(prisms, crossing, item), *_cells(crossing, item, parted), w)
            for crossing in found
            for w in (concordance(crossing),)
            for item in crossing.items
        ),
        notes=(
            *say_of_each(found, sentences),
            *in_some_prisms(found, prisms, are_groups=True),
            *without_figure(found, prisms),
            *how_to_read(found, prisms, conf),
            *tests(judgements, terms),
            *adding_up.note(gap.judgement for gap in parted.values()),
            *without_crossing(found, regions),
            *sign_lines(figures),
            *foot.about(figures),
        ),
        sources=foot.sources(figures),
        people=reading_order(prisms, LAST),
    )


def concordance(crossing: Crossing) -> float | None:
    """Return Kendall's W of the rankings of *crossing* over the items that they all hold."""
    common = crossing.common
    return kendall_w(
        [
            [reading.prism.sign * reading.figures[item.item].level for item in common]
            for reading in crossing.readings
        ]
    )


def _rounds(
    gathered: FiguresByPrism, prisms: Sequence[Prism], region: str
) -> list[tuple[FiguresByPrism, tuple[Prism, ...]]]:
    """Return each round of a region in which two groups or more hold figures, with those groups."""
    rounds = dict.fromkeys(round for prism in prisms for round in gathered.get((prism.id, region), {}))
    answer: list[tuple[FiguresByPrism, tuple[Prism, ...]]] = []
    for round in sorted(rounds, key=WaveOrder(rounds).key):
        figures_by_prism = {
            (prism.id, region): {round: gathered[prism.id, region][round]}
            for prism in prisms
            if round in gathered.get((prism.id, region), {})
        }
        present = tuple(prism for prism in prisms if (prism.id, region) in figures_by_prism)
        if len(present) > 1:
            answer.append((figures_by_prism, present))
    return answer


def _key(crossing: Crossing, item: CrossedItem) -> GroupKey:
    return (crossing.region, crossing.readings[0].round, item.item)


def _judgements(survey: Survey, found: Sequence[Crossing], terms: Terms) -> list[Judgement]:
    """Return a judgement for the groups on every item of *found*, with all the tests of the indicator.

    Only the largest gap of each item is shown, and only that is told in full.
    """
    shown = {
        figure.estimate
        for crossing in found
        for reading in crossing.readings
        for figure in reading.figures.values()
    }
    within = survey.where(lambda estimate: estimate in shown)
    return conclude_widest(within, terms=terms)


def _largest(judgements: Sequence[Judgement], terms: Terms) -> dict[GroupKey, GroupGap]:
    """Return the largest gap of each item, the first pair of groups where several are as far apart."""
    largest: dict[GroupKey, GroupGap] = {}
    for judgement in judgements:
        estimate, reference = judgement.pair.estimate, judgement.pair.reference
        if reference is None or judgement.gap is None:
            continue
        key = (estimate.region, (estimate.survey, estimate.wave), estimate.item)
        higher, lower = (estimate, reference) if judgement.gap >= 0 else (reference, estimate)
        largest_so_far = largest.get(key)
        if largest_so_far is None or abs(judgement.gap) > abs(largest_so_far.judgement.gap or 0.0):
            largest[key] = GroupGap(higher, lower, judgement)
    return {key: replace(gap, judgement=told_in_full(gap.judgement, terms)) for key, gap in largest.items()}


def _columns(found: Sequence[Crossing]) -> tuple[Column, ...]:
    units = {reading.unit for crossing in found for reading in crossing.readings}
    unit = units.pop() if len(units) == 1 else "number"
    return (
        Column("rank_gap", sentence("Gap in ranks"), Kind.RANK, Show.IF_ANY),
        Column("gap", sentence("Largest gap"), Kind.GAP, unit=unit),
        Column("gap_of", sentence("Higher"), Kind.NAME, Show.IF_ANY, names="stakeholder"),
        Column("gap_to", sentence("Lower"), Kind.NAME, Show.IF_ANY, names="stakeholder"),
        Column("gap_low", sentence("Interval of the gap"), Kind.GAP, Show.NEVER, unit=unit, upto="gap_high"),
        Column("gap_high", sentence("Upper end"), Kind.GAP, Show.NEVER, unit=unit),
        Column("p_value", sentence("p value"), Kind.NUMBER, Show.NEVER),
        Column("p_adjusted", sentence("Adjusted p"), Kind.NUMBER, Show.NEVER),
        Column("verdict", sentence("Verdict"), Kind.WORD),
        Column("reason", sentence("Reason"), Kind.WORD, Show.IF_ANY),
        Column("kendall_w", sentence("Kendall's W"), Kind.NUMBER, Show.NEVER),
    )


def _cells(crossing: Crossing, item: CrossedItem, parted: Mapping[GroupKey, GroupGap]) -> tuple[Cell, ...]:
    """Return the cells of the largest gap; one between groups in the other order is turned round."""
    gap = parted.get(_key(crossing, item))
    if gap is None:
        return (rank_gap(item), *(None,) * 9)
    judgement = gap.judgement
    is_turned = gap.higher is not judgement.pair.estimate
    low, high = judgement.low, judgement.high
    if is_turned and low is not None and high is not None:
        low, high = -high, -low
    verdict = "above" if judgement.verdict == "below" else judgement.verdict
    return (
        rank_gap(item), abs(judgement.gap or 0.0), gap.higher.stakeholder, gap.lower.stakeholder, low, high,
        judgement.p_value, judgement.p_adjusted, verdict, judgement.reason,
    )  # fmt: skip
