"""Find the figures that a crossing may set side by side: of one region, of rounds and universes that go together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from phare_cli.judging.order import by_item
from phare_cli.judging.waves import WaveOrder
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Message, Name, sentence
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.recipes.cross.prisms import Prism

Round = tuple[str, str]  # a survey and one wave of it
FiguresByRound = Mapping[Round, Sequence[Estimate]]
FiguresByPrism = Mapping[tuple[str, str], FiguresByRound]  # by the prism's id and the region


@dataclass(frozen=True, slots=True)
class PrismFigure:
    """One figure of a prism. *level* is what is ranked: the figure, or a statistic's index, the nation being 100."""

    estimate: Estimate
    reference: Estimate | None
    level: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The figures of one prism in one region and round, by item. *others* are the rounds left aside."""

    prism: Prism
    round: Round
    unit: str
    figures: Mapping[str, PrismFigure]
    absent: Mapping[str, Estimate]  # named without a figure, or a statistic without the nation's
    others: tuple[Round, ...]


def gather(survey: Survey, prisms: Sequence[Prism]) -> FiguresByPrism:
    """Return the estimates of each prism (by id) in each region, by round; a round without any figure is none."""
    ids = {(prism.indicator, prism.stakeholder, prism.segment): prism.id for prism in prisms}
    rounds: dict[tuple[str, str], dict[Round, list[Estimate]]] = {}
    of_prisms = (
        estimate
        for estimate in survey.estimates
        if (estimate.indicator, estimate.stakeholder, estimate.segment) in ids
    )
    for estimate in sorted(of_prisms, key=by_item):
        prism = ids[estimate.indicator, estimate.stakeholder, estimate.segment]
        figures_by_round = rounds.setdefault((prism, estimate.region), {})
        figures_by_round.setdefault((estimate.survey, estimate.wave), []).append(estimate)
    return {
        key: {
            round: estimates
            for round, estimates in figures_by_round.items()
            if any(estimate.value is not None for estimate in estimates)
        }
        for key, figures_by_round in rounds.items()
    }


def readings(gathered: FiguresByPrism, prisms: Sequence[Prism], region: str) -> list[tuple[Reading, ...]]:
    """Return what each prism shows of *region*, once for each round that the prisms share, oldest first.

    Without a shared round each prism shows its newest; a territory statistic does so always, unless it was
    taken in the shared round. Nothing where a prism holds no figure of the region. Raises WrongOption where two
    prisms of one group stand for different known universes, where one prism holds several units, and where a
    territory statistic is asked of the nation, which it is set against.
    """
    figures_of_prisms = [gathered.get((prism.id, region), {}) for prism in prisms]
    if not all(figures_of_prisms):
        return []
    answer = []
    for rounds in _rounds(prisms, figures_of_prisms):
        nation = [
            _nation(gathered, prism, region, round) for prism, round in zip(prisms, rounds, strict=True)
        ]
        read = tuple(
            _reading(prism, rounds[place], figures_of_prisms[place], nation[place])
            for place, prism in enumerate(prisms)
        )
        _check_universes(read, region)
        answer.append(read)
    return answer


def is_shared(read: Sequence[Reading]) -> bool:
    """Tell whether all readings are of one round."""
    return len({reading.round for reading in read}) == 1


def round_name(round: Round) -> str:
    """Return a round as people name it: ``PHARE 2015-2016``."""
    return " ".join(filter(None, round))


def _rounds(prisms: Sequence[Prism], figures_of_prisms: Sequence[FiguresByRound]) -> list[tuple[Round, ...]]:
    """Return the round of each prism, for each crossing that the region allows."""
    asked = [
        rounds for prism, rounds in zip(prisms, figures_of_prisms, strict=True) if not prism.is_statistic
    ]
    order = WaveOrder(round for rounds in figures_of_prisms for round in rounds)
    shared = set.intersection(*(set(rounds) for rounds in asked or figures_of_prisms))
    if not shared:
        return [tuple(_newest(rounds) for rounds in figures_of_prisms)]
    return [
        tuple(round if round in rounds else _newest(rounds) for rounds in figures_of_prisms)
        for round in sorted(shared, key=order.key)
    ]


def _newest(rounds: FiguresByRound) -> Round:
    return max(rounds, key=WaveOrder.across(rounds).newest)


def _nation(gathered: FiguresByPrism, prism: Prism, region: str, round: Round) -> dict[str, Estimate] | None:
    """Return the nation's figures that a statistic is set against; None for what people were asked."""
    if not prism.is_statistic:
        return None
    if region == NATION:
        raise WrongOption(
            sentence(
                "{prism} sets a region against {nation}, and {nation} has nothing to stand against: "
                "choose another --region.",
                prism=prism.id,
                nation=Name("region", NATION),
            )
        )
    return {
        estimate.item: estimate
        for estimate in gathered.get((prism.id, NATION), {}).get(round, ())
        if estimate.value is not None
    }


def _reading(
    prism: Prism, round: Round, figures_by_round: FiguresByRound, nation: Mapping[str, Estimate] | None
) -> Reading:
    units = sorted({estimate.unit for estimate in figures_by_round[round]})
    if len(units) > 1 and nation is None:
        raise WrongOption(
            sentence(
                "{prism} holds figures in several units, {units}, which share no ranking: keep one in the data.",
                prism=prism.id,
                units=Listing(tuple(units)),
            )
        )
    seen: dict[str, PrismFigure] = {}
    absent: dict[str, Estimate] = {}
    for estimate in figures_by_round[round]:
        figure = _seen(estimate, nation)
        if figure is None:
            absent[estimate.item] = estimate
        else:
            seen[estimate.item] = figure
    others = tuple(sorted(set(figures_by_round) - {round}, key=WaveOrder.across(figures_by_round).newest))
    return Reading(prism, round, units[0] if len(units) == 1 else "", seen, absent, others)


def _seen(estimate: Estimate, nation: Mapping[str, Estimate] | None) -> PrismFigure | None:
    if estimate.value is None:
        return None
    if nation is None:
        return PrismFigure(estimate, None, estimate.value)
    reference = nation.get(estimate.item)
    if reference is None or not reference.value or reference.unit != estimate.unit:
        return None
    # Binary noise of the division must not set two equal indices apart.
    return PrismFigure(estimate, reference, round(100 * estimate.value / reference.value, 9))


def _check_universes(read: Sequence[Reading], region: str) -> None:
    """Raise WrongOption where one group stands for two universes; what is not known does not differ."""
    known: dict[tuple[str, str], dict[str, Prism]] = {}
    for reading in read:
        universes = known.setdefault((reading.prism.stakeholder, reading.prism.segment), {})
        for figure in reading.figures.values():
            if figure.estimate.universe and not reading.prism.is_statistic:
                universes.setdefault(figure.estimate.universe, reading.prism)
    for universes in known.values():
        if len(universes) > 1:
            (first, one), (second, other) = list(universes.items())[:2]
            raise WrongOption(_refusal(first, one, second, other, region))


def _refusal(first: str, one: Prism, second: str, other: Prism, region: str) -> Message:
    return sentence(
        "{region}: {one} stands for “{first}” and {other} for “{second}”; figures of two universes have no common "
        "reading. Choose rounds of one universe with --wave or --survey.",
        region=Name("region", region),
        one=one.id,
        first=Name("universe", first),
        other=other.id,
        second=Name("universe", second),
    )
