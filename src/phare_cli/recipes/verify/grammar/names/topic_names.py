"""The names of indicators and items as their words of meaning: labels, other names, and how they are said."""

from __future__ import annotations

import re

from phare_cli.documents.prose.tokens import words_of
from phare_cli.language.codebook import codebook
from phare_cli.recipes.verify.grammar.stems import NEGATIVE, content_of, words_that_count
from phare_cli.recipes.verify.grammar.topic import Topic

_BRACKET = r"\s*\([^()]*\)"  # "exerce des responsabilités (bureau, conseil)"


def names_of(kind: str, id: str) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(map(words_that_count, told_names(kind, id))))


def told_names(kind: str, id: str) -> tuple[str, ...]:
    """Return the labels and other names of what the codebook holds, else its id."""
    entry = codebook().entry(kind, id)
    return (*entry.labels.values(), *entry.aliases) if entry else (id,)


def item_names(topic: Topic) -> list[tuple[tuple[str, ...], bool]]:
    """Return the names of an item: its labels, other names, and how the codebook says a figure of it."""
    indicator, item = topic
    book = codebook()
    names = labels_of(item)
    phrase = book.entry("phrase", f"{indicator}/{item}")
    names += [_bare(text) for text in phrase.labels.values()] if phrase else []
    names += [bare for name in names if (bare := _without_bracket(name)) != name and len(bare) > 4]
    names += [part for name in names for part in _alternatives(name)]
    found = []
    for name in names:
        found.append((content_of(name), any(word in NEGATIVE for word in words_of(name))))
    return list(dict.fromkeys(found))


def labels_of(item: str) -> list[str]:
    is_word = item.replace("-", "").replace(" ", "").isalpha()
    return [*told_names("item", item), *([item] if is_word and codebook().holds("item", item) else [])]


def elsewhere(items: set[str]) -> list[Topic]:
    """Return the items of the codebook that the data hold nothing of, where their items are those of the codebook."""
    entries = codebook().entries("item")
    if not items <= {entry.id for entry in entries} or any(codebook().is_own("item", id) for id in items):
        return []
    return [("", entry.id) for entry in entries if entry.id not in items]


def _alternatives(name: str) -> list[str]:
    """Return the two names that "concert ou festival" is, and none of a name that is one."""
    parts = re.split(r" ou | or ", name) if " ou " in name or " or " in name else []
    return parts if len(parts) == 2 and all(len(part) > 4 for part in parts) else []


def _without_bracket(name: str) -> str:
    return re.sub(_BRACKET, "", name) if "(" in name else name


def _bare(pattern: str) -> str:
    """Return the words of a pattern, without the names of its places."""
    return " ".join(part.rpartition("}")[2] for part in pattern.split("{")).replace("é s", "é")
