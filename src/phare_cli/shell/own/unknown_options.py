"""Say what was meant by an option that a command has not: another word for it, a format, one of its command."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from difflib import get_close_matches

from typer import _click

from phare_cli.nouns.meant.meant_words import meant_anywhere, meant_option, meant_word, plain
from phare_cli.nouns.message import Listing, Message, sentence

# Formats that are written to files; the others are asked for with --format.
_FILED = ("docx", "odt", "pptx", "xlsx", "png", "svg", "pdf")
_MOST = 3  # options of one letter that are named
_DATA_OF_BLOCKS = sentence(
    "the data of a document are those of its phare.toml ({line}), or of a block ({block})",
    line='data = ["results.csv"]',
    block="data=results.csv",
)
_DATA_OF_STEPS = sentence("each step has its own, or {line} in phare.toml", line='data = ["results.csv"]')
_WHOLE = sentence(
    "write {option}, or once in phare.toml {line}",
    option="--to NAME --sample nested",
    line='map = { whole = "=NAME" }',
)
_EACH = sentence("write --each region for a page of each")
_WRITE = sentence("write {option}")
# What is done otherwise by a command whose option somebody would guess.
_SORTED = ("sort", "sorted", "tri", "trier", "order", "ordre", "classement")
_RANKED = sentence("answers stand by their figures, the highest first, and --top N keeps the first")
_INSTEAD: Mapping[tuple[str, str], Message] = {
    **{("update", word): _DATA_OF_BLOCKS for word in ("d", "data", "donnees", "file", "fichier", "source")},
    **{("run", word): _DATA_OF_STEPS for word in ("d", "data", "donnees", "fichier")},
    **{
        (command, word): _WHOLE
        for command in ("compare", "report", "plot", "value", "verify")
        for word in ("whole", "ensemble", "total")
    },
    **{("report", word): _EACH for word in ("all", "toutes", "tous", "every", "chaque")},
    **{("update", word): Message(_WRITE.text, {"option": "phare verify"}) for word in ("verify", "verifier")},
    **{(command, word): _RANKED for command in ("show", "plot", "report") for word in _SORTED},
    **{("compare", word): sentence("--top N keeps the widest gaps") for word in _SORTED},
    **{
        (command, "segments"): Message(_WRITE.text, {"option": "--segment"})
        for command in ("show", "compare", "plot", "value", "cross", "list", "verify")
    },
    ("verify", "update"): Message(_WRITE.text, {"option": "phare update"}),
    ("verify", "check"): sentence("the status tells, 1 where something is wrong or overstated"),
    ("init", "git"): Message(_WRITE.text, {"option": "--hook"}),
}


def no_such_option(
    name: str,
    command: _click.Command | None,
    near: Sequence[str],
    below: _click.Command | None = None,
    *,
    commands_having: Callable[[str], tuple[str, ...]],
) -> Message:
    """Return what is said of an option that a *command* has not; *near* are those of it that look like the one typed.

    *below* is the command before whose name the option stood; *commands_having* returns which have an option.
    """
    if below is not None and name in _options_of(below):
        return sentence(
            "{name} stands after the command: phare {command} {name}.", name=name, command=below.name or ""
        )
    options = _options_of(command)
    if written := _format(name, options, _formats_of(command)):
        return sentence("there is no option {name}: write {option}.", name=name, option=written)
    word = command.name or "" if command is not None else ""
    if instead := _INSTEAD.get((word, plain(name.lstrip("-")))):
        return sentence("there is no option {name} here: {instead}.", name=name, instead=instead)
    meant = meant_option(name, options)
    if not meant and (chosen := _choice(name, command)):
        return sentence("there is no option {name}: write {option}.", name=name, option=chosen)
    if not meant and (having := commands_having(name)):
        return sentence(
            "there is no option {name} here: it is one of {commands}.", name=name, commands=Listing(having)
        )
    if not meant and (other := meant_anywhere(name)) and (having := commands_having(other)):
        return sentence(
            "there is no option {name} here: {option} is one of {commands}.",
            name=name,
            option=other,
            commands=Listing(having),
        )
    found = [meant] if meant else get_close_matches(name, near, n=2, cutoff=0.75) or _of_letter(name, options)
    if found:
        close = Listing(tuple(found), "or")
        return sentence("there is no option {name}. Did you mean {near}?", name=name, near=close)
    return sentence("there is no option {name}.", name=name)


def _options_of(command: _click.Command | None) -> set[str]:
    return {name for param in command.params for name in param.opts} if command is not None else set()


def _formats_of(command: _click.Command | None) -> tuple[str, ...]:
    params = command.params if command is not None else ()
    taken = (getattr(param.type, "choices", ()) for param in params if "--format" in param.opts)
    return tuple(str(format) for formats in taken for format in formats)


def _format(name: str, options: Collection[str], formats: Sequence[str]) -> Message | str | None:
    """Return what to type for a format that was typed as an option: ``--format csv`` for ``--csv``."""
    word = name.lstrip("-").casefold()
    format = meant_word(word, (*formats, *_FILED)) or word
    if format in _FILED and "--output" in options:
        return sentence("--output {file}.{format}", file=sentence("FILE"), format=format)
    return f"--format {format}" if format in formats else None


def _choice(name: str, command: _click.Command | None) -> str | None:
    """Return what to type for a value that was typed as an option: ``--style heat`` for ``--heat``."""
    for param in command.params if command is not None else ():
        choices = [str(choice) for choice in getattr(param.type, "choices", ())]
        word = name.lstrip("-").casefold()
        meant = word if word in choices else meant_word(word, choices)
        if meant is not None and param.opts[0].startswith("--"):
            return f"{param.opts[0]} {meant}"
    return None


def _of_letter(name: str, options: Collection[str]) -> list[str]:
    """Return the options that begin with the one letter that was typed."""
    if name.startswith("--"):
        return []
    found = sorted(option for option in options if option.startswith(f"-{name[:2]}"))
    return found if len(found) <= _MOST else []
