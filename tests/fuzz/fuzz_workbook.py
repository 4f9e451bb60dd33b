"""Any bytes as the sheet of a workbook, or as the workbook: results, respondents and margins read, or a sentence."""

from __future__ import annotations

from frame import check, folder, speak, speak_error
from packages import first_part, package

from phare_cli.nouns.errors import PhareError
from phare_cli.recipes.tabulate.tabulate import tabulate
from phare_cli.respondents.specs.spec_options import quick_spec
from phare_cli.results import Rules, inspect

KINDS = ("xlsx", "ods")
SPEC = quick_spec(region="region", stakeholder="=citizens", single=["item"])
CELL = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
HEADER = ("region", "stakeholder", "indicator", "item", "value")
ROW = ("Corse", "g", "i", "a", "57")


def excel_row(number: int, cells: tuple[str, ...]) -> str:
    letters = zip("ABCDE", cells, strict=True)
    return (
        f'<row r="{number}">{"".join(CELL.format(f"{each}{number}", cell) for each, cell in letters)}</row>'
    )


def open_row(cells: tuple[str, ...]) -> str:
    texts = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row>{texts}</table:table-row>"


EXCEL = first_part("xlsx").decode().replace(
    "<sheetData/>", f"<sheetData>{excel_row(1, HEADER)}{excel_row(2, ROW)}</sheetData>"
)  # fmt: skip
OPEN = first_part("ods").decode().replace(
    '<table:table table:name="S"/>',
    f'<table:table table:name="S">{open_row(HEADER)}{open_row(ROW)}</table:table>',
)  # fmt: skip
SEEDS = (
    b"",
    *(bytes([place]) + text.encode() for place, text in enumerate((EXCEL, OPEN))),
    *(bytes([2 + place]) + package(KINDS[place], text.encode()) for place, text in enumerate((EXCEL, OPEN))),
    b"\x00"
    + EXCEL.replace('<c r="E2" t="inlineStr"><is><t>57</t></is></c>', '<c r="E2"><v>57</v></c>').encode(),
    b"\x00"
    + EXCEL.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>').encode(),
)
TOKENS = (
    '<row r="2">', "</row>", '<c r="A1">', '<c r="XFD1048576">', "</c>", "<v>", "</v>", 't="s"', 't="e"', 't="b"',
    't="str"', 't="d"', "<f>", "</f>", "<is><t>", "</t></is>", "<mergeCell ref=\"A1:B2\"/>", 'hidden="1"',
    '<dimension ref="A1"/>', '<table:table-row table:number-rows-repeated="9999999">', "</table:table-row>",
    '<table:table-cell table:number-columns-repeated="9999">', "</table:table-cell>", "<text:p>", "</text:p>",
    'office:value-type="float"', 'office:value="1e999"', 'office:value-type="percentage"', "table:formula=\"of:=1\"",
    "<table:covered-table-cell/>", "<office:annotation>", "#REF!", "57", "NaN", "1e999", "&#10;", "<!DOCTYPE x [",
)  # fmt: skip
FILES = {kind: folder() / f"book.{kind}" for kind in KINDS}


def fuzz(data: bytes) -> None:
    """Read *data*, whose first byte says what it is, by both doors. Any exception but a PhareError is a finding."""
    choice = data[0] % 4 if data else 0
    kind = KINDS[choice % 2]
    FILES[kind].write_bytes(package(kind, data[1:]) if choice < 2 else data[1:])
    try:
        found = inspect(FILES[kind], rules=Rules())
    except PhareError as error:
        speak_error(error)
    else:
        speak([*found.survey.notices, *(problem.message for problem in found.problems)])
        if not found.problems:
            check(found.survey.estimates)
    try:
        counted = tabulate([str(FILES[kind])], SPEC)
    except PhareError as error:
        speak_error(error)
    else:
        check(counted.survey.estimates)
