"""Means, totals, medians and ratios as results: read again, shown in every format, compared, drawn, kept true."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = (
    "wave,region,stakeholder,segment,indicator,item,value,unit,base,effective_base,standard_error,"
    "measure,interval_low,interval_high,rounded_to\n"
)
FIGURES = HEADER + (
    "2024,France,citizens,,loyer,mean,700,€,400,400,10,mean,,,0\n"
    "2024,Bretagne,citizens,,loyer,mean,640,€,200,200,12,mean,,,0\n"
    "2024,Corse,citizens,,loyer,mean,720,€,200,200,12,mean,,,0\n"
    "2024,Bretagne,citizens,,loyer (median),median,600,€,200,200,15,median,571,634,0\n"
    "2024,Corse,citizens,,loyer (median),median,690,€,200,200,15,median,661,724,0\n"
    "2024,Bretagne,citizens,,loyer (total),total,1234567.5,€,200,200,45000,total,,,0\n"
    "2024,Corse,citizens,,loyer (total),total,834567.5,€,200,200,45000,total,,,0\n"
    "2024,Bretagne,citizens,,loyer (ménages),total,1929,count,200,200,70,count,,,0\n"
    "2024,Bretagne,citizens,,solde,mean,-12.5,°C,200,200,2,mean,,,0\n"
    "2024,Corse,citizens,,loyer par pièce,ratio,210,€,200,200,4,ratio,,,0\n"
    "2024,Bretagne,citizens,,loyer par pièce,ratio,180,€,200,200,4,ratio,,,0\n"
)
WAVES = HEADER + "".join(
    f"{wave},Bretagne,citizens,,{indicator},{measure},{600 + 40 * place},€,200,200,8,{measure},,,0\n"
    for place, wave in enumerate((2022, 2023, 2024))
    for indicator, measure in (("loyer", "mean"), ("loyer (total)", "total"))
)


def _rows(phare: Phare, command: str, data: str = FIGURES) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row["indicator"], row["region"]): row for row in phare(f"{command} -f json", data=data).rows}


def test_results_of_numbers_are_read_again_without_a_doubt(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(FIGURES, encoding="utf-8")

    run = phare("check r.csv -f json")

    assert (run.status, run.rows) == (0, [])


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (("15,median,571,634", "15,median,634,571"), "interval"),
        (("15,median,571,634", "15,median,571,"), "interval"),
        (("15,median,571,634", "15,middle,571,634"), "unknown-word"),
        (("15,median,571,634", "15,median,beaucoup,634"), "not-a-number"),
    ],
)
def test_what_cannot_be_is_a_problem(phare: Phare, tmp_path: Path, wrong: tuple[str, str], code: str) -> None:
    (tmp_path / "r.csv").write_text(FIGURES.replace(*wrong), encoding="utf-8")

    assert [row["code"] for row in phare("check r.csv -f json").rows] == [code]


@pytest.mark.parametrize("measure", ["médiane", "Median", "median"])
def test_a_measure_is_known_in_both_languages(phare: Phare, measure: str) -> None:
    data = FIGURES.replace(",median,571", f",{measure},571").replace(",median,661", f",{measure},661")

    assert _rows(phare, "show", data)["loyer (median)", "Bretagne"]["low"] == 571


def test_a_median_has_the_interval_of_its_data_and_no_other(phare: Phare) -> None:
    own = _rows(phare, "show")["loyer (median)", "Bretagne"]
    other = _rows(phare, "show --conf 0.9")["loyer (median)", "Bretagne"]

    assert (own["low"], own["high"]) == (571, 634)
    assert (other["low"], other["high"]) == (None, None)
    assert "at 95% confidence alone" in phare("show --conf 0.9", data=FIGURES).out


def test_a_mean_and_a_total_have_students_interval(phare: Phare) -> None:
    found = _rows(phare, "show")

    # > 640 + c(-1, 1) * qt(.975, 199) * 12; 1234567.5 + c(-1, 1) * qt(.975, 199) * 45000
    mean, total = found["loyer", "Bretagne"], found["loyer (total)", "Bretagne"]
    assert (mean["low"], mean["high"]) == pytest.approx((616.3365215, 663.6634785), abs=1e-6)
    assert (total["low"], total["high"]) == pytest.approx((1145829.4555087, 1323305.5444913), abs=1e-3)


def test_nothing_of_them_is_ranked(phare: Phare) -> None:
    assert {row["rank"] for row in _rows(phare, "show").values()} == {None}


@pytest.mark.parametrize(
    "format", ["markdown", "html", "latex", "rst", "asciidoc", "mediawiki", "jira", "org", "textile"]
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_figures_stand_with_their_unit_in_every_format(phare: Phare, format: str, lang: str) -> None:
    out = (
        phare(f"show -f {format} --lang {lang}", data=FIGURES)
        .out.replace("~", "\u00a0")
        .replace("\\,", "\u00a0")
    )

    wanted = {"en": "1,234,567.5", "fr": "1\u202f234\u202f567,5"}[lang]
    assert wanted in out or wanted.replace("\u202f", "\u00a0") in out
    assert "€" in out or "\\texteuro" in out


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_figures_stand_on_a_screen_of_any_width(phare: Phare, columns: int) -> None:
    run = phare("show --color never", data=FIGURES, columns=columns)

    assert (run.status, "1,234,567.5" in run.out) == (0, True)
    assert max(map(len, run.out.splitlines())) <= columns


@pytest.mark.parametrize("file", ["a.docx", "a.odt", "a.xlsx", "a.pptx"])
def test_figures_go_into_office_files(phare: Phare, tmp_path: Path, file: str) -> None:
    assert phare(f"show -o {file}", data=FIGURES).status == 0
    assert (tmp_path / file).stat().st_size > 0


def test_means_are_tested_and_totals_and_medians_are_said_not_to_be(phare: Phare) -> None:
    found = _rows(phare, "compare --region Bretagne --to Corse --sample separate")

    assert found["loyer", "Bretagne"]["verdict"] == "below"
    assert found["loyer par pièce", "Bretagne"]["verdict"] == "below"
    for indicator in ("loyer (median)", "loyer (total)"):
        row = found[indicator, "Bretagne"]
        assert (row["verdict"], row["reason"], row["low"]) == ("untestable", "no_test", None)
        assert row["gap"] is not None


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("options", ["", "--sentences", "--explain"])
def test_why_nothing_is_tested_is_said(phare: Phare, options: str, lang: str) -> None:
    run = phare(
        f"compare 'loyer (total)' -r Bretagne --to Corse --lang {lang} {options} -f markdown", data=FIGURES
    )

    said = {"en": ("no test", "No test"), "fr": ("pas de test", "Pas de test", "pas fait de test")}[lang]
    assert any(each in run.out for each in said)


def test_a_trend_of_means_is_tested_and_one_of_totals_is_not(phare: Phare) -> None:
    out = phare("compare --by wave -f markdown", data=WAVES).out

    assert "established" in out
    rows = phare("compare 'loyer (total)' --by wave -f json", data=WAVES).rows
    assert {(row["verdict"], row["reason"]) for row in rows} == {("untestable", "no_test")}


@pytest.mark.parametrize(
    "command",
    [
        "plot loyer -o p.svg", "plot 'loyer (median)' -o p.svg", "plot solde -o p.svg",
        "plot 'loyer (total)' --compare -r Bretagne --to Corse -o p.svg",
        "report -r Bretagne", "report -r Bretagne --lang fr -o r.html", "value loyer -r Bretagne", "list indicators",
        "cross loyer 'loyer (median)'", "show --wide", "show --top 1",
    ],
)  # fmt: skip
def test_every_command_takes_them(phare: Phare, command: str) -> None:
    run = phare(command, data=FIGURES)

    assert run.status == 0, run.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("value loyer -r Bretagne", "640 €\n"),
        ("value 'loyer (total)' -r Bretagne --lang fr", "1 234 567,5 €\n"),
        ("value solde -r Bretagne --lang fr", "−12,5 °C\n"),
        ("value 'loyer (ménages)' -r Bretagne", "1,929\n"),
    ],
)
def test_one_figure_stands_in_a_sentence(phare: Phare, command: str, said: str) -> None:
    out = phare(command, data=FIGURES).out

    assert out.replace("\u00a0", " ").replace("\u202f", " ") == said


def test_blocks_of_documents_hold_them(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text(FIGURES, encoding="utf-8")
    (tmp_path / "note.md").write_text(
        "Le loyer est de <!-- phare: value loyer region=Bretagne data=results.csv lang=fr -->x<!-- /phare -->.\n",
        encoding="utf-8",
    )

    updated = phare("update note.md --force")

    assert (updated.status, phare("update note.md --check").status) == (0, 0)
    assert "640\u00a0€" in (tmp_path / "note.md").read_text(encoding="utf-8")


def test_a_page_about_them_is_not_said_to_be_wrong(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(
        "# Bretagne\n\nLe loyer moyen est de 640 euros en Bretagne, et le loyer médian de 600 euros.\n",
        encoding="utf-8",
    )
    (tmp_path / "results.csv").write_text(FIGURES, encoding="utf-8")

    run = phare("verify page.md -d results.csv -f json")

    assert [row["status"] for row in run.rows if row["status"] in ("wrong", "overstated")] == []
