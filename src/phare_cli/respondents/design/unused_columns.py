"""Ask about columns that a sampling design may need and that nothing uses: clusters, and weights."""

from __future__ import annotations

from collections.abc import Collection

from phare_cli.files.findings import Findings
from phare_cli.nouns.message import sentence
from phare_cli.respondents.design.clusters import names_clusters
from phare_cli.respondents.design.weight_names import names_weights
from phare_cli.respondents.header_rows import ColumnNames
from phare_cli.respondents.spec import Spec


def tell_unused(header: ColumnNames, used: Collection[int], spec: Spec, findings: Findings) -> None:
    """Ask about each column that may hold clusters; and weights, where *spec* names none."""
    for place, (name, wording) in enumerate(zip(header.names, header.wordings, strict=True)):
        if place in used:
            continue
        if names_clusters(name):
            findings.notice(
                sentence(
                    "were respondents drawn together, by {column}? Then name it, {option}: intervals and tests take "
                    "each as drawn alone, and are too narrow where those of a cluster are alike.",
                    column=name,
                    option=spec.asking("--cluster", f'cluster = ["{name}"]'),
                )
            )
        if not spec.weight and (names_weights(name) or names_weights(wording)):
            findings.notice(
                sentence(
                    "does {column} hold the weights of respondents? Then name it, {option}: here each weighs the same.",
                    column=name,
                    option=spec.asking("--weight", f'weight = "{name}"'),
                )
            )
