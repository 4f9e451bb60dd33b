"""Read a pandas frame as the file it would be, for notebooks. Nothing of the command line comes here."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.survey import Survey
from phare_cli.results import Rules, read

if TYPE_CHECKING:
    import pandas as pd


def from_frame(frame: pd.DataFrame) -> Survey:
    """Return the survey of a frame in the columns of the data contract, checked row by row as a file is.

    Line numbers of problems count the frame's rows from 2, as in the CSV file that it would be. Raises InvalidData.
    """
    if not hasattr(frame, "to_csv") or not hasattr(frame, "columns"):
        raise WrongOption(sentence("frame takes a pandas DataFrame."))
    # A frame's own columns are written as they are: 57.0 is one decimal to Python, none to a publisher.
    text = frame.map(_cell).where(frame.notna(), "").to_csv(index=False, lineterminator="\n")
    file = io.BytesIO(text.encode("utf-8"))
    file.name = "frame"
    return read(file, rules=Rules(encoding="utf-8", decimal="point"))


def _cell(value: object) -> str:
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    return str(value)
