"""Know by its name the column of what was drawn together, and ask about one that nothing uses."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from phare_cli.files.findings import Findings
from phare_cli.language.folding import fold
from phare_cli.nouns.message import sentence
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


def tell_clusters(names: Sequence[str], used: Collection[int], findings: Findings) -> None:
    """Ask about each column that may hold clusters and that nothing uses."""
    for place, name in enumerate(names):
        if place not in used and names_clusters(name):
            findings.notice(
                sentence(
                    "were respondents drawn together, by {column}? Then name it, --cluster: intervals and tests take "
                    "each as drawn alone, and are too narrow where those of a cluster are alike.",
                    column=name,
                )
            )
