"""The columns of the small files beside respondents, as ``phare help margins`` explains them."""

from phare_cli.nouns.message import N_

SIDE_FILES = (
    (
        "--rake",
        "column",
        N_("required"),
        N_("The column of respondents that is weighted to margins, or a crossing: AGE * SEXE."),
        "AGE",
    ),
    ("--rake", "value", N_("required"), N_("What stands in that column; of a crossing, 18-34 * F."), "18-34"),
    (
        "--rake",
        "target",
        N_("required"),
        N_("How many, or what part, of the population that is: a number above zero."),
        "27",
    ),
    (
        "--rake",
        "stakeholder",
        "",
        N_("The group that the margin is of; all of them without this column."),
        "citizens",
    ),
    (
        "--population",
        "region",
        N_("required"),
        N_("The stratum: the region, or in its place each column of --strata."),
        "PACA",
    ),
    ("--population", "population", N_("required"), N_("How many people the stratum holds."), "5200000"),
    (
        "--population",
        "stakeholder",
        "",
        N_("The group that this is of; all of them without this column."),
        "citizens",
    ),
    (
        "--cluster --population",
        "clusters",
        N_("required"),
        N_("How many clusters the stratum holds, each column of --strata being there."),
        "757",
    ),
    (
        "--cluster --population",
        N_("column of clusters"),
        "",
        N_(
            "A cluster that was drawn, a row each, with population: how many it holds of what was drawn inside it."
        ),
        "13055",
    ),
)
