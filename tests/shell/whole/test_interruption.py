"""A run that is stopped changes nothing or everything, says nothing, and ends with the status of its signal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from phare_cli.cli import main
from phare_cli.shell.whole.interruption import Interruption, Stop, Unbroken, check_interruption, status_of

Phare = Callable[..., Any]
PHARE = [sys.executable, "-m", "phare_cli"]
DATA = "region,stakeholder,indicator,item,value\nCorse,citizens,w,air,40\n"
BLOCK = "Of {} <!-- phare: value w --item air --data d.csv --lang en -->1%<!-- /phare --> say so.\n"
# Where a document is on its way from its data to the disk.
ROOMS = (
    "/shell/whole/",
    "/shell/writing.py",
    "/shell/table_delivery.py",
    "/documents/all_or_none.py",
    "/commands/update.py",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "d.csv").write_text(DATA)
    return tmp_path


def documents(folder: Path) -> list[str]:
    """Write two documents anew, and return what they hold."""
    for name in ("a.md", "b.md"):
        (folder / name).write_text(BLOCK.format(name))
    return held(folder)


def held(folder: Path) -> list[str]:
    return [(folder / name).read_text() for name in ("a.md", "b.md")]


def update_stopped_at(line: int, stop: Callable[[], None]) -> tuple[int, int]:
    """Run update and *stop* it at the line of that number in ROOMS; return its status and the count of lines.

    A line counts when it runs for the first and for the second document: in between are turns of the same loops.
    """
    count, turns = 0, Counter[tuple[str, int]]()

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        if not any(room in frame.f_code.co_filename for room in ROOMS):
            return None
        place = frame.f_code.co_filename, frame.f_lineno
        if event == "line" and turns[place] < 2:
            turns[place] += 1
            count += 1
            if count == line:
                stop()
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        return main(["update", "a.md", "b.md"]), count
    finally:
        sys.settrace(before)


def interrupt() -> None:
    signal.raise_signal(signal.SIGINT)


def fail() -> None:
    raise KeyboardInterrupt


# Stopped between the opening of a file and the block that closes it, a run leaves the file to the interpreter.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("stop", [interrupt, fail])
def test_at_whatever_line_it_is_stopped_documents_are_all_old_or_all_new(
    stop: Callable[[], None], folder: Path
) -> None:
    documents(folder)
    main(["update", "a.md", "b.md"])
    new = held(folder)
    documents(folder)
    _, lines = update_stopped_at(-1, stop)
    ends: set[tuple[int, str]] = set()

    for line in range(1, lines + 1):
        old = documents(folder)
        status, _ = update_stopped_at(line, stop)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        ends.add((status, "old" if held(folder) == old else "new" if held(folder) == new else "mixed"))
        assert [path.name for path in folder.iterdir() if path.name.startswith(".phare")] == []

    # Python itself swallows what falls into the end of a generator: such a run goes on, to its own end.
    assert ends - {(0, "new")} == {(130, "old"), (130, "new")}


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_while_a_block_is_answered_ends_the_run_with_its_status(
    number: signal.Signals, status: int, folder: Path
) -> None:
    os.mkfifo(folder / "slow.csv")  # whose reader waits until somebody writes
    old = BLOCK.format("a.md").replace("d.csv", "slow.csv")
    (folder / "a.md").write_text(old)
    run = subprocess.Popen(
        [*PHARE, "update", "a.md"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # which nohup has made another
    )
    with (folder / "slow.csv").open("wb", buffering=0) as slow:  # opened once phare reads
        slow.write(DATA[:10].encode())
        time.sleep(0.1)
        run.send_signal(number)
        said = run.communicate(timeout=60)

    assert (run.returncode, said, (folder / "a.md").read_text()) == (status, (b"", b""), old)


def test_a_signal_that_a_finaliser_swallows_comes_again() -> None:
    program = "import os, signal, time\n"
    program += "from phare_cli.shell.whole.interruption import be_silent, raise_interruptions\n"
    program += (
        "class Finaliser:\n    def __del__(self): os.kill(os.getpid(), signal.SIGTERM); time.sleep(0)\n"
    )
    program += "be_silent(); raise_interruptions(); Finaliser(); print('on', flush=True); time.sleep(300)"

    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)

    assert (run.returncode, run.stdout, run.stderr) == (143, "on\n", "")


def test_a_signal_that_is_ignored_from_outside_stays_ignored(folder: Path) -> None:
    program = "import os, signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    program += "from phare_cli import __main__ as entry; entry._leave = lambda status: None\n"
    program += "import sys; sys.argv = ['phare', 'help', 'exit-codes', '-o', 'a.md']; entry.run()\n"
    program += "os.kill(os.getpid(), signal.SIGHUP); print('still here')"

    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert run.stdout == "still here\n"


def test_main_gives_the_handlers_of_signals_back(folder: Path) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]

    documents(folder)
    main(["update", "a.md"])

    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)] == before


def test_an_interruption_that_something_swallows_is_remembered() -> None:
    before = signal.signal(signal.SIGTERM, Stop())
    try:
        with pytest.raises(Interruption):
            signal.raise_signal(signal.SIGTERM)
        with pytest.raises(Interruption) as again:
            check_interruption()
    finally:
        signal.signal(signal.SIGTERM, before)

    assert status_of(again.value) == 143


def test_an_interruption_that_became_another_error_is_one(
    phare: Phare, monkeypatch: pytest.MonkeyPatch
) -> None:
    def become_another(*_: object, **__: object) -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as stopped:
            raise RuntimeError("Error calling __set_name__") from stopped

    monkeypatch.setattr("phare_cli.shell.data.read", become_another)
    run = phare("show", data=DATA)

    assert (run.status, run.out, run.err) == (130, "", "")


def test_what_is_unbroken_is_stopped_at_its_end() -> None:
    reached = []

    def work() -> None:
        with Unbroken() as held:
            signal.raise_signal(signal.SIGINT)
            reached.append(held.received)

    with pytest.raises(KeyboardInterrupt):
        work()

    assert reached == [signal.SIGINT]


@pytest.mark.parametrize(
    ("command", "kept"),
    [
        ("report --each region -o pages -d d.csv", []),
        ("tabulate r.csv --region REG --stakeholder =citizens --single Q -o out.csv --codebook book.md", []),
    ],
)
def test_of_several_files_none_is_written_when_a_run_is_stopped(
    command: str, kept: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "d.csv").write_text(DATA + DATA.splitlines()[1].replace("Corse", "Bretagne") + "\n")
    (folder / "r.csv").write_text("REG;Q\nCorse;oui\nCorse;non\n")
    sync, synced = os.fsync, []

    def stop_the_second(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 2:
            raise KeyboardInterrupt
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", stop_the_second)
    status = main(command.split())

    written = [path.name for path in folder.rglob("*") if path.is_file()]
    assert (status, sorted(written)) == (130, ["d.csv", "r.csv"])


def test_a_signal_that_falls_into_the_first_import_ends_the_run_without_a_word() -> None:
    program = "import sys, signal\n"
    program += "class Finder:\n    @staticmethod\n    def find_spec(name, path, target=None):\n"
    program += "        if name.startswith('phare_cli.shell'): signal.raise_signal(signal.SIGINT)\n"
    program += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    program += "sys.meta_path.insert(0, Finder)\nfrom phare_cli.__main__ import run"

    run = subprocess.run([sys.executable, "-c", program], capture_output=True)

    assert (run.returncode, run.stdout, run.stderr) == (130, b"", b"")
