"""Respondents from any bytes, through their recipe: figures in their bounds, or a sentence."""

from __future__ import annotations

from frame import check, folder, speak, speak_error

from phare_cli.nouns.errors import PhareError
from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.respondents.specs.spec_file import parse_spec
from phare_cli.respondents.specs.spec_options import quick_spec

STRATA = """
region = "R"
stakeholder = "G"
segment = "S"
wave = "=2024"
weight = "W"
strata = ["R", "S"]
missing = ["99"]
[[question]]
indicator = "q"
kind = "single"
column = "Q"
other = "other"
options = {a = "A", b = "B"}
[[question]]
indicator = "m"
kind = "set"
columns = ["M*"]
asked = {G = ["mayors"]}
[[question]]
indicator = "c"
kind = "cell"
column = "C"
separator = "/"
[[question]]
indicator = "n"
kind = "score"
column = "N"
lowest = 1
highest = 7
"""
QUICK = quick_spec(
    region="R", stakeholder="G", weight="W", single=["Q"], multiple=["M*", "C"], score=["N"], missing=["99"]
)
CONSTANT = quick_spec(region="=France", stakeholder="=citizens", single=["Q"])
WAYS: tuple[dict[str, object], ...] = (
    {"spec": QUICK},
    {"spec": CONSTANT},
    {"spec": parse_spec(STRATA, "spec.toml")},
    {"spec": QUICK, "encoding": "cp1252", "delimiter": ";"},
    {"spec": QUICK, "decimal": "comma", "pool_groups": True, "min_count": 2},
    {"spec": quick_spec(region="=France", stakeholder="=citizens", single=["1"]), "has_header": False},
    {"spec": QUICK, "block_size": 7},
)
HEADER = b"R,G,S,W,Q,M1,M2,C,N\n"
ROWS = b"PACA,mayors,x,1.5,a,1,0,x;y,7\n93,citoyens,,0,b,0,1,y,10\nBretagne,mayors,y,2,,1,,z,99\n"
SEEDS = (
    b"",
    *(bytes([way]) + HEADER + ROWS for way in range(len(WAYS))),
    b"\x00sep=;\r\n" + (HEADER + ROWS).replace(b",", b";").replace(b"\n", b"\r\n"),
    b"\x03" + (HEADER + ROWS).replace(b",", b";").replace(b".", b",").replace(b"PACA", b"\xcele"),
    b"\x00" + (HEADER + ROWS).decode().encode("utf-16"),
    b"\x01Q\n" + b'"a\nb"\n"say ""no"""\n',
    b"\x06" + HEADER + ROWS * 3,
)
TOKENS = (
    "R",
    "G",
    "W",
    "Q",
    "M1",
    "C",
    "N",
    "France",
    "citizens",
    "99",
    '""',
    "\r\n",
    "1,5",
    "1e308",
    "0.0001",
)
FILE = folder() / "answers"


def fuzz(data: bytes) -> None:
    """Tabulate *data*, whose first byte chooses how. Any exception but a PhareError is a finding."""
    way = WAYS[data[0] % len(WAYS)] if data else WAYS[0]
    FILE.write_bytes(data[1:])
    try:
        found = tabulate([str(FILE)], **way)  # type: ignore[arg-type]
    except PhareError as error:
        speak_error(error)
        return
    speak(found.survey.notices)
    check(found.survey.estimates)
