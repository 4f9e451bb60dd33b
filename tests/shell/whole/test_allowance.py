"""Who runs phare may hold it to less memory, smaller files and less time; what goes beyond is a sentence."""

from __future__ import annotations

import gzip
import io
import os
import random
import resource
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import docx
import pytest

from phare_cli.files.limits import size_at_most
from phare_cli.shell.whole.allowance import bounded
from phare_cli.shell.whole.interruption import Interruption, Unbroken

Phare = Callable[..., Any]
ROW = "Corse;g;i;a;57\n"
TABLE = "region;stakeholder;indicator;item;value\n" + ROW
LARGE = TABLE + "\n" * (1 << 20)
# phare, which waits without end where it reads data.
WAITING = """
import signal, sys
import phare_cli.shell.data
from phare_cli.cli import main
phare_cli.shell.data.read = lambda *_, **__: signal.pause()
sys.exit(main(sys.argv[1:]))
"""
TOO_LARGE = "phare: “{}” holds more than 1 MB, the most that PHARE_MAX_SIZE lets phare read of a file.\n"


def zipped(text: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("f.csv", text)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("f.csv", LARGE.encode()),
        ("f.csv.gz", gzip.compress(LARGE.encode())),
        ("f.zip", zipped(LARGE)),
        ("f.xlsx.gz", gzip.compress(b"PK\x03\x04" + b"\0" * (1 << 20))),
        ("f.json", LARGE.encode()),
        ("f.sav", LARGE.encode()),
    ],
)
@pytest.mark.parametrize(
    "command",
    [
        "show -d {}",
        "check {}",
        "tabulate {} --region region --stakeholder =g --single item",
        "tabulate {} --draft",
    ],
)
def test_a_file_beyond_the_size_that_is_set_is_refused(
    phare: Phare, tmp_path: Path, command: str, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    run = phare(command.format(name), env={"PHARE_MAX_SIZE": "1"})

    assert (run.status, run.err) == (4, TOO_LARGE.format(name))


def test_a_size_that_is_set_holds_for_documents_and_json_in_their_own_words(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "n.md").write_text("x" * ((1 << 20) + 1), encoding="utf-8")

    run = phare("update n.md", env={"PHARE_MAX_SIZE": "1"})

    assert (run.status, run.err) == (
        4,
        "phare: “n.md” holds more than phare reads of a document (1 MB): part it.\n",
    )


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            "verify large.md",
            "this document is larger than phare reads (1 MB): give the part that holds the claims.",
        ),
        ("verify packed.docx -o o.docx", "“packed.docx” unpacks to more than phare copies (1 MB): part it."),
        (
            "show -o o.docx --template large.docx",
            "the template large.docx is larger than phare reads (1 MB).",
        ),
        (
            "show -o o.docx --template packed.docx",
            "the template packed.docx is larger than phare reads (1 MB).",
        ),
    ],
)
def test_a_size_that_is_set_holds_for_claims_copies_and_templates(
    phare: Phare, tmp_path: Path, command: str, said: str
) -> None:
    for name in ("large.md", "large.docx"):
        (tmp_path / name).write_bytes(random.Random(1).randbytes(1 << 19).hex().encode() + b"\n" * 2)
    document = docx.Document()
    document.add_paragraph("In Corse, 40% of citizens name air.")
    document.core_properties.comments = "x" * 250
    document.save(str(tmp_path / "packed.docx"))
    with zipfile.ZipFile(tmp_path / "packed.docx", "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/large.xml", b"<a/>" + b" " * (1 << 20))

    run = phare(command, env={"PHARE_MAX_SIZE": "1"})

    assert (run.status, run.err.startswith(f"phare: {said}")) == (4, True), run.err
    assert not (tmp_path / "o.docx").exists()


def test_a_size_may_be_set_above_what_phare_reads_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHARE_MAX_SIZE", "2000")

    assert size_at_most(32 << 20) == 2000 << 20


def test_what_is_within_the_limits_is_read(phare: Phare) -> None:
    limits = {"PHARE_MAX_SIZE": "1", "PHARE_MAX_SECONDS": "600", "PHARE_MAX_MEMORY": "99999"}

    assert phare("show -f csv", data=TABLE, env=limits).column("value") == ["57"]


