"""Judge a figure that stands in a block by the command of its block, which says what it is, and not by its words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from phare_cli.documents.kept_words import KeptWords
from phare_cli.documents.plain_options import paired
from phare_cli.judging.reference import reference_of
from phare_cli.judging.subset import Selection, resolve, resolve_all, subset
from phare_cli.judging.terms import Terms
from phare_cli.nouns.errors import PhareError
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.nouns.table import Cell, Table
from phare_cli.recipes import value as recipe
from phare_cli.recipes.verify.figure_verdicts import (
    BY_BLOCK,
    BY_OTHER_DATA,
    OVERSTATED,
    RIGHT,
    STALE_BLOCK,
    UNKNOWN_STATUS,
    WRONG,
    Finding,
    PossibleFigure,
    holds,
    judge_readings,
)
from phare_cli.recipes.verify.grammar.claims import Claim

_KEY = ("survey", "wave", "region", "stakeholder", "segment", "indicator", "item")
# The options that choose a figure, those that say how it is read, and those that its number does not depend on.
_CHOOSING = ("region", "stakeholder", "segment", "wave", "survey", "item", "to", "by", "gap")
_READING = frozenset(("data", "map", "encoding", "decimal", "scale", "missing", "sheet", "codebook"))
_PLAIN = frozenset(
    ("lang", "decimals", "plain", "mark", "conf", "sample", "share", "family", "power", "panel")
)
_SHORT = {"r": "region", "s": "stakeholder", "d": "data"}


class _AskedFigure(NamedTuple):
    """What a command asks for: the names of each field, and whether it says how the data are read."""

    names: Mapping[str, tuple[str, ...]]
    is_read_apart: bool = False

    def of(self, field: str) -> tuple[str, ...]:
        return self.names.get(field, ())


class KeptFigures:
    """The figures of one document that blocks keep, as *survey* answers them."""

    def __init__(self, kept: Sequence[KeptWords], survey: Survey, region: str | None, terms: Terms) -> None:
        self._kept, self._survey, self._region, self._terms = kept, survey, region, terms
        self._answers: dict[tuple[str, ...], Mapping[str, Cell] | None] = {}

    def judge(self, claim: Claim, finding: Finding) -> Finding | None:
        """Return what the block of a claim says of it; None where it is in none, or in one that *survey* answers not.

        *finding* is what its words say of it.
        """
        first, last = claim.passage.offsets[claim.start], claim.passage.offsets[claim.end - 1]
        blocks = [each for each in self._kept if each.start <= last and first < each.end]
        if len(blocks) != 1 or claim.is_range:
            return None
        asked = _asked(blocks[0].command)
        if asked is None or (answer := self._answer(blocks[0].command, asked)) is None:
            return None
        judged = self._of_gap(claim, finding, answer) if asked.of("gap") else self._of_figure(claim, answer)
        if judged is None or judged.status != WRONG:
            return judged
        return Finding(UNKNOWN_STATUS, reason=BY_OTHER_DATA) if asked.is_read_apart else judged

    def _of_figure(self, claim: Claim, answer: Mapping[str, Cell]) -> Finding | None:
        estimate = self._estimate(answer)
        if claim.kind != "figure" or claim.number is None or estimate is None or estimate.value is None:
            return None
        judged = judge_readings(claim, claim.number, [PossibleFigure(estimate.value, estimate)])
        reason = {RIGHT: BY_BLOCK, WRONG: STALE_BLOCK}.get(judged.status, judged.reason)
        return judged._replace(reason=reason)

    def _of_gap(self, claim: Claim, finding: Finding, answer: Mapping[str, Cell]) -> Finding | None:
        """Return what a gap is; of one that the block bears, whether its words say too much is left to *finding*."""
        estimate, gap = self._estimate(answer), answer["gap"]
        if claim.kind not in ("gap", "change") or claim.number is None or estimate is None:
            return None
        if not isinstance(gap, float | int):
            return None
        is_held = holds(claim.number, abs(gap), is_score=estimate.unit != "percent")
        if is_held and finding.status in (RIGHT, OVERSTATED):
            return finding
        status, reason = (RIGHT, BY_BLOCK) if is_held else (WRONG, STALE_BLOCK)
        return Finding(status, estimate=estimate, gap=gap, reason=reason)

    def _estimate(self, answer: Mapping[str, Cell]) -> Estimate | None:
        """Return the estimate of the survey that an answer is of."""
        key = [answer[name] or "" for name in _KEY]
        return next(
            (each for each in self._survey.estimates if [getattr(each, name) for name in _KEY] == key), None
        )

    def _answer(self, command: tuple[str, ...], asked: _AskedFigure) -> Mapping[str, Cell] | None:
        """Return the row that answers a command; None where the survey holds none, or several."""
        if command not in self._answers:
            self._answers[command] = next(self._rows(asked), None)
        return self._answers[command]

    def _rows(self, asked: _AskedFigure) -> Iterator[Mapping[str, Cell]]:
        """Yield what answers a command: a region of the project stands in for none, as where it is refreshed."""
        home = [(self._region,)] if self._region is not None and not asked.of("region") else []
        for regions in [*home, asked.of("region")]:
            try:
                yield from self._table(asked, regions).records()
            except PhareError:
                continue

    def _table(self, asked: _AskedFigure, regions: tuple[str, ...]) -> Table:
        survey = self._survey
        items = resolve_all(survey, "item", asked.of("item"))
        segments = resolve_all(survey, "segment", asked.of("segment"))
        to = next(iter(asked.of("to")), None)
        selection = Selection(
            asked.of("indicator"),
            regions,
            asked.of("stakeholder"),
            asked.of("segment"),
            asked.of("wave"),
            asked.of("survey"),
        )
        if not asked.of("gap"):
            return recipe.value(subset(survey, selection), items=items, segments=segments)
        if asked.of("by"):
            return recipe.change(
                subset(survey, selection._replace(waves=())),
                regions=resolve_all(survey, "region", regions),
                waves=resolve_all(survey, "wave", asked.of("wave")),
                to=None if to is None else resolve(survey, "wave", to),
                items=items,
                segments=segments,
                terms=self._terms,
            )
        return recipe.gap(
            subset(survey, selection._replace(regions=())),
            regions=resolve_all(survey, "region", regions),
            to=reference_of(survey, to),
            items=items,
            segments=segments,
            terms=self._terms,
        )


def _asked(command: Sequence[str]) -> _AskedFigure | None:
    """Return what the command of a figure asks for; None for one with an option that is not known here."""
    names: dict[str, tuple[str, ...]] = {}
    is_read_apart = False
    words = iter(paired(command[1:]))
    for word in words:
        if not word.startswith("-"):
            names["indicator"] = (*names.get("indicator", ()), word)
            continue
        if word.startswith("--"):
            option, _, text = word.removeprefix("--").partition("=")
        else:
            option, text = _SHORT.get(word[1:2], ""), word[2:] or next(words, "")
        if option in _READING:
            is_read_apart = True
        elif option in _CHOOSING:
            names[option] = (*names.get(option, ()), text or "yes")
        elif option not in _PLAIN:
            return None
    return _AskedFigure(names, is_read_apart)
