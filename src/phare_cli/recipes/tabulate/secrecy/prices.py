"""What hiding costs: of two cells, that of fewer respondents is hidden, and that of the smaller line."""

from __future__ import annotations

import numpy as np

from phare_cli.recipes.tabulate.secrecy.lattice import Numbers

# A cell costs 1, up to so much more by its share of the line, and up to 1 more by its line's share of the sample.
SHARE_PRICE = 0.5
# A whole is what most people read: it stays wherever hiding some of its parts protects as well.
_WHOLE_PRICE = 4.0


def weight_of(lines: Numbers) -> Numbers:
    """Return 1, up to 1 more by the size of each line, and much more of a whole of several parts."""
    weight: Numbers = 1.0 + lines / np.maximum(lines[-1, -1, -1], 1.0)
    for axis, size in enumerate(lines.shape):
        if size > 2:  # one part and its whole are the same people
            np.moveaxis(weight, axis, 0)[-1] += _WHOLE_PRICE
    return weight
