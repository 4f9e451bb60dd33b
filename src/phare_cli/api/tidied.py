"""Make tidy results of a published table from Python."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from phare_cli.api.chosen import decimal_mark, delimiter_of, given_text
from phare_cli.api.in_words import as_read, read_by
from phare_cli.files.file_options import FileOptions
from phare_cli.nouns import option_checks
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.survey import Survey
from phare_cli.recipes import tidy as recipe
from phare_cli.results.crosstabs.layout_file import require_values
from phare_cli.results.crosstabs.table_layout import Said


def tidy(
    file: str | Path,
    *,
    spec: str | Path | None = None,
    tables: str | Sequence[str] = (),
    values: str | None = None,
    region: str | None = None,
    stakeholder: str | None = None,
    wave: str | None = None,
    survey: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    decimal: str | None = None,
    sheet: str | None = None,
) -> Survey:
    """Return the survey that a published table holds: items by groups in, an estimate a figure out.

    *file* is a workbook, CSV or a web page, ``"-"`` standard input; *spec* says what stands where (``phare help
    tables``), and without one that is found and told in the survey's ``notices``. *tables* are numbers or ranges
    of tables, *values* is how figures are written (``percent``, ``fraction``, ``count``, ``score/10``). *region*,
    *stakeholder*, *wave* and *survey* are those of the figures. *decimal* is ``comma`` or ``point``.

    Raises InvalidData with every problem of the tables, UnreadableInput for what is no table, WrongOption for an
    option that cannot be used.
    """
    for each in (file, *(() if spec is None else (spec,))):
        if not isinstance(each, str | Path) or not str(each):
            raise WrongOption(sentence("tidy takes the path of a file."))
    options = FileOptions(
        encoding=given_text("--encoding", encoding) or None,
        delimiter=delimiter_of(delimiter),
        sheet=given_text("--sheet", sheet) or None,
        decimal=decimal_mark(decimal),
    )
    said = Said(
        region=given_text("--region", region),
        stakeholder=given_text("--stakeholder", stakeholder),
        wave=given_text("--wave", wave),
        survey=given_text("--survey", survey),
    )
    with read_by(None):
        tidied = recipe.tidy(
            str(file),
            options=options,
            spec=None if spec is None else str(spec),
            tables=option_checks.names("--table", tables),
            said=said,
            values=require_values(given_text("--values", values) or None),
        )
        return as_read(tidied.survey)
