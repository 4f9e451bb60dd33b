"""Say the shorter names that a text gives a group once it is known: "les ruraux", "users", "first-years"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from phare_cli.documents.prose.lexicon import lexicon
from phare_cli.documents.prose.tokens import tokens_of, words_of
from phare_cli.recipes.verify.grammar.ages import ages_of
from phare_cli.recipes.verify.grammar.stems import is_small, singular

_BEHIND_HEAD = frozenset(
    "of in with without under over having living not whose that aged from who at on for to".split()  # noqa: SIM905
)
_ALL_OF = frozenset(("ensemble", "totalite", "total"))  # "adultes" are the "ensemble des adultes"
_SECTOR = 4  # words of "locataires du parc privé"
_COMPOUND = 2  # words of "owner-occupiers"
_DOERS = ("ers", "ors")
_OF_SEX = {
    ("fr", "m"): ("masculins", "masculin"),
    ("fr", "f"): ("féminines", "féminine", "féminins"),
    ("en", "m"): ("male",),
    ("en", "f"): ("female",),
}
_WHOLE = frozenset("ensemble totalite tous toutes total all every".split())  # noqa: SIM905
_OPPOSITES = frozenset(("non", "ex", "former"))  # "non-users" are never called users


def short_names(labels: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Yield groups, each with a shorter name that none of the others shares; *labels* go with their languages."""
    words = {group: [words_of(name) for _, name in of_group] for group, of_group in labels.items()}
    first, last, any_place = _counted(words)
    heads = Counter(
        singular(head)
        for of_group in labels.values()
        for head in {_head(*label) for label in of_group}
        if head
    )
    for group, of_group in labels.items():
        for language, name in of_group:
            said = words_of(name)
            if not said or (ages_of(name) and not said[0].isalpha()):
                continue
            written = [token.text for token in tokens_of(name) if token.kind != "mark"]
            if said[0] in _WHOLE and len(said) > 1:
                rest = next((at for at, word in enumerate(said) if at and not is_small(word)), 0)
                yield group, " ".join(written[rest:])  # "adultes" are "ensemble des adultes"
                continue
            head = _head(language, name)
            is_own = bool(head) and heads[singular(head)] == 1
            if ages_of(name):
                if (is_own or not head) and first[singular(said[0])] == 1 and not is_small(said[0]):
                    yield group, written[0]  # "pupils aged 11 to 15", where no other pupils were asked
                continue
            if is_own:
                yield group, written[said.index(head)]
                if (
                    len(said) == _COMPOUND
                    and lexicon(language)["person"].holds(said[0])
                    and first[singular(said[0])] == 1
                ):
                    yield group, f"{written[0]}s"  # "owners" are "owner-occupiers"
            if (
                not head
                and first[singular(said[0])] == 1
                and not (is_small(said[0]) or _is_adjective(said[0]))
            ):
                is_own = not lexicon(language)["people"].holds(said[0]) and said[0] not in _ALL_OF
                yield group, written[0]
            if len(said) == 2 and first[singular(said[0])] == 1 and lexicon(language)["sexes"].holds(said[0]):
                yield group, written[0]  # "women" are "women carers"
            if len(said) > 1 and said[-1].endswith(_DOERS):
                yield group, " ".join((*written[:-1], f"{written[-1][:-3]}s"))  # "dairy farms"
            if len(said) > 2 and last[said[-1]] > 1 and said[-2] != "time":
                yield group, " ".join(written[:-1])  # "first-years"
            if is_own:
                continue  # "aide alimentaire" is none of "bénéficiaires de l'aide alimentaire"
            yield from ((group, each) for each in re.findall(r"(?: des | de | of | du | d')(.{6,})$", name))
            if len(said) > 2 and any_place[said[-1]] == 1:
                yield group, written[-1]  # "les ruraux" are "habitants des zones rurales"
    yield from _of_sectors(labels)


