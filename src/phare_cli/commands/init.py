"""``phare init``: begin a project in a folder, with what lies there. Writes no file that is there already."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from phare_cli.files.project_folder import FILE
from phare_cli.language.shell_words import typed
from phare_cli.nouns.errors import SystemRefusal, WrongOption
from phare_cli.nouns.message import N_, Listing, Message, counted, sentence
from phare_cli.shell.declared import Option
from phare_cli.shell.options import READ, Lang
from phare_cli.shell.project.settings import Settings
from phare_cli.shell.session import Session, tell

if TYPE_CHECKING:
    from phare_cli.recipes.begin.first_project import FileNames, FoundFile
    from phare_cli.shell.project.verified_texts import WrittenText

_HOOK_FILE = ".pre-commit-config.yaml"
_HOOK_WANTED = sentence("A pre-commit hook that checks the figures of documents? y/N")
_CI_WANTED = sentence("A GitHub workflow that checks data and documents? y/N")
_YES = frozenset({"y", "yes", "o", "oui"})
_EMPTY = sentence(
    "this folder is empty: put a file of results or of answers here, or name one with --data. phare show shows the "
    "figures that ship with it."
)
_NOTHING = sentence(
    "no file here holds results or answers that phare can read: name one with --data. (phare help init)"
)


def init(
    session: Session,
    *,
    data: Annotated[
        Path | None,
        READ,
        Option(
            "--data",
            "-d",
            metavar="FILE",
            help=N_("Results, or respondents' answers; looked for by default."),
        ),
    ] = None,
    hook: Annotated[
        bool, Option("--hook", help=N_("Write a pre-commit hook that checks the figures of documents."))
    ] = False,
    ci: Annotated[
        Literal["github", "gitlab"] | None,
        Option(help=N_("Write a workflow of github, or of gitlab, that checks data and documents.")),
    ] = None,
    yes: Annotated[
        bool, Option("--yes", "-y", help=N_("Ask nothing: begin with the newest file that serves."))
    ] = False,
    lang: Lang = None,
) -> None:
    from phare_cli.recipes.begin.first_project import HOOK, HOOK_NAME, PIPELINES, names_in
    from phare_cli.shell.project.left_out_of_git import FILE as GITIGNORE
    from phare_cli.shell.project.left_out_of_git import LINE, gitignore_to_write
    from phare_cli.shell.table_delivery import put_own
    from phare_cli.shell.whole.new_folders import new_folders

    names = names_in(Path(), session.language)
    used = _used(session.settings, names) if _is_there(FILE) else None
    asks = not yes and bool(sys.stdin and sys.stdin.isatty() and sys.stderr.isatty())
    found = None
    if used is None or not all(map(_is_there, used)):
        found = _chosen(session, data, _kept(Path(names.spec)), asks=asks)
        if found is None and not (hook or ci):
            raise WrongOption(_NOTHING if any(Path().iterdir()) else _EMPTY)
    files = {} if found is None else _files(session, found, names)
    if used is None and found is not None and asks:
        hook = hook or _wanted(session, _HOOK_WANTED)
        ci = ci or ("github" if _wanted(session, _CI_WANTED) else None)
    asked = {_HOOK_FILE: HOOK.format(name=session.say(HOOK_NAME))} if hook else {}
    asked |= dict([PIPELINES[ci]]) if ci else {}
    texts = _texts_to_verify(asked, names, session) if asked else []
    there = list(filter(_is_there, dict.fromkeys((FILE, names.note, names.spec, *files, *asked))))
    kept = {name: text for name, text in files.items() if used is None or name in used}
    new = [(text, Path(name)) for name, text in (kept | asked).items() if name not in there]
    has_steps = bool(session.settings.run) if used is not None else found is not None
    left_out = gitignore_to_write(Path()) if has_steps else None
    ignoring = [] if left_out is None else [(left_out[1], Path(GITIGNORE))]
    there_before = {Path(GITIGNORE): left_out[0]} if left_out and _is_there(GITIGNORE) else {}
    with new_folders(path.parent for _, path in new):
        put_own([*new, *ignoring], session, are_new=True, before=there_before)
    for name in there:
        session.remark(sentence("phare: {file} is there already, and stays as it is.", file=name))
    for _, path in new:
        session.remark(sentence("phare: {file}: written.", file=str(path)))
        if texts and path.as_posix() in asked:
            _tell_verified(session, path, texts)
    if left_out is not None:
        session.remark(
            sentence(
                "phare: {file}: {line} added, what phare run keeps for itself.", file=GITIGNORE, line=LINE
            )
        )
    if found is not None and (used is None or names.spec in used):
        _tell_guesses(session, names.spec, found.spec.count("# check"))
    if found is not None and FILE not in there:
        _tell_guesses(session, FILE, len(found.choices.map))
        _tell_asked(session, found)
    _tell_next(session, found, names, is_new=bool(new), has_steps=has_steps)


def _texts_to_verify(asked: dict[str, str], names: "FileNames", session: Session) -> "list[WrittenText]":
    """Return the texts that people wrote here, which the hook and the pipeline that are *asked* for verify too."""
    from phare_cli.shell.project.verified_texts import HOOK_NAME, with_texts_verified, written_texts

    texts = written_texts(Path(), but=(names.note,))
    for file, content in asked.items():
        asked[file] = with_texts_verified(file, content, texts, session.say(HOOK_NAME))
    return texts


def _tell_verified(session: Session, file: Path, texts: "list[WrittenText]") -> None:
    from phare_cli.shell.project.verified_texts import told

    session.remark(told(str(file), texts))


def _used(settings: Settings, names: "FileNames") -> frozenset[str]:
    """Return which files of a project that is begun already its phare.toml names: no others are written."""
    named = [Path(settings.codebook).name] if settings.codebook else []
    return frozenset(
        name
        for name in (names.spec, names.words, names.note)
        if name in named or any(name in step for step in settings.run)
    )


def _files(session: Session, found: "FoundFile", names: "FileNames") -> dict[str, str | bytes]:
    """Return what a project is begun with, by the names of its files."""
    from phare_cli.language.typeset import Typesetter
    from phare_cli.recipes.begin import first_project
    from phare_cli.recipes.begin.first_note import first_note
    from phare_cli.rendering import Look, render

    typesetter = Typesetter(session.language)
    words = first_project.words_of(found, typesetter)
    has_words = words is not None or _is_there(names.words)
    files: dict[str, str | bytes] = {
        FILE: first_project.project_file(found, names, typesetter, has_words=has_words),
        names.note: first_note(found.survey, typesetter),
    }
    if found.spec:
        files[names.spec] = found.spec
    if words is not None:
        files[names.words] = render(words, "csv", Look(language=session.language))
    return files


def _is_there(name: str) -> bool:
    return Path(name).exists() or Path(name).is_symlink()


def _tell_guesses(session: Session, file: str, guesses: int) -> None:
    if guesses:
        line = counted(
            "phare: {file} holds {count} guess, marked # check: look at it before you publish a figure.",
            "phare: {file} holds {count} guesses, marked # check: look at them before you publish a figure.",
            guesses,
            file=file,
        )
        session.remark(line)


def _tell_asked(session: Session, found: "FoundFile") -> None:
    """Tell which lines of a first phare.toml wait for a person to say whether they hold."""
    asked = tuple(ours for ours, _, _ in found.choices.asked)
    if asked:
        session.remark(
            sentence(
                "phare: {file} asks what the data do not say, for you to answer: {asked}.",
                file=FILE,
                asked=Listing(asked),
            )
        )


def _tell_next(
    session: Session, found: "FoundFile | None", names: "FileNames", *, is_new: bool, has_steps: bool
) -> None:
    """Tell what to type next, which is nothing that would fail."""
    if found is not None and found.wrong is not None:
        session.remark(sentence("phare: {file}: {reason}", file=names.spec, reason=found.wrong))
        session.remark(sentence("phare: correct {file}, then type: phare run", file=names.spec))
    elif found is None and not has_steps and not _is_there(FILE):
        session.remark(sentence("phare: once a file of results or of answers lies here, type: phare init"))
    elif not has_steps:
        session.remark(
            sentence("phare: phare.toml names no steps that phare run could take. (phare help phare.toml)")
        )
    elif is_new:
        session.remark(sentence("phare: look at these files, then type: phare run"))
    else:
        session.remark(sentence("phare: nothing was written, every file being there. To go on: phare run"))


def _wanted(session: Session, question: Message) -> bool:
    """Ask whether something is wanted: anything but yes says no."""
    tell(session.say(question))
    return sys.stdin.readline().strip().casefold() in _YES


def _kept(spec: Path) -> str | None:
    """Return the spec that the folder has already, and that a project goes by rather than by a new one."""
    from phare_cli.files.source import opened

    if not spec.exists():
        return None
    with opened(spec) as source:
        return source.again().read().decode("utf-8", "replace")


def _chosen(session: Session, data: Path | None, spec: str | None, *, asks: bool) -> "FoundFile | None":
    """Return the file to begin with: the one named, else the newest that serves, or the one that a person chooses.

    None where no file serves.
    """
    from phare_cli.language.typeset import Typesetter
    from phare_cli.recipes.begin.first_project import candidates, look_at

    typesetter = Typesetter(session.language)
    if data is not None:
        found = look_at(data, str(data), typesetter, spec)
        if found is None:
            raise WrongOption(
                sentence(
                    "{file} holds neither results nor answers that phare can read. ({look})",
                    file=str(data),
                    look=f"phare check {typed(str(data))}",
                )
            )
        session.notify(found.notices)
        return found
    serving = []
    for path in candidates(Path()):
        try:
            found = look_at(path, path.name, typesetter, spec)
        except (SystemRefusal, WrongOption) as refused:
            session.notify(
                [sentence("{file} was passed over. {reason}", file=path.name, reason=refused.message)]
            )
            continue
        if found is not None:
            serving.append(found)
    if not serving:
        return None
    chosen = _asked(session, serving) if asks and len(serving) > 1 else serving[0]
    if len(serving) > 1 and not asks:
        others = Listing(tuple(found.name for found in serving[1:]))
        taken = sentence(
            "{file} was taken, and not {others}: name another with --data.", file=chosen.name, others=others
        )
        session.notify([taken])
    session.notify(chosen.notices)
    return chosen


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
