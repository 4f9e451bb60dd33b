"""Files, folders, standard input and rules: what a person names is found, or a sentence says what to try."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from phare_cli.nouns.errors import InvalidData, UnreadableInput, WrongOption
from phare_cli.results import Rules, inspect, parse_map, read

TABLE = "region;stakeholder;indicator;item;value\nPACA;g;i;a;57\n"
FOREIGN = "CountryCode,subset,percentage\nNL,women,57\n"


def saved(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_a_missing_file_says_what_to_check() -> None:
    with pytest.raises(UnreadableInput) as raised:
        read("nowhere.csv")

    assert str(raised.value) == "there is no file “nowhere.csv”: check the name and the folder you are in."


def test_a_folder_says_how_to_name_its_files(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput) as raised:
        read(tmp_path)

    assert str(raised.value) == (
        f"“{tmp_path}” is a folder: name the files in it, such as {tmp_path / '*.csv'}."
    )


@pytest.mark.parametrize("name", ["", "a\0b.csv"])
def test_a_name_that_no_file_can_have_is_a_missing_file(name: str) -> None:
    with pytest.raises(UnreadableInput):
        read(name)


class Piped(io.BytesIO):
    """Bytes that come once, as through a pipe."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_standard_input_is_read_from_a_pipe(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    piped = io.TextIOWrapper(Piped(TABLE.replace("PACA", "Île-de-France").encode(encoding)))
    monkeypatch.setattr(sys, "stdin", piped)

    [estimate] = read("-").estimates

    assert (estimate.region, estimate.file) == ("Île-de-France", "-")


def test_standard_input_is_read_once() -> None:
    with pytest.raises(WrongOption) as raised:
        read("-", "-")

    assert str(raised.value) == "standard input can be read once only: write - once."


def test_a_path_and_an_open_file_read_the_same_and_the_open_file_stays_open(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.csv", TABLE)

    with path.open("rb") as file:
        assert read(file) == read(str(path)) == read(path)
        assert not file.closed


def test_what_is_wrong_in_every_file_is_told_at_once(tmp_path: Path) -> None:
    first = saved(tmp_path, "a.csv", TABLE + "PACA;g;i;b;x\n")
    second = saved(tmp_path, "b.csv", TABLE)

    with pytest.raises(InvalidData) as raised:
        read(first, second)

    assert [(problem.code, Path(problem.file).name, problem.line) for problem in raised.value.problems] == [
        ("not-a-number", "a.csv", 3),
        ("duplicate-key", "b.csv", 2),
    ]
    assert raised.value.total == 2


def test_a_key_that_stands_in_two_files_names_the_first(tmp_path: Path) -> None:
    first, second = saved(tmp_path, "a.csv", TABLE), saved(tmp_path, "b.csv", TABLE)

    with pytest.raises(InvalidData) as raised:
        read(first, second)

    assert str(raised.value) == f"line 2 repeats the figure of line 2 of {first}: keep one of them."


def test_a_second_try_in_another_encoding_repeats_no_key(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes((TABLE + "PACA;g;i;é;3\n").encode("cp1252"))

    assert len(read(path).estimates) == 2


def test_warnings_leave_the_figures_and_are_counted(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.csv", "region;stakeholder;indicator;item;value;base\nPACA;g;i;a;2;10\n")

    survey = read(path)
    inspection = inspect(path)

    assert len(survey.estimates) == len(inspection.survey.estimates) == 1
    assert [problem.warning for problem in inspection.problems] == [True]


def test_a_foreign_table_is_read_through_a_map(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.csv", FOREIGN)
    chosen = [
        "region=CountryCode",
        "stakeholder=subset",
        "value=percentage",
        "indicator==trust",
        "item==yes",
        "wave==2012",
    ]

    [estimate] = read(path, rules=Rules(map=parse_map(chosen))).estimates

    assert (estimate.region, estimate.stakeholder, estimate.indicator, estimate.wave) == (
        "NL",
        "women",
        "trust",
        "2012",
    )


def test_a_map_goes_before_the_words_a_header_is_known_by(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.csv", "region;stakeholder;indicator;item;value;Approve\nPACA;g;i;a;57;43\n")

    [estimate] = read(path, rules=Rules(map={"value": "approve"})).estimates

    assert estimate.value == 43.0


def test_a_column_can_be_left_out(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.csv", "region;stakeholder;indicator;item;value;base\nPACA;g;i;a;57;none\n")

    [estimate] = read(path, rules=Rules(map=parse_map(["base="]))).estimates

    assert estimate.base is None


def test_a_map_to_no_column_says_which_there_are(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.csv", TABLE)

    with pytest.raises(InvalidData) as raised:
        read(path, rules=Rules(map={"value": "Aprove"}))

    assert str(raised.value) == (
        "there is no column “Aprove” to read value from. "
        "The file has “region”, “stakeholder”, “indicator”, “item” and “value”. Correct --map value."
    )


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        (
            ["region"],
            "--map region says no column: write --map region=COLUMN for a column of the file, "
            "--map region==TEXT for one text in every row.",
        ),
        (["wave=a", "vague=b"], "--map names wave twice: keep one of them."),
        (
            ["colour=a"],
            "--map knows no column called “colour”: the columns are survey, wave, region, stakeholder, segment, "
            "indicator, item, value, unit, rounded_to, base, effective_base, standard_error, "
            "degrees_of_freedom, measure, interval_low, interval_high, "
            "rank_low, rank_high, response, scale, order, in_national_sample, nation_share, whole, group_share, "
            "breakdown, universe, question, source, url, note and counted_from.",
        ),
    ],
)
def test_a_map_that_cannot_be_says_why(choices: list[str], sentence: str) -> None:
    with pytest.raises(WrongOption) as raised:
        parse_map(choices)

    assert str(raised.value) == sentence


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        (
            {"encoding": "klingon"},
            "no encoding is called “klingon”: try --encoding utf-8, windows-1252 or utf-16.",
        ),
        ({"encoding": "hex"}, "no encoding is called “hex”: try --encoding utf-8, windows-1252 or utf-16."),
        ({"decimal": ";"}, "--decimal takes comma or point."),
        ({"scale": "thousand"}, "--scale takes percent or fraction."),
        (
            {"map": {"response": "=often"}},
            "“often” cannot be response of every row: write single or multiple.",
        ),
        ({"map": {"base": "=many"}}, "“many” cannot be base of every row: it is not a number."),
    ],
)
def test_a_rule_that_cannot_be_says_why(rules: dict[str, object], sentence: str) -> None:
    with pytest.raises(WrongOption) as raised:
        Rules(**rules)  # type: ignore[arg-type]

    assert str(raised.value) == sentence
