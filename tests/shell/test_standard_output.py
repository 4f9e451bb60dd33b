"""Every format of a real answer goes to every standard output that people have."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from phare_cli.rendering import FORMATS


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("format", FORMATS)
def test_an_answer_in_french_is_readable_in_an_old_encoding(format: str, encoding: str) -> None:
    command = [sys.executable, "-m", "phare_cli", "--lang", "fr", "show", "fragilities", "--format", format]

    answer = subprocess.run(
        command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding}, check=False
    )

    assert answer.returncode == 0
    assert b"Traceback" not in answer.stderr
    assert "?" not in answer.stdout.decode(encoding)
