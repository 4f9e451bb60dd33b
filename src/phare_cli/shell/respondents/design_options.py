"""The options of ``phare tabulate`` that say how respondents were drawn: clusters, replicate weights."""

# Annotations stand as values here, as in options.py: hence no __future__ import.
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import N_, sentence
from phare_cli.shell import completion
from phare_cli.shell.declared import Option

if TYPE_CHECKING:
    from phare_cli.respondents.replicate_design import ReplicateDesign

DESIGN = N_("Sampling design")


class Sampling(NamedTuple):
    """What was drawn together, or the weights that stand for it."""

    cluster: Annotated[
        list[str] | None,
        Option(
            metavar="COLUMN",
            autocompletion=completion.columns,
            rich_help_panel=DESIGN,
            help=N_(
                "Column of what was drawn together (psu, commune); repeated, of what was drawn inside it."
            ),
        ),
    ] = None
    nest: Annotated[
        bool,
        Option(
            "--nest",
            rich_help_panel=DESIGN,
            help=N_("Clusters are numbered inside their strata: 1, 2 in each."),
        ),
    ] = False
    replicates: Annotated[
        list[str] | None,
        Option(
            metavar="COLUMNS",
            autocompletion=completion.columns,
            rich_help_panel=DESIGN,
            help=N_("Columns of replicate weights, 'repwt*': variances are then theirs; repeatable."),
        ),
    ] = None
    method: Annotated[
        Literal["brr", "jk1", "jkn", "bootstrap", "sdr"] | None,
        Option(rich_help_panel=DESIGN, help=N_("How the replicates were made.")),
    ] = None
    fay: Annotated[
        float | None,
        Option(metavar="RHO", rich_help_panel=DESIGN, help=N_("Fay's rho, of replicates of brr.")),
    ] = None
    scales: Annotated[
        str,
        Option(
            metavar="NUMBERS",
            rich_help_panel=DESIGN,
            show_default=False,
            help=N_("What multiplies the squared difference of each replicate: 0.5 for all, or 0.5,0.8,..."),
        ),
    ] = ""

    def clusters(self) -> tuple[str, ...]:
        """Return the columns of clusters. Raises WrongOption for more stages than a variance needs."""
        from phare_cli.respondents.specs.asked_spec import asked_clusters

        return asked_clusters(self.cluster or ())

    def replicate_design(self) -> "ReplicateDesign | None":
        """Return what the options say of replicates, None where they name none. Raises WrongOption."""
        from phare_cli.respondents.specs.asked_spec import asked_replicates

        return asked_replicates(
            self.replicates or (), method=self.method, fay=self.fay, scales=_numbers(self.scales)
        )


def _numbers(text: str) -> tuple[float, ...]:
    try:
        return tuple(float(each) for each in text.split(",") if each.strip())
    except ValueError:
        raise WrongOption(
            sentence("--scales takes numbers with commas between them, 0.5,0.8, not “{text}”.", text=text)
        ) from None
