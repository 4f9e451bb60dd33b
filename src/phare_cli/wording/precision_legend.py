"""The lines under a table that say what its columns of precision are, and what their margins suppose."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from phare_cli.judging.precision import PrecisionWord
from phare_cli.judging.precision_measures import PreciseFigure
from phare_cli.language.digits import rounded
from phare_cli.nouns.message import Figure, Fill, Message, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording import foot

_LINES = {
    PrecisionWord.SE: sentence(
        "Standard error: of percentages in points, of other figures in their unit; none where nobody or everybody gave "
        "an answer."
    ),
    PrecisionWord.CV: sentence("Coefficient of variation: the standard error in percent of the figure."),
    PrecisionWord.BASE: sentence(
        "Effective base: the respondents asked after the design effect, or the base where that is not known."
    ),
}
_NO_EFFECT = sentence("No design effect was published: margins take respondents as drawn with equal chances.")
_IN_ERROR = sentence("It stands on the standard error, which holds the design effect.")


def of_precision(
    asked: Collection[PrecisionWord], figures: Sequence[tuple[Estimate, PreciseFigure]], conf: float
) -> list[Message]:
    """Return the lines of what was *asked*; *figures* are those that the table shows."""
    notes = [line for each, line in _LINES.items() if each in asked]
    if PrecisionWord.MOE in asked and any(figure.margin is not None for _, figure in figures):
        notes.append(
            sentence(
                "Margin of error: half of the normal interval at {level} confidence, Student's for means and clusters. "
                "{effect}",
                level=foot.level(conf),
                effect=_effects(figures),
            )
        )
    if PrecisionWord.DEFF in asked and any(figure.effect is not None for _, figure in figures):
        notes.append(
            sentence(
                "Design effect: how many times the variance is that of as many respondents drawn with equal chances; "
                "of numbers, what unequal weights alone cost (Kish), but of means where strata, clusters or margins "
                "tell more."
            )
        )
    return notes


def _effects(figures: Sequence[tuple[Estimate, PreciseFigure]]) -> Message:
    """Return which design effects margins hold, and whether some hold none."""
    known = [figure.effect for _, figure in figures if figure.effect is not None]
    unknown = any(
        figure.effect is None and figure.margin and not estimate.is_census and estimate.standard_error is None
        for estimate, figure in figures
    )
    if not known:
        return _NO_EFFECT if unknown else _IN_ERROR
    low, high = Figure(min(known), decimals=2), Figure(max(known), decimals=2)
    is_one = rounded(min(known), 2) == rounded(max(known), 2)
    effects: Fill = low if is_one else sentence("{low} to {high}", low=low, high=high)
    if unknown:
        return sentence(
            "It holds the design effect where that was published ({effects}), and none elsewhere.",
            effects=effects,
        )
    return sentence("It holds the design effect ({effects}).", effects=effects)
