"""Know a question that is called like one of phare's: by its answers it is phare's too, or one of somebody's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from phare_cli.language.codebook import codebook
from phare_cli.language.folding import fold
from phare_cli.nouns.message import Message, sentence

_APART = sentence(
    "“{name}” is called like phare's indicator {id}, and is kept apart as a question of your own: none of its answers "
    "is one of phare's. Where it is phare's, call it {id}."
)
_SHIPPED = sentence(
    "“{name}” is read as phare's indicator {id}. To keep it a question of your own, give it an entry in your "
    "codebook: kind indicator, id “{name}” (phare help codebook)."
)


def namesake(name: str) -> str | None:
    """Return the indicator of phare's that *name*, which is not its id, means; None for a project's own, and others."""
    book = codebook()
    found = book.find("indicator", name)
    return None if found in (None, name) or book.is_own("indicator", found) else found


def is_apart(items: Iterable[str]) -> bool:
    """Tell whether none of the answers to a question is one that phare, or the project, knows."""
    book = codebook()
    return not any(book.find("item", item) for item in items)


def namesake_notes(answers: Mapping[str, Iterable[str]]) -> Iterator[Message]:
    """Yield what is to know of questions, by name with their answers, that are called like phare's.

    One that is called as phare calls it, and has answers of phare's, is phare's without a doubt.
    """
    book = codebook()
    for name, items in answers.items():
        id = namesake(name)
        if id is None:
            continue
        labels = {fold(book.as_written.label("indicator", id, language)) for language in ("en", "fr")}
        if is_apart(items):
            yield Message(_APART.text, {"name": name, "id": id})
        elif fold(name) not in labels:
            yield Message(_SHIPPED.text, {"name": name, "id": id})
