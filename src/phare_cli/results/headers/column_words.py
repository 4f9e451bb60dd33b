"""Tell what a column holds by the words of its name: *Part des habitants (%)*, *Effectif interrogé*. Reads no figures.

Every word has to be one that fits: of a name with another (*Part des logements vacants*) nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.language.folding import fold

_SMALL = frozenset((
    "de", "des", "du", "d", "la", "le", "l", "les", "en", "par", "of", "the", "in", "ayant", "repondu",
))  # fmt: skip
_PERCENT = "pourcent"
_PARTS = frozenset((
    "part", "parts", "pourcentage", "pourcentages", _PERCENT, "pct", "proportion", "share", "percentage", "percent",
))  # fmt: skip
_FIGURES = frozenset((
    "resultat", "resultats", "valeur", "frequence", "result", "value", "frequency",
    "reponses", "oui", "accord", "citations", "answers", "responses", "yes",
))  # fmt: skip
_WEIGHTED = frozenset(("pondere", "ponderee", "ponderes", "ponderees", "redresse", "redressee", "weighted"))
_ASKED = frozenset((
    "repondant", "repondants", "repondantes", "interroge", "interroges", "interrogee", "interrogees", "enquete",
    "enquetes", "enquetee", "enquetees", "sonde", "sondes", "sondee", "sondees", "interviewes", "interviews",
    "entretiens", "questionnaires", "participants", "respondents", "asked", "interviewed",
))  # fmt: skip
_PEOPLE = frozenset((
    "habitants", "residents", "personnes", "individus", "citoyens", "francais", "menages", "foyers", "usagers",
    "maires", "elus", "associations", "entreprises", "salaries", "adherents", "beneficiaires", "people",
    "inhabitants", "citizens", "households", "users", "mayors", "companies",
))  # fmt: skip
_EFFECTIF = frozenset(("effectif", "effectifs"))
_BASES = frozenset(("base", "bases", "echantillon", "sample"))
_COUNTS = _EFFECTIF | _BASES | frozenset(("nombre", "nb", "nbre", "n", "number", "taille", "size", "total"))
_UNWEIGHTED = frozenset(("brut", "brute", "bruts", "unweighted"))
_NAMED = frozenset(
    ("nom", "intitule", "titre", "libelle", "texte", "name", "title", "label", "text", "wording")
)
_PROGRAMMES = frozenset(("enquete", "sondage", "barometre", "etude", "survey", "study"))
_YEARS = frozenset(("annee", "year", "millesime", "vague", "wave", "edition"))
_ROUNDS = _PROGRAMMES | frozenset(("collecte", "terrain", "realisation", "passation"))
_GROUPS = frozenset((
    "public", "publics", "cible", "groupe", "groupes", "acteur", "acteurs", "profil", "categorie", "statut", "qualite",
    "type", "types", "audience", "group", "category",
))  # fmt: skip
_QUESTIONS = frozenset(("question", "questions", "indicateur", "indicateurs", "indicator"))
_POSED = frozenset(("posee", "posees", "formulation", "complete", "mesure", "etudie", "suivi"))
_ITEMS = frozenset(
    ("modalite", "modalites", "reponse", "reponses", "item", "items", "choix", "answer", "option")
)
_GIVEN = frozenset((
    "donnee", "donnees", "proposee", "proposees", "citee", "citees", "cite", "cites", "choisie", "choisies", "retenue",
    "propose", "proposes", "given", "reponse",
))  # fmt: skip
# Of a column: what sets of words its name has one of each of, and what more it may hold.
_RULES = (
    ("wave", (_YEARS,), _ROUNDS),
    ("survey", (_NAMED, _PROGRAMMES), frozenset[str]()),
    ("stakeholder", (_GROUPS, _ASKED), frozenset[str]()),
    ("question", (_QUESTIONS, _NAMED | _POSED), frozenset[str]()),
    ("item", (_ITEMS, _NAMED | _GIVEN), frozenset[str]()),
)
_TOPICS = frozenset((
    "theme", "themes", "thematique", "sujet", "domaine", "motif", "topic", "subject", "domain",
))  # fmt: skip
# What a topic may be of that nobody was asked about, or that holds several questions.
_OTHER_TOPICS = _ROUNDS | frozenset((
    "activite", "activites", "intervention", "competence", "competences", "formation", "etudes", "question",
    "questions", "questionnaire", "repondant", "repondants", "activity",
))  # fmt: skip
_NO_BASE = frozenset(("reponses", "citations", "population", "oui", "rang", "part", _PERCENT))


def column_of_words(name: str) -> str | None:
    """Return the column of ours that a name means by its words; None where a word of it may mean something else.

    >>> column_of_words("Part des habitants (%)"), column_of_words("Nombre d'habitants interrogés")
    ('value', 'base')
    >>> column_of_words("Nombre d'habitants"), column_of_words("Effectif pondéré"), column_of_words("Part 2015")
    (None, None, None)
    >>> column_of_words("Année d'enquête"), column_of_words("Thème d'inquiétude"), column_of_words("Année de naissance")
    ('wave', 'item', None)
    """
    words = _words(name)
    held = frozenset(words)
    if not held:
        return None
    if held & _PARTS and held <= _PARTS | _FIGURES | _WEIGHTED | _PEOPLE | _ASKED:
        return "value"
    if _is_base(held):
        return "base"
    if len(held) > 1:
        for column, needed, more in _RULES:
            if all(held & each for each in needed) and held <= more.union(*needed):
                return column
    return "item" if is_topic(name) else None


def is_topic(name: str) -> bool:
    """Tell whether a name is a topic of what people were asked: *Thème d'inquiétude*, and no *Domaine d'activité*."""
    words = _words(name)
    return (
        len(words) > 1
        and words[0] in _TOPICS
        and _OTHER_TOPICS.isdisjoint(words)
        and not any(map(str.isdigit, words))
    )


def may_be_base(name: str) -> bool:
    """Tell whether a column that nothing is read from may hold how many were asked, so that it is worth asking.

    >>> may_be_base("Effectif total"), may_be_base("Base hors NSP"), may_be_base("Nombre de réponses")
    (True, True, False)
    """
    held = frozenset(_words(name))
    is_count = bool(held & (_ASKED | _EFFECTIF | _BASES | {"n"}))
    return is_count and held.isdisjoint(_NO_BASE) and not _is_weighted(held)


def _words(name: str) -> Sequence[str]:
    return [word for word in fold(name.replace("%", f" {_PERCENT} ")).split() if word not in _SMALL]


def _is_base(held: frozenset[str]) -> bool:
    """Tell whether words mean how many were asked, as they are: no weighted count, and none of all inhabitants."""
    words = held if _is_weighted(held) else held - {"non", *_WEIGHTED}
    if not words <= _COUNTS | _ASKED | _PEOPLE | _UNWEIGHTED:
        return False
    is_of_asked = bool(words & _ASKED) and bool(words & (_COUNTS | _PEOPLE))
    return (
        is_of_asked
        or bool(words & _BASES)
        or (bool(words & _EFFECTIF) and words.isdisjoint({*_PEOPLE, "total"}))
    )


def _is_weighted(held: frozenset[str]) -> bool:
    return bool(held & _WEIGHTED) and "non" not in held
