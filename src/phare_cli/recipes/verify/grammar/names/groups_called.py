"""What the groups of the data are called: by a codebook, by the lists that ship with the grammar."""

from __future__ import annotations

from phare_cli.language.codebook import codebook


def names_of(group: str) -> tuple[str, ...]:
    """Return what a codebook, or the data, call a group in either language."""
    if group == "all":
        return ("ensemble des acteurs", "tous les acteurs", "all groups", "tous acteurs confondus")
    entry = codebook().entry("stakeholder", group)
    return tuple(entry.names) if entry else (group,)


def labels_of(group: str, language: str) -> tuple[tuple[str, str], ...]:
    """Return the names of a group with their languages; one that no codebook has is of the document's."""
    entry = codebook().entry("stakeholder", group)
    return tuple(entry.labels.items()) if entry else ((language, group),)
