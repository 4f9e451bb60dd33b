"""What ``phare tabulate`` answers: files of respondents in, tidy results and their codebook out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from phare_cli.files.file_options import FileOptions
from phare_cli.files.findings import Findings
from phare_cli.measuring.design_variance import Lonely
from phare_cli.nouns.errors import InvalidData, WrongOption
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.check.names_in_codes import told_of_codes
from phare_cli.recipes.tabulate.breakdowns import apart_names, require_alone, require_own_indicators
from phare_cli.recipes.tabulate.codebook_page import questionnaire
from phare_cli.recipes.tabulate.contract_table import named_whole, results_table
from phare_cli.recipes.tabulate.crossed_percents import crossed_percents, require_crossing
from phare_cli.recipes.tabulate.data_package import describe
from phare_cli.recipes.tabulate.estimates import Answer, answers
from phare_cli.recipes.tabulate.nets import NO_NETS, require_shown, require_shown_nets, with_nets
from phare_cli.recipes.tabulate.no_answers import tell_no_answers
from phare_cli.recipes.tabulate.none_chosen import tell_none_chosen
from phare_cli.recipes.tabulate.number_statistics import tell_totals, with_statistics
from phare_cli.recipes.tabulate.people_notices import people_notices
from phare_cli.recipes.tabulate.populations import domains
from phare_cli.recipes.tabulate.problems_at_once import tell_all
from phare_cli.recipes.tabulate.raked_weights import scale_to_margins, with_margins
from phare_cli.recipes.tabulate.replicated_quantiles import require_files, to_read_again
from phare_cli.recipes.tabulate.sampling_design import Design
from phare_cli.recipes.tabulate.secrecy.hiding import Secrecy, cost_of, masked_wholes, rest_on_few
from phare_cli.recipes.tabulate.table_tests import require_parts, tested_tables, tests_table
from phare_cli.recipes.tabulate.tabulation import Tabulation
from phare_cli.recipes.tabulate.variances.checked_sample import Populations, checked_sample, require_design
from phare_cli.recipes.tabulate.variances.drawn_sample import DrawnSample
from phare_cli.respondents.design.weighing import RakingFactors
from phare_cli.respondents.spec import Net, Spec
from phare_cli.respondents.tally import Progress, Tally, tally
from phare_cli.results.names import own_words_of
from phare_cli.results.namesakes import namesake_notes


def tabulate(
    paths: Sequence[str],
    spec: Spec,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    decimal: str = "",
    sheet: str | None = None,
    has_header: bool = True,
    pool_groups: bool = False,
    population: str = "",
    margins: str = "",
    trim: float | None = None,
    lonely: Lonely = "refuse",
    min_count: int = 0,
    nets: Mapping[str, Net] = NO_NETS,
    conf: float = 0.95,
    tests: bool = False,
    percents: Collection[str] = (),
    results_path: str = "resultats.csv",
    counted_from: str = "",
    block_size: int | None = None,
    progress: Progress | None = None,
) -> Tabulation:
    """Return the results of *spec* over the respondents in *paths* (``-`` is standard input).

    *population* and *margins* are files: how many people each stratum holds, and what weights are raked to, *trim*
    bounding the factors; *lonely* says what to do of a stratum of one respondent. Answers of fewer than *min_count*
    respondents are hidden. *nets* are items joined, by name. *tests* asks whether answers differ between the parts of
    groups. *percents* adds those of rows (``row``) and of whole crossings (``cell``) to those of columns.
    *results_path* is what the descriptor calls the results, *counted_from* what these say of the files they come from.
    Raises InvalidData with every problem of the files.
    """
    findings = Findings(quotes_cells=False)
    options = FileOptions(encoding, delimiter, sheet, decimal, has_header)
    if block_size is not None:
        options = replace(options, block_size=block_size)
    scale: RakingFactors | None = None

    def read(of: Spec, into: Findings) -> Tally:
        return tally(
            of,
            paths,
            options,
            into,
            variances=bool(of.strata or population or margins or tests or percents),
            members=bool(population),
            scale=scale,
            progress=progress,
        )

    if spec.problems:
        findings.problems.extend(spec.problems)
        findings.problem_count += len(spec.problems)
        tell_all(spec, paths, findings, read, is_read=False)
        findings.raise_any()
    _require(spec, trim=trim, margins=margins)
    require_design(spec, population=population, margins=margins)
    require_alone(spec, paths, min_count)
    spec = replace(spec, nets={**spec.nets, **nets})
    require_shown(spec, min_count)
    require_files(spec, paths)
    if margins:
        try:
            scale = scale_to_margins(paths, spec, margins, options, findings, trim=trim, progress=progress)
        except InvalidData:
            tell_all(spec, paths, findings, read, is_read=False)
    findings.raise_any()
    populations = Populations.read(population, spec, findings, decimal)
    findings.raise_any()
    if tests:
        require_parts(spec, min_count)
    require_crossing(percents, spec)

    def counted(of: Spec) -> Tally:
        crossed = with_margins(of, scale)
        found = read(crossed, findings)
        if findings.problems:
            tell_all(crossed, paths, findings, read, is_read=True)
            findings.raise_any()
        again = to_read_again(found, crossed, domains(found.cells, of, pool_groups=pool_groups))
        if again is not None:
            found = read(again, Findings())
        return with_statistics(with_nets(found, spec.nets))

    sums = counted(spec)
    sample = checked_sample(sums, spec, populations, findings, lonely=lonely, raking=scale, file=paths[0])
    design, people = sample.design, populations.people
    of_strata = tuple(design.notices(people)) if people is not None else ()
    for notice in of_strata if not min_count else ():
        findings.notice(notice)
    weighting = _weighting(spec, is_raked=bool(margins))
    weighs_strata = people is not None and not spec.weight and not margins
    if people is not None and not spec.weight:
        if margins:
            design.require_even()
        else:
            sums = sums.times(design.factors())
            weighting = (sentence("Each respondent weighs the people of its stratum over its respondents."),)
            findings.notice(
                sentence(
                    "no weights were given: each respondent weighs the people of its stratum over its respondents."
                )
            )
    all_domains = domains(sums.cells, spec, pool_groups=pool_groups)
    require_shown_nets(sums, min_count)
    secrecy = Secrecy.of(sums, all_domains, spec, min_count)
    no_answers = tell_no_answers(sums, spec, counts=not min_count)
    none_chosen = tell_none_chosen(sums, spec, secrecy)
    for notice in (*people_notices(sums, spec, secrecy), *none_chosen, *no_answers, *tell_totals(sums)):
        findings.notice(notice)
    by_question = [list(answers(question, all_domains, sample, spec, conf)) for question in sums.questions]
    crossed = [crossed_percents(sums, all_domains, sample, spec, percents)]
    tested = list(tested_tables(sums, all_domains, sample, spec)) if tests else []
    for other in spec.by_breakdown()[1:]:
        more = counted(other)
        drawn = DrawnSample.of(
            more, other, Design.of(more, other, populations.people), lonely, populations.clusters, scale
        )
        more = more.times(drawn.design.factors()) if weighs_strata else more
        parts = domains(more.cells, other, pool_groups=pool_groups)
        tested += tested_tables(more, parts, drawn, other) if tests else ()
        for each, question in zip(by_question, more.questions, strict=True):
            each += [found for found in answers(question, parts, drawn, other, conf) if found.domain.segment]
        crossed.append(crossed_percents(more, parts, drawn, other, percents))
    for of_breakdown in crossed:
        for each, found in zip(by_question, of_breakdown, strict=True):
            each += found
    by_question = apart_names(by_question, findings)
    require_own_indicators(by_question, findings, paths[0])
    estimates = [
        estimate for number, each in enumerate(by_question) for estimate in secrecy.conceal(number, each)
    ]
    published = tuple(findings.notices)
    # How many stand in a stratum is told to who hides small groups, and published to nobody.
    for notice in of_strata if min_count else ():
        findings.notice(notice)
    for notice in namesake_notes(_items_by_name(by_question)):
        findings.notice(notice)
    coded = told_of_codes(estimates) if not spec.codes else None
    if coded is not None:
        findings.notice(coded)
    few = rest_on_few(estimates) if not min_count else None
    if few is not None:
        findings.notice(few)
    primary, secondary = secrecy.cost(by_question)
    if primary + secondary:
        findings.notice(cost_of(primary, secondary, min_count))
        whole = masked_wholes(chain.from_iterable(by_question), {each.key: each for each in estimates})
        if whole is not None:
            findings.notice(whole)
    if counted_from:
        estimates = [each._replace(counted_from=counted_from) for each in estimates]
    survey = Survey.of(estimates, findings.notices).but(spelled=own_words_of(findings.spelled))
    shown = {each.key: each for each in estimates}
    intervals = {
        each.estimate.key: each.interval
        for of_question in by_question
        for each in of_question
        if each.interval is not None and shown[each.estimate.key].value is not None
    }
    # How many cells were hidden for themselves is told to who hides them, and published to nobody.
    results = results_table(named_whole(survey.but(notices=published), spec.whole))
    return Tabulation(
        named_whole(survey, spec.whole),
        intervals,
        results,
        questionnaire(sums, by_question, spec, shown, secrecy, weighting),
        describe(sums, spec, results, results_path),
        tests_table(tested, spec) if tests else None,
    )


def _items_by_name(by_question: Iterable[Iterable[Answer]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for answer in chain.from_iterable(by_question):
        found.setdefault(answer.estimate.indicator, set()).add(answer.estimate.item)
    return found


def _weighting(spec: Spec, *, is_raked: bool) -> tuple[Message, ...]:
    """Return what respondents weigh, populations aside."""
    sentences = [sentence("Weights stand in the column {column}.", column=spec.weight)] if spec.weight else []
    if is_raked:
        sentences.append(sentence("Weights are raked to known margins."))
    return tuple(sentences) or (sentence("Respondents are not weighted."),)


def _require(spec: Spec, *, trim: float | None, margins: str) -> None:
    if not spec.questions:
        raise WrongOption(
            sentence(
                "no question was named. Try --draft, which prints a first spec, --single COLUMN, --multiple 'Q3[*]' "
                "or --spec FILE."
            )
        )
    if not spec.place("region") and spec.is_written:
        raise WrongOption(
            sentence('say where the region stands: region = "COLUMN", or region = "=France" for all.')
        )
    if not spec.place("stakeholder") and spec.is_written:
        raise WrongOption(
            sentence(
                'say who answered: stakeholder = "COLUMN", or stakeholder = "=citizens" for all of them.'
            )
        )
    if not spec.place("region"):
        raise WrongOption(
            sentence("say where the region stands: --region COLUMN, or --region =France for all.")
        )
    if not spec.place("stakeholder"):
        raise WrongOption(
            sentence("say who answered: --stakeholder COLUMN, or --stakeholder =citizens for all of them.")
        )
    if spec.drops_unweighed and not spec.weight:
        raise WrongOption(
            sentence("--no-weight says what becomes of missing weights: it goes with --weight.")
        )
    if trim is not None and not margins:
        raise WrongOption(sentence("--trim bounds what raking does: it goes with --rake."))
    if trim is not None and not trim > 1.0:
        raise WrongOption(sentence("--trim is a number above 1: how many times the mean a factor may be."))
