"""A picture of every kind is valid SVG to the checker of the W3C, and has no fault that axe finds in a page."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path
from shutil import which

import pytest

Drawn = Callable[[str], list[Path]]
NODE = Path(which("prettier") or "").parent.parent
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


@pytest.mark.parametrize("words", ["", "--theme dark --width 160mm --lang fr"])
def test_the_checker_of_the_w3c_finds_no_fault(every_kind: Drawn, words: str) -> None:
    checker = NODE / "vnu-jar/build/dist/vnu.jar"
    command = ("java", "-jar", str(checker), "--svg", *map(str, every_kind(words)))
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.parametrize("words", ["", "--theme dark --lang fr"])
def test_axe_finds_no_fault_in_a_page_of_pictures(every_kind: Drawn, tmp_path: Path, words: str) -> None:
    pictures = [file.read_text(encoding="utf-8").split("?>", 1)[1] for file in every_kind(words)]
    page = "".join(f"<figure>{picture}</figure>" for picture in pictures)
    script = ASK.replace("AXE", (NODE / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    file = tmp_path / "a.html"
    file.write_text(
        f'<!DOCTYPE html><html lang="fr"><title>a</title><body><main><h1>a</h1>{page}</main>{script}</body></html>',
        encoding="utf-8",
    )
    command = ("chromium", *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", file.as_uri())
    shown = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    found = re.search(r'<pre id="found">(.*?)</pre>', shown, re.DOTALL)

    assert found is not None
    assert json.loads(unescape(found[1])) == []
