"""What stands below a table whose columns are places, where no column has room for what its figures rest on."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.nouns.message import Fill, Listing, Message, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.report.facts import bases_of
from phare_cli.wording.ranking_legend import sign_lines

_MOST = 12  # bases that a line tells; more are read in the facts sheet


def precision_lines(estimates: Sequence[Estimate]) -> list[Message]:
    """Return what the signs after *estimates* mean, and how many were asked in each place and group."""
    return [*sign_lines(estimates), *_bases(estimates)]


def _bases(estimates: Sequence[Estimate]) -> list[Message]:
    bases = bases_of(estimates)
    if not bases:
        return []
    if len(bases) > _MOST:
        return [sentence("The base of each figure is in the survey facts sheet.")]
    told: tuple[Fill, ...] = tuple(
        sentence("{base} ({group})", base=base, group=group) for group, base in bases
    )
    return [sentence("Base: {bases}.", bases=Listing(told, last=";"))]
