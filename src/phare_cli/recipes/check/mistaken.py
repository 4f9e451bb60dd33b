"""Names and figures that may be slips: a name close to a known one, a share among percentages, a total among items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from itertools import chain
from types import MappingProxyType

from phare_cli.language.codebook import codebook
from phare_cli.language.compound_names import compound_name
from phare_cli.language.folding import fold
from phare_cli.nouns.message import Figure, Form, Message, PlaceWord, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.check.doubt import doubt, place

KINDS = ("region", "stakeholder", "indicator", "item")

NO_NAMES: Mapping[tuple[str, str], str] = MappingProxyType({})
_TOTALS = frozenset(
    ("total", "totaux", "total general", "grand total", "sous total", "subtotal", "ensemble", "overall")
)
# A slip in a name so short makes another name: air, hair.
_SHORTEST = 5
# Two names so long and so close are one; closer than employment and unemployment.
_LONG, _CLOSE = 8, 0.92


def near_misses(
    estimates: Sequence[Estimate], former: Mapping[tuple[str, str], str] = NO_NAMES
) -> Iterator[Problem]:
    """Yield one warning a name that the codebook does not know, and that one slip sets apart from one it knows.

    So too for a name that only case sets apart from another in the data, items within their indicator. *former* leads
    from the kind and the folded former name of what was renamed to its name: its entry wants the new one.
    """
    unused = _unused(estimates)
    known = cache(_known)
    asked = {estimate.indicator for estimate in estimates}
    for kind in KINDS:
        first: dict[str, Estimate] = {}
        first_by_case: dict[tuple[str, str], Estimate] = {}
        for estimate in estimates:
            name = getattr(estimate, kind)
            within = estimate.indicator if kind == "item" else ""
            earlier = first_by_case.setdefault((within.casefold(), name.casefold()), estimate)
            is_new = name not in first
            first.setdefault(name, estimate)
            if codebook().find(kind, name) is not None or _is_measure(kind, name):
                continue
            if getattr(earlier, kind) != name:
                if is_new:
                    yield doubt("near-miss", _by_case(kind, name, earlier, estimate), estimate, kind, name)
            elif kind == "indicator" and compound_name(name, asked):
                continue  # a net of what was asked, which phare named
            elif kind == "item" and compound_name(estimate.indicator, asked) and _is_of_net(estimate):
                continue
            elif is_new and (meant := _meant(kind, name, known(kind))) not in (None, *unused[kind]):
                message = sentence(
                    "“{name}” is not a name that phare knows: if it means {meant}, write that.",
                    name=name,
                    meant=Form(kind, str(meant), "typed"),
                )
                yield doubt("near-miss", message, estimate, kind, name)
            elif is_new and codebook().has_own:
                yield doubt("no-entry", _no_entry(kind, name, unused[kind], former), estimate, kind, name)


def _is_of_net(estimate: Estimate) -> bool:
    """Tell whether a figure is that of a net, of which the name in brackets is the item."""
    return estimate.indicator.endswith(f" ({estimate.item})")


def _unused(estimates: Sequence[Estimate]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of each kind that the project's codebook names and the data do not hold."""
    held = {kind: {getattr(estimate, kind) for estimate in estimates} for kind in KINDS}
    return {kind: tuple(id for id in codebook().own(kind) if id not in held[kind]) for kind in KINDS}


def _no_entry(kind: str, name: str, unused: Sequence[str], former: Mapping[tuple[str, str], str]) -> Message:
    """Return that a name has no entry, and which entry was its own where it was renamed, or is the nearest."""
    was = next((id for id in unused if former.get((kind, fold(id))) == name), None)
    near = [was] if was else get_close_matches(name, unused, n=1)
    if near:
        return sentence(
            "“{name}” has no entry in the codebook, and the entry “{near}” is that of nothing in the data: if it is "
            "the same, write “{name}” as its id.",
            name=name,
            near=near[0],
        )
    return sentence(
        "“{name}” has no entry in the codebook: add one, or another name of one. (phare codebook --draft)",
        name=name,
    )


def _is_measure(kind: str, name: str) -> bool:
    return kind == "item" and codebook().find("measure", name) is not None


