"""Write the manual page of phare or of one of its commands, for man, from what its help says.

The macros are those of man(7), as groff, man-db and mandoc read them; nothing of a text is a request or an escape.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from typer import _click

from phare_cli.language.catalogue import LANGUAGES, catalogue
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import N_, sentence
from phare_cli.shell.command_list import COMMANDS, load
from phare_cli.shell.help_topics import LIMITS, STATUSES, TOPICS
from phare_cli.shell.session import Session
from phare_cli.shell.typer_app import PANELS, Command
from phare_cli.version import RELEASED, __version__

# What is a request at the head of a line, an escape anywhere, or another letter than the one that is to be typed.
_ESCAPES = str.maketrans(
    {
        "\\": "\\e",
        "-": "\\-",
        "'": "\\(aq",
        "`": "\\(ga",
        '"': "\\(dq",
        "^": "\\(ha",
        "~": "\\(ti",
        "\u00a0": "\\ ",
        "\u202f": "\\ ",
    }
)


def manual_page(name: str | None, root: _click.Command, language: str) -> str:
    """Return the page of the command called *name*, of phare itself, whose command line is *root*, where it is None.

    The page is UTF-8 text in *language*, ``en`` or ``fr``.
    """
    session = Session(language)
    typesetter = Typesetter(language)
    command = load(name, Command) if name else root
    title = f"phare {name}" if name else "phare"
    context = command.make_context(title, [], resilient_parsing=True, obj=session)
    told = catalogue(language).gettext
    about = told(COMMANDS[name].help if name else command.help or "")
    lines = [
        f'.TH "{title.replace(" ", "-").upper()}" 1 "{RELEASED}" "phare {__version__}" "phare"',
        ".nh",  # a word that is to be typed is not cut
        ".ad l",
        *_section(told(N_("NAME"))),
        f"{_text(title.replace(' ', '-'))} \\- {_text(about.rstrip('.'))}",
        *_section(told(N_("SYNOPSIS"))),
        f".B {_text(title)}",
        _text(" ".join(command.collect_usage_pieces(context))),
        *_section(told(N_("DESCRIPTION"))),
        _text(about),
        *_parameters(command.get_params(context), context, told),
    ]
    if name:
        lines += _section(told(N_("EXAMPLES")))
        for number, example in enumerate(COMMANDS[name].examples):
            lines += [*[".PP"] * (number > 0), f".B {_text(told(example))}"]
    else:
        lines += _section(told(N_("COMMANDS")))
        for each, entry in COMMANDS.items():
            lines += [".TP", f".BR phare\\-{_text(each)} (1)", _text(told(entry.help))]
        topics = ", ".join(TOPICS)
        lines += [*_section(told(N_("TOPICS"))), ".B phare help", _text(topics)]
        lines += _section(told(N_("ENVIRONMENT")))
        for variable, meaning, default, _ in LIMITS:
            words = sentence("{meaning}; by default: {default}.", meaning=meaning, default=default)
            lines += [".TP", f".B {_text(variable)}", _text(typesetter.say(words))]
    lines += _section(told(N_("EXIT STATUS")))
    for status, meaning in STATUSES:
        lines += [".TP", f".B {status}", _text(typesetter.say(meaning))]
    seen = [f"phare\\-{_text(each)}" for each in COMMANDS] if not name else ["phare"]
    lines += [*_section(told(N_("SEE ALSO"))), *(f".BR {each} (1)" for each in seen)]
    return "\n".join(lines) + "\n"


def manual(root: _click.Command) -> Iterator[tuple[str, str]]:
    """Yield every page, and where it stands in a folder of manuals: ``man1/phare-show.1``, ``fr/man1/...``."""
    for language in LANGUAGES:
        folder = "man1" if language == "en" else f"{language}/man1"
        for name in (None, *COMMANDS):
            yield (
                f"{folder}/{'phare' if name is None else f'phare-{name}'}.1",
                manual_page(name, root, language),
            )


def _section(title: str) -> tuple[str]:
    return (f".SH {_text(title)}",)


def _parameters(
    params: Sequence[_click.Parameter], context: _click.Context, told: Callable[[str], str]
) -> Iterator[str]:
    """Yield the sections of arguments and options, a panel of the help each."""
    panels: dict[str, list[_click.Parameter]] = {}
    for param in params:
        panel = vars(param).get("rich_help_panel") or PANELS[param.param_type_name]
        panels.setdefault(told(panel), []).append(param)
    for panel, held in panels.items():
        yield from _section(panel.upper())
        for param in held:
            yield ".TP"
            yield f".B {_text(_typed(param, context))}"
            yield _text(told(vars(param).get("help") or ""))


def _typed(param: _click.Parameter, context: _click.Context) -> str:
    """Return what one types for a parameter: its names, and what stands for its value."""
    if param.param_type_name == "argument":
        return param.make_metavar(context)
    names = ", ".join((*param.opts, *param.secondary_opts))
    return names if vars(param).get("is_flag") else f"{names} {param.make_metavar(context)}"


def _text(text: str) -> str:
    """Return a text in which troff finds nothing to do but set it."""
    line = " ".join(text.split(" ")).replace("\n", " ").translate(_ESCAPES)
    return f"\\&{line}" if line.startswith(".") else line
