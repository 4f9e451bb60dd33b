"""Spell out the groups of options that a command takes, and see to its files and its words before it runs."""

# Annotations stand as values here, not as text to be evaluated for every command: hence no __future__ import.
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from typer._click import Context
from typer.core import TyperArgument, TyperOption

from phare_cli.nouns.message import sentence
from phare_cli.shell.declared import Declaration, made_of, said_by
from phare_cli.shell.options import READ, WRITTEN, FileRole, Quiet
from phare_cli.shell.own.own_words import own_words
from phare_cli.shell.session import Session

_OF_FILES = frozenset({"check", "codebook_", "init"})  # commands that are asked what files hold


def expanded(
    function: Callable[..., int | None],
) -> tuple[list[TyperArgument | TyperOption], Callable[..., int | None]]:
    """Return the options and arguments of a command, each group of them spelled out, and what runs it with them.

    A command declares ``(session: Session, ..., *, input: Input, output: Output)``; its command line has every
    option of those groups, and it receives them as one value each; --quiet is of every command, and of its session.
    """
    options: list[Declaration] = []
    groups: dict[str, tuple[type, tuple[str, ...]]] = {}
    contexts = []
    for each in said_by(function):
        kind: Any = each.annotation
        if hasattr(kind, "_fields"):
            groups[each.name] = (kind, kind._fields)
            options += [
                Declaration(option, kind.__annotations__[option], kind._field_defaults[option])
                for option in kind._fields
            ]
        elif kind is Context:
            contexts.append(each.name)
        elif kind is not Session:
            options.append(each)
    options.append(Declaration("quiet", Quiet, False))
    roles = {each.name: role for each in options if (role := role_of(each.annotation))}

    def command(context: Context, **given: object) -> int | None:
        _refuse_extra_words(context)
        if given.pop("quiet"):
            context.obj = context.obj.but(is_quiet=True)
        _refuse_overwriting(context.obj, given, roles)
        book = given["codebook"] if roles.get("codebook") is READ else None
        for name, (kind, options) in groups.items():
            given[name] = kind(**{option: given.pop(option) for option in options})
        given |= dict.fromkeys(contexts, context)
        try:
            begins = (
                function.__name__ == "init"
            )  # it may be there to write the codebook that phare.toml names
            looks = function.__name__ in _OF_FILES
            with own_words(
                context.obj, book if book is None else str(book), may_lack=begins, tells_encoding=looks
            ):
                return function(context.obj, **given)
        except BrokenPipeError:
            raise
        except OSError as error:  # of what is read: everything that is written has its own sentences
            from phare_cli.shell.complaints import unread

            raise unread(error) from error

    return made_of(options, command)


def role_of(annotation: object) -> FileRole | None:
    """Return what a run does with the files that an option so annotated names, None where it names none."""
    return next(
        (each for each in getattr(annotation, "__metadata__", ()) if isinstance(each, FileRole)), None
    )


def _refuse_overwriting(session: Session, given: dict[str, object], roles: dict[str, FileRole]) -> None:
    """Raise WrongOption, before anything is read, when a file to be written is one to be read or written twice."""
    session.books.update(str(name) for name in _named(given.get("codebook")) if roles.get("codebook") is READ)
    session.note_inputs(name for option in roles if roles[option] is READ for name in _named(given[option]))
    outputs = [Path(name) for option in roles if roles[option] is WRITTEN for name in _named(given[option])]
    for output in outputs:
        session.refuse_input(output)
    places = [os.path.realpath(output) for output in outputs if str(output) != "-"]
    twice = next((place for place in places if places.count(place) > 1), None)
    if twice is not None:
        from phare_cli.nouns.errors import WrongOption

        raise WrongOption(
            sentence(
                "two answers cannot be written to one file, {file}: name another for one of them.", file=twice
            )
        )


def _named(value: object) -> Iterator[str]:
    values = value if isinstance(value, list | tuple) else (value,)
    return (str(each) for each in values if each is not None and each != "")


def _options_of(context: Context) -> set[str]:
    return {name for param in context.command.params for name in param.opts}


def _refuse_extra_words(context: Context) -> None:
    if context.args:
        from phare_cli.nouns.errors import WrongOption
        from phare_cli.shell.own.misplaced_words import option_for

        where = option_for(context.args[0], context.command.name or "", _options_of(context))
        if where is not None and len(context.args) == 1:
            raise WrongOption(where)
        raise WrongOption(
            sentence(
                "“{words}” is more than {command} takes. ({command} --help)",
                words=" ".join(context.args),
                command=context.command_path,
            )
        )
