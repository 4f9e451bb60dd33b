"""What a first ``phare.toml`` says of how its data are read: what was guessed, and what only a person can tell."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from phare_cli.files.faults.text_faults import assumed
from phare_cli.judging.holding import told_by_bases
from phare_cli.judging.reference import called_whole, declared_whole, whole_in
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import NATION, Survey
from phare_cli.results import Rules, read
from phare_cli.results.headers.guessed_columns import guessed_columns
from phare_cli.results.table_reader import bases_that_may_be

CHECK = "check"  # how a first spec marks its guesses, too
_MAP = sentence("How columns are read. What is marked # check is a guess. (phare help columns)")
_BASE = sentence("how many were asked, if this is it: nothing is tested without")
_WHOLE = sentence("the place that holds the others, if it is this one")
_SAMPLE = sentence("are their respondents among its own? =yes, or =no")


class FirstChoices(NamedTuple):
    """How a file is read: its *encoding* where it was guessed, the columns that were (*map*), the *asked* of a person.

    Each of *asked* is an entry of the map, and what it decides.
    """

    encoding: str = ""
    map: Mapping[str, str] = MappingProxyType({})
    asked: tuple[tuple[str, str, Message], ...] = ()


NOTHING_CHOSEN = FirstChoices()


def first_choices(
    survey: Survey, path: Path, known: Mapping[str, str] = MappingProxyType({})
) -> FirstChoices:
    """Return what is to be said once of reading *survey* from the file at *path*, *known* columns among it."""
    encoding = guessed_encoding(survey.notices)
    guessed = guessed_columns(survey.notices)
    if guessed:
        again = read(path, rules=Rules(map={**known, **guessed}, encoding=encoding or None))
        pairs = zip(survey.estimates, again.estimates, strict=False)
        if len(survey.estimates) != len(again.estimates) or any(one != other for one, other in pairs):
            guessed = {}  # a column that somebody chose may give others another meaning
    bases = bases_that_may_be(survey.notices)
    asked = [("base", bases[0], _BASE)] if len(bases) == 1 else []
    return FirstChoices(
        encoding, {**known, **guessed}, (*asked, *_of_wholes(survey, may_be_tested=bool(asked)))
    )


def guessed_encoding(notices: Iterable[Message]) -> str:
    """Return what *notices* tell that a file was taken to be written in; an empty text where they tell nothing."""
    return "windows-1252" if any(notice.text == assumed("").text for notice in notices) else ""


def _of_wholes(survey: Survey, *, may_be_tested: bool) -> list[tuple[str, str, Message]]:
    """Return what is to be said of places that one of them may hold, where the data say it not."""
    regions = survey.names("region")
    if len(regions) < 2:
        return []
    is_said = any(each.in_national_sample is not None for each in survey.estimates)
    is_tested = may_be_tested or any(each.precision_base for each in survey.estimates)
    sample = [("in_national_sample", "=yes", _SAMPLE)] if is_tested and not is_said else []
    if NATION in regions or declared_whole(survey) is not None:
        return sample
    by_bases = [region for region, holds in told_by_bases(survey).items() if holds]
    whole = whole_in(survey) or called_whole(survey) or (by_bases[0] if len(by_bases) == 1 else None)
    return [] if whole is None else [("whole", f"={whole}", _WHOLE), *sample]


def map_lines(choices: FirstChoices, typesetter: Typesetter) -> list[str]:
    """Return the last lines of a first phare.toml: the table of its map."""
    if not choices.map and not choices.asked:
        return []
    say = typesetter.say
    return [
        "",
        f"# {say(_MAP)}",
        "[map]",
        *(f"{ours} = {toml_text(theirs)}  # {CHECK}" for ours, theirs in choices.map.items()),
        *(f"# {ours} = {toml_text(theirs)}  # {say(why)}" for ours, theirs, why in choices.asked),
    ]


def toml_text(text: str) -> str:
    """Return a text as TOML and JSON both write it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
