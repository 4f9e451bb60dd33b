"""A hook or a pipeline that init writes verifies the texts that people wrote in the folder, and no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

Phare = Callable[..., Any]


@pytest.fixture(autouse=True)
def texts(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("region,stakeholder,indicator,item,value\nPACA,mayors,trust,yes,60\n")
    for name in (
        "press/a.md",
        "press/b.md",
        "press/c.odt",
        "press/.d.md",
        "my page.docx",
        "README.md",
        "press/empty.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("" if "empty" in name else "60% of mayors trust.")


@pytest.mark.parametrize(
    ("host", "file", "last"),
    [
        (
            "github",
            ".github/workflows/phare.yml",
            "phare verify 'my page.docx' press/*.md press/*.odt -f github",
        ),
        ("gitlab", ".gitlab-ci.yml", "phare verify 'my page.docx' press/*.md press/*.odt"),
    ],
)
def test_a_pipeline_verifies_the_texts_that_lie_there(
    phare: Phare, tmp_path: Path, host: str, file: str, last: str
) -> None:
    run = phare(f"init --yes --ci {host}")

    written = yaml.safe_load((tmp_path / file).read_text(encoding="utf-8"))
    job = (
        written["jobs"]["figures"]["steps"][-1]["run"] if host == "github" else written["phare"]["script"][-1]
    )
    assert job == last
    assert f"phare: {file} verifies 'my page.docx' press/*.md press/*.odt too: take that out" in run.err


def test_a_hook_verifies_those_that_change(phare: Phare, tmp_path: Path) -> None:
    phare("init --yes --hook")

    [repository] = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [(hook["entry"], hook.get("files")) for hook in repository["hooks"]] == [
        ("phare update --check .", None),
        ("phare verify", r"^(my\ page\.docx|press/[^/]*\.md|press/[^/]*\.odt)$"),
    ]


def test_where_nobody_wrote_a_text_nothing_is_verified(phare: Phare, tmp_path: Path) -> None:
    for name in ("press/a.md", "press/b.md", "press/c.odt", "my page.docx"):
        (tmp_path / name).unlink()

    run = phare("init --yes --ci github")

    assert "verify" not in (tmp_path / ".github/workflows/phare.yml").read_text(encoding="utf-8")
    assert "verifies" not in run.err
