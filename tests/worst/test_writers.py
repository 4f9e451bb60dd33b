"""Whatever call of the system fails and wherever a run is stopped, what it writes is old or new: a line a writer.

The moments are many, so a run of the tests takes some of each writer; ``HYPOTHESIS_PROFILE=long`` takes every call, and
a hundred lines.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import re
import shlex
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple, get_type_hints
from zipfile import ZipFile

import docx
import odfdo
import pptx
import pytest
from hypothesis import settings

import phare_cli
from phare_cli.documents.blocks import SYNTAXES
from phare_cli.drawing import ENDINGS as PICTURES
from phare_cli.rendering import ENDINGS as TABLES
from phare_cli.rendering.claims import ENDINGS as CLAIMS
from phare_cli.rendering.pages.formats import ENDINGS as PAGES
from phare_cli.shell.command_list import COMMANDS
from phare_cli.shell.expansion import role_of
from phare_cli.shell.options import REFRESHED, WRITTEN
from phare_cli.shell.whole.interruption import SIGNALS, raise_interruptions, status_of

SOURCES = str(Path(phare_cli.__file__).parent)
IS_LONG = settings().max_examples > 1000  # HYPOTHESIS_PROFILE=long
SPEC = "--region REG --stakeholder =citizens --single Q"
CLAIM = "In France, 20% of citizens name sea. In Corse, 90% of citizens name sea."
VALUE = "value w -r Corse --item air --data d.csv"
BLOCK = f"{{{{phare: {VALUE}}}}}"
TEXTS: Mapping[str, str] = {
    "d.csv": "region,stakeholder,indicator,item,value,base\nCorse,citizens,w,air,40,900\nCorse,citizens,w,sea,30,900\n"
    "Corse,citizens,v,air,20,900\nFrance,citizens,w,air,50,900\nFrance,citizens,w,sea,20,900\n",
    "r.csv": "REG;Q;G\n" + "Corse;oui;a\nCorse;non;b\nBretagne;oui;b\nBretagne;non;a\n" * 3,
    "published.csv": ";Corse;Bretagne\nAir;40 %;30 %\nMer;60 %;70 %\n",
    "page.md": f"# Sea\n\n{CLAIM}\n",
    "a.md": f"Of a <!-- phare: {VALUE} -->1%<!-- /phare --> say so.\n",
    "a.qmd": f"[//]: # (phare: {VALUE})\n\n[//]: # (/phare)\n",
    "a.html": f"<p>Of a <!-- phare: {VALUE} -->1%<!-- /phare --> say so.</p>\n",
    "a.rst": f".. phare: {VALUE}\n\n.. /phare\n",
    "a.mdx": f"{{/* phare: {VALUE} */}}1%{{/* /phare */}}\n",
    "a.adoc": f"// phare: {VALUE}\n\n// /phare\n",
    "a.tex": f"% phare: {VALUE}\n\n% /phare\n",
    "plot.md": "<!-- phare: plot w -r Corse --data d.csv -->\n<!-- /phare -->\n",
    "a.ipynb": '{"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["Of <!-- phare: '
    f'{VALUE} -->1%<!-- /phare -->"]}}], "metadata": {{}}, "nbformat": 4, "nbformat_minor": 5}}\n',
    "project/d.csv": "region,stakeholder,indicator,item,value\nCorse,citizens,w,air,40\n",
    "project/r.csv": "REG;w\nCorse;air\nCorse;sea\n",
    "project/a.md": f"Of a <!-- phare: {VALUE} -->1%<!-- /phare --> say so.\n",
    "project/phare.toml": f'run = ["tabulate r.csv {SPEC[:-1]}w -o d.csv", "show w -d d.csv -o o.md", "update a.md"]\n',
    "begun/answers.csv": "REG;Q1;Q2\n" + "Corse;oui;non\nCorse;non;oui\nBretagne;oui;oui\n" * 9,
}


class Writer(NamedTuple):
    """A command that writes, and the folder that it runs in; *in_steps*: each of its files is old or new by itself."""

    command: str
    folder: str = ""
    in_steps: bool = False


WRITERS = (
    *(Writer(f"show w -d d.csv -o o{endings[0]}") for endings in TABLES.values()),
    Writer("compare w -r Corse -d d.csv -o o.md"),
    Writer("cross w v --data d.csv -o o.md"),
    Writer("value w -r Corse --item air -d d.csv -o o.txt"),
    Writer("list regions -d d.csv -o o.csv"),
    Writer("check d.csv -o o.json"),
    Writer("help columns -o o.md"),
    Writer("codebook -d d.csv -o o.md"),
    Writer("codebook --draft -d d.csv -o o.csv"),
    *(Writer(f"report -r Corse -d d.csv -o o{ending}") for ending in PAGES.values()),
    Writer("report --each region -d d.csv -o pages"),
    *(Writer(f"plot w -r Corse -d d.csv -o o{ending} --alt o.txt") for ending in PICTURES.values()),
    Writer(f"tabulate r.csv {SPEC} --segment G -o o.csv --codebook book.md --codebook datapackage.json "
           "--tests tests.csv"),
    Writer("tabulate r.csv --draft -o o.toml"),
    Writer("tidy published.csv -s citizens -o o.csv"),
    Writer("tidy published.csv --draft -o o.toml"),
    *(Writer(f"verify page.md -d d.csv -o o{ending}") for ending in CLAIMS),
    Writer("verify page.docx -d d.csv -o o.docx"),
    *(Writer(f"verify page{ending} -d d.csv {edit}") for ending in (".md", ".docx") for edit in ("--bind", "--fix")),
    *(Writer(f"update {name}") for name in ("a.md", "a.qmd", "a.html", "a.rst", "a.mdx", "a.adoc", "a.tex",
                                            "a.ipynb", "a.docx", "a.odt", "a.pptx", "plot.md", "plot.docx")),
    Writer("update a.md a.html plot.md a.ipynb a.docx a.odt a.pptx"),
    Writer("init --yes --hook --ci github", "begun"),
    Writer("run", "project", in_steps=True),
)  # fmt: skip
BY_COMMAND = pytest.mark.parametrize(
    "writer", WRITERS, ids=[each.command.split(" -d")[0] for each in WRITERS]
)

Phare = Callable[..., Any]
Act = Callable[["str | None"], None]


class Moments:
    """The calls that a run makes of the system about files of a *folder*: at one of them something is done to it."""

    _CALLS = (
        "open", "read", "write", "fsync", "fstat", "stat", "lstat", "link", "replace", "rename", "unlink", "mkdir",
        "rmdir", "fchmod", "fchown", "listxattr", "getxattr", "setxattr", "removexattr", "ftruncate",
        "posix_fallocate", "access", "scandir", "listdir", "readlink", "close",
    )  # fmt: skip

    def __init__(self, folder: Path, at: int = -1, act: Act = lambda _: None) -> None:
        self.names: list[str] = []
        self._folder, self._at, self._act, self._name_of = f"{folder}/", at, act, os.readlink

    @contextmanager
    def watched(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in self._CALLS:
                patch.setattr(os, name, self._counted(name, getattr(os, name)))
            for module in (io, builtins):
                patch.setattr(module, "open", self._counted("open", open))
            yield

    @property
    def last(self) -> str:
        """The call at which something was done; a run may make fewer than the one before it."""
        return self.names[self._at] if self._at < len(self.names) else "none"

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            if given and self._is_ours(given[0]):
                self.names.append(name)
                if len(self.names) - 1 == self._at:
                    if name == "close":  # a descriptor is closed even where closing fails
                        call(*given, **named)
                    self._act(None if isinstance(given[0], int) else str(given[0]))
            return call(*given, **named)

        return counted

    def _is_ours(self, file: Any) -> bool:
        if isinstance(file, int):
            try:
                file = self._name_of(f"/proc/self/fd/{file}")
            except OSError:
                return False
        return os.path.join(os.getcwd(), os.fspath(file)).startswith(self._folder)  # noqa: PTH118, PTH109


State = dict[str, bytes]
Held = dict[str, object]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> State:
    """All that writers read and refresh, by its name."""
    folder = tmp_path_factory.mktemp("store")
    for name, text in (("a", BLOCK), ("plot", "{{phare: plot w -r Corse --data d.csv}}"), ("page", CLAIM)):
        word = docx.Document()
        word.add_paragraph(text)
        word.save(str(folder / f"{name}.docx"))
    leaf, deck = odfdo.Document("text"), pptx.Presentation()
    leaf.body.append(odfdo.Paragraph(BLOCK))
    leaf.save(str(folder / "a.odt"))
    slide: Any = deck.slides.add_slide(deck.slide_layouts[1]).placeholders[1]
    slide.text_frame.text = BLOCK
    deck.save(str(folder / "a.pptx"))
    return {name: text.encode() for name, text in TEXTS.items()} | held(folder)


def held(folder: Path) -> State:
    """Return what every file in *folder* holds, and which folders there are."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


