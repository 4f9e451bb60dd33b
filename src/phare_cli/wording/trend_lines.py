"""What three waves or more say together, in a sentence a series. Concludes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.judging.terms import Family, Terms
from phare_cli.judging.trends import Trend
from phare_cli.nouns.message import Figure, Fill, Gap, Listing, Message, Name, sentence
from phare_cli.wording import foot
from phare_cli.wording.adding_up import decimals_of
from phare_cli.wording.reasons import why


def trend_lines(trends: Sequence[Trend], terms: Terms) -> list[Message]:
    """Return a line a series, and what they all suppose."""
    lines = [_line(trend, terms) for trend in trends]
    tested = [trend for trend in trends if trend.p_value is not None]
    if tested:
        lines.append(
            sentence(
                "Trends: {tests}; {adjusted}; the last wave beside the first is judged as in a comparison of these "
                "two waves alone.",
                tests=Listing(tuple(_tests(tested)), last=";"),
                adjusted=_adjusted(terms.family),
            )
        )
    if terms.is_panel and trends:
        lines.append(
            sentence(
                "A panel: its waves asked the same people, and no linear trend is tested without their answers; the "
                "last wave is set beside the first as if as few as can be had answered alike."
            )
        )
    return lines


def _tests(trends: Sequence[Trend]) -> Iterator[Message]:
    """Yield how each kind of trend among *trends* was tested."""
    drawn = [trend for trend in trends if not trend.is_exact]
    units = {trend.waves[0].unit for trend in drawn}
    if "percent" in units:
        yield sentence("chi-square for linear trend of percentages")
    if units - {"percent"}:
        yield sentence(
            "slope of scores by weighted least squares, each wave weighing 1 / squared standard error"
        )
    if drawn:
        yield sentence("waves are taken as evenly spaced independent samples")
    if len(drawn) < len(trends):
        yield sentence("slope of a line without weights where every wave is known exactly")


def _adjusted(family: Family) -> Message:
    """Return what was done to the p values of the trends."""
    return {
        Family.INDICATOR: sentence(
            "p values are adjusted by Holm's method over the trends of each indicator"
        ),
        Family.TABLE: sentence("p values are adjusted by Holm's method over the trends above"),
        Family.NONE: sentence("each trend is tested by itself, no p value is adjusted"),
    }[family]


def _line(trend: Trend, terms: Terms) -> Message:
    first, last, gap = trend.waves[0], trend.waves[-1], trend.ends.gap or 0.0
    decimals = decimals_of([trend.ends])
    values: dict[str, Fill] = {
        "region": Name("region", last.region),
        "group": foot.group(last),
        "indicator": Name("indicator", last.indicator),
        "item": Name("item", last.item),
        "count": len(trend.waves),
        "start": Figure(first.value, first.unit, decimals),
        "first": first.wave,
        "end": Figure(last.value, last.unit, decimals),
        "last": last.wave,
        "gap": Gap(gap, last.unit, signed=True, decimals=decimals),
    }
    series = sentence(
        "Over {count} waves, {region}, {group}, {indicator}, {item}: {start} ({first}) to {end} ({last}), {gap}",
        **values,
    )
    level = foot.level(terms.conf)
    if terms.is_panel:
        return sentence("{series}; {ends}.", series=series, ends=_ends(trend))
    trends: dict[str, Message] = {
        "rising": sentence("a rise is established at {level} confidence", level=level),
        "falling": sentence("a fall is established at {level} confidence", level=level),
        "not_established": sentence("no rise nor fall is established at {level} confidence", level=level),
        "untestable": sentence("no trend can be tested"),
    }
    return sentence(
        "{series}; {trend}; {ends}.", series=series, trend=trends[trend.verdict], ends=_ends(trend)
    )


def _ends(trend: Trend) -> Message:
    """Return what may be said of the last wave beside the first."""
    if trend.ends.is_established:
        return sentence("that the last wave differs from the first is established")
    if trend.ends.verdict == "not_established":
        return sentence("that the last wave differs from the first is not established")
    return sentence("the last wave cannot be tested against the first: {why}", why=why(trend.ends))
