"""Compile the gettext catalogues and CLDR's number marks when a wheel or an editable install is built.

babel knows both and works here, once: importing it in every command would cost more than the whole table.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Write ``phare.mo`` beside each ``phare.po``, and ``marks.csv`` for all languages."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        folder = Path(self.root, "src/phare_cli/language/locale")
        with (folder / "marks.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("language", "decimal", "group", "percent"))
            for language in ("en", "fr"):
                locale = Locale.parse(language)
                symbols = locale.number_symbols["latn"]
                percent = locale.percent_formats[None].suffix[0]
                rows.writerow((language, symbols["decimal"], symbols["group"], percent))
        for source in folder.glob("*/LC_MESSAGES/phare.po"):
            with source.open("rb") as text:
                catalogue = read_po(text, locale=source.parts[-3])
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, catalogue)
