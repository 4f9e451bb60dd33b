"""Find the codes that phare gives problems and warnings, and what it says with each, in its sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import phare_cli

SOURCES = Path(phare_cli.__file__).parent
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
# What makes a problem, directly or by way of a method of its file; a code stands first among what it is given.
MAKERS = frozenset(
    (
        "Problem",
        "Oddity",
        "problem",
        "warning",
        "doubt",
        "refused",
        "_tell",
        "_problem",
        "_refuse",
        "_refuse_file",
    )
)
SENTENCES = frozenset(("sentence", "counted"))
MADE = re.compile(rf"\b(?:missing_column|{'|'.join(MAKERS)})\(")


@cache
def codes() -> Mapping[str, tuple[str, ...]]:
    """Return every code in alphabetical order, with the English sentences that are said with it."""
    found: dict[str, list[str]] = {}
    for path in sorted(SOURCES.rglob("*.py")):
        if not MADE.search(path.read_text(encoding="utf-8")):
            continue
        own = {**_imported(path), **_named(path)}
        for values, function in _made(path):
            for code in _codes_of(values[0], own):
                said = found.setdefault(code, [])
                for value in values[1:]:
                    said += _sentences(value, {**own, **function})
    return {code: tuple(dict.fromkeys(found[code])) for code in sorted(found)}


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imported(path: Path) -> dict[str, ast.AST]:
    """Return what the names that a module imports of others stand for there."""
    found = {}
    for node in ast.walk(_parsed(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("phare_cli."):
            file = SOURCES.parent.joinpath(*node.module.split(".")).with_suffix(".py")
            named = _named(file) if file.is_file() else {}
            found.update(
                {each.asname or each.name: named[each.name] for each in node.names if each.name in named}
            )
    return found


def _codes_of(node: ast.AST, named: Mapping[str, ast.AST]) -> Iterator[str]:
    """Yield the codes that an argument may be: a text, a constant, one or the other."""
    if isinstance(node, ast.Name) and node.id in named:
        node = named[node.id]
    parts = (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,)
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and CODE.fullmatch(part.value):
            yield part.value


def _made(path: Path) -> Iterator[tuple[list[ast.expr], Mapping[str, ast.AST]]]:
    """Yield what each problem is made of, its code first, with what names stand for in its function."""
    for node in ast.walk(_parsed(path)):
        if isinstance(node, ast.Tuple) and len(node.elts) > 1 and any(_sentences(node, {})):
            yield node.elts, {}
        elif isinstance(node, ast.FunctionDef):
            local = dict(_assigned(node))
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _called(call) in (*MAKERS, "missing_column"):
                    values = [*call.args, *(keyword.value for keyword in call.keywords)]
                    if _called(call) == "missing_column":  # the one whose method says its code
                        values.insert(0, ast.Constant("missing-column"))
                    yield from [(values, local)] if values else []


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@cache
def _named(path: Path) -> Mapping[str, ast.AST]:
    """Return the constants of a module and its functions, methods too."""
    tree = _parsed(path)
    found: dict[str, ast.AST] = {
        node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    }
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            found[node.target.id] = node.value
    return found


def _assigned(function: ast.FunctionDef) -> Iterator[tuple[str, ast.AST]]:
    gathered: dict[str, list[ast.expr]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            gathered.setdefault(node.targets[0].id, []).append(node.value)
    for name, values in gathered.items():
        yield name, ast.Tuple(elts=values, ctx=ast.Load())


def _sentences(node: ast.AST, named: Mapping[str, ast.AST], depth: int = 0) -> Iterator[str]:
    """Yield the texts of the sentences in an expression, through the names that it mentions."""
    for part in ast.walk(node):
        if (
            isinstance(part, ast.Call)
            and _called(part) in SENTENCES
            and isinstance(part.args[0], ast.Constant)
        ):
            yield str(part.args[0].value)
        name = part.attr if isinstance(part, ast.Attribute) else getattr(part, "id", "")
        if name in named and name not in MAKERS and depth < 3:
            yield from _sentences(named[name], named, depth + 1)
