"""Know by its words an answer that gives none: “Ne sait pas”, “Sans opinion”, “Non concerné”. Leaves out nothing."""

from __future__ import annotations

import re

from phare_cli.language.folding import fold

# Folded, as questionnaires write them; two may stand in one answer: “Ne sait pas / ne répond pas”.
_PHRASES = (
    r"n ?s ?p(?: ?p)?|nr|n a|na|dk|99|999|refus(?: de repondre)?|refused",
    r"(?:je )?(?:ne )?sai[st] (?:pas|rien)|(?:je )?ne reponds? pas|(?:je )?ne (?:me|se) prononce(?:nt)? pas",
    r"(?:je )?(?:ne (?:souhaite|desire|veu[tx]) pas|prefere ne pas) (?:repondre|le dire|(?:me|se) prononcer)",
    r"(?:sans|pas d|pas de|aucune?|(?:je )?n ai pas d) (?:avis|opinion|reponse|objet|idee)",
    r"non reponse|(?:non|pas) concernee?(?: e)?|non applicable|ne s applique pas",
    r"(?:i )?(?:don t|do not|dont) know|(?:i (?:have )?)?no (?:answer|opinion|idea|response)|(?:i )?can ?(?:t|not) say",
    r"(?:i )?(?:would )?(?:prefer|rather) not(?: to)? (?:say|answer|tell)|not (?:applicable|concerned)|does not apply",
)
_ONE = f"(?:{'|'.join(_PHRASES)})"
_SILENT = re.compile(f"{_ONE}(?: (?:ou |or )?{_ONE})*")


def is_silent(answer: str) -> bool:
    """Tell whether an answer gives none.

    >>> is_silent("Sans opinion"), is_silent("Ne sait pas / ne répond pas"), is_silent("Ne sait pas lire")
    (True, True, False)
    """
    return _SILENT.fullmatch(fold(answer)) is not None
