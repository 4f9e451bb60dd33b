"""A large file read into columns gives what reading it row by row gives: figures, problems, warnings, doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from phare_cli.nouns.errors import PhareError
from phare_cli.nouns.large.columned import Columned
from phare_cli.recipes.check.check import doubts
from phare_cli.recipes.listing import FIELDS, RECIPES, Topic
from phare_cli.results import Inspection, Rules, inspect, read, text
from phare_cli.results.counting import read_counts
from phare_cli.results.fast import plain

PACA = "Provence-Alpes-Côte d'Azur"
NAMES = {
    "region": (
        PACA,
        "France",
        "Corse",
        "Bassin 1",
        "Bretagn",
        "PACA",
        "corse",
        "bassin-1",
        "93",
        "Bretagne",
        "",
    ),
    "stakeholder": ("mayors", "citizens", "employers of ten and more", "Maires", ""),
    "indicator": ("fragilities", "engagement", "region", "Fragilités"),
    "item": ("employment", "mobility", "jobs", "a rather long name of an item", "item", "Total"),
    "unit": ("percent", "%", "count", "score/10", "€", ""),
    "survey": ("A", "B", ""),
    "wave": ("2024", "2025", " 2024"),
    "segment": ("", "small", "Small"),
    "note": ("", "of all", "n.d."),
    "universe": ("", "all", "adults"),
    "response": ("single", "multiple", "", "Single", "x"),
    "measure": ("", "mean", "row percent", "median"),
    "in_national_sample": ("yes", "no", "", "oui"),
    "scale": ("", "ordered"),
    "unused": ("a", "b", "1"),
}
FIGURES = {
    "value": ("57", "12.5", "3", "44.25", "100", "0.5", "0.25", "1", "0", "12,5", "1,234", "1.234", "0.123", "57 %",
              "", "n.d.", "abc", "101", "-", "-5", "1 200", "123456789", "12.3456789",
              "57.12345678901234", "57.", ".5", "00057", " 57", "57,5\u00a0%", "0,5 %", "-5 %", "1\u202f200", "n. d.",
              "\u2013", "57 ", "\u00a057.25", "57.1234567891234 %", "12,3456789\u00a0%"),
    "base": ("400", "1", "0", "1 200", "1.200", "12.5", "x", "", "100000000", "300", "400.0", "1.000",
             "1\u00a0200", " 400 ", "12 %", "n.d.", "1\u202f200 ", "1,200", "2,345 "),
    "effective_base": ("", "350.5", "401", "0", "1.234", "12.3456789", "350,5 ", "1\u00a0234"),
    "standard_error": ("", "0", "2.5", "0.025", "1,5"),
    "rounded_to": ("", "0", "1", "0.5", "-1"),
    "rank_low": ("", "1", "2", "1.5"),
    "rank_high": ("", "3", "2", "0"),
    "order": ("", "0", "1", "x"),
    "nation_share": ("", "0.5", "1.5", "7 %"),
}  # fmt: skip
ODD = (
    "",
    "   ",
    "{d}{d}{d}{d}{d}",
    '"a"',
    "a",
    "x" * 70,
    "\x00",
    "a\rb",
    '"',
    "{header}",
    "Source : INSEE",
    "&eacute;",
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Files of every kind: of a few columns, each with some of its texts; the first of these are what is usual."""
    many = draw(st.booleans())
    columns = ["region", "stakeholder", "indicator", "item", "value", *draw(
        st.lists(st.sampled_from([*NAMES, *FIGURES]), unique=True, max_size=6 if many else 1)
    )]  # fmt: skip
    columns = draw(st.permutations(list(dict.fromkeys(columns))))
    cells = {
        column: st.sampled_from(texts[: draw(st.sampled_from((2, 4, 4, 5, len(texts))))])
        for column, texts in (NAMES | FIGURES).items()
    }
    delimiter = draw(st.sampled_from(",;\t|"))
    quoting = draw(st.sampled_from(("none", "none", "all", "texts", "comma")))

    def written(row: Sequence[str]) -> str:
        def cell(column: str, text: str) -> str:
            if quoting == "comma" and column == "item" and text == "jobs":
                return f'"jobs{delimiter} work"'
            if quoting == "comma" and delimiter in text:
                return f'"{text}"'
            return f'"{text}"' if quoting == "all" or (quoting == "texts" and column in NAMES) else text

        return delimiter.join(map(cell, columns, row))

    rows = draw(
        st.lists(
            st.tuples(*(cells[column] for column in columns)),
            max_size=40,
            unique_by=lambda row: tuple(row[columns.index(key)] for key in ("region", "stakeholder", "item")),
        )
    )
    lines = [written(columns), *map(written, rows)]
    if draw(st.integers(0, 3)) == 0:
        odd = draw(st.sampled_from(ODD)).format(d=delimiter, header=lines[0])
        lines.insert(draw(st.integers(1, len(lines))), odd)
    end = draw(st.sampled_from(("\n", "\n", "\r\n")))
    content = end.join(lines) + draw(st.sampled_from(("", end, end * 3)))
    return content.encode(draw(st.sampled_from(("utf-8", "utf-8", "cp1252"))), "replace")


