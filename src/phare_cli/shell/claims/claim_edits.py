"""Write documents with their right figures bound and their wrong ones corrected, having shown the difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import unified_diff
from html import unescape
from os.path import relpath
from pathlib import Path
from typing import NamedTuple

from phare_cli.documents.all_or_none import BlockAnswers, refreshing
from phare_cli.documents.blocks import OFFICE, Block, find_blocks, syntax_of
from phare_cli.documents.diff import visible_line
from phare_cli.documents.prose.open_prose import content_to_write, prose_of_bytes
from phare_cli.documents.prose.passage import Prose
from phare_cli.files.project_folder import project_of
from phare_cli.judging.terms import Terms
from phare_cli.nouns.errors import PhareError, SystemRefusal, WrongOption
from phare_cli.nouns.message import counted, sentence
from phare_cli.nouns.remark import FAULTS
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.accepting import Acceptances
from phare_cli.recipes.verify.edits import Binding, bindings_of
from phare_cli.recipes.verify.left_as_it_is import NO_BLOCK, NOT_APART
from phare_cli.recipes.verify.verify import Judged, judge_claims
from phare_cli.shell.block_runner import block_answerer
from phare_cli.shell.claims.left_told import is_among, tell_left, tell_unbound, words_of
from phare_cli.shell.session import Session, tell
from phare_cli.shell.table_delivery import put, put_documents
from phare_cli.shell.whole.replacing import Replacement

_Ask = Callable[[Block], str]


class Wanted(NamedTuple):
    """What is to be done to documents: bind, correct, and leave what is accepted."""

    bind: bool
    fix: bool
    data: Sequence[str]
    acceptances: Acceptances
    tolerate: str | None = None


class _Change(NamedTuple):
    """A binding, and the command that gives its figure; empty where its words alone are corrected."""

    binding: Binding
    command: str


class _Edited(NamedTuple):
    """A document with changes *made*, and those of figures that stood in a block already."""

    content: bytes
    made: Sequence[_Change] = ()
    in_blocks: Sequence[_Change] = ()


def edit_documents(
    documents: Sequence[tuple[str, Prose]],
    survey: Survey,
    region: str | None,
    terms: Terms,
    session: Session,
    wanted: Wanted,
) -> int:
    """Write documents with their right figures bound and their wrong ones corrected, having shown the difference.

    A figure is bound to a block that gives it, as ``phare update`` will ask it; where none does it stays as it is.
    Returns 1 where a claim is wrong or overstated still, as where nothing is edited.
    """
    replacements = []
    left = 0
    words: list[tuple[str, list[str]]] = []
    answers = BlockAnswers(block_answerer(session), (), lambda folder: project_of(folder) or folder)
    for name, prose in documents:
        before = content_to_write(name, prose)
        ask = answers.of(Path(name).resolve())
        reader, judged = judge_claims(prose, survey, name=name, region=region, terms=terms)
        words.append((name, [words_of(each) for each in judged]))
        bindings = bindings_of(
            name,
            judged,
            reader.language,
            bind=wanted.bind,
            fix=wanted.fix,
            data=[_beside(file, name) for file in wanted.data],
            acceptances=wanted.acceptances,
            survey=survey,
        )
        taken = _outside_blocks(bindings, prose, name)
        changes = [_change(each, ask, name) for each in taken]
        edited = _edited(before, name, prose, [each for each in changes if each], ask)
        after = prose_of_bytes(edited.content, name).source if prose.has_lines else _bound(prose, edited.made)
        _show_difference(prose.source, after, name, session)
        if edited.content != before:
            replacements.append(Replacement(Path(name), edited.content, before=before))
        _tell(name, edited.made, session)
        if wanted.bind:
            done = [each.binding for each in (*edited.made, *edited.in_blocks)]
            given = [each.binding for each in changes if each]
            left_out = [
                (each, NOT_APART if each in given else NO_BLOCK) for each in taken if each not in done
            ]
            tell_unbound(name, prose, judged, left_out, session)
        corrected = [each.binding for each in edited.made if each.binding.is_correction]
        faults = [each for each in _faults(name, judged, wanted) if not is_among(each, corrected)]
        left += len(faults)
        if faults:
            if wanted.fix:
                in_blocks = [each for each in bindings if each not in taken]
                tell_left(name, prose, faults, in_blocks, survey, session)
            still = counted(
                "phare: {file}: {count} claim is still wrong or overstated: phare verify tells which.",
                "phare: {file}: {count} claims are still wrong or overstated: phare verify tells which.",
                len(faults),
                file=name,
            )
            tell(session.say(still))
    for notice in wanted.acceptances.unmet(words):
        tell(session.say(sentence("phare: {error}", error=notice)))
    put_documents(replacements, session)
    return int(left > 0)


def _faults(name: str, judged: Sequence[Judged], wanted: Wanted) -> list[Judged]:
    """Return the claims that are wrong or overstated, and neither tolerated nor accepted."""
    faults = set(FAULTS) - {wanted.tolerate}
    return [
        each
        for each in judged
        if each.finding.status in faults
        and wanted.acceptances.reason(name, words_of(each), each.finding.status) is None
    ]


def _beside(file: str, document: str) -> str:
    """Return how a document is to name a file of data."""
    return Path(relpath(file, Path(document).resolve().parent)).as_posix() if file != "-" else file


def _outside_blocks(bindings: Sequence[Binding], prose: Prose, name: str) -> list[Binding]:
    """Return the bindings that stand in no block, which update keeps true; those of office documents say so later."""
    if syntax_of(name) in OFFICE:
        return list(bindings)
    blocks = find_blocks(prose.source, syntax=syntax_of(name), name=name)
    return [
        each
        for each in bindings
        if not any(block.opened <= each.passage.offsets[each.start] < block.closed for block in blocks)
    ]


def _change(binding: Binding, ask: _Ask, name: str) -> _Change | None:
    """Return how a figure is bound, or corrected where no block gives it; None where it stays as it is."""
    for command in binding.commands:
        [block] = find_blocks(f"<!-- phare: {command} --><!-- /phare -->", syntax="markdown", name=name)
        try:
            answer = ask(replace(block, syntax="html"))
        except SystemRefusal:  # which is no word about the figure
            raise
        except PhareError:
            continue
        if _bare(answer) == _bare(binding.text):
            return _Change(binding, command)
    return _Change(binding, "") if binding.is_correction else None


def _bare(text: str) -> str:
    return "".join(unescape(text).split())


def _edited(before: bytes, name: str, prose: Prose, changes: Sequence[_Change], ask: _Ask) -> _Edited:
    """Return the document with its changes, as ``phare update`` leaves it."""
    if not changes:
        return _Edited(before)
    refresh = refreshing(name)
    if any(passage.is_stale for passage in refresh(before, name, ask).passages):
        raise WrongOption(
            sentence("{file} holds blocks that are not up to date: phare update it, then bind.", file=name)
        )
    if syntax_of(name) in OFFICE:
        from phare_cli.documents.office.retyped import Retyped, retyped

        typed = {
            Retyped(
                change.binding.passage,
                change.binding.start,
                change.binding.end,
                f"{{{{phare: {change.command}}}}}" if change.command else change.binding.text,
            ): change
            for change in changes
        }
        typing = retyped(before, name, prose, list(typed))
        edited = _Edited(
            typing.content, [typed[each] for each in typing.made], [typed[each] for each in typing.in_blocks]
        )
    else:
        edited = _Edited(_marked(before, prose, changes, name), changes)
    if not any(each.command for each in edited.made):
        return edited
    return edited._replace(content=refresh(edited.content, name, ask).content)


def _marked(before: bytes, prose: Prose, changes: Sequence[_Change], name: str) -> bytes:
    """Return a document of text with the markers of blocks around its figures."""
    opening, closing = ("{/*", "*/}") if syntax_of(name) == "mdx" else ("<!--", "-->")
    parts, at = [], 0
    for binding, command in sorted(
        changes, key=lambda change: change.binding.passage.offsets[change.binding.start]
    ):
        start = binding.passage.offsets[binding.start]
        parts.append(prose.source[at:start])
        parts.append(
            f"{opening} phare: {command} {closing}{binding.text}{opening} /phare {closing}"
            if command
            else binding.text
        )
        at = _end_of(prose, binding)
    text = "".join((*parts, prose.source[at:]))
    return (b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b"") + text.encode("utf-8")


def _end_of(prose: Prose, binding: Binding) -> int:
    """Return where the words of a binding end in their source: behind their last letter, or its entity."""
    offsets = binding.passage.offsets
    last = offsets[binding.end - 1]
    if prose.source[last] == "&" and binding.passage.text[binding.end - 1] != "&":
        return prose.source.index(";", last) + 1
    return last + 1


def _bound(prose: Prose, made: Sequence[_Change]) -> str:
    """Return the words of an office document with each block before its figure: a control shows no command."""
    text = prose.source
    for change in sorted(
        made, key=lambda each: each.binding.passage.offsets[each.binding.start], reverse=True
    ):
        binding = change.binding
        start, end = binding.passage.offsets[binding.start], _end_of(prose, binding)
        block = f"[phare: {change.command}] " if change.command else ""
        text = f"{text[:start]}{block}{binding.text}{text[end:]}"
    return text


def _show_difference(before: str, after: str, name: str, session: Session) -> None:
    shown = visible_line(name)
    lines = unified_diff(_lines(before), _lines(after), shown, shown, n=1, lineterm="")
    put("".join(f"{line}\n" for line in lines), None, session)


def _lines(text: str) -> list[str]:
    """Return the lines of a document as they are shown in a diff."""
    return [visible_line(line.removesuffix("\r")) for line in text.removesuffix("\n").split("\n")]


def _tell(name: str, made: Sequence[_Change], session: Session) -> None:
    bound = sum(bool(each.command) for each in made)
    corrected = sum(each.binding.is_correction for each in made)
    session.remark(
        sentence(
            "phare: {file}: figures bound: {bound}, corrected: {corrected}.",
            file=name,
            bound=bound,
            corrected=corrected,
        )
    )
