"""Know by its words the balance of a scale: some of its degrees less the others, in points. Works out nothing."""

from __future__ import annotations

import re

from phare_cli.language.folding import fold

# With the article that French gives each: no other word says balance there.
_FRENCH = {"solde": "le", "score net": "le", "balance": "la"}
_BALANCE = re.compile(r"(solde|score net|balance)s?\b|net (?:score|balance)\b")


def is_balance(item: str) -> bool:
    """Tell whether an item is called the difference of two parts of a scale: no share of anybody, but points.

    >>> is_balance("Solde satisfaits – insatisfaits"), is_balance("Balance"), is_balance("Total satisfaits")
    (True, True, False)
    """
    return _BALANCE.match(fold(item)) is not None


def the_balance(label: str, language: str) -> str | None:
    """Return a balance with its article, as it stands inside a sentence; None of any other label.

    >>> the_balance("Solde satisfaits – insatisfaits", "fr"), the_balance("Net score", "en"), the_balance("Oui", "fr")
    ('le solde satisfaits – insatisfaits', 'the net score', None)
    """
    found = _BALANCE.match(fold(label))
    if found is None:
        return None
    article = _FRENCH.get(found[1] or "", "le") if language == "fr" else "the"
    return f"{article} {label[:1].lower()}{label[1:]}"
