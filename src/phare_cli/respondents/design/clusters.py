"""Know by its name the column of what was drawn together."""

from __future__ import annotations

import re

from phare_cli.language.folding import fold
from phare_cli.respondents.header_rows import code_of

_CLUSTER = frozenset(
    {"psu", "sdmvpsu", "cluster", "clusters", "clust", "grappe", "grappes", "upm", "conglomerat"}
)


def words_of(name: str) -> list[str]:
    """Return the words of a column's name, folded: ``sampleWeight_2`` holds *sample*, *weight* and *2*."""
    return fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", code_of(name))).split()


def names_clusters(name: str) -> bool:
    """Tell whether a column's name is that of what was drawn together."""
    return bool(_CLUSTER & set(words_of(name))) or fold(code_of(name)) == "primary sampling unit"