def _of_sectors(labels: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Yield groups told apart by the last word of what they are of alone: "locataires du (parc) privé"."""
    names = [
        (group, said, tokens_of(name))
        for group, of_group in labels.items()
        for language, name in of_group
        if language == "fr" and len(said := words_of(name)) == _SECTOR and said[1] == "du"
    ]
    heads = Counter(said[:-1] for _, said in {(group, said) for group, said, _ in names})
    lasts = Counter(said[-1] for _, said in {(group, said) for group, said, _ in names})
    for group, said, written in names:
        if heads[said[:-1]] > 1 and lasts[said[-1]] == 1:
            yield group, f"{written[0].text} du {written[-1].text}"


def shared_nouns(labels: Mapping[str, Sequence[tuple[str, str]]]) -> frozenset[str]:
    """Return the nouns that several groups are called by, so that alone they are of none: "doctors", "médecins"."""
    nouns: dict[str, set[str]] = {}
    for group, of_group in labels.items():
        for language, name in of_group:
            said = words_of(name)
            if len(said) > 1:
                nouns.setdefault(singular(said[-1 if language == "en" else 0]), set()).add(group)
    return frozenset(noun for noun, groups in nouns.items() if len(groups) > 1 and not is_small(noun))


def elided_names(labels: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Yield groups, each with the word that tells it from those of its noun: "les quotidiens", "large ones".

    Names of two words are meant, the other of which another name of two words shares.
    """
    pairs = [
        (group, *_in_compounds(name, language))
        for group, of_group in labels.items()
        for language, name in of_group
    ]
    pairs = [each for each in pairs if len(each[1]) == len(each[2]) == 2 and not ages_of(" ".join(each[2]))]
    holders: dict[str, set[str]] = {}
    for group, said, _ in pairs:
        for word in said:
            holders.setdefault(singular(word), set()).add(group)
    for shared, own in ((0, 1), (1, 0)):
        for group, said, written in pairs:
            if len(holders[singular(said[shared])]) > 1 and len(holders[singular(said[own])]) == 1:
                yield group, written[own]
    yield from _told_by_last(labels)
    yield from _of_one_sex(labels)


def _told_by_last(labels: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Yield groups, each with what ends its French name, where no other is called by it: "médecins généralistes"."""
    words = {group: [words_of(name) for _, name in of_group] for group, of_group in labels.items()}
    any_place = _counted(words)[2]
    for group, of_group in labels.items():
        for language, name in of_group:
            said = words_of(name)
            is_told = language == "fr" and len(said) == _COMPOUND and any_place[said[-1]] == 1
            if is_told and said[0] not in _OPPOSITES and not _is_adjective(said[0]) and not ages_of(name):
                yield group, tokens_of(name)[-1].text


def _in_compounds(name: str, language: str) -> tuple[list[str], list[str]]:
    """Return the words of a name folded and as written, those of a compound as one: "medium-sized firms" has two."""
    if language == "en" and "-" in name:
        return [" ".join(words_of(each)) for each in name.split()], name.split()
    written = [token.text for token in tokens_of(name) if token.kind != "mark"]
    return _with_opposites(words_of(name)), _with_opposites(written)


def _with_opposites(words: Sequence[str]) -> list[str]:
    """Return words, what denies one together with it: "non boursiers" is one."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].casefold() in _OPPOSITES:
            joined[-1] = f"{joined[-1]} {word}"
        else:
            joined.append(word)
    return joined


def _of_one_sex(labels: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Yield the only group of men, or of women, with the adjectives that say so: "leurs homologues féminines"."""
    groups: dict[tuple[str, str], set[str]] = {}
    for group, of_group in labels.items():
        for language, name in of_group:
            said = words_of(name)
            sex = lexicon(language)["sex noun"].sense_of(said[0]) if len(said) == 1 else None
            if sex is not None:
                groups.setdefault((language, sex), set()).add(group)
    for (language, sex), of_sex in groups.items():
        if len(of_sex) == 1:
            yield from ((next(iter(of_sex)), adjective) for adjective in _OF_SEX[language, sex])


def _counted(
    words: Mapping[str, Sequence[tuple[str, ...]]],
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return of how many groups each word is the first, the last, and any word."""
    named = [list(filter(None, of_group)) for of_group in words.values()]
    first = Counter(each for of_group in named for each in {singular(said[0]) for said in of_group})
    last = Counter(each for of_group in named for each in {said[-1] for said in of_group})
    any_place = Counter(each for of_group in named for each in {word for said in of_group for word in said})
    return first, last, any_place


def _head(language: str, name: str) -> str:
    """Return the noun of an English name of several words, which stands last: "library users", "people in care"."""
    said = words_of(name)
    if language != "en" or len(said) < 2 or said[0] in _OPPOSITES:
        return ""
    behind = next((at for at, word in enumerate(said) if at and word in _BEHIND_HEAD), len(said))
    head = said[behind - 1]
    return "" if lexicon("en")["people"].holds(head) or not head.isalpha() else head


def _is_adjective(word: str) -> bool:
    """Tell whether a name begins with a word that many others may: "grandes entreprises", "first-year students"."""
    return any(lexicon(language)["adjective"].holds(word) for language in ("fr", "en"))
