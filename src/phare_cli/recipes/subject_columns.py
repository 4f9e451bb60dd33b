"""The columns that say what a figure is about: where and when, whose, of which indicator and item, in which unit."""

from __future__ import annotations

from phare_cli.nouns.message import sentence
from phare_cli.nouns.table import Column, Kind, Show

CONTEXT = (
    Column("survey", sentence("Survey"), show=Show.TITLE),
    Column("wave", sentence("Wave"), show=Show.TITLE),
    Column("region", sentence("Region"), Kind.NAME, Show.TITLE),
)
GROUP = (
    Column("stakeholder", sentence("Group"), Kind.NAME, once=True),
    Column("segment", sentence("Segment"), Kind.NAME, Show.IF_ANY, once=True),
)
INDICATOR = Column("indicator", sentence("Indicator"), Kind.NAME, Show.TITLE)
ITEM = Column("item", sentence("Item"), Kind.NAME, Show.IF_VARIED)
UNIT = Column("unit", sentence("Unit"), show=Show.TITLE)
