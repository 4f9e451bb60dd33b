"""What reading the broken part of a workbook leads to, of whatever program."""

from __future__ import annotations

import zlib
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

# A LookupError is also that of an encoding which the part declares and nobody knows.
DAMAGES = (
    ParseError, LookupError, ValueError, RuntimeError, OverflowError, BadZipFile, EOFError, zlib.error
)  # fmt: skip
