"""Write a Table as JSON, the contract with programs: raw numbers, English labels, in any locale."""

from __future__ import annotations

import json

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.table import Column, Kind, Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.tables.machine import raw
from phare_cli.rendering.visible import unseen_letters

JsonObject = dict[str, object]
SCHEMA_VERSION = 1
_UNITS = {
    Kind.RANK: "rank",
    Kind.BASE: "respondents",
    Kind.NUMBER: "number",
    Kind.PROBABILITY: "probability",
}


def render_json(table: Table, look: Look) -> str:
    """Return *table* by the machine contract, schema_version 1, two blanks of indent."""
    return json_text(table_values(table), look)


def json_text(values: JsonObject, look: Look) -> str:
    """Return *values* as a JSON text that ends in a newline; it shows a screen nothing unseen."""
    text = json.dumps(values, ensure_ascii=not look.unicode, allow_nan=False, indent=2)
    # What a screen must not receive is spelled as JSON spells it, and read back the same.
    return unseen_letters().sub(lambda found: json.dumps(found[0])[1:-1], text) + "\n"


def table_values(table: Table) -> JsonObject:
    """Return what the machine contract says of *table*, by name."""
    english = Typesetter("en")
    return {
        "schema_version": SCHEMA_VERSION,
        "command": table.command,
        "title": english.say(table.title),
        "columns": [
            {"name": column.name, "label": english.say(column.label), "unit": _unit(column, table)}
            for column in table.columns
        ],
        "rows": [{name: raw(value) for name, value in record.items()} for record in table.records()],
        "notes": [english.say(note) for note in table.notes],
        "sources": [{"source": source.source, "url": source.url} for source in table.sources],
    }


def _unit(column: Column, table: Table) -> str | None:
    """Return the unit of a column: of all its rows for figures, None when they differ or none is known."""
    if column.kind not in (Kind.VALUE, Kind.GAP, Kind.SPREAD):
        return column.unit or _UNITS.get(column.kind, "text")
    units = (
        {column.unit}
        if column.unit
        else {str(record["unit"]) for record in table.records() if "unit" in record}
    )
    unit = units.pop() if len(units) == 1 else None
    return (
        "points"
        if column.kind is not Kind.VALUE and unit == "percent"
        else unit
        if unit is None
        else str(unit)
    )