@pytest.fixture(scope="module", autouse=True)
def _small() -> Iterator[None]:
    """Let every file be a large one, and rows fall across blocks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "LARGE", 1)
        patch.setattr(plain, "BLOCK", 150)
        yield


def answer(path: Path, rules: Rules) -> Inspection | str:
    try:
        return inspect(path, rules=rules)
    except PhareError as error:
        return str(error)


def row_by_row(path: Path, rules: Rules) -> Inspection | str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "LARGE", 1 << 30)
        return answer(path, rules)


@settings(max_examples=400)
@given(content=files(), decimal=st.sampled_from((None, None, None, "comma", "point")))
def test_columns_give_what_rows_give(
    content: bytes, decimal: str | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "columned.csv"
    path.write_bytes(content)
    rules = Rules(decimal=decimal)
    found, expected = answer(path, rules), row_by_row(path, rules)
    event(f"columns: {isinstance(found, Inspection) and isinstance(found.survey.estimates, Columned)}")

    assert found == expected
    if isinstance(found, Inspection) and isinstance(expected, Inspection):
        one, other = found.survey, expected.survey
        assert [*map(repr, one.estimates)] == [*map(repr, other.estimates)]
        assert doubts(one) == doubts(other)
        assert one.rounds == other.rounds
        assert one.counted_from == other.counted_from
        assert one.items_asked == other.items_asked
        assert [recipe(one) for recipe in RECIPES.values()] == [recipe(other) for recipe in RECIPES.values()]
        for names in ({"region": ("Corse", PACA)}, {"region": (PACA, "Corse"), "item": ("jobs",)}):
            assert one.named(names) == other.named(names)
        assert one.of_regions(("Corse", PACA, "Corse")) == other.of_regions(("Corse", PACA, "Corse"))


@settings(max_examples=400)
@given(content=files(), topic=st.sampled_from(sorted(FIELDS)))
def test_names_are_counted_as_reading_every_figure_counts_them(
    content: bytes, topic: Topic, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "counted.csv"
    path.write_bytes(content)
    expected = row_by_row(path, Rules())
    found = None if isinstance(expected, str) else read_counts(path, rules=Rules(), fields=FIELDS[topic])
    is_right = isinstance(expected, Inspection) and not any(not each.warning for each in expected.problems)
    event(f"counted: {found is not None}, right: {is_right}")

    if found is not None and is_right:
        survey = read(path)
        assert RECIPES[topic](found) == RECIPES[topic](survey)
        assert all(notice in survey.notices for notice in found.notices)
        assert found.spelled.items() <= survey.spelled.items()


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("Corse,mayors,fragilities,Total,100", id="a total"),
        pytest.param("Corse,mayors,fragilities,\u00a0«Total»,100", id="a total behind what is no letter"),
        pytest.param("Corse,mayors,fragilities,TOTAUX,100", id="a total in capitals"),
        pytest.param("Corse,mayors,,other,3", id="no name"),
        pytest.param("Corse,mayors,fragilities,\u200b,3", id="an invisible name"),
        pytest.param("Corse,mayors,fragilities, ,3", id="a blank name"),
        pytest.param(",,,,", id="an empty row"),
        pytest.param("Source: INSEE,,,,", id="a footnote"),
        pytest.param("region,stakeholder,indicator,item,value", id="the header again"),
        pytest.param("Corse,mayors,fragilities,other", id="a cell too few"),
    ],
)
@pytest.mark.parametrize("topic", sorted(FIELDS))
def test_a_row_that_may_be_no_figure_is_for_who_reads_them_all(
    tmp_path: Path, row: str, topic: Topic
) -> None:
    path = tmp_path / "large.csv"
    path.write_text(f"{HEAD}{ROWS}{row}\n{ROWS.replace('Corse', 'PACA')}", encoding="utf-8")

    assert read_counts(path, rules=Rules(), fields=FIELDS[topic]) is None


@pytest.mark.parametrize("topic", sorted(FIELDS))
def test_names_of_plain_rows_are_counted_without_their_figures(tmp_path: Path, topic: Topic) -> None:
    path = tmp_path / "large.csv"
    path.write_text(HEAD + ROWS + ROWS.replace("Corse", "Île-de-France"), encoding="utf-8")
    found = read_counts(path, rules=Rules(), fields=FIELDS[topic])

    assert found is not None
    assert RECIPES[topic](found) == RECIPES[topic](read(path))


HEAD = "region,stakeholder,indicator,item,value\n"
ROWS = "".join(f"Corse,mayors,fragilities,item {place},{place}.5\n" for place in range(60))


def of_odd(value: str, base: str) -> str:
    rows = (f"Corse;mayors;trust;item {place};{value};{base}\n".format(place) for place in range(60))
    return "region;stakeholder;indicator;item;value;base\n" + "".join(rows)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(HEAD + ROWS, id="plain"),
        pytest.param((HEAD + ROWS).replace("\n", "\r\n"), id="CRLF"),
        pytest.param((HEAD + ROWS).replace(",", ";").replace(".", ","), id="decimal comma"),
        pytest.param((HEAD + ROWS).replace("item 7", '"item, 7"'), id="a comma in quotes"),
        pytest.param("\ufeff" + HEAD + ROWS + "\n\n", id="blank end"),
        pytest.param(HEAD + ROWS + "Corse,mayors,fragilities,other,abc\n", id="no number"),
        pytest.param(of_odd("{0},5\u00a0%", "400"), id="percent signs"),
        pytest.param(of_odd("{0},123456789 %", "1\u202f{0:03}"), id="no-break spaces"),
        pytest.param(of_odd("  {0},5  ", " 400 "), id="blanks around numbers"),
        pytest.param(of_odd("n. d.", "–"), id="no figures"),
        pytest.param(of_odd("{0}.5", "1,2{0:02}"), id="a comma between thousands"),
        pytest.param(of_odd("{0}.5", '"1,2{0:02}"').replace(";", ","), id="such a comma in quotes"),
        pytest.param(of_odd("{0},25", "400").replace("Corse", "\u00a0Corse  "), id="blanks around names"),
        pytest.param(HEAD + ROWS + "Corse,mayors,fragilities,,3\n,,,,\n", id="no name"),
        pytest.param(HEAD + ROWS + "".join(ROWS.splitlines(keepends=True)[9:20]), id="repeated"),
        pytest.param(HEAD + ROWS + "Corse,mayors,fragilities,Total,100\n", id="a total"),
        pytest.param(HEAD + ROWS + HEAD + "PACA,mayors,fragilities,other,n.d.\n", id="a pasted header"),
    ],
)
def test_large_files_are_read_into_columns(tmp_path: Path, content: str) -> None:
    path = tmp_path / "large.csv"
    path.write_text(content, encoding="utf-8", newline="")
    found = answer(path, Rules())

    assert isinstance(found, Inspection)
    assert isinstance(found.survey.estimates, Columned)
    assert found == row_by_row(path, Rules())


@pytest.mark.parametrize(
    ("unread", "figures"),
    [
        pytest.param(("1.5;", "1.5;"), ("2;", "3;", "4.5;", "3,5;"), id="decimal marks"),
        pytest.param(("n.d.;", "-;"), ("n.d.;", "3;", "-;", "n.d.;"), id="missing"),
        pytest.param((), ("5;1.200", "5;1.300", "5;1.000", "5;"), id="grouped bases"),
        pytest.param(("0.4;", "0.5;"), ("0;", "1;", "0.6;", "0.7;"), id="shares"),
        pytest.param(("5 %;", "5 %;"), ("0.5;", "5 %;", "5 %;", "0.7;"), id="signs"),
    ],
)
def test_rows_that_are_no_figures_stand_for_no_others(
    tmp_path: Path, unread: Sequence[str], figures: Sequence[str]
) -> None:
    path = tmp_path / "large.csv"
    names = [("Corse", "a"), ("PACA", "b"), ("Corse", "b"), ("PACA", "a")]
    rows = [f"Corse;mayors;trust;;{cells}" for cells in unread]
    rows += [
        f"{region};mayors;trust;{item};{cells}" for (region, item), cells in zip(names, figures, strict=True)
    ]
    path.write_text("\n".join(["region;stakeholder;indicator;item;value;base", *rows]), encoding="utf-8")

    assert answer(path, Rules()) == row_by_row(path, Rules())


def test_a_separator_of_units_is_no_delimiter(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text(HEAD + "Corse,mayors,trust,a\x1fb,3\nCorse,mayors,trust,a,4\n")

    assert answer(path, Rules()) == row_by_row(path, Rules())


def test_a_small_file_waits_for_no_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "small.csv"
    path.write_text(HEAD + ROWS)
    monkeypatch.setattr(text, "LARGE", path.stat().st_size + 1)

    assert isinstance(inspect(path).survey.estimates, tuple)


def test_a_figure_of_columns_stands_for_those_of_further_files(tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(HEAD + ROWS)
    second.write_text(HEAD + "Corse,mayors,fragilities,item 59,59.5\n")

    problems = inspect(first, second).problems

    assert [(problem.code, problem.file, problem.line) for problem in problems] == [
        ("duplicate-key", str(second), 2)
    ]


def test_a_bad_row_keeps_its_key_from_another(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(HEAD + ROWS + "Corse,mayors,fragilities,other,abc\nCorse,mayors,fragilities,other,3\n")

    problems = inspect(path).problems

    assert [(problem.code, problem.line) for problem in problems] == [
        ("not-a-number", 62),
        ("duplicate-key", 63),
    ]
