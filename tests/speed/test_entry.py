"""What is done for speed around main() changes nothing that a shell can see, and main() leaves the process alone."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

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
    environ = {**os.environ, "_PHARE_COMPLETE": "bash"}

    run = subprocess.run([*PHARE, "show", "fra"], env=environ, capture_output=True, text=True)

    assert (run.returncode, "fragilities" in run.stdout.split()) == (0, True)


def test_main_leaves_the_interpreter_as_it_found_it(capfd: pytest.CaptureFixture[str]) -> None:
    before = gc.isenabled(), gc.get_threshold()

    main(["value", "engagement", "-r", "PACA", "-s", "companies"])

    assert ((gc.isenabled(), gc.get_threshold()), capfd.readouterr().out) == (before, "45%\n")


# The process as run() leaves it to main(): what follows is asked of it before it ends.
AFTER_AN_ANSWER = """
import sys
from phare_cli import __main__ as entry
from phare_cli.shell import later
entry._leave = lambda status: None
printed = sys.stdout
with open(sys.argv[1], "w", encoding="utf-8") as sys.stdout:
    sys.argv = ["phare", "show", "fragilities", "--format", "markdown"]
    entry.run()
sys.stdout = printed
"""


def after_an_answer(program: str, output: Path) -> str:
    run = subprocess.run(
        [sys.executable, "-c", AFTER_AN_ANSWER + program, str(output)],
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


def test_no_warning_of_a_library_reaches_a_reader() -> None:
    program = (
        "import sys, warnings\nfrom phare_cli import __main__ as entry, cli\n"
        "cli.main = lambda: warnings.warn('of a library', UserWarning, stacklevel=1) or 0\nentry.run()\n"
    )

    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert (run.returncode, run.stderr) == (0, "")


def test_an_answer_loads_nothing_that_was_left_for_later(tmp_path: Path) -> None:
    said = after_an_answer("print(sorted(later.WAITING) == sorted(later.LATER))", tmp_path / "a.md")

    assert said == "True\n"
    assert "| Rank |" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_a_module_left_for_later_is_whole_when_it_is_used(tmp_path: Path) -> None:
    program = """
import bz2, fnmatch, shutil
print(bz2.decompress(bz2.compress(b"kept")), fnmatch.fnmatch("a.md", "*.md"), type(fnmatch).__name__)
print(shutil.which("no such program"))
print(hasattr(fnmatch, "no such name"), "bz2" in later.WAITING)
"""
    said = after_an_answer(program, tmp_path / "a.md").splitlines()

    assert said == ["b'kept' True module", "None", "False False"]


def test_what_was_imported_out_of_a_module_before_it_was_loaded_is_what_it_stands_for(tmp_path: Path) -> None:
    program = """
import typer, typer.main, urllib.parse
from pathlib import Path
from datetime import datetime
print(Path("/é").as_uri(), typer.get_terminal_size().columns > 0, datetime(2026, 1, 2).year)
print(typer.main.Typer is not typer.Typer, type(typer.Typer()) is typer.main.Typer)
print(urllib.parse.quote("é"), type(urllib.parse).__name__)
"""
    said = after_an_answer(program, tmp_path / "a.md").splitlines()

    assert said == ["file:///%C3%A9 True 2026", "True True", "%C3%A9 module"]


def test_what_was_derived_from_a_module_before_it_was_loaded_is_whole(tmp_path: Path) -> None:
    program = """
import inspect
from string import Formatter
print(inspect.getsource(Formatter).splitlines()[0])
"""
    assert after_an_answer(program, tmp_path / "a.md") == "class Formatter:\n"


def test_a_help_waits_for_nothing_that_shows_markdown_or_failures() -> None:
    program = """
import sys
from phare_cli import __main__ as entry
entry._leave = lambda status: None
sys.argv = ["phare", "--help"]
entry.run()
print("markdown_it" in sys.modules, "pygments" in sys.modules)
from typer import rich_utils
print(type(rich_utils.Traceback.from_exception(ValueError, ValueError("no"), None)).__name__)
print(type(rich_utils.Markdown("*a*")).__name__)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert run.stdout.splitlines()[-3:] == ["False False", "Traceback", "Markdown"]


def test_a_module_that_many_threads_ask_for_is_loaded_once(tmp_path: Path) -> None:
    program = """
from concurrent.futures import ThreadPoolExecutor
import urllib.parse
with ThreadPoolExecutor(8) as threads:
    print(set(threads.map(urllib.parse.quote, ["é"] * 64)))
"""
    assert after_an_answer(program, tmp_path / "a.md") == "{'%C3%A9'}\n"


def test_a_compiled_module_is_never_left_for_later(tmp_path: Path) -> None:
    program = """
sys.modules.pop("_queue", None)
later.import_later("_queue")
print("_queue" in later.WAITING, "_queue" in sys.modules)
"""
    assert after_an_answer(program, tmp_path / "a.md") == "False False\n"
