"""Find what things were called before somebody corrected a spec: columns and answers, as a first spec has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from phare_cli.language.folding import fold
from phare_cli.nouns.errors import PhareError
from phare_cli.respondents.spec import Question, QuestionKind, Spec
from phare_cli.shell.project.settings import Settings
from phare_cli.shell.project.spec_files import spec_files

FormerNames = Mapping[tuple[str, str], str]


def former_names(settings: Settings) -> FormerNames:
    """Return what the specs of a project's steps call now what was called otherwise, by kind and folded former name.

    What two things were called is neither's. A spec that cannot be read, or that lies outside the project, tells
    nothing.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for file in spec_files(settings):
        for kind, former, new in _renamed(file):
            found.setdefault((kind, fold(former)), set()).add(new)
    return {key: names.pop() for key, names in found.items() if len(names) == 1 and fold(key[1]) != ""}


def _renamed(file: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the former and the new name of each thing that a spec calls otherwise than its file does."""
    from phare_cli.respondents.specs.spec_file import read_spec

    try:
        spec = read_spec(str(file))
    except PhareError:
        return
    if spec.problems:
        return
    for kind, former, new in _names(spec):
        if new and fold(former) != fold(new):
            yield kind, former, new


def _names(spec: Spec) -> Iterator[tuple[str, str, str]]:
    for place, recode in spec.recodes.items():
        yield from ((place, former, new) for former, new in recode.items())
    for question in spec.questions:
        yield from (("indicator", former, question.indicator) for former in _asked(question))
        for text, item in question.options.items():
            former = text.rpartition("[")[2].removesuffix("]") if question.kind is QuestionKind.SET else text
            yield "item", former, item


def _asked(question: Question) -> set[str]:
    """Return what a first spec would call a question: its column, or what the columns of a set share."""
    from phare_cli.respondents.draft.profile import stem

    asked = {question.wording} - {""}
    if question.kind is QuestionKind.SET or len(question.columns) > 1:
        columns = question.columns or tuple(question.options)
        return asked | {stem(column) for column in columns}
    return asked | set(question.columns)
