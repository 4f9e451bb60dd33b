"""Of estimates in columns, those that a check may doubt; all of any others. Too many do no harm, too few would.

What no check can doubt is left out whole columns at a time. The checks themselves look at the rest, one by one.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from phare_cli.nouns.survey import NATION, Estimate, QuestionKey, Survey, question_of

if TYPE_CHECKING:
    from phare_cli.nouns.large.columned import Columned


class Suspects(NamedTuple):
    """What each check is to look at, in the order of the data."""

    names: Sequence[Estimate]  # the first of each name, items by indicator and measure
    shares: Sequence[Estimate]  # percentages below 1 with more decimals than any of their indicator above it
    counted: Sequence[Estimate]  # unweighted percentages that their base may not give
    weighted: Sequence[Estimate]  # with an effective base above their base
    stepped: Sequence[Estimate]  # with a step that their value may not be made of
    whole_questions: Sequence[Sequence[Estimate]]  # for what items make together, and ranks that files state
    unlike_bases: Sequence[
        Sequence[Estimate]
    ]  # by question, the first whose base differs and that from which it does
    compared: Survey  # regions and waves, whose pairs may not fit
    files: Sequence[Estimate]  # what several files may say otherwise


def suspects_of(survey: Survey) -> Suspects:
    """Return what the checks are to look at."""
    estimates = survey.estimates
    if not isinstance(estimates, tuple):
        return _of_columns(survey, estimates)
    questions: dict[QuestionKey, list[Estimate]] = {}
    for estimate in estimates:
        questions.setdefault(question_of(estimate), []).append(estimate)
    of_questions = list(questions.values())
    return Suspects(
        names=estimates, shares=estimates, counted=estimates, weighted=estimates, stepped=estimates,
        whole_questions=of_questions, unlike_bases=of_questions, compared=survey, files=estimates,
    )  # fmt: skip


def _of_columns(survey: Survey, columns: "Columned[Estimate]") -> Suspects:
    from phare_cli.recipes.check.columns_to_doubt import ColumnsToDoubt  # of use for large files only

    look = ColumnsToDoubt(columns)
    return Suspects(
        names=columns.at(look.first_names()),
        shares=columns.at(look.small_shares()),
        counted=columns.at(look.impossible()),
        weighted=columns.at(look.above_base()),
        stepped=columns.at(look.off_step()),
        whole_questions=[columns.at(places) for places in look.large_sums()],
        unlike_bases=[columns.at(places) for places in look.unlike_bases()],
        compared=_compared(survey, columns),
        files=(),
    )


def _compared(survey: Survey, columns: "Columned[Estimate]") -> Survey:
    """Return the survey whose pairs may not fit: of one wording and universe, what lies in the national sample."""
    if any(len(set(columns.values(field)) - {""}) > 1 for field in ("universe", "question")):
        return survey
    if NATION not in columns.values("region") or True not in columns.values("in_national_sample"):
        return Survey(())
    return survey.where(lambda each: each.region == NATION or bool(each.in_national_sample))
