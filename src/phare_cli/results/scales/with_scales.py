"""Give the degrees of scales their places, and what was made of them a question of its own, as tabulate writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from phare_cli.files.findings import Findings
from phare_cli.language.codebook import codebook
from phare_cli.language.compound_names import in_brackets
from phare_cli.language.known_by_words.balances import is_balance
from phare_cli.language.known_by_words.residual_answers import is_residual
from phare_cli.nouns.contract import CROSSED
from phare_cli.nouns.large.counted import are_columned
from phare_cli.nouns.message import sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.results.scales.beside_degrees import beside, nets_among
from phare_cli.results.scales.degrees import Degrees, degrees_of

_TURNED = sentence(
    "“{item}” stands elsewhere among the degrees of “{indicator}” than in other rows: those of the group with most "
    "degrees are followed. Give the degrees in one order in every group, or add a column order with the place of each."
)
_BESIDE = sentence(
    "“{item}” stands among the degrees of “{indicator}”, of which the column scale says that they are ordered: write "
    "ordered beside it too if it is one of them, points as its unit if it is a balance, or give it an indicator of its "
    "own, “{own}”."
)

_Scale = tuple[str, str]  # survey and indicator


def with_scales(estimates: Sequence[Estimate], findings: Findings) -> Sequence[Estimate]:
    """Return the estimates of a run, the degrees of whose scales have places, having told what remains in doubt."""
    if not _may_lack_places(estimates):
        return estimates
    rows = list(estimates)
    scales: dict[_Scale, list[Estimate]] = {}
    for each in rows:
        scales.setdefault(_scale(each), []).append(each)
    for of_scale, found in scales.items():
        if any(each.scale for each in found) and not any(each.measure in CROSSED for each in found):
            scales[of_scale] = list(_mended(found, findings))
    left = {scale: iter(found) for scale, found in scales.items()}
    return [next(left[_scale(each)]) for each in rows]


def own_question(indicator: str, item: str) -> tuple[str, str]:
    """Return what tabulate calls a net of a question, or its mean: its indicator, and its item."""
    measure = codebook().find("measure", item)
    named = measure if measure in ("mean", "median") else item
    part = named if codebook().holds("item", named) else in_brackets(named)
    return f"{indicator} ({part})", named


def _scale(estimate: Estimate) -> _Scale:
    return estimate.survey, estimate.indicator


def _may_lack_places(estimates: Sequence[Estimate]) -> bool:
    """Tell whether places may be lacking: of a large file, what the first row of each item tells."""
    if not are_columned(estimates):
        return True
    firsts = estimates.at(estimates.firsts(("survey", "indicator", "item", "unit", "scale")))
    scales = {_scale(each) for each in firsts if each.scale}
    return any(_scale(each) in scales and (not each.is_step or each.unit != "percent") for each in firsts)


def _mended(rows: Sequence[Estimate], findings: Findings) -> Iterator[Estimate]:
    degrees = degrees_of(rows)
    if not degrees.items:
        yield from rows
        return
    among = nets_among(rows, degrees.items)
    items = {item: place for item, place in degrees.items.items() if item not in among}
    nets, strangers = beside(rows, items)
    # Who gave no degree stands behind them all: without them the scale is no whole.
    silent = [each.item for each in strangers if is_residual(each.item)]
    items |= {item: max(items.values()) + place for place, item in enumerate(silent, 1)}
    _tell(degrees, [each for each in strangers if each.item not in items], findings)
    for each in rows:
        if each.item in nets:
            indicator, item = own_question(each.indicator, each.item)
            unit = "points" if each.unit == "percent" and is_balance(each.item) else each.unit
            yield each._replace(indicator=indicator, item=item, unit=unit, scale="", order=None)
        elif each.item in items:
            yield _placed(each, items)
        else:
            yield each


def _placed(estimate: Estimate, items: Mapping[str, float]) -> Estimate:
    order = items[estimate.item] if estimate.order is None else estimate.order
    if estimate.scale and order == estimate.order:
        return estimate
    return estimate._replace(scale="ordered", order=order)


def _tell(degrees: Degrees, strangers: Sequence[Estimate], findings: Findings) -> None:
    if degrees.other is not None:
        each = degrees.other
        message = sentence(_TURNED.text, item=each.item, indicator=each.indicator)
        findings.warning("order-of-degrees", message, each.file, each.line, "item", each.item)
    for each in strangers:
        own, _ = own_question(each.indicator, each.item)
        message = sentence(_BESIDE.text, item=each.item, indicator=each.indicator, own=own)
        findings.warning("beside-degrees", message, each.file, each.line, "item", each.item)
