"""Know by its words an answer that is none of a list: Autre, Ne sait pas, Sans opinion. Leaves out nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from phare_cli.language.folding import fold

# Folded, as questionnaires write them; two may stand in one answer: “Ne sait pas / ne répond pas”.
_CODES = r"n a|na|dk|99|999"
_PHRASES = (
    r"n ?s ?p(?: ?p)?|nr|refus(?: de repondre)?|refused",
    r"(?:je )?(?:ne )?sai[st] (?:pas|rien)|(?:je )?ne reponds? pas|(?:je )?ne (?:me|se) prononce(?:nt)? pas",
    r"(?:je )?(?:ne (?:souhaite|desire|veu[tx]) pas|prefere ne pas) (?:repondre|le dire|(?:me|se) prononcer)",
    r"(?:sans|pas d|pas de|aucune?|(?:je )?n ai pas d) (?:avis|opinion|reponse|objet|idee)",
    r"non reponse|(?:non|pas) concernee?(?: e)?|non applicable|ne s applique pas",
    r"(?:i )?(?:don t|do not|dont) know|(?:i (?:have )?)?no (?:answer|opinion|idea|response)|(?:i )?can ?(?:t|not) say",
    r"(?:i )?(?:would )?(?:prefer|rather) not(?: to)? (?:say|answer|tell)|not (?:applicable|concerned)|does not apply",
)
_SILENT = f"(?:{'|'.join(_PHRASES)})"
_THINGS = (
    r"reponses?|answers?|raisons?|reasons?|motifs?|domaines?|areas?|fields?|sujets?|topics?|themes?|choix|cas|cases?"
    r"|situations?|modes?|moyens?|means|propositions?|options?|modalites?|items?|problemes?|problems?|fragilites?"
    r"|fragilities|enjeux|issues?|choses?|things?|elements?|types?|causes?|sources?|preoccupations?|concerns?"
)
_OTHER = (
    rf"(?:une? |les |d )?(?:autres?|others?)(?: (?:{_THINGS}))?"
    r"(?: (?:a |please |veuillez |merci de )?(?:precis|specif)\w*| lesquel\w*| laquelle| lequel| which| what)*"
)
_NONE_OF_THEM = (
    r"aucune? (?:de (?:ces|ceux|celles)|des|d entre)\b.*|rien de tout (?:cela|ca)"
    r"|none of (?:these|those|the|them)\b.*"
)
# What any of these begin with, codes apart. Patterns so large take long to compile, and most items need none of them.
_FIRST_WORDS = frozenset((
    "n", "ns", "nsp", "nspp", "nr", "refus", "refused", "je", "ne", "sais", "sait", "prefere", "sans",
    "pas", "aucun", "aucune", "non", "i", "don", "do", "dont", "no", "can", "cant", "cannot", "would",
    "prefer", "rather", "not", "does", "un", "une", "les", "d", "autre", "autres", "other", "others",
    "rien", "none",
))  # fmt: skip


def is_silent(answer: str) -> bool:
    """Tell whether an answer gives none.

    >>> is_silent("Sans opinion"), is_silent("Ne sait pas / ne répond pas"), is_silent("Ne sait pas lire")
    (True, True, False)
    """
    return _says(rf"(?:{_CODES}|{_SILENT})", fold(answer))


@lru_cache(maxsize=4096)
def is_residual(answer: str) -> bool:
    """Tell whether an answer gathers what a list does not name, or who gave none: no item to be ranked.

    A bare code is none that can be told by its words.

    >>> is_residual("Autre (précisez)"), is_residual("NSP"), is_residual("None of these"), is_residual("Other reasons")
    (True, True, True, True)
    >>> is_residual("Autres communes"), is_residual("Aucune"), is_residual("99"), is_residual("autrement")
    (False, False, False, False)
    """
    folded = fold(answer)
    if folded.partition(" ")[0] not in _FIRST_WORDS:
        return False
    return _says(_SILENT, folded) or re.fullmatch(f"{_OTHER}|{_NONE_OF_THEM}", folded) is not None


def _says(one: str, folded: str) -> bool:
    """Tell whether a folded answer is *one* of some phrases, or several of them."""
    return re.fullmatch(f"{one}(?: (?:ou |or )?{one})*", folded) is not None
