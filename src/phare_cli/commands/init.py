"""``phare init``: begin a project in a folder, with what lies there. Writes no file that is there already."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phare_cli.nouns.errors import SystemRefusal, WrongOption
from phare_cli.nouns.message import N_, Listing, counted, sentence
from phare_cli.shell.options import READ, Lang
from phare_cli.shell.session import Session, tell

if TYPE_CHECKING:
    from phare_cli.recipes.first_project import FoundFile

_NOTHING = sentence(
    "no file here holds results or answers that phare can read: name one with --data. (phare check FILE)"
)


def init(
    session: Session,
    *,
    data: Annotated[
        Path | None,
        READ,
        typer.Option(
            "--data",
            "-d",
            metavar="FILE",
            help=N_("Results, or respondents' answers; looked for by default."),
        ),
    ] = None,
    hook: Annotated[
        bool, typer.Option("--hook", help=N_("Write a pre-commit hook that checks the figures of documents."))
    ] = False,
    ci: Annotated[
        bool, typer.Option("--ci", help=N_("Write a GitHub workflow that checks data and documents."))
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help=N_("Ask nothing: begin with the newest file that serves."))
    ] = False,
    lang: Lang = None,
) -> None:
    from phare_cli.language.typeset import Typesetter
    from phare_cli.recipes import first_project
    from phare_cli.rendering import Look, render
    from phare_cli.shell.table_delivery import put_all
    from phare_cli.shell.whole.new_folders import new_folders

    typesetter = Typesetter(session.language)
    names = first_project.NAMES[session.language]
    found = _chosen(session, data, _kept(Path(names.spec)), asks=not yes)
    words = first_project.words_of(found, typesetter)
    files = {
        "phare.toml": first_project.project_file(found, names, typesetter, has_words=words is not None),
        names.note: first_project.note(found, typesetter),
    }
    if found.spec:
        files[names.spec] = found.spec
    if words is not None:
        files[names.words] = render(words, "csv", Look(language=session.language))
    if hook:
        files[".pre-commit-config.yaml"] = first_project.HOOK
    if ci:
        files[".github/workflows/phare.yml"] = first_project.WORKFLOW
    there = [name for name in files if Path(name).exists() or Path(name).is_symlink()]
    new = [(text, Path(name)) for name, text in files.items() if name not in there]
    with new_folders(path.parent for _, path in new):
        put_all(new, session, are_new=True)
    for name in there:
        session.remark(sentence("phare: {file} is there already, and stays as it is.", file=name))
    for _, path in new:
        session.remark(sentence("phare: {file}: written.", file=str(path)))
    guesses = found.spec.count("# check")
    if guesses:
        line = counted(
            "phare: {file} holds {count} guess, marked # check: look at it before you publish a figure.",
            "phare: {file} holds {count} guesses, marked # check: look at them before you publish a figure.",
            guesses,
            file=names.spec,
        )
        session.remark(line)
    if found.holds is first_project.Holding.ANSWERS and found.survey is None:
        session.remark(sentence("phare: correct {file}, then type: phare run", file=names.spec))
    elif new:
        session.remark(sentence("phare: look at these files, then type: phare run"))
    else:
        session.remark(sentence("phare: nothing was written, every file being there. To go on: phare run"))


def _kept(spec: Path) -> str | None:
    """Return the spec that the folder has already, and that a project goes by rather than by a new one."""
    from phare_cli.files.source import opened

    if not spec.exists():
        return None
    with opened(spec) as source:
        return source.again().read().decode("utf-8", "replace")


def _chosen(session: Session, data: Path | None, spec: str | None, *, asks: bool) -> "FoundFile":
    """Return the file to begin with: the one named, else the newest that serves, or the one that a person chooses."""
    from phare_cli.language.typeset import Typesetter
    from phare_cli.recipes.first_project import candidates, look_at

    typesetter = Typesetter(session.language)
    if data is not None:
        found = look_at(data, str(data), typesetter, spec)
        if found is None:
            raise WrongOption(
                sentence(
                    "{file} holds neither results nor answers that phare can read. (phare check FILE)",
                    file=str(data),
                )
            )
        return found
    serving = []
    for path in candidates(Path()):
        try:
            found = look_at(path, path.name, typesetter, spec)
        except SystemRefusal as refused:
            session.notify(
                [sentence("{file} was passed over. {reason}", file=path.name, reason=refused.message)]
            )
            continue
        if found is not None:
            serving.append(found)
    if not serving:
        raise WrongOption(_NOTHING)
    if len(serving) == 1 or not asks or not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        if len(serving) > 1:
            others = Listing(tuple(found.name for found in serving[1:]))
            session.notify(
                [
                    sentence(
                        "{file} was taken, and not {others}: name another with --data.",
                        file=serving[0].name,
                        others=others,
                    )
                ]
            )
        return serving[0]
    return _asked(session, serving)


def _asked(session: Session, serving: "list[FoundFile]") -> "FoundFile":
    """Ask which file to begin with until the answer is one of them; an empty answer is the first."""
    while True:
        for number, found in enumerate(serving, 1):
            holds = sentence("results") if found.holds == "results" else sentence("answers of respondents")
            tell(
                session.say(
                    sentence("{number}. {file}: {holds}", number=number, file=found.name, holds=holds)
                )
            )
        tell(session.say(sentence("Which file does the project begin with? 1 by default:")))
        answer = sys.stdin.readline()
        word = answer.strip() or "1"
        if word.isdecimal() and 1 <= int(word) <= len(serving):
            return serving[int(word) - 1]
        if not answer:
            raise WrongOption(_NOTHING)
