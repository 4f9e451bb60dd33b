"""Files that something spoiled on their way: pasted, encoded twice, quoted by the line, full of formula errors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ASKED = "-r REG -s =citizens --single Q"


def tabulated(
    phare: Phare, tmp_path: Path, content: str | bytes, *, more: str = "", name: str = "r.csv"
) -> Any:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return phare(f"tabulate {name} {ASKED} {more}")


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("rows", [1, 40_000])
def test_a_header_pasted_in_the_middle_is_no_respondent(
    phare: Phare, tmp_path: Path, mark: str, quote: str, end: str, rows: int
) -> None:
    def line(*cells: str) -> str:
        return mark.join(f"{quote}{cell}{quote}" for cell in cells) + end

    header = line("REG", "Q", "W")
    content = header + line("PACA", "oui", "1") * rows + header + line("PACA", "non", "1") * rows
    run = tabulated(phare, tmp_path, content, more="--weight W")

    assert run.status == 0
    assert run.err == f"phare: note: r.csv: line {rows + 2:,} repeats the header and was left out.\n"
    assert dict(zip(run.column("item"), run.column("value"), strict=True)) == {"non": "50", "oui": "50"}
    assert set(run.column("base")) == {str(2 * rows)}


PASTED = {
    "quotes": '"REG";"Q";"W"',
    "one cell in quotes": 'REG;"Q";W',
    "capitals": "Reg;q;w",
    "a byte order mark": "\ufeffREG;Q;W",
    "a byte order mark and quotes": '\ufeff"REG";"Q";"W"',
    "blanks": " REG ; Q ; W ",
    "no-break spaces": "REG\u00a0;Q;\u00a0W",
    "an empty tail": "REG;Q;W;;",
    "the end of Windows": "REG;Q;W\r",
    "the same": "REG;Q;W",
}


@pytest.mark.parametrize("form", PASTED)
@pytest.mark.parametrize("rows", [1, 30_000])
@pytest.mark.parametrize("quote", ["", '"'])
def test_a_header_that_is_pasted_otherwise_is_no_respondent(
    phare: Phare, tmp_path: Path, form: str, rows: int, quote: str
) -> None:
    header = ";".join(f"{quote}{name}{quote}" for name in ("REG", "Q", "W"))
    first, second = ("PACA;oui;1\n" * rows, "PACA;non;1\n" * rows)
    run = tabulated(phare, tmp_path, f"{header}\n{first}{PASTED[form]}\n{second}", more="--weight W")

    assert run.status == 0
    assert f"line {rows + 2:,} repeats the header and was left out.\n" in run.err
    assert dict(zip(run.column("item"), run.column("value"), strict=True)) == {"non": "50", "oui": "50"}
    assert set(run.column("base")) == {str(2 * rows)}


def of_surveymonkey(names: str) -> str:
    return f"RespondentID;{names};;Q\n;a;b;Response\n"


@pytest.mark.parametrize(
    ("header", "row", "asked"),
    [
        ("Q\n", "oui\n", "=France"),
        ('REG;Q\nZone;Question\n{ImportId: 1};"{""ImportId"":2}"\n', "PACA;oui\n", "REG"),
        (of_surveymonkey("N"), "1;a;;oui\n", "=France"),
        ("id;;Q\n", "1;x;oui\n", "=France"),
    ],
)
def test_all_rows_of_a_pasted_header_are_left_out(
    phare: Phare, tmp_path: Path, header: str, row: str, asked: str
) -> None:
    (tmp_path / "r.csv").write_text((header + row) * 2)
    run = phare(f"tabulate r.csv -r {asked} -s =citizens --single Q -f csv")

    assert (run.column("item"), run.column("base")) == (["oui"], ["2"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "r.csv, line 3: this line holds the names of the columns in another order"),
        ("fr", "r.csv, ligne 3 : cette ligne contient les noms des colonnes dans un autre ordre"),
    ],
)
@pytest.mark.parametrize("header", ["Q;REG;W", "W;Q;REG", '"q";"reg";"w"', "reg;W;Q"])
@pytest.mark.parametrize("rows", ["PACA;oui;1\n", 'PACA;"oui";1\n'])
def test_a_second_file_of_another_order_is_refused(
    phare: Phare, tmp_path: Path, language: str, said: str, header: str, rows: str
) -> None:
    content = f"REG;Q;W\n{rows}{header}\n{rows * 3}"
    run = tabulated(phare, tmp_path, content, more=f"--lang {language}")

    assert (run.status, run.out) == (3, "")
    assert said in run.err.replace("\u00a0", " ")


@pytest.mark.parametrize("cell", ["reg", "Q", "REG"])
def test_a_respondent_who_answers_as_a_column_is_called_stays(
    phare: Phare, tmp_path: Path, cell: str
) -> None:
    run = tabulated(phare, tmp_path, f"REG;Q;W\nPACA;{cell};1\nPACA;oui;1\n")

    assert set(run.column("base")) == {"2"}


def test_a_header_that_is_pasted_into_results_is_left_out(phare: Phare) -> None:
    data = "region;stakeholder;indicator;item;value\nPACA;citizens;t;a;57\n"
    again = '"REGION";"Stakeholder";"indicator";"item";"value"\nPACA;citizens;t;b;43\n'
    run = phare("show -f csv", data=data + again)

    assert (run.column("item"), "line 3 repeats the header" in run.err) == (["a", "b"], True)


def test_a_row_of_numbers_is_no_header_of_a_file_without_one(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("1;2\n1;3\n1;2\n")
    run = phare("tabulate r.csv --no-header -r =France -s =citizens --single 2")

    assert (run.status, run.err) == (0, "")
    assert set(run.column("base")) == {"3"}


TWICE = "précarité".encode().decode("cp1252")


@pytest.mark.parametrize(
    ("content", "line", "stated"),
    [
        (f"REG;Q\nPACA;{TWICE}\n".encode(), 2, "utf-8"),
        ("REG;Q\nPACA;été\nPACA;l’été\n".encode("cp1252") + "PACA;été\n".encode(), 4, "cp1252"),
        ("REG;Q\n" + "PACA;oui\n" * 3 + "PACA;lâ€™eau\n", 5, "utf-8"),
        ("REG;Q\n" + "PACA;oui\n" * 60_000 + "PACA;Ã‰tat\n", 60_002, "utf-8"),
    ],
)
def test_letters_encoded_twice_are_refused_by_tabulate(
    phare: Phare, tmp_path: Path, content: bytes | str, line: int, stated: str
) -> None:
    run = tabulated(phare, tmp_path, content)

    assert (run.status, run.out) == (4, "")
    assert run.err == (
        f"phare: line {line:,} of “r.csv” holds letters that were encoded twice, or otherwise than the rest (Ã© for "
        f"é): save the table again as CSV UTF-8, or say --encoding {stated} to read it as it stands.\n"
    )


@pytest.mark.parametrize("word", ["précarité", "santé mentale", "été", "l’eau", "ÉTAT"])
def test_letters_encoded_twice_are_refused_by_show(phare: Phare, word: str) -> None:
    twice = word.encode().decode("cp1252", "ignore")
    data = f"region;stakeholder;indicator;item;value\nPACA;citizens;t;{twice};57\n"
    run = phare("show -f csv", data=data)

    assert run.status == 4
    assert "encoded twice" in run.err
    assert twice in phare("show -f csv --encoding utf-8", data=data).out


@pytest.mark.parametrize(
    "word", ["NÃO", "ÂGE", "30 °C", "Âme", "São Paulo", "A€", "Å", "Århus", "“Å”", "Å’S"]
)
def test_letters_that_only_look_odd_are_read(phare: Phare, word: str) -> None:
    run = phare("show -f csv", data=f"region;stakeholder;indicator;item;value\nPACA;citizens;t;{word};57\n")

    assert (run.status, run.column("item")) == (0, [word])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "line 1: each line is one cell in quotes that holds a whole row"),
        ("fr", "ligne 1 : chaque ligne est une seule cellule entre guillemets"),
    ],
)
@pytest.mark.parametrize("command", ["show --data r.csv", f"tabulate r.csv {ASKED}"])
def test_lines_in_quotes_are_no_rows(
    phare: Phare, tmp_path: Path, command: str, language: str, said: str
) -> None:
    (tmp_path / "r.csv").write_text('"REG,Q,valeur"\n"PACA,oui,1"\n"PACA,non,2"\n')
    run = phare(f"{command} --lang {language}")

    assert (run.status, run.out) == (3, "")
    assert said in run.err.replace("\u00a0", " ")
    assert "[quoted-lines]" in run.err


@pytest.mark.parametrize(
    "error", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#VALEUR!", "#NOM?"]
)
def test_the_error_of_a_formula_is_no_answer(phare: Phare, tmp_path: Path, error: str) -> None:
    run = tabulated(phare, tmp_path, f"REG;Q\nPACA;oui\nPACA;{error}\nPACA;{error}\n")

    assert (run.status, run.out) == (3, "")
    assert run.err.startswith(
        "phare: r.csv, line 3, column Q: 2 cells, the first here, hold the errors of formulas (#N/A, #DIV/0!...): "
        "mend or empty them, or declare them as missing. [error-cell]\n"
    )
    assert (
        tabulated(phare, tmp_path, f"REG;Q\nPACA;oui\nPACA;{error}\n", more=f"--missing '{error}'").status
        == 0
    )


WORDS = ("précarité", "été", "à l’école", "Œuvre", "naïf", "30 €", "façon", "où", "ÉTAT", "santé – sport")


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(
    "command", ["show -f csv --data r.csv", "tabulate r.csv -r region -s stakeholder --single item -f csv"]
)
@pytest.mark.parametrize(
    "form", ["UTF-8", "Windows-1252", "twice", "one row of UTF-8", "one row of Windows-1252"]
)
def test_a_word_is_read_as_it_was_written_or_not_at_all(
    phare: Phare, tmp_path: Path, word: str, command: str, form: str
) -> None:
    header = "region;stakeholder;indicator;item;value\n"
    first, second = f"PACA;citizens;t;{word} a;57\n", f"PACA;citizens;t;{word} b;43\n"
    content = {
        "UTF-8": (header + first + second).encode(),
        "Windows-1252": (header + first + second).encode("cp1252"),
        "twice": (header + first + second).encode().decode("cp1252", "ignore").encode(),
        "one row of UTF-8": (header + first).encode("cp1252") + second.encode(),
        "one row of Windows-1252": (header + first).encode() + second.encode("cp1252"),
    }[form]
    (tmp_path / "r.csv").write_bytes(content)
    run = phare(command)

    if form in ("UTF-8", "Windows-1252"):
        assert sorted(run.column("item")) == [f"{word} a", f"{word} b"]
    else:
        assert (run.status in (3, 4), run.out.strip()) == (True, "")


SPOILED = {
    "lost": ("pr\ufffdcarit\ufffd".encode(), "utf-8", "� in place of letters that were lost"),
    "named": (b"pr&eacute;carit&eacute;", "utf-8", "letters as a web page writes them (&eacute; for é)"),
    "numbered": (b"pr&#233;carit&#xE9;", "utf-8", "letters as a web page writes them"),
    "marks": (b"l&rsquo;eau&nbsp;!", "utf-8", "letters as a web page writes them"),
    "DOS": (
        "précarité à".encode("cp850"),
        "cp1252",
        "another encoding (‚ or Ž for é): say --encoding cp850",
    ),
    "DOS, of old": ("très élevé".encode("cp437"), "cp1252", "say --encoding cp850"),
    "Macintosh": ("sécurité".encode("mac_roman"), "cp1252", "say --encoding mac_roman"),
    "Macintosh, large": ("École, santé".encode("mac_roman"), "cp1252", "say --encoding mac_roman"),
    "euro": ("œuvre et cœur".encode("iso8859-15"), "cp1252", "say --encoding iso8859-15"),
}


@pytest.mark.parametrize(
    ("kind", "above"),
    [*((kind, 0) for kind in SPOILED), ("lost", 40_000), ("named", 40_000), ("euro", 40_000)],
)
@pytest.mark.parametrize(
    "command",
    [
        "show t -r PACA -f csv --data r.csv",
        "tabulate r.csv -r region -s stakeholder --single item -f csv",
        "tabulate r.csv --draft",
    ],
)
def test_letters_that_were_spoiled_are_told_at_their_line(
    phare: Phare, tmp_path: Path, kind: str, above: int, command: str
) -> None:
    word, stated, said = SPOILED[kind]
    rows = "".join(f"Corse;citizens;t{row};oui;57\n" for row in range(above))
    (tmp_path / "r.csv").write_bytes(
        f"region;stakeholder;indicator;item;value\n{rows}PACA;citizens;t;".encode() + b'"' + word + b'";57\n'
    )
    run = phare(command)

    assert (run.status, run.out) == (4, "")
    assert f"line {above + 2:,} of “r.csv” holds " in run.err
    assert said in run.err
    assert phare(f"{command} --encoding {stated}").status in (0, 1)


def test_letters_that_were_spoiled_are_told_in_french(phare: Phare) -> None:
    run = phare(
        "show --lang fr", data="region;stakeholder;indicator;item;value\nPACA;citizens;t;s\ufffdr;57\n"
    )

    assert "contient � à la place de lettres perdues en chemin" in run.err


@pytest.mark.parametrize(
    "word", ["R&D", "AT&amp;T", "&lt;b&gt;", "H&M;", "«‚Haus‘»", "ƒ 10", "2½ h", "naïf†", "Škoda", "Ž"]
)
def test_letters_and_marks_that_people_write_are_read(phare: Phare, tmp_path: Path, word: str) -> None:
    for encoding in ("utf-8", "cp1252"):
        (tmp_path / "r.csv").write_bytes(
            f'region,stakeholder,indicator,item,value\nPACA,citizens,t,"{word} é",57\n'.encode(encoding)
        )
        assert phare("show -f csv --data r.csv").column("item") == [f"{word} é"]


BREAKS = {
    "LS": "\u2028", "PS": "\u2029", "NEL": "\x85", "VT": "\v", "FF": "\f", "FS": "\x1c", "GS": "\x1d", "RS": "\x1e",
}  # fmt: skip


@pytest.mark.parametrize("mark", BREAKS.values(), ids=BREAKS)
@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("rows", [1, 30_000])
def test_a_mark_that_some_programs_take_for_the_end_of_a_line_ends_no_row(
    phare: Phare, tmp_path: Path, mark: str, quote: str, rows: int
) -> None:
    answers = f"PACA;{quote}yes{mark}sir{quote};1\nPACA;no;1\n" * rows
    run = tabulated(phare, tmp_path, f"REG;Q;a{mark}W\n{answers}", more="--weight 'a W'")
    results = f"region;stakeholder;indicator;item;value\nPACA;citizens;t;{quote}yes{mark}sir{quote};57\n"

    assert (run.column("item"), set(run.column("base"))) == (["no", "yes sir"], {str(2 * rows)})
    assert phare("show -f csv", data=results).column("item") == ["yes sir"]
