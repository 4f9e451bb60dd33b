"""Make one spec of what a reader asks for: a spec file, or the options that stand for one, from whichever door."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.respondents.design.portions import STAGES, TOO_MANY_STAGES
from phare_cli.respondents.replicate_design import NotReplicates, ReplicateDesign, make_replicate_design
from phare_cli.respondents.spec import Spec
from phare_cli.respondents.specs.spec_file import read_spec
from phare_cli.respondents.specs.spec_options import quick_spec

SEPARATORS: Mapping[str, str] = {
    "line": "\n",
    "tab": "\t",
    "blank": " ",
}  # in the words that a reader can type


def asked_spec(file: str | None, options: Spec, *, codes: bool, no_weight: str | None) -> Spec:
    """Return the spec in *file*, or the one that *options* make (see quick_spec) where there is none.

    *codes* shows codes in place of labels, *no_weight* says what becomes of who has no weight: ``drop`` or
    ``refuse``. Raises WrongOption when a file and options are both given, and what read_spec raises.
    """
    drops = no_weight == "drop"
    if file is None:
        return replace(options, codes=codes, drops_unweighed=drops)
    if options != quick_spec():
        raise WrongOption(
            sentence(
                "--spec says what was asked, of whom and with which weight: leave those options out, or the spec."
            )
        )
    spec = read_spec(file)
    return replace(
        spec,
        codes=spec.codes or codes,
        drops_unweighed=spec.drops_unweighed if no_weight is None else drops,
    )


def asked_clusters(columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns of clusters. Raises WrongOption for more stages than a variance needs."""
    if len(columns) > STAGES:
        raise WrongOption(TOO_MANY_STAGES)
    return tuple(columns)


def asked_replicates(
    columns: Sequence[str], *, method: str | None, fay: float | None, scales: Sequence[float]
) -> ReplicateDesign | None:
    """Return what is said of replicates, None where no column of them is named. Raises WrongOption."""
    if not columns:
        if method or fay is not None or scales:
            raise WrongOption(
                sentence("--method, --fay and --scales go with --replicates: name the columns of these.")
            )
        return None
    try:
        return make_replicate_design(columns, method or "", fay, scales)
    except NotReplicates as error:
        raise WrongOption(error.message) from None
