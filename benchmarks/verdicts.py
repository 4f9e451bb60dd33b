"""Draw many samples in which no gap is true, and tell how often one is declared: at most one in twenty should be.

    python benchmarks/verdicts.py [--samples 100000] [--surveys 20000]

Designs are those of the tests. Each rate is told with its Monte Carlo error; the status is 1 where a design leaves
4 to 6 %, or families of ten tests go over 5.5 %, by more than twice that error.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "measuring"))

from phare_cli.judging.pairs import pair_regions
from phare_cli.judging.verdicts import judge
from phare_cli.measuring.gaps.gap_law import p_value
from phare_cli.measuring.gaps.nested import nested_gap
from phare_cli.nouns.survey import NATION, Estimate, Survey

SHARES = (0.1, 0.35, 0.5)
ITEMS = 10


def nested_rates(samples: int) -> Iterator[tuple[str, float]]:
    """Yield each design with the part of its samples that declare a gap between a region and its nation."""
    from test_nested import DESIGNS, weighted_shares

    random = np.random.default_rng(1)
    for share in SHARES:
        for part, region_base, others_base in DESIGNS:
            region_kish, others_kish = region_base / 1.25, others_base / 1.5
            nation_kish = 1 / (part**2 / region_kish + (1 - part) ** 2 / others_kish)
            region = weighted_shares(random, region_base, 0.5, share, samples)
            rest = weighted_shares(random, others_base, math.sqrt(0.5), share, samples)
            declared = sum(
                p_value(nested_gap(here, there, region_kish, nation_kish, part)) <= 0.05
                for here, there in zip(region, part * region + (1 - part) * rest, strict=True)
            )
            yield (
                f"{share:.0%}, {part:.0%} of the nation, {region_base} and {others_base}",
                declared / samples,
            )


def family_rate(surveys: int) -> float:
    """Return the part of surveys of ten items without a gap that establish one all the same."""
    random = np.random.default_rng(2)
    region = Estimate(
        "Bretagne", "citizens", "w", "", None, base=400.0, in_national_sample=False, rounded_to=0.0
    )
    wrong = 0
    for _ in range(surveys):
        estimates = []
        for item, share in enumerate(random.uniform(0.1, 0.9, ITEMS)):
            here, there = random.binomial(400, share) / 4, random.binomial(2000, share) / 20
            estimates += [
                region._replace(item=str(item), value=here),
                region._replace(region=NATION, item=str(item), value=there, base=2000.0),
            ]
        pairs = pair_regions(Survey.of(estimates), regions=(), to=NATION)
        wrong += any(judgement.is_established for judgement in judge(pairs))
    return wrong / surveys


def main() -> int:
    """Tell every rate; return 1 where one is out of bounds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--samples", type=int, default=100_000)
    parser.add_argument("--surveys", type=int, default=20_000)
    told = parser.parse_args()
    is_wrong = False
    error = math.sqrt(0.05 * 0.95 / told.samples)
    for design, rate in nested_rates(told.samples):
        is_wrong |= not 0.04 - 2 * error <= rate <= 0.06 + 2 * error
        sys.stdout.write(f"{100 * rate:.2f} % ± {100 * error:.2f}  {design}\n")
    rate, error = family_rate(told.surveys), math.sqrt(0.05 * 0.95 / told.surveys)
    is_wrong |= rate > 0.055 + 2 * error
    sys.stdout.write(f"{100 * rate:.2f} % ± {100 * error:.2f}  families of {ITEMS} tests\n")
    return int(is_wrong)


if __name__ == "__main__":
    sys.exit(main())
