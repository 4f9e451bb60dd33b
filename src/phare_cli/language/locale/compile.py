"""Compile the gettext catalogues and CLDR's number marks when a wheel or an editable install is built.

babel knows both and works here, once: importing it in every command would cost more than the whole table. A wheel
takes the pages of the manual too, which the command line writes from its own help once it has its catalogues, and
the words of the grammar of claims as they are read at once: a source tree has the files alone that people edit.
"""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface[Any]):
    """Write ``phare.mo`` beside each ``phare.po``, ``marks.csv`` for all languages, and what a wheel holds beside."""

    made: Path | None = None  # for a wheel alone

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
        if self.target_name == "wheel" and version == "standard":
            self.made = Path(tempfile.mkdtemp())
            sys.path.insert(0, str(Path(self.root, "src")))
            build_data["shared_data"].update(self._manual(self.made))
            build_data["force_include"].update(self._words(self.made))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.made is not None:
            shutil.rmtree(self.made)

    def _manual(self, folder: Path) -> dict[str, str]:
        """Write every page of the manual in *folder*, and return where each is to be installed."""
        from phare_cli.cli import app
        from phare_cli.shell.manual_page import manual

        installed = {}
        for name, page in manual(app()):
            file = folder / name.replace("/", "-")
            file.write_text(page, encoding="utf-8")
            installed[str(file)] = f"share/man/{name}"
        return installed

    def _words(self, folder: Path) -> dict[str, str]:
        """Write the lists of words of the grammar of claims in *folder*, and return where they are to be installed."""
        from phare_cli.documents.prose.lexicon import COMPILED
        from phare_cli.documents.prose.written_words import compiled

        file = folder / COMPILED
        file.write_text(compiled(), encoding="utf-8")
        return {str(file): f"phare_cli/documents/prose/words/{COMPILED}"}
