"""A report on one sheet of paper: what opens it, one table of its first figures, one block on how they were made.

What does not fit is left out and named, never printed smaller: how much fits is worked out from the letters of the
sentences in French, the longer of the languages, so that a sheet holds the same figures in both.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from phare_cli.judging.order import by_context, by_item
from phare_cli.judging.precision import RankedEstimate, flag_of, interval_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import Exhibit, Foot, Points, Section
from phare_cli.nouns.message import Fill, Listing, Message, Name, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.nouns.table import Column, Kind, Show, Table
from phare_cli.recipes.plot_stacks import nets_of
from phare_cli.recipes.report.facts import known_facts
from phare_cli.recipes.report.opening_rule import is_firm
from phare_cli.recipes.report.page import PageMaterial, first_firm
from phare_cli.recipes.report.table_sections import names_item, without_title_columns
from phare_cli.recipes.show.show import first_ranks
from phare_cli.wording import foot
from phare_cli.wording.clauses import figures_clause
from phare_cli.wording.ranking_legend import sign_lines

COLUMNS = 5  # groups of which a sheet has figures: more would leave no room to the words of a row
FIRST = 3  # answers that each question has before one has more
# Points of an A4 page: what is between its margins, its title and headings, the lines below its table.
_PAGE, _HEADINGS, _BELOW, _OPENING = 728.0, 200.0, 70.0, 240.0
_ROW, _ROW_MORE = 17.0, 12.0  # of a row, and of each line of it after the first
_WIDTH, _FIGURE, _LETTER = 482.0, 62.0, 5.2  # of a table, of a column of figures, of a letter of a row
_NAMED = 160  # letters of names that a line has room for: of more it says how many there are
_METHOD = (
    "sponsor",
    "conducted-by",
    "dates",
    "sampling",
    "mode",
    "base",
    "non-response",
    "weighting",
)


class _Lines(NamedTuple):
    """How sentences of one kind stand: letters of a line, points of a sentence and of each line after its first."""

    letters: int
    first: float
    more: float


_POINTS, _NOTES = _Lines(98, 20.0, 13.5), _Lines(120, 14.0, 11.5)

Row = tuple[str, str, str, str, str]  # indicator, survey, wave, unit, item
Group = tuple[str, str, str]  # region, group, segment
Rows = Mapping[Row, Mapping[Group, Estimate]]


def short_opening(lines: Sequence[Message], gaps: Sequence[Message]) -> list[Message]:
    """Return what opens a sheet of *lines* on its questions and *gaps*: the first that leave room to a table.

    What is said of gaps hangs together: all of it, or nothing where it leaves no line on a question.
    """
    kept = list(_fitting(lines, _OPENING - _taken(gaps, _POINTS)))
    if kept or not lines:
        return [*kept, *gaps]
    return list(_fitting(lines, _OPENING)) or list(lines[:1])


def _fitting(lines: Sequence[Message], room: float) -> Iterator[Message]:
    for line in lines:
        room -= _taken((line,), _POINTS)
        if room < 0:
            return
        yield line


def short_section(page: PageMaterial, indicators: Sequence[str], opening: Section) -> Iterator[Section]:
    """Yield the figures of a sheet that *opening* opens, of *indicators* (ids), where these have any."""
    found = _groups(page)
    groups = found[:COLUMNS]
    questions = {id: rows for id in _told(page, indicators) if (rows := _rows(page, id, groups))}
    if not questions:
        return
    above = sum(
        _taken(part.items, _POINTS) if isinstance(part, Points) else _taken(part.lines, _NOTES)
        for part in opening.parts
        if isinstance(part, Points | Foot)
    )
    lines = _small_print(page, _figures(rows for rows in questions.values()))
    room = _PAGE - _HEADINGS - _BELOW - above - _taken(lines, _NOTES)
    shown = _chosen(page, questions, room, len(groups))
    exhibit = Exhibit("first-figures", _table(page, shown, groups))
    kept = _figures((shown,))
    left_out = (*_left_out(questions, shown), *_groups_left_out(page, found[COLUMNS:]))
    below = Foot(
        (*_how_to_read(page, exhibit, kept), *left_out, *_small_print(page, kept)),
        foot.sources(kept),
    )
    yield Section("figures", sentence("Main figures"), (exhibit, below))


def _figures(found: Iterable[Rows]) -> list[Estimate]:
    return [each for rows in found for by_group in rows.values() for each in by_group.values()]


def _how_to_read(page: PageMaterial, exhibit: Exhibit, kept: Sequence[Estimate]) -> Iterator[Message]:
    first = first_firm((exhibit,), list(filter(is_firm, kept)))
    if first is not None:
        clause = figures_clause([first], capital=False, context=page.context_of(first), is_read=True)
        yield sentence("How to read it: {said}.", said=clause)


def _told(page: PageMaterial, indicators: Sequence[str]) -> Iterator[str]:
    """Yield what a sheet tells of *indicators*: of a scale its nets, where it has any."""
    for indicator in indicators:
        nets = [net for net in nets_of(page.survey, indicator) if net in page.by_indicator]
        if not nets or not any(each.is_step for each in page.by_indicator[indicator]):
            yield indicator
        yield from nets


def _groups(page: PageMaterial) -> list[Group]:
    """Return the whole groups of a page, or the parts where it has no whole one: the places of each together."""
    key = by_context(page.survey, regions=page.regions)
    valued = sorted((each for each in page.own if each.value is not None), key=lambda each: key(each)[3:])
    whole = [each for each in valued if not each.segment] or valued
    found = dict.fromkeys(map(_group, whole))
    people = list(dict.fromkeys(group[1:] for group in found))
    return sorted(found, key=lambda group: people.index(group[1:]))


def of_shown_groups(page: PageMaterial) -> list[Estimate]:
    """Return the figures of those groups alone that a sheet has a column of."""
    groups = _groups(page)[:COLUMNS]
    return [each for each in page.own if _group(each) in groups]


def _group(estimate: Estimate) -> Group:
    return (estimate.region, estimate.stakeholder, estimate.segment)


def _row(estimate: Estimate) -> Row:
    each = estimate
    return (each.indicator, each.survey, each.wave, each.unit, each.item)


def _rows(page: PageMaterial, indicator: str, groups: Sequence[Group]) -> Rows:
    """Return the newest figures of an indicator by row and group, the first answers first; steps in their order."""
    if not page.figures(indicator).estimates:
        return {}
    newest = page.last_figures(indicator)
    ranks = [
        each
        for each in first_ranks(page.ranks(indicator), page.request.top)
        if each.estimate in newest and each.value is not None and _group(each.estimate) in groups
    ]
    found: dict[Row, dict[Group, Estimate]] = {}
    for each in sorted(ranks, key=lambda each: _place(each, groups)):
        found.setdefault(_row(each.estimate), {})[_group(each.estimate)] = each.estimate
    return found


def _place(ranked: RankedEstimate, groups: Sequence[Group]) -> tuple[object, ...]:
    """Return where a figure stands among those of its question: by its first group, then by those that follow."""
    estimate = ranked.estimate
    if estimate.is_step:
        return by_item(estimate)
    return (ranked.order is None, groups.index(_group(estimate)), -(ranked.value or 0.0), *by_item(estimate))


def _chosen(page: PageMaterial, questions: Mapping[str, Rows], room: float, columns: int) -> Rows:
    """Return the rows that *room* points hold: some of each question in turn, then more of those that have more.

    One stands there at least.
    """
    kept: dict[str, int] = {}
    for id, rows in questions.items():
        heights = [_height(row, columns) for row in rows]
        # Some steps of a scale would be no part that means something.
        is_scale = any(each.is_step for each in page.by_indicator[id])
        counts = [len(rows)] if is_scale else range(min(FIRST, len(rows)), 0, -1)
        count = next((each for each in counts if sum(heights[:each]) <= room), 0 if kept else 1)
        if count:
            kept[id] = count
            room -= sum(heights[:count])
    for place in range(1, max(map(len, questions.values()))):
        for id in [id for id, count in kept.items() if count == place < len(questions[id])]:
            height = _height(list(questions[id])[place], columns)
            if height <= room:
                kept[id] += 1
                room -= height
    return {row: questions[id][row] for id, count in kept.items() for row in list(questions[id])[:count]}


def _height(row: Row, columns: int) -> float:
    """Return the points that a row takes, with *columns* of figures beside its words."""
    letters = (_WIDTH - _FIGURE * columns) / 2 / _LETTER
    lines = max(math.ceil(max(len(row[0]), len(row[4])) / letters), 1)
    return _ROW + _ROW_MORE * (lines - 1)


def _taken(lines: Iterable[Message], kind: _Lines) -> float:
    """Return the points that some sentences take."""
    say = Typesetter("fr").say
    return sum(kind.first + (math.ceil(len(say(line)) / kind.letters) - 1) * kind.more for line in lines)


def _table(page: PageMaterial, rows: Rows, groups: Sequence[Group]) -> Table:
    numbered = list(enumerate(groups, 1))
    names = [Column(f"value_{place}", _heading(page, groups, group), Kind.VALUE, flag=f"flag_{place}")
             for place, group in numbered]  # fmt: skip
    table = Table(
        command="report",
        title=sentence("First answers to each question"),
        columns=(
            Column("survey", sentence("Survey"), Kind.TEXT, Show.IF_VARIED),
            Column("wave", sentence("Wave"), Kind.TEXT, Show.IF_VARIED),
            Column("unit", sentence("Unit"), show=Show.NEVER),
            Column("indicator", sentence("Question"), Kind.NAME, once=True),
            Column("item", sentence("Item"), Kind.NAME, blank=sentence("Net")),
            *names,
            *(Column(f"base_{place}", sentence("Base"), Kind.BASE, Show.NEVER) for place, _ in numbered),
            *(Column(f"flag_{place}", sentence("Flag"), Kind.WORD, Show.NEVER) for place, _ in numbered),
        ),
        rows=tuple(
            (
                survey, wave, unit, indicator, "" if unit == "percent" and names_item(indicator, item) else item,
                *(None if each is None else each.value for each in found),
                *(None if each is None else each.base for each in found),
                *(None if each is None else flag_of(each) for each in found),
            )
            for (indicator, survey, wave, unit, item), by_group in rows.items()
            for found in [[by_group.get(group) for group in groups]]
        ),
        people=("indicator", "item", "survey", "wave"),
    )  # fmt: skip
    return without_title_columns(table)


def _heading(page: PageMaterial, groups: Sequence[Group], group: Group) -> Message:
    """Return what heads a column: the group, the place, or both where the page has several of each."""
    region, stakeholder, segment = group
    place = Name("region", region)
    whom: Fill = Name("segment", segment) if segment else Name("stakeholder", stakeholder)
    if len(page.regions) == 1:
        return Message("{name}", {"name": whom})
    if len({each[1:] for each in groups}) == 1:
        return Message("{name}", {"name": place})
    return sentence("{group}, {place}", group=whom, place=place)


def _left_out(questions: Mapping[str, Rows], shown: Rows) -> Iterator[Message]:
    """Yield of which questions a sheet has some answers alone, and of which none."""
    counts = {id: sum(row in shown for row in rows) for id, rows in questions.items()}
    some = [id for id, count in counts.items() if 0 < count < len(questions[id])]
    if some and sum(map(len, some)) <= _NAMED:
        parts: tuple[Fill, ...] = tuple(
            sentence(
                "{indicator}, {count} of {total}",
                indicator=Name("indicator", id),
                count=counts[id],
                total=len(questions[id]),
            )
            for id in some
        )
        yield sentence("Answers shown: {parts}.", parts=Listing(parts, last=";"))
    elif some:
        yield counted(
            "Of {count} question the first answers alone are shown.",
            "Of {count} questions the first answers alone are shown.",
            len(some),
        )
    without = [id for id, count in counts.items() if not count]
    if without and sum(map(len, without)) <= _NAMED:
        names = Listing(tuple(Name("indicator", id) for id in without), last=";")
        yield sentence("Left out for want of room: {names}.", names=names)
    elif without:
        yield counted(
            "Left out for want of room: {count} question.",
            "Left out for want of room: {count} questions.",
            len(without),
        )


def _groups_left_out(page: PageMaterial, groups: Sequence[Group]) -> Iterator[Message]:
    if groups:
        left_out = [next(each for each in page.own if _group(each) == group) for group in groups]
        yield sentence("Left out for want of room: {groups}.", groups=foot.groups(left_out))


def _small_print(page: PageMaterial, kept: Sequence[Estimate]) -> list[Message]:
    """Return what readers of the figures are owed, and what is known of how the survey was made.

    A sheet has no room for the wording of questions.
    """
    owed = page.about([each._replace(question="") for each in kept])
    conf = page.request.terms.conf
    known = known_facts(_METHOD, kept, conf=conf, given=page.request.facts)
    # What opens a sheet tells figures that its table has no room for, and none may have a larger margin.
    waves = {each.wave for each in kept}
    told = [each for each in of_shown_groups(page) if each.wave in waves]
    margin = known_facts(("margin",), told, conf=conf, given=page.request.facts)
    drawn = [foot.DRAWN] if any(interval_of(each, conf) for each in kept) else []
    return [*sign_lines(kept), *(line for line in owed if line not in page.unknown), *known, *margin, *drawn]
