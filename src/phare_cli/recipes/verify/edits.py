"""Tell how a document is to be edited: right figures become blocks that stay true, wrong ones are corrected.

Only figures in digits whose binding is beyond doubt: one figure of the data, said as it stands there.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from phare_cli.documents.between_markers import seal
from phare_cli.documents.prose.passage import Prose, Role
from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE
from phare_cli.language.codebook import codebook
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.verify.figure_verdicts import RIGHT, WRONG
from phare_cli.recipes.verify.verify import Judged

_FIGURE = re.compile(r"\d[\d.,\u0020\u00a0\u202f]*(?:&nbsp;|&#160;|&#8239;)*(?:%|/10)")


class Edit(NamedTuple):
    """What is to stand in a document in place of what stands from *start* to *end*, in characters of its source."""

    start: int
    end: int
    text: str
    is_correction: bool


def edits_of(
    prose: Prose,
    judged: Sequence[Judged],
    language: str,
    *,
    syntax: str,
    bind: bool,
    fix: bool,
    data: str | None = None,
) -> list[Edit]:
    """Return the edits of a document of a *syntax*, in its order; *data* is the file that its blocks are to name."""
    edits = sorted(_edits(prose, judged, language, syntax=syntax, bind=bind, fix=fix, data=data))
    return [each for place, each in enumerate(edits) if not place or each.start >= edits[place - 1].end]


def _edits(
    prose: Prose,
    judged: Sequence[Judged],
    language: str,
    *,
    syntax: str,
    bind: bool,
    fix: bool,
    data: str | None,
) -> Iterator[Edit]:
    typesetter = Typesetter(language)
    for each in judged:
        estimate = each.finding.estimate
        if estimate is None or not _is_beyond_doubt(each):
            continue
        passage = each.claim.passage
        start, end = passage.offsets[each.claim.start], passage.offsets[each.claim.end - 1] + 1
        written = prose.source[start:end]
        is_wrong = each.finding.status == WRONG
        if _is_in_block(prose.source, start) or not _FIGURE.fullmatch(written):
            continue
        if (is_wrong and not fix) or not (bind or is_wrong):
            continue
        decimals = each.claim.number.decimals if each.claim.number is not None else 0
        text = typesetter.figure(estimate.value, estimate.unit, decimals)
        if bind and passage.role is not Role.HEADING:
            command = _command(estimate, decimals, language, data)
            text = f"<!-- phare: {command} -->{text}<!-- /phare {seal(text, syntax)} -->"
        if text != written:
            yield Edit(start, end, text, is_wrong)


def _is_in_block(source: str, place: int) -> bool:
    """Tell whether a place stands in a block already, which update keeps true."""
    return source.rfind("<!-- phare:", 0, place) > source.rfind("<!-- /phare", 0, place)


def _is_beyond_doubt(judged: Judged) -> bool:
    """Tell whether a claim is one figure of the data in digits, and no other could be meant."""
    claim, finding = judged.claim, judged.finding
    number, estimate = claim.number, finding.estimate
    if claim.kind != "figure" or number is None or estimate is None or finding.status not in (RIGHT, WRONG):
        return False
    is_plain = (
        number.unit in (PERCENT, SCORE)
        and not number.in_words
        and not number.hedge
        and not number.is_majority
    )
    is_alone = not claim.others and not claim.is_loose and not claim.is_range and claim.and_number is None
    is_itself = finding.value == estimate.value and len({each.key for each in finding.candidates}) <= 1
    return is_plain and is_alone and is_itself


def _command(estimate: Estimate, decimals: int, language: str, data: str | None) -> str:
    """Return the command of a block that gives this figure and no other."""
    book = codebook()
    options = {
        "region": book.slug("region", estimate.region),
        "stakeholder": book.slug("stakeholder", estimate.stakeholder),
        "segment": book.slug("segment", estimate.segment) if estimate.segment else "",
        "item": book.slug("item", estimate.item),
        "survey": estimate.survey,
        "wave": estimate.wave,
        "decimals": str(decimals) if decimals and estimate.unit == "percent" else "",
        "lang": language,
        "data": data or "",
    }
    words = [shlex.quote(book.slug("indicator", estimate.indicator))]
    words += [f"{name}={shlex.quote(value)}" for name, value in options.items() if value]
    return " ".join(("value", *words))


def edited(source: str, edits: Sequence[Edit]) -> str:
    """Return the source of a document with its edits made."""
    parts, at = [], 0
    for edit in edits:
        parts += [source[at : edit.start], edit.text]
        at = edit.end
    return "".join((*parts, source[at:]))
