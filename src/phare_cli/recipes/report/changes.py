"""The section of a report on what changed since the wave before: what is established first, and what cannot be told."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.pairs import By
from phare_cli.judging.trends import trends
from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.document import Exhibit, Foot, Paragraph, Part, Points, Section
from phare_cli.nouns.message import Fill, Form, Message, Name, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.nouns.table import Column, Show
from phare_cli.recipes.compare.compare import gap_table, unordered_waves
from phare_cli.recipes.report.page import PageMaterial
from phare_cli.recipes.report.table_sections import TOO_WIDE, names_item, slug, without_title_columns
from phare_cli.wording import adding_up, comparison_legend, foot
from phare_cli.wording.ranking_legend import with_signs
from phare_cli.wording.sentences import say
from phare_cli.wording.trend_lines import trend_lines

_TOLD = 8  # changes that a page says in a sentence each
_LEFT_OUT = ("wave", "to", "base_needed")  # the caption tells the waves
_TOGETHER = ("indicator", "survey", "wave", "unit")


def changes(page: PageMaterial) -> list[Section]:
    """Return the section that sets the last wave of each figure beside the one before; none of a page of one wave."""
    judgements = page.changes
    if not judgements:
        return []
    terms = page.request.terms
    figures = [each for judgement in judgements for each in _both(judgement)]
    lines = (
        *comparison_legend.tests(judgements, terms),
        *with_signs(comparison_legend.verdict_marks(judgements), figures),
        *comparison_legend.intervals(judgements, terms),
        *adding_up.note(judgements),
        *_trends(page),
        *_unordered(page),
    )
    parts: list[Part] = [*_told(judgements, page), *_exhibits(judgements, page)]
    parts.append(Foot(tuple(line for line in lines if line != foot.DRAWN), foot.sources(figures)))
    return [Section("changes", sentence("What changed since the wave before"), tuple(parts))]


def _trends(page: PageMaterial) -> list[Message]:
    """Return what waves say together, and of how many series they say nothing: a line each would fill pages."""
    terms = page.request.terms
    found = trends(page.survey, regions=page.regions, terms=terms)
    told = [each for each in found if {each.verdict, each.ends.verdict} != {"untestable"}]
    lines = trend_lines(told, terms)
    if len(told) < len(found):
        lines.append(
            counted(
                "{count} series of three waves or more cannot be tested.",
                "{count} series of three waves or more cannot be tested.",
                len(found) - len(told),
            )
        )
    return lines


def _both(judgement: Judgement) -> list[Estimate]:
    pair = judgement.pair
    return [pair.estimate] if pair.reference is None else [pair.estimate, pair.reference]


def _told(judgements: Sequence[Judgement], page: PageMaterial) -> list[Part]:
    """Return the established changes that may open a page, the largest first, each in a sentence; else that none is."""
    terms = page.request.terms
    established = sum(each.is_established for each in judgements)
    told = page.opening.gaps(judgements).told[:_TOLD]
    lines = [say(each, terms, context=_context(each, page), decimals=page.decimals_of_gaps) for each in told]
    more = established - len(told)
    if told and more:
        lines.append(
            counted("{count} other change is established.", "{count} other changes are established.", more)
        )
    if lines:
        return [Points(tuple(lines))]
    if more:
        return [
            Paragraph(
                counted(
                    "{count} change is established, of a single degree of a scale or of a figure that is too "
                    "imprecise: the table holds it.",
                    "{count} changes are established, of single degrees of a scale or of figures that are too "
                    "imprecise: the tables hold them.",
                    more,
                )
            )
        ]
    tested = [each for each in judgements if each.verdict != "untestable"]
    if not tested:
        return [
            Paragraph(sentence("No change can be tested: what changed is shown, and nothing is said of it."))
        ]
    return [
        Paragraph(
            counted(
                "The change that could be tested is not established.",
                "None of the {count} changes that could be tested is established.",
                len(tested),
            )
        )
    ]


def _context(judgement: Judgement, page: PageMaterial) -> Message:
    estimate = judgement.pair.estimate
    if len({each.survey for each in page.own}) > 1 and estimate.survey:
        return sentence("{survey}, wave {wave}", survey=estimate.survey, wave=estimate.wave)
    return sentence("wave {wave}", wave=estimate.wave)


def _exhibits(judgements: Sequence[Judgement], page: PageMaterial) -> list[Exhibit]:
    """Return a table an indicator and pair of waves, what is established first."""
    cuts: dict[tuple[str, ...], list[Judgement]] = {}
    for each in judgements:
        key = (*(getattr(each.pair.estimate, name) for name in _TOGETHER), each.pair.to)
        cuts.setdefault(key, []).append(each)
    return [_exhibit(sorted(cut, key=_rank), page) for cut in cuts.values()]


def _rank(judgement: Judgement) -> tuple[int, float]:
    order = 0 if judgement.is_established else 2 if judgement.verdict == "untestable" else 1
    return order, -abs(judgement.gap or 0.0)


def _exhibit(judgements: Sequence[Judgement], page: PageMaterial) -> Exhibit:
    pair = judgements[0].pair
    table = gap_table(judgements, regions=page.regions, to=page.request.to, by=By.WAVE)
    labels = {"value": pair.estimate.wave, "reference": pair.to}

    def narrowed(column: Column) -> Column:
        if column.name in TOO_WIDE or column.name in _LEFT_OUT:
            return column._replace(show=Show.NEVER)
        if column.name == "region":
            return column._replace(show=Show.IF_VARIED)
        if column.name in ("stakeholder", "segment", "item"):
            column = column._replace(once=False)
        if column.name in labels:
            return column._replace(label=Message("{wave}", {"wave": labels[column.name]}))
        return column

    items = {each.pair.estimate.item for each in judgements}
    values: dict[str, Fill] = {
        "indicator": Name("indicator", pair.estimate.indicator),
        "wave": pair.estimate.wave,
        "before": pair.to,
    }
    title = sentence("{indicator}: {wave} beside {before}", **values)
    if len(items) == 1 and not names_item(pair.estimate.indicator, pair.estimate.item):
        values["item"] = Form("item", items.pop(), "plain")
        title = sentence("{indicator}: {item}, {wave} beside {before}", **values)
    people = (
        "stakeholder",
        "segment",
        "item",
        "region",
        "value",
        "reference",
        "gap",
        "low",
        "verdict",
        "reason",
    )
    narrow = table._replace(
        columns=tuple(map(narrowed, table.columns)), command="report", title=title, notes=(), people=people
    )
    return Exhibit(slug(f"change-{pair.estimate.indicator}"), without_title_columns(narrow))


def _unordered(page: PageMaterial) -> list[Message]:
    return list(unordered_waves(page.survey.but(estimates=page.own)))
