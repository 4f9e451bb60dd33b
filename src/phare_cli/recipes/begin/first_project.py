"""What ``phare init`` begins: the files of a project, made of what lies in its folder. Writes nothing itself."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from phare_cli.language.codebook import codebook
from phare_cli.language.place_words import place_named
from phare_cli.language.shell_words import typed
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import PhareError, SystemRefusal, WrongOption
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Table
from phare_cli.recipes.begin.first_choices import (
    NOTHING_CHOSEN,
    FirstChoices,
    first_choices,
    guessed_encoding,
    map_lines,
    toml_text,
)
from phare_cli.recipes.begin.question_columns import by_topic
from phare_cli.recipes.own_names import draft_codebook

SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".xls", ".ods", ".sav", ".por", ".dta", ".parquet", ".json"})
SUPPOSED = sentence("guessed: check")
CHOICES = sentence("The choices of this project. (phare help phare.toml)")
STEPS = sentence("From answers to documents: phare run.")
_LOOKED_AT = 20  # files of a folder
_LARGEST_SPEC = 1_000_000  # bytes


class Holding(StrEnum):
    """What a file of a folder holds."""

    RESULTS = "results"
    ANSWERS = "answers"


class FoundFile(NamedTuple):
    """A file that a project can begin with: its results, or the spec for its answers and what comes of it.

    *survey* is None where the spec has to be corrected first, *wrong* then says why; *place* is what the spec calls
    regions, where it tells. *notices* are those of reading it, *choices* how it is read.
    """

    name: str
    holds: Holding
    survey: Survey | None
    spec: str = ""
    place: str = ""
    wrong: Message | None = None
    notices: tuple[Message, ...] = ()
    choices: FirstChoices = NOTHING_CHOSEN


class FileNames(NamedTuple):
    """What the files of a project are called, in the language of who begins it."""

    results: str = "results.csv"
    spec: str = "survey.toml"
    words: str = "words.csv"
    note: str = "note.md"


NAMES = {"en": FileNames(), "fr": FileNames("resultats.csv", "enquete.toml", "mots.csv", "note.md")}


def names_in(folder: Path, language: str) -> FileNames:
    """Return what the files of a project in *folder* are called: as one of them is that lies there already.

    A spec is one under any name; results that nobody counted from answers are somebody's own, and never written over.
    """
    own = NAMES[language]
    others = [names for names in NAMES.values() if names is not own]

    def there(name: str, elsewhere: Sequence[str]) -> str:
        return next((each for each in (name, *elsewhere) if (folder / each).exists()), name)

    spec = there(own.spec, [each.spec for each in others])
    if not (folder / spec).exists():
        spec = next(_specs(folder), own.spec)
    results = there(own.results, [each.results for each in others])
    if (folder / results).exists() and not _is_counted(folder / results):
        results = f"{Path(own.results).stem}-phare.csv"
    return FileNames(results, spec, there(own.words, [each.words for each in others]), own.note)


def _specs(folder: Path) -> Iterator[str]:
    """Yield the names of the specs in *folder*, the newest first."""
    from phare_cli.files.toml.toml import NotToml, read_toml

    files = [
        path for path in folder.glob("*.toml") if path.is_file() and path.stat().st_size <= _LARGEST_SPEC
    ]
    for path in sorted(files, key=lambda path: (-path.stat().st_mtime, path.name)):
        try:
            questions = read_toml(path).get("question")
        except (NotToml, OSError):
            continue
        if isinstance(questions, list) and questions:
            yield path.name


def _is_counted(path: Path) -> bool:
    """Tell whether a file holds results that were counted from answers, which can be counted again."""
    from phare_cli.results import read

    try:
        return any(estimate.counted_from for estimate in read(path).estimates)
    except PhareError:
        return False


def candidates(folder: Path) -> list[Path]:
    """Return the files of *folder* that may hold results or answers, the newest first; not what phare init writes."""
    ours = {names.words for names in NAMES.values()}
    if any(_specs(folder)):
        ours |= {names.results for names in NAMES.values()}
    files = [
        path
        for path in folder.iterdir()
        if path.suffix.lower() in SUFFIXES
        and path.name not in ours
        and path.is_file()
        and path.name[0] != "."
    ]
    return sorted(files, key=lambda path: (-path.stat().st_mtime, path.name))[:_LOOKED_AT]


def look_at(path: Path, name: str, typesetter: Typesetter, spec: str | None = None) -> FoundFile | None:
    """Return what a file is good for, None for one that is neither results nor answers.

    *spec* is the one that the project has already; without it a first one is drafted. Raises SystemRefusal where a
    file cannot be known, WrongOption for one of figures whose columns have to be told first.
    """
    from phare_cli.results import read

    try:
        survey = read(path)
    except SystemRefusal:
        raise
    except PhareError:
        return _answers(path, name, typesetter, spec)
    if not survey.estimates:
        return None
    survey, topic = by_topic(survey, path)
    choices = first_choices(survey, path, {"indicator": topic} if topic else {})
    return FoundFile(name, Holding.RESULTS, survey, notices=tuple(survey.notices), choices=choices)


def _answers(path: Path, name: str, typesetter: Typesetter, kept: str | None) -> FoundFile | None:
    from phare_cli.recipes.tabulate.drafting import DraftedSpec, draft_spec
    from phare_cli.recipes.tabulate.tabulate import tabulate
    from phare_cli.respondents.specs.spec_file import parse_spec

    try:
        drafted = draft_spec(str(path), typesetter) if kept is None else DraftedSpec(kept, (), True, None)
    except SystemRefusal:
        raise
    except PhareError:
        return None
    if drafted.as_results is not None:
        if "missing" in drafted.as_results.values:
            raise WrongOption(sentence("{file}: {said}", file=name, said=drafted.as_results))
        raise WrongOption(
            sentence(
                "{file}: one row a figure, as results have, and something in it cannot be read: {check} says what.",
                file=name,
                check=f"phare check {typed(name)}",
            )
        )
    if not drafted.asks:
        return None
    spec = drafted.text
    place, survey, wrong = "", None, None
    try:
        parsed = parse_spec(spec, name)
        place = place_named(parsed.place("region").column) or ""
        survey = _as_written(tabulate([str(path)], parsed).survey)
    except SystemRefusal:
        raise
    except PhareError as error:
        wrong = error.message
    choices = FirstChoices(guessed_encoding(drafted.notices))
    return FoundFile(name, Holding.ANSWERS, survey, spec, place, wrong, drafted.notices, choices)


def _as_written(survey: Survey) -> Survey:
    """Return results with the names that they have once they are written and read: those of the codebook."""
    find = cache(codebook().find)
    estimates = (
        each._replace(
            segment=find("segment", each.segment) or each.segment,
            indicator=find("indicator", each.indicator) or each.indicator,
            item=find("item", each.item) or each.item,
        )
        for each in survey.estimates
    )
    return Survey.of(estimates, survey.notices).but(spelled=survey.spelled)


def project_file(found: FoundFile, names: FileNames, typesetter: Typesetter, *, has_words: bool) -> str:
    """Return the ``phare.toml`` of a project that begins with a file."""
    steps = ["check", f"update {names.note}"]
    data, encoding = found.name, found.choices.encoding
    if found.holds is Holding.ANSWERS:
        data = names.results
        written_in = f" --encoding {encoding}" if encoding else ""
        count = f"tabulate {typed(found.name)} --spec {typed(names.spec)}{written_in} -o {names.results}"
        steps.insert(0, count)
    lines = [
        f"# {typesetter.say(CHOICES)}",
        f"data = [{toml_text(data)}]",
        f"lang = {toml_text(typesetter.language)}",
    ]
    if encoding and found.holds is Holding.RESULTS:
        lines.append(f"encoding = {toml_text(encoding)}")
    if has_words:
        lines.append(f"codebook = {toml_text(names.words)}")
    lines += [
        "",
        f"# {typesetter.say(STEPS)}",
        "run = [",
        *(f"    {toml_text(step)}," for step in steps),
        "]",
        *map_lines(found.choices, typesetter),
    ]
    return "\n".join(lines) + "\n"


def words_of(found: FoundFile, typesetter: Typesetter) -> Table | None:
    """Return a first codebook of the names that phare does not know; None where it knows all, or none is known yet."""
    if found.survey is None:
        return None
    table = draft_codebook(found.survey, typesetter.say(SUPPOSED), typesetter.language, found.place)
    return table if table.rows else None


HOOK_NAME = sentence("figures in documents are those of the data")
HOOK = """\
repos:
  - repo: local
    hooks:
      - id: phare-update
        name: {name}
        entry: phare update --check .
        language: system
        pass_filenames: false
        always_run: true
"""
WORKFLOW = """\
name: phare
on: [push, pull_request]
permissions:
  contents: read
jobs:
  figures:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install 'phare-cli[all]'
      - run: phare check
      - run: phare update --check .
"""
GITLAB = """\
phare:
  image: python:3.12
  script:
    - pip install 'phare-cli[all]'
    - phare check
    - phare update --check .
"""
# What runs the checks of a project each time that it is sent, by whose it is: its file, and what it holds.
PIPELINES = {"github": (".github/workflows/phare.yml", WORKFLOW), "gitlab": (".gitlab-ci.yml", GITLAB)}
