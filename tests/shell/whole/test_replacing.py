"""Files are changed whole or not at all, and nothing of them changes but what they hold."""

from __future__ import annotations

import errno
import os
import signal
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from phare_cli.shell.whole import leftovers, replacing
from phare_cli.shell.whole.interruption import Interruption
from phare_cli.shell.whole.replacing import ChangedMeanwhile, PlaceError, Replacement, replace_all

OLD, NEW = b"old\n", b"new and longer\n"
CALLS = (
    "open", "write", "read", "fsync", "fstat", "stat", "link", "replace", "unlink", "fchmod", "fchown", "listxattr",
    "getxattr", "setxattr", "removexattr", "ftruncate", "posix_fallocate", "access", "scandir", "close",
)  # fmt: skip


class Calls:
    """What is asked of the operating system, counted; the call of number *failing* fails with *code*."""

    def __init__(self, failing: int = -1, code: int = 0) -> None:
        self.names: list[str] = []
        self._failing, self._code = failing, code

    @contextmanager
    def watched(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self._counted(name, getattr(os, name)))
            yield

    def _counted(self, name: str, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*given: object, **named: object) -> object:
            self.names.append(name)
            if len(self.names) - 1 == self._failing:
                if name == "close":  # a descriptor is closed even where closing fails
                    call(*given, **named)
                raise OSError(self._code, os.strerror(self._code))
            return call(*given, **named)

        return counted


def files(folder: Path, *, linked: bool) -> list[Path]:
    """Return three files to be changed: one with an attribute, one of two names, one that is not there yet."""
    first, second = folder / "a.md", folder / "b.md"
    for path in (first, second):
        path.write_bytes(OLD)
    if linked:
        (folder / "other name.md").hardlink_to(second)
    with suppress(OSError):
        os.setxattr(first, "user.note", b"kept")
    return [first, second, folder / "c.md"]


def contents(paths: list[Path]) -> list[bytes | None]:
    return [path.read_bytes() if path.exists() else None for path in paths]


def changes(paths: list[Path]) -> list[Replacement]:
    return [Replacement(path, NEW, OLD if path.exists() else None) for path in paths]


def beside(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".phare")]


def calls_of_a_change(folder: Path, *, linked: bool) -> list[str]:
    wanted, calls = changes(files(folder, linked=linked)), Calls()
    with calls.watched():
        replace_all(wanted)
    return calls.names


