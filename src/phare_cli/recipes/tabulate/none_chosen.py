"""Tell how many chose no option of a question where empty cells alone say so, and whether its base holds them."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.recipes.tabulate.secrecy.hiding import Secrecy
from phare_cli.respondents.conditions.condition import written
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import Spec
from phare_cli.respondents.tally import Tally


def tell_none_chosen(sums: Tally, spec: Spec, secrecy: Secrecy) -> Iterator[Message]:
    """Yield a note for each question of which some chose no option, those who answered another question alone."""
    filters = [each for each in sums.unfinished if not each.is_trial]
    for question_sums in sums.questions:
        if not question_sums.chose_none:
            continue
        question = question_sums.question
        is_counted = "" in question.not_selected
        yield (_counted_in if is_counted else _left_out)(question_sums, secrecy)
        if question.asked and not is_counted:
            yield sentence(
                'asked says of “{indicator}” who may count, and counts nobody who chose none: not_selected = [""] '
                "does.",
                indicator=question.indicator,
            )
        elif filters and not question.asked and spec.where is None and question.where is None:
            yield sentence(
                "where = '{filter}' in “{indicator}” keeps out of that base those who stopped before they saw it.",
                indicator=question.indicator,
                filter=written(filters[0].finished),
            )


def _counted_in(sums: QuestionSums, secrecy: Secrecy) -> Message:
    if not secrecy.tells(sums.chose_none):
        return sentence(
            "a few rows chose no option of “{indicator}” and count in its base (not_selected).",
            indicator=sums.question.indicator,
        )
    return counted(
        "{count} row chose no option of “{indicator}” and counts in its base (not_selected).",
        "{count} rows chose no option of “{indicator}” and count in its base (not_selected).",
        sums.chose_none,
        indicator=sums.question.indicator,
    )


def _left_out(sums: QuestionSums, secrecy: Secrecy) -> Message:
    if not secrecy.tells(sums.chose_none):
        return sentence(
            "a few rows chose no option of “{indicator}” and are not in its base, which is those who chose one at "
            'least. If they saw it, not_selected = [""] in the spec counts them.',
            indicator=sums.question.indicator,
        )
    return counted(
        "{count} row chose no option of “{indicator}” and is not in its base, which is those who chose one at least. "
        'If it is of somebody who saw it, not_selected = [""] in the spec counts it.',
        "{count} rows chose no option of “{indicator}” and are not in its base, which is those who chose one at least. "
        'If they are of people who saw it, not_selected = [""] in the spec counts them.',
        sums.chose_none,
        indicator=sums.question.indicator,
    )
