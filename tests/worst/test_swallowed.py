"""A quote that closes in another row joins rows into one cell: told where it opens, and nobody is lost in silence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ASKED = "tabulate r.csv -r REG -s =citizens --single Q -f csv"
JOINED = {
    "at the end": 'REG;Q;T\nPACA;oui;"a\nPACA;non;b"\nPACA;non;c\nPACA;oui;d\n',
    "other regions": 'REG;Q;T\nPACA;oui;"a\nCorse;non;b"\nPACA;non;c\nCorse;oui;d\n',
    "in the middle": 'REG;T;Q\nPACA;"a;oui\nPACA;b;non\nPACA;c";oui\nPACA;d;non\n',
    "at the beginning": 'T;REG;Q\nx;PACA;oui\n"note;PACA;non\ny;PACA;non\nz";PACA;oui\nc;PACA;oui\n',
    "two columns": 'REG,Q\nPACA,"oui\nPACA,non\nPACA,non"\nPACA,oui\n',
    "codes": 'REG,Q,T\n1,2,"3\n2,1,4\n1,1,5"\n2,2,6\n',
    "numbers and texts": 'id,REG,Q,T\n1,PACA,oui,"bien\n2,Corse,non,mal"\n3,Corse,oui,"x"\n4,PACA,non,\n',
    "the next line": 'T,REG,Q\n"a,PACA,non\n",PACA,oui\nb,PACA,oui\nc,PACA,oui\n',
    "CRLF": 'REG;Q;T\r\nPACA;oui;"a\r\nPACA;non;b"\r\nPACA;non;c\r\n',
    "many": 'REG;Q;T\nPACA;oui;x\nPACA;non;"y\n' + "PACA;non;z\n" * 400 + 'PACA;non;t"\nPACA;oui;u\n',
}


@pytest.mark.parametrize("kind", JOINED)
@pytest.mark.parametrize("above", [0, 70_000])
def test_rows_in_a_cell_are_told_where_the_quote_opens(
    phare: Phare, tmp_path: Path, kind: str, above: int
) -> None:
    header, _, rows = JOINED[kind].partition("\n")
    plain = "".join(f"{row}\n" for row in rows.splitlines() if '"' not in row)
    above -= above % plain.count("\n")
    (tmp_path / "r.csv").write_bytes(f"{header}\n{plain * (above // plain.count(chr(10)))}{rows}".encode())
    run = phare(ASKED)
    lines = rows.split("\n")
    opens = above + 2 + next(at for at, line in enumerate(lines) if line.count('"') % 2)

    assert (run.status, run.out) == (3, "")
    assert f"r.csv, line {opens}: a quote opens here, and its cell holds what look like whole rows" in run.err


TEXTS = {
    "an address": 'id,REG,Q,T\n1,PACA,oui,"12 rue A\n13001, Marseille, PACA, France"\n2,Corse,non,x\n',
    "a list": 'REG,Q,T\nPACA,oui,"pain, lait\neau, vin, sel"\nPACA,non,x\n',
    "two columns": 'REG,Q\nPACA,"oui\net non, non"\nPACA,oui\n',
    "answers by the line": 'REG;Q\nPACA;"Emploi\nMobilité"\nPACA;Emploi\nPACA;Mobilité\n',
    "an empty line": 'REG,Q,T\nPACA,oui,"a\n\nb"\nPACA,non,c\n',
    "quotes": 'REG,Q,T\nPACA,oui,"il a dit ""oui\net non"", puis, enfin"\nPACA,non,c\n',
    "a column alone": 'Q\n"oui\nnon"\noui\nnon\n',
    "a header": 'REG,"Q\n(une, deux)",T\nPACA,oui,x\n',
}


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("times", [1, 9_000])
def test_a_text_of_several_lines_is_one_text(phare: Phare, tmp_path: Path, kind: str, times: int) -> None:
    header, _, rows = TEXTS[kind].partition("\n") if kind != "a header" else TEXTS[kind].partition("T\n")
    (tmp_path / "r.csv").write_text(header + ("T\n" if kind == "a header" else "\n") + rows * times)
    run = phare(ASKED.replace("-r REG", "-r =France").replace("Q", "1"))

    assert "a quote opens here" not in run.err


@pytest.mark.parametrize(
    ("language", "said"), [("en", "a quote opens here"), ("fr", "un guillemet s’ouvre ici")]
)
def test_figures_that_a_note_swallowed_are_told(phare: Phare, language: str, said: str) -> None:
    data = (
        "region,stakeholder,indicator,item,value,note\n"
        'PACA,citizens,t,a,57,"see\nCorse,citizens,t,b,43,there"\nCorse,citizens,t,a,40,\n'
    )
    run = phare(f"show -f csv --lang {language}", data=data)

    assert (run.status, run.out) == (3, "")
    assert f" 2\N{NO-BREAK SPACE}: {said}" in run.err or f"line 2: {said}" in run.err


TABLES = {
    "figures with their signs": ';Corse;Bretagne\nAir;"40 %;30 %\nMer;60 %";70 %\n',
    "figures": ";Corse;Bretagne\nAir;\"40;30\nMer;60\";70\nBois;12;13\n",
    "a name": ';Corse;Bretagne\n"Air;40;30\nMer";60;70\nBois;1;2\n',
    "the last cell": ';Corse;Bretagne\nAir;40;"30\nMer;60;70"\nBois;1;2\n',
    "the header": ';"Corse;Bretagne\nAir";40;30\nMer;60;70\n',
    "below a title": 'Table 1;;\n;Corse;Bretagne\nAir;40;"30\nMer;60;70"\nBois;1;2\n',
    "many rows": ';Corse;Bretagne\nAir;40;"30\n' + "Bois;41;42\n" * 9 + 'Mer;60;70"\nSel;1;2\n',
    "commas": ',Corse,Bretagne\nAir,"40,30\nMer,60",70\n',
    "signs of no figure": ';Corse;Bretagne\nAir;"n.d.;30\nMer;–";70\nBois;1;2\n',
    "decimal commas": ';Corse;Bretagne\nAir;"40,5;30,1\nMer;60,2";70,4\nBois;1,1;2,2\n',
}  # fmt: skip


@pytest.mark.parametrize("kind", TABLES)
def test_rows_in_a_cell_of_a_published_table_are_told_where_the_quote_opens(
    phare: Phare, tmp_path: Path, kind: str
) -> None:
    (tmp_path / "t.csv").write_text(TABLES[kind])
    run = phare("tidy t.csv -s citizens -r PACA --values percent")
    opens = 1 + next(at for at, line in enumerate(TABLES[kind].split("\n")) if line.count('"') % 2)

    assert (run.status, run.out) == (3, "")
    assert f"t.csv, line {opens}: a quote opens here, and its cell holds what look like whole rows" in run.err


@pytest.mark.parametrize(
    "table",
    [
        ';"Provence-\nAlpes";Bretagne\nAir;40 %;30 %\nMer;60 %;70 %\n',
        ';Corse;Bretagne\nAir;40 %;30 %\nMer;60 %;70 %\n"Reading: 40 %\n; 30 %";;\n',
        ';Corse;Bretagne\n"Air\n(quality)";40 %;30 %\nMer;60 %;70 %\n',
        ';"Corse\n2024";"Bretagne\n2024"\nAir;40 %;30 %\nMer;60 %;70 %\n',
    ],
)
def test_a_cell_of_several_lines_of_a_published_table_is_one_cell(
    phare: Phare, tmp_path: Path, table: str
) -> None:
    (tmp_path / "t.csv").write_text(table)
    run = phare("tidy t.csv -s citizens -r PACA --values percent -f json")

    assert (run.status, [row["value"] for row in run.rows]) == (0, [40, 60, 30, 70])


@pytest.mark.parametrize(
    "book",
    [
        'kind,id,en\nregion,corse,"Corsica\nregion,paca,Paca"\n',
        'kind;id;en\nitem;"air;Air\nitem;sea";Sea\nitem;wood;Wood\n',
        'kind,id,en,fr\nitem,air,"Air,Air\nregion,corse,Corsica",Corse\n',
    ],
)
def test_rows_in_a_cell_of_a_codebook_are_told_where_the_quote_opens(
    phare: Phare, tmp_path: Path, book: str
) -> None:
    (tmp_path / "c.csv").write_text(book)
    run = phare("show --codebook c.csv", data="region,stakeholder,indicator,item,value\nCorse,g,i,a,5\n")

    assert (run.status, run.out) == (3, "")
    assert "c.csv, line 2: a quote opens here, and its cell holds what look like whole rows" in run.err
