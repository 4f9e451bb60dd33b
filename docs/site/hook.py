"""What MkDocs builds the site of: docs/ with the reference, written now, and the pages that stand beside docs/."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig
from reference import pages  # MkDocs looks for it beside this file

ROOT = Path(__file__).parents[2]
BESIDE = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "reporting-a-hole.md",
}
_FOLDER = TemporaryDirectory(prefix="phare-site-")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Gather all pages in a folder of their own, and have the site built of it: nothing is written in docs/."""
    config.docs_dir = str(gathered(Path(_FOLDER.name) / "docs"))
    config.nav = [{"Reference": _shelf()} if "Reference" in entry else entry for entry in config.nav or []]
    return config


def _shelf() -> list[str | dict[str, list[str]]]:
    """Return the pages of the reference as a part of the navigation, commands in a part of their own."""
    paths = [f"reference/{name}.md" for name in pages("en")]
    commands = [path for path in paths if path.startswith("reference/commands/")]
    return [
        "reference/index.md",
        {"Commands": commands},
        *(path for path in paths[1:] if path not in commands),
    ]


def gathered(folder: Path) -> Path:
    """Return *folder*, in which every page of the site stands now."""
    copytree(ROOT / "docs", folder, dirs_exist_ok=True, ignore=ignore_patterns("site"))
    for path in folder.rglob("*.md"):
        path.write_text(
            _led(path.read_text(encoding="utf-8"), "../" * len(path.relative_to(folder).parents)), "utf-8"
        )
    for name, beside in BESIDE.items():
        text = (ROOT / name).read_text(encoding="utf-8").replace("](docs/", "](")
        (folder / beside).write_text(_led(text, ""), encoding="utf-8")
    for language, ending in (("en", ".md"), ("fr", ".fr.md")):
        for name, text in pages(language).items():
            page = folder / "reference" / f"{name}{ending}"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
    return folder


def _led(markdown: str, up: str) -> str:
    """Return a page whose links to the pages beside docs/, *up* from it, lead to those that stand for them."""
    beside = up.removeprefix("../")
    for name, path in BESIDE.items():
        markdown = markdown.replace(f"]({up}{name})", f"]({beside}{path})")
    return re.sub(rf"\]\({re.escape(up)}README(\.fr)?\.md(?:#[\w-]*)?\)", rf"]({beside}index.md)", markdown)
