"""Reading only what is asked for gives what reading everything gives, by the quick way and by the general one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from phare_cli.files.encoding import NotPlain
from phare_cli.judging.subset import Selection, subset
from phare_cli.nouns.errors import PhareError
from phare_cli.nouns.survey import Survey
from phare_cli.results import Rules, inspect, read
from phare_cli.results.fast import plain, scan
from phare_cli.results.fast.selecting import read_wanted
from phare_cli.results.row_filter import RowFilter

Phare = Callable[..., Any]
PACA = "Provence-Alpes-Côte d'Azur"
REGIONS = (
    PACA, PACA.upper(), unicodedata.normalize("NFD", PACA), "Provence\u00ad-Alpes Côte d’Azur",
    "PACA", "p a c a", " paca ", "93", "Région Sud", "REGION-SUD", "Provence", "PACA Est", "\uff30ACA", "Corse",
    "Bassin 1", "bassin-1", "Bassin 12", "%", "", " ", "Source : INSEE", "Total", "œuvre", "Œuvre", "strasse", "Straße",
)  # fmt: skip
FIGURES = (
    "57", "12.5", "3", "44", "100", "0.5", "1", "12,5", "1,234", "1.234", "57 %", "", "n.d.", "abc", "101", "-",
)  # fmt: skip
BASES = ("", "400", "1 200", "1,200", "1.200", "0", "x")
ITEMS = ("employment", "mobility", "Total", "jobs", "")
QUOTED = ("jobs, work", "jobs; work", "a, b; c", "1,", "1,2", " jobs", "jobs ", 'jo""bs', "\x1f", "a\tb|c")
HEAD = "region,stakeholder,indicator,item,value\n"
ASKED = "PACA,mayors,fragilities,jobs,57\n"
LINE = "Corse,mayors,fragilities,item {},{}\n"
NAMES = st.fixed_dictionaries(
    {},
    optional={
        "region": st.lists(
            st.sampled_from(("PACA", "Bassin 1", "%", "strasse", "œuvre", PACA)), min_size=1, max_size=2
        ),
        "indicator": st.just(["fragilities"]),
    },
).filter(bool)  # fmt: skip
COLUMNS = ["region", "stakeholder", "indicator", "item", "value", "base"]


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Files of every kind: mostly plain, some broken; all rows as wide as the header, or one of them not."""
    common = draw(st.sampled_from((0.0, 0.05)))
    delimiter = draw(st.sampled_from(",;\t|"))
    end = draw(st.sampled_from(("\n", "\n", "\r\n")))
    values = draw(st.sampled_from((FIGURES[:5], FIGURES[:7], FIGURES[:5] + FIGURES[7:8], FIGURES)))
    bases = draw(st.sampled_from((BASES[:2], BASES)))
    items = draw(st.sampled_from((ITEMS[:2], ITEMS)))
    row = st.tuples(
        st.sampled_from(REGIONS), st.sampled_from(("mayors", "citizens")),
        st.sampled_from(("fragilities", "Fragilités", "engagement")), st.sampled_from(items),
        st.sampled_from(values), st.sampled_from(bases),
    )  # fmt: skip
    columns = draw(st.permutations(range(6)))
    quoting = draw(st.sampled_from(("none", "none", "all", "texts", "some")))

    def written(cells: Sequence[str]) -> list[str]:
        if quoting == "none":
            return [cells[place] for place in columns]
        texts = list(cells)
        if cells[4] != "value" and draw(st.integers(0, 5)) == 0:
            texts[3] = draw(st.sampled_from(QUOTED))
        is_quoted = [
            quoting == "all" or place in (0, 3) or (quoting == "some" and draw(st.booleans()))
            for place in range(6)
        ]
        return [f'"{texts[place]}"' if is_quoted[place] else texts[place] for place in columns]

    rows = [written(cells) for cells in draw(st.lists(row, max_size=30))]
    lines = [delimiter.join(written(COLUMNS))]
    odd = st.sampled_from(
        ("", "   ", delimiter * 5, '"a"', "a", f'"b{delimiter}b"', "x" * 70, "\x00", "a\rb", '"')
    )
    for cells in rows:
        if common and draw(st.integers(0, 20)) == 0:
            lines.append(draw(odd))
        lines.append(delimiter.join(cells))
    text = end.join(lines) + draw(st.sampled_from(("", end, end * 3)))
    mark = draw(st.sampled_from(("", "", "\ufeff")))
    encoding = draw(st.sampled_from(("utf-8", "utf-8", "utf-8", "cp1252")))
    return (mark + text).encode(encoding, "replace")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "results.csv"


