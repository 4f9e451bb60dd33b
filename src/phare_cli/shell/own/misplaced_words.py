"""Tell somebody who typed a word in another place than its own where it goes: a name, a file, a text, a style."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from phare_cli.files.project_folder import project_of
from phare_cli.language.codebook import codebook
from phare_cli.language.shell_words import typed
from phare_cli.nouns.errors import UnreadableInput, WrongOption
from phare_cli.nouns.message import Message, sentence
from phare_cli.shell.explained.topic_words import EXPLAINED, LISTED, SAID_ALIKE, word_typed

_OPTIONS = {
    "region": sentence("“{name}” is a region: write {option}."),
    "stakeholder": sentence("“{name}” is a group: write {option}."),
}
_ITEM = sentence("“{name}” is an item and no indicator: name what was asked. (phare list indicators)")
_FILE = sentence("“{name}” is a file: write {option}.")
_WRITE = sentence("“{name}” means nothing here: write {command}.")
_ELSEWHERE = {"version": "phare --version", "man": "phare help --man"}
_NO_DATA = frozenset(
    {".toml", ".md", ".qmd", ".docx", ".odt", ".pptx", ".pdf", ".png", ".svg", ".html", ".tex", ".rst"}
)
_OF_DATA = frozenset({".csv", ".tsv", ".xlsx", ".xls", ".ods", ".parquet", ".json"})
_USUAL = ("--data", "--region", "--stakeholder")  # of the commands that take an indicator
_OF_THE_FOLDER = {
    "init": sentence("phare init begins a project in the folder where you are: go to “{name}” first."),
    "run": sentence("phare run takes the steps that phare.toml names: leave “{name}” out."),
}
_LISTED = (",", ";")


_STYLED = {"plot": "--style map", "report": "--picture map"}
_WORDS = 3  # of a text, at least; few files have names of as many


def refuse_picture_of_map(command: str, words: Sequence[str]) -> None:
    """Raise WrongOption for --map without a column, where somebody wants a picture of a map."""
    for word, after in zip(words, (*words[1:], "-"), strict=True):
        if word == "--map" and after and "=" not in after and command in _STYLED:
            raise WrongOption(
                sentence(
                    "--map says what columns are called (--map region=COLUMN): for a picture of a map write {option}.",
                    option=_STYLED[command],
                )
            )


def missing_name(name: str, command: str) -> Message:
    """Return what is said of a name that a command cannot do without, and what there is to name."""
    if command == "plot":
        return sentence("{name} is missing: phare list indicators tells which there are.", name=name)
    if command != "update":
        return sentence("{name} is missing.", name=name)
    if project_of(Path.cwd()) is None:
        return sentence(
            "{name} is missing: name a document, or begin a project here with phare init.", name=name
        )
    return sentence("{name} is missing: phare update . looks at every document of this folder.", name=name)


def refuse_text(name: str) -> None:
    """Raise UnreadableInput for a text that stands where a document is named, with how to hand it over."""
    if len(name.split()) < _WORDS or Path(name).suffix[1:].isalpha() or Path(name).exists():
        return
    raise UnreadableInput(
        sentence(
            "there is no file “{file}”. To verify a text, hand it over: {command}",
            file=name,
            command=f"echo {typed(name)} | phare verify -",
        )
    )


def refuse_results(documents: Sequence[str]) -> None:
    """Raise WrongOption for a file of results among the documents to verify, where nobody says which data are meant."""
    from phare_cli.nouns.errors import PhareError
    from phare_cli.results import read

    for name in documents if len(documents) > 1 else ():
        if Path(name).suffix.lower() not in _OF_DATA:
            continue
        try:
            estimates = read(name).estimates
        except PhareError:
            continue
        if len(estimates):
            raise WrongOption(Message(_FILE.text, {"name": name, "option": f"--data {typed(name)}"}))


def option_for(name: str, command: str = "", options: Collection[str] = _USUAL) -> Message | None:
    """Return which of the *options* of a command a word alone goes after; None where it is nothing known."""
    if command == "init" and name.casefold() in ("github", "gitlab"):
        return sentence(
            "“{name}” goes after its option: write {option}.", name=name, option=f"--ci {name.casefold()}"
        )
    if command in _OF_THE_FOLDER:
        return Message(_OF_THE_FOLDER[command].text, {"name": name})
    path = Path(name)
    if "--data" in options and path.is_file() and path.suffix.lower() not in _NO_DATA:
        return Message(_FILE.text, {"name": name, "option": f"--data {typed(name)}"})
    for kind, told in _OPTIONS.items():
        if f"--{kind}" in options and codebook().find(kind, name) is not None:
            return Message(told.text, {"name": name, "option": f"--{kind} {typed(name)}"})
    is_item = options is _USUAL and codebook().find("item", name) is not None
    return Message(_ITEM.text, {"name": name}) if is_item else None


def command_for(word: str) -> Message | None:
    """Return which command was meant by a word that is none: regions is what phare list lists."""
    from phare_cli.rendering import ENDINGS

    subject, topic = word_typed(word, LISTED), word_typed(word, EXPLAINED)
    path = Path(word)
    if word.casefold() in _ELSEWHERE:
        command = _ELSEWHERE[word.casefold()]
    elif subject in LISTED:
        command = f"phare list {subject}"
    elif (topic in EXPLAINED or topic in SAID_ALIKE) and word.casefold() != "table":
        command = f"phare help {topic}"
    elif word.casefold() in ENDINGS and word.casefold() != "table":
        command = "phare help formats"
    elif path.is_file() and path.suffix.lower() not in _NO_DATA:
        command = f"phare show --data {typed(word)}"
    else:
        return None
    return Message(_WRITE.text, {"name": word, "command": command})


def separate_names(kind: str, name: str) -> Message | None:
    """Return how several names are typed that were given as one, ``paca,bretagne``; None where it is one name."""
    mark = next((mark for mark in _LISTED if mark in name), None)
    words = [] if mark is None else [word.strip() for word in name.split(mark)]
    if len(words) < 2 or any(codebook().find(kind, word) is None for word in words):
        return None
    options = " ".join(f"--{kind} {typed(word)}" for word in words)
    return sentence("“{name}” is several names: write {options}.", name=name, options=options)
