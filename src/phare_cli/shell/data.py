"""Find and read the data of one run: flags, then the environment, then phare.toml, then the shipped figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from phare_cli.judging.subset import Selection
from phare_cli.language.codebook import codebook, take_up
from phare_cli.nouns.errors import InvalidData
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.survey import Survey
from phare_cli.results import Rules, parse_map, read
from phare_cli.shell.options import Choice, Input
from phare_cli.shell.project.settings import Settings
from phare_cli.shell.session import Session, data_files

if TYPE_CHECKING:
    from phare_cli.nouns.large.name_counts import NameCounts

SurveyKey = tuple[tuple[str | Path, ...], object]
LARGE = 1 << 18  # bytes: below, reading everything takes no time that anybody sees


def rules_of(input: Input, session: Session) -> Rules:
    """Return how to read those files. Raises WrongOption for a --map that cannot be understood."""
    given, usual = parse_map(input.map or ()), session.settings.map
    is_own = not (usual or session.settings.encoding) or _is_of_project(input, session)
    return Rules(
        map={**usual, **given},
        # What a figure is must be said: no other column is taken in the place of the one that was chosen.
        usual_map=() if is_own else usual.keys() - given.keys() - {"value"},
        encoding=input.encoding or (session.settings.encoding if is_own else None),
        decimal=input.decimal,
        scale=input.scale,
        sheet=input.sheet,
        missing=tuple(input.missing or session.settings.missing),
        usual_missing=() if input.missing else session.settings.missing,
    )


def read_survey(input: Input, session: Session, selection: Selection | None = None) -> Survey:
    """Return the survey of a run, read once, having told its notices.

    Of large files only the figures that *selection* asks for are read, when it says what it wants by name.
    """
    files, rules, key = _reading(input, session)
    names = selection.names if selection is not None and are_large(files) else {}
    if names and key not in session.surveys:
        key = (files, (key[1], *names.items()))
    if key not in session.surveys:
        try:
            session.surveys[key] = _read(files, rules, names, session)
        except InvalidData as error:
            from phare_cli.shell.explained.looking import check_of  # most files have nothing wrong

            error.look = check_of(error, _read_as(input)) if error.look is None else error.look
            raise
        session.notify(_worth_telling(session.surveys[key].notices, input, session))
        tell_encoding(session.surveys[key].notices, input, session)
        if session.in_document:
            session.counted_from.update(session.surveys[key].counted_from)
        tell_project(input, session)
        show_work(files, session, sentence("Work out the answer"))
    survey = session.surveys[key]
    if key not in session.decimals:
        session.decimals[key] = _decimals(survey, is_whole=not names)
    take_up(survey.spelled, session.decimals[key])
    return survey


def _read_as(input: Input) -> Iterator[tuple[str, str]]:
    """Yield the options of a command line that say how to read its files, with their words."""
    for option in ("map", "encoding", "decimal", "scale", "sheet", "codebook", "missing"):
        given = getattr(input, option) or ()
        for text in (given,) if isinstance(given, str) else given:
            yield option, text


def _decimals(survey: Survey, *, is_whole: bool) -> Mapping[str, int]:
    """Return with how many decimals a run prints the units of its data, where these are not the usual."""
    estimates = survey.estimates
    if isinstance(estimates, tuple) and all(
        each.decimals <= each.unit.startswith("score/") for each in estimates
    ):
        return {}
    from phare_cli.wording.data_decimals import decimals_of_data  # data of whole figures need nothing of it

    return decimals_of_data(estimates, is_whole=is_whole)


def read_counts(input: Input, session: Session, fields: Sequence[str]) -> NameCounts | None:
    """Return what bears each name of some fields in a large file, having told its notices.

    None where the figures were read, or have to be.
    """
    files, rules, key = _reading(input, session)
    if session.in_document or key in session.surveys or len(files) > 1 or not are_large(files):
        return None
    from phare_cli.results.counting import read_counts as read_names  # of use for large files only

    with watch(files, session) as (shown,):
        counts = read_names(shown, rules=rules, fields=fields)
    if counts is not None:
        session.notify(_worth_telling(counts.notices, input, session))
        tell_encoding(counts.notices, input, session)
        tell_project(input, session)
        take_up(counts.spelled)
    return counts


def _reading(input: Input, session: Session) -> tuple[tuple[str | Path, ...], Rules, SurveyKey]:
    """Return the files of a run, how to read them, and what the survey of them is kept by."""
    files, rules = data_files(input.data or (), session), rules_of(input, session)
    how = (rules.encoding, rules.decimal, rules.scale, rules.sheet, rules.missing)
    # The same rows have other names under another codebook.
    return files, rules, (files, (*sorted(rules.map.items()), *how, codebook().as_written))


def _is_of_project(input: Input, session: Session) -> bool:
    """Tell whether a run reads files that its phare.toml names as data, and lie beside it."""
    settings = session.settings
    files = data_files(input.data or (), session)
    return settings.file is not None and all(
        file in settings.data and file != "-" and not settings.is_outside(file) for file in files
    )


def _worth_telling(notices: Sequence[Message], input: Input, session: Session) -> Sequence[Message]:
    """Return *notices* but for what a project's own files hold beside their figures, which phare check alone tells."""
    if not notices or not _is_of_project(input, session):
        return notices
    from phare_cli.results.table_reader import UNUSED  # read by now

    return [notice for notice in notices if notice.text != UNUSED.text]


