"""What a release says of itself agrees, and the action that other repositories use fails where it should."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from phare_cli.version import RELEASED, __version__

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GUIDES = [ROOT / "docs" / "guides" / name for name in ("ci.md", "ci.fr.md")]
DATA = "region,stakeholder,indicator,item,value\nBretagne,citizens,fragilities,mobility,{value}\n"
NOTE = "In Bretagne, <!-- phare: value fragilities item=mobility data=r.csv --><!-- /phare --> of citizens.\n"


def step(name: str) -> dict[str, Any]:
    """Return one step of the action."""
    [found] = [each for each in ACTION["runs"]["steps"] if each.get("name") == name]
    return dict(found)


def run(name: str, folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run what a step types in bash as GitHub does, its variables filled in by what was *given* and by defaults."""
    inputs = {key: each["default"] for key, each in ACTION["inputs"].items()} | given
    variables = {
        variable: inputs[re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", r"\1", filled)]
        for variable, filled in step(name)["env"].items()
    }
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step(name)["run"]],
        cwd=folder,
        env={**os.environ, **variables, "PATH": path},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_the_version_is_dated_in_the_changelog_and_in_the_citation() -> None:
    first = next(
        re.finditer(
            r"^## (\S+) - (\d{4}-\d{2}-\d{2})$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
        )
    )
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))

    assert (first[1], citation["version"]) == (__version__, __version__)
    assert (citation["date-released"], RELEASED) == (first[2], first[2])


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_the_guide_names_every_input_of_the_action_and_this_version(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")

    assert re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE) == list(ACTION["inputs"])
    assert set(re.findall(r"phare-cli@v([\d.]+)|rev: v([\d.]+)", text)) == {
        (__version__, ""),
        ("", __version__),
    }


def test_no_input_is_written_inside_a_script() -> None:
    assert [each["name"] for each in ACTION["runs"]["steps"] if "${{" in each.get("run", "")] == []


def test_the_action_fails_once_the_data_change(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(DATA.format(value=44), encoding="utf-8")
    (tmp_path / "a note.md").write_text(NOTE, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "phare_cli", "update", "a note.md"], cwd=tmp_path, check=True)

    kept = run("Figures in documents", tmp_path)
    (tmp_path / "r.csv").write_text(DATA.format(value=41), encoding="utf-8")
    stale = run("Figures in documents", tmp_path)

    assert (kept.returncode, stale.returncode) == (0, 1)
    assert "44%" in stale.stdout


@pytest.mark.parametrize(
    ("text", "given", "status"),
    [
        ("In Bretagne, 44% of citizens name mobility.\n", {}, 0),
        ("In Bretagne, 54% of citizens name mobility.\n", {}, 1),
        ("En PACA, les entreprises engagées sont au-dessus de la moyenne nationale.\n", {"data": ""}, 1),
        (
            "En PACA, les entreprises engagées sont au-dessus de la moyenne nationale.\n",
            {"data": "", "tolerate": "overstated"},
            0,
        ),
    ],
)
def test_the_action_fails_on_what_the_data_do_not_bear(
    text: str, given: dict[str, str], status: int, tmp_path: Path
) -> None:
    (tmp_path / "r.csv").write_text(DATA.format(value=44), encoding="utf-8")
    (tmp_path / "text.md").write_text(text, encoding="utf-8")

    assert (
        run("Claims in texts", tmp_path, **{"verify": "*.md", "data": "r.csv", **given}).returncode == status
    )


def test_a_name_in_an_input_is_no_command(tmp_path: Path) -> None:
    run("Figures in documents", tmp_path, documents="$(touch made) `touch made` ; touch made")

    assert not (tmp_path / "made").exists()
