"""Any bytes as margins or as populations: weights that meet them, or a sentence."""

from __future__ import annotations

from frame import check, folder, speak, speak_error
from fuzz_respondents import HEADER, QUICK, ROWS, STRATA

from phare_cli.nouns.errors import PhareError
from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.respondents.specs.spec_file import parse_spec

WAYS: tuple[tuple[str, dict[str, object]], ...] = (
    ("margins", {"spec": QUICK}),
    ("margins", {"spec": QUICK, "trim": 3.0}),
    ("population", {"spec": QUICK}),
    ("population", {"spec": parse_spec(STRATA, "spec.toml")}),
)
SEEDS = (
    b"\x00column,value,target\nR,PACA,5\nR,93,1\nR,Bretagne,3\nQ,a,60%\nQ,b,40%\n",
    b"\x01stakeholder;column;value;target\nmayors;Q;a;10\nmaires;Q;b;90\nmayors;M1;1;50\nmayors;M1;0;50\n",
    b"\x02region,population\nPACA,1000\nBretagne,20\n",
    b"\x03R,S,population\nPACA,x,10\n93,,10\nBretagne,y,1e6\n",
    b"\x02stakeholder,region,population\nmaires,PACA,3\ncitizens,93,2\nmayors,Bretagne,1\n",
)
TOKENS = (
    "column",
    "value",
    "target",
    "stakeholder",
    "population",
    "region",
    "R",
    "S",
    "Q",
    "PACA",
    "93",
    "1e308",
    "1e-308",
    "%",
)
FOLDER = folder()
FILE = FOLDER / "answers.csv"
FILE.write_bytes(HEADER + ROWS * 4)
BESIDE = FOLDER / "beside.csv"


def fuzz(data: bytes) -> None:
    """Tabulate with *data* beside the answers; its first byte says as what."""
    option, way = WAYS[data[0] % len(WAYS)] if data else WAYS[0]
    BESIDE.write_bytes(data[1:])
    try:
        found = tabulate([str(FILE)], **way, **{option: str(BESIDE)})  # type: ignore[arg-type]
    except PhareError as error:
        speak_error(error)
        return
    speak(found.survey.notices)
    check(found.survey.estimates)
