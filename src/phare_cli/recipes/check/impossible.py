"""Figures that cannot be: no count gives them, they sum above everyone, a region holds more than its nation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from phare_cli.judging.pairs import Pair, half_unit_of
from phare_cli.measuring.consistency import (
    is_possible_share,
    is_printed_with,
    nearest_possible_shares,
    sums_above_whole,
)
from phare_cli.measuring.nested import implied_rest, is_incoherent
from phare_cli.nouns.message import Figure, Message, Name, counted, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.recipes.check.doubt import doubt, place


def impossible_shares(estimates: Iterable[Estimate]) -> Iterator[Problem]:
    """Yield a warning for each unweighted percentage that no whole count of its base gives (GRIM).

    Below one respondent, or one short of all, reading the file says so already.
    """
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
            yield doubt("impossible-share", _impossible(estimate, low, high), estimate, "value", value)


def _impossible(estimate: Estimate, low: float, high: float) -> Message:
    base = estimate.base or 0.0

    def share(value: float) -> Figure:
        return Figure(100 * value, "percent", estimate.decimals)

    return sentence(
        "{value} of a base of {base} is not possible: {fewer}, {more}. "
        "Correct one of the two, unless the figure is weighted.",
        value=share((estimate.value or 0.0) / 100),
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

    Weighted figures are left alone: their bases say nothing of the part that a region has in the nation.
    """
    for pair in pairs:
        region, nation = pair.estimate, pair.reference
        if nation is None or region.value is None or nation.value is None or not region.in_national_sample:
            continue
        base, nation_base = region.base, nation.base
        is_weighted = region.effective_base is not None or nation.effective_base is not None
        if not base or not nation_base or is_weighted or region.unit != "percent":
            continue
        shares = region.value / 100, nation.value / 100
        if base >= nation_base:
            message = sentence(
                "a base of {base} is not part of the {nation_base} of {nation} ({place}): correct one of the two, "
                "or write no in in_national_sample.",
                base=Figure(base, "base", 0),
                nation_base=Figure(nation_base, "base", 0),
                nation=Name("region", NATION),
                place=place(nation, region),
            )
            yield doubt("incoherent-region", message, region, "base", base)
        elif is_incoherent(*shares, base, nation_base, half_unit_of(pair)):
            rest = implied_rest(*shares, base, nation_base)
            yield doubt(
                "incoherent-region", _outside(region, nation, 100 * rest), region, "value", region.value
            )


def _outside(region: Estimate, nation: Estimate, rest: float) -> Message:
    return sentence(
        "{value} of {base} does not fit in the {nation_value} of {nation_base} of {nation} ({place}): the rest of the "
        "nation would be at {rest}. Correct one of the four, or write no in in_national_sample.",
        value=Figure(region.value, "percent", region.decimals),
        base=Figure(region.base, "base", 0),
        nation_value=Figure(nation.value, "percent", nation.decimals),
        nation_base=Figure(nation.base, "base", 0),
        nation=Name("region", NATION),
        place=place(nation, region),
        rest=Figure(rest, "percent", 0),
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
