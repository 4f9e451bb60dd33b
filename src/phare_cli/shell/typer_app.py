"""Phare's command line as Typer's library needs it: commands imported late, help and complaints in two languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from copy import copy

from typer import _click
from typer._click import exceptions
from typer._click.shell_completion import CompletionItem
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import Exit

from phare_cli.nouns.errors import UnknownTopic, WrongOption
from phare_cli.nouns.message import N_, Listing, Message, sentence
from phare_cli.shell.command_list import COMMANDS, commands_having, load
from phare_cli.shell.session import Session

PANELS = {"argument": N_("Arguments"), "option": N_("Options")}
# Texts of the library itself: marked here, looked up like ours where they are shown.
LIBRARY = (N_("Show this message and exit."),)
REQUIRED, DEFAULT = N_("[required]"), N_("[default: {}]")
ARGUMENT_KINDS = {"str": N_("text"), "path": N_("path")}
# What stands for a value in a usage line.
STAND_INS = (
    *(N_("CHANCE"), N_("COLUMN"), N_("COLUMNS"), N_("FIGURE"), N_("FILE"), N_("FOLDER"), N_("INDICATOR")),
    *(N_("KIND"), N_("LENGTH"), N_("LEVEL"), N_("MARK"), N_("NUMBERS"), N_("PRISM"), N_("RESPONSES")),
    *(N_("TEXT"), N_("TIMES"), N_("TOPIC"), N_("NAME=ITEMS"), N_("NAME=TEXT"), N_("OURS=THEIRS")),
    N_("REGION=PERCENT"),  # NAME is a heading of the manual too
)
_STAND_IN = re.compile("[A-Z]+(?:=[A-Z]+)?")


SHELL_OPTIONS = ("--install-completion", "--show-completion")
CURRENT = "current"  # the shell that runs phare
_TWO = 2


class Command(TyperCommand):
    """One command, whose help is translated when it is shown."""

    def parse_args(self, ctx: _click.Context, args: list[str]) -> list[str]:
        if "--map" in args and not ctx.resilient_parsing:
            from phare_cli.shell.own.misplaced_words import refuse_picture_of_map  # of use to few

            refuse_picture_of_map(self.name or "", args)
        refuse_empty(self, ctx, args)
        refuse_twice(self, ctx, args)
        return super().parse_args(ctx, args)

    def get_params(self, ctx: _click.Context) -> list[_click.Parameter]:
        return translated(super().get_params(ctx), ctx)

    def format_help(self, ctx: _click.Context, formatter: _click.HelpFormatter) -> None:
        self.help = literal(in_language(ctx, self.help or ""))
        self.epilog = "\n\n".join(in_language(ctx, example) for example in (self.epilog or "").split("\n\n"))
        for param in translated(self.params, ctx):
            vars(param)["help"] = literal(vars(param).get("help") or "")
            if param.param_type_name == "argument":
                param.type = copy(param.type)
                param.type.name = in_language(ctx, ARGUMENT_KINDS.get(param.type.name, param.type.name))
        # It takes a third of the time of a short command.
        from phare_cli.shell.explained.narrow_help import fit_options

        fit_options(in_language(ctx, REQUIRED), in_language(ctx, DEFAULT))
        super().format_help(ctx, formatter)

    def get_usage(self, ctx: _click.Context) -> str:
        return usage_in(language_of(ctx), super().get_usage(ctx))


class Overview(TyperGroup):
    """What the help of phare itself prints: commands by name and help alone, so that none is imported."""

    def list_commands(self, ctx: _click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: _click.Context, cmd_name: str) -> _click.Command | None:
        entry = COMMANDS[cmd_name]
        return TyperCommand(
            name=cmd_name,
            help=literal(in_language(ctx, entry.help)),
            rich_markup_mode=self.rich_markup_mode,
            rich_help_panel=in_language(ctx, entry.panel),
        )

    def get_params(self, ctx: _click.Context) -> list[_click.Parameter]:
        return translated(super().get_params(ctx), ctx)

    def get_usage(self, ctx: _click.Context) -> str:
        return usage_in(language_of(ctx), super().get_usage(ctx))


class Commands(TyperGroup):
    """All commands: each is imported when it is run, and none to print the list of them."""

    def parse_args(self, ctx: _click.Context, args: list[str]) -> list[str]:
        args = list(_with_shells(args))
        refuse_empty(self, ctx, args)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: _click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: _click.Context, cmd_name: str) -> _click.Command | None:
        return load(cmd_name, Command) if cmd_name in COMMANDS else None

    def shell_complete(self, ctx: _click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer commands by their entries, so that none is imported, then what options may follow."""
        named = [
            CompletionItem(name, help=in_language(ctx, entry.help))
            for name, entry in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return [*named, *_click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: _click.Context, args: list[str]
    ) -> tuple[str | None, _click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from phare_cli.shell.own.misplaced_words import command_for

            meant = command_for(args[0])
            raise UnknownTopic(args[0], tuple(COMMANDS)) if meant is None else WrongOption(meant)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: _click.Context, formatter: _click.HelpFormatter) -> None:
        from phare_cli.shell.explained.narrow_help import fit_options

        fit_options(in_language(ctx, REQUIRED), in_language(ctx, DEFAULT))
        overview = Overview(
            name=self.name,
            params=self.params,
            help=literal(in_language(ctx, self.help or "")),
            rich_markup_mode=self.rich_markup_mode,
            context_settings=self.context_settings,
        )
        overview.format_help(ctx, formatter)


def _with_shells(args: Sequence[str]) -> Iterator[str]:
    """Yield *args*, the options of completion with the shell that they are about: the current one where none is named.

    They stand before any command.
    """
    for place, word in enumerate(args):
        if word in COMMANDS:
            yield from args[place:]
            return
        following = args[place + 1 : place + 2]
        is_alone = word in SHELL_OPTIONS and (not following or following[0].startswith("-"))
        yield f"{word}={CURRENT}" if is_alone else word


def refuse_empty(command: _click.Command, ctx: _click.Context, args: Sequence[str]) -> None:
    """Raise WrongOption for an option that is given the empty text, as a variable of the shell that is not set is.

    No option takes it: nothing is asked for by leaving the option out, and a lost variable must not mean that.
    """
    if ctx.resilient_parsing or not any(word == "" or word.endswith("=") for word in args):
        return
    given, _, _ = command.make_parser(ctx).parse_args(args=list(args))
    for param in command.params:
        value = given.get(param.name or "")
        if param.param_type_name == "option" and (value == "" or (isinstance(value, list) and "" in value)):
            raise WrongOption(
                sentence(
                    "{name} is given an empty text: give it a value, or leave it out. "
                    "A variable of the shell that is not set is empty.",
                    name=_name(param),
                )
            )


def refuse_twice(command: _click.Command, ctx: _click.Context, args: Sequence[str]) -> None:
    """Raise WrongOption for an option that takes one value and is given two: none of them is left out in silence."""
    if ctx.resilient_parsing or sum(word.startswith("-") for word in args) < _TWO:
        return
    _, _, order = command.make_parser(ctx).parse_args(args=list(args))
    for param in dict.fromkeys(order):
        takes_one = param.param_type_name == "option" and not vars(param).get("multiple", False)
        if takes_one and order.count(param) > 1:
            raise WrongOption(
                sentence(
                    "{name} is given twice, and takes one value: keep one of the two.", name=_name(param)
                )
            )


def run_command(command: _click.Command, words: Sequence[str], name: str, session: Session) -> int:
    """Run *command* with *words* and return its status. *name* is what its help calls it.

    Whatever it raises comes out as it is: Typer's own main() makes a status of an interruption, which would be an
    answer like another.
    """
    try:
        with command.make_context(name, list(words), obj=session) as context:
            status = command.invoke(context)
    except Exit as left:  # after a help
        return left.exit_code
    return status if isinstance(status, int) else 0


def language_of(ctx: _click.Context) -> str:
    """Return the language of the run that *ctx* belongs to."""
    session = ctx.find_root().obj
    return session.language if isinstance(session, Session) else "en"


def in_language(ctx: _click.Context, text: str) -> str:
    """Return a text that was marked with ``N_`` in the reader's language."""
    from phare_cli.language.catalogue import catalogue

    return catalogue(language_of(ctx)).gettext(text) if text else text


def literal(text: str) -> str:
    """Return a text of help in which the library that prints it finds no markup: ``[[claim]]`` is to be read.

    It is escaped behind its translation, which is found by the text as it was written.
    """
    from rich.markup import escape  # only help is printed by rich

    return escape(text)


def usage_in(language: str, usage: str) -> str:
    """Return a usage line in *language*: its first word and its stand-ins."""
    if language == "fr":
        for english, french in (
            ("Usage:", "Usage :"),
            ("[OPTIONS]", "[OPTIONS]"),
            ("COMMAND [ARGS]", "COMMANDE [ARGS]"),
        ):
            usage = usage.replace(english, french)
    return usage


def stand_in(typed: str, told: Callable[[str], str]) -> str:
    """Return what stands for a value, ``[INDICATOR]...``, each word of it as *told* says it."""
    return _STAND_IN.sub(lambda found: told(found[0]), typed)


def translated(params: list[_click.Parameter], ctx: _click.Context) -> list[_click.Parameter]:
    """Return *params* with their help in the reader's language; a run shows it at most once."""
    if language_of(ctx) != "en":
        for param in params:
            shown = vars(param)
            shown["help"] = in_language(ctx, shown.get("help") or "")
            if param.metavar:
                param.metavar = stand_in(param.metavar, lambda word: in_language(ctx, word))
            shown["rich_help_panel"] = in_language(
                ctx, shown.get("rich_help_panel") or PANELS[param.param_type_name]
            )
    return params


def complaint(error: exceptions.ClickException, arguments: Sequence[str]) -> WrongOption:
    """Return what the command line's library complains of, given *arguments*, as one of phare's own errors."""
    named = next((argument for argument in arguments if argument in COMMANDS), None)
    return WrongOption(
        sentence(
            "{what} ({command} --help)",
            what=_what(error, named),
            command=f"phare {named}" if named else "phare",
        )
    )


def _what(error: exceptions.ClickException, command: str | None) -> Message:
    match error:
        case exceptions.NoSuchOption(option_name=name, possibilities=near):
            from phare_cli.shell.own.unknown_options import no_such_option

            below = load(command, Command) if error.ctx and not error.ctx.parent and command else None
            above = error.ctx.command if error.ctx else None
            return no_such_option(name, above, near or (), below, commands_having=commands_having)
        case exceptions.BadOptionUsage(option_name=name) if "requires" in error.message:
            params = load(command, Command).params if command else []
            choices = next((getattr(each.type, "choices", ()) for each in params if name in each.opts), ())
            if choices:
                listed = Listing(tuple(map(str, choices)), "or")
                return sentence("option {name} needs a value after it: {choices}.", name=name, choices=listed)
            return sentence("option {name} needs a value after it.", name=name)
        case exceptions.BadOptionUsage(option_name=name):
            return sentence("option {name} takes no value.", name=name)
        case exceptions.MissingParameter(param=param) if param is not None:
            choices = getattr(param.type, "choices", None)
            if choices:
                listed = Listing(tuple(map(str, choices)), "or")
                return sentence("{name} is missing: {choices}.", name=_name(param), choices=listed)
            from phare_cli.shell.own.misplaced_words import missing_name

            return missing_name(_name(param), command or "")
        case exceptions.BadParameter(param=param) if param is not None:
            return _wants(param, error.message)
    return sentence("this command line cannot be read: {detail}", detail=error.format_message())


def _wants(param: _click.Parameter, detail: str) -> Message:
    """Return what a parameter takes, having been given something else; *detail* is what the library says of it."""
    kind, name = param.type, _name(param)
    choices = getattr(kind, "choices", None)
    if choices:
        from phare_cli.nouns.option_checks import not_one_of

        given = detail.removeprefix("'").partition("' is not one of")[0]
        return not_one_of(name, given, tuple(map(str, choices))).message
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if low is not None and high is not None:
        return sentence("{name} takes a number from {low} to {high}.", name=name, low=low, high=high)
    if kind.name.startswith("int"):
        return sentence("{name} takes a whole number.", name=name)
    return sentence("{name} takes a number.", name=name)


def _name(param: _click.Parameter) -> str:
    longest = max(param.opts, key=len)
    return longest if longest.startswith("-") else str(param.metavar or param.name).strip("[].")
