"""What is said of a figure that cannot be, or that leaves a doubt of how its file is written."""

from phare_cli.nouns.message import sentence

NOT_A_NUMBER = sentence(
    "“{cell}” is not a number. Write a figure in digits; a missing one is an empty cell, n.d. or –."
)
MARK = sentence(
    "“{cell}” is not a number. If it stands for a figure that is not there, declare it: --missing “{cell}”."
)
OTHER_MARK = sentence(
    "“{cell}” is not a number with the decimal mark that --decimal states: correct it, or the option."
)
PERCENT = sentence("“{cell}” is not a percentage: these lie between 0 and 100. Correct it, or say its unit.")
FRACTION = sentence(
    "“{cell}” is not a share between 0 and 1: leave --scale fraction out, or correct the cell."
)
COUNT = sentence("“{cell}” is not a count: it is below 0. Correct it, or say its unit.")
SCORE = sentence("“{cell}” is not a score between 0 and {top}. Correct it, or say its unit.")
CONFLICT = sentence("“{cell}” has a percent sign and its unit is {unit}: correct one of them.")
BASE = sentence("“{cell}” is not a base: it counts the respondents asked, so it is whole and above 0.")
BASE_OF_THOUSANDS = sentence(
    "“{cell}” is not a base, unless its point parts thousands: say so with --decimal comma."
)
EFFECTIVE_BASE = sentence(
    "“{cell}” is not an effective base: it is above 0. Leave it empty when it is not known."
)
MIXED = sentence(
    "“{cell}” (line {line}) and “{other}” (line {other_line}) do not have the same decimal mark. "
    "Say which it is: --decimal comma or --decimal point."
)
DOUBTFUL = sentence(
    "“{cell}” (line {line}) may have three decimals or a mark between thousands, and no other figure tells. "
    "Say which it is: --decimal comma or --decimal point."
)
SHARES = sentence(
    "all percentages lie between 0 and 1, such as “{cell}” (line {line}). "
    "Say --scale fraction if 0.57 means 57%, --scale percent if they are percents already."
)
SIGNED = sentence(
    "“{cell}” (line {line}) has no percent sign and lies between 0 and 1, beside “{other}” (line {other_line}). "
    "Say --scale fraction if it is a share of 1, --scale percent if it is a percentage as it stands."
)

NOT_BESIDE = {
    "rounded_to": sentence(
        "“{cell}” is not what a figure was rounded to: that is 0 (not rounded) or a step such as 1 or 0.1, "
        "in the unit of the figure."
    ),
    "standard_error": sentence(
        "“{cell}” is not a standard error: that is 0 or more, in the unit of the figure, and within its scale."
    ),
    "degrees_of_freedom": sentence("“{cell}” is no number of degrees of freedom: that is 0 or more."),
    "interval_low": sentence(
        "“{cell}” is not an end of the interval of a median: that lies within its scale."
    ),
    "interval_high": sentence(
        "“{cell}” is not an end of the interval of a median: that lies within its scale."
    ),
    "rank_low": sentence("“{cell}” is not a rank: ranks are whole and begin at 1."),
    "rank_high": sentence("“{cell}” is not a rank: ranks are whole and begin at 1."),
    "order": sentence("“{cell}” is not the place of an item: places are whole numbers, 0 or more."),
    "nation_share": sentence(
        "“{cell}” is not a share of the nation: that lies between 0 and 1. Write 0.076 for 7.6%."
    ),
    "group_share": sentence(
        "“{cell}” is not a share of a group: that lies between 0 and 1. Write 0.076 for 7.6%."
    ),
}
BASE_TOO_SMALL = sentence(
    "{value} of a base of {base} is less than one respondent: check both, unless weights explain it."
)
COUNT_ABOVE_BASE = sentence("the count of {value} is above its base of {base}: check both.")