@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO, errno.EROFS, errno.ENOENT])
def test_whatever_call_fails_all_files_are_as_they_were_or_all_are_new(
    code: int, linked: bool, tmp_path: Path
) -> None:
    (tmp_path / "first").mkdir()
    count = len(calls_of_a_change(tmp_path / "first", linked=linked))

    for failing in range(count):
        folder = tmp_path / str(failing)
        folder.mkdir()
        paths = files(folder, linked=linked)
        wanted, calls = changes(paths), Calls(failing, code)
        try:
            with calls.watched():
                replace_all(wanted)
        except (PlaceError, ChangedMeanwhile):
            assert contents(paths) == [OLD, OLD, None], calls.names[failing]
        else:
            assert contents(paths) == [NEW, NEW, NEW], calls.names[failing]
        if calls.names[failing] not in ("unlink", "close"):
            assert beside(folder) == []


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "link", "stat"])
def test_an_interruption_waits_for_the_end_of_a_change(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = files(tmp_path, linked=False)
    wanted, asked = changes(paths), getattr(os, call)

    def interrupted(*given: object, **named: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return asked(*given, **named)

    monkeypatch.setattr(os, call, interrupted)
    with pytest.raises(KeyboardInterrupt):
        replace_all(wanted)
    monkeypatch.undo()

    assert contents(paths) in ([OLD, OLD, None], [NEW, NEW, NEW])
    assert beside(tmp_path) == []
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_interruption_before_the_change_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = files(tmp_path, linked=False)
    sync = os.fsync

    def interrupted(descriptor: int) -> None:
        signal.raise_signal(signal.SIGTERM)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(Interruption) as stopped:
        replace_all(changes(paths))

    assert (stopped.value.status, contents(paths), beside(tmp_path)) == (143, [OLD, OLD, None], [])


@pytest.mark.parametrize("change", [lambda path: path.write_bytes(b"edited\n"), lambda path: path.unlink()])
def test_what_somebody_else_changed_is_not_written_over(
    change: Callable[[Path], object], tmp_path: Path
) -> None:
    paths = files(tmp_path, linked=False)
    wanted = changes(paths)
    change(paths[1])
    before = contents(paths)

    with pytest.raises(ChangedMeanwhile) as refused:
        replace_all(wanted)

    assert (refused.value.path, contents(paths), beside(tmp_path)) == (paths[1], before, [])


@pytest.mark.parametrize("is_link", [False, True])
def test_what_somebody_else_has_put_where_nothing_was_is_not_written_over(
    tmp_path: Path, *, is_link: bool
) -> None:
    paths = files(tmp_path, linked=False)
    place = tmp_path / "new.svg"
    wanted = [*changes(paths[:1]), Replacement(place, NEW, is_new=True)]
    if is_link:
        place.symlink_to(tmp_path / "nowhere")
    else:
        place.write_bytes(OLD)

    with pytest.raises(ChangedMeanwhile):
        replace_all(wanted)

    assert (contents(paths[:1]), (tmp_path / "nowhere").exists()) == ([OLD], False)


def test_an_edit_at_the_very_moment_of_the_change_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = files(tmp_path, linked=False)
    link = os.link

    def edited(old: Path, new: Path, **named: object) -> None:
        link(old, new)
        with paths[0].open("ab") as editor:
            editor.write(b"an edit\n")

    monkeypatch.setattr(os, "link", edited)
    with pytest.raises(ChangedMeanwhile):
        replace_all(changes(paths[:1]))

    assert paths[0].read_bytes() == OLD + b"an edit\n"


def test_a_link_that_leads_elsewhere_by_now_is_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = files(tmp_path, linked=False)
    link = tmp_path / "link.md"
    link.symlink_to(paths[0])

    def lead_elsewhere(*_: object) -> list[Path]:
        link.unlink()
        link.symlink_to(paths[1])
        return []

    monkeypatch.setattr(replacing, "sweep", lead_elsewhere)
    with pytest.raises(ChangedMeanwhile):
        replace_all([Replacement(link, NEW, OLD)])

    assert contents(paths) == [OLD, OLD, None]


def test_every_name_of_a_file_holds_what_is_written(tmp_path: Path) -> None:
    paths = files(tmp_path, linked=True)

    replace_all(changes(paths))

    assert (tmp_path / "other name.md").read_bytes() == NEW
    assert paths[1].stat().st_nlink == 2


def test_attributes_and_mode_stay(tmp_path: Path) -> None:
    path = files(tmp_path, linked=False)[0]
    if not hasattr(os, "listxattr") or os.listxattr(path) == []:
        pytest.skip("no attributes here")
    path.chmod(0o640)

    replace_all([Replacement(path, NEW, OLD)])

    assert (os.getxattr(path, "user.note"), stat.S_IMODE(path.stat().st_mode)) == (b"kept", 0o640)


def test_a_file_whose_owner_nobody_may_give_away_is_written_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = files(tmp_path, linked=False)[0]
    before = path.stat()
    monkeypatch.setattr(replacing, "has_rights_of", lambda *_: False)

    replace_all([Replacement(path, NEW, OLD)])

    assert (path.read_bytes(), path.stat().st_ino, beside(tmp_path)) == (NEW, before.st_ino, [])


def test_a_file_beside_is_never_open_to_more_people_than_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = files(tmp_path, linked=False)[0]
    path.chmod(0o600)
    seen: list[tuple[int, int]] = []
    write = os.write

    def look(descriptor: int, piece: bytes) -> int:
        found = os.fstat(descriptor)
        seen.append((stat.S_IMODE(found.st_mode), found.st_size))
        return write(descriptor, piece)

    monkeypatch.setattr(os, "write", look)
    replace_all([Replacement(path, NEW, OLD)])

    assert seen == [(0o600, 0)]


def test_what_a_killed_run_left_is_taken_away_by_the_next(tmp_path: Path) -> None:
    path = files(tmp_path, linked=False)[0]
    left = leftovers.name_beside(path)
    left.write_bytes(NEW)

    assert replace_all([Replacement(path, NEW, OLD)]) == []
    assert beside(tmp_path) == []


def test_a_copy_that_a_killed_run_left_is_told_and_stays(tmp_path: Path) -> None:
    path = files(tmp_path, linked=False)[0]
    left = leftovers.name_beside(path, is_copy=True)
    left.write_bytes(OLD)

    assert replace_all([Replacement(path, NEW, OLD)]) == [left]
    assert left.exists()


def test_what_a_run_is_at_work_on_stays(tmp_path: Path) -> None:
    path = files(tmp_path, linked=False)[0]
    busy = leftovers.name_beside(path)
    busy.write_bytes(NEW)
    descriptor = os.open(busy, os.O_RDONLY)
    leftovers.lock(descriptor)

    replace_all([Replacement(path, NEW, OLD)])
    os.close(descriptor)

    assert busy.exists()


def test_a_change_that_cannot_be_taken_back_says_which_file_it_left_and_keeps_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = files(tmp_path, linked=False)
    replace = os.replace
    done: list[str] = []

    def once(old: Path, new: Path) -> None:
        done.append(str(new))
        if len(done) > 1 and not str(new).endswith(".old"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        replace(old, new)

    monkeypatch.setattr(os, "replace", once)
    with pytest.raises(PlaceError) as refused:
        replace_all(changes(paths))

    copies = [path for path in tmp_path.iterdir() if path.suffix == ".old"]
    assert (refused.value.path, refused.value.changed) == (paths[1], (paths[0],))
    assert [copy.read_bytes() for copy in copies] == [OLD]
