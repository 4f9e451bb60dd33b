"""What every test shares: a pinned environment, a fixed seed, and phare run as its user runs it."""

from __future__ import annotations

import csv
import io
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
MISSING = "not installed: "

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=100, print_blob=True)
# Among ten examples few may fit: that is no sign of a law that tests nothing.
settings.register_profile(
    "quick",
    derandomize=True,
    deadline=None,
    max_examples=10,
    suppress_health_check=[HealthCheck.filter_too_much],
)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

# What a script starts in the background ignores Control-C, and so would every phare that a test starts and stops.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

_PINNED = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "LINES",
    "GITHUB_ACTIONS",
    "TERM",
    "LANGUAGE",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-docs", action="store_true", help="write what the documents' commands print into them"
    )
    parser.addoption(
        "--update-modules",
        action="store_true",
        help="write the modules that commands import into their budgets",
    )
    parser.addoption(
        "--nothing-skipped", action="store_true", help="fail when a test was skipped: every program is there"
    )
    parser.addoption(
        "--without-oracles",
        metavar="FILE",
        help="leave out what imports something that is not installed, and write the names of those tests to FILE",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--without-oracles"):
        sys.meta_path.append(OracleFinder)


class OracleFinder:
    """Python asks it last for a module. Where a test asked, the module is an oracle that is not there: it is skipped.

    What phare itself imports in vain is an error still.
    """

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and "importlib" in frame.f_code.co_filename:
            frame = frame.f_back
        asker = Path(frame.f_code.co_filename) if frame is not None else HERE
        if HERE in asker.parents and not name.startswith("phare_cli"):
            # Who asked is told because pytest-xdist takes two modules that say the same for one.
            pytest.skip(f"{MISSING}{name}, asked by {asker.relative_to(HERE)}", allow_module_level=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write the names of the tests that were left out. A module stands for its tests."""
    file = terminalreporter.config.getoption("--without-oracles")
    if file and not hasattr(terminalreporter.config, "workerinput"):
        skipped = terminalreporter.stats.get("skipped", [])
        names = {each.nodeid for each in skipped if MISSING in str(each.longrepr)}
        Path(file).write_text("".join(f"{name}\n" for name in sorted(names)), encoding="utf-8")


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.getoption("--nothing-skipped") and not hasattr(session.config, "workerinput"):
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        if reporter is not None and reporter.stats.get("skipped"):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Number the bytes that are no text: an archive holds the time, and workers must collect the same names."""
    plain = {*range(32, 127), *b"\t\r\n"}
    return argname if isinstance(val, bytes) and not plain.issuperset(val) else None


@pytest.fixture(autouse=True)
def _pinned_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold the environment still: what surrounds the tests must not change what they see."""
    for name in (*_PINNED, *(name for name in os.environ if name.startswith(("PHARE_", "LC_", "_PHARE")))):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@dataclass(frozen=True)
class Run:
    """What one run of phare left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of a JSON answer."""
        return list(self.json["rows"])

    def column(self, name: str) -> list[str]:
        """One column of a CSV answer."""
        return [row[name] for row in csv.DictReader(io.StringIO(self.out))]


class _Terminal(io.TextIOWrapper):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


Phare = Callable[..., Run]
LibreOffice = Callable[..., list[Path]]


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """Return what has LibreOffice open *files*, save them in a *format* and say where: with others, in *folder*.

    Without one each stands in the place of what it was made of.
    """
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (apt-get)")
    home = f"-env:UserInstallation=file://{tmp_path_factory.mktemp('libreoffice')}"

    def save(format: str, *files: Path, folder: Path | None = None) -> list[Path]:
        into = folder or files[0].parent / "saved"
        command = [
            program,
            home,
            "--headless",
            "--convert-to",
            format,
            "--outdir",
            str(into),
            *map(str, files),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        saved = [into / f"{file.stem}.{format}" for file in files]
        return (
            saved
            if folder
            else [Path(shutil.copy(new, file.parent)) for new, file in zip(saved, files, strict=True)]
        )

    return save


@pytest.fixture
def phare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Phare:
    """Run phare through ``main()`` in an empty folder.

    ``phare("show -f csv", data=TEXT)`` writes TEXT (or bytes) to a file and names it with ``--data``; *stdin* is
    what standard input holds; *columns* makes standard output a terminal that wide.
    """
    from phare_cli.cli import main

    def run(
        command: str,
        *,
        data: str | bytes | None = None,
        stdin: bytes = b"",
        columns: int | None = None,
        env: dict[str, str] | None = None,
        encoding: str = "utf-8",
    ) -> Run:
        words = shlex.split(command)
        if data is not None:
            file = tmp_path / "results.csv"
            file.write_bytes(data.encode() if isinstance(data, str) else data)
            words += ["--data", "results.csv"]
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patch:
            patch.chdir(tmp_path)
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            kind = io.TextIOWrapper if columns is None else _Terminal
            if columns is not None:
                patch.setenv("COLUMNS", str(columns))
                patch.setenv("TERM", "xterm-256color")
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            patch.setattr(sys, "stdout", kind(out, encoding=encoding, newline=""))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", newline=""))
            status = main(words)
            sys.stdout.flush()
            sys.stderr.flush()
            return Run(status, out.getvalue().decode(encoding), err.getvalue().decode())

    return run
