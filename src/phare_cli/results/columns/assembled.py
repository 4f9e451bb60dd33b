"""Make estimates of columns of texts and numbers, once every cell has been seen. Refuses what the rules refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.encoding import NotPlain
from phare_cli.nouns.contract import CONTRACT
from phare_cli.nouns.large.columned import CodedColumn, Columned
from phare_cli.nouns.survey import Estimate, highest_of
from phare_cli.results import names
from phare_cli.results.rules import WORD_KINDS

_CONTRACT = {column.name: column for column in CONTRACT}
_KEY = ("survey", "wave", "region", "stakeholder", "segment", "indicator", "item", "unit")
_IN_UNIT = ("rounded_to", "standard_error", "interval_low", "interval_high")
_READ_APART = ("value", "base", "effective_base")
_TRUTH = {"yes": True, "no": False}

Texts = tuple[Sequence[str], NDArray[np.integer]]


def assembled(
    texts: Mapping[str, Texts],
    numbers: Mapping[str, NDArray[np.float64]],
    decimals: NDArray[np.int8],
    lines: NDArray[np.int32],
    readers: Mapping[str, Callable[[str], str]],
    constant: Mapping[str, object],
    *,
    is_whole: bool,
) -> Columned[Estimate]:
    """Return the estimates of columns, of which *readers* say what the texts mean. None was dropped if it *is whole*.

    Raises NotPlain where a figure stands twice, or a number beside one cannot be.
    """
    coded = {column: _coded(column, *texts[column], readers, is_whole=is_whole) for column in texts}
    varying = {column: each for column, each in coded.items() if len(each.values) > 1}
    shared = {column: each.values[0] for column, each in coded.items() if len(each.values) == 1}
    defaults: dict[str, object] = {**dict.fromkeys(Estimate._fields, None), **Estimate._field_defaults}
    estimates = Columned(
        Estimate,
        Estimate._fields,
        coded=varying,
        numbers=numbers,
        whole={"line": lines, "decimals": decimals},
        constant={**defaults, **constant, **shared},
    )
    _require_new(estimates)
    _require_fitting(estimates)
    return estimates


def _coded(
    column: str,
    texts: Sequence[str],
    codes: NDArray[np.integer],
    readers: Mapping[str, Callable[[str], str]],
    *,
    is_whole: bool,
) -> CodedColumn:
    """Return a column with what its texts mean, each meaning once, in order of appearance."""
    read = readers.get(column)
    meanings = [_word(column, text) if read is None else read(text) for text in texts]
    order: Sequence[int] = range(len(texts))
    if not is_whole:  # a text may be met later than it was, or not at all
        held, first = np.unique(codes, return_index=True)
        order = held[np.argsort(first)].tolist()
    values = tuple(dict.fromkeys(meanings[place] for place in order))
    if values == tuple(meanings):
        return CodedColumn(values, codes)
    place_of = {value: place for place, value in enumerate(values)}
    places = np.array([place_of.get(meaning, 0) for meaning in meanings])
    return CodedColumn(values, places.astype(np.min_scalar_type(len(values)))[codes])


def _word(column: str, text: str) -> str | bool | None:
    found = names.word(WORD_KINDS[column], text)
    if found is None:
        raise NotPlain
    return _TRUTH.get(found) if column == "in_national_sample" else found


def _require_new(estimates: Columned[Estimate]) -> None:
    """Raise NotPlain where two estimates have one key."""
    keys, count = estimates.grouped(_KEY)
    met = np.zeros(count, dtype=bool)
    met[keys] = True
    if np.count_nonzero(met) < max(1, len(keys)):
        raise NotPlain


def _require_fitting(estimates: Columned[Estimate]) -> None:
    """Raise NotPlain for a number that its column cannot hold, and for half an interval."""
    numbers = estimates.numbers
    for column, values in numbers.items():
        if column in _READ_APART:
            continue
        terms = _CONTRACT[column]
        wrong = np.zeros(len(values), dtype=bool)
        if terms.lowest is not None:
            wrong |= values < terms.lowest
        highest: float | NDArray[np.float64] | None = terms.highest
        if column in _IN_UNIT:
            codes = estimates.codes("unit")
            of_unit = np.array([highest_of(str(unit)) or np.inf for unit in estimates.values("unit")])
            highest = of_unit[0 if codes is None else codes]
        if highest is not None:
            wrong |= values > highest
        if terms.kind == "whole number":
            wrong |= ~np.isnan(values) & (values % 1 != 0)
        if wrong.any():
            raise NotPlain
    for low, high in (("rank_low", "rank_high"), ("interval_low", "interval_high")):
        if low not in numbers and high not in numbers:
            continue
        if low not in numbers or high not in numbers:
            present = numbers[low if low in numbers else high]
            if not np.isnan(present).all():
                raise NotPlain
        elif (np.isnan(numbers[low]) != np.isnan(numbers[high])).any() or (
            numbers[low] > numbers[high]
        ).any():
            raise NotPlain
