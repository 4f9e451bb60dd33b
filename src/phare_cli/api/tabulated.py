"""Count respondents from Python: from one row a respondent to tidy results, by a spec or a draft of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from pathlib import Path
from typing import get_args

from phare_cli.api.chosen import decimal_mark, delimiter_of, file_name, given_text
from phare_cli.api.in_words import as_read, read_by, worded
from phare_cli.language.catalogue import LANGUAGES
from phare_cli.language.typeset import Typesetter
from phare_cli.measuring.design_variance import Lonely
from phare_cli.nouns import option_checks as check
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.recipes.tabulate.tabulation import Tabulation

_PERCENTS = ("column", "row", "cell")

_NETS = sentence('names with their items, {"D\'accord": "tout à fait,plutôt"}')


def tabulate(
    *files: str | Path,
    spec: str | Path | None = None,
    single: Sequence[str] = (),
    multiple: Sequence[str] = (),
    separator: str | None = None,
    score: Sequence[str] = (),
    nets: Mapping[str, str] | None = None,
    missing: Sequence[str] = (),
    codes: bool = False,
    region: str | None = None,
    stakeholder: str | None = None,
    segments: Sequence[str] = (),
    wave: str | None = None,
    departements: bool = False,
    nation: bool | None = None,
    whole: str | None = None,
    id: str | None = None,
    survey: str | None = None,
    weight: str | None = None,
    no_weight: str | None = None,
    strata: Sequence[str] = (),
    population: str | Path | None = None,
    lonely: str = "refuse",
    rake: str | Path | None = None,
    trim: float | None = None,
    min_count: int = 0,
    pool_groups: bool = False,
    clusters: Sequence[str] = (),
    nest: bool = False,
    replicates: Sequence[str] = (),
    method: str | None = None,
    fay: float | None = None,
    scales: Sequence[float] = (),
    conf: float = 0.95,
    tests: bool = False,
    percents: Sequence[str] = (),
    encoding: str | None = None,
    delimiter: str | None = None,
    decimal: str | None = None,
    sheet: str | None = None,
    header: bool = True,
    results: str | Path | None = None,
) -> Tabulation:
    """Return the results of *files* of respondents: ``survey`` of the answer is one, to show, compare and draw.

    *spec* is a file that says what was asked, of whom and with which weight; the options up to *strata* say it in its
    place, naming columns or, after ``=``, constants (``=PACA``). *nets* are items joined under a name, or less others
    (``"9-10 minus 0-6"``). The others are those of ``phare tabulate``, in its words: *scales* multiply the squared
    difference of each replicate, *percents* (``row``, ``cell``) add those of a crossing by segments, *trim* is in
    times the mean factor, *min_count* in respondents, *conf* a level (0.95).

    ``results`` of the answer is the table to write, a row a figure: percentages from 0 to 100, means in the unit of
    their question, unweighted ``base`` and ``effective_base``; *results* is the file that it is meant for, so that
    ``phare check`` tells when *files* have changed since. ``codebook`` is the page of questions, ``tests``, where they
    are asked for, the Rao-Scott test of each table. Notices of reading are those of the survey.

    Raises InvalidData with every problem of the files, UnreadableInput for what cannot be opened, WrongOption for an
    option that cannot be used, or not with another.
    """
    from phare_cli.files.memory import NUMPY, require_memory

    require_memory(NUMPY, "numpy")
    from phare_cli.recipes.tabulate.nets import make_nets
    from phare_cli.recipes.tabulate.tabulate import tabulate as recipe  # numpy, of use to who counts
    from phare_cli.respondents.specs.asked_spec import (
        SEPARATORS,
        asked_clusters,
        asked_replicates,
        asked_spec,
    )
    from phare_cli.respondents.specs.spec_options import quick_spec
    from phare_cli.results.origins import origins

    paths = _paths(files)
    spec_file, margins, people = (
        file_name(name, given)
        for name, given in (("spec", spec), ("--rake", rake), ("--population", population))
    )
    mark = given_text("--separator", separator)
    options = quick_spec(
        region=given_text("--region", region),
        stakeholder=given_text("--stakeholder", stakeholder),
        segment=check.names("--segment", segments),
        wave=given_text("--wave", wave),
        survey=given_text("--survey", survey),
        departements=check.switch("departements", departements),
        nation=None if nation is None else check.switch("nation", nation),
        whole=given_text("--whole", whole),
        weight=given_text("--weight", weight),
        id=given_text("--id", id),
        strata=check.names("--strata", strata),
        clusters=asked_clusters(check.names("--cluster", clusters)),
        nests=check.switch("nest", nest),
        replicates=asked_replicates(
            check.names("--replicates", replicates),
            method=None if method is None else check.text("--method", method),
            fay=None if fay is None else _number("--fay", fay),
            scales=_numbers("--scales", scales),
        ),
        single=check.names("--single", single),
        multiple=check.names("--multiple", multiple),
        score=check.names("--score", score),
        missing=check.names("--missing", missing),
        separator=SEPARATORS.get(mark, mark),
    )
    weightless = None if no_weight is None else check.one_of("--no-weight", no_weight, ("drop", "refuse"))
    asked = asked_spec(spec_file or None, options, codes=check.switch("codes", codes), no_weight=weightless)
    least = check.whole("--min-count", min_count, low=0)
    written = file_name("results", results)
    counted_from = ""
    if written and not least:
        counted_from = origins([*paths, spec_file, people, margins], Path(written))
    with read_by(None):
        counted = recipe(
            paths,
            asked,
            encoding=given_text("--encoding", encoding) or None,
            delimiter=delimiter_of(delimiter),
            decimal=decimal_mark(decimal),
            sheet=given_text("--sheet", sheet) or None,
            has_header=check.switch("header", header),
            pool_groups=check.switch("pool_groups", pool_groups),
            population=people,
            margins=margins,
            trim=None if trim is None else _number("--trim", trim),
            lonely=_lonely(lonely),
            min_count=least,
            nets={} if nets is None else make_nets(_nets(nets)),
            conf=check.conf(conf),
            tests=check.switch("tests", tests),
            percents=[
                check.one_of("--percents", each, _PERCENTS) for each in check.names("--percents", percents)
            ],
            results_path=Path(written).name if written else "resultats.csv",
            counted_from=counted_from,
        )
        return worded(counted, as_read(counted.survey).words)


def draft_spec(
    file: str | Path,
    *,
    language: str = "en",
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header: bool = True,
) -> str:
    """Return a first spec (TOML) for a *file* of respondents, to correct and hand to *tabulate*.

    Its words are in *language*, ``en`` or ``fr``. It asks no question where no column looks like one. Raises
    InvalidData or UnreadableInput for what is no file of respondents, WrongOption for an option that cannot be used.
    """
    from phare_cli.recipes.tabulate.drafting import draft_spec as recipe

    name = file_name("file", file)
    return recipe(
        name,
        Typesetter(check.one_of("--lang", language, LANGUAGES)),
        encoding=given_text("--encoding", encoding) or None,
        delimiter=delimiter_of(delimiter),
        sheet=given_text("--sheet", sheet) or None,
        has_header=check.switch("header", header),
    ).text


def _paths(given: tuple[object, ...]) -> list[str]:
    if not given:
        raise WrongOption(sentence("tabulate is about files of respondents: name one at least."))
    return [file_name("files", each) for each in given]


def _number(option: str, given: object) -> float:
    if isinstance(given, float | int) and not isinstance(given, bool) and isfinite(given):
        return float(given)
    raise WrongOption(sentence("{name} takes a number.", name=option))


def _numbers(option: str, given: object) -> tuple[float, ...]:
    if isinstance(given, Sequence) and not isinstance(given, str | bytes):
        return tuple(_number(option, each) for each in given)
    raise WrongOption(sentence("{name} takes numbers, in a list.", name=option))


def _lonely(given: object) -> Lonely:
    word = check.one_of("--lonely", given, get_args(Lonely))
    return next(each for each in get_args(Lonely) if each == word)


def _nets(given: object) -> list[tuple[str, str]]:
    check.instance("nets", given, Mapping, _NETS)
    named: Mapping[object, object] = given if isinstance(given, Mapping) else {}
    return [(check.text("--net", name), check.text("--net", items)) for name, items in named.items()]
