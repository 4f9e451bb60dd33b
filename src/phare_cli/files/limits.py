"""How much phare reads at most, so that no file takes the memory of the machine."""

from __future__ import annotations

LINE = 1 << 20  # characters of a line
CELL = 131_072  # characters of a cell; csv's own limit, which any library may change for all
JSON = 32 << 20  # bytes
WORKBOOK = 512 << 20  # bytes, unpacked; a sheet is read row by row
STRINGS = 128 << 20  # characters of the texts that the cells of a workbook share, which are held
ROWS = 1 << 20  # rows of a sheet, as many as Excel has
COLUMNS = 16_384  # columns of a sheet, as many as Excel has
CELLS = 10_000_000  # cells of a spreadsheet, whose file repeats them in a few bytes
PART = 64 << 20  # bytes of one part of an office document, unpacked
