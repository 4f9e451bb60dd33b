"""An answer is written whole or not at all, and to any standard output that people have."""

from __future__ import annotations

import errno
import io
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import UnwritableOutput
from phare_cli.shell.writing import fitted, holds_unicode, stdout_encoding, write

WRITE = "import sys; from pathlib import Path; from phare_cli.shell.writing import write; "
FULL = "no room is left where standard output goes. Free some room, or write elsewhere with --output."


def run(program: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", WRITE + program],
        capture_output=True,
        env={**os.environ, **environ},
        check=False,
    )


def refused(output: Path) -> str:
    with pytest.raises(UnwritableOutput) as refusal:
        write("new\n", output)
    return str(refusal.value)


def fail_with(code: int, monkeypatch: pytest.MonkeyPatch, name: str = "fsync") -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, name, fail)


def test_a_file_holds_the_text_in_utf_8_with_its_own_line_ends(tmp_path: Path) -> None:
    write("\ufeffé;57 %\r\n", tmp_path / "a.csv")

    assert (tmp_path / "a.csv").read_bytes() == "\ufeffé;57 %\r\n".encode()


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write(b"PK\x03\x04", tmp_path / "a.xlsx")

    assert (tmp_path / "a.xlsx").read_bytes() == b"PK\x03\x04"


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    write("new\n", tmp_path / "a.md")

    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_new_file_has_the_mode_that_the_user_gives_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write("new\n", tmp_path / "a.md")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old\n")
    target.chmod(0o604)

    write("new\n", target)

    assert stat.S_IMODE(target.stat().st_mode) == 0o604


def test_a_link_stays_a_link_to_the_file_that_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "a.md", tmp_path / "link.md"
    target.write_text("old\n")
    link.symlink_to(target)

    write("new\n", link)

    assert link.is_symlink()
    assert target.read_text() == "new\n"


def test_a_file_that_holds_the_text_already_is_not_touched(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("same\n")
    before = target.stat()

    write("same\n", target)

    assert (target.stat().st_ino, target.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path} is a folder. Name a file in it: {tmp_path / 'results.md'}"


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "none" / "a.md") == (
        f"there is no folder {tmp_path / 'none'} to write a.md in. Make it first, or write elsewhere."
    )


NO_ROOM = (
    "no room is left to write {file}; nothing was changed. Free some room, or write elsewhere with --output."
)
FAILED = (
    "{file} could not be written (the disk or the network failed); nothing was changed. "
    "Write elsewhere with --output."
)


