"""Test whether the answers of a table differ between its columns, under the design of its sample: Rao and Scott."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from phare_cli.measuring.beta import incomplete_beta
from phare_cli.measuring.bounds import is_over

Matrix = list[list[float]]
_TINY = 1e-12
_ENOUGH = 5.0


class TableTest(NamedTuple):
    """A chi-square test of a table: *f* on *first* and *second* degrees of freedom.

    *has_few* tells that too few are expected in its cells for such a test to be relied upon (see :func:`expects_few`).
    """

    f: float
    first: float
    second: float
    p_value: float
    has_few: bool = False


def interactions(rows: int, columns: int) -> list[list[float]]:
    """Return contrasts of the cells of a table, row by row, that span what its margins do not tell.

    Each is the product of a Helmert contrast of rows and one of columns; there are (rows - 1)(columns - 1).
    """
    return [
        [of_row * of_column for of_row in first for of_column in second]
        for first in _helmert(rows)
        for second in _helmert(columns)
    ]


def _helmert(size: int) -> list[list[float]]:
    return [[1.0] * place + [-float(place)] + [0.0] * (size - place - 1) for place in range(1, size)]


def rao_scott(
    shares: Sequence[Sequence[float]],
    people: float,
    degrees: float,
    variance: Callable[[Sequence[float]], float],
) -> TableTest | None:
    """Return the second-order test of Rao and Scott, as an F test; None where nothing can be tested.

    *shares* are the parts (0-1) of all in the cells of a table without an empty row or column, *people* how many were
    asked, *degrees* those of the design. *variance* gives that of a sum of cells, each share times a number, under the
    design. Rao and Scott (1984), Ann. Statist. 12:46; Thomas and Rao (1987), JASA 82:630; equals R survey
    ``svychisq(statistic = "F")``.
    """
    rows, columns = len(shares), len(shares[0])
    cells = [share for row in shares for share in row]
    contrasts = interactions(rows, columns)
    if not contrasts or degrees < 1.0:
        return None
    weighed = [
        [each / share if share > 0.0 else 0.0 for each, share in zip(contrast, cells, strict=True)]
        for contrast in contrasts
    ]
    simple = [
        [sum(a * b for a, b in zip(one, other, strict=True)) / people for other in contrasts]
        for one in weighed
    ]
    delta = _solved(simple, _covariances(weighed, variance))
    if delta is None:
        return None
    places = range(len(delta))
    trace = sum(delta[place][place] for place in places)
    trace_of_square = sum(delta[a][b] * delta[b][a] for a in places for b in places)
    if trace <= _TINY or trace_of_square <= _TINY:
        return None
    first = trace * trace / trace_of_square
    f = _pearson(shares, people) / trace
    second = first * degrees
    p_value = incomplete_beta(second / 2, first / 2, second / (second + first * f))
    # The mean design effect of the cells, which a lucky sample has under 1; variances are over n - 1.
    effect = max(trace / len(delta) * (people - 1.0) / people, 1.0)
    return TableTest(f, first, second, p_value, expects_few(shares, people / effect))


def expects_few(shares: Sequence[Sequence[float]], people: float) -> bool:
    """Tell whether over a fifth of the cells of a table would hold under five of *people*, or one under one.

    That is what rows and columns that are independent would give: Cochran (1954), Biometrics 10:417. *people* are
    effective ones.
    """
    of_columns: list[float] = [sum(column) for column in zip(*shares, strict=True)]
    expected = [people * sum(row) * of_column for row in shares for of_column in of_columns]
    return sum(is_over(_ENOUGH, each) for each in expected) > len(expected) / 5 or is_over(1.0, min(expected))


def _covariances(sums: Sequence[Sequence[float]], variance: Callable[[Sequence[float]], float]) -> Matrix:
    """Return the covariances of some sums of cells, from the variances of each and of each two together."""
    own = [variance(each) for each in sums]
    found = [[0.0] * len(sums) for _ in sums]
    for a, one in enumerate(sums):
        found[a][a] = own[a]
        for b in range(a):
            both = variance([x + y for x, y in zip(one, sums[b], strict=True)])
            found[a][b] = found[b][a] = (both - own[a] - own[b]) / 2
    return found


def _pearson(shares: Sequence[Sequence[float]], people: float) -> float:
    """Return Pearson's chi-square of shares, as if *people* had been drawn at random."""
    of_rows = [sum(row) for row in shares]
    of_columns = [sum(column) for column in zip(*shares, strict=True)]
    terms: list[float] = [
        (share - of_row * of_column) * (share - of_row * of_column) / (of_row * of_column)
        for row, of_row in zip(shares, of_rows, strict=True)
        for share, of_column in zip(row, of_columns, strict=True)
    ]
    return people * sum(terms)


def _solved(left: Matrix, right: Matrix) -> Matrix | None:
    """Return what *left* turns into *right*, by elimination with the largest pivot; None where there is none."""
    size = len(left)
    rows = [[*left[place], *right[place]] for place in range(size)]
    largest = max(abs(each) for row in left for each in row)
    for at in range(size):
        pivot = max(range(at, size), key=lambda place: abs(rows[place][at]))
        if abs(rows[pivot][at]) <= _TINY * largest:
            return None
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [each / rows[at][at] for each in rows[at]]
        for place in range(size):
            factor = rows[place][at]
            if place != at and factor:
                rows[place] = [x - factor * y for x, y in zip(rows[place], rows[at], strict=True)]
    return [row[size:] for row in rows]
