"""Know the words by which published tables call their bases, totals, nets and whole groups, in French and English."""

from __future__ import annotations

import re
from functools import cache

from phare_cli.files.workbooks.sheets import address
from phare_cli.language.folding import fold
from phare_cli.nouns.message import Message, sentence
from phare_cli.results.crosstabs.table_layout import LineRole
from phare_cli.results.names import is_total

_BASES = (
    r"base|bases|effectifs?|n|nb|nombre d(?:e |')?(?:repondants?|personnes|reponses|enquetes|interviews|individus)"
    r"|nombre de personnes interrogees|repondants?|respondents?|interviews|unweighted (?:base|n|count|total|sample)"
    r"|weighted (?:base|n|count|total|sample)|effective base|sample(?: size)?|taille (?:de l )?echantillon|echantillon"
    r"|number of (?:respondents|interviews|people)|total n|total respondents|total repondants|n total|neff|n eff"
)
_QUALIFIERS = (
    r"ponderee?s?|redressee?s?|brute?s?|non|totale?s?|weighted|unweighted|raw|reelle?s?|corrigee?s?|effective|size|n|asked"
    r"|interrogee?s?|enquetee?s?|(?:des? |d |of )?(?:repondants?|respondents?|interviews|personnes|people)"
)
_WHOLE = frozenset((
    "ensemble", "total", "tous", "toutes", "all", "overall", "everyone", "everybody", "global",
    "total general", "ensemble des repondants", "total repondants", "all respondents", "total respondents",
    "total sample", "whole sample", "ensemble de la population", "ensemble des enquetes", "all adults",
    "population totale", "total ensemble", "ensemble de l echantillon", "total echantillon",
    "all people", "whole group"
))  # fmt: skip
_MEANS = frozenset((
    "moyenne", "moyennes", "mean", "means", "average", "note moyenne", "notes moyennes", "score moyen", "mean score",
    "average score", "note", "score"
))  # fmt: skip
_NO_FIGURES = frozenset((
    "moyenne", "mean", "average", "note moyenne", "score moyen", "mean score", "mediane", "median",
    "ecart type", "rang", "standard deviation", "std dev", "std", "variance", "std err", "standard error",
    "erreur type", "rank", "sig", "evolution", "evol", "ecart", "difference", "diff", "variation",
    "change", "significativite", "p", "chi2", "khi2", "p value", "marge d erreur", "margin of error",
    "chi square", "khi deux", "v de cramer", "cramer s v"
))  # fmt: skip
_SEXES = frozenset((
    "homme", "hommes", "femme", "femmes", "men", "women", "man", "woman", "male", "female", "males", "females",
    "masculin", "feminin"
))  # fmt: skip
_MEASURES = {
    **dict.fromkeys(
        ("%", "en %", "pct", "percent", "pourcentage", "pourcentages", "col %", "% col", "% en colonne"),
        "percent",
    ),
    **dict.fromkeys(
        ("column %", "% of column", "% within", "part", "part en %", "% colonne", "frequence", "%v"),
        "percent",
    ),
    **dict.fromkeys(
        ("n", "nb", "eff", "effectif", "effectifs", "count", "nombre", "frequency", "freq", "counts", "#"),
        "count",
    ),
}


@cache
def _base() -> re.Pattern[str]:
    return re.compile(rf"(?:{_BASES})(?: (?:{_QUALIFIERS}))*")


@cache
def _explained_base() -> re.Pattern[str]:
    return re.compile(r"(?:unweighted |weighted )?base\s*(?:n\s*)?[:(=–-].*", re.IGNORECASE)


@cache
def _stated_base() -> re.Pattern[str]:
    return re.compile(
        r"\(?\s*(?:n|base|bases|effectifs?|eff\.?)\s*[:=]\s*(?P<number>[0-9][0-9 \u00a0\u202f.,]*)\)?",
        re.IGNORECASE,
    )


@cache
def _age() -> re.Pattern[str]:
    plus = r"(?:et |and |ou |or )?(?:plus|over|older)"
    ages = rf"\d\d (?:a |to |et )?\d\d|\d\d (?:ans |years )?{plus}|(?:moins de|under) \d\d"
    return re.compile(rf"(?:{ages})(?: ans| years| years old)?")


@cache
def _change() -> re.Pattern[str]:
    return re.compile(r"(?:evol|evolution|ecart|difference|diff|variation|change|delta)\b.*")


def is_base(label: str) -> bool:
    """Tell whether a label names a base, whichever: respondents asked, weighted, effective.

    >>> is_base("Base (non pondérée)"), is_base("n ="), is_base("Bases militaires"), is_base("Nantes")
    (True, True, False, False)
    """
    return (
        _base().fullmatch(fold(label)) is not None or _explained_base().fullmatch(label.strip()) is not None
    )