def tell_encoding(notices: Sequence[Message], input: Input, session: Session) -> None:
    """Tell how phare.toml says once what its data are written in, where *notices* say that it was assumed."""
    if session.settings.file is None or not _is_of_project(input, session):
        return
    from phare_cli.files.faults.text_faults import assumed  # few projects have such files

    if any(notice.text == assumed("").text for notice in notices):
        line = 'encoding = "windows-1252"'
        session.notify(
            [sentence("{file} says it once with {line}.", file=str(session.settings.file), line=line)]
        )


def tell_project(input: Input, session: Session) -> None:
    """Tell the reader where phare.toml makes the figures other than those of the files beside it."""
    settings = session.settings
    if settings.file is None:
        return
    given = parse_map(input.map or ())
    mapped = tuple(f"{ours}={theirs}" for ours, theirs in settings.map.items() if ours not in given)
    # What a project says of its own files its reader knows; that of figures themselves is told at each run.
    if mapped and ("value" in settings.map or not _is_of_project(input, session)):
        session.notify(
            [
                sentence(
                    "{file} says how columns are read: {mapped}.",
                    file=str(settings.file),
                    mapped=Listing(mapped),
                )
            ]
        )
    if settings.missing and not input.missing:
        session.notify([marks_of(settings)])
    outside = tuple(
        str(file)
        for file in data_files(input.data or (), session)
        if file in settings.data and file != "-" and settings.is_outside(file)
    )
    if outside:
        session.notify(
            [
                sentence(
                    "{file} takes the figures from outside its folder: {outside}.",
                    file=str(settings.file),
                    outside=Listing(outside),
                )
            ]
        )


def marks_of(settings: Settings) -> Message:
    """Return what to say of a project that declares which texts stand for none: they take figures and people away."""
    return sentence(
        "{file} says what stands for no figure and no answer: {marks}.",
        file=str(settings.file),
        marks=Listing(settings.missing),
    )


def _read(
    files: Sequence[str | Path], rules: Rules, names: Mapping[str, tuple[str, ...]], session: Session
) -> Survey:
    if names:
        from phare_cli.results.fast.selecting import read_wanted

        with watch(files, session) as shown:
            survey = read_wanted(*shown, rules=rules, names=names)
        if survey is not None:
            return survey
    with watch(files, session) as shown:
        return read(*shown, rules=rules)


@contextmanager
def watch(files: Sequence[str | Path], session: Session) -> Iterator[tuple[str | Path | BinaryIO, ...]]:
    """Give *files* as what shows on a terminal, while they are read, that it may last."""
    if not _may_last(files):
        yield tuple(files)
        return
    from phare_cli.shell.progress import with_bar

    with with_bar(files, session) as opened:
        yield opened


def show_work(files: Sequence[str | Path], session: Session, label: Message) -> None:
    """Show on a terminal that the run goes on with large *files*, from now until it says something."""
    if _may_last(files):
        from phare_cli.shell.progress import working

        session.waiting.close()
        session.waiting.enter_context(working(label, session))


def _may_last(files: Sequence[str | Path]) -> bool:
    """Tell whether reading *files* may take a time that somebody sees: they are large, or nobody knows."""
    return "-" in files or are_large(files)


def are_large(files: Sequence[str | Path]) -> bool:
    """Tell whether all *files* are there to be read more than once, and so much that it pays to read a part."""
    paths = [Path(file) for file in files if str(file) != "-"]
    return (
        len(paths) == len(files)
        and all(map(Path.is_file, paths))
        and sum(path.stat().st_size for path in paths) >= LARGE
    )


def selection_of(choice: Choice, session: Session, indicators: Sequence[str] | None) -> Selection:
    """Return what the reader asked for by name; regions of phare.toml stand in for none."""
    return Selection(
        indicators=tuple(indicators or ()),
        regions=tuple(choice.region or session.settings.region),
        stakeholders=tuple(choice.stakeholder or ()),
        segments=tuple(choice.segment or ()),
        waves=tuple(choice.wave or ()),
        surveys=tuple(choice.survey or ()),
    )


def conf_of(given: float | None, session: Session) -> float:
    """Return the confidence level of a run: 95 is 0.95. Raises WrongOption unless it lies between 0.5 and 1."""
    conf = given / 100 if given is not None and 50 <= given < 100 else given
    conf = session.settings.conf if conf is None else conf
    if conf is None:
        return 0.95
    if not 0.5 <= conf < 1:
        from phare_cli.nouns.errors import WrongOption
        from phare_cli.nouns.option_checks import CONF

        raise WrongOption(CONF)
    return conf
