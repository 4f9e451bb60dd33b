"""Each part of a Document as a Table, for formats whose tables already say how text, lists and notes look."""

from __future__ import annotations

from phare_cli.nouns.document import Foot, Paragraph, Points
from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Column, Table

NOTHING = Message("")
TOLD = Column("sentence", NOTHING)


def as_table(part: Paragraph | Points | Foot) -> Table:
    """Return a part without figures as a table without rows, or as a list."""
    match part:
        case Paragraph(text):
            return Table("report", NOTHING, (), (), notes=(text,))
        case Points(items):
            return Table("report", NOTHING, (TOLD,), tuple((item,) for item in items), list_column=TOLD.name)
        case Foot(lines, sources):
            return Table("report", NOTHING, (), (), notes=lines, sources=sources)
