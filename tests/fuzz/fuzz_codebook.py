"""Any bytes as a project's own codebook: names of each kind, or a sentence."""

from __future__ import annotations

from frame import folder, speak, speak_error

from phare_cli.files.findings import Findings
from phare_cli.language.codebook import using
from phare_cli.language.codebook_columns import KINDS
from phare_cli.nouns.errors import PhareError
from phare_cli.results.codebook_file import read_codebook_file

HEADER = b"kind,id,fr,en,aliases,parent,order\n"
ROWS = b"region,nord,Nord,North,N|59,france,1\nstakeholder,youth,Jeunes,Young people,18-25,,2\n"
SEEDS = (
    b"",
    HEADER,
    HEADER + ROWS,
    (HEADER + ROWS).replace(b",", b";").replace(b"\n", b"\r\n"),
    (HEADER + ROWS).decode().encode("utf-16"),
    HEADER + b"region,a,A,A,,b,\nregion,b,B,B,,a,\nregion,a,A,A,A|a,,x\n",
    b'kind,id,fr\nindicator,q,"Un {nom} {place}"\nitem,\xe9,\xe9\n',
)
TOKENS = (
    "kind",
    "id",
    "fr",
    "en",
    "aliases",
    "parent",
    "order",
    *KINDS,
    "|",
    "{",
    "}",
    "{0}",
    '""',
    "\r\n",
    "france",
)
FILE = folder() / "words.csv"


def fuzz(data: bytes) -> None:
    """Read *data* as a codebook and ask it for names. Any exception but a PhareError is a finding."""
    FILE.write_bytes(data)
    findings = Findings()
    try:
        book = read_codebook_file(FILE, findings)
        findings.raise_any()
    except PhareError as error:
        speak_error(error)
        return
    speak(findings.notices)
    with using(book):
        for kind in KINDS:
            for entry in book.entries(kind):
                assert entry.id
