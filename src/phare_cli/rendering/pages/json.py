"""Write a Document as JSON, the contract with programs: English sentences, raw numbers, in any locale."""

from __future__ import annotations

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import Document, Exhibit, Foot, Paragraph, Part, Points, Section
from phare_cli.nouns.message import Message
from phare_cli.rendering.look import Look
from phare_cli.rendering.tables.json import SCHEMA_VERSION, JsonObject, json_text, table_values


def render_json_report(document: Document, look: Look) -> str:
    """Return *document* by the machine contract: each table as the JSON of a command, with its label."""
    english = Typesetter("en")
    values: JsonObject = {
        "schema_version": SCHEMA_VERSION,
        "command": document.command,
        "title": english.say(document.title),
        "subtitle": english.say(document.subtitle),
        "sections": [_section(section, english) for section in document.sections],
        "sources": [{"source": source.source, "url": source.url} for source in document.sources],
    }
    return json_text(values, look)


def _section(section: Section, english: Typesetter) -> JsonObject:
    sentences = [text for part in section.parts for text in _sentences(part)]
    notes = [line for part in section.parts if isinstance(part, Foot) for line in part.lines]
    return {
        "name": section.name,
        "title": english.say(section.title),
        "sentences": [english.say(text) for text in sentences],
        "tables": [_table(part) for part in section.parts if isinstance(part, Exhibit)],
        "notes": [english.say(line) for line in notes],
    }


def _sentences(part: Part) -> tuple[Message, ...]:
    match part:
        case Paragraph(text):
            return (text,)
        case Points(items):
            return items
        case _:
            return ()


def _table(exhibit: Exhibit) -> JsonObject:
    values = table_values(exhibit.table)
    return {"label": exhibit.label, **{name: values[name] for name in ("title", "columns", "rows")}}
