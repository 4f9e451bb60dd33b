"""A draft of any bytes is a spec that reads, and that tabulates the file it was drafted from, or a sentence."""

from __future__ import annotations

from frame import check, folder, speak, speak_error

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import PhareError
from phare_cli.recipes.tabulate.drafting import draft_spec
from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.respondents.specs.spec_file import parse_spec

SEEDS = (
    b"",
    b"\x00region,groupe,poids,Q1,Q2[1],Q2[2],Q3,note,avis\nPACA,maires,1,oui,1,0,a;b,7,beau\n93,maires,2,non,0,1,a,10,laid\n",
    b"\x01Q1\nOui\nNon\nNe sait pas\n",
    b'\x00"a""b",a,a\n1,2,3\n4,5,6\n',
    b"\x01id;Q\n1;x\n2;y\n3;x\n",
)
TOKENS = ("region", "poids", "Q1", "[1]", "[2]", "_1", "_2", "oui", "non", ";", '"', "\\", "\n", "]]", "'''")
FILE = folder() / "answers"


def fuzz(data: bytes) -> None:
    """Draft a spec for *data*, whose first byte chooses the language, and run it."""
    FILE.write_bytes(data[1:])
    typesetter = Typesetter(("en", "fr")[data[0] % 2 if data else 0])
    try:
        text, notices, asks, _ = draft_spec(str(FILE), typesetter)
    except PhareError as error:
        speak_error(error)
        return
    speak(notices)
    if not asks:
        return
    spec = parse_spec(text, "draft.toml")  # a draft that phare cannot read is a finding
    try:
        found = tabulate([str(FILE)], spec)
    except PhareError as error:
        speak_error(error)
        return
    check(found.survey.estimates)
