"""What is odd in a whole survey, all its files together, though each of its figures could be read."""

from __future__ import annotations

from phare_cli.judging.pairs import pair_regions, pair_waves
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import NATION, Estimate, QuestionKey, Survey, question_of
from phare_cli.recipes.check.changed import changes, differing_bases
from phare_cli.recipes.check.contradicted import conflicting_files, contradicted_gaps, contradicted_ranks
from phare_cli.recipes.check.impossible import impossible_shares, incoherent_regions, sums_above_all
from phare_cli.recipes.check.mistaken import near_misses, shares_among_percentages, totals


def doubts(survey: Survey) -> list[Problem]:
    """Return every warning about *survey*, in the order of its files and lines."""
    questions: dict[QuestionKey, list[Estimate]] = {}
    for estimate in survey.estimates:
        questions.setdefault(question_of(estimate), []).append(estimate)
    beside_nation = pair_regions(survey, regions=(), to=NATION)
    found = [
        *near_misses(survey.estimates),
        *totals(survey.estimates),
        *shares_among_percentages(survey.estimates),
        *impossible_shares(survey.estimates),
        *incoherent_regions(beside_nation),
        *sums_above_all(questions.values()),
        *contradicted_ranks(questions.values()),
        *contradicted_gaps(beside_nation),
        *conflicting_files(survey.estimates),
        *differing_bases(questions.values()),
        *changes([*beside_nation, *pair_waves(survey)]),
    ]
    files = {file: at for at, file in enumerate(survey.names("file"))}
    return sorted(found, key=lambda problem: (files.get(problem.file, 0), problem.line or 0))
