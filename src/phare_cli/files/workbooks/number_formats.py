"""Know what the number formats of spreadsheets show: dates, percents. ECMA-376, part 1, section 18.8.30."""

from __future__ import annotations

import re
from functools import cache

GENERAL = "General"
# Those that a workbook uses without writing them down; the others show plain numbers.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 49: "@",
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "hh:mm:ss"),
}  # fmt: skip
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^]]*\]', re.IGNORECASE)
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)


def built_in(number: int) -> str:
    """Return the format that has a number of its own in every workbook.

    >>> built_in(9), built_in(0)
    ('0%', 'General')
    """
    return _BUILT_IN.get(number, GENERAL)


@cache
def is_date(form: str) -> bool:
    """Tell whether a format shows a number as a date or a time.

    >>> is_date("dd/mm/yyyy"), is_date("[Red]0.00"), is_date('0" days"')
    (True, False, False)
    """
    return form != GENERAL and _DATE.search(_LITERAL.sub("", form.partition(";")[0])) is not None
