"""Know what stands beside the degrees of a scale as one more item: a net, a balance, a mean. Changes nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence

from phare_cli.language.folding import fold
from phare_cli.language.known_by_words.balances import is_balance
from phare_cli.nouns.survey import Estimate, question_of
from phare_cli.results.crosstabs.line_words import is_net

_SUMMARY = re.compile(r"(?:indice|index|score|note|(?:note |score )?moyen(?:ne)?|mean|average)\b")
_LEAST = 2  # degrees that are a net together

_Group = Mapping[str, Estimate]


def beside(rows: Sequence[Estimate], degrees: Mapping[str, float]) -> tuple[set[str], list[Estimate]]:
    """Return the items of a question that are nets of its *degrees*, and the rows that are neither, for all it tells.

    What is in another unit than percents of degrees is no degree; of two percents, what its words or the sums of the
    degrees tell of each.
    """
    groups: dict[tuple[str, ...], dict[str, Estimate]] = {}
    for each in rows:
        if each.unit == "percent":
            groups.setdefault(question_of(each), {})[each.item] = each
    others = dict.fromkeys(each.item for each in rows if each.item not in degrees)
    nets = {item for item in others if _is_named(item) or not any(item in group for group in groups.values())}
    nets |= {item for item in others if item not in nets and _is_made_of(item, degrees, groups.values())}
    left = dict.fromkeys(item for item in others if item not in nets)
    return nets, [next(each for each in rows if each.item == item) for item in left]


def nets_among(rows: Sequence[Estimate], degrees: Mapping[str, float]) -> set[str]:
    """Return the *degrees* that are marked as such and join others: with them a group has more than all."""
    groups: dict[tuple[str, ...], dict[str, Estimate]] = {}
    for each in rows:
        if each.unit == "percent" and each.item in degrees and each.response != "multiple":
            groups.setdefault(question_of(each), {})[each.item] = each
    nets: set[str] = set()
    for item in sorted(degrees, key=lambda each: -degrees[each]):
        left = {each: place for each, place in degrees.items() if each != item and each not in nets}
        has_more = any(_is_more_than_all(group, {*left, item}) for group in groups.values())
        if has_more and (_is_named(item) or _is_made_of(item, left, groups.values())):
            nets.add(item)
    return nets


def _is_named(item: str) -> bool:
    folded = fold(item)
    return is_net(item) or is_balance(item) or _SUMMARY.match(folded) is not None or folded in ("net", "nets")


def _is_more_than_all(group: _Group, items: Iterable[str]) -> bool:
    told = [each for item in items if (each := group.get(item)) is not None and each.value is not None]
    return sum(each.value or 0.0 for each in told) > 100 + sum(each.half_unit for each in told) + 1e-6


def _is_made_of(item: str, degrees: Mapping[str, float], groups: Iterable[_Group]) -> bool:
    """Tell whether the figure of an item is that of the same degrees together, or of these less the others."""
    steps = sorted(degrees, key=lambda each: degrees[each])
    found = [group for group in groups if item in group and group[item].value is not None]
    whole = [
        group for group in found if all(step in group and group[step].value is not None for step in steps)
    ]
    if not whole:
        return False
    runs = [(low, high) for low in range(len(steps)) for high in range(low + _LEAST, len(steps) + 1)]
    sums = (dict.fromkeys(steps[low:high], 1.0) for low, high in runs if high - low < len(steps))
    less = (
        {step: sign * (1.0 if at < low else -1.0 if at >= high else 0.0) for at, step in enumerate(steps)}
        for low in range(1, len(steps))
        for high in range(low, len(steps))
        for sign in (1.0, -1.0)
    )
    return any(all(_adds_up(group, item, signs) for group in whole) for signs in (*sums, *less))


def _adds_up(group: _Group, item: str, signs: Mapping[str, float]) -> bool:
    told = [(group[step], sign) for step, sign in signs.items() if sign]
    found = sum(sign * (each.value or 0.0) for each, sign in told)
    rounding = sum(each.half_unit for each, _ in told) + group[item].half_unit
    return abs(found - (group[item].value or 0.0)) <= rounding + 1e-6
