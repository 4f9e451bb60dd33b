"""The line of each key of a TOML file is told, whatever stands in it."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.files.toml.key_lines import key_lines, line_of

TEXT = '''\
# survey = "no"
survey = "a # b = c"
note = """
wave = "inside a text"
"""
missing = [
  "x", # wave = 1
  "[y]",
]
recode.segment = { "18-24" = "jeunes" }
"with blanks" = 1

[[question]]
indicator = "a"
options = { a = "b" }
  [question.nets]
  "d'accord" = ["a"]

[[question]]
'column' = 'Q]2'

[map]
region = "REG"
'''
LINES = {
    "survey": 2,
    "note": 3,
    "missing": 6,
    "recode.segment": 10,
    "with blanks": 11,
    "question": 13,
    "question[1]": 13,
    "question[1].indicator": 14,
    "question[1].options": 15,
    "question[1].nets": 16,
    "question[1].nets.d'accord": 17,
    "question[2]": 19,
    "question[2].column": 20,
    "map": 22,
    "map.region": 23,
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_key_has_its_line(end: str) -> None:
    assert key_lines(TEXT.replace("\n", end)) == LINES


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("question[2].indicator", 19),
        ("question[1].options.a", 15),
        ("recode.segment.18-24", 10),
        ("question[2].nets.a.b", 19),
        ("absent", None),
        ("question[3].column", 13),
    ],
)
def test_what_is_not_there_has_the_line_of_what_it_should_stand_in(path: str, line: int | None) -> None:
    assert line_of(path, LINES) == line


@given(
    st.lists(
        st.tuples(
            st.from_regex(r"[a-z]{1,4}", fullmatch=True),
            st.sampled_from(
                ['"x"', "[1,\n2]", "'''\na = 1\n'''", "3 # y = 2", '"""\n[z]\n"""', "{ q = [] }"]
            ),
        ),
        unique_by=lambda pair: pair[0],
        max_size=8,
    )
)
def test_the_keys_found_are_those_that_are_read(pairs: list[tuple[str, str]]) -> None:
    text = "".join(f"{name} = {value}\n" for name, value in pairs)

    assert list(key_lines(text)) == list(tomllib.loads(text))
