"""Declare options and arguments beside their types, and make Typer's own of what a function says of them.

Typer's parser and help need neither its declarations nor its look at signatures, whose modules cost a command more than
reading its data.
"""

# Annotations stand as values here, not as text to be evaluated for every command: hence no __future__ import.
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from inspect import Parameter, signature
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from typer._click import Context, types
from typer._click.globals import get_current_context
from typer._types import TyperChoice
from typer.core import TyperArgument, TyperOption

Completer = Callable[[Context, str], list[str]]
Convertor = Callable[[Any], object]
Param = TyperArgument | TyperOption


class Option:
    """What is said of an option: ``sheet: Annotated[str | None, Option("--sheet", help="...")] = None``.

    Without names it is called as its parameter is. *min* and *max* are those of a number; *parser* reads a text.
    """

    def __init__(
        self,
        *names: str,
        help: str,
        metavar: str | None = None,
        rich_help_panel: str | None = None,
        show_default: bool = True,
        min: int | None = None,
        max: int | None = None,
        parser: Callable[[str], object] | None = None,
        autocompletion: Completer | None = None,
    ) -> None:
        self.names, self.help, self.metavar, self.rich_help_panel = names, help, metavar, rich_help_panel
        self.show_default, self.min, self.max, self.parser = show_default, min, max, parser
        self.autocompletion = autocompletion


class Argument:
    """What is said of an argument; *click_type* reads a text that a plain type does not."""

    def __init__(
        self,
        *,
        help: str,
        metavar: str,
        show_default: bool = True,
        autocompletion: Completer | None = None,
        click_type: types.ParamType | None = None,
    ) -> None:
        self.help, self.metavar, self.show_default = help, metavar, show_default
        self.autocompletion, self.click_type = autocompletion, click_type


class Declaration:
    """What a function says of one of its parameters; one without a default is required."""

    def __init__(self, name: str, annotation: Any, default: object = Parameter.empty) -> None:
        self.name, self.annotation, self.default = name, annotation, default


class _PathType(types.ParamType):
    """A path, which Typer looks at when one is given."""

    name = "path"

    def convert(self, value: Any, param: Any, ctx: Any) -> object:
        from typer.models import TyperPath

        return TyperPath().convert(value, param, ctx)

    def shell_complete(self, ctx: Any, param: Any, incomplete: str) -> list[Any]:
        from typer.models import TyperPath

        return TyperPath().shell_complete(ctx, param, incomplete)


def said_by(function: Callable[..., object]) -> list[Declaration]:
    """Return what *function* says of its parameters, in their order."""
    return [
        Declaration(name, each.annotation, each.default)
        for name, each in signature(function).parameters.items()
    ]


def made_of(
    said: Iterable[Declaration], run: Callable[..., int | None]
) -> tuple[list[Param], Callable[..., int | None]]:
    """Return the options and arguments that are *said*, and what calls *run* with the context and their values."""
    params, convertors = [], dict[str, Convertor]()
    for each in said:
        param, convertor = _made(each)
        params.append(param)
        if convertor is not None:
            convertors[each.name] = convertor

    def call(**given: object) -> int | None:
        for name, convertor in convertors.items():
            given[name] = convertor(given[name])
        return run(get_current_context(), **given)

    return params, call


def _made(said: Declaration) -> tuple[Param, Convertor | None]:
    told = next(each for each in said.annotation.__metadata__ if isinstance(each, Option | Argument))
    kind, is_list = _kind(said.annotation.__origin__)
    is_required = said.default is Parameter.empty
    default = None if is_required else said.default
    convertor = _convertor(kind)
    if is_list:
        convertor = _of_each(convertor, may_be_none=default is None)
    common: dict[str, Any] = {
        "type": _type(kind, told),
        "required": is_required,
        "default": default,
        "metavar": told.metavar,
        "help": told.help,
        "show_default": told.show_default,
        "show_envvar": True,
        "autocompletion": _completing(told.autocompletion),
    }
    if isinstance(told, Argument):
        return TyperArgument(param_decls=[said.name], nargs=-1 if is_list else None, **common), convertor
    is_flag, name = kind is bool, said.name.replace("_", "-")
    names = told.names or ((f"--{name}/--no-{name}",) if is_flag else (f"--{name}",))
    return TyperOption(
        param_decls=[said.name, *names],
        is_flag=is_flag or None,
        multiple=is_list,
        rich_help_panel=told.rich_help_panel,
        **common,
    ), convertor


def _completing(complete: Completer | None) -> Callable[[Context, object, str], list[str]] | None:
    """Return *complete* as Typer calls it, with words that it leaves empty."""
    if complete is None:
        return None
    return lambda context, _, begun: complete(context, begun)


def _kind(annotated: Any) -> tuple[Any, bool]:
    """Return the type of a value, which may be None or several, and whether it may be several."""
    if get_origin(annotated) in (Union, UnionType):
        [annotated] = (each for each in get_args(annotated) if each is not NoneType)
    if get_origin(annotated) is list:
        return get_args(annotated)[0], True
    return annotated, False


def _type(kind: Any, told: Option | Argument) -> types.ParamType | None:
    if isinstance(told, Argument) and told.click_type is not None:
        return told.click_type
    if isinstance(told, Option) and told.parser is not None:
        return types.FuncParamType(told.parser)
    if isinstance(told, Option) and not told.min is told.max is None:
        return (types.IntRange if kind is int else types.FloatRange)(told.min, told.max)
    if get_origin(kind) is Literal:
        return TyperChoice(get_args(kind))
    if issubclass(kind, Enum):
        return TyperChoice([each.value for each in kind])
    return _TYPES[kind]


_TYPES = {str: types.STRING, int: types.INT, float: types.FLOAT, bool: None, Path: _PathType()}


def _convertor(kind: Any) -> Convertor | None:
    """Return what makes a value of *kind* of what the parser gives, None where it gives one."""
    if isinstance(kind, type) and issubclass(kind, Path | Enum):
        return lambda given: None if given is None else kind(given)
    return None


def _of_each(convertor: Convertor | None, *, may_be_none: bool) -> Convertor:
    def convert(given: Sequence[Any] | None) -> list[object] | None:
        if given is None or (may_be_none and not given):
            return None
        return [convertor(each) if convertor else each for each in given]

    return convert
