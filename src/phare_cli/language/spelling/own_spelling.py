"""Keep the words that people call a known thing by: *habitants* for the group that a codebook calls citizens.

Another form of the same word (citoyen, les citoyens) is no word of one's own. Regions have their official names.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from phare_cli.language.codebook_entry import Entry
from phare_cli.language.folding import fold

EVERYONE = "all"  # whatever a total is called
KINDS = ("stakeholder", "indicator", "item")
_SMALL = frozenset({"le", "la", "les", "l", "the"})
# The other English words of the shipped codebook; all the rest are French.
_ENGLISH = frozenset((
    "aging", "association leaders", "business", "business leaders", "businesses", "company leaders",
    "corporate philanthropy", "engaged", "engagement rate", "firms", "general public", "innovation through alliances",
    "international scale", "job", "jobs", "local scale", "mayors or deputy mayors", "national scale", "non profits",
    "nonprofits", "partnership types", "philanthropy", "priorities for action", "regional scale", "safety",
    "social bonds", "social exclusion", "social tie", "standard of living", "territorial fragilities",
    "territorial statistics", "unemployment rate",
))  # fmt: skip


def own_spelling(
    texts: Mapping[tuple[str, str], Collection[str]], labels: Mapping[tuple[str, str], Collection[str]]
) -> Mapping[tuple[str, str], str]:
    """Return the word of each known thing that every cell calls by another word than its *labels*, by kind and id."""
    found = {}
    for thing, spelled in texts.items():
        kind, id = thing
        known = {_stem(name) for name in (id, *labels.get(thing, ()))}
        if kind in KINDS and id != EVERYONE and spelled and not any(_stem(text) in known for text in spelled):
            found[thing] = next(iter(spelled))
    return found


def in_word(entry: Entry, word: str) -> Entry:
    """Return an entry called by a word of the data in the language of that word, and as it was for no word."""
    if not word:
        return entry
    language = language_of(word)
    return entry._replace(
        slug=word,
        labels={**entry.labels, language: word[:1].upper() + word[1:]},
        aliases=(*entry.aliases, entry.slug, *entry.labels.values()),
        forms={name: form for name, form in entry.forms.items() if not name.endswith(f"_{language}")},
    )


def language_of(text: str) -> str:
    """Return the language of a word that a shipped codebook knows beside its labels: ``en`` or ``fr``."""
    return "en" if fold(text) in _ENGLISH else "fr"


def _stem(text: str) -> tuple[str, ...]:
    """Return what the forms of one name share: its words without articles, numbers and genders."""
    return tuple(_stem_of_word(word) for word in fold(text).split() if word not in _SMALL)


def _stem_of_word(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    singular = word.rstrip("sx")
    singular = f"{singular[:-2]}al" if singular.endswith("iau") else singular
    return singular.removesuffix("e").replace("nn", "n")
