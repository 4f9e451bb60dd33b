"""Tell whom each column (or row) of groups stands for: the whole, a part by what, a region, another group, a round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from phare_cli.language.codebook import codebook
from phare_cli.language.folding import fold
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import NATION
from phare_cli.results.crosstabs.axes import AxisLine
from phare_cli.results.crosstabs.line_words import base_role, is_base, is_no_figure, is_scored, is_whole
from phare_cli.results.crosstabs.table_layout import LineRole, TableLine

SEGMENT, WAVE = "segment", "wave"
_PLACES = ("region", "stakeholder")
_NO_ROUND = ("avant", "apres", "depuis", "before", "after", "since", "ne", "nes", "nees", "born", "en")


class GroupLines(NamedTuple):
    """What each line of groups is, by place, with what is to be said of it."""

    lines: dict[int, TableLine]
    remarks: dict[int, Message]
    whole: str = ""  # what the table calls the whole group, where that is a name


@cache
def _round() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:vague|wave|edition|rappel|barometre|enquete|annee|year) )?(?:\d{1,2} )?(?:[a-z]{3,10} |[tqsh][1-4] ?)?"
        r"(?:19[5-9]|20\d)\d(?: (?:19|20)?\d\d)?|(?:vague|wave) ?\d{1,2}"
    )


def is_round(label: str) -> bool:
    """Tell whether a label names a round of a survey.

    >>> [is_round(text) for text in ("2022", "mars 2023", "T4 2023", "Vague 3", "avant 1960", "18-24 ans")]
    [True, True, True, True, False, False]
    """
    folded = fold(label)
    return _round().fullmatch(folded) is not None and folded.split()[0] not in _NO_ROUND


def group_lines(lines: Sequence[AxisLine], *, scored: bool = False) -> GroupLines:
    """Return what the *lines* of one axis stand for, were they those of groups; means are of all, if *scored*."""
    kinds = _kinds(lines)
    found = GroupLines({}, {})
    whole = ""
    has_parts = any(len(line.levels) > 1 for line in lines)
    for line in lines:
        told, remark = _one(line, kinds, has_parts=has_parts, scored=scored)
        found.lines[line.place] = told
        if remark is not None:
            found.remarks[line.place] = remark
        if told.role is LineRole.GROUP and remark is _CALLED and not whole:
            whole = line.label
    return found._replace(whole=whole)


_CALLED = sentence("taken for the whole group, under its own name")
_SKIPPED = sentence("no share of anybody: left out")
_COUNTS = sentence("counts beside percentages: left out")
_NATION = sentence("taken for France as a whole, beside regions")
_ALL_ROUNDS = sentence("all rounds together: left out")
_NAMELESS = sentence("without a name: left out")
_ITEM_BASES = sentence("bases of answers: used where there is one group only")


def _kinds(lines: Sequence[AxisLine]) -> dict[tuple[int, str], str]:
    """Return what the words of each level are, under each of the words around them."""
    groups: dict[tuple[int, str], list[str]] = {}
    for line in lines:
        for depth, text in enumerate(line.levels):
            if not is_whole(text) and not is_no_figure(text) and not is_base(text):
                groups.setdefault((depth, _around(line, depth)), []).append(text)
    return {key: _kind(texts) for key, texts in groups.items()}


def _around(line: AxisLine, depth: int) -> str:
    return line.levels[depth - 1] if depth else ""


def _kind(texts: Sequence[str]) -> str:
    book = codebook()
    for kind in _PLACES:
        if all(not text.isdigit() and book.find(kind, text) is not None for text in texts):
            return kind
    return WAVE if all(map(is_round, texts)) else SEGMENT


def _one(
    line: AxisLine, kinds: dict[tuple[int, str], str], *, has_parts: bool, scored: bool
) -> tuple[TableLine, Message | None]:
    if not line.levels:
        return TableLine(LineRole.SKIP), _NAMELESS
    if is_base(line.label):
        return TableLine(base_role(line.label)), _ITEM_BASES
    if any(is_no_figure(text, scored=scored) for text in line.levels):
        return TableLine(LineRole.SKIP), _SKIPPED
    if line.measure == "count":
        return TableLine(LineRole.SKIP), _COUNTS
    named: dict[str, str] = {}
    plain = list[str]()
    for depth, text in enumerate(line.levels):
        kind = (
            ""
            if is_whole(text) or (scored and is_scored(text))
            else kinds.get((depth, _around(line, depth)), "")
        )
        if kind in ("region", "stakeholder", WAVE) and kind not in named:
            named[kind] = text
        elif kind:
            plain.append(text)
    # “Région” above the names of regions says what they are.
    plain = [text for text in plain if codebook().find("column", text) not in named]
    remark = None
    siblings = set(kinds.values())
    if not named and not plain and WAVE in siblings and SEGMENT not in siblings:
        return TableLine(LineRole.SKIP), _ALL_ROUNDS
    if "region" not in named and not plain and siblings == {"region"}:
        named["region"], remark = NATION, _NATION
    if len(plain) == 1 and len(line.levels) == 1 and has_parts and not named:
        plain, remark = [], _CALLED
    told = TableLine(
        LineRole.GROUP,
        segment=plain[-1] if plain else "",
        breakdown=" – ".join(plain[:-1]),
        region=named.get("region", ""),
        stakeholder=named.get("stakeholder", ""),
        wave=named.get(WAVE, ""),
        base=line.base,
    )
    return told, remark
