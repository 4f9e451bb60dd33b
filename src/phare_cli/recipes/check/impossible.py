"""Figures that cannot be: no count gives them, they sum above everyone, a region holds more than its nation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from phare_cli.judging.known_gaps import part_of
from phare_cli.judging.misfits import Misfit, misfit
from phare_cli.judging.pairs import Pair
from phare_cli.judging.terms import STANDARD
from phare_cli.measuring.consistency import (
    is_possible_share,
    is_printed_with,
    nearest_possible_shares,
    sums_above_whole,
)
from phare_cli.measuring.gaps.nested import implied_rest
from phare_cli.nouns.message import Figure, Fill, Listing, Message, Name, PlaceWord, counted, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.recipes.check.doubt import doubt, place
from phare_cli.wording.precisions import too_precise

_SLIPS = 5  # impossible percentages that are each told
_NEXT = 3  # of more, those whose places are told
_MEND = sentence("Correct one of the two, unless the figure is weighted.")


def impossible_shares(estimates: Iterable[Estimate]) -> Iterator[Problem]:
    """Yield a warning for each unweighted percentage that no whole count of its base gives (GRIM).

    Of many, which weighting gives rather than slips, it is one warning, whatever files they are of. Below one
    respondent, or one short of all, reading the file says so already.
    """
    found = list(_impossible_shares(estimates))
    first = found[: 1 if len(found) > _SLIPS else _SLIPS]
    for estimate, low, high in first:
        message = _impossible(estimate, low, high)
        others = [each for each, _, _ in found[1:]] if len(first) < len(found) else []
        message = (
            _with_others(message, estimate, others)
            if others
            else sentence("{said} {mend}", said=message, mend=_MEND)
        )
        yield doubt("impossible-share", message, estimate, "value", estimate.value)


def _with_others(said: Message, first: Estimate, others: Sequence[Estimate]) -> Message:
    next_places: list[Fill] = [place(each, first) for each in others[:_NEXT]]
    return sentence(
        "{said} So are {count} others (the next: {places}). Weighted figures may be, and a column effective_base says "
        "that they are; correct those that are not weighted.",
        said=said,
        count=len(others),
        places=Listing(tuple(next_places)),
    )


def _impossible_shares(estimates: Iterable[Estimate]) -> Iterator[tuple[Estimate, float, float]]:
    """Yield each of them with the two shares nearest to it that its base may give."""
    for estimate in estimates:
        value, base = estimate.value, estimate.base
        if (
            value is None
            or base is None
            or estimate.unit != "percent"
            or estimate.effective_base is not None
            or not base.is_integer()
            or base >= 100 * 10**estimate.decimals  # so many respondents give any such percentage
            or not is_printed_with(value / 100, estimate.decimals)
            or is_possible_share(value / 100, int(base), estimate.decimals)
        ):
            continue
        low, high = nearest_possible_shares(value / 100, int(base))
        if low > 0 and high < 1:
            yield estimate, low, high


def _impossible(estimate: Estimate, low: float, high: float) -> Message:
    base, told = estimate.base or 0.0, estimate.value or 0.0
    # A half may print as the figure itself: one more decimal tells the two apart.
    is_half = any(abs(100 * share - told) <= estimate.half_unit + 1e-9 for share in (low, high))

    def share(value: float) -> Figure:
        return Figure(100 * value, "percent", estimate.decimals + is_half)

    return sentence(
        "{value} of a base of {base} is not possible: {fewer}, {more}.",
        value=Figure(told, "percent", estimate.decimals),
        base=Figure(base, "base", 0),
        fewer=counted(
            "{count} respondent gives {share}",
            "{count} respondents give {share}",
            round(low * base),
            share=share(low),
        ),
        more=counted(
            "{count} respondent gives {share}",
            "{count} respondents give {share}",
            round(high * base),
            share=share(high),
        ),
    )


def incoherent_regions(pairs: Iterable[Pair]) -> Iterator[Problem]:
    """Yield a warning for each region of the national sample that cannot fit inside the nation.

    The region is the part of it that the data say, else that it counts. Weighted figures of an unknown part are left
    alone: their bases say nothing of it.
    """
    for pair in pairs:
        region, nation = pair.estimate, pair.reference
        if nation is None or region.value is None or nation.value is None or not region.in_national_sample:
            continue
        part = part_of(pair, STANDARD)
        if part is None:
            continue
        found = misfit(region, nation, part)
        if part >= 1.0:
            message = sentence(
                "a base of {base} is not part of the {nation_base} of {nation} ({place}): correct one of the two, "
                "or write no in in_national_sample.",
                base=Figure(region.base, "base", 0),
                nation_base=Figure(nation.base, "base", 0),
                nation=Name("region", NATION),
                place=place(nation, region),
            )
            yield doubt("incoherent-region", message, region, "base", region.base)
        elif found is Misfit.FIGURE:
            rest = implied_rest(region.value, nation.value, part)
            yield doubt(
                "incoherent-region", _outside(region, nation, part, rest), region, "value", region.value
            )
        elif found is Misfit.VARIANCE:
            message = sentence(
                "{why} ({place}): correct one of the three, or write no in in_national_sample.",
                why=too_precise(region, nation, part),
                place=place(nation, region),
            )
            columns = ("effective_base", "standard_error", "base")
            column = next(each for each in columns if getattr(region, each) is not None)
            yield doubt("incoherent-region", message, region, column, getattr(region, column))


def _outside(region: Estimate, nation: Estimate, part: float, rest: float) -> Message:
    values: dict[str, Fill] = {
        "value": Figure(region.value, region.unit, region.decimals),
        "nation_value": Figure(nation.value, nation.unit, nation.decimals),
        "nation": Name("region", NATION),
        "place": place(nation, region),
        "rest": Figure(rest, region.unit, 0 if region.unit == "percent" else 1),
    }
    if region.nation_share is not None:
        return sentence(
            "{value} in {a_place} that is {part} of the nation does not fit in the {nation_value} of {nation} "
            "({place}): the rest of the nation would be at {rest}. Correct one of the three, or write no in "
            "in_national_sample.",
            a_place=PlaceWord((region.region,), "a"),
            part=Figure(100 * part, "percent", 1),
            **values,
        )
    return sentence(
        "{value} of {base} does not fit in the {nation_value} of {nation_base} of {nation} ({place}): the rest of the "
        "nation would be at {rest}. Correct one of the four, or write no in in_national_sample; if they are weighted, "
        "write effective_base and nation_share.",
        base=Figure(region.base, "base", 0),
        nation_base=Figure(nation.base, "base", 0),
        **values,
    )


def sums_above_all(questions: Iterable[Sequence[Estimate]]) -> Iterator[Problem]:
    """Yield a warning for each question of a single response whose items sum above 100 % and their rounding."""
    for items in questions:
        figures = [estimate for estimate in items if estimate.value is not None]
        if len(figures) < 2 or any(
            estimate.unit != "percent" or estimate.response != "single" for estimate in figures
        ):
            continue
        decimals = min(estimate.decimals for estimate in figures)
        shares = [(estimate.value or 0.0) / 100 for estimate in figures]
        if sums_above_whole(shares, decimals):
            total = 100 * sum(shares)
            message = sentence(
                "the {count} items of this question sum to {total}, above 100% and its rounding, for a single "
                "response: correct them, or write multiple in response.",
                count=len(figures),
                total=Figure(round(total, 9), "percent", max(estimate.decimals for estimate in figures)),
            )
            yield doubt("sum-above-100", message, figures[0], "value", figures[0].value)
