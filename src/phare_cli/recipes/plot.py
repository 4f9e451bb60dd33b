"""A picture of one indicator: ranked bars by group, a rate's groups side by side, a region beside another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from phare_cli.judging.precision import WEAK
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.language.known_by_words.residual_answers import is_residual
from phare_cli.nouns.chart import Chart, ChartSection, Mark, Panel
from phare_cli.nouns.message import Fill, Listing, Message, Name, PlaceWord, sentence
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.nouns.table import Cell, Table
from phare_cli.recipes.compare.compare import compare
from phare_cli.recipes.show.show import first_ranks, rank_groups, title_of, told_ranking, told_top
from phare_cli.wording.plans import is_about_bases
from phare_cli.wording.ranking_legend import without_signs

RowRecord = Mapping[str, Cell]
# What sets sections apart, and what sets the panels of a ranking apart within one.
SECTION = ("survey", "wave", "region", "unit")
GROUP = ("stakeholder", "segment")
# What is told of a section, or of the whole chart; the item of a rate only, whose marks are groups.
CONTEXT = ("survey", "wave", "region", "item")
NOTHING = Message("")


def plot(
    survey: Survey,
    *,
    indicator: str,
    regions: Sequence[str] = (),
    top: int | None = None,
    suppress: bool = False,
    conf: float = 0.95,
    as_dots: bool = False,
    items: Collection[str] = (),
) -> Chart:
    """Return what *show* answers for *indicator* (an id) as bars: the same figures in the same order.

    A ranking has a panel a group; a rate has its groups in one; *as_dots* asks for dots. *items* (ids) keeps
    those alone; the groups of one stand side by side, as those of a rate do. Raises WrongOption when *top* is below 1.
    """
    only = _only(survey, indicator)
    results = rank_groups(only, regions=regions, suppress=suppress, conf=conf, items=items)
    kept = first_ranks(results, top)
    table = told_ranking(kept, title_of(only), told_top(top, len(kept), len(results)), conf)
    chart = bars_of(table, is_rate=indicator in survey.rates or len(set(items)) == 1)
    return _dotted(chart) if as_dots else chart


def _dotted(chart: Chart) -> Chart:
    """Return *chart* with a dot in place of each bar."""
    return replace(
        chart,
        sections=tuple(
            replace(
                section,
                panels=tuple(
                    Panel(panel.title, tuple(replace(mark, is_dot=True) for mark in panel.marks))
                    for panel in section.panels
                ),
            )
            for section in chart.sections
        ),
    )


def bars_of(table: Table, *, is_rate: bool) -> Chart:
    """Return the bars of a table of *show* that holds one indicator, a rate or a ranking."""
    return _chart(table, table.title, _bar, is_rate=is_rate)


def plot_beside(
    survey: Survey,
    *,
    indicator: str,
    regions: Sequence[str] = (),
    to: str = NATION,
    terms: Terms = STANDARD,
) -> Chart:
    """Return what *compare* answers for *indicator* (an id) as dumbbells, the largest figure of a group first.

    Degrees of a scale stand in their order. *regions* and *to* are ids. Raises WrongOption when every region is *to*.
    """
    only = _only(survey, indicator)
    table = compare(only, regions=regions, to=to, terms=terms)
    # A picture has no place for the base needed, and so no line about it.
    table = table._replace(notes=tuple(note for note in table.notes if not is_about_bases(note)))
    is_scale = any(each.is_step for each in only.estimates)
    is_rate = indicator in survey.rates
    return dumbbells_of(table, indicator, regions=regions, to=to, is_rate=is_rate, is_scale=is_scale)


def dumbbells_of(
    table: Table, indicator: str, *, regions: Sequence[str], to: str, is_rate: bool, is_scale: bool
) -> Chart:
    """Return the dumbbells of a table of *compare* that holds one *indicator* (an id): a rate, a ranking or a scale."""
    names: tuple[Fill, ...] = tuple(Name("region", region) for region in regions if region != to)
    about, beside = Name("indicator", indicator), Name("region", to)
    if names:
        title = sentence(
            "{indicator}: {regions} beside {reference}",
            indicator=about, regions=Listing(names), reference=beside,
        )  # fmt: skip
    else:
        drawn = tuple(str(record["region"]) for record in table.records())
        title = sentence(
            "{indicator}: {places} beside {reference}",
            indicator=about,
            places=PlaceWord(drawn, "many"),
            reference=beside,
        )
    return _chart(table, title, _dumbbell, is_rate=is_rate, beside=_named("region", to), by_size=not is_scale)


def _only(survey: Survey, indicator: str) -> Survey:
    return survey.named({"indicator": (indicator,)})


def _chart(
    table: Table,
    title: Message,
    mark: Callable[[RowRecord, Message], Mark],
    *,
    is_rate: bool,
    beside: Message | None = None,
    by_size: bool = False,
) -> Chart:
    """Return the chart of a table of one indicator; what all its sections share is told once, below the title."""
    records = list(table.records())
    decimals = next((column.decimals for column in table.columns if column.name == "gap"), None)
    names = CONTEXT if is_rate else CONTEXT[:-1]
    varied = [name for name in names if not _is_same(records, name)]
    sections = []
    for rows in _grouped(records, SECTION):
        panels = [_rate(rows, mark)] if is_rate else _ranking(rows, mark, by_size=by_size)
        context = context_line(rows[0], [name for name in varied if _is_same(rows, name)])
        ends = (_named("region", rows[0]["region"]), beside) if beside else None
        sections.append(ChartSection(context, str(rows[0]["unit"]), tuple(panels), ends, decimals))
    # Where a region stands beside another, the title names both.
    common = [name for name in names if name not in varied and not (beside and name == "region")]
    subtitle = context_line(records[0], common) if records else NOTHING
    return Chart(title, subtitle, tuple(sections), without_signs(table.notes), table.sources)


def _ranking(
    records: Sequence[RowRecord], mark: Callable[[RowRecord, Message], Mark], *, by_size: bool
) -> list[Panel]:
    """Return a panel a group, its items by name, the largest first or as they stand."""
    groups = _grouped(records, GROUP)
    if by_size:
        groups = [sorted(group, key=_largest_first) for group in groups]
    return [
        Panel(_group(group[0]), tuple(mark(record, _named("item", record["item"])) for record in group))
        for group in groups
    ]


def _rate(records: Sequence[RowRecord], mark: Callable[[RowRecord, Message], Mark]) -> Panel:
    """Return one panel of all groups, which say of what their rate is where they were not asked the same."""
    if _is_same(records, "item"):
        return Panel(NOTHING, tuple(mark(record, _group(record)) for record in records))
    return Panel(
        NOTHING,
        tuple(
            mark(
                record,
                sentence("{group}: {item}", group=_group(record), item=Name("item", str(record["item"]))),
            )
            for record in records
        ),
    )


def _is_same(records: Iterable[RowRecord], name: str) -> bool:
    return len({record[name] for record in records}) == 1


def _grouped(records: Iterable[RowRecord], names: Sequence[str]) -> list[list[RowRecord]]:
    """Return *records* by what stands under *names*, in order of appearance."""
    groups: dict[tuple[Cell, ...], list[RowRecord]] = {}
    for record in records:
        groups.setdefault(tuple(record[name] for name in names), []).append(record)
    return list(groups.values())


def _bar(record: RowRecord, label: Message) -> Mark:
    best, worst = record["rank_low"], record["rank_high"]
    flag = str(record["flag"] or "")
    return Mark(
        label=label,
        value=_number(record["value"]),
        low=_number(record["low"]),
        high=_number(record["high"]),
        ranks=(best, worst) if isinstance(best, int) and isinstance(worst, int) else None,
        remark=flag,
        is_weak=flag in WEAK,
    )


def _dumbbell(record: RowRecord, label: Message) -> Mark:
    verdict, reason = str(record["verdict"]), str(record["reason"] or "")
    return Mark(
        label=label,
        value=_number(record["value"]),
        reference=_number(record["reference"]),
        gap=_number(record["gap"]),
        gap_low=_number(record["low"]),
        gap_high=_number(record["high"]),
        remark=reason if verdict == "untestable" else verdict,
        is_established=verdict in ("above", "below"),
        is_weak=record["flag"] in WEAK,
    )


def _largest_first(record: RowRecord) -> tuple[bool, float]:
    """Return the sort key of an item: what gathers other answers, or none, stands last, as in tables."""
    return (is_residual(str(record["item"])), -(_number(record["value"]) or 0.0))


def _number(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def _named(kind: str, id: Cell) -> Message:
    return Message("{name}", {"name": Name(kind, str(id))})


def _group(record: RowRecord) -> Message:
    whole = Name("stakeholder", str(record["stakeholder"]))
    if not record["segment"]:
        return Message("{group}", {"group": whole})
    return sentence("{group} ({segment})", group=whole, segment=Name("segment", str(record["segment"])))


def context_line(record: Mapping[str, Cell], names: Sequence[str]) -> Message:
    """Return what a record says under *names*, where it says something, in a line."""
    fills: dict[str, Fill] = {
        name: str(record[name]) if name in ("survey", "wave") else Name(name, str(record[name]))
        for name in names
        if record[name]
    }
    return Message(" · ".join(f"{{{name}}}" for name in fills), fills)


def context_of(estimate: Estimate, names: Sequence[str]) -> Message:
    """Return what a figure says under *names*, as context_line() does."""
    return context_line({name: getattr(estimate, name) for name in names}, names)


def joined(lines: Sequence[Message]) -> Message:
    """Return several lines as one, without those that say nothing."""
    parts = {f"part{place}": line for place, line in enumerate(line for line in lines if line.text)}
    return Message(" · ".join(f"{{{name}}}" for name in parts), parts)
