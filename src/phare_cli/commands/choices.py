"""The fixed words that options take."""

from __future__ import annotations

from enum import StrEnum


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Language(StrEnum):
    """The languages phare speaks."""

    ENGLISH = "en"
    FRENCH = "fr"


class Format(StrEnum):
    """The formats of an answer."""

    TABLE = "table"
    MARKDOWN = "markdown"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    HTML = "html"
    LATEX = "latex"
    RST = "rst"
    ASCIIDOC = "asciidoc"
    XLSX = "xlsx"


class Scale(StrEnum):
    """How percentages are written in a file."""

    PERCENT = "percent"
    FRACTION = "fraction"


class DecimalMark(StrEnum):
    """How decimals are written in a file."""

    COMMA = "comma"
    POINT = "point"


class Dialect(StrEnum):
    """For whom a CSV answer is written."""

    STANDARD = "standard"
    EXCEL_FR = "excel-fr"
