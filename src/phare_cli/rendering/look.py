"""How the reader wants an answer to look. Holds choices, draws nothing."""

from typing import NamedTuple


class HouseTemplate(NamedTuple):
    """A template of the reader's house: its name for complaints, its bytes."""

    name: str
    data: bytes


class Look(NamedTuple):
    """The reader's choices. A format takes those it knows and leaves the rest.

    *decimals* None leaves each unit its own. *width* is the columns of the terminal, None where nothing
    limits them (a pipe, a file). *unicode* False asks for text that an old encoding holds. *dialect* is
    ``standard`` or ``excel-fr``, for csv. *safe_cells* marks text that a spreadsheet would run, in csv and tsv.
    *front_matter* and *captions* are for pages in Markdown: a YAML header, and captions with labels as Quarto reads
    them. *heading_level* is that of a page's title, in Markdown and HTML. *whole* asks for HTML that is a page of
    its own, not a part of another. *quiet* leaves out what only counts what was found. *raw* asks for a workbook for
    machines; *template* is that of an office document.
    """

    language: str = "en"
    decimals: int | None = None
    bars: bool = True
    dialect: str = "standard"
    safe_cells: bool = False
    width: int | None = None
    color: bool = False
    unicode: bool = True
    front_matter: bool = False
    captions: bool = False
    heading_level: int = 1
    whole: bool = False
    quiet: bool = False
    raw: bool = False
    template: HouseTemplate | None = None
