"""Say what to write in place of a key of phare.toml that is an option of commands."""

import json

from phare_cli.nouns.meant.meant_words import meant_anywhere, plain
from phare_cli.nouns.message import Message, sentence

# Commands are imported to be run, never to read phare.toml: their options are listed here.
OPTIONS = frozenset(
    [
        "all",
        "allow",
        "alt",
        "bars",
        "bases",
        "bind",
        "by",
        "captions",
        "check",
        "ci",
        "classes",
        "cluster",
        "codes",
        "color",
        "compare",
        "cross",
        "cut",
        "decimal",
        "delimiter",
        "departements",
        "dialect",
        "diff",
        "draft",
        "dry-run",
        "each",
        "explain",
        "fact",
        "family",
        "fay",
        "fix",
        "force",
        "format",
        "front-matter",
        "gap",
        "heading-level",
        "height",
        "hook",
        "id",
        "indicator",
        "item",
        "letters",
        "list",
        "list-styles",
        "lonely",
        "man",
        "mark",
        "method",
        "min-count",
        "multiple",
        "nation",
        "nest",
        "net",
        "no-header",
        "no-weight",
        "output",
        "panel",
        "panels",
        "percents",
        "picture",
        "plain",
        "pool-groups",
        "population",
        "power",
        "precision",
        "quiet",
        "rake",
        "raw",
        "replicates",
        "safe-cells",
        "sample",
        "scale",
        "scales",
        "score",
        "segment",
        "segments",
        "sentences",
        "separator",
        "share",
        "sheet",
        "short",
        "single",
        "spec",
        "stakeholder",
        "strata",
        "strict",
        "style",
        "suppress",
        "survey",
        "table",
        "tests",
        "title",
        "to",
        "to-survey",
        "to-wave",
        "tolerate",
        "top",
        "trim",
        "values",
        "wave",
        "weight",
        "whole",
        "wide",
        "width",
        "yes",
    ]
)
# Those that the map of phare.toml says for every command, with what may stand there.
_IN_MAP = {
    "sample": ("in_national_sample", "yes"),
    "whole": ("whole", "Ensemble"),
    "wave": ("wave", "2024"),
    "survey": ("survey", "Baromètre"),
    "stakeholder": ("stakeholder", "citizens"),
}
_SAMPLES = {"nested": "yes", "separate": "no"}
# Keys by other words for them, and by those of French.
_MEANT = {
    word: key
    for key, words in {
        "data": "donnees donnee fichier fichiers file files source sources results resultats input",
        "map": "columns column colonnes colonne mapping correspondance",
        "lang": "langue language",
        "decimals": "decimales decimale digits",
        "codebook": "dictionnaire mots words labels libelles",
        "theme": "themes couleurs colors colours couleur charte",
        "pictures": "picture images image figures figure graphiques",
        "missing": "manquant manquants nsp",
        "encoding": "encodage charset",
        "template": "templates modele modeles gabarit gabarits",
        "accept": "acceptes acceptees accepted",
        "run": "etapes etape steps step commandes commands tasks",
        "conf": "confiance confidence niveau",
        "region": "regions territoire departement",
    }.items()
    for word in words.split()
}


def said_of_key(key: str, value: object) -> Message | None:
    """Return what to write in place of a key that is an option, or another word for one; None for any other."""
    word = plain(key.removeprefix("--"))
    if word in _MEANT:
        return sentence("no key is called {key} here. Did you mean {near}?", key=key, near=_MEANT[word])
    option = word if word in OPTIONS else (meant_anywhere(word) or "").removeprefix("--")
    if option not in OPTIONS:
        return None
    if option == "segment":
        line = 'map = { segment = "COLUMN" }'
    elif option in _IN_MAP:
        column, example = _IN_MAP[option]
        said = _SAMPLES.get(str(value), example) if option == "sample" else value
        text = str(said).removeprefix("=") if isinstance(said, str | int) and said else example
        line = f"map = {{ {column} = {json.dumps(f'={text}', ensure_ascii=False)} }}"
    else:
        return sentence(
            "{key} is an option, not a key: write --{option} after a command that has it.",
            key=key,
            option=option,
        )
    return sentence(
        "{key} is an option, not a key: write {line}, or --{option} after a command that has it.",
        key=key,
        line=line,
        option=option,
    )
