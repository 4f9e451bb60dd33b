"""Know a question that asks in whose name somebody answers, by its words and by its answers. Counts nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from phare_cli.language.folding import fold

# How a question asks it, folded, whatever the answers.
_SURE = re.compile(
    r"(?:vous )?(?:repondez|repondre)(?: vous)? en tant que|en tant que|qui etes vous|who are you|"
    r"(?:a quel titre|en quelle qualite) (?:repondez vous|etes vous \w+)|"
    r"(?:in )?(?:what|which) capacity (?:are|do) you answer(?:ing)?|"
    r"(?:you |you are |i am )?answer(?:ing)? as(?: an?)?|"
    r"(?:statut|profil|type|categorie)(?: d[eu]s?| d)? (?:repondante?s?|acteurs?|participante?s?)|"
    r"(?:respondent|stakeholder|participant) (?:type|group|profile|category)"
)
# “You are ...” asks for a sex, a trade or a home as often: the answers tell.
_LIKELY = re.compile(
    r"vous etes(?: plutot)?|etes vous|je suis|qui|"
    r"(?:quel(?:le)? est )?(?:votre )?(?:statut|profil|qualite|role|categorie)|"
    r"you are(?: an?)?|are you(?: an?)?|i am(?: an?)?|who|(?:what is )?(?:your )?(?:status|profile|role|category)|"
    r"(?:which|what)(?: of these)? (?:best )?describes you(?: best)?|"
    r"(?:lequel|laquelle) vous (?:decrit|correspond) le mieux"
)
# What people answer in whose name, by the beginnings of words, folded.
_ROLES = re.compile(
    r"\b(?:habitant|riverain|citoyen|usager|administre|elue?s?\b|maire|adjoint|conseill|"
    r"agents? (?:public|territorial|de la)|"
    r"associati|benevole|adherent|militant|entrepri|entrepreneu|dirigeant|commercant|artisan|agricult|exploitant|"
    r"institution|collectivite|partenaire|professionnel|beneficiaire|aidant|parent|eleve|enseignant|soignant|patient|"
    r"syndicat|bailleur|resident|citizen|inhabitant|elected|council|mayor|official|volunteer|charit|nonprofit|"
    r"non profit|compan|business|employer|shop|trader|farmer|partner|member|user|beneficiar|teacher|student|pupil|"
    r"caregiver|carer|local authority|public body|public servant)"
)
# What they are, and no group of actors: a sex, an age, a family, a home.
_TRAITS = re.compile(
    r"\b(?:hommes?|femmes?|man|men|woman|women|masculin|feminin|males?|females?|\d+ ans|years|mariee?s?|celibataire|"
    r"divorcee?s?|veuve?s?|pacsee?s?|married|single|divorced|widow\w*|locataires?|proprietaires?|tenants?)\b|"
    r"^(?:an? )?(?:home ?)?owners?$"
)
_OTHER = re.compile(r"autres?\b|others?\b")


def asks_who(texts: Iterable[str], answers: Sequence[str]) -> bool:
    """Tell whether a name or a label asks in whose name one answers, and the *answers* do not deny it.

    >>> asks_who(["Vous êtes"], ["Un habitant", "Une élue", "Autre"])
    True
    >>> asks_who(["Vous êtes"], ["Un homme", "Une femme"])
    False
    """
    asked = [fold(text) for text in texts]
    if any(map(_SURE.fullmatch, asked)):
        return True
    named = [folded for answer in answers if not _OTHER.match(folded := fold(answer))]
    roles = sum(_ROLES.search(folded) is not None for folded in named)
    has_traits = any(map(_TRAITS.search, named))
    return any(map(_LIKELY.fullmatch, asked)) and not has_traits and 2 * roles >= len(named) > 0


def may_ask_who(texts: Iterable[str]) -> bool:
    """Tell whether a name or a label may ask in whose name one answers, whatever the answers.

    >>> may_ask_who(["Vous êtes ..."]), may_ask_who(["Votre âge"])
    (True, False)
    """
    return any(_SURE.fullmatch(asked) or _LIKELY.fullmatch(asked) for asked in map(fold, texts))
