"""Any text as a spec: what it says is done, or every mistake in it is a sentence."""

from __future__ import annotations

from frame import check, folder, speak, speak_error
from fuzz_respondents import HEADER, ROWS, STRATA

from phare_cli.nouns.errors import PhareError
from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.respondents.specs.spec_file import parse_spec

SEEDS = (
    b"",
    STRATA.encode(),
    b'region = "=France"\nstakeholder = {column = "G", default = "x"}\n[[question]]\ncolumn = "Q"\n',
    b'region = "R"\nstakeholder = "=a"\n[recode.region]\nPACA = "93"\n[[question]]\nkind = "set"\n'
    b'columns = ["M1", "M2"]\nselected = ["1"]\nnot_selected = ["0"]\nindicator = "m"\n',
    b'region = "R"\nstakeholder = "G"\nsurvey = "s"\nuniverse = "u"\nsource = "x"\nurl = "http://x"\nnote = "n"\n'
    b'in_national_sample = false\n[[question]]\nindicator = "n"\nkind = "score"\ncolumn = "N"\nitem = "mean"\n',
)
TOKENS = (
    "region", "stakeholder", "segment", "wave", "weight", "strata", "missing", "[recode.region]", "[[question]]",
    "indicator", "kind", "column", "columns", "wording", "options", "other", "separator", "selected", "not_selected",
    "asked", "universe", "item", "lowest", "highest", '"single"', '"set"', '"cell"', '"score"', '"ordered"',
    '"mentions"', '"number"', "nets", "in_national_sample", "true", "= [", "= {", "inf", "nan", "1979-05-27",
)  # fmt: skip
FILE = folder() / "answers.csv"
FILE.write_bytes(HEADER + ROWS)


def fuzz(data: bytes) -> None:
    """Read *data* as a spec, and tabulate nine columns with it. Any exception but a PhareError is a finding."""
    try:
        found = tabulate([str(FILE)], parse_spec(data.decode("utf-8", "replace"), "spec.toml"))
    except PhareError as error:
        speak_error(error)
        return
    speak(found.survey.notices)
    check(found.survey.estimates)