def timeless(state: State) -> Held:
    """Return what files hold without the times that libraries write into packages."""
    return {name: parts(content) if content.startswith(b"PK") else content for name, content in state.items()}


def parts(package: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(package)) as archive:
        return {name: re.sub(rb' w:date="[^"]*"', b"", archive.read(name)) for name in archive.namelist()}


def put_back(folder: Path, state: State) -> None:
    now = held(folder)
    for name in sorted(now.keys() - state.keys(), reverse=True):
        (folder / name).unlink() if (folder / name).is_file() else (folder / name).rmdir()
    for name, content in state.items():
        if now.get(name) != content:
            (folder / name).write_bytes(content)


@pytest.fixture
def begun(writer: Writer, store: State, tmp_path: Path) -> State:
    """The files of a writer's folder, which are there."""
    parts = [(name.rpartition("/"), content) for name, content in store.items()]
    state = {file: content for (folder, _, file), content in parts if folder == writer.folder}
    put_back(tmp_path, state)
    return state


def some(moments: int, writer: Writer, count: int) -> range:
    """Return *count* of so many moments, other ones for each writer; fifty times as many in a long run."""
    step = max(1, moments // (count * 50)) if IS_LONG else -(-moments // count)
    return range(WRITERS.index(writer) % step, moments, step)


def fail(code: int) -> Act:
    def act(name: str | None) -> None:
        raise OSError(code, os.strerror(code), name)

    return act


def interrupt(_: str | None = None) -> None:
    signal.raise_signal(signal.SIGINT)


@pytest.fixture
def _interruptions() -> Iterator[None]:
    """Have signals act as in a process of phare."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


ACTS = {
    "full": fail(errno.ENOSPC),
    "broken": fail(errno.EIO),
    "read-only": fail(errno.EROFS),
    "stopped": interrupt,
}


def run_it(phare: Phare, command: str) -> tuple[int, str]:
    """Run phare as its process does, and return its status and what it said beside its answer."""
    try:
        raise_interruptions()
        run = phare(command)
    except KeyboardInterrupt as stopped:  # before main() could see it, or after
        return status_of(stopped), ""
    return run.status, run.err


def complaint(run: tuple[int, str], first: int, now: Held, old: Held, new: Held, *, in_steps: bool) -> str:
    """Return what is wrong with a run that something was done to, and what it left; nothing where all is well."""
    status, err = run
    now = {name: content for name, content in now.items() if not (in_steps and name.startswith(".phare"))}
    states = {name: content for name, content in now.items() if content not in (old.get(name), new.get(name))}
    if status not in (first, 2, 3, 4, 5, 130) or "Traceback" in err or " bug " in err:
        return f"ends with {status}: {err}"
    if status == first and now != new and not in_steps:
        return f"says that all is well, and holds {sorted(now.keys() ^ new.keys()) or sorted(states)}"
    if status not in (first, 130) and now != old and not in_steps:
        return f"ends with {status}, and has written: {err}"
    if states or (now not in (old, new) and not in_steps):
        return f"is neither old nor new: {sorted(states) or sorted(now.keys() ^ old.keys())}"
    return "" if err or status in (first, 130) else f"ends with {status} and no word"


ODD = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@ODD
@BY_COMMAND
@pytest.mark.usefixtures("_interruptions")
def test_whatever_call_fails_what_is_written_is_old_or_new(
    writer: Writer, begun: State, phare: Phare, tmp_path: Path
) -> None:
    calls = Moments(tmp_path)
    with calls.watched():
        first, _ = run_it(phare, writer.command)
    old, new, wrong = timeless(begun), timeless(held(tmp_path)), []

    for at in some(len(calls.names), writer, 4):
        for name, act in list(ACTS.items())[slice(None) if IS_LONG else slice(at % 4, at % 4 + 1)]:
            put_back(tmp_path, begun)
            moment = Moments(tmp_path, at, act)
            with moment.watched():
                run = run_it(phare, writer.command)
            now = timeless(held(tmp_path))
            if moment.last == "unlink":  # the next run takes such a file away
                now = {name: content for name, content in now.items() if ".phare-" not in name}
            if told := complaint(run, first, now, old, new, in_steps=writer.in_steps):
                wrong.append(f"{name} at {moment.last} ({at} of {len(calls.names)}): {told}")

    assert old != new
    assert not wrong, "\n".join(wrong)


def run_traced(phare: Phare, command: str, at: int) -> tuple[tuple[int, str], int]:
    """Run a command, stop it at the line of that number, and return what it gave and the count of different lines."""
    seen: set[tuple[str, int]] = set()

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if not frame.f_code.co_filename.startswith(SOURCES):
            return None
        place = frame.f_code.co_filename, frame.f_lineno
        if event == "line" and place not in seen:
            seen.add(place)
            if len(seen) == at:
                interrupt()
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        return run_it(phare, command), len(seen)
    finally:
        sys.settrace(before)


@ODD
@BY_COMMAND
@pytest.mark.usefixtures("_interruptions")
def test_at_whatever_line_it_is_stopped_what_is_written_is_old_or_new(
    writer: Writer, begun: State, phare: Phare, tmp_path: Path
) -> None:
    (first, _), lines = run_traced(phare, writer.command, -1)
    old, new, wrong = timeless(begun), timeless(held(tmp_path)), []

    for line in some(lines, writer, 2):
        put_back(tmp_path, begun)
        run, _ = run_traced(phare, writer.command, line)
        if told := complaint(run, first, timeless(held(tmp_path)), old, new, in_steps=writer.in_steps):
            wrong.append(f"stopped at line {line} of {lines}: {told}")

    assert not wrong, "\n".join(wrong)


def options_that_write(command: str) -> set[str]:
    """Return the options of a command that name files to write, and "" where its arguments are refreshed."""
    module, function = COMMANDS[command].function.split(".")
    hints = get_type_hints(
        getattr(import_module(f"phare_cli.commands.{module}"), function), include_extras=True
    )
    kinds = dict(hints)
    for kind in hints.values():
        kinds |= getattr(kind, "__annotations__", {}) if hasattr(kind, "_fields") else {}
    written = {f"--{name}" for name, kind in kinds.items() if role_of(kind) is WRITTEN}
    return written | {"" for kind in kinds.values() if role_of(kind) is REFRESHED}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_every_option_that_writes_has_its_line(command: str) -> None:
    lines = [shlex.split(writer.command) for writer in WRITERS]
    words = {word for line in lines if line[0] == command for word in line}

    assert command in words
    assert options_that_write(command) <= words | {"", "--output" if "-o" in words else ""}


def test_every_kind_of_document_has_its_line() -> None:
    refreshed = {
        Path(word).suffix for line in WRITERS for word in line.command.split() if "update" in line.command
    }

    assert set(SYNTAXES.values()) == {SYNTAXES[ending] for ending in refreshed if ending}
    assert ".ipynb" in refreshed


WRITES = re.compile(
    r"\.(write_text|write_bytes|touch|mkdir|symlink_to|hardlink_to|rename|rmtree|copyfile|mkstemp|mkdtemp)\(|os\.(replace|"
    r"rename|makedirs|truncate|ftruncate|link|symlink)\(|O_WRONLY|O_RDWR|O_CREAT|open\([^()]*[\"'][wax]b?\+?[\"']"
)
# What writes for all others, whole or not at all, and to a device; one process writes to another through a pipe.
WRITES_ITSELF = {
    "results/fast/second_half.py",
    "shell/whole/replacing.py",
    "shell/whole/new_folders.py",
    "shell/writing.py",
}
BUILDS = {"language/locale/compile.py"}  # and is not installed


def test_nothing_writes_a_file_but_what_writes_it_whole_or_not_at_all() -> None:
    sources = Path(SOURCES)
    writing = {
        str(file.relative_to(sources))
        for file in sources.rglob("*.py")
        if WRITES.search(file.read_text(encoding="utf-8"))
    }

    assert writing - BUILDS == WRITES_ITSELF
