"""The keys of a spec of published tables, once: what each holds, what stands in for it, an example."""

from __future__ import annotations

from phare_cli.files.toml.explained_key import ExplainedKey
from phare_cli.nouns.message import N_

WHOLE, TABLE, OF_ITEMS, OF_GROUPS = "", "[[table]]", N_("a line of answers"), N_("a line of groups")
_NONE, _OF_TABLE, _HERE = N_("nothing"), N_("that of the table"), N_("required, here or below")
_TEXT, _NUMBER = N_("text"), N_("whole number")
_RESPONSE, _SEVERAL = N_("single or multiple"), N_("May one respondent give several answers.")
_STEPS = N_("The answers are steps of a scale, in their order.")

KEYS = (
    ExplainedKey(
        "region", WHOLE, _TEXT, _HERE, N_("Region of all figures, or of one table."), 'region = "PACA"'
    ),
    ExplainedKey("stakeholder", WHOLE, _TEXT, _HERE, N_("Group that answered."), 'stakeholder = "citizens"'),
    ExplainedKey("wave", WHOLE, _TEXT, _NONE, N_("Round of the survey."), 'wave = "2024"'),
    ExplainedKey("survey", WHOLE, _TEXT, _NONE, N_("Survey programme."), 'survey = "Baromètre"'),
    ExplainedKey(
        "universe", WHOLE, _TEXT, _NONE, N_("Whom the bases stand for."), 'universe = "18 ans et plus"'
    ),
    ExplainedKey(
        "source", WHOLE, _TEXT, _NONE, N_("Where the table was published."), 'source = "Observatoire"'
    ),
    ExplainedKey("url", WHOLE, _TEXT, _NONE, N_("The address of that."), 'url = "https://example.org"'),
    ExplainedKey("note", WHOLE, _TEXT, _NONE, N_("What to know of all figures."), 'note = "terrain en mars"'),
    ExplainedKey("sheet", TABLE, _TEXT, N_("the only one"), N_("Sheet of a workbook."), 'sheet = "Q1"'),
    ExplainedKey(
        "range",
        TABLE,
        N_("cells"),
        N_("required"),
        N_("The cells of the table, header and all."),
        'range = "A3:H20"',
    ),
    ExplainedKey("header", TABLE, _NUMBER, "1", N_("Rows at the top that name columns."), "header = 2"),
    ExplainedKey("labels", TABLE, _NUMBER, "1", N_("Columns at the left that name rows."), "labels = 1"),
    ExplainedKey(
        "items", TABLE, N_("rows or columns"), '"rows"', N_("Where the answers are."), 'items = "rows"'
    ),
    ExplainedKey(
        "values",
        TABLE,
        N_("percent, fraction, count or score/10"),
        N_("required"),
        N_("How figures are written: 45, 0.45, how many, or out of a highest score."),
        'values = "percent"',
    ),
    ExplainedKey(
        "indicator", TABLE, _TEXT, N_("the title"), N_("What was asked."), 'indicator = "confiance"'
    ),
    ExplainedKey("response", TABLE, _RESPONSE, _NONE, _SEVERAL, 'response = "single"'),
    ExplainedKey("scale", TABLE, "ordered", _NONE, _STEPS, 'scale = "ordered"'),
    ExplainedKey(
        "decimal",
        TABLE,
        N_("comma or point"),
        N_("found in the table"),
        N_("Decimal mark, where it leaves a doubt."),
        'decimal = "comma"',
    ),
    ExplainedKey(
        "rows",
        TABLE,
        N_("table"),
        _NONE,
        N_(
            "What rows are, by their numbers: base, base of all, effective base, weighted base, total, skip, or keys."
        ),
        'rows = { 12 = "base", 13 = "total", 14 = { item = "oui" } }',
    ),
    ExplainedKey(
        "columns",
        TABLE,
        N_("table"),
        _NONE,
        N_("What columns are, by their letters; of groups, every one."),
        'columns = { B = {}, C = { segment = "hommes", breakdown = "sexe" }, D = "skip" }',
    ),
    ExplainedKey("item", OF_ITEMS, _TEXT, N_("its own words"), N_("The answer."), 'item = "oui"'),
    ExplainedKey(
        "indicator",
        OF_ITEMS,
        _TEXT,
        _OF_TABLE,
        N_("The question that begins here."),
        'indicator = "confiance"',
    ),
    ExplainedKey("response", OF_ITEMS, _RESPONSE, _OF_TABLE, _SEVERAL, 'response = "multiple"'),
    ExplainedKey("scale", OF_ITEMS, "ordered", _OF_TABLE, _STEPS, 'scale = "ordered"'),
    ExplainedKey(
        "unit", OF_ITEMS, _TEXT, N_("that of values"), N_("Unit of this line alone."), 'unit = "score/10"'
    ),
    ExplainedKey("net", OF_ITEMS, N_("true or false"), "false", N_("Other answers joined."), "net = true"),
    ExplainedKey(
        "segment", OF_GROUPS, _TEXT, N_("the whole group"), N_("Part of the group."), 'segment = "hommes"'
    ),
    ExplainedKey("breakdown", OF_GROUPS, _TEXT, _NONE, N_("What that is a part by."), 'breakdown = "sexe"'),
    ExplainedKey(
        "stakeholder", OF_GROUPS, _TEXT, _OF_TABLE, N_("Group of this line alone."), 'stakeholder = "mayors"'
    ),
    ExplainedKey(
        "region", OF_GROUPS, _TEXT, _OF_TABLE, N_("Region of this line alone."), 'region = "Bretagne"'
    ),
    ExplainedKey("wave", OF_GROUPS, _TEXT, _OF_TABLE, N_("Round of this line alone."), 'wave = "2022"'),
    ExplainedKey(
        "base", OF_GROUPS, _NUMBER, _NONE, N_("Respondents, where no row or column tells."), "base = 487"
    ),
    ExplainedKey(
        "role",
        N_("any line"),
        N_("base, base of all, effective base, weighted base, total or skip"),
        _NONE,
        N_("What the line is in place of figures, beside other keys."),
        'role = "base"',
    ),
)
