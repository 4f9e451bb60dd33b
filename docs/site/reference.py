"""Write the reference out of phare itself: commands and options, topics, codes. Headings alone are kept here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from string import Formatter

from problem_codes import codes
from typer.core import TyperArgument, TyperOption

from phare_cli.cli import app
from phare_cli.language.catalogue import catalogue
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.table import Show, Table
from phare_cli.recipes.listing import Topic
from phare_cli.shell.command_list import COMMANDS, CommandEntry, load
from phare_cli.shell.help_topics import TOPICS
from phare_cli.shell.typer_app import Command, stand_in

# The words of these pages that phare itself has no use for.
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "reference": "Reference",
        "written": "These pages are written by the program itself, of the version that this site was built with.",
        "commands": "Commands",
        "own": "Options of phare itself",
        "topics": "Topics of `phare help`",
        "problems": "Codes of problems",
        "argument": "Argument",
        "option": "Option",
        "holds": "Takes",
        "default": "By default",
        "meaning": "Meaning",
        "repeatable": "may be given several times",
        "required": "required",
        "flag": "nothing",
        "examples": "Examples",
        "topic": "Printed by `phare help {name}`.",
        "code": "Code",
        "said": "What phare says",
        "coded": "A problem or a warning ends in its code, in brackets, and JSON answers hold it. Codes stay what they "
        "are from one version to the next; sentences may become clearer. `…` stands for what depends on the file.",
        "alone": "The sentence depends on the file: it says what is wrong and what to try.",
    },
    "fr": {
        "reference": "Référence",
        "written": "Ces pages sont écrites par le programme lui-même, dans la version avec laquelle "
        "ce site a été construit.",
        "commands": "Commandes",
        "own": "Options de phare lui-même",
        "topics": "Sujets de `phare help`",
        "problems": "Codes des anomalies",
        "argument": "Argument",
        "option": "Option",
        "holds": "Prend",
        "default": "Par défaut",
        "meaning": "Signification",
        "repeatable": "peut être donnée plusieurs fois",
        "required": "obligatoire",
        "flag": "rien",
        "examples": "Exemples",
        "topic": "Ce qu’affiche `phare help {name}`.",
        "code": "Code",
        "said": "Ce que dit phare",
        "coded": "Une anomalie ou un avertissement finit par son code, entre crochets, et les réponses en JSON le "
        "portent. Les codes restent les mêmes d’une version à l’autre ; les phrases peuvent devenir plus claires. "
        "`…` tient la place de ce qui dépend du fichier.",
        "alone": "La phrase dépend du fichier : elle dit ce qui ne va pas et que faire.",
    },
}
# Columns of topics that hold what one types.
TYPED = frozenset(("key", "example", "column", "option", "opening", "closing", "name", "variable", "endings"))
SENTENCE = re.compile(r".{24,}[.)?]", re.DOTALL)


def pages(language: str) -> dict[str, str]:
    """Return each page of the reference in *language*, by its path inside ``reference/`` without an ending."""
    found = {"index": _index(language), "problems": _problems(language)}
    found |= {f"commands/{name}": _command(name, entry, language) for name, entry in COMMANDS.items()}
    return found | {f"topics/{name}": _topic(name, language) for name in TOPICS}


def _index(language: str) -> str:
    words, typesetter = WORDS[language], Typesetter(language)
    lines = [f"# {words['reference']}", "", words["written"], "", f"## {words['commands']}", ""]
    rows = [
        (f"[`phare {name}`](commands/{name}.md)", _text(entry.help, language))
        for name, entry in COMMANDS.items()
    ]
    lines += _table((words["commands"], words["meaning"]), rows)
    lines += ["", f"## {words['own']}", "", *_options(app().params, language)]
    lines += ["", f"## {words['topics']}", ""]
    lines += [
        f"- [`{name}`](topics/{name}.md): {typesetter.title(topic().title)}" for name, topic in TOPICS.items()
    ]
    return "\n".join([*lines, f"- [{words['problems']}](problems.md)", ""])


def _command(name: str, entry: CommandEntry, language: str) -> str:
    words, command = WORDS[language], load(name, Command)
    shown = [param for param in command.params if not vars(param).get("hidden")]
    arguments = [param for param in shown if isinstance(param, TyperArgument)]
    usage = " ".join(["phare", name, "[OPTIONS]", *(_placeholder(each, language) for each in arguments)])
    lines = [f"# phare {name}", "", _text(entry.help, language), "", "```text", usage, "```", ""]
    if arguments:
        rows = [(f"`{_placeholder(each, language)}`", _meaning(each, language)) for each in arguments]
        lines += [*_table((words["argument"], words["meaning"]), rows), ""]
    lines += [*_options(shown, language), ""]
    if entry.examples:
        lines += [
            f"## {words['examples']}",
            "",
            "```text",
            *(_text(each, language) for each in entry.examples),
            "```",
            "",
        ]
    return "\n".join(lines)


def _placeholder(argument: TyperArgument, language: str) -> str:
    name = _typed(str(argument.metavar or argument.name or ""), language)
    return name if name.startswith("[") or argument.required else f"[{name}]"


def _typed(metavar: str, language: str) -> str:
    return stand_in(metavar.upper(), catalogue(language).gettext)


def _options(params: Sequence[object], language: str) -> list[str]:
    words = WORDS[language]
    heads = (words["option"], words["holds"], words["default"], words["meaning"])
    return _table(heads, [_option(each, language) for each in params if isinstance(each, TyperOption)])


def _option(option: TyperOption, language: str) -> tuple[str, str, str, str]:
    words = WORDS[language]
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    choices = getattr(option.type, "choices", None)
    if option.is_flag:
        holds = words["flag"]
    elif choices:
        holds = ", ".join(f"`{choice}`" for choice in map(str, choices))
    else:
        holds = f"`{_typed(option.metavar or option.type.name, language)}`"
    given = (
        option.default
        if option.show_default and not option.is_flag and isinstance(option.default, str | int | float)
        else None
    )
    default = words["required"] if option.required else "" if given in (None, "") else f"`{given}`"
    return names, holds, default, _meaning(option, language)


def _meaning(param: TyperOption | TyperArgument, language: str) -> str:
    meaning = _text(param.help or "", language)
    repeatable = (
        isinstance(param, TyperOption)
        and param.multiple
        and not re.search("repeatable|répétable|plusieurs fois", meaning)
    )
    return f"{meaning} ({WORDS[language]['repeatable']})" if repeatable else meaning


def _topic(name: str, language: str) -> str:
    table, typesetter = TOPICS[name](), Typesetter(language)
    lines = [f"# {typesetter.title(table.title)}", "", WORDS[language]["topic"].format(name=name), ""]
    for title, rows in _panels(table, typesetter):
        lines += [f"## {title}", ""] if title else []
        columns = [place for place, column in enumerate(table.columns) if _is_shown(table, place, rows)]
        heads = [typesetter.say(table.columns[place].label) for place in columns]
        cells = [[_cell(table, place, row, typesetter) for place in columns] for row in rows]
        lines += [*_table(heads, cells), ""]
    lines += [f"{typesetter.say(note)}\n" for note in table.notes]
    if name == "formats":
        lines += [f"`phare list`: {', '.join(f'`{topic.value}`' for topic in Topic)}.", ""]
    return "\n".join(lines)


def _panels(table: Table, typesetter: Typesetter) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """Yield the rows of a topic that stand under one title; what opens a panel is a column of the table."""
    titled = [place for place, column in enumerate(table.columns) if column.show is Show.TITLE]
    panels: dict[str, list[tuple[object, ...]]] = {}
    for row in table.rows:
        title = " ".join(_plain(table, place, row, typesetter) for place in titled)
        panels.setdefault(title, []).append(row)
    yield from panels.items()


def _is_shown(table: Table, place: int, rows: Sequence[tuple[object, ...]]) -> bool:
    show = table.columns[place].show
    return show is not Show.TITLE and (
        show in (Show.ALWAYS, Show.IF_VARIED) or any(row[place] for row in rows)
    )


def _plain(table: Table, place: int, row: tuple[object, ...], typesetter: Typesetter) -> str:
    text = typesetter.cell(table.columns[place], row[place])  # type: ignore[arg-type] # rows of a Table hold cells
    return text[:1].upper() + text[1:]


def _cell(table: Table, place: int, row: tuple[object, ...], typesetter: Typesetter) -> str:
    text = typesetter.cell(table.columns[place], row[place])  # type: ignore[arg-type] # rows of a Table hold cells
    if table.columns[place].name in ("aliases", "words"):
        return text.replace("|", ", ")
    return f"`{text}`" if text and table.columns[place].name in TYPED and "`" not in text else text


def _problems(language: str) -> str:
    words = WORDS[language]
    rows = []
    for code, sentences in codes().items():
        said = [_text(each, language) for each in sentences if SENTENCE.fullmatch(each)]
        rows.append((f"`{code}`", "<br>".join(map(_without_places, said)) or words["alone"]))
    heads = (words["code"], words["said"])
    return "\n".join([f"# {words['problems']}", "", words["coded"], "", *_table(heads, rows), ""])


def _without_places(text: str) -> str:
    """Return a sentence with an ellipsis where phare names what it found."""
    return "".join(before + ("" if name is None else "…") for before, name, _, _ in Formatter().parse(text))


def _text(marked: str, language: str) -> str:
    return catalogue(language).gettext(marked) if marked else ""


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return lines of a Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return [f"| {' | '.join(map(_in_cell, line))} |" for line in lines]


def _in_cell(text: str) -> str:
    """Return *text* as a cell: a bar parts cells even in code, and angles open elements outside of it."""
    parts = re.split(r"(`[^`]*`|<br>)", text.replace("\n", " ").replace("|", "\\|"))
    return "".join(part if place % 2 else _escaped(part) for place, part in enumerate(parts))


def _escaped(text: str) -> str:
    """Return a text outside code: an angle would open an element, brackets a link unless they are one."""
    text = text.replace("<", "&lt;").replace("*", "\\*")
    return text if text in ("[", "") or text.startswith("](") else text.replace("[", "\\[")
