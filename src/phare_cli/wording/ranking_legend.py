"""The lines under a ranking that explain its intervals and its flags: each mark that stands in it, and no other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from phare_cli.judging.precision import RankedEstimate, flag_of
from phare_cli.language.fixed_words import FLAG_SIGNS
from phare_cli.nouns.contract import CELL_PERCENT, QUANTILES, ROW_PERCENT
from phare_cli.nouns.message import Figure, Listing, Message, Name, counted, sentence
from phare_cli.nouns.survey import Estimate, QuestionKey, question_of
from phare_cli.wording import foot

_FLAGS = {
    "low_base": foot.LOW_BASE,
    "suppress": sentence(
        "Too imprecise to publish: by the NCHS presentation standards for proportions (2017)."
    ),
    "review": sentence("To review: a figure of 0 or 100%, by the NCHS presentation standards (2017)."),
}
_HIDDEN = "hidden"
_SIGNED = "{sign} {line}"


def of_rows(results: Sequence[RankedEstimate], conf: float) -> list[Message]:
    """Return the lines under a table with a row a figure, which has a column for each mark."""
    notes: list[Message] = []
    level = foot.level(conf)
    notes += of_measures(results)
    notes += _intervals([result for result in results if result.interval], level)
    with_ranks = [result for result in results if result.rank_interval]
    if any(result.has_own_ranks for result in with_ranks):
        notes.append(
            sentence(
                "Rank interval: the ranks an item may have at {level} confidence, all pairs tested on the answers of "
                "the same respondents.",
                level=level,
            ).of_column("rank_low")
        )
    if any(not result.has_own_ranks for result in with_ranks):
        notes.append(
            sentence(
                "Rank interval: the ranks an item may have at {level} confidence, all pairs tested.",
                level=level,
            ).of_column("rank_low")
        )
    if any(result.interval or result.rank_interval for result in results):
        notes.append(foot.DRAWN)
        notes += foot.effective([result.estimate for result in results])
        notes += foot.degrees([result.estimate for result in results if result.interval])
    if _has_mixed_bases(results):
        notes.append(
            sentence(
                "Items of several bases: each pair is tested on the smaller of its two, and not at all under 30."
            )
        )
    notes += foot.censuses([result.estimate for result in results if result.interval])
    notes += _apart(results)
    notes += of_flags({result.flag for result in results})
    hidden = sum(result.is_hidden for result in results)
    if hidden:
        notes.append(counted("{count} figure is hidden.", "{count} figures are hidden.", hidden))
    has_ranks = any(result.rank is not None for result in results)
    if has_ranks and any(result.is_hidden and not result.is_rate for result in results):
        notes.append(
            sentence("Hidden figures come last and have no rank: the ranks are those of the others.")
        )
    return notes


def of_flags(flags: Collection[str | None]) -> list[Message]:
    """Return a line for each of some flags."""
    return [line for flag, line in _FLAGS.items() if flag in flags]


def sign_lines(estimates: Iterable[Estimate]) -> list[Message]:
    """Return what the sign means of each flag that some of *estimates* have, where figures carry signs."""
    flags = dict.fromkeys(map(flag_of, estimates))
    return [
        Message(_SIGNED, {"sign": sign, "line": _FLAGS[flag]})
        for flag, sign in FLAG_SIGNS.items()
        if flag in flags
    ]


def with_signs(lines: Sequence[Message], estimates: Iterable[Estimate]) -> list[Message]:
    """Return the *lines* under a table whose figures carry signs: what a low base is stands beside its sign."""
    signs = sign_lines(estimates)
    told = [line.values["line"] for line in signs]
    at = next((place for place, line in enumerate(lines) if line == foot.LOW_BASE), len(lines))
    return [*lines[:at], *signs, *(line for line in lines[at:] if line not in told)]


def without_signs(lines: Iterable[Message]) -> tuple[Message, ...]:
    """Return the *lines* under a table for a picture of it, which has no signs: what its flags mean alone."""
    told = (line.values["line"] if line.text == _SIGNED else line for line in lines)
    return tuple(line for line in told if isinstance(line, Message))


def flags_named(lines: Iterable[Message], estimates: Sequence[Estimate]) -> tuple[Message, ...]:
    """Return the *lines* under a table for a picture that marks no figure: which of *estimates* have a flag."""
    by_flag: dict[str | None, list[Estimate]] = {}
    for each in estimates:
        by_flag.setdefault(flag_of(each), []).append(each)
    named = (_cell_line(flag, _cells(by_flag[flag])) for flag in FLAG_SIGNS if flag in by_flag)
    return (*(line for line in lines if line.text != _SIGNED), *named)


def _apart(results: Sequence[RankedEstimate]) -> list[Message]:
    """Return which items stand last and have no rank, as they gather other answers, or none; none of a scale."""
    apart = [
        result.estimate.item
        for result in results
        if result.order is None and result.value is not None and not result.estimate.is_step
    ]
    if not apart or all(result.rank is None for result in results):
        return []
    items = tuple(Name("item", item) for item in dict.fromkeys(apart))
    return [
        counted(
            "Last and without a rank: {items}, which is no item of the list. The ranks are those of the others.",
            "Last and without a rank: {items}, which are no items of the list. The ranks are those of the others.",
            len(items),
            items=Listing(items),
        )
    ]


def _intervals(results: Sequence[RankedEstimate], level: Figure) -> list[Message]:
    """Return where intervals come from, and that they hold what rounding hides where figures were rounded."""
    notes = []
    drawn = [result for result in results if not result.estimate.is_census]
    percents = [result for result in drawn if result.estimate.unit == "percent"]
    if any(result.estimate.half_unit for result in percents):
        notes.append(sentence("Interval: Wilson's, at {level} confidence; rounding included.", level=level))
    elif percents:
        notes.append(sentence("Interval: Wilson's, at {level} confidence.", level=level))
    others = {result.estimate.measure for result in drawn if result.estimate.unit != "percent"}
    if "" in others:
        notes.append(
            sentence(
                "Interval of a score: Student's, on its standard error, at {level} confidence.", level=level
            )
        )
    if others - {"", *QUANTILES}:
        notes.append(
            sentence(
                "Interval of a mean, total, ratio or count: Student's, on its standard error, at {level} confidence.",
                level=level,
            )
        )
    if others & set(QUANTILES):
        notes.append(
            sentence("Interval of a median or quantile: Woodruff's, at {level} confidence.", level=level)
        )
    return [note.of_column("low") for note in notes]


def of_measures(results: Sequence[RankedEstimate]) -> list[Message]:
    """Return what readers of totals, medians, the lowest and the highest are to know, beside their intervals."""
    measures = {result.estimate.measure for result in results if result.value is not None}
    notes = []
    if measures & {"total", "count"}:
        notes.append(
            sentence("Totals and counts are of as many people as the weights of respondents add up to.")
        )
    if measures & {"minimum", "maximum"}:
        notes.append(sentence("The lowest and the highest are those of the respondents alone."))
    if ROW_PERCENT in measures:
        notes.append(
            sentence(
                "Row percents: of those who gave an answer, the part that stands in each column: rows add up. "
                "No gap between two of them is tested: the columns share the same people."
            )
        )
    if CELL_PERCENT in measures:
        notes.append(
            sentence(
                "Cell percents: of all who answered and stand in a column, the part that gave the answer and stands in "
                "this one. No gap between two of them is tested: the columns share the same people."
            )
        )
    if any(result.estimate.measure in QUANTILES and result.interval is None for result in results):
        notes.append(
            sentence("The interval of a median or quantile comes with the data, at 95% confidence alone.")
        )
    return notes


def of_crossing(results: Sequence[RankedEstimate]) -> list[Message]:
    """Return the lines under a crossing: with no place for marks in its cells, each line names them."""
    estimates_by_mark: dict[str, list[Estimate]] = {}
    for result in results:
        if result.is_hidden:
            estimates_by_mark.setdefault(_HIDDEN, []).append(result.estimate)
        elif result.flag:
            estimates_by_mark.setdefault(result.flag, []).append(result.estimate)
    order = (*_FLAGS, _HIDDEN)
    return [
        *of_measures(results),
        *(_cell_line(mark, _cells(estimates_by_mark[mark])) for mark in order if mark in estimates_by_mark),
    ]


def _cell_line(mark: str, cells: Listing) -> Message:
    match mark:
        case "low_base":
            return sentence(
                "Low base, an effective base under 30, not to be relied upon: {cells}.", cells=cells
            )
        case "suppress":
            return sentence(
                "Too imprecise to publish, by the NCHS presentation standards for proportions (2017): {cells}.",
                cells=cells,
            )
        case "review":
            return sentence(
                "To review, figures of 0 or 100%, by the NCHS presentation standards (2017): {cells}.",
                cells=cells,
            )
        case _:
            return sentence(
                "Hidden, too imprecise to publish (NCHS standards, 2017), of no weight in the order of items: {cells}.",
                cells=cells,
            )


def _has_mixed_bases(results: Sequence[RankedEstimate]) -> bool:
    bases: dict[QuestionKey, set[float | None]] = {}
    for result in results:
        if result.rank_interval and not result.has_own_ranks:
            bases.setdefault(question_of(result.estimate), set()).add(result.estimate.precision_base)
    return any(len(question_bases) > 1 for question_bases in bases.values())


def _cells(estimates: Sequence[Estimate]) -> Listing:
    """Return where figures stand in a crossing: ``Citizens, France: air and soil``, with what else sets them apart."""
    groups: dict[QuestionKey, list[Estimate]] = {}
    for estimate in estimates:
        groups.setdefault(question_of(estimate), []).append(estimate)
    varied = [
        field
        for field in ("indicator", "survey", "wave")
        if len({getattr(estimate, field) for estimate in estimates}) > 1
    ]
    return Listing(tuple(_group(of_question, varied) for of_question in groups.values()), last=";")


def _group(estimates: Sequence[Estimate], varied: Sequence[str]) -> Message:
    items = Listing(tuple(Name("item", estimate.item) for estimate in estimates))
    where = foot.groups(estimates[:1])
    if not varied:
        return sentence("{where}: {items}", where=where, items=items)
    context = Listing(tuple(Name(field, getattr(estimates[0], field)) for field in varied))
    return sentence("{where} ({context}): {items}", where=where, context=context, items=items)
