"""The pages that phare writes have no fault that axe finds: names, contrast, headings, tables, language."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path
from shutil import which
from typing import Any

import pytest

Phare = Callable[..., Any]
AXE = Path(which("prettier") or "").parent.parent / "axe-core/axe.min.js"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--virtual-time-budget=20000", "--dump-dom",
)  # fmt: skip
ASK = """
<script>AXE</script>
<script>
axe.run().then(found => {
  const faults = found.violations.map(each => [each.id, each.nodes.map(node => node.html.slice(0, 200))]);
  const shown = {id: "found", textContent: JSON.stringify(faults)};
  document.body.append(Object.assign(document.createElement("pre"), shown));
});
</script>
"""
PAGES = {
    "report": "report --region PACA",
    "nation": "report --region France",
    "table": "show fragilities",
    "comparison": "compare --region PACA",
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", PAGES.values(), ids=PAGES)
def test_axe_finds_no_fault_in_a_page(phare: Phare, tmp_path: Path, command: str, language: str) -> None:
    assert phare(f"{command} --lang {language} -o a.html").status == 0
    file = tmp_path / "a.html"
    page = file.read_text(encoding="utf-8")
    script = ASK.replace("AXE", AXE.read_text(encoding="utf-8"))
    file.write_text(page.replace("</body>", f"{script}</body>"), encoding="utf-8")
    command_line = ("chromium", *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", file.as_uri())
    shown = subprocess.run(command_line, capture_output=True, check=True).stdout.decode()
    found = re.search(r'<pre id="found">(.*?)</pre>', shown, re.DOTALL)

    assert found is not None
    assert json.loads(unescape(found[1])) == []
