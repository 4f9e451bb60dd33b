"""Tell which figures of a document may become blocks that stay true, and which are to be corrected.

Only figures in digits whose binding is beyond doubt: one figure of the data, said as it stands there.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from phare_cli.documents.prose.passage import ProsePassage, Role
from phare_cli.language.codebook import codebook
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Message
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.recipes.verify.accepting import NOTHING, Acceptances
from phare_cli.recipes.verify.figure_verdicts import WRONG
from phare_cli.recipes.verify.left_as_it_is import why_unbound, why_uncorrected
from phare_cli.recipes.verify.verify import Judged

_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_WHOLE = re.compile(r"\d+(?:[.,]\d+)?\s*(?:%|/\s?10)")


class Binding(NamedTuple):
    """Words of a passage that may become a block, or are to be corrected.

    *commands* are those that may give their figure, the shortest first; none where it may not become a block. *text* is
    what is to stand there.
    """

    passage: ProsePassage
    start: int
    end: int
    commands: tuple[str, ...]
    text: str
    is_correction: bool


def bindings_of(
    document: str,
    judged: Sequence[Judged],
    language: str,
    *,
    bind: bool,
    fix: bool,
    data: Sequence[str] = (),
    acceptances: Acceptances = NOTHING,
    survey: Survey,
) -> list[Binding]:
    """Return what may be edited in a document, in its order; what a person accepted stays as it is.

    *data* are the files that its blocks are to name. A figure is edited where nothing keeps it, as why_kept() tells.
    """
    found: list[Binding] = []
    judged = [each for each in judged if why_kept(each, survey) is None]
    for binding in _bindings(
        document, judged, language, bind=bind, fix=fix, data=data, acceptances=acceptances
    ):
        is_over = any(
            each.passage is binding.passage and each.start < binding.end and binding.start < each.end
            for each in found[-3:]
        )
        if not is_over:
            found.append(binding)
    return found


def why_kept(judged: Judged, survey: Survey) -> Message | None:
    """Return why a figure stays as it is; None where it may be corrected, or become a block."""
    return why_uncorrected(judged, survey) if judged.finding.status == WRONG else why_unbound(judged)


def _bindings(
    document: str,
    judged: Sequence[Judged],
    language: str,
    *,
    bind: bool,
    fix: bool,
    data: Sequence[str],
    acceptances: Acceptances,
) -> Iterator[Binding]:
    typesetter = Typesetter(language)
    for each in judged:
        estimate, number, claim = each.finding.estimate, each.claim.number, each.claim
        if estimate is None or number is None:
            continue
        is_wrong = each.finding.status == WRONG
        if (is_wrong and not fix) or not (bind or is_wrong):
            continue
        if is_wrong and acceptances.reason(document, " ".join(claim.text.split()), WRONG) is not None:
            continue
        digits = _DIGITS.search(claim.text)
        if digits is None:
            continue
        is_plain = _WHOLE.fullmatch(claim.text) is None
        text = typesetter.figure(estimate.value, estimate.unit, number.decimals)
        if is_plain and estimate.value is not None:
            places = typesetter.places(estimate.value, estimate.unit, number.decimals)
            text = typesetter.number(estimate.value, places)
        commands = _commands(estimate, number.decimals, language, data, is_plain=is_plain)
        may_be_block = bind and claim.passage.role is not Role.HEADING
        start = claim.start + digits.start()
        end = claim.start + digits.end() if is_plain else claim.end
        yield Binding(claim.passage, start, end, commands if may_be_block else (), text, is_wrong)


def _commands(
    estimate: Estimate, decimals: int, language: str, data: Sequence[str], *, is_plain: bool
) -> tuple[str, ...]:
    """Return the commands of blocks that may give this figure and no other."""
    book = codebook()
    options = {
        "region": book.slug("region", estimate.region),
        "stakeholder": book.slug("stakeholder", estimate.stakeholder),
        "segment": book.slug("segment", estimate.segment) if estimate.segment else "",
        "item": book.slug("item", estimate.item),
        "survey": estimate.survey,
        "wave": estimate.wave,
        "decimals": str(decimals) if estimate.unit == "percent" else "",
        "lang": language,
        "plain": "yes" if is_plain else "",
    }
    # Whole percents are what a block gives of itself, but where the data hold more digits.
    of_digits = [options] if decimals else [{**options, "decimals": ""}, options]
    commands = []
    for each in of_digits:
        words = [shlex.quote(book.slug("indicator", estimate.indicator))]
        words += [f"{name}={shlex.quote(value)}" for name, value in each.items() if value]
        words += [f"data={shlex.quote(file)}" for file in data]
        commands.append(" ".join(("value", *words)))
    return (
        tuple(commands) if estimate.segment else (*commands, *(f"{each} segment=none" for each in commands))
    )
