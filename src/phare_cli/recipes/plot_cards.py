"""Cards for the head of a page: a figure each, beside the nation, and whether their gap is more."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from phare_cli.judging.conclusions import conclude
from phare_cli.judging.precision import WEAK, RankedEstimate
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.card_chart import CardChart, FigureCard
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Message, Name, counted, sentence
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.recipes.plot import NOTHING, context_of, joined
from phare_cli.recipes.show.show import first_ranks, rank_groups, told_top
from phare_cli.wording import adding_up, comparison_legend, foot, ranking_legend

MOST = 24  # cards of a picture
_NAMED = 3  # indicators that make a title
# What sets cards apart, in the order in which their labels say it.
_APART = ("indicator", "item", "stakeholder", "segment", "region", "wave", "survey")


def plot_cards(
    survey: Survey,
    *,
    indicators: Sequence[str],
    regions: Sequence[str] = (),
    to: str = NATION,
    top: int | None = None,
    terms: Terms = STANDARD,
    items: Collection[str] = (),
) -> CardChart:
    """Return the figures of *indicators* (ids) as cards, in that order and that of *show*, each beside that of *to*.

    Verdicts are those of *compare*. *regions* and *to* are ids; *top* keeps the first ranks of each group, *items*
    (ids) those that it names. Raises WrongOption for more cards than a picture holds, and when *top* is below 1.
    """
    only = survey.named({"indicator": indicators})
    found = rank_groups(only, indicators=indicators, regions=regions, conf=terms.conf, items=items)
    wanted = [each for each in found if not regions or each.estimate.region in regions]
    told = [each for each in wanted if _is_told(each)] or wanted
    bare = dict.fromkeys(
        Name("item", each.estimate.item) for each in wanted if told is not wanted and not _is_told(each)
    )
    shown = [each._replace(rank_interval=None) for each in first_ranks(told, top)]
    if len(shown) > MOST:
        raise WrongOption(
            sentence(
                "--style cards would draw {count} cards, and a picture holds {most}: choose some by name, or the first "
                "with --top.",
                count=len(shown),
                most=MOST,
            )
        )
    estimates = [each.estimate for each in shown]
    judgements = _judgements(only, estimates, regions, to, terms)
    varied = [name for name in _APART if len({getattr(each, name) for each in estimates}) > 1]
    named = varied or ["stakeholder" if survey.rates.issuperset(indicators) else "item"]
    # The segment is said with its group.
    named = list(dict.fromkeys("stakeholder" if name == "segment" else name for name in named))
    common = [name for name in ("survey", "wave", "region", "stakeholder", "item") if name not in named]
    names = tuple(Name("indicator", indicator) for indicator in indicators)
    decimals = adding_up.decimals_by_unit(judgements.values())
    return CardChart(
        Message("{indicators}", {"indicators": Listing(names)})
        if len(names) <= _NAMED
        else sentence("Key figures"),
        _said(estimates[0], common) if estimates else NOTHING,
        Message("{region}", {"region": Name("region", to)}),
        tuple(_card(each, named, judgements, decimals.get(each.estimate.unit)) for each in shown),
        (
            *told_top(top, len(shown), len(told)),
            *_notes(shown, list(judgements.values()), terms),
            *_without_figures(bare),
        ),
        foot.sources(estimates),
    )


def _without_figures(named: Collection[Name]) -> list[Message]:
    if not named:
        return []
    return [
        counted(
            "Named without a figure: {items}.",
            "Named without a figure: {items}.",
            len(named),
            items=Listing(tuple(named)),
        )
    ]


def _is_told(result: RankedEstimate) -> bool:
    """Tell whether there is a figure to be shown, or one that was hidden."""
    return result.value is not None or foot.is_hidden(result.estimate)


def _judgements(
    survey: Survey, drawn: Sequence[Estimate], regions: Sequence[str], to: str, terms: Terms
) -> Mapping[Estimate, Judgement]:
    """Return what is concluded of each figure beside that of *to*, where *to* has figures."""
    if not any(each.region == to for each in survey.estimates) or all(each.region == to for each in drawn):
        return {}
    kept = set(drawn)
    return {
        judgement.pair.estimate: judgement
        for judgement in conclude(survey, regions=regions, to=to, terms=terms)
        if judgement.pair.estimate in kept
    }


def _card(
    result: RankedEstimate,
    named: Sequence[str],
    judgements: Mapping[Estimate, Judgement],
    decimals: int | None,
) -> FigureCard:
    low, high = result.interval or (None, None)
    flag = result.flag or ""
    card = FigureCard(
        _said(result.estimate, named),
        result.estimate.unit,
        result.value,
        low,
        high,
        remark=flag,
        is_weak=flag in WEAK,
        decimals=decimals,
    )
    judgement = judgements.get(result.estimate)
    if judgement is None or result.value is None:
        return card
    reference = judgement.pair.reference
    is_tested = judgement.verdict != "untestable"
    return replace(
        card,
        reference=None if reference is None else reference.value,
        gap=judgement.gap,
        verdict=judgement.verdict if is_tested else judgement.reason or judgement.verdict,
        is_established=judgement.is_established,
    )


def _said(estimate: Estimate, names: Sequence[str]) -> Message:
    """Return what a figure says under *names*, in a line."""
    parts = []
    for name in names:
        if name == "stakeholder":
            parts.append(Message("{group}", {"group": foot.group(estimate)}))
        else:
            parts.append(context_of(estimate, [name]))
    return joined(parts)


def _notes(shown: Sequence[RankedEstimate], judgements: Sequence[Judgement], terms: Terms) -> list[Message]:
    """Return the lines below the cards, none twice."""
    notes: list[Message] = []
    for note in (
        *comparison_legend.tests(judgements, terms),
        *comparison_legend.verdict_marks(judgements),
        *adding_up.note(judgements),
        *foot.about([each.estimate for each in shown]),
        *ranking_legend.of_rows(shown, terms.conf),
    ):
        if note not in notes:
            notes.append(note)
    return notes
