"""Codes that other programs take for numbers, truths or nothing: text to the byte, in every format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Both = Callable[..., list[tuple[int, str, str]]]
HEADER = "region;stakeholder;segment;indicator;item;value\n"
ANSWER = "survey,wave,region,stakeholder,segment,indicator,item,value,unit,base,rank,rank_low,rank_high,low,high,flag\n"
CODES = ("01", "2A", "01001", "12345678901234", "0612345678", "NA", "None", "null", "TRUE", "1e5", "nan")
FORMATS = (
    "table",
    "markdown",
    "csv",
    "tsv",
    "json",
    "html",
    "latex",
    "rst",
    "asciidoc",
    "mediawiki",
    "jira",
    "org",
    "textile",
)


def named(name: str) -> str:
    """Return a file that holds *name* wherever a name may stand."""
    return f"{HEADER}Corse;{name};{name};{name};{name};57\nCorse;{name};{name};{name};x;43\n"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("code", CODES)
def test_a_code_is_printed_as_a_word_of_its_length_is(both: Both, format: str, code: str) -> None:
    word = "q" * len(code)
    titled = code[:1].upper() + code[1:]  # as a title has it
    answers = both(named(word), command=f"show -f {format}")

    assert both(named(code), command=f"show -f {format}") == [
        (0, out.replace(word, code).replace(word.capitalize(), titled), "") for _, out, _ in answers
    ]


def test_codes_read_back_to_the_byte(both: Both) -> None:
    content = HEADER + "".join(f"Corse;{code};{code};{code};{code};5\n" for code in CODES)
    rows = "".join(f",,Corse,{code},{code},{code},{code},5,percent,,,,,,,\n" for code in CODES)

    assert both(content) == [(0, ANSWER + rows, "")] * 2


def test_a_code_of_a_region_is_that_region(both: Both) -> None:
    content = HEADER + "NA;g;;i;a;57\n01;g;;i;a;43\n"
    rows = ",,Nouvelle-Aquitaine,g,,i,a,57,percent,,,,,,,\n,,Guadeloupe,g,,i,a,43,percent,,,,,,,\n"

    assert both(content) == [(0, ANSWER + rows, "")] * 2