@pytest.mark.parametrize(
    ("code", "sentence"), [(errno.ENOSPC, NO_ROOM), (errno.EDQUOT, NO_ROOM), (errno.EIO, FAILED)]
)
def test_a_disk_that_fails_leaves_the_old_file_whole_and_says_so(
    code: int, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.md"
    target.write_text("old\n")
    fail_with(code, monkeypatch)

    assert refused(target) == sentence.format(file=target)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert target.read_text() == "old\n"


def test_a_file_that_does_not_fit_leaves_the_old_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old\n")
    program = f"""
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
write("new" * 10000, Path({str(target)!r}))
"""

    answer = run(program)

    assert f"no room is left to write {target}; nothing was changed." in answer.stderr.decode()
    assert target.read_text() == "old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_may_not_be_written_leaves_the_old_file_whole(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.md"
    target.write_text("old\n")
    fail_with(code, monkeypatch, "open")

    assert refused(target) == (
        f"{target} may not be written; nothing was changed. Write elsewhere with --output, or ask for the right to."
    )
    assert target.read_text() == "old\n"


def test_a_file_that_is_read_only_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.md"
    target.write_text("old\n")
    monkeypatch.setattr(
        os, "access", lambda *_: False
    )  # the administrator, who runs some tests, may write any

    assert refused(target).startswith(f"{target} may not be written;")
    assert target.read_text() == "old\n"


def test_an_interruption_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.md"
    target.write_text("old\n")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write("new\n", target)

    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert target.read_text() == "old\n"


def test_the_refusal_is_said_in_french_too(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput) as refusal:
        write("new\n", tmp_path)

    assert Typesetter("fr").say(refusal.value.message) == (
        f"{tmp_path} est un dossier. Nommez-y un fichier\u00a0: {tmp_path / 'results.md'}"
    )


def test_a_full_device_is_said() -> None:
    assert refused(Path("/dev/full")) == ("no room is left in /dev/full. Write elsewhere with --output.")


def test_a_device_is_written_and_stays_a_device() -> None:
    write("gone\n", Path(os.devnull))

    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_named_pipe_is_written_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()

    write("through\n", pipe)
    reader.join()

    assert read == ["through\n"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("output", ["None", "Path('-')"])
def test_an_answer_without_a_file_goes_to_standard_output(output: str) -> None:
    assert run(f"write('57 %\\n', {output})").stdout == b"57 %\n"


def test_standard_output_by_its_name_is_written_directly() -> None:
    assert run("write('57 %\\n', Path('/dev/stdout'))").stdout == b"57 %\n"


def test_standard_output_by_its_name_is_added_to_the_file_it_goes_to(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("first\n")
    with note.open("ab") as appended:
        subprocess.run(
            [sys.executable, "-c", WRITE + "write('second\\n', Path('/dev/stdout'))"],
            stdout=appended,
            check=True,
        )

    assert note.read_text() == "first\nsecond\n"


TEXT = "Île-de-France · 1\u202f234,5 − 57\u00a0% — l’Œuvre ███▌ 日"


@pytest.mark.parametrize(
    ("encoding", "bytes_"),
    [
        ("utf-8", TEXT.encode()),
        ("cp1252", "Île-de-France · 1\u00a0234,5 - 57\u00a0% — l’Œuvre #### ?".encode("cp1252")),
        ("latin-1", "Île-de-France · 1\u00a0234,5 - 57\u00a0% - l'OEuvre #### ?".encode("latin-1")),
        ("ascii", b"Ile-de-France | 1 234,5 - 57 % - l'OEuvre #### ?"),
    ],
)
def test_standard_output_in_an_old_encoding_is_readable(encoding: str, bytes_: bytes) -> None:
    answer = run(f"write({TEXT!a}, None)", PYTHONIOENCODING=encoding)

    assert (answer.returncode, answer.stdout, answer.stderr) == (0, bytes_, b"")


@pytest.mark.parametrize(
    "environ",
    [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
)
def test_the_c_locale_is_no_error(environ: dict[str, str]) -> None:
    answer = run(f"write({TEXT!a}, None)", **environ)

    assert (answer.returncode, answer.stderr) == (0, b"")
    assert b"le-de-France" in answer.stdout


def test_a_lone_surrogate_is_no_error() -> None:
    assert run("write('a\\udc80b', None)").returncode == 0


def test_a_full_standard_output_is_said() -> None:
    program = """
from phare_cli.nouns.errors import UnwritableOutput
try:
    write("57 %\\n", None)
except UnwritableOutput as error:
    sys.stderr.write(str(error))
"""
    with Path("/dev/full").open("wb") as full:
        answer = subprocess.run(
            [sys.executable, "-c", WRITE + program], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert (answer.returncode, answer.stderr.decode()) == (0, FULL)


def test_a_closed_pipe_is_left_to_the_caller() -> None:
    program = """
try:
    write("57 %\\n" * 100000, None)
except BrokenPipeError:
    sys.exit(141)
"""
    reading, writing = os.pipe()
    os.close(reading)
    answer = subprocess.run(
        [sys.executable, "-c", WRITE + program], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)

    assert (answer.returncode, answer.stderr) == (141, b"")


def test_a_long_answer_goes_through_a_pipe_whole() -> None:
    assert len(run("write('57 %\\n' * 500000, None)").stdout) == 2_500_000


def test_what_was_printed_before_comes_before() -> None:
    assert run("sys.stdout.write('first '); write('second', None)").stdout == b"first second"


def test_a_text_stream_in_the_place_of_standard_output_gets_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)

    write(TEXT, None)

    assert stream.getvalue() == TEXT


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"PK xl/workbook.xml", "xlsx"),
        (b"PK word/document.xml", "docx"),
        (b"PK ppt/presentation.xml", "pptx"),
        (b"PK mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    ],
)
def test_what_an_office_program_opens_is_not_for_a_screen(
    monkeypatch: pytest.MonkeyPatch, data: bytes, ending: str
) -> None:
    monkeypatch.setattr(sys, "stdout", Screen())

    with pytest.raises(UnwritableOutput) as refusal:
        write(data, None)

    assert str(refusal.value) == (
        f"a .{ending} file is not for a screen. Give it a name, for instance --output results.{ending}."
    )


@given(
    text=st.text(), encoding=st.sampled_from(("ascii", "cp1252", "latin-1", "cp850", "utf-8", "utf-16-le"))
)
def test_any_text_fits_any_encoding(text: str, encoding: str) -> None:
    assert fitted(text, encoding).decode(encoding) is not None


@given(text=st.text(st.characters(codec="cp1252")))
def test_what_an_encoding_holds_is_left_as_it_is(text: str) -> None:
    assert fitted(text, "cp1252").decode("cp1252") == text


@pytest.mark.parametrize(
    ("encoding", "holds"),
    [
        ("utf-8", True),
        ("utf-16", True),
        ("cp1252", False),
        ("cp850", False),
        ("ascii", False),
        ("nonsense", False),
    ],
)
def test_an_encoding_holds_bars_or_not(encoding: str, holds: bool) -> None:
    assert holds_unicode(encoding) == holds


class Pipe(io.StringIO):
    encoding = "cp1252"


def test_a_pipe_on_windows_carries_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Pipe())
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)

    assert stdout_encoding(platform="win32") == "utf-8"
    assert stdout_encoding(platform="linux") == "cp1252"
