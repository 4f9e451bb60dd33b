"""The columns that tables of help share."""

from __future__ import annotations

from phare_cli.nouns.message import sentence
from phare_cli.nouns.table import Column, Show

NAME, MEANING = Column("name", sentence("Name")), Column("meaning", sentence("Meaning"))
KEY, HOLDS = Column("key", sentence("Key")), Column("holds", sentence("Holds"))
EXAMPLE = Column("example", sentence("Example"))
DEFAULT = Column("default", sentence("By default"), show=Show.IF_ANY)