@pytest.mark.parametrize("name", ["PHARE_MAX_SIZE", "PHARE_MAX_SECONDS", "PHARE_MAX_MEMORY"])
@pytest.mark.parametrize("text", ["0", "x", "-1", "1.5", "1e9", "²", "9" * 5000, " 1"])
def test_a_limit_is_a_whole_number(phare: Phare, name: str, text: str) -> None:
    run = phare("show", data=TABLE, env={name: text})

    assert (run.status, run.out) == (2, "")
    assert run.err.startswith(f"phare: {name} is “")


def test_a_limit_that_nobody_looks_for_is_refused(phare: Phare) -> None:
    run = phare("show", data=TABLE, env={"PHARE_MAX_MEM": "256"})

    assert (run.status, run.err) == (
        2,
        "phare: no limit is called PHARE_MAX_MEM; PHARE_MAX_MEMORY, PHARE_MAX_SIZE and PHARE_MAX_SECONDS are. "
        "(phare help limits)\n",
    )


def test_no_project_sets_a_limit(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "phare.toml").write_text("PHARE_MAX_SIZE = 9\n", encoding="utf-8")

    assert phare("show").status == 2


@pytest.mark.parametrize(
    ("command", "language", "told"),
    [
        ("show", "en", "phare: this takes longer than PHARE_MAX_SECONDS allows: allow more seconds, or ask for "
         "less at once.\n"),
        ("update n.md", "fr", "phare\u00a0: cela dure plus que PHARE_MAX_SECONDS ne le permet\u00a0: accordez plus de "
         "secondes, ou demandez moins à la fois.\n"),
    ],
)  # fmt: skip
def test_a_run_whose_time_is_up_ends_with_a_sentence_and_writes_nothing(
    tmp_path: Path, command: str, language: str, told: str
) -> None:
    note = "<!-- phare: value i --data d.csv -->1<!-- /phare -->\n"
    (tmp_path / "n.md").write_text(note, encoding="utf-8")
    environment = os.environ | {"PHARE_MAX_SECONDS": "1", "PHARE_LANG": language}

    # A process of its own: what holds it to its time might end the tests as well.
    run = subprocess.run(
        [sys.executable, "-c", WAITING, *command.split()],
        cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip

    assert (run.returncode, run.stdout, run.stderr) == (4, "", told)
    assert (tmp_path / "n.md").read_text(encoding="utf-8") == note


def test_what_was_limited_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = (resource.RLIMIT_AS, resource.RLIMIT_CPU)
    before = [resource.getrlimit(kind) for kind in kinds], signal.getsignal(signal.SIGALRM)
    monkeypatch.setenv("PHARE_MAX_MEMORY", "90000")
    monkeypatch.setenv("PHARE_MAX_SECONDS", "900")

    inside = bounded(lambda: resource.getrlimit(resource.RLIMIT_AS)[0])

    assert inside == 90000 << 20
    assert ([resource.getrlimit(kind) for kind in kinds], signal.getsignal(signal.SIGALRM)) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.parametrize("is_late", [False, True])
def test_time_that_is_up_before_or_after_the_work_interrupts_nothing(
    monkeypatch: pytest.MonkeyPatch, is_late: bool
) -> None:
    set_timer, before = signal.setitimer, signal.getsignal(signal.SIGALRM)
    monkeypatch.setenv("PHARE_MAX_SECONDS", "900")

    def set_and_ring(which: int, seconds: float, again: float = 0.0) -> None:
        set_timer(which, seconds, again)
        signal.raise_signal(signal.SIGALRM)

    def work() -> int:
        if is_late:
            signal.raise_signal(signal.SIGALRM)
        return 7

    monkeypatch.setattr(signal, "setitimer", set_and_ring)

    with pytest.raises(Interruption) if is_late else nullcontext():
        assert bounded(work) == 7
    assert signal.getsignal(signal.SIGALRM) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_time_that_is_up_while_files_are_changed_waits_for_their_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHARE_MAX_SECONDS", "900")
    reached = []

    def work() -> int:
        with Unbroken():
            signal.raise_signal(signal.SIGALRM)
            reached.append("the end")
        return 0

    with pytest.raises(Interruption) as late:
        bounded(work)

    assert (late.value.is_late, reached) == (True, ["the end"])


def test_the_limits_are_explained(phare: Phare) -> None:
    run = phare("help limits -f csv")

    assert run.column("variable") == ["PHARE_MAX_MEMORY", "PHARE_MAX_SIZE", "PHARE_MAX_SECONDS"]
