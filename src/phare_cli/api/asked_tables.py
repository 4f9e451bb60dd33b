"""Rank, compare and list the figures of a survey, and choose among them, from Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phare_cli import rendering
from phare_cli.api.chosen import SURVEY, terms_of
from phare_cli.api.in_words import in_words_of_survey
from phare_cli.judging import subset as judging
from phare_cli.judging.pairs import By
from phare_cli.judging.precision import PrecisionWord
from phare_cli.judging.reference import reference_of, reference_round
from phare_cli.judging.subset import Selection, resolve_all
from phare_cli.judging.terms import STANDARD, Family, Sample, Terms
from phare_cli.nouns import option_checks as check
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Table
from phare_cli.recipes import listing
from phare_cli.recipes.compare import compare as comparing
from phare_cli.recipes.listing import Topic
from phare_cli.recipes.show import show as showing
from phare_cli.recipes.show.over_waves import show_over_waves

_SELECTION = sentence("a Selection of names")


@in_words_of_survey
def subset(survey: Survey, selection: Selection) -> Survey:
    """Return the part of *survey* that *selection* names.

    Names match by id, slug, code, label or alias, folded. Raises UnknownName for one that the data do not hold.
    """
    check.instance("survey", survey, Survey, SURVEY)
    check.instance("selection", selection, Selection, _SELECTION)
    checked = {field: check.names(field, given) for field, given in selection._asdict().items()}
    return judging.subset(survey, Selection(**checked))


@in_words_of_survey
def show(
    survey: Survey,
    *,
    indicators: Sequence[str] = (),
    regions: Sequence[str] = (),
    top: int | None = None,
    wide: bool = False,
    suppress: bool = False,
    conf: float = 0.95,
    precision: Sequence[PrecisionWord | str] = (),
    bases: bool = False,
    letters: bool = False,
    family: Family | str = Family.INDICATOR,
    by: str | None = None,
    panel: bool = False,
    items: Sequence[str] = (),
) -> Table:
    """Return the ranking of items within each group; an indicator that is a rate has null ranks.

    *indicators* and *regions* name those to show, in their order; all of them when left out. *top* keeps the
    first ranks of each group with every tie. *wide* crosses items and groups. *suppress* hides the figures that
    the NCHS standard would not publish. *conf* is the confidence level of intervals. *precision* adds columns:
    ``se``, ``cv``, ``moe``, ``deff``, ``base``. Beside *wide*, *bases* adds rows of bases, and *letters* those of the
    columns that each figure is established to be above, by the tests of *family*. *by* ``wave`` sets waves side by
    side, with the change from the first to the last, without ranks; *panel* says that they asked the same people.
    *items* names those to show, with the ranks and the tests that they have among all.

    Raises UnknownName for a name that the data do not hold, WrongOption for an option that cannot be used.
    """
    check.instance("survey", survey, Survey, SURVEY)
    selection = Selection(check.names("indicators", indicators), check.names("--region", regions))
    chosen = resolve_all(judging.subset(survey, selection), "item", check.names("--item", items))
    if by is not None or check.switch("--panel", panel):
        strays = {
            "--top": top is not None,
            "--wide": check.switch("wide", wide),
            "--precision": bool(precision),
        }
        return _over_waves(
            survey,
            selection,
            by=by,
            strays=strays,
            suppress=suppress,
            conf=check.conf(conf),
            panel=panel,
            items=chosen,
        )
    return showing.show(
        judging.subset(survey, selection),
        indicators=resolve_all(survey, "indicator", selection.indicators),
        regions=resolve_all(survey, "region", selection.regions),
        top=None if top is None else check.whole("--top", top),
        wide=check.switch("wide", wide),
        suppress=check.switch("suppress", suppress),
        conf=check.conf(conf),
        precision=[
            check.word("--precision", each, PrecisionWord) for each in check.names("--precision", precision)
        ],
        bases=check.switch("--bases", bases),
        letters=check.switch("--letters", letters),
        family=check.word("--family", family, Family),
        items=chosen,
    )


def _over_waves(
    survey: Survey,
    selection: Selection,
    *,
    by: str | None,
    strays: Mapping[str, bool],
    suppress: bool,
    conf: float,
    panel: bool,
    items: Sequence[str],
) -> Table:
    if by is None:
        raise WrongOption(sentence("--panel is about waves: add --by wave, or leave it out."))
    check.one_of("--by", by, ("wave",))
    stray = next((option for option, is_given in strays.items() if is_given), None)
    if stray is not None:
        raise WrongOption(
            sentence("--by wave sets waves side by side, without ranks: leave {option} out.", option=stray)
        )
    return show_over_waves(
        judging.subset(survey, selection),
        indicators=resolve_all(survey, "indicator", selection.indicators),
        regions=resolve_all(survey, "region", selection.regions),
        suppress=check.switch("suppress", suppress),
        terms=Terms(conf=conf, is_panel=panel),
        items=items,
    )


@in_words_of_survey
def compare(
    survey: Survey,
    *,
    regions: Sequence[str] = (),
    to: str | None = None,
    by: By | str = By.REGION,
    indicators: Sequence[str] = (),
    conf: float = 0.95,
    sample: Sample | str | None = None,
    shares: Mapping[str, float] | None = None,
    family: Family | str = Family.INDICATOR,
    power: float = STANDARD.power,
    panel: bool = False,
    explain: bool = False,
    as_sentences: bool = False,
    to_survey: str | None = None,
    to_wave: str | None = None,
    items: Sequence[str] = (),
    top: int | None = None,
) -> Table:
    """Return each figure beside its reference: gap, interval, p values, verdict, reason, base needed.

    The reference has the same survey, wave, indicator, item, unit, segment and group in region *to* (the nation
    when left out); with *by*, another group of the same region, another segment of the same group, or the wave
    before. Gaps are value minus reference, unrounded, in points for percents. *regions* and *indicators* name those
    to compare, in their order; all of them when left out. *sample* says how a region's sample stands to the
    nation's where the data do not, and *shares* what regions weigh in the nation (percents, by region). *family*
    says which tests are adjusted together, *power* with what chance a base needed would establish a true gap,
    *panel* that the waves asked the same people. *explain* adds a note a row with its formulas, their inputs and
    sources; *as_sentences* gives people a sentence a row, and programs a column of them in place of the numbers.
    *to_survey* and *to_wave* take the references from another round, as a separate sample. *items* names those to
    compare, and *top* keeps that many of the widest gaps, with the tests that they have among all.

    Raises UnknownName for a name that the data do not hold, WrongOption for an option that cannot be used, or
    when every region is *to*.
    """
    check.instance("survey", survey, Survey, SURVEY)
    over = check.word("--by", by, By)
    selection = Selection(check.names("indicators", indicators))
    if check.switch("as_sentences", as_sentences) and selection.indicators and family != "table":
        from phare_cli.recipes.plot_stacks import with_nets

        asked = resolve_all(survey, "indicator", selection.indicators)
        selection = Selection(with_nets(survey, asked))
    within = judging.subset(survey, selection)
    return comparing.compare(
        within,
        regions=resolve_all(survey, "region", check.names("--region", regions)),
        to=reference_of(survey, None if to is None else check.text("--to", to), over),
        by=over,
        indicators=resolve_all(survey, "indicator", selection.indicators),
        terms=terms_of(
            survey, conf=conf, sample=sample, shares=shares, family=family, power=power, panel=panel
        ),
        explain=check.switch("explain", explain),
        as_sentences=check.switch("as_sentences", as_sentences),
        to_round=reference_round(
            survey,
            None if to_survey is None else check.text("--to-survey", to_survey),
            None if to_wave is None else check.text("--to-wave", to_wave),
            over,
        ),
        items=resolve_all(within, "item", check.names("--item", items)),
        top=None if top is None else check.whole("--top", top),
    )


@in_words_of_survey
def list_names(survey: Survey, topic: Topic | str) -> Table:
    """Return one row a name that the data hold, with the number of estimates that bear it.

    Of *topic* ``formats``, the formats of every answer. Raises WrongOption for what is no topic.
    """
    check.instance("survey", survey, Survey, SURVEY)
    listed = check.word("topic", topic, Topic)
    if listed is Topic.FORMATS:
        return listing.list_formats(rendering.ENDINGS)
    return listing.list_names(survey, listed)
