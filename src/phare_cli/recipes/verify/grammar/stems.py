"""Tell words of one meaning alike: families, plurals and endings set aside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from phare_cli.documents.prose.lexicon import families, lexicon, synonyms
from phare_cli.documents.prose.tokens import Token, TokenRow, folded, tokens_of

_ENDINGS = ("aient", "erent", "ant", "ent", "ait", "er", "re", "ir", "ee")  # of French verbs
_ADVERBS = {"ally": "al", "alement": "al"}  # "locally" is of what is local
_ADVERBS_END = tuple(_ADVERBS)
_ENGLISH = ("ing", "ed")
_ROOT = 3  # letters that an adverb is made of at least
_IMPERFECT = ("aient", "ait")
NEGATIVE = frozenset(("pas", "not", "n't", "cannot"))
LACKING = NEGATIVE | {"sans", "without", "aucun", "aucune", "no"}
_NEVER = frozenset(("aucunement", "never", "jamais"))
_NOBODY = frozenset(("none", "no", "nothing", "aucun", "aucune", "rien"))  # as an answer's first word
_LITTLE = frozenset(("peu", "guere", "hardly"))
_A_LITTLE = frozenset(("un", "quelque"))
_LESSENED = "peu"
_NOT_AT_ALL = "aucunement"  # what synonyms.csv makes of "not at all"
_TO_ALL = 8  # words from "not" to "at all"


def is_negative(words: Sequence[str]) -> bool:
    """Tell whether the folded words of an answer deny what they name: "not satisfied", "peu satisfait".

    >>> is_negative(["peu", "satisfait"]), is_negative(["un", "peu", "satisfait"])
    (True, False)
    """
    return any(
        word in NEGATIVE or (word in _LITTLE and (at == 0 or words[at - 1] not in _A_LITTLE))
        for at, word in enumerate(words)
    )


def opposes(item: str) -> bool:
    """Tell whether an answer denies what its question asks, or is against it: "never", "strongly distrust"."""
    words = item.casefold().split()
    return (
        is_negative(words)
        or not _NOBODY.isdisjoint(words[:1])
        or any(word in _NEVER or word.startswith(("dis", "mis")) or word.endswith("n't") for word in words)
    )


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """Return what the forms of one word share: that of its family, else its beginning.

    >>> stem("concerts") == stem("concert"), stem("dorment") == stem("sommeil")
    (True, True)
    """
    known = families()
    family = known.get(word)
    if family is not None:
        return family
    plain = _one(word)
    if (ending := _ending(plain, _ADVERBS_END, _ROOT)) is not None:
        plain = plain.removesuffix(ending) + _ADVERBS[ending]
    family = known.get(plain)
    if family is not None:
        return family
    if (ending := _ending(word, _IMPERFECT, 0)) is not None:
        told = known.get(word.removesuffix(ending) + "ent")
        if told is not None:
            return told  # "craignaient" as "craignent"
    if (ending := _ending(plain, _ENGLISH, 3)) is not None:
        return _undoubled(plain.removesuffix(ending).rstrip("e"))[:6]
    if (ending := _ending(plain, _ENDINGS, 4)) is not None:
        plain = plain.removesuffix(ending)
    if len(plain) > 6:
        return plain[:6]
    plain = plain.rstrip("e") if len(plain) > 3 else plain
    return plain[:-1] + "i" if len(plain) > 4 and word[-1] == plain[-1] == "y" else plain


def _ending(word: str, endings: tuple[str, ...], root: int) -> str | None:
    """Return the first of some endings that a word has behind a root of so many letters at least."""
    if not word.endswith(endings):
        return None
    return next((each for each in endings if word.endswith(each) and len(word) - len(each) >= root), None)


def _one(word: str) -> str:
    """Return a word without the mark of its plural; "stress" has none."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and word[-2] != "s" else word


def _undoubled(root: str) -> str:
    """Return what an English ending was put to: "bann(ed)" is of "ban"."""
    return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz" else root


