"""Which pages of a story are turned: those of the sections whose tables an upright page would break, no others."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from phare_cli.rendering.office.column_shares import PORTRAIT, PageRoom, fit
from phare_cli.rendering.office.story import Block, Story, panels_of


class PageRun(NamedTuple):
    """Blocks of pages of one form: the room between their margins."""

    room: PageRoom
    blocks: Sequence[Block]

    @property
    def is_turned(self) -> bool:
        return self.room.width > PORTRAIT


def page_runs(story: Story) -> list[PageRun]:
    """Return *story* as runs of pages, upright or turned; each after the first begins with the heading of a section."""
    if story.upright:
        return [PageRun(PageRoom(PORTRAIT), story.blocks)]
    rooms = [(fit(panels_of(section)), section) for section in story.sections]
    return [
        PageRun(room, [block for _, section in sections for block in section])
        for room, sections in groupby(rooms, key=lambda pair: pair[0])
    ]
