"""A sentence that names one thing or several agrees with how many it names, in English and in French."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import phare_cli

SOURCES = Path(phare_cli.__file__).parent
FRENCH = Path(__file__).parents[2] / "src/phare_cli/language/locale/fr/LC_MESSAGES/phare.po"
# Words of a sentence that agree with several things named in it, after or before their list.
AFTER = (
    r"\{%s\}[^.:;]*?\b(are|were|have|hold|do|share|stand|lie|sont|ont|ces|contiennent|partagent|\w+èrent)\b"
)
BEFORE = (
    r"\b(these columns|about these|sheets|items|clusters|citées|cités|placés|laissées|modalités|ces colonnes|feuilles|"
    r"grappes)\b[^.;{]*?\{%s\}"
)
# What is always several, or says the same of one.
ALWAYS_SEVERAL = frozenset({
    "Not compared with one another, as they hold more people together than their group: {parts}.",
    "{file}, {who}: the parts of this whole do not add up: {parts}.",
    "the codes {codes} share the label “{label}”: --codes shows answers by their codes, and options, missing and "
    "recode in a spec may name codes.",
    "{columns} would all be {column}, and there can be one only. Say which: --map {column}=COLUMN.",
    "--map knows no column called “{name}”: the columns are {columns}.",
    "“{document}” is not a document that phare refreshes; these are: {extensions}.",
    "no limit is called {name}; {known} are. (phare help limits)",
    "“{file}” has no sheet called “{name}”: it has {sheets}.",
    "the net “{name}” joins items that no question holds together, or holds on both sides of minus. Items: {items}.",
    "no item of this question is called “{item}”. Items: {items}.",
    "one --cut is read in one unit, and the prisms are in {units}: give one --cut a prism, in their order.",
    "{prism} holds figures in several units, {units}, which share no ranking: keep one in the data.",
})  # fmt: skip
Said = tuple[str, str, bool]


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def _texts(call: ast.Call, count: int) -> list[str]:
    texts = [each.value for each in call.args[:count] if isinstance(each, ast.Constant)]
    return [text for text in texts if isinstance(text, str)]


def _is_list(value: ast.expr, lists: set[str]) -> bool:
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id in {"Listing", *lists}
    return isinstance(value, ast.Name) and value.id in lists


def _with_lists() -> list[tuple[str, str]]:
    """Return each sentence that does not count what it names, with the name of a list in it."""
    found: set[tuple[str, str]] = set()
    for path in SOURCES.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes = list(ast.walk(tree))
        lists = {
            target.id
            for node in nodes
            if isinstance(node, ast.Assign) and _is_list(node.value, set())
            for target in node.targets
            if isinstance(target, ast.Name)
        } | {
            node.name
            for node in nodes
            if isinstance(node, ast.FunctionDef)
            for sub in ast.walk(node)
            if isinstance(sub, ast.Return) and sub.value is not None and _is_list(sub.value, set())
        }
        written = {
            key.value
            for node in nodes
            if isinstance(node, ast.Dict)
            for key, value in zip(node.keys, node.values, strict=True)
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and _is_list(value, lists)
        }
        for call in _calls(tree, "sentence"):
            named = {word.arg for word in call.keywords if word.arg and _is_list(word.value, lists)}
            for text in _texts(call, 1):
                found |= {(text, name) for name in named | written if f"{{{name}}}" in text}
    return sorted(found)


SAID = _with_lists()


def test_there_are_sentences_that_name_lists() -> None:
    assert len(SAID) > 100


@pytest.fixture(scope="module")
def french() -> dict[str, str]:
    with FRENCH.open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file, locale="fr") if each.id}


@pytest.mark.parametrize(("text", "name"), SAID)
def test_a_sentence_that_does_not_count_says_the_same_of_one_and_of_several(
    french: dict[str, str], text: str, name: str
) -> None:
    wordings = [] if text in ALWAYS_SEVERAL else [text, french[text]]

    assert [
        wording
        for wording in wordings
        for pattern in (AFTER, BEFORE)
        if re.search(pattern % name, re.sub(rf"\{{(?!{name}\}})\w+\}}", "", wording), re.IGNORECASE)
    ] == []
