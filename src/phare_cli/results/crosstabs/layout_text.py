"""Write what a table was taken for as TOML, in few lines, each guess with what speaks for it: a person corrects it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from phare_cli.files.workbooks.sheets import address
from phare_cli.nouns.message import Message, sentence
from phare_cli.results.crosstabs.table_layout import ROWS, LineRole, Said, TableLayout, TableLine
from phare_cli.results.crosstabs.understanding import Understood

Say = Callable[[Message], str]

_TITLE = sentence("What phare made of {file}. Correct it, then run:")
_COMMAND = sentence("phare tidy {file} --spec THIS.toml -o results.csv")
_TABLE = sentence("table {number} of {count}")
_UNSAID = sentence("nothing tells: fill in")
_GUESSED = sentence("from the heading of the whole group: check")
_TITLE_GUESS = sentence("from the words above the table: check")
_NAME_GUESS = sentence("from the name of the sheet or file: no words above the table tell; check")
_WHOLE = sentence("the whole group")
_IGNORED = sentence("nothing was made of these lines around the table:")
_HEADER = sentence(
    "“header” counts the rows at the top of the range that name columns, “labels” the columns at its left that "
    "name rows."
)
_WORDS = sentence(
    "A line is “base”, “base of all”, “effective base”, “weighted base”, “total” or “skip”, or says whom or what it "
    "is of."
)
_PLACES = ("region", "stakeholder", "wave", "survey")


def layout_text(file: str, understood: Sequence[Understood], said: Said, say: Say) -> str:
    """Return the spec of all tables of *file*; *said* is what the reader has said of their figures already."""
    lines = [
        f"# {say(Message(_TITLE.text, {'file': file}))}",
        f"# {say(Message(_COMMAND.text, {'file': file}))}",
        "",
    ]
    lines += [f"# {say(_HEADER)}", f"# {say(_WORDS)}", ""]
    lines += _of_file(understood, said, say)
    for number, each in enumerate(understood, 1):
        lines += ["", *_table(each, number, len(understood), say)]
    return "\n".join(lines) + "\n"


def _of_file(understood: Sequence[Understood], said: Said, say: Say) -> Iterator[str]:
    for key in _PLACES:
        value, remark = getattr(said, key), ""
        if not value and key == "stakeholder" and (whole := called(understood)):
            value, remark = whole, say(_GUESSED)
        elif not value and key in ("region", "stakeholder") and not _in_lines(understood, key):
            remark = say(_UNSAID)
        yield f"{key} = {toml(value)}{f'  # {remark}' if remark else ''}"


def called(understood: Sequence[Understood]) -> str:
    """Return what all tables call their whole group, where that is one name and no line is of a group of its own."""
    names = {each.whole for each in understood}
    return names.pop() if len(names) == 1 and not _in_lines(understood, "stakeholder") else ""


def _in_lines(understood: Sequence[Understood], key: str) -> bool:
    """Tell whether every group of every table says of itself what *key* asks."""
    lines = [
        line for each in understood for line in each.layout.of_groups.values() if line.role is LineRole.GROUP
    ]
    return bool(lines) and all(getattr(line, key) for line in lines)


def _table(understood: Understood, number: int, count: int, say: Say) -> Iterator[str]:
    layout = understood.layout
    yield f"[[table]]  # {say(Message(_TABLE.text, {'number': number, 'count': count}))}"
    if layout.sheet:
        yield f"sheet = {toml(layout.sheet)}"
    yield f"range = {toml(str(layout.area))}"
    yield f"header = {layout.header}"
    yield f"labels = {layout.labels}"
    yield f"items = {toml(layout.items)}{_remark(understood.items_remark, say)}"
    yield f"values = {toml(layout.values)}{_remark(understood.values_remark, say)}"
    if layout.indicator:
        remark = _TITLE_GUESS if understood.is_titled else _NAME_GUESS
        yield f"indicator = {toml(layout.indicator)}  # {say(remark)}"
    if layout.response:
        yield f"response = {toml(layout.response)}"
    if layout.decimal:
        yield f"decimal = {toml(layout.decimal)}"
    for key, value in layout.said._asdict().items():
        if value:
            yield f"{key} = {toml(value)}"
    if understood.ignored:
        yield f"# {say(_IGNORED)}"
        yield from (f"#   {_one_line(text)}" for text in understood.ignored)
    yield from _lines("rows", layout, understood.rows, say)
    yield from _lines("columns", layout, understood.columns, say)


def _lines(side: str, layout: TableLayout, remarks: Mapping[int, Message], say: Say) -> Iterator[str]:
    lines = layout.rows if side == ROWS else layout.columns
    if lines:
        yield f"[table.{side}]"
    for place, line in sorted(lines.items()):
        key = str(place) if side == ROWS else address(0, place).removesuffix("0")
        remark = remarks.get(place)
        if (
            remark is None
            and line.role is LineRole.GROUP
            and line == TableLine(LineRole.GROUP, base=line.base)
        ):
            remark = _WHOLE
        yield f"{key} = {_line(line)}{_remark(remark, say)}"


def _line(line: TableLine) -> str:
    """Return a line of a table as it is written: a word, or what it says in place of the table."""
    told = {
        "indicator": line.opens,
        "response": line.response,
        "scale": line.scale,
        "item": line.item,
        "unit": line.unit,
        "region": line.region,
        "stakeholder": line.stakeholder,
        "breakdown": line.breakdown,
        "segment": line.segment,
        "wave": line.wave,
    }
    parts = [f"{key} = {toml(value)}" for key, value in told.items() if value]
    if line.net:
        parts.append("net = true")
    if line.base is not None:
        parts.append(f"base = {line.base:g}")
    if line.role not in (LineRole.ITEM, LineRole.GROUP, LineRole.HEADING):
        if not parts:
            return toml(line.role.value)
        parts.append(f"role = {toml(line.role.value)}")
    return f"{{ {', '.join(parts)} }}" if parts else "{}"


def _remark(message: Message | None, say: Say) -> str:
    return "" if message is None else f"  # {say(message)}"


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def toml(text: str) -> str:
    """Return *text* as a TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