@pytest.fixture(scope="module", autouse=True)
def _small_blocks() -> Iterator[None]:
    """Let rows fall across blocks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "BLOCK", 150)
        yield


def answer(path: Path, rules: Rules) -> object:
    try:
        inspection = inspect(path, rules=rules)
    except PhareError as error:
        return str(error)
    return inspection.survey, inspection.problems, inspection.total


def general(path: Path, rules: Rules) -> object:
    def refuse(*_: object) -> None:
        raise NotPlain

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "plain_rows", refuse)
        return answer(path, rules)


def watched(path: Path, rules: Rules) -> tuple[object, bool]:
    """Return the answer, and whether the quick reader went through the file without standing back."""
    stood_back: list[bool] = []
    quick = scan.plain_rows

    def watch(*given: object) -> Iterator[object]:
        try:
            yield from quick(*given)  # type: ignore[arg-type]
        except (NotPlain, UnicodeError):
            stood_back.append(True)
            raise
        stood_back.append(False)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "plain_rows", watch)
        return answer(path, rules), stood_back == [False]


@settings(max_examples=400)
@given(content=files(), names=NAMES, decimal=st.sampled_from((None, None, "comma", "point")))
def test_the_quick_reader_gives_what_the_general_reader_gives(
    content: bytes, names: dict[str, list[str]], decimal: str | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "quick.csv"
    path.write_bytes(content)
    rules = Rules(row_filter=RowFilter(names), decimal=decimal)
    found, is_quick = watched(path, rules)
    event(f"quick: {is_quick}")

    assert found == general(path, rules)


@st.composite
def good_files(draw: st.DrawFn) -> str:
    """Files in which nothing is wrong, whatever their names are spelled like."""
    row = st.tuples(
        st.sampled_from((PACA, "Corse", "Bassin 1", "bassin-1", "Bassin 2")), st.sampled_from(("mayors", "citizens")),
        st.sampled_from(("fragilities", "engagement", "a", "A")), st.sampled_from(("1", "2", "3")),
        st.sampled_from(FIGURES[:5]),
    )  # fmt: skip
    rows = draw(st.lists(row, min_size=1, unique_by=lambda cells: cells[:4]))
    return HEAD + "".join(",".join(cells) + "\n" for cells in rows)


@settings(max_examples=300)
@given(
    content=good_files(),
    regions=st.lists(st.sampled_from(("PACA", "Bassin 1", "BASSIN 1", "Corse", "Nowhere")), max_size=2),
    indicators=st.lists(st.sampled_from(("fragilities", "Engagement", "a", "A")), max_size=2),
)
def test_what_is_asked_for_reads_as_it_does_among_the_rest(
    content: str, regions: list[str], indicators: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "whole.csv"
    path.write_text(content, encoding="utf-8")
    selection = Selection(regions=tuple(regions), indicators=tuple(indicators))
    part = read_wanted(path, rules=Rules(), names=selection.names)
    event(f"settled: {part is not None}")
    if part is not None:
        whole = subset(read(path), selection)
        found = subset(part, selection)

        shown = set(found.names("indicator"))

        assert (found.estimates, found.rates & shown) == (whole.estimates, whole.rates & shown)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(HEAD + ASKED + LINE.format(1, 3) * 30, id="plain"),
        pytest.param((HEAD + ASKED + LINE.format(1, 3) * 30).replace("\n", "\r\n"), id="CRLF"),
        pytest.param((HEAD + ASKED).replace(",", ";") + "a;b;c;d;1,5\n" * 30, id="comma"),
        pytest.param((HEAD + ASKED + LINE.format(1, 3) * 30).replace("mayors", '"mayors"'), id="a quoted text"),
        pytest.param(
            (HEAD + ASKED + LINE.format(1, 3) * 30).replace(",", '","').replace("\n", '"\n"')[:-1].join(('"', "")),
            id="all quoted",
        ),
        pytest.param((HEAD + ASKED + LINE.format(1, 3) * 30).replace("item 1", '"one, and two"'), id="a comma"),
        pytest.param("\ufeff" + HEAD + ASKED + LINE.format(1, 3) * 30 + "\n\n", id="blank end"),
    ],
)  # fmt: skip
def test_plain_files_are_read_the_quick_way(path: Path, content: str) -> None:
    path.write_bytes(content.encode())

    assert watched(path, Rules(row_filter=RowFilter({"region": ["PACA"]})))[1]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Corse,mayors,fragilities,jobs", "ragged-row"),
        ('"Corse,mayors,fragilities,jobs,4', "unclosed-quote"),
        ('"Corse"x,mayors,fragilities,jobs,4', "stray-quote"),
    ],
)
def test_the_structure_of_every_row_is_checked(path: Path, line: str, code: str) -> None:
    path.write_text(HEAD + LINE.format(1, 3) * 30 + line + "\nPACA,mayors,fragilities,jobs,57\n")

    problems = inspect(path, rules=Rules(row_filter=RowFilter({"region": ["PACA"]}))).problems

    assert [(problem.code, problem.line) for problem in problems] == [(code, 32)]


def test_what_nobody_asks_for_is_left_to_check(path: Path) -> None:
    path.write_text(HEAD + LINE.format(1, "abc") + "PACA,mayors,fragilities,jobs,57\n")

    survey = read_wanted(path, rules=Rules(), names={"region": ["PACA"]})

    assert survey is not None
    assert [estimate.value for estimate in survey.estimates] == [57.0]


@pytest.mark.parametrize("row", ["Corse,mayors,engagement,b,5", "Corse,mayors,engagement,a,5"])
def test_an_indicator_is_a_ranking_when_it_has_several_items_anywhere(path: Path, row: str) -> None:
    path.write_text(f"{HEAD}PACA,mayors,engagement,a,57\nBretagne,mayors,engagement,a,7\n{row}\n")

    survey = read_wanted(path, rules=Rules(), names={"region": ["PACA"]})

    assert survey is not None
    assert survey.rates == Survey.of(read(path).estimates).rates


@pytest.mark.parametrize("name", ["Atlantis", "bassin 1"])
def test_a_name_that_only_the_rest_explains_asks_for_everything(path: Path, name: str) -> None:
    path.write_text(HEAD + LINE.format(1, 3) + "Bassin 1,mayors,fragilities,jobs,57\n")

    assert read_wanted(path, rules=Rules(), names={"region": [name]}) is None


def test_show_reads_of_a_large_file_what_it_shows(phare: Phare) -> None:
    rows = "".join(f"Corse,mayors,fragilities,item {place},abc\n" for place in range(40_000))

    run = phare("show --region PACA -f csv", data=HEAD + ASKED + rows)

    assert (run.status, run.column("value")) == (0, ["57"])


def test_a_wrong_name_in_a_large_file_has_its_suggestions(phare: Phare) -> None:
    rows = "".join(f"Corse,mayors,fragilities,item {place},57\n" for place in range(40_000))

    run = phare("show --region korse", data=HEAD + rows)

    assert (
        run.err
        == "phare: no region is called “korse” in these data. Did you mean corse? (phare list regions)\n"
    )
