"""The columns of the small files beside respondents, as ``phare help margins`` explains them."""

from phare_cli.files.toml.explained_key import ExplainedKey
from phare_cli.nouns.message import N_

RAKE, POPULATION, CLUSTERS = "--rake", "--population", "--cluster --population"
_TEXT, _NUMBER = N_("text"), N_("number")
_REQUIRED, _ALL = N_("required"), N_("all groups")

SIDE_FILES = (
    ExplainedKey(
        "column",
        RAKE,
        _TEXT,
        _REQUIRED,
        N_("The column of respondents that is weighted to margins, or a crossing: AGE * SEXE."),
        "AGE",
    ),
    ExplainedKey(
        "value",
        RAKE,
        _TEXT,
        _REQUIRED,
        N_("What stands in that column; of a crossing, 18-34 * F."),
        "18-34",
    ),
    ExplainedKey(
        "target",
        RAKE,
        _NUMBER,
        _REQUIRED,
        N_("How many, or what part, of the population that is: a number above zero."),
        "27",
    ),
    ExplainedKey(
        "stakeholder",
        RAKE,
        _TEXT,
        _ALL,
        N_("The group that the margin is of; all of them without this column."),
        "citizens",
    ),
    ExplainedKey(
        "region",
        POPULATION,
        _TEXT,
        _REQUIRED,
        N_("The stratum: the region, or in its place each column of --strata."),
        "PACA",
    ),
    ExplainedKey(
        "population", POPULATION, _NUMBER, _REQUIRED, N_("How many people the stratum holds."), "5200000"
    ),
    ExplainedKey(
        "stakeholder",
        POPULATION,
        _TEXT,
        _ALL,
        N_("The group that this is of; all of them without this column."),
        "citizens",
    ),
    ExplainedKey(
        "clusters",
        CLUSTERS,
        _NUMBER,
        _REQUIRED,
        N_("How many clusters the stratum holds, each column of --strata being there."),
        "757",
    ),
    ExplainedKey(
        N_("column of clusters"),
        CLUSTERS,
        _TEXT,
        N_("none: too many to count"),
        N_(
            "A cluster that was drawn, a row each, with population: how many it holds of what was drawn inside it."
        ),
        "13055",
    ),
)
