"""Spell out the groups of options that a command takes, and see to its files and its words before it runs."""

# Annotations stand as values here, not as text to be evaluated for every command: hence no __future__ import.
import inspect
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_type_hints

import typer

from phare_cli.nouns.message import sentence
from phare_cli.shell.options import READ, WRITTEN, FileRole, Quiet
from phare_cli.shell.own.own_words import own_words
from phare_cli.shell.session import Session


def expanded(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """Return *function* as Typer wants it: each parameter that is a group of options spelled out.

    A command declares ``(session: Session, ..., *, input: Input, output: Output)``; its command line has every
    option of those groups, and it receives them as one value each; --quiet is of every command, and of its session.
    """
    hints = get_type_hints(function, include_extras=True)
    hints.pop("return", None)
    parameters: list[inspect.Parameter] = []
    groups: dict[str, tuple[type, tuple[str, ...]]] = {}
    for parameter in inspect.signature(function).parameters.values():
        kind = hints[parameter.name]
        if hasattr(kind, "_fields"):
            groups[parameter.name] = (kind, kind._fields)
            parameters += [
                _keyword(option, kind.__annotations__[option], kind._field_defaults[option])
                for option in kind._fields
            ]
        elif kind is Session:
            parameters.insert(0, _keyword("context", typer.Context, inspect.Parameter.empty))
        elif kind is not typer.Context:
            parameters.append(_keyword(parameter.name, kind, parameter.default))

    parameters.append(_keyword("quiet", Quiet, False))

    roles = {parameter.name: role for parameter in parameters if (role := role_of(parameter.annotation))}

    def command(context: typer.Context, **given: object) -> int | None:
        _refuse_extra_words(context)
        if given.pop("quiet"):
            context.obj = context.obj.but(is_quiet=True)
        _refuse_overwriting(context.obj, given, roles)
        book = given["codebook"] if roles.get("codebook") is READ else None
        for name, (kind, options) in groups.items():
            given[name] = kind(**{option: given.pop(option) for option in options})
        given |= {name: context for name, kind in hints.items() if kind is typer.Context}
        try:
            begins = (
                function.__name__ == "init"
            )  # it may be there to write the codebook that phare.toml names
            with own_words(context.obj, book if book is None else str(book), may_lack=begins):
                return function(context.obj, **given)
        except BrokenPipeError:
            raise
        except OSError as error:  # of what is read: everything that is written has its own sentences
            from phare_cli.shell.complaints import unread

            raise unread(error) from error

    command.__name__ = function.__name__
    command.__doc__ = function.__doc__
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what Typer reads
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    # They are values, which the signature holds: typing, asked twice, would look into each of them for text to compile.
    command.__no_type_check__ = True  # type: ignore[attr-defined]
    return command


def role_of(annotation: object) -> FileRole | None:
    """Return what a run does with the files that an option so annotated names, None where it names none."""
    return next(
        (each for each in getattr(annotation, "__metadata__", ()) if isinstance(each, FileRole)), None
    )


def _refuse_overwriting(session: Session, given: dict[str, object], roles: dict[str, FileRole]) -> None:
    """Raise WrongOption, before anything is read, when a file to be written is one to be read or written twice."""
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


def _keyword(name: str, annotation: object, default: object) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _options_of(context: typer.Context) -> set[str]:
    return {name for param in context.command.params for name in param.opts}


def _refuse_extra_words(context: typer.Context) -> None:
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
