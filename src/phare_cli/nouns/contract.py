"""The columns of a results file, stated once: name, meaning, what its cells hold. Reads nothing.

The other names that a header may use stand in the codebook, under the kind ``column``; the other names of fixed
words under the kind of their column. Everything that reads, writes or explains columns asks here.
"""

from typing import Literal, NamedTuple

from phare_cli.nouns.message import Message, sentence

CellKind = Literal[
    "name",  # an id of the codebook where it knows the text, else the text
    "text",  # any text, as it stands
    "unit",  # percent, score/N, count, or any text
    "word",  # one of a few words
    "truth",  # yes, no, or empty when not known
    "number",
    "whole number",
]
"""What the cells of a column hold. OwnWords and no enum: every command reads this page before it answers."""

# The measures of a crossing: of those who gave an answer, or of all, the part that a segment is.
ROW_PERCENT, CELL_PERCENT = "row percent", "cell percent"
CROSSED = (ROW_PERCENT, CELL_PERCENT)
# Their intervals come with the data: no standard error tells them.
QUANTILES = ("median", "quantile")


class ContractColumn(NamedTuple):
    """One column of a results file; *words* are the only ones it takes, *lowest* and *highest* bound its numbers."""

    name: str
    meaning: Message
    kind: CellKind = "text"
    required: bool = False
    in_key: bool = False
    words: tuple[str, ...] = ()
    lowest: float | None = None
    highest: float | None = None

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers."""
        return self.kind in ("number", "whole number")


# In the order in which files are written.
CONTRACT = (
    ContractColumn("survey", sentence("the programme"), in_key=True),
    ContractColumn("wave", sentence("one round of it"), in_key=True),
    ContractColumn(
        "region",
        sentence("region: official name, alias or INSEE code as text; the nation is France"),
        "name",
        required=True,
        in_key=True,
    ),
    ContractColumn(
        "stakeholder",
        sentence("group: citizens, mayors, associations, companies, or any text"),
        "name",
        required=True,
        in_key=True,
    ),
    ContractColumn(
        "segment",
        sentence("part of a group (employers); empty is the whole group"),
        "name",
        in_key=True,
    ),
    ContractColumn(
        "indicator",
        sentence("what was asked: fragilities, engagement, innovation, or any text"),
        "name",
        required=True,
        in_key=True,
    ),
    ContractColumn(
        "item",
        sentence("the answer that the figure is about"),
        "name",
        required=True,
        in_key=True,
    ),
    ContractColumn(
        "value",
        sentence("the figure; an empty cell is an item named without a figure, never 0"),
        "number",
        required=True,
    ),
    ContractColumn(
        "unit",
        sentence("percent (0-100, by default), score/10, count, or any text"),
        "unit",
        in_key=True,
    ),
    ContractColumn(
        "rounded_to",
        sentence("the step it was rounded to (1, 0.1); 0 is not rounded, empty what its digits show"),
        "number",
        lowest=0,
    ),
    ContractColumn("base", sentence("respondents asked, unweighted"), "whole number", lowest=1),
    ContractColumn(
        "effective_base",
        sentence("base after the design effect; every interval and test uses it when given"),
        "number",
        lowest=0,
    ),
    ContractColumn(
        "standard_error",
        sentence(
            "of a score or a percentage, in its own unit; 0, like rounded_to, where everybody was asked"
        ),
        "number",
        lowest=0,
    ),
    ContractColumn(
        "degrees_of_freedom",
        sentence("of a design that leaves few: clusters less strata; intervals and tests are then Student's"),
        "number",
        lowest=0,
    ),
    ContractColumn(
        "measure",
        sentence(
            "what a number is: mean, median, quantile, total, ratio, minimum, maximum, count, row percent, cell "
            "percent; empty for other shares and for scores"
        ),
        "word",
        words=("mean", *QUANTILES, "total", "ratio", "minimum", "maximum", "count", *CROSSED),
    ),
    ContractColumn(
        "interval_low", sentence("lower end of the interval of a median or quantile, at 95%"), "number"
    ),
    ContractColumn("interval_high", sentence("upper end of that interval"), "number"),
    ContractColumn(
        "rank_low",
        sentence("first rank of the interval from respondents, at 95%; not read beside a column rank"),
        "whole number",
        lowest=1,
    ),
    ContractColumn("rank_high", sentence("last rank of that interval"), "whole number", lowest=1),
    ContractColumn(
        "response",
        sentence("single or multiple: may one respondent give several items"),
        "word",
        words=("single", "multiple"),
    ),
    ContractColumn(
        "scale",
        sentence(
            "ordered: the items are steps of a scale, shown in order and never ranked; a net, a balance or a mean "
            "in rows beside them is read as a question of its own, “Indicator (Net)”"
        ),
        "word",
        words=("ordered",),
    ),
    ContractColumn(
        "order",
        sentence(
            "the place of the item in its question; steps of a scale without one stand as their rows do"
        ),
        "whole number",
        lowest=0,
    ),
    ContractColumn(
        "in_national_sample",
        sentence("on a regional row: yes, no, or empty when not known"),
        "truth",
        words=("yes", "no"),
    ),
    ContractColumn(
        "nation_share",
        sentence("on a regional row: its part (0-1) of the weighted total of the group in the nation"),
        "number",
        lowest=0,
        highest=1,
    ),
    ContractColumn(
        "whole",
        sentence(
            "on a regional row: the place that these two speak of, where it is not the nation (Grand Lyon)"
        ),
    ),
    ContractColumn(
        "group_share",
        sentence("on a segment's row: its part (0-1) of the weighted total of its group in the region"),
        "number",
        lowest=0,
        highest=1,
    ),
    ContractColumn(
        "breakdown",
        sentence("on a segment's row: what the group is parted by (size, age); parts of two of them overlap"),
    ),
    ContractColumn("universe", sentence("whom the base stands for")),
    ContractColumn("question", sentence("its wording")),
    ContractColumn("source", sentence("where the figure was published")),
    ContractColumn("url", sentence("the address of that")),
    ContractColumn("note", sentence("what to know of the figure")),
    ContractColumn(
        "counted_from",
        sentence("the files that tabulate counted, each with a checksum; a check tells which have changed"),
    ),
)
COLUMNS = tuple(column.name for column in CONTRACT)
REQUIRED = tuple(column.name for column in CONTRACT if column.required)
KEY = tuple(column.name for column in CONTRACT if column.in_key)
NUMBERS = tuple(column.name for column in CONTRACT if column.is_number)


def highest_of(unit: str) -> float | None:
    """Return the highest figure of a unit that has one: 100 for percents, 10 for ``score/10``."""
    if unit == "percent":
        return 100.0
    _, is_score, top = unit.partition("score/")
    return float(top) or None if is_score and top.replace(".", "", 1).isdecimal() else None
