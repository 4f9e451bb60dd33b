"""Read one file of every kind with an installed phare and nothing else: ``python .ci/read_every_kind.py [--light]``.

Run by the Python of an installation without development dependencies; what an import in phare needs and nobody
declared is missing there. ``--light`` is an installation without extras: CSV is read, the others say what to install.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

PHARE = Path(sys.executable).with_name("phare")
RESULTS = (
    ("region", "stakeholder", "indicator", "item", "value", "base"),
    ("Bretagne", "citizens", "worries", "jobs", 57.5, 800),
    ("Bretagne", "citizens", "worries", "housing", 31, 800),
)
RESPONDENTS = (
    ("R", "G", "Q", "N"),
    ("Bretagne", "maires", "yes", 7),
    ("Bretagne", "maires", "no", 9),
    ("Bretagne", "maires", "yes", 8),
)
SHOW = ("show", "-f", "csv", "--data")
TABULATE = ("tabulate", "--region", "R", "--stakeholder", "G", "--single", "Q", "--score", "N")
Rows = tuple[tuple[object, ...], ...]


def delimited(rows: Rows, delimiter: str) -> bytes:
    return "".join(delimiter.join(map(str, row)) + "\n" for row in rows).encode()


def zipped(name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def xlsx(rows: Rows) -> bytes:
    """Return a workbook as Excel lays it out: a light installation has nothing that writes one."""

    def cell(value: object) -> str:
        text = isinstance(value, str)
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>' if text else f"<c><v>{value}</v></c>"

    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    lines = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="r1" Type="{links}/worksheet" Target="worksheets/sheet1.xml"/>'
            "</Relationships>",
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>',
        }.items():
            archive.writestr(name, content)
    return file.getvalue()


def ods(rows: Rows) -> bytes:
    """Return a spreadsheet as LibreOffice lays it out: nothing that phare declares writes one."""

    def cell(value: object) -> str:
        kind = "string" if isinstance(value, str) else f'float" office:value="{value}'
        return f'<table:table-cell office:value-type="{kind}"><text:p>{escape(str(value))}</text:p></table:table-cell>'

    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Sheet1">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return file.getvalue()


def framed(rows: Rows, write: Callable[..., object]) -> bytes:
    """Return what *write* makes of the rows in a frame of pandas and the name of a file."""
    import pandas as pd

    header, *records = rows
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        write(pd.DataFrame(records, columns=[str(name) for name in header]), str(path))
        return path.read_bytes()


def sav(rows: Rows) -> bytes:
    import pyreadstat

    return framed(rows, pyreadstat.write_sav)


def dta(rows: Rows) -> bytes:
    import pyreadstat

    return framed(rows, pyreadstat.write_dta)


def parquet(rows: Rows) -> bytes:
    return framed(rows, lambda frame, path: frame.to_parquet(path))


def own_json(rows: Rows) -> bytes:
    header, *records = rows
    held = [dict(zip(map(str, header), record, strict=True)) for record in records]
    return json.dumps({"schema_version": 1, "command": "show", "rows": held}).encode()


# Every kind of file, and whether phare reads it without any extra.
PLAIN: Mapping[str, Callable[[Rows], bytes]] = {
    "csv": lambda rows: delimited(rows, ";"),
    "tsv": lambda rows: delimited(rows, "\t"),
    "csv.gz": lambda rows: gzip.compress(delimited(rows, ",")),
    "csv.zip": lambda rows: zipped("a.csv", delimited(rows, ",")),
    "ods": ods,
    "xlsx": xlsx,
}
EXTRA: Mapping[str, Callable[[Rows], bytes]] = {"sav": sav, "dta": dta, "parquet": parquet}
# What no light installation reads, told by its first bytes.
BEGINNINGS = {"sav": b"$FL2" + bytes(172), "parquet": b"PAR1" + bytes(8) + b"PAR1"}
# RESULTS as xlwt wrote them: nothing that phare declares writes old workbooks.
XLS = (
    "c-rk)O=#3W6#gcg?QYlYc3WGa6-p^swe})jytJzY?a5O0;17akyI~u<CX(GM_Mo-3M?vtUcq#ParRv2WRM49Tp`r&t5xVy1Nl@_6"
    "HokdDwq4yr7qtG6FXZLDH}mG3WM<wZc{SHCKYg#Yh#%045SE=<)U5IeI%|C+2`YCSsruI_olby%3bj!h$eJ)7*S(C$F_hz7go3;3"
    "bCSSEI#1v%1}sx=Uq|$DA2cER&_hz-7I_kA;a)Ye9AdeV<sGj1gykOgTxHoqb?3!#%%ujpc6+n<sM5h@3CMOIaLhaQ>_jtO$XR^p"
    "nsDoevDY@V+}~Nyrp7S?8n=Gk)NL&{k0u(x8GLoxfiM0_ebyfM*VivV{%_^}NCp3OMFqy;oZ<;SMai{MbqDzHB5azUzy^0s+IrTo"
    "OfvEXZA2foav9yGRBV_TV@NAlHia1l{Y)4*r{zX<GSgaKr-a;R>jf=qN_EI67-PDbr}=W;vTZ}pQ?=7pS~`ZU(Y#@1V=}{YMo5-r"
    "ggRa+agrI-v);h#B}qAd@%HD}2hxM7lk6GiUBKNdw#eIqgUd34f)iX4g5PQvN9<rZ!L4p)y_IDX&2qYS4mNwr{z<NLg-bh$XBXp5"
    "YU?U}8|hP@4nAy~T1agteYU?i)-?MzHH{8>ycvp@$0WK%x43yj;!(=K3NNpGVA=9hj)^KsukVhxA=YCFF;*K`x|V!8qGT!FvvREv"
    "S)r1plBJfcFj--bM^xYu%v0ml7t9kWS&}DOvLuh(tDn+63Fdi!Oh!+{C68oKDljNz3`!Y;QpTV#L(F4PnBgK;7<!dP+?UN!HeNvt"
    "0RjXF5FkK+00I6i1izuWZ{;e#gSzkL5%0gw5}nJzZ<7BOhhWiBpbyi1FzIUJLRIr;6T-r8ORO=*|6eF^gxGD2AkF<4se1m>w})7L"
    "KWh$5{<<YpE&p;g{rt`R-vM+K>In"
)


def phare(*words: str) -> tuple[int, str, str]:
    run = subprocess.run([str(PHARE), *words], capture_output=True, text=True, encoding="utf-8")
    return run.returncode, run.stdout, run.stderr


def read(kinds: Mapping[str, Callable[[Rows], bytes]], folder: Path) -> list[str]:
    """Return what is wrong: a kind that does not answer as CSV does, as results or as respondents."""
    wrong = []
    of_results: dict[str, Callable[[Rows], bytes]] = {"json": own_json}
    if "sav" in kinds:
        of_results["xls"] = lambda rows: zlib.decompress(base64.b85decode(XLS))
    for words, rows, only in ((SHOW, RESULTS, of_results), (TABULATE, RESPONDENTS, {})):
        expected = None
        for kind, write in {**kinds, **only}.items():
            path = folder / f"{words[0]}.{kind}"
            path.write_bytes(write(rows))
            status, out, err = phare(*words, str(path))
            expected = expected or out
            if status or out != expected or out.count("\n") < 3:
                wrong.append(f"{words[0]} {kind}: status {status}\n{out}{err}")
            else:
                sys.stdout.write(f"{words[0]} reads {kind}\n")
    return wrong


def refuse(folder: Path) -> list[str]:
    """Return what is wrong: a kind that needs an extra, and a light installation that does not say which."""
    wrong = []
    for kind, content in BEGINNINGS.items():
        path = folder / f"a.{kind}"
        path.write_bytes(content)
        status, _, err = phare("show", "--data", str(path))
        if status == 0 or "pip install 'phare-cli[" not in err:
            wrong.append(f"show {kind} without its extra: status {status}\n{err}")
    return wrong


def main() -> int:
    light = "--light" in sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        wrong = read(PLAIN if light else {**PLAIN, **EXTRA}, Path(folder))
        if light:
            wrong += refuse(Path(folder))
    sys.stderr.write("".join(f"{each}\n" for each in wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
