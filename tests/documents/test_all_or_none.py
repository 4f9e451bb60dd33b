"""Several documents are refreshed as one: everything is answered before anything is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from phare_cli.documents.all_or_none import Outcome, refresh_all, summary
from phare_cli.documents.blocks import Block, DocumentError
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import UnknownName, UnreadableInput

Phare = Callable[..., Any]
BLOCK = "a <!-- phare: value {} --><!-- /phare -->\n"


def document(folder: Path, name: str, *blocks: str) -> Path:
    """Return a document with a block for each command of value."""
    path = folder / name
    path.write_text("# T\n\n" + "".join(map(BLOCK.format, blocks)))
    return path


def write(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        outcome.path.write_bytes(outcome.refreshed.content)


def answer(block: Block) -> str:
    if "unknown" in block.command:
        raise UnknownName("indicator", "unknown", near=("engagement",))
    return "45 %"


def test_documents_are_refreshed_and_those_that_did_not_change_are_not_written(tmp_path: Path) -> None:
    written: list[list[Path]] = []
    documents = [document(tmp_path, "a.md", "x"), document(tmp_path, "b.md"), document(tmp_path, "c.md", "x")]

    refresh_all(documents, answer, write=lambda stale: written.append([outcome.path for outcome in stale]))

    assert written == [[documents[0].resolve(), documents[2].resolve()]]


def test_one_wrong_block_leaves_every_document_as_it_was(tmp_path: Path) -> None:
    documents = [document(tmp_path, "a.md", "x"), document(tmp_path, "b.md", "y", "unknown")]

    with pytest.raises(DocumentError):
        refresh_all(documents, answer, write=write)

    assert "45" not in documents[0].read_text() + documents[1].read_text()


def test_everything_wrong_in_all_documents_is_said_at_once(tmp_path: Path) -> None:
    documents = [document(tmp_path, "a.md", "x", "unknown"), document(tmp_path, "b.md", "x -o y")]
    (tmp_path / "c.md").write_text("<!-- phare: show -->")

    with pytest.raises(DocumentError) as raised:
        refresh_all([*documents, tmp_path / "c.md"], answer, write=write)

    assert [(Path(problem.file).name, problem.line) for problem in raised.value.problems] == [
        ("a.md", 4),
        ("b.md", 3),
        ("c.md", 1),
    ]


def test_the_same_command_is_answered_once_a_run(tmp_path: Path) -> None:
    asked: list[tuple[str, ...]] = []

    def count(block: Block) -> str:
        asked.append(block.command)
        return "45 %"

    refresh_all(
        [document(tmp_path, "a.md", "x", "x", "y"), document(tmp_path, "b.md", "x")], count, write=None
    )

    assert asked == [("value", "x"), ("value", "y")]


def test_the_same_words_in_another_folder_are_another_command(tmp_path: Path) -> None:
    asked: list[str] = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()

    def note(block: Block) -> str:
        asked.append(block.command[-1])
        return "45 %"

    documents = [document(tmp_path / name, "a.md", "x --data d.csv") for name in ("one", "two")]
    refresh_all(documents, note, write=None)

    assert asked == [str(tmp_path.resolve() / name / "d.csv") for name in ("one", "two")]


def test_a_check_goes_past_what_was_changed_by_hand_and_says_it(tmp_path: Path) -> None:
    path = document(tmp_path, "a.md", "x")
    refresh_all([path], answer, write=write)
    path.write_text(path.read_text().replace("45", "46"))

    (outcome,) = refresh_all([path], answer, write=None)

    assert (outcome.is_stale, outcome.refreshed.edited) == (True, (3,))


def test_a_document_named_twice_is_refreshed_once(tmp_path: Path) -> None:
    path = document(tmp_path, "a.md", "x")
    (tmp_path / "link.md").symlink_to(path)

    outcomes = refresh_all([path, path, tmp_path / "link.md"], answer, write=write)

    assert [outcome.path for outcome in outcomes] == [path.resolve()]


@pytest.mark.parametrize(
    ("blocks", "before", "now", "expected"),
    [
        ((), False, True, "{}: no block of phare."),
        (("x",), False, True, "{}: 1 block, 1 refreshed."),
        (("x", "y"), False, False, "{}: 2 blocks, 2 stale."),
        (("x", "y"), True, True, "{}: 2 blocks, up to date."),
        (("x",), True, False, "{}: 1 block, up to date."),
    ],
)
def test_a_line_says_what_became_of_a_document(
    blocks: tuple[str, ...], before: bool, now: bool, expected: str, tmp_path: Path
) -> None:
    path = document(tmp_path, "a.md", *blocks)
    if before:
        refresh_all([path], answer, write=write)

    (outcome,) = refresh_all([path], answer, write=write if now else None)

    assert Typesetter("en").say(summary(outcome, written=now)) == expected.format(path)


def test_the_line_of_a_check_says_what_was_changed_by_hand(tmp_path: Path) -> None:
    path = document(tmp_path, "a.md", "x")
    refresh_all([path], answer, write=write)
    path.write_text(path.read_text().replace("45", "46"))

    (outcome,) = refresh_all([path], answer, write=None)

    assert (
        Typesetter("en").say(summary(outcome, written=False))
        == f"{path}: 1 block, 1 stale, 1 changed by hand."
    )


def test_a_missing_document_is_said_before_anything_is_written(tmp_path: Path) -> None:
    path = document(tmp_path, "a.md", "x")

    with pytest.raises(UnreadableInput) as raised:
        refresh_all([path, tmp_path / "b.md"], answer, write=write)

    assert (str(raised.value), "45" in path.read_text()) == (
        f"there is no file “{tmp_path / 'b.md'}”: check the name and the folder you are in.",
        False,
    )


def test_a_folder_is_not_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()

    with pytest.raises(UnreadableInput) as raised:
        refresh_all([tmp_path / "a.md"], answer, write=write)

    assert str(raised.value) == f"“{tmp_path / 'a.md'}” is a folder; name the documents in it."


def test_links_in_a_circle_are_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("a.md")

    with pytest.raises(UnreadableInput, match="cannot be read"):
        refresh_all([tmp_path / "a.md"], answer, write=write)


@pytest.mark.parametrize("kind", ["device", "pipe"])
def test_what_may_have_no_end_is_no_document(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    if kind == "device":
        path.symlink_to("/dev/zero")
    else:
        os.mkfifo(path)

    with pytest.raises(UnreadableInput) as raised:
        refresh_all([path], answer, write=write)

    assert str(raised.value) == f"“{path}” is a device or a pipe, and no document."
    assert Typesetter("fr").say(raised.value.message) == (
        f"«\u00a0{path}\u00a0» est un périphérique ou un tube, et non un document."
    )


def test_a_document_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = document(tmp_path, "a.md", "x")
    monkeypatch.setenv("PHARE_MAX_SIZE", "1")
    path.write_bytes(b"x" * ((1 << 20) + 1))

    with pytest.raises(UnreadableInput) as raised:
        refresh_all([path], answer, write=write)

    assert str(raised.value) == f"“{path}” holds more than phare reads of a document (1 MB): part it."
    assert Typesetter("fr").say(raised.value.message) == (
        f"«\u00a0{path}\u00a0» dépasse ce que phare lit d’un document (1\u00a0Mo)\u00a0: partagez-le."
    )


@pytest.mark.parametrize("count", [20, 21, 3000])
def test_however_many_problems_documents_have_the_first_twenty_are_told_and_a_total(
    phare: Phare, tmp_path: Path, count: int
) -> None:
    (tmp_path / "a.md").write_text("<!-- /phare -->\n" * (count - 1), encoding="utf-8")
    (tmp_path / "b.md").write_text("<!-- /phare -->\n", encoding="utf-8")

    run = phare("update a.md b.md")

    told = run.err.splitlines()
    more = " The first 20 are above." if count > 20 else ""
    assert (run.status, len(told)) == (3, 21)
    assert told[-1] == f"phare: {count:,} problems: no document was changed.{more}"


def test_however_many_warnings_a_document_has_the_first_twenty_are_told_and_a_total(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("<!--phare show engagement-->\n\n" * 300, encoding="utf-8")

    run = phare("update --check a.md")

    told = run.err.splitlines()
    assert (run.status, len(told)) == (1, 22)
    assert told[-2] == "phare: a.md: 300 warnings; the first 20 are above."


def test_one_thing_wrong_in_the_data_of_many_blocks_is_told_once(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("region,stakeholder,indicator,item,value\nCorse,g,i,a,much\n")
    block = "<!-- phare: show i --data d.csv --top {} -->\n<!-- /phare -->\n\n"
    (tmp_path / "a.md").write_text("".join(block.format(top) for top in range(1, 12)), encoding="utf-8")

    run = phare("update a.md")

    assert run.err.count("“much” is not a number") == 1
    assert "phare: 12 problems" in run.err
