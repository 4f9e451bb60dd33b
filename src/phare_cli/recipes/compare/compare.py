"""A region beside its nation, a group beside another, a wave beside the one before: the gap, and what it bears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.judging.conclusions import conclude
from phare_cli.judging.pairs import By, Pair
from phare_cli.judging.precision import flag_of
from phare_cli.judging.rounds import OWN_ROUND, Round
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.judging.verdicts import Judgement
from phare_cli.judging.waves import WaveOrder
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Fill, Listing, Message, Name, PlaceWord, sentence
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.recipes.compare.widest import told_widest, widest
from phare_cli.recipes.subject_columns import GROUP, INDICATOR, ITEM, UNIT
from phare_cli.wording import adding_up, comparison_legend, foot
from phare_cli.wording.other_rounds import in_round, other_round_lines
from phare_cli.wording.parts_of_groups import WHOLE_GROUP, overlapping
from phare_cli.wording.ranking_legend import with_signs
from phare_cli.wording.sentences import sentences

COLUMNS = (
    Column("survey", sentence("Survey"), show=Show.TITLE),
    Column("wave", sentence("Wave"), show=Show.TITLE),
    Column("region", sentence("Region"), Kind.NAME, Show.IF_VARIED),
    *GROUP,
    INDICATOR,
    ITEM._replace(once=True),
    UNIT,
    Column("value", sentence("Value"), Kind.VALUE, flag="flag"),
    Column("base", sentence("Base"), Kind.BASE, Show.IF_ANY),
    Column("reference", sentence("Reference"), Kind.VALUE, flag="reference_flag"),
    Column("reference_base", sentence("Reference base"), Kind.BASE, Show.IF_ANY),
    Column("gap", sentence("Gap"), Kind.GAP),
    Column("low", sentence("Interval of the gap"), Kind.GAP, Show.IF_ANY, upto="high"),
    Column("high", sentence("Upper end"), Kind.GAP, Show.NEVER),
    Column("p_value", sentence("p value"), Kind.PROBABILITY, Show.NEVER),
    Column("p_adjusted", sentence("Adjusted p"), Kind.PROBABILITY, Show.IF_ANY),
    Column("verdict", sentence("Verdict"), Kind.WORD),
    Column("reason", sentence("Reason"), Kind.WORD, Show.IF_ANY),
    Column("base_needed", sentence("Base needed"), Kind.PLAN, Show.IF_ANY),
    Column("to", sentence("Beside"), Kind.NAME, Show.NEVER, names="region"),
    Column("flag", sentence("Flag"), Kind.WORD, Show.NEVER),
    Column("reference_flag", sentence("Flag of the reference"), Kind.WORD, Show.NEVER),
)
SENTENCE = Column("sentence", sentence("Sentence"))
KEYS = frozenset(
    (
        "survey",
        "wave",
        "region",
        "stakeholder",
        "segment",
        "indicator",
        "item",
        "unit",
        "verdict",
        "reason",
        "to",
    )
)
PEOPLE = (
    "indicator", "item", "region", "survey", "wave", "stakeholder", "segment", "item", "region", "value", "base", "to",
    "reference", "reference_base", "gap", "low", "p_adjusted", "verdict", "reason", "base_needed",
)  # fmt: skip


def compare(
    survey: Survey,
    *,
    regions: Sequence[str] = (),
    to: str = NATION,
    by: By = By.REGION,
    indicators: Sequence[str] = (),
    terms: Terms = STANDARD,
    explain: bool = False,
    as_sentences: bool = False,
    to_round: Round = OWN_ROUND,
    items: Sequence[str] = (),
    top: int | None = None,
) -> Table:
    """Return each figure beside its reference: gap, interval, p values, verdict, reason, base needed.

    The reference has the same survey, wave, indicator, item, unit, segment and group in region *to*; with *by*,
    another group of the same region, another segment of the same group and the whole of it, or the wave before.
    *terms* say how gaps are judged. Gaps are value minus reference, unrounded, in points for percents. *regions*, *to*
    and *indicators* are ids. *explain* adds a note a row with its formulas, their inputs and sources; *as_sentences*
    gives people a sentence a row, and programs a column of them in place of the numbers. Raises WrongOption when every
    region is *to*. *to_round* takes references from another survey or wave. *items* (ids) compares those alone, and
    *top* keeps the widest gaps, with the tests that they have among all.
    """
    if to_round.is_own:
        _refuse_itself(regions, to, by)
    of_all_items = survey
    survey = survey.named({"item": items} if items else {})
    judgements = conclude(
        survey, regions=regions, to=to, by=by, indicators=indicators, terms=terms, to_round=to_round
    )
    if not judgements:
        _refuse_itself(regions, to, by)
    of_all_gaps, judgements = judgements, widest(judgements, top)
    figures = [estimate for judgement in judgements for estimate in _both(judgement.pair)]
    absent = [
        estimate
        for estimate in survey.estimates
        if estimate.value is None and estimate.region != to and (not regions or estimate.region in regions)
    ]
    notes = [
        *(_trends(of_all_items, regions, indicators, terms, judgements) if by is By.WAVE else ()),
        *comparison_legend.tests_among(of_all_gaps, terms, shown=judgements),
        *(() if as_sentences else with_signs(comparison_legend.marks(judgements, terms), figures)),
        *adding_up.note(judgements),
        *other_round_lines(survey, judgements, to),
        *comparison_legend.not_compared(absent, [each.pair.estimate for each in of_all_gaps]),
        *(foot.about(figures) if figures or by is not By.WAVE else (no_trend(survey),)),
        *(unordered_waves(survey) if by is By.WAVE and judgements else ()),
        *(overlapping(survey, regions, indicators) if by is By.SEGMENT else ()),
        *foot.chosen_items(items, of_all_items.names("item"), has_ranks=False),
        *told_widest(judgements, of_all_gaps, top),
        *(_formulas(judgements, terms) if explain else ()),
    ]
    table = gap_table(judgements, regions=regions, to=to, by=by, to_round=to_round)._replace(
        notes=tuple(notes),
        sources=foot.sources(figures),
    )
    return _with_sentences(table, sentences(judgements, terms)) if as_sentences else table


def _formulas(judgements: Sequence[Judgement], terms: Terms) -> Sequence[Message]:
    """Return a note a judgement with its formulas, which few readers ask for."""
    from phare_cli.wording.formulas.explain import explain

    return explain(judgements, terms)


def _trends(
    survey: Survey,
    regions: Sequence[str],
    indicators: Sequence[str],
    terms: Terms,
    judgements: Sequence[Judgement],
) -> Sequence[Message]:
    """Return what the waves of each figure compared say together, which only a comparison of waves asks."""
    from phare_cli.judging.trends import trends
    from phare_cli.wording.trend_lines import trend_lines

    found = trends(survey, regions=regions, indicators=indicators, terms=terms)
    compared = {each.pair.estimate.key for each in judgements}
    return trend_lines([each for each in found if any(wave.key in compared for wave in each.waves)], terms)


def gap_table(
    judgements: Sequence[Judgement],
    *,
    regions: Sequence[str],
    to: str,
    by: By = By.REGION,
    to_round: Round = OWN_ROUND,
) -> Table:
    """Return the rows of *compare*, without the lines under them."""
    return Table(
        command="compare",
        title=_title(regions, to, by, to_round, judgements),
        columns=_columns(to, by, adding_up.decimals_of(judgements), to_round),
        rows=tuple(_row(judgement) for judgement in judgements),
        people=PEOPLE,
    )


def unordered_waves(survey: Survey) -> Iterator[Message]:
    """Yield a note for each survey whose waves are compared in the order of the file, as their names tell none."""
    for program, waves in WaveOrder.of(survey.estimates).unordered.items():
        yield sentence(
            "The names of these waves tell no order of time; they are compared in that of the file: {waves}.",
            waves=_waves(program, waves),
        )


def no_trend(survey: Survey) -> Message:
    """Return why no two waves stand side by side: which waves of which survey the figures are of."""
    waves_by_survey: dict[str, dict[str, None]] = {}
    waves_of = WaveOrder.of(survey.estimates)
    for estimate in sorted(
        survey.estimates, key=lambda estimate: waves_of.key((estimate.survey, estimate.wave))
    ):
        waves_by_survey.setdefault(estimate.survey, {})[estimate.wave] = None
    waves = [_waves(program, tuple(filter(None, waves_by_survey[program]))) for program in waves_by_survey]
    if not any(filter(None, (wave for each in waves_by_survey.values() for wave in each))):
        return sentence("Nothing found: waves are compared, and these figures name none.")
    return sentence(
        "Nothing found: a figure is compared with that of another wave of the same survey, and none of these has "
        "two. What there is: {waves}.",
        waves=Listing(tuple(waves), last=";"),
    )


def _waves(program: str, waves: tuple[str, ...]) -> Fill:
    if not waves:
        return sentence("{survey}, no wave", survey=program) if program else sentence("no wave")
    listed = Listing(waves)
    return sentence("{survey}, {wave}", survey=program, wave=listed) if program else listed


def _with_sentences(table: Table, lines: Sequence[Message]) -> Table:
    """Return *table* with a sentence a row in place of its numbers, for people a list of them."""
    kept = [place for place, column in enumerate(table.columns) if column.name in KEYS]
    return table._replace(
        columns=(*(table.columns[place] for place in kept), SENTENCE),
        rows=tuple(
            (*(row[place] for place in kept), each) for row, each in zip(table.rows, lines, strict=True)
        ),
        people=(),
        list_column=SENTENCE.name,
    )


def _refuse_itself(regions: Sequence[str], to: str, by: By) -> None:
    if by is By.REGION and regions and set(regions) == {to}:
        raise WrongOption(
            sentence(
                "{region} cannot be compared with itself: choose another --to.", region=Name("region", to)
            )
        )


def _both(pair: Pair) -> tuple[Estimate, ...]:
    return (pair.estimate,) if pair.reference is None else (pair.estimate, pair.reference)


_ALIKE = ("value", "reference", "gap", "low", "high")  # columns whose figures have the same decimals


def _columns(to: str, by: By, decimals: int | None, to_round: Round) -> tuple[Column, ...]:
    """Return the columns with the reference named: in its heading when it is one region, else beside each row.

    *decimals* are those of figures and gaps, for readers to find that they add up.
    """
    changed = {
        By.REGION: {"reference": _column("reference")._replace(label=in_round(Name("region", to), to_round))},
        By.STAKEHOLDER: {
            "item": _column("item")._replace(once=False),
            "stakeholder": _column("stakeholder")._replace(once=False),
            "to": _column("to")._replace(show=Show.ALWAYS, names="stakeholder"),
            "region": _column("region")._replace(show=Show.TITLE),
        },
        By.SEGMENT: {
            "item": _column("item")._replace(once=False),
            "segment": _column("segment")._replace(show=Show.ALWAYS, once=False),
            "to": _column("to")._replace(show=Show.ALWAYS, names="segment", blank=WHOLE_GROUP),
            "region": _column("region")._replace(show=Show.TITLE),
        },
        By.WAVE: {
            "wave": _column("wave")._replace(show=Show.ALWAYS),
            "to": _column("to")._replace(show=Show.ALWAYS, kind=Kind.TEXT),
            "verdict": _column("verdict")._replace(names="wave"),
            "region": _column("region")._replace(show=Show.TITLE),
        },
    }[by]
    columns = (changed.get(column.name, column) for column in COLUMNS)
    return tuple(
        column._replace(decimals=decimals) if column.name in _ALIKE else column for column in columns
    )


def _column(name: str) -> Column:
    return next(column for column in COLUMNS if column.name == name)


def _row(judgement: Judgement) -> tuple[Cell, ...]:
    estimate, reference = judgement.pair.estimate, judgement.pair.reference
    return (
        estimate.survey, estimate.wave, estimate.region, estimate.stakeholder, estimate.segment,
        estimate.indicator, estimate.item, estimate.unit,
        estimate.value, estimate.base,
        reference.value if reference else None, reference.base if reference else None,
        judgement.gap, judgement.low, judgement.high, judgement.p_value, judgement.p_adjusted,
        judgement.verdict, judgement.reason, judgement.base_needed, judgement.pair.to,
        flag_of(estimate), flag_of(reference) if reference else None,
    )  # fmt: skip


def _title(
    regions: Sequence[str], to: str, by: By, to_round: Round, judgements: Sequence[Judgement]
) -> Message:
    others = (region for region in regions if region != to or not to_round.is_own)
    names: tuple[Fill, ...] = tuple(Name("region", region) for region in others)
    if by is By.STAKEHOLDER:
        return sentence("Groups compared")
    if by is By.SEGMENT:
        return sentence("Segments compared")
    if by is By.WAVE:
        return sentence("Waves compared")
    reference = in_round(Name("region", to), to_round)
    if not names:
        compared = dict.fromkeys(each.pair.estimate.region for each in judgements)
        places = PlaceWord(tuple(region for region in compared if region != to), "many")
        return sentence("{places} beside {reference}", places=places, reference=reference)
    return sentence("{regions} beside {reference}", regions=Listing(names), reference=reference)
