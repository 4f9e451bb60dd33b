"""The keys of a spec file, once: what each holds, what stands in for it, an example. The reader knows no others."""

from __future__ import annotations

from phare_cli.files.toml.explained_key import ExplainedKey
from phare_cli.nouns.message import N_

TOP, QUESTION = "", "[[question]]"
TEXT, TEXTS, FLAG, NUMBER, TABLE = (
    N_("text"),
    N_("list of texts"),
    N_("true or false"),
    N_("number"),
    N_("table"),
)
REQUIRED, NONE = N_("required"), N_("nothing")
COLUMN = N_("column, or “=” and a constant")


KEYS = (
    ExplainedKey("survey", TOP, TEXT, NONE, N_("The programme."), 'survey = "Baromètre"'),
    ExplainedKey("wave", TOP, COLUMN, NONE, N_("The round of the survey."), 'wave = "=2024"'),
    ExplainedKey("region", TOP, COLUMN, REQUIRED, N_("Where respondents are."), 'region = "REG"'),
    ExplainedKey(
        "stakeholder", TOP, COLUMN, REQUIRED, N_("Who answered: the group."), 'stakeholder = "ACTEUR"'
    ),
    ExplainedKey(
        "segment",
        TOP,
        N_("column or columns"),
        NONE,
        N_("A part of the group: results for each part are added; several columns part it each by itself."),
        'segment = "AGE"',
    ),
    ExplainedKey(
        "departements",
        TOP,
        FLAG,
        "false",
        N_("The region's column holds départements, to be summed."),
        "departements = false",
    ),
    ExplainedKey(
        "nation",
        TOP,
        FLAG,
        N_("true where all regions of mainland France are there"),
        N_("The regions add up to the nation: its rows are added."),
        "nation = true",
    ),
    ExplainedKey(
        "whole",
        TOP,
        TEXT,
        NONE,
        N_("The place that the regions add up to, where it is not France: its rows are added."),
        'whole = "Grand Lyon"',
    ),
    ExplainedKey(
        "in_national_sample",
        TOP,
        FLAG,
        N_("that of nation"),
        N_("Regions are part of the national sample."),
        "in_national_sample = true",
    ),
    ExplainedKey(
        "weight",
        TOP,
        TEXT,
        NONE,
        N_("The column of weights; without one all weigh the same."),
        'weight = "POIDS"',
    ),
    ExplainedKey(
        "no_weight",
        TOP,
        N_("drop or refuse"),
        "refuse",
        N_("What becomes of who has no weight."),
        'no_weight = "drop"',
    ),
    ExplainedKey(
        "id", TOP, TEXT, NONE, N_("The column of identifiers: one that stands twice is told."), 'id = "ID"'
    ),
    ExplainedKey(
        "strata", TOP, TEXTS, NONE, N_("Columns that together name the stratum."), 'strata = ["STRATE"]'
    ),
    ExplainedKey(
        "cluster",
        TOP,
        TEXTS,
        NONE,
        N_("The column of what was drawn together; a second one of what was drawn inside it."),
        'cluster = ["GRAPPE"]',
    ),
    ExplainedKey(
        "nest", TOP, FLAG, "false", N_("Clusters are numbered inside their strata."), "nest = false"
    ),
    ExplainedKey(
        "replicates",
        TOP,
        TEXTS,
        NONE,
        N_("Columns of replicate weights, or a pattern of them."),
        'replicates = ["repwt*"]',
    ),
    ExplainedKey(
        "method",
        TOP,
        N_("brr, jk1, jkn, bootstrap or sdr"),
        N_("required with replicates"),
        N_("How the replicates were made."),
        'method = "brr"',
    ),
    ExplainedKey("fay", TOP, NUMBER, "0", N_("Fay's rho, of balanced replicates."), "fay = 0.5"),
    ExplainedKey(
        "scales",
        TOP,
        N_("list of numbers"),
        N_("those of the method"),
        N_("What multiplies the squared difference of each replicate; one for all of them."),
        "scales = [0.5]",
    ),
    ExplainedKey(
        "missing",
        TOP,
        TEXTS,
        N_("those of phare.toml"),
        N_("Answers that mean no answer, in every question."),
        'missing = ["NSP", "99"]',
    ),
    ExplainedKey(
        "codes", TOP, FLAG, "false", N_("Show codes in place of their labels (SPSS, Stata)."), "codes = false"
    ),
    ExplainedKey(
        "recode",
        TOP,
        TABLE,
        NONE,
        N_("Names of regions, groups, segments or waves for what stands in the data."),
        'recode.segment = { "18-24" = "jeunes", "70+" = "aînés" }',
    ),
    ExplainedKey(
        "where",
        TOP,
        N_("filter"),
        N_("everybody"),
        N_(
            "Of whom results are, by what columns hold: = != < <= > >=, in (lists, ranges), and, or, not. Who did not "
            "answer never passes."
        ),
        'where = "AGE >= 70 and REG in (93, 84)"',
    ),
    ExplainedKey("universe", TOP, TEXT, NONE, N_("Whom the bases stand for."), 'universe = "18 ans et plus"'),
    ExplainedKey(
        "source", TOP, TEXT, NONE, N_("Where the results are published."), 'source = "Observatoire"'
    ),
    ExplainedKey("url", TOP, TEXT, NONE, N_("The address of that."), 'url = "https://example.org"'),
    ExplainedKey("note", TOP, TEXT, NONE, N_("What to know of all figures."), 'note = "terrain en mars"'),
    ExplainedKey("question", TOP, N_("tables"), REQUIRED, N_("One table a question."), "[[question]]"),
    ExplainedKey(
        "indicator",
        QUESTION,
        TEXT,
        REQUIRED,
        N_("What was asked, a short name."),
        'indicator = "craintes"',
    ),
    ExplainedKey(
        "kind",
        QUESTION,
        N_("single, ordered, set, mentions, cell, score or number"),
        "single",
        N_(
            "How it was asked: one answer, a step of a scale, a column an option, a column a mention, answers in a "
            "cell, a number of a scale, any number."
        ),
        'kind = "single"',
    ),
    ExplainedKey(
        "column", QUESTION, TEXT, N_("required, but of a set or mentions"), N_("Its column."), 'column = "Q7"'
    ),
    ExplainedKey(
        "columns",
        QUESTION,
        TEXTS,
        N_("those that options name"),
        N_("Its columns, or a pattern of them, of a set or mentions."),
        'columns = ["Q3[*]"]',
    ),
    ExplainedKey(
        "wording",
        QUESTION,
        TEXT,
        NONE,
        N_("The question as it was asked."),
        'wording = "Que craignez-vous ?"',
    ),
    ExplainedKey(
        "options",
        QUESTION,
        TABLE,
        N_("every answer found"),
        N_("Item for each answer, or for each column of a set, in their order."),
        'options = { "1" = "emploi", "2" = "santé" }',
    ),
    ExplainedKey(
        "nets",
        QUESTION,
        N_("table of lists"),
        NONE,
        N_(
            "Items joined under a name, as a result of its own: who gave one of them, or that less who gave others."
        ),
        'nets = { "d\'accord" = ["tout à fait", "plutôt"], "NPS" = { plus = ["9-10"], minus = ["0-6"] } }',
    ),
    ExplainedKey(
        "other", QUESTION, TEXT, NONE, N_("The item of answers that options do not name."), 'other = "autre"'
    ),
    ExplainedKey(
        "separator",
        QUESTION,
        TEXT,
        N_("found in the column"),
        N_("What parts the answers of a cell; none for nothing."),
        'separator = ";"',
    ),
    ExplainedKey(
        "selected",
        QUESTION,
        TEXTS,
        N_("found in the columns"),
        N_("The words that say an option of a set was chosen."),
        'selected = ["Oui"]',
    ),
    ExplainedKey(
        "not_selected",
        QUESTION,
        TEXTS,
        N_("found in the columns"),
        N_("The words that say it was not."),
        'not_selected = ["Non"]',
    ),
    ExplainedKey(
        "missing",
        QUESTION,
        TEXTS,
        N_("those of the file"),
        N_("Answers that mean no answer, in this question."),
        'missing = ["9"]',
    ),
    ExplainedKey(
        "asked",
        QUESTION,
        TABLE,
        N_("everybody"),
        N_("Who was asked: in each column, one of the answers."),
        'asked = { "ACTEUR" = ["1", "2"] }',
    ),
    ExplainedKey(
        "where",
        QUESTION,
        N_("filter"),
        N_("everybody"),
        N_("Of whom its results are, among those asked: a filter as above."),
        """where = 'SEXE = "F" and not ENFANTS in (0)'""",
    ),
    ExplainedKey(
        "universe",
        QUESTION,
        TEXT,
        N_("that of the file"),
        N_("Whom its base stands for."),
        'universe = "actifs"',
    ),
    ExplainedKey("item", QUESTION, TEXT, "mean", N_("The item of a score."), 'item = "moyenne"'),
    ExplainedKey(
        "statistics",
        QUESTION,
        N_("list or table"),
        "mean",
        N_(
            "What is asked of numbers: mean, median, quantile 0.25, total, ratio, minimum, maximum, count; a table "
            "names each."
        ),
        'statistics = { "moyenne" = "mean", "médiane" = "median" }',
    ),
    ExplainedKey("unit", QUESTION, TEXT, N_("required of numbers"), N_("The unit of numbers."), 'unit = "€"'),
    ExplainedKey(
        "per",
        QUESTION,
        TEXT,
        N_("required of ratio"),
        N_("The column that numbers are divided by, of a ratio."),
        'per = "PERSONNES"',
    ),
    ExplainedKey(
        "lowest",
        QUESTION,
        NUMBER,
        N_("0 of a score"),
        N_("The lowest score or number that may be given."),
        "lowest = 0",
    ),
    ExplainedKey("highest", QUESTION, NUMBER, N_("10 of a score"), N_("The highest one."), "highest = 10"),
)


def names_of(section: str) -> tuple[str, ...]:
    """Return the names of the keys of one table of the file."""
    return tuple(key.name for key in KEYS if key.section == section)
