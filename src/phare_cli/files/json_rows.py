"""Read JSON as phare writes it, or a bare list of objects: one row an object, on the line where it begins."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from phare_cli.files import limits
from phare_cli.files.findings import Findings, shown
from phare_cli.files.fitting import Row
from phare_cli.files.source import OpenedFile
from phare_cli.files.typed_cells import cell_of
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence

_BETWEEN = re.compile(r"[\s,:]*")
_BROKEN = sentence("“{file}” is not whole JSON (line {line}): write it again, with -f json.")
_NOT_UTF8 = sentence("“{file}” is not UTF-8, as JSON is: write it again, with -f json.")
_OTHER = sentence("“{file}” is JSON, but not as phare writes it: that has a list of objects called rows.")
_LONG = sentence("“{file}” holds more JSON than phare reads ({limit} MB): write it again as CSV.")
_NEWER = sentence(
    "“{file}” was written by a newer phare: install that one, or write the file again with this one."
)
_TWICE = sentence("the key “{name}” stands twice in one object, and there can be one only: keep one of them.")


class _Doubled(dict[str, object]):
    """An object in which *key*, and others maybe, stands twice."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.key = Counter(name for name, _ in pairs).most_common(1)[0][0]


def json_table(source: OpenedFile, findings: Findings) -> tuple[list[str], Iterator[Row]] | None:
    """Return the names in an answer written with ``-f json``, and its rows; None where it holds no one answer.

    Raises UnreadableInput for other JSON.
    """
    try:
        most = limits.size_at_most(limits.JSON)
        content = _within(source.again().read(most + 1), most, source.name)
        text = content.decode(json.detect_encoding(content))
        answer: object = json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise UnreadableInput(Message(_BROKEN.text, {"file": source.name, "line": error.lineno})) from None
    except UnicodeDecodeError:
        raise UnreadableInput(Message(_NOT_UTF8.text, {"file": source.name})) from None
    except (ValueError, RecursionError):
        raise UnreadableInput(Message(_BROKEN.text, {"file": source.name, "line": 1})) from None
    if isinstance(answer, _Doubled):
        _tell_twice(answer, source.name, 1, findings)
        return None
    objects = _objects(answer, source.name)
    names = list(dict.fromkeys(name for each in objects for name in each))
    for line, each in zip(_lines(text, len(objects)), objects, strict=True):
        if isinstance(each, _Doubled):
            _tell_twice(each, source.name, line, findings)
    rows: Iterator[Row] = (
        (line, [cell_of(each.get(name)) for name in names])
        for line, each in zip(_lines(text, len(objects)), objects, strict=True)
    )
    return names, rows


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values_by_name = dict(pairs)
    return values_by_name if len(values_by_name) == len(pairs) else _Doubled(pairs)


def _tell_twice(doubled: _Doubled, file: str, line: int, findings: Findings) -> None:
    name = shown(doubled.key)
    findings.problem("duplicate-column", Message(_TWICE.text, {"name": name}), file, line, name)


def _within(content: bytes, most: int, file: str) -> bytes:
    if len(content) > most:
        raise UnreadableInput(Message(_LONG.text, {"file": file, "limit": most >> 20}))
    return content


def _objects(answer: object, file: str) -> list[dict[str, object]]:
    if isinstance(answer, dict):
        if answer.get("schema_version", 1) != 1:
            raise UnreadableInput(Message(_NEWER.text, {"file": file}))
        answer = answer.get("rows")
    if not isinstance(answer, list) or not all(isinstance(each, dict) for each in answer):
        raise UnreadableInput(Message(_OTHER.text, {"file": file}))
    return answer


def _lines(text: str, count: int) -> Iterator[int]:
    """Yield the line on which each of the objects of ``rows`` begins."""
    decoder = json.JSONDecoder()
    at = _begin(text, decoder)
    line, counted = 1, 0
    for _ in range(count):
        at = _past(text, at)
        line, counted = line + text.count("\n", counted, at), at
        yield line
        at = decoder.raw_decode(text, at)[1]


def _begin(text: str, decoder: json.JSONDecoder) -> int:
    """Return where the list of objects begins: the whole text, or what the key ``rows`` stands for."""
    at = _past(text, 0)
    if text[at] == "[":
        return at + 1
    at += 1
    while True:
        key, at = decoder.raw_decode(text, _past(text, at))
        at = _past(text, at)
        if key == "rows":
            return at + 1
        at = decoder.raw_decode(text, at)[1]


def _past(text: str, at: int) -> int:
    """Return where the next value stands."""
    found = _BETWEEN.match(text, at)
    return found.end() if found else at
