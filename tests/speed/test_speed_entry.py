"""What is done for speed around main() changes nothing that a shell can see, and main() leaves the process alone."""

from __future__ import annotations

import gc
import os
import subprocess
import sys

import pytest

from phare_cli.cli import main
from phare_cli.version import __version__

PHARE = [sys.executable, "-m", "phare_cli"]


def test_the_version_is_told_before_the_command_line_is_built() -> None:
    program = "import sys; sys.argv = ['phare', '--version']; from phare_cli import __main__ as entry\n"
    program += "entry._leave = lambda status: sys.exit('typer' in sys.modules)\nentry.run()"

    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert (run.returncode, run.stdout) == (0, f"phare {__version__}\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")  # noqa: PTH110
def test_a_version_that_cannot_be_written_is_said_by_main() -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        run = subprocess.run([*PHARE, "--version"], stdout=full, stderr=subprocess.PIPE, text=True)

    assert run.returncode == 5
    assert run.stderr.startswith("phare: no room is left where standard output goes.")


def test_everything_written_arrives_before_the_process_ends() -> None:
    run = subprocess.run([*PHARE, "help", "columns"], capture_output=True, text=True)

    assert (run.returncode, run.stdout.splitlines()[0].strip(), run.stderr) == (
        0,
        "Columns of a results file",
        "",
    )


def test_the_status_of_main_is_that_of_the_process() -> None:
    run = subprocess.run([*PHARE, "show", "--region", "nowhere"], capture_output=True, text=True)

    assert run.returncode == 2


def test_a_shell_that_completes_a_word_is_told_that_it_went_well() -> None:
    environ = {
        **os.environ,
        "_PHARE_COMPLETE": "complete_bash",
        "COMP_WORDS": "phare show fra",
        "COMP_CWORD": "2",
    }

    run = subprocess.run(PHARE, env=environ, capture_output=True, text=True)

    assert (run.returncode, "fragilities" in run.stdout.split()) == (0, True)


def test_main_leaves_the_interpreter_as_it_found_it(capfd: pytest.CaptureFixture[str]) -> None:
    before = gc.isenabled(), gc.get_threshold()

    main(["value", "engagement", "-r", "PACA", "-s", "companies"])

    assert ((gc.isenabled(), gc.get_threshold()), capfd.readouterr().out) == (before, "45%\n")
