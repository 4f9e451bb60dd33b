"""Ask about columns that a sampling design may need and that nothing uses: clusters, and weights."""

from __future__ import annotations

from collections.abc import Collection

from phare_cli.files.findings import Findings
from phare_cli.nouns.message import sentence
from phare_cli.respondents.design.clusters import names_clusters
from phare_cli.respondents.design.weight_names import names_weights
from phare_cli.respondents.header_rows import ColumnNames


def tell_unused(header: ColumnNames, used: Collection[int], findings: Findings, *, is_weighted: bool) -> None:
    """Ask about each column that may hold clusters; about those of weights too, where answers are not weighted."""
    for place, (name, wording) in enumerate(zip(header.names, header.wordings, strict=True)):
        if place in used:
            continue
        if names_clusters(name):
            findings.notice(
                sentence(
                    "were respondents drawn together, by {column}? Then name it, --cluster: intervals and tests take "
                    "each as drawn alone, and are too narrow where those of a cluster are alike.",
                    column=name,
                )
            )
        if not is_weighted and (names_weights(name) or names_weights(wording)):
            findings.notice(
                sentence(
                    "does {column} hold the weights of respondents? Then name it, --weight: here each weighs the same.",
                    column=name,
                )
            )
