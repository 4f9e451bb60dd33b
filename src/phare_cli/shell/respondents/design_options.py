"""The options of ``phare tabulate`` that say how respondents were drawn: clusters, replicate weights."""

# Annotations stand as values here, as in options.py: hence no __future__ import.
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import N_, sentence

if TYPE_CHECKING:
    from phare_cli.respondents.replicate_design import ReplicateDesign

DESIGN = N_("Sampling design")


class Sampling(NamedTuple):
    """What was drawn together, or the weights that stand for it."""

    cluster: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COLUMN",
            rich_help_panel=DESIGN,
            help=N_(
                "Column of what was drawn together (psu, commune); repeated, of what was drawn inside it."
            ),
        ),
    ] = None
    nest: Annotated[
        bool,
        typer.Option(
            "--nest",
            rich_help_panel=DESIGN,
            help=N_("Clusters are numbered inside their strata: 1, 2 in each."),
        ),
    ] = False
    replicates: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COLUMNS",
            rich_help_panel=DESIGN,
            help=N_("Columns of replicate weights, 'repwt*': variances are then theirs; repeatable."),
        ),
    ] = None
    method: Annotated[
        Literal["brr", "jk1", "jkn", "bootstrap", "sdr"] | None,
        typer.Option(rich_help_panel=DESIGN, help=N_("How the replicates were made.")),
    ] = None
    fay: Annotated[
        float | None,
        typer.Option(metavar="RHO", rich_help_panel=DESIGN, help=N_("Fay's rho, of replicates of brr.")),
    ] = None
    scales: Annotated[
        str,
        typer.Option(
            metavar="NUMBERS",
            rich_help_panel=DESIGN,
            show_default=False,
            help=N_("What multiplies the squared difference of each replicate: 0.5 for all, or 0.5,0.8,..."),
        ),
    ] = ""

    def clusters(self) -> tuple[str, ...]:
        """Return the columns of clusters. Raises WrongOption for more stages than a variance needs."""
        from phare_cli.respondents.design.portions import STAGES, TOO_MANY_STAGES

        columns = tuple(self.cluster or ())
        if len(columns) > STAGES:
            raise WrongOption(TOO_MANY_STAGES)
        return columns

    def replicate_design(self) -> "ReplicateDesign | None":
        """Return what the options say of replicates, None where they name none. Raises WrongOption."""
        from phare_cli.respondents.replicate_design import NotReplicates, make_replicate_design

        if not self.replicates:
            if self.method or self.fay is not None or self.scales:
                raise WrongOption(
                    sentence("--method, --fay and --scales go with --replicates: name the columns of these.")
                )
            return None
        try:
            return make_replicate_design(self.replicates, self.method or "", self.fay, _numbers(self.scales))
        except NotReplicates as error:
            raise WrongOption(error.message) from None


def _numbers(text: str) -> tuple[float, ...]:
    try:
        return tuple(float(each) for each in text.split(",") if each.strip())
    except ValueError:
        raise WrongOption(
            sentence("--scales takes numbers with commas between them, 0.5,0.8, not “{text}”.", text=text)
        ) from None
