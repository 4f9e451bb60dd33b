"""Tell of each claim of a document that is edited why it stays as it is, the first of them."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.blocks import OFFICE, find_blocks, syntax_of
from phare_cli.documents.prose.passage import Prose
from phare_cli.files.findings import KEPT
from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.edits import Binding
from phare_cli.recipes.verify.figure_verdicts import RIGHT
from phare_cli.recipes.verify.left_as_it_is import IN_A_BLOCK, NOT_APART, why_unbound, why_uncorrected
from phare_cli.recipes.verify.verify import Judged
from phare_cli.shell.session import Session, tell

_TOLD = 10  # figures that stay text


def tell_left(
    name: str,
    prose: Prose,
    faults: Sequence[Judged],
    in_blocks: Sequence[Binding],
    survey: Survey,
    session: Session,
) -> None:
    """Say of each fault that is left why it is: what people must mend themselves."""
    for each in faults[:KEPT]:
        reason = why_uncorrected(each, survey)
        if reason is None:
            reason = IN_A_BLOCK if is_among(each, in_blocks) else NOT_APART
        told = sentence(
            "phare: {place}: “{words}” is left: {reason}.",
            place=_place(name, prose, each),
            words=words_of(each),
            reason=reason,
        )
        tell(session.say(told))


def tell_unbound(
    name: str,
    prose: Prose,
    judged: Sequence[Judged],
    left_out: Sequence[tuple[Binding, Message]],
    session: Session,
) -> None:
    """Say of each right figure that becomes no block why it stays text, of ten of them; *left_out* are those tried."""
    figures = [each for each in judged if each.claim.kind == "figure" and each.finding.status == RIGHT]
    kept = [(each, reason) for each in figures if (reason := _why(each, left_out))]
    inside = _in_blocks(name, prose) if kept else ()
    outside = [
        (each, reason)
        for each, reason in kept
        if not any(start <= each.claim.passage.offsets[each.claim.start] < end for start, end in inside)
    ]
    for each, reason in outside[:_TOLD]:
        told = sentence(
            "phare: {place}: “{words}” stays text: {reason}.",
            place=_place(name, prose, each),
            words=words_of(each),
            reason=reason,
        )
        session.remark(told)
    more = len(outside) - _TOLD
    if more > 0:
        session.remark(
            counted(
                "phare: {file}: {count} more right figure stays text.",
                "phare: {file}: {count} more right figures stay text.",
                more,
                file=name,
            )
        )


def _why(judged: Judged, left_out: Sequence[tuple[Binding, Message]]) -> Message | None:
    reason = why_unbound(judged)
    return reason or next((why for binding, why in left_out if is_among(judged, [binding])), None)


def words_of(judged: Judged) -> str:
    """Return the words of a claim in one line."""
    return " ".join(judged.claim.text.split())


def is_among(judged: Judged, bindings: Sequence[Binding]) -> bool:
    """Tell whether the words of a claim are those of one of *bindings*."""
    claim = judged.claim
    return any(
        each.passage is claim.passage and claim.start <= each.start and each.end <= claim.end
        for each in bindings
    )


def _place(name: str, prose: Prose, judged: Judged) -> str:
    return f"{name}:{judged.place.line}:{judged.place.column}" if prose.has_lines else name


def _in_blocks(name: str, prose: Prose) -> Sequence[tuple[int, int]]:
    """Return where the blocks of a document of text stand, which say themselves what they hold."""
    if syntax_of(name) in OFFICE:
        return ()
    blocks = find_blocks(prose.source, syntax=syntax_of(name), name=name)
    return [(block.opened, block.closed) for block in blocks]
