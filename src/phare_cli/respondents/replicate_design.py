"""Which columns hold replicate weights, and what the variance of the estimates that they give is multiplied by."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from phare_cli.nouns.message import Listing, Message, sentence


class ReplicateMethod(StrEnum):
    """How replicates were made."""

    BRR = "brr"  # balanced halves of strata; with Fay's rho, halves that weigh rho and 2 - rho
    JK1 = "jk1"  # one cluster left out at a time, no strata
    JKN = "jkn"  # one cluster left out at a time, strata
    BOOTSTRAP = "bootstrap"
    SDR = "sdr"  # successive differences


@dataclass(frozen=True, slots=True)
class ReplicateDesign:
    """The *columns* of replicate weights, names or patterns, and their *method*.

    *rho* is Fay's, of BRR. *scales* multiply the square of each difference: one for all, or one a replicate; empty, the
    method's own.
    """

    columns: tuple[str, ...]
    method: ReplicateMethod
    rho: float = 0.0
    scales: tuple[float, ...] = ()

    def scale(self, replicates: int) -> float:
        """Return what the sum over so many replicates is multiplied by: R's ``svrepdesign(type = ...)$scale``.

        BRR 1 / R, Fay's 1 / (R (1 - rho)^2); JK1 (R - 1) / R; bootstrap 1 / (R - 1); successive differences 4 / R; JKn
        1, each replicate having its own. Wolter (2007), Introduction to Variance Estimation, chap. 3 to 5; Fay and
        Train (1995) for successive differences.
        """
        if self.scales:
            return 1.0
        count = float(replicates)
        return {
            ReplicateMethod.BRR: 1.0 / (count * (1.0 - self.rho) ** 2),
            ReplicateMethod.JK1: (count - 1.0) / count,
            ReplicateMethod.JKN: 1.0,
            ReplicateMethod.BOOTSTRAP: 1.0 / max(count - 1.0, 1.0),
            ReplicateMethod.SDR: 4.0 / count,
        }[self.method]

    def scales_of(self, replicates: int) -> Sequence[float]:
        """Return what the difference of each replicate is multiplied by."""
        if len(self.scales) == 1:
            return self.scales * replicates
        return self.scales or (1.0,) * replicates


class NotReplicates(ValueError):
    """What is said of replicates cannot be: the *key* or option it stands under, and a sentence."""

    def __init__(self, key: str, message: Message) -> None:
        super().__init__(message)
        self.key, self.message = key, message


def make_replicate_design(
    columns: Sequence[str], method: str, fay: float | None, scales: Sequence[float]
) -> ReplicateDesign:
    """Return the design of what a reader says of replicates. Raises NotReplicates."""
    known = tuple(each.value for each in ReplicateMethod)
    if method not in known:
        raise NotReplicates(
            "method",
            sentence("say how the replicates were made: {known}.", known=Listing(known, last="or")),
        )
    kind = ReplicateMethod(method)
    if fay is not None and (kind is not ReplicateMethod.BRR or not 0.0 <= fay < 1.0):
        raise NotReplicates("fay", sentence("Fay's rho lies from 0 to under 1, and is that of brr alone."))
    if kind is ReplicateMethod.JKN and not scales:
        raise NotReplicates(
            "scales",
            sentence(
                "each replicate of jkn has a scale of its own, (n - 1)/n of the clusters of its stratum: give them in "
                "order, or one for all (1 where strata hold two clusters and have one replicate each)."
            ),
        )
    if any(not 0.0 < scale < math.inf for scale in scales):
        raise NotReplicates("scales", sentence("scales of replicates are numbers above zero."))
    return ReplicateDesign(tuple(columns), kind, fay or 0.0, tuple(scales))