@lru_cache(maxsize=1 << 15)
def singular(word: str) -> str:
    """Return a word of a name without its number and gender: what "étudiantes" and "étudiant" share."""
    plain = word[:-3] + "al" if len(word) > 5 and word.endswith("aux") else _one(word)
    plain = plain.rstrip("e") if len(plain) > 3 else plain
    # "companies" and "company" share an i, as "salariés" and "salarié" do.
    return plain[:-1] + "i" if len(plain) > 4 and word[-1] == plain[-1] == "y" else plain


@lru_cache(maxsize=1 << 15)
def is_small(word: str) -> bool:
    """Tell whether a folded word carries no meaning of its own, in either language."""
    return len(word) < 2 or word in _small_words()


@cache
def _small_words() -> frozenset[str]:
    return frozenset(word for language in ("fr", "en") for word, _ in lexicon(language)["stop"].singles())


@cache
def stems_of(name: str) -> frozenset[str]:
    """Return the stems of the words of a list, in both languages: "any verb", of no meaning of its own, or "vague"."""
    lists = (lexicon(language)[name].singles() for language in ("fr", "en"))
    return frozenset(stem(word) for of_list in lists for word, _ in of_list)


def content(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """Return the places and stems of the words that carry a meaning; a phrase of synonyms gives those it means.

    "peu satisfait" is one word of meaning, and none of "satisfait".
    """
    if not isinstance(tokens, TokenRow):
        return _content(tokens)
    known: list[tuple[int, str]] | None = tokens.found.get(content)
    if known is None:
        known = tokens.found[content] = _content(tokens)
    return known


def _content(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    meant = synonyms()
    opening = meant.firsts
    place = 0
    while place < len(tokens):
        cue = meant.at(tokens, place) if tokens[place].word in opening else None
        if cue is not None:
            found += [(place, stem(token.word)) for token in tokens_of(cue.sense) if not is_small(token.word)]
            place = cue.end
            continue
        token = tokens[place]
        if token.word in LACKING and (end := _at_all(tokens, place)) is not None:
            inside = [(at, tokens[at].word) for at in range(place + 1, end - 2)]
            found += [(place, stem(_NOT_AT_ALL))]
            found += [(at, stem(word)) for at, word in inside if not is_small(word)]
            place = end
            continue
        if token.kind == "word" and not is_small(token.word):
            lead = f"{_LESSENED} " if _is_lessened(tokens, place) else ""
            found.append((place, lead + stem(token.word)))
        place += 1
    return found


def _at_all(tokens: Sequence[Token], place: int) -> int | None:
    """Return where "not happy at all", "pas satisfaits du tout" ends, that is "not at all happy" in another order."""
    for at in range(place + 2, min(place + _TO_ALL, len(tokens) - 1)):
        if (tokens[at].word, tokens[at + 1].word) in (("at", "all"), ("du", "tout")):
            return at + 2
        if tokens[at - 1].kind != "word":
            return None
    return None


def _is_lessened(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether "peu" stands right before a word: "peu satisfait", not "un peu satisfait"."""
    return (
        place > 0
        and tokens[place - 1].word in _LITTLE
        and (place < 2 or tokens[place - 2].word not in _A_LITTLE)
    )


@lru_cache(maxsize=1 << 12)
def words_that_count(name: str) -> tuple[str, ...]:
    """Return the stems of the words of a name as they stand, without what else they may mean."""
    tokens = tokens_of(name)
    words = [each.word for each in tokens if each.kind == "word" and not is_small(each.word)]
    stems = tuple(dict.fromkeys(map(stem, words)))
    return stems or tuple(folded(name).split())


@lru_cache(maxsize=1 << 12)
def content_of(name: str) -> tuple[str, ...]:
    """Return the stems of the words of a name that carry a meaning, each once."""
    stems = tuple(dict.fromkeys([word for _, word in content(tokens_of(name))]))
    return stems or tuple(folded(name).split())
