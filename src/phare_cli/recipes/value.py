"""One figure for a sentence. Several that match are an error that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from phare_cli.judging.pairs import By, Pair, pair_regions, wave_series
from phare_cli.judging.precision import flag_of
from phare_cli.judging.subset import to_type
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Figure, Fill, Gap, Listing, Message, counted, sentence
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.recipes.subject_columns import CONTEXT, GROUP, INDICATOR, ITEM, UNIT
from phare_cli.wording import foot

if TYPE_CHECKING:
    from phare_cli.judging.verdicts import Judgement

LISTED = 6  # more candidates than this teach nothing
COLUMNS = (*CONTEXT, *GROUP, INDICATOR, ITEM, UNIT)


def value(survey: Survey, *, items: Sequence[str] = (), segments: Sequence[str] = ()) -> Table:
    """Return a table of one row, the only estimate of *survey* that has one of *items* and *segments* (ids).

    Without *segments* the whole groups are meant. Raises WrongOption when no figure matches, or several.
    """
    found = _only(survey.estimates, items, segments)
    return Table(
        command="value",
        title=sentence("Value"),
        columns=(
            *COLUMNS,
            Column("value", sentence("Value"), Kind.VALUE),
            Column("flag", sentence("Flag"), Kind.WORD, Show.IF_ANY),
        ),
        rows=((*_context(found), found.value, flag_of(found)),),
        notes=_cautions(found),
        sources=foot.sources([found]),
    )


def gap(
    survey: Survey,
    *,
    regions: Sequence[str] = (),
    to: str = NATION,
    items: Sequence[str] = (),
    segments: Sequence[str] = (),
    terms: Terms = STANDARD,
) -> Table:
    """Return a table of one row: the figure of a region minus that of *to*, in points for percents, as judged.

    The verdict is that of *compare*: adjusted with all the tests of the indicator. Raises WrongOption when no figure
    matches, or several, or when there is no reference to compare with.
    """
    references = {pair.estimate: pair.reference for pair in pair_regions(survey, regions=regions, to=to)}
    found = _only(references, items, segments)
    reference = references[found]
    if reference is None or found.value is None or reference.value is None:
        raise WrongOption(
            sentence("there is no gap: the reference holds no figure to compare with. (phare compare)")
        )
    # A figure that is not a gap needs none of the judging.
    from phare_cli.judging.conclusions import conclude

    within = survey.named({"indicator": (found.indicator,)})
    judgement = next(
        each
        for each in conclude(within, regions=(found.region,), to=to, terms=terms)
        if each.pair.estimate == found
    )
    return _gap_table(judgement, Column("to", sentence("Beside"), Kind.NAME, names="region"))


def change(
    survey: Survey,
    *,
    regions: Sequence[str] = (),
    waves: Sequence[str] = (),
    to: str | None = None,
    items: Sequence[str] = (),
    segments: Sequence[str] = (),
    terms: Terms = STANDARD,
) -> Table:
    """Return a table of one row: the figure of a wave minus that of wave *to*, in points for percents, as judged.

    The wave is that of *waves*, else the last there is; *to* is the one before it when left out. The verdict is that
    of *compare* with waves: of these two alone where they do not follow one another. Raises WrongOption when no figure
    matches, or several, or when no other wave holds one to compare with.
    """
    within = survey.named({"region": regions}) if regions else survey
    series = {
        shown: figures
        for figures in wave_series(within)
        for shown in ([each for each in figures if each.wave in waves] if waves else figures[-1:])
    }
    found = _only(series, items, segments)
    figures, place = series[found], series[found].index(found)
    before = figures[place - 1] if place else None
    reference = before if to is None else next((each for each in figures if each.wave == to), None)
    if reference is None or reference is found:
        raise WrongOption(
            sentence(
                "there is no change: no other wave holds a figure to compare with. (phare compare --by wave)"
            )
        )
    pair = Pair(found, reference, reference.wave, By.WAVE)
    of_indicator = within.named({"indicator": (found.indicator,)})
    if reference is before:
        from phare_cli.judging.conclusions import conclude

        judged = {
            each.pair: each for each in conclude(of_indicator, regions=regions, by=By.WAVE, terms=terms)
        }
    else:
        from phare_cli.judging.trends import judged_ends

        judged = judged_ends(of_indicator, [(reference, found)], regions, (), terms)
    return _gap_table(judged[pair], Column("to", sentence("Beside")))


def _gap_table(judgement: Judgement, to: Column) -> Table:
    """Return the only gap of an answer; *to* is the column of what it is measured from."""
    pair = judgement.pair
    return Table(
        command="value",
        title=sentence("Gap"),
        columns=(
            *COLUMNS,
            Column("gap", sentence("Gap"), Kind.GAP),
            Column("low", sentence("Interval of the gap"), Kind.GAP, upto="high"),
            Column("high", sentence("Upper end"), Kind.GAP, Show.NEVER),
            Column("p_value", sentence("p value"), Kind.PROBABILITY, Show.NEVER),
            Column("p_adjusted", sentence("Adjusted p"), Kind.PROBABILITY, Show.NEVER),
            Column("verdict", sentence("Verdict"), Kind.WORD, names="wave" if pair.by is By.WAVE else ""),
            Column("reason", sentence("Reason"), Kind.WORD, Show.IF_ANY),
            to,
        ),
        rows=(
            (
                *_context(pair.estimate),
                judgement.gap,
                judgement.low,
                judgement.high,
                judgement.p_value,
                judgement.p_adjusted,
                judgement.verdict,
                judgement.reason,
                pair.to,
            ),
        ),
        notes=_cautions_of_gap(judgement),
        sources=foot.sources([pair.estimate, *([pair.reference] if pair.reference else [])]),
    )


def _cautions(estimate: Estimate) -> tuple[Message, ...]:
    """Return what whoever writes a figure in a sentence must know of it."""
    flag = flag_of(estimate)
    figure = Figure(estimate.value, estimate.unit)
    where = foot.groups([estimate])
    if flag == "low_base":
        return (
            sentence(
                "{figure} ({where}) stands on an effective base under 30, and is not to be relied upon.",
                figure=figure, where=where,
            ),
        )  # fmt: skip
    if flag == "suppress":
        return (
            sentence(
                "{figure} ({where}) is too imprecise to publish, by the NCHS presentation standards (2017).",
                figure=figure, where=where,
            ),
        )  # fmt: skip
    return ()


def _cautions_of_gap(judgement: Judgement) -> tuple[Message, ...]:
    """Return that a gap is not established, or why it cannot be tested; nothing of two figures known exactly."""
    values: dict[str, Fill] = {
        "gap": Gap(judgement.gap or 0.0, judgement.pair.estimate.unit, signed=True),
        "where": foot.groups([judgement.pair.estimate]),
    }
    if judgement.is_exact:
        return ()
    if judgement.verdict == "not_established":
        return (sentence("the gap of {gap} ({where}) is not established.", **values),)
    if judgement.verdict == "untestable":
        from phare_cli.wording.reasons import why

        return (
            sentence("the gap of {gap} ({where}) cannot be tested: {why}.", why=why(judgement), **values),
        )
    return ()


def _only(estimates: Iterable[Estimate], items: Sequence[str], segments: Sequence[str]) -> Estimate:
    named = [
        estimate
        for estimate in estimates
        if (not items or estimate.item in items)
        and (estimate.segment in segments if segments else not estimate.segment)
    ]
    found = [estimate for estimate in named if estimate.value is not None]
    if named and not found:
        if all(map(foot.is_hidden, named)):
            raise WrongOption(sentence("this figure is hidden: too few respondents stand behind it."))
        raise WrongOption(sentence("no figure was published of what is asked for: it is named without one."))
    if not found:
        raise WrongOption(sentence("no figure matches: ask for less, or see phare show."))
    if len(found) == 1:
        return found[0]
    candidates = Listing(tuple(_options(estimate, found) for estimate in found[:LISTED]), last=";")
    raise WrongOption(
        counted(
            "{count} figure matches and one is wanted: {candidates}.",
            "{count} figures match and one is wanted: {candidates}.",
            len(found),
            candidates=candidates,
        )
    )


def _options(estimate: Estimate, found: Sequence[Estimate]) -> Message:
    """Return what to type for *estimate* and for no other of *found*: the options in which they differ."""
    words, typed = [], dict[str, Fill]()
    for field in ("indicator", "survey", "wave", "region", "stakeholder", "item"):
        ids = tuple(dict.fromkeys(getattr(other, field) for other in found))
        if len(ids) > 1:
            typed[field] = to_type(field, getattr(estimate, field), ids)
            words.append(f"{{{field}}}" if field == "indicator" else f"--{field} {{{field}}}")
    return Message(" ".join(words), typed)


def _context(estimate: Estimate) -> tuple[Cell, ...]:
    return (
        estimate.survey, estimate.wave, estimate.region, estimate.stakeholder, estimate.segment,
        estimate.indicator, estimate.item, estimate.unit,
    )  # fmt: skip
