"""Put the name of a group into the form that a sentence needs, where its own letters make that sure.

Who is many has one article in French and none in English: *des habitants*, *among residents*. A name that is not sure
to be a plural noun has no form, and is quoted. Gender is told of known nouns only.
"""

from __future__ import annotations

from functools import cache

from phare_cli.language.folding import fold
from phare_cli.language.forms.invariable_nouns import gender_of_one
from phare_cli.language.running_labels import is_a_sentence, opens_with_small_word

_MASCULINE = (
    "abonnes acheteurs acteurs actifs adherents adjoints adolescents adultes agents agriculteurs aidants aines "
    "allocataires animateurs apprentis artisans artistes assures auditeurs autres beneficiaires benevoles cadres "
    "candidats celibataires chefs chercheurs chomeurs citadins citoyens clients clubs collegiens comites "
    "commercants conducteurs conseillers consommateurs contribuables createurs cyclistes demandeurs dirigeants "
    "donateurs educateurs eleves elus employes employeurs enfants enseignants entrepreneurs etablissements "
    "etudiants exploitants financeurs fonctionnaires formateurs fournisseurs gestionnaires habitants hommes "
    "independants infirmiers ingenieurs internautes invites jeunes lecteurs locataires lyceens maires managers "
    "medecins membres menages musiciens offices organismes ouvriers parents partenaires patients patrons pietons "
    "prescripteurs presidents producteurs professeurs professionnels proprietaires proviseurs publics referents "
    "repondants representants residents responsables retraites riverains salaries seniors services soignants "
    "sportifs stagiaires syndicats techniciens touristes travailleurs usagers utilisateurs vacanciers vendeurs "
    "visiteurs voisins volontaires voyageurs"
)
_FEMININE = (
    "abonnees adherentes agences aidantes assistantes associations banques caisses citoyennes collectivites "
    "communautes communes cooperatives directions ecoles elues entreprises equipes etudiantes familles "
    "federations femmes filles fondations habitantes infirmieres institutions intercommunalites mairies meres "
    "missions municipalites mutuelles organisations patientes personnes pme retraitees salariees societes "
    "structures tpe universites usageres victimes villes"
)
_ENGLISH = (
    "adults agencies apprentices artists associations beneficiaries businesses candidates carers charities "
    "children citizens clients clubs companies consumers councillors customers directors doctors donors drivers "
    "employees employers families farmers firms foundations graduates households inhabitants leaders learners "
    "managers mayors members men municipalities nurses officials organisations organizations owners parents "
    "participants partners patients pensioners people players professionals pupils readers residents respondents "
    "retirees schools seniors shopkeepers shops staff stakeholders students subscribers suppliers teachers teams "
    "tenants towns traders trainees travellers users visitors volunteers voters women workers youth"
)
# Of those above, what is no person: one of them in the singular may be the only one, as a university is.
_NO_PERSON = (
    "agences associations autres banques caisses clubs collectivites comites communautes communes cooperatives "
    "directions ecoles entreprises equipes etablissements familles federations fondations institutions "
    "intercommunalites mairies menages missions municipalites mutuelles offices organisations organismes pme publics "
    "services societes structures syndicats tpe universites villes"
)
_LINKS = frozenset(
    {"de", "d", "du", "des", "en", "a", "au", "aux", "par", "pour", "sans", "sur", "dans", "et", "ou"}
)


@cache
def _agreements() -> dict[str, str]:
    return {**dict.fromkeys(_MASCULINE.split(), "mp"), **dict.fromkeys(_FEMININE.split(), "fp")}


@cache
def _english() -> frozenset[str]:
    return frozenset(_ENGLISH.split())


def group_form(label: str, form: str) -> str | None:
    """Return a group in a form of the codebook (``in_fr``, ``of_fr``, ``the_en``...), None where nothing is sure.

    >>> group_form("Habitants", "in_fr"), group_form("Élus locaux", "of_fr"), group_form("Local residents", "in_en")
    ('parmi les habitants', 'des élus locaux', 'among local residents')
    >>> group_form("Élu local", "of_fr"), group_form("Chef d'entreprise", "in_fr"), group_form("Université", "in_fr")
    ('des élus locaux', "parmi les chefs d'entreprise", None)
    >>> group_form("grand public", "of_fr"), group_form("Minguettes", "in_fr"), group_form("femmes", "agreement_fr")
    (None, None, 'fp')
    """
    if is_a_sentence(label) or any(mark in label for mark in ";:/?!"):
        return None
    if form.endswith("_en"):
        return _in_english(label, form)
    plain = _many(label)
    if plain is None:
        return None
    if form == "agreement_fr":
        return _agreements().get(fold(plain).partition(" ")[0])
    return {"in_fr": f"parmi les {plain}", "of_fr": f"des {plain}", "the_fr": f"les {plain}"}.get(form)


def _many(label: str) -> str | None:
    """Return a label inside a sentence, without its article, where its first word is sure to be a plural noun."""
    folded = fold(label)
    if folded.startswith("les "):
        label, folded = label[4:], folded[4:]
    first = folded.partition(" ")[0]
    if first in _agreements() and not label[:2].isupper():
        return label[:1].lower() + label[1:]
    if several := _several(label, folded):
        return several
    is_noun = label[:1].islower() and first.endswith(("s", "x")) and not gender_of_one(first)
    return label if is_noun and not opens_with_small_word(folded) else None


def _several(label: str, folded: str) -> str | None:
    """Return who a label in the singular names one of, as answers to “You are ...” do; None where it is not sure."""
    first, *rest = label.split(" ")
    noun = f"{folded.partition(' ')[0]}s"
    if noun not in _agreements() or noun in _NO_PERSON.split() or any(word[:1].isupper() for word in rest):
        return None
    if {"et", "ou"} & set(rest):
        return None
    told = [_plural(first[:1].lower() + first[1:])]
    for place, word in enumerate(rest):
        if fold(word).partition(" ")[0] in _LINKS:
            return " ".join((*told, *rest[place:]))
        told.append(_plural(word))
    return " ".join(told) if all(map(str.isalpha, told)) else None


def _plural(word: str) -> str:
    """Return a French noun or adjective in the plural, by its ending.

    >>> _plural("local"), _plural("associatif"), _plural("heureux"), _plural("nouveau")
    ('locaux', 'associatifs', 'heureux', 'nouveaux')
    """
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return f"{word[:-1]}ux"
    return f"{word}x" if word.endswith("eau") else f"{word}s"


def _in_english(label: str, form: str) -> str | None:
    words = fold(label).split()
    if not words or not {words[0], words[-1]} & _english() or label[:2].isupper():
        return None
    plain = label[:1].lower() + label[1:]
    return {"in_en": f"among {plain}", "the_en": plain}.get(form)
