"""Between a survey and a pandas frame, for notebooks. Nothing of the command line comes here."""

from __future__ import annotations

import io

import pandas as pd

from phare_cli.survey import COLUMNS, Survey

_YES_NO = {True: "yes", False: "no", None: ""}


def to_frame(survey: Survey) -> pd.DataFrame:
    """Return one row an estimate: text columns as text, figures and bases as floats, NaN where absent."""
    rows = [estimate._asdict() for estimate in survey.estimates]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    for column in ("value", "base", "effective_base"):
        frame[column] = frame[column].astype("float64")
    frame["in_national_sample"] = frame["in_national_sample"].map(_YES_NO.get)
    return frame


def from_frame(frame: pd.DataFrame) -> Survey:
    """Return the survey of a frame in the columns of the data contract, checked row by row as a file is.

    Line numbers of problems count the frame's rows from 2, as in the CSV file that it would be. Raises InvalidData.
    """
    from phare_cli.reading import Rules, read

    # A frame's own columns are written as they are: 57.0 is one decimal to Python, none to a publisher.
    text = frame.map(_cell).to_csv(index=False, lineterminator="\n")
    file = io.BytesIO(text.encode("utf-8"))
    file.name = "frame"
    return read(file, rules=Rules(encoding="utf-8", decimal="point"))


def _cell(value: object) -> str:
    if value is None or value is pd.NA or value != value:  # only NaN differs from itself
        return ""
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() else repr(value)
    return str(value)