def base_role(label: str) -> LineRole:
    """Return which base a label names.

    >>> base_role("Base pondérée").value, base_role("Base non redressée").value, base_role("Effective base").value
    ('weighted base', 'base', 'effective base')
    """
    folded = fold(label)
    if re.search(r"\beffective\b|\bneff\b|\bn eff\b", folded) and not folded.startswith("effectif"):
        return LineRole.EFFECTIVE_BASE
    is_raw = re.search(r"\bnon (?:ponder|redress)|\bunweighted\b|\bbrut", folded) is not None
    is_weighted = re.search(r"ponder|redress|\bweighted\b|corrige", folded) is not None
    return LineRole.WEIGHTED_BASE if is_weighted and not is_raw else LineRole.BASE


def is_whole(label: str) -> bool:
    """Tell whether the label of a group names all of it."""
    return fold(label) in _WHOLE


def is_all_items(label: str) -> bool:
    """Tell whether the label of an answer names all of them."""
    return is_total(label) or fold(label) in (
        "ensemble",
        "somme",
        "sum",
        "total des citations",
        "total citations",
    )


def is_net(label: str) -> bool:
    """Tell whether the label of an answer names several of them together.

    >>> is_net("ST D'accord"), is_net("Total confiance"), is_net("dont très"), is_net("Net : oui"), is_net("Internet")
    (True, True, False, True, False)
    """
    folded = fold(label)
    return re.match(
        r"(?:s ?t|sous total|subtotal|sub total|total|nets?)\b.", folded
    ) is not None or folded.endswith((" net", " sous total", " subtotal"))


def is_mean(label: str) -> bool:
    """Tell whether a label says that means stand there, and nothing else.

    >>> is_mean("Note moyenne (sur 10)"), is_mean("Moyenne d'âge")
    (True, False)
    """
    return re.sub(r" (?:sur|out of) \d+$", "", fold(label)) in _MEANS


def is_age(label: str) -> bool:
    """Tell whether a label names the ages from one on.

    >>> is_age("65+"), is_age("65 +"), is_age("65"), is_age("6,5+")
    (True, True, False, False)
    """
    return re.fullmatch(r"[1-9][0-9] ?\+", label.strip()) is not None


def is_scored(label: str) -> bool:
    """Tell whether a label says that means stand there, whatever of: it names nobody.

    >>> is_scored("Confiance (sur 10)"), is_scored("Mean"), is_scored("Agriculteurs")
    (True, True, False)
    """
    return is_mean(label) or re.search(r" (?:sur|out of) \d+$", fold(label)) is not None


def is_part(label: str) -> bool:
    """Tell whether a label names a part of people that tables are parted by: a sex, an age.

    >>> is_part("Femmes"), is_part("18-24 ans"), is_part("65 et plus"), is_part("La mairie")
    (True, True, True, False)
    """
    folded = fold(label)
    return folded in _SEXES or is_age(label) or _age().fullmatch(folded) is not None


def is_no_figure(label: str, *, scored: bool = False) -> bool:
    """Tell whether a line holds what is no share of anybody: a mean, unless *scored*, a gap, a test, a rank."""
    folded = fold(re.sub(r"\s*[(\[][^()\[\]]*[)\]]\s*$", "", label)) or fold(label)
    if scored and is_mean(label):
        return False
    return (
        folded in _NO_FIGURES
        or (folded != fold(label) and is_mean(label))
        or _change().fullmatch(folded) is not None
    )


def measure_of(label: str) -> str:
    """Return ``percent`` or ``count`` for a label that says how people are counted below it, "" for any other."""
    return _MEASURES.get(fold(label), _MEASURES.get(label.strip().casefold(), ""))


def stated_base(label: str) -> tuple[str, float | None]:
    """Return a label without the base that it states, and that base.

    >>> stated_base("Hommes (n = 1 003)"), stated_base("Femmes")
    (('Hommes', 1003.0), ('Femmes', None))
    """
    found = _stated_base().search(label)
    if found is None:
        return label, None
    digits = re.sub(r"[^0-9]", "", found["number"])
    return (label[: found.start()] + label[found.end() :]).strip(" \n-–:,;"), float(digits)


def line_name(place: int, *, is_row: bool) -> Message:
    """Return what sentences call a row or a column."""
    if is_row:
        return sentence("row {place}", place=str(place))
    return sentence("column {place}", place=address(0, place).removesuffix("0"))
