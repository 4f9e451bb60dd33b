"""Find the columns that a header lacks among those that it calls by words of several meanings. Reads no figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from phare_cli.language.folding import fold
from phare_cli.results.headers.column_words import column_of_words, is_topic

# What people call what was asked, what was answered and who answered, folded, the surest first.
_TOPICS = (
    "theme",
    "themes",
    "thematique",
    "sujet",
    "topic",
    "subject",
    "rubrique",
    "domaine",
    "domain",
    "variable",
)
_ANSWERS = (
    "reponse", "reponses", "reponse s", "answer", "answers", "response", "responses", "choix", "choice", "libelle",
    "libelles", "libelle reponse", "libelle de la reponse", "intitule", "label", "categorie de reponse",
)  # fmt: skip
_GROUPS = (
    "public", "publics", "cible", "profil", "profils", "profil des repondants", "audience",
    "profile", "type de repondant", "type de repondants", "types de repondants", "type de public", "respondent type",
    "respondent group", "categorie", "category", "statut", "status", "qui", "who",
)  # fmt: skip
# What is said of answers beside them: such a column may be one of counts, or of places, and its cells tell.
_SAID_OF_ANSWERS = {
    "response": ("reponses", "reponse s", "nature des reponses", "answers", "responses", "choix"),
    "scale": ("echelle", "echelles", "ordonnee", "ordonne", "ordered", "echelle de reponses"),
}
# Such a word says no more than that something is of a kind: what it was read as is told.
_VAGUE = frozenset((
    *_TOPICS, "libelle", "libelles", "intitule", "label", "categorie", "category", "statut", "status", "response",
    "responses",
))  # fmt: skip

Names = Sequence[str]


def is_bare_topic(name: str) -> bool:
    """Tell whether a column is called a topic and nothing more: it names questions, or heads several of them."""
    return fold(name) in _TOPICS


def take_likely(
    names: Names, chosen: Collection[str], places: dict[str, int], repeated: dict[str, tuple[int, ...]]
) -> Mapping[str, int]:
    """Give what was asked, what was answered and who answered a place where the header has none for them.

    A column may leave what it was read as: *question* and *réponse* are texts about a figure where other columns
    name it, and name it where none does. What was *chosen* stays. Returns the places that somebody may doubt, by our
    column.
    """
    folded = ["" if "%" in name else fold(name) for name in names]
    doubtful: dict[str, int] = {}

    def take(ours: str, words: Sequence[str], may_leave: Callable[[int], bool]) -> None:
        if ours in places or ours in repeated or ours in chosen:
            return
        free = [at for word in words for at, name in enumerate(folded) if name == word and may_leave(at)]
        if not free:
            return
        for left in [column for column, at in places.items() if at == free[0]]:
            del places[left]
        places[ours] = free[0]
        if folded[free[0]] in _VAGUE:
            doubtful[ours] = free[0]

    def is_free(at: int) -> bool:
        return at not in places.values() and all(at not in claimed for claimed in repeated.values())

    def is_of(column: str) -> Callable[[int], bool]:
        return lambda at: places.get(column) == at or is_free(at)

    _part_answers(folded, chosen, places, repeated)
    if not {"indicator", "item"} & {*chosen}:
        _part_topics(folded, places, repeated, doubtful)
    take("item", _ANSWERS, is_of("response"))
    if "question" in places and not {"indicator", "question"} & {*places.keys() - {"question"}, *chosen}:
        places["indicator"] = places.pop("question")
    take("indicator", _TOPICS, is_free)
    take("stakeholder", _GROUPS, is_free)
    if "item" in places:
        for ours, words in _SAID_OF_ANSWERS.items():
            take(ours, words, is_free)
            if ours in places and ours not in chosen and folded[places[ours]] in words:
                doubtful[ours] = places[ours]
    taken = {*places, *repeated, *chosen}
    _take_worded(
        [at if is_free(at) else None for at in range(len(names))], names, taken, places, repeated, doubtful
    )
    return doubtful


def _take_worded(
    free: Sequence[int | None],
    names: Names,
    taken: Collection[str],
    places: dict[str, int],
    repeated: dict[str, tuple[int, ...]],
    doubtful: dict[str, int],
) -> None:
    """Give what is not *taken* the only *free* column whose words mean it; which of two values is meant is asked."""
    claims: dict[str, list[int]] = {}
    for at in free:
        if at is not None and names[at] and (ours := column_of_words(names[at])):
            claims.setdefault(ours, []).append(at)
    items = claims.get("item", [])
    answers = [at for at in items if not is_topic(names[at])]
    topics = [at for at in items if at not in answers]
    claims["item"] = answers or topics
    for ours in ("value", "base", "wave", "survey", "stakeholder", "item"):
        claimed = claims.get(ours, [])
        if ours in taken:
            continue
        if len(claimed) == 1:
            places[ours] = claimed[0]
        elif claimed and ours == "value":
            repeated[ours] = tuple(claimed)
    asked = claims.get("question", [])
    if "indicator" not in taken:
        asked = asked or [at for at in topics if at != places.get("item")]
        if len(asked) == 1:
            places["indicator"] = asked[0]
    elif "question" not in taken and len(asked) == 1:
        places["question"] = asked[0]
    for ours in ("item", "indicator"):
        if places.get(ours) in topics:
            doubtful[ours] = places[ours]


def _part_answers(
    folded: Names, chosen: Collection[str], places: dict[str, int], repeated: dict[str, tuple[int, ...]]
) -> None:
    """Let *type de réponse* beside *réponse* be how people answered, and the other an answer, as no other column is.

    Beside a *modalité* too, which of the two is an answer is asked, unless somebody chose.
    """
    claimed = repeated.get("response", ())
    bare = [at for at in claimed if folded[at] in _ANSWERS]
    if len(claimed) != 2 or len(bare) != 1:
        return
    repeated.pop("response")
    places["response"] = next(at for at in claimed if at not in bare)
    if "item" in chosen:
        return
    items = (*repeated.get("item", ()), *([places["item"]] if "item" in places else ()))
    if any(folded[at] not in _TOPICS for at in items):
        places.pop("item", None)
        repeated["item"] = tuple(sorted((*items, *bare)))


def _part_topics(
    folded: Names, places: dict[str, int], repeated: dict[str, tuple[int, ...]], doubtful: dict[str, int]
) -> None:
    """Let a topic beside an answer be what was asked, where nothing else is: *thème;réponse*, *thème;modalité*.

    Beside a question too it is a heading of questions, and none of our columns.
    """
    if "indicator" in places or "indicator" in repeated:
        return
    claimed = repeated.get("item") or ((places["item"],) if "item" in places else ())
    topics = [at for at in claimed if folded[at] in _TOPICS]
    answers = [at for at in claimed if at not in topics]
    if not answers and "item" in places:
        answers = [at for word in _ANSWERS for at, name in enumerate(folded) if name == word][:1]
    if len(topics) != 1 or len(answers) != 1:
        return
    repeated.pop("item", None)
    for left in [column for column, at in places.items() if at == answers[0]]:
        del places[left]
    places["item"] = answers[0]
    if "question" not in places:
        places["indicator"] = doubtful["indicator"] = topics[0]