def _by_case(kind: str, name: str, earlier: Estimate, estimate: Estimate) -> Message:
    return sentence(
        "“{name}” here and “{other}” on {place} are two names: if they mean the same, write them alike.",
        name=name,
        other=getattr(earlier, kind),
        place=place(earlier, estimate),
    )


def _known(kind: str) -> Mapping[str, Mapping[str, str]]:
    """Return the ids of a kind by their folded names, and these by the digits in them."""
    known: dict[str, dict[str, str]] = {}
    for entry in codebook().entries(kind):
        for folded in map(fold, entry.names):
            known.setdefault(_digits(folded), {})[folded] = entry.id
    return known


def _meant(kind: str, name: str, known: Mapping[str, Mapping[str, str]]) -> str | None:
    """Return the codebook's id that *name* may have been meant for; None when nothing is near."""
    folded = fold(name)
    if kind == "region" and folded.isdecimal():
        return codebook().find(kind, folded.zfill(2))
    alike = known.get(_digits(folded), {})  # no slip makes one number of another
    if len(folded) < _SHORTEST or not alike:
        return None
    if any(codebook().find(other, name) for other in KINDS if other != kind):
        return None  # what is right as a name of another kind is no slip: habitant, and habitat
    for each, id in alike.items():
        if len(each) >= _SHORTEST and _is_one_slip(folded, each):
            return id
    if len(folded) < _LONG:
        return None
    close = get_close_matches(folded, [*chain.from_iterable(known.values())], n=1, cutoff=_CLOSE)
    return alike.get(close[0]) if close else None


def _is_one_slip(one: str, another: str) -> bool:
    """Tell whether a letter left out, added, changed or swapped with the next sets two names of equal digits apart."""
    if abs(len(one) - len(another)) > 1:
        return False
    start = 0
    while start < min(len(one), len(another)) and one[start] == another[start]:
        start += 1
    one, another = one[start:], another[start:]
    end = 0
    while end < min(len(one), len(another)) and one[-1 - end] == another[-1 - end]:
        end += 1
    one, another = one[: len(one) - end], another[: len(another) - end]
    return max(len(one), len(another)) <= 1 or (len(one) == 2 and one == another[::-1])


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def shares_among_percentages(estimates: Iterable[Estimate]) -> Iterator[Problem]:
    """Yield a warning for each percentage between 0 and 1 that looks like a share of its indicator.

    It does where it has more decimals than any percentage above 1 there (0.57 beside 44, but not 0.4 beside 12.3),
    and where there is none above 1.
    """
    indicators: dict[str, list[Estimate]] = {}
    for estimate in estimates:
        if estimate.unit == "percent" and estimate.value is not None:
            indicators.setdefault(estimate.indicator, []).append(estimate)
    for of_indicator in indicators.values():
        printed = max(
            (each.decimals for each in of_indicator if each.value is not None and each.value > 1), default=-1
        )
        for estimate in of_indicator:
            value = estimate.value or 0.0
            if 0 < value < 1 and estimate.decimals > printed:
                message = sentence(
                    "{value} looks like a share among percentages: if it means {percent}, write that.",
                    value=Figure(value, "percent", estimate.decimals),
                    percent=Figure(round(100 * value, 9), "percent", max(0, estimate.decimals - 2)),
                )
                yield doubt("looks-like-a-share", message, estimate, "value", value)


def totals(estimates: Iterable[Estimate]) -> Iterator[Problem]:
    """Yield one warning a region, or an item of an indicator, that is called a total and was kept."""
    reported: set[tuple[str, str, str]] = set()
    for estimate in estimates:
        for kind in ("region", "item"):
            if kind == "item" and estimate.measure:
                continue
            name = getattr(estimate, kind)
            once = (kind, name, estimate.indicator if kind == "item" else "")
            if fold(name) not in _TOTALS or once in reported:
                continue
            reported.add(once)
            yield doubt("looks-like-a-total", _total(kind, name), estimate, kind, name)


def _total(kind: str, name: str) -> Message:
    if kind == "region":
        return sentence(
            "“{name}” is read as {a_place} of its own: if it is the whole nation, write France.",
            name=name,
            a_place=PlaceWord((name,), "a"),
        )
    return sentence(
        "“{name}” is read as an item, and ranked with the others: if it sums them up, take it out.", name=name
    )
