"""The words of phare's own that are typed as an argument, in the reader's language too: régions for regions.

The English word is the name that scripts and documents write; either is understood whatever the language of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from phare_cli.language.folding import fold

# By English word, the French ones, the one that is offered first.
LISTED: Mapping[str, tuple[str, ...]] = {
    "regions": ("régions", "région", "territoires", "départements"),
    "stakeholders": ("acteurs", "acteur", "groupes", "groupe", "groups", "publics"),
    "indicators": ("indicateurs", "indicateur", "questions"),
    "items": ("modalités", "modalité", "réponses", "domaines", "answers"),
    "waves": ("vagues", "vague", "rounds", "years", "années"),
    "sources": ("sources", "source"),
    "formats": ("formats", "format"),
}
SAID_ALIKE = ("phare.toml", "scripts")  # what is explained under one word in both languages
EXPLAINED: Mapping[str, tuple[str, ...]] = {
    "exit-codes": ("codes-de-retour", "codes-retour", "statuts"),
    "columns": ("colonnes",),
    "codebook": ("dictionnaire", "dictionnaire-de-codes"),
    "spec": ("spécification", "description"),
    "tables": ("tableaux", "tableaux-publiés"),
    "margins": ("marges", "calage"),
    "theme": ("thème",),
    "formats": ("formats", "format"),
    "blocks": ("blocs", "bloc"),
    "limits": ("limites", "limite"),
}


def word_typed(word: str, words: Mapping[str, tuple[str, ...]]) -> str:
    """Return the English word that was typed in French or in the singular, with or without accents; else *word*.

    >>> word_typed("Modalites", LISTED), word_typed("items", LISTED), word_typed("prix", LISTED)
    ('items', 'items', 'prix')
    """
    folded = fold(word)
    for english, others in words.items():
        if folded in (fold(english), fold(english).removesuffix("s"), *map(fold, others)):
            return english
    return word


def words_offered(names: Iterable[str], words: Mapping[str, tuple[str, ...]], language: str) -> list[str]:
    """Return what a shell may offer for *names*: in French the French words first, the others as they are."""
    names = list(names)
    if language != "fr":
        return names
    return list(dict.fromkeys([*(words[name][0] if name in words else name for name in names), *names]))
