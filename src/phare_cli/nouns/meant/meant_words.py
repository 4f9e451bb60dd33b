"""What French readers type for a word that phare has in English alone: never taken for it, told where nothing fits."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from types import MappingProxyType

_WORDS: Mapping[str, str] = MappingProxyType({
    # commands and topics
    "aide": "help", "afficher": "show", "affiche": "show", "montrer": "show", "voir": "show", "classer": "show",
    "comparer": "compare", "compter": "tabulate", "tableaux": "tables", "croiser": "cross", "valeur": "value",
    "chiffre": "value", "rapport": "report", "page": "report", "dessiner": "plot", "graphique": "plot",
    "actualiser": "update", "rafraichir": "update", "mettre-a-jour": "update", "liste": "list", "lister": "list",
    "controler": "check", "controle": "check", "verifier": "verify", "initialiser": "init", "commencer": "init",
    "lancer": "run", "executer": "run", "redressement": "margins", "export": "formats", "exporter": "formats",
    # languages, colours, marks, and what is tolerated
    "francais": "fr", "french": "fr", "anglais": "en", "english": "en", "jamais": "never", "toujours": "always",
    "virgule": "comma", "pourcentage": "percent", "exagere": "overstated", "exageres": "overstated",
    "exagerees": "overstated", "imbrique": "nested", "separe": "separate", "aucun": "none", "tous": "all",
    "tableau": "table", "departement": "region",
    # what may be listed
    "annees": "waves", "enquetes": "waves",
    # formats
    "word": "docx", "excel": "xlsx", "powerpoint": "pptx", "libreoffice": "odt", "writer": "odt", "texte": "table",
    "txt": "table", "md": "markdown", "htm": "html", "doc": "docx", "rtf": "docx", "pages": "docx", "xls": "xlsx",
    "ods": "xlsx", "ppt": "pptx", "odp": "pptx", "keynote": "pptx", "tex": "latex", "adoc": "asciidoc", "jpg": "png",
    "jpeg": "png", "gif": "png",
    # styles, and what comparisons go by
    "carte": "map", "barres": "bars", "points": "dots", "empile": "stacked", "empilees": "stacked", "cartes": "cards",
    "chaleur": "heat", "acteur": "stakeholder", "sous-groupe": "segment", "vague": "wave", "annee": "wave",
})  # fmt: skip
_OPTIONS: Mapping[str, str] = MappingProxyType({
    "acteur": "stakeholder", "acteurs": "stakeholder", "groupe": "stakeholder", "public": "stakeholder",
    "sous-groupe": "segment", "modalite": "item", "indicateur": "indicator", "vague": "wave", "annee": "wave",
    "enquete": "survey", "avec": "to", "contre": "to", "reference": "to", "donnees": "data", "fichier": "data",
    "sortie": "output", "out": "output", "langue": "lang", "language": "lang", "decimales": "decimals",
    "aide": "help", "titre": "title", "feuille": "sheet", "separateur": "delimiter", "encodage": "encoding",
    "confiance": "conf", "niveau": "conf", "poids": "weight", "ponderation": "weight", "ebauche": "draft",
    "brouillon": "draft", "redressement": "rake", "marges": "rake", "strates": "strata", "strate": "strata",
    "grappe": "cluster", "grappes": "cluster", "manquant": "missing", "manquants": "missing", "theme": "theme",
    "modele": "template", "dictionnaire": "codebook", "silencieux": "quiet", "forcer": "force", "oui": "yes",
    "corriger": "fix", "lier": "bind", "accepter": "accept", "tout": "all", "simulation": "dry-run", "dry-run": "diff",
    "departement": "region", "territoire": "region", "trier": "sort", "tri": "sort", "effectifs": "bases",
    "file": "data", "files": "data", "fichiers": "data", "source": "data", "sources": "data", "input": "data",
    "results": "data", "resultats": "data", "xlsx": "data", "excel": "data", "year": "wave", "years": "wave",
    "annees": "wave", "date": "wave", "dept": "region", "dep": "region", "departements": "region", "place": "region",
    "regions": "region", "lieu": "region", "group": "stakeholder", "groups": "stakeholder", "groupes": "stakeholder",
    "with": "to", "vs": "to", "versus": "to", "ref": "to", "against": "to", "question": "indicator",
    "image": "picture", "images": "picture", "figure": "picture", "figures": "picture", "graphique": "picture",
    "ensemble": "whole", "echantillon": "sample", "largeur": "width", "hauteur": "height", "mots": "codebook",
    "words": "codebook", "gabarit": "template", "report": "output", "rapport": "output", "save": "output",
})  # fmt: skip


# What somebody may ask help on, by the topics and commands that tell of it.
_SUBJECTS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    subject: topics
    for subjects, topics in (
        ("word docx odt libreoffice writer powerpoint pptx office bureautique slides", ("formats", "blocks")),
        ("excel xlsx csv tsv json html latex rst asciidoc pdf svg png sarif export output sortie", ("formats",)),
        ("markdown quarto jupyter notebook document documents", ("blocks", "formats")),
        ("weight weights poids ponderation rake strata strates populations", ("margins", "tabulate")),
        ("color colors colour colours couleur couleurs font fonts police polices logo charte style", ("theme", "plot")),
        ("config configuration settings options project projet toml parametres reglages", ("phare.toml",)),
        ("data donnees donnee results resultats header en-tete base bases", ("columns",)),
        ("file files fichier fichiers", ("columns", "formats", "spec", "tables")),
        ("encoding encodage utf-8 utf8 windows-1252 cp1252 latin1 lang langue langues language languages decimals "
         "decimales", ("phare.toml",)),
        ("whole ensemble sample samples echantillon echantillons nation national", ("phare.toml", "columns", "spec")),
        ("universe champ population missing manquant manquants nsp", ("columns", "spec")),
        ("template templates modele modeles gabarit gabarits", ("report", "phare.toml")),
        ("net nets recode recodes filter filtre filtres where questions", ("spec",)),
        ("survey surveys enquete enquetes", ("spec", "tabulate", "columns")),
        ("verdict verdicts interval intervals intervalle intervalles precision marge", ("compare", "show")),
        ("mapping correspondance", ("columns", "phare.toml")),
        ("region regions departement departements label labels libelle libelles words mots mot names noms alias "
         "aliases vocabulaire", ("codebook",)),
        ("ci github action hook environment environnement variables json automation", ("scripts",)),
        ("carte cartes picture pictures image images graphique graphiques chart charts graph", ("plot",)),
        ("map maps", ("plot", "columns")),
        ("answers reponses respondents repondants questionnaire limesurvey spss kobo qualtrics", ("spec", "tabulate")),
        ("error errors erreur erreurs status statut code codes", ("exit-codes",)),
        ("memory memoire time temps size taille", ("limits",)),
        ("test tests significance significativite gap gaps ecart ecarts", ("compare",)),
        ("prose claim claims affirmations texte text", ("verify",)),
    )
    for subject in subjects.split()
})  # fmt: skip


# What somebody may want done, by the commands that do it.
_DONE_BY: Mapping[str, tuple[str, ...]] = MappingProxyType({
    wish: commands
    for wishes, commands in (
        ("convert convertir conversion transform transformer import importer load charger", ("tidy", "tabulate")),
        ("export exporter save enregistrer write ecrire output sortie print imprimer excel", ("show", "report")),
        ("word doc rtf pages libreoffice writer powerpoint ppt slides office pdf publish publier", ("report",)),
        ("table tableau display rank ranking classement top", ("show",)),
        ("read lire open ouvrir summary resume resumer describe decrire info stats statistics statistiques",
         ("show", "check")),
        ("svg png jpg draw diagram diagramme graphe visualise visualize", ("plot",)),
        ("start demarrer begin new nouveau create creer setup tutorial tutoriel", ("init",)),
        ("render refresh generate generer build sync watch", ("update", "run")),
        ("validate valider lint audit", ("check", "verify")),
        ("proofread relire fact-check factcheck press communique", ("verify",)),
    )
    for wish in wishes.split()
})  # fmt: skip


def commands_doing(wish: str, known: Collection[str]) -> tuple[str, ...]:
    """Return those of *known*, commands, that do what somebody wishes done.

    >>> commands_doing("Convert", ("tidy", "tabulate", "show")), commands_doing("rien", ("show",))
    (('tidy', 'tabulate'), ())
    """
    return tuple(command for command in _DONE_BY.get(plain(wish), ()) if command in known)


def topics_on(subject: str, known: Collection[str]) -> tuple[str, ...]:
    """Return those of *known*, commands and topics of help, that tell of a *subject*.

    >>> topics_on("Word", ("formats", "blocks", "spec")), topics_on("rien", ("formats",))
    (('formats', 'blocks'), ())
    """
    return tuple(topic for topic in _SUBJECTS.get(plain(subject), ()) if topic in known)


def meant_word(given: str, known: Collection[str]) -> str | None:
    """Return the one of *known* that a French reader means by *given*; None where none is.

    >>> meant_word("années", ("regions", "waves")), meant_word("Carte", ("bars", "map"))
    ('waves', 'map')
    """
    meant = _WORDS.get(plain(given))
    return meant if meant in known else None


def meant_option(given: str, known: Collection[str]) -> str | None:
    """Return the option that a French reader means by one that there is not: ``--stakeholder`` by ``--acteur``."""
    meant = _OPTIONS.get(plain(given.lstrip("-")))
    return f"--{meant}" if f"--{meant}" in known else None


def meant_anywhere(given: str) -> str | None:
    """Return the option that somebody means by a word, whatever command has it; None where nothing is meant."""
    meant = _OPTIONS.get(plain(given.lstrip("-")))
    return None if meant is None else f"--{meant}"


def plain(text: str) -> str:
    """Return a word without its accents, its case and its underscores."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("_", "-"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
