"""The fixed words that options take."""

from typing import Literal

Color = Literal["auto", "always", "never"]
Language = Literal["en", "fr"]
Format = Literal["table", "markdown", "csv", "tsv", "json", "html", "latex", "rst", "asciidoc", "xlsx"]
PageFormat = Literal["table", "markdown", "html", "json"]
PercentScale = Literal["percent", "fraction"]  # how percentages are written in a file
DecimalMark = Literal["comma", "point"]
CsvDialect = Literal["standard", "excel-fr"]  # for whom a CSV answer is written
