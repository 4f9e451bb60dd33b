"""Which pages of a story are turned: those of the tables that an upright page would break, no others."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from phare_cli.rendering.office.column_shares import PORTRAIT, PageRoom, fit, letters_of, lines_of
from phare_cli.rendering.office.illustrations import pictures_of, tallest_on
from phare_cli.rendering.office.story import Block, CaptionedPicture, CaptionedTable, Line, Story, panels_of

_DEEP = 480.0  # points between the head and the foot of a turned page
_CAPTION, _LINE = 34.0, 16.0  # points of a caption with what is around it, and of a line of a table


class PageRun(NamedTuple):
    """Blocks of pages of one form: the room between their margins."""

    room: PageRoom
    blocks: Sequence[Block]

    @property
    def is_turned(self) -> bool:
        return self.room.width > PORTRAIT


def page_runs(story: Story, *, has_pictures: bool = True) -> list[PageRun]:
    """Return *story* as runs of pages, upright or turned; each begins with the heading of a section or with a picture.

    *has_pictures* tells whether the document shows them.
    """
    if story.upright:
        return [PageRun(PageRoom(PORTRAIT), story.blocks)]
    parts = [
        part for section in story.sections for part in _runs_of(section, story, has_pictures=has_pictures)
    ]
    return [
        PageRun(room, [block for part in alike for block in part.blocks])
        for room, alike in groupby(parts, key=lambda part: part.room)
    ]


def _runs_of(section: Sequence[Block], story: Story, *, has_pictures: bool) -> Iterator[PageRun]:
    """Yield a section as one run; the pictures after its tables as another where they have no room on a turned page."""
    room = fit(panels_of(section))
    tables = [place for place, block in enumerate(section) if isinstance(block, CaptionedTable)]
    pictures = [
        place
        for place, block in enumerate(section)
        if isinstance(block, CaptionedPicture) and place > max(tables, default=-1)
    ]
    if room.width == PORTRAIT or not pictures or not has_pictures or _fits(section, room, story):
        yield PageRun(room, section)
        return
    yield PageRun(room, section[: pictures[0]])
    yield PageRun(PageRoom(PORTRAIT), section[pictures[0] :])


def _fits(section: Sequence[Block], room: PageRoom, story: Story) -> bool:
    """Tell whether one turned page has room for the tables and the pictures of a section."""
    used = 0.0
    for block in section:
        match block:
            case CaptionedTable(panel=panel):
                letters = letters_of(panel, room)
                used += _CAPTION + _LINE * (1 + lines_of(panel, room, letters))
            case CaptionedPicture(chart=chart):
                placed = pictures_of(chart, story.typesetter, float(PORTRAIT), tallest_on(room), dots=False)
                used += _CAPTION + sum(picture.height for picture in placed)
            case Line():
                used += _LINE
        if used > _DEEP:
            return False
    return True
