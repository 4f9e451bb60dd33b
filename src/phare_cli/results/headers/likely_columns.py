"""Find the columns that a header lacks among those that it calls by words of several meanings. Reads no figures."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from phare_cli.language.folding import fold

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
# Such a word says no more than that something is of a kind: what it was read as is told.
_VAGUE = frozenset((
    *_TOPICS, "libelle", "libelles", "intitule", "label", "categorie", "category", "statut", "status", "response",
    "responses",
))  # fmt: skip

Names = Sequence[str]


def take_likely(
    names: Names, chosen: Collection[str], places: dict[str, int], repeated: dict[str, tuple[int, ...]]
) -> Mapping[str, int]:
    """Give what was asked, what was answered and who answered a place where the header has none for them.

    A column may leave what it was read as: *question* and *réponse* are texts about a figure where other columns
    name it, and name it where none does. What was *chosen* stays. Returns the places that somebody may doubt, by our
    column.
    """
    folded = [fold(name) for name in names]
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

    if not {"indicator", "item"} & {*chosen}:
        _part_topics(folded, places, repeated, doubtful)
    take("item", _ANSWERS, is_of("response"))
    if "question" in places and not {"indicator", "question"} & {*places.keys() - {"question"}, *chosen}:
        places["indicator"] = places.pop("question")
    take("indicator", _TOPICS, is_free)
    take("stakeholder", _GROUPS, is_free)
    return doubtful


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
