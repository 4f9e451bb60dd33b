"""Take two answers that one figure is said of together: "very or fairly satisfied", "by bus or by tram"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phare_cli.documents.prose.lexicon import synonyms
from phare_cli.documents.prose.tokens import Token, words_of
from phare_cli.recipes.verify.grammar.names.topic_names import labels_of
from phare_cli.recipes.verify.grammar.stems import is_small, singular
from phare_cli.recipes.verify.grammar.topics import TopicMention, Topics

_OR = frozenset(("or", "ou", "nor", "ni"))
_JOINS = _OR | {"and", "et"}
_AT_ALL = frozenset(("du", "tout", "at", "all"))  # "peu ou pas satisfaits"
_BEFORE = 5  # words from a join back to the first of what it joins


def with_either(found: Sequence[TopicMention], tokens: Sequence[Token], topics: Topics) -> list[TopicMention]:
    """Return *found*, two answers of one question that "or" joins as one mention of both.

    Of a question with one answer each, the words that two answers share may stand once: "very or fairly satisfied".
    """
    if not any(token.word in _JOINS for token in tokens):
        return list(found)
    kept: list[TopicMention] = []
    for each in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.is_net
            and each.end <= before.end
            and {*each.topics} <= {*before.topics}
        ):
            continue
        if before is not None and _are_joined(before, each, tokens):
            kept[-1] = _of_both(before, each)
        elif before is not None and _is_whole(before, each, tokens):
            kept.append(each)  # "31% and 47% are very happy and fairly happy"
        else:
            both = _with_shared(each, tokens, topics)
            if before is not None and both.is_net and _is_inside(before, both):
                kept.pop()  # "good or very" of "good or very good"
            kept.append(both)
    return kept


def _is_inside(one: TopicMention, both: TopicMention) -> bool:
    return both.start <= one.start and one.end <= both.end and set(one.topics) <= set(both.topics)


def _are_joined(one: TopicMention, other: TopicMention, tokens: Sequence[Token]) -> bool:
    """Tell whether nothing but "or" and small words stands between two answers of one question."""
    between = [token.word for token in tokens[_end_said(one, tokens) : other.start]]
    asked = {indicator for indicator, _ in (*one.topics, *other.topics)}
    return (
        bool(_OR & set(between))
        and all(is_small(word) for word in between)
        and not (one.is_indicator or other.is_indicator or set(one.topics) & set(other.topics))
        and len(asked) == 1
    )


def _end_said(mention: TopicMention, tokens: Sequence[Token]) -> int:
    """Return where the words of an answer end, those of a phrase that stands for one word too: "tous les jours"."""
    phrase = synonyms().at(tokens, mention.end - 1)
    return mention.end if phrase is None else phrase.end


def _is_whole(one: TopicMention, other: TopicMention, tokens: Sequence[Token]) -> bool:
    """Tell whether "and" joins two answers that share no word: each has all of its own."""
    between = [token.word for token in tokens[one.end : other.start]]
    return bool(_JOINS & set(between)) and all(map(is_small, between)) and not one.is_indicator


def _of_both(one: TopicMention, other: TopicMention) -> TopicMention:
    return one._replace(
        end=other.end, topics=(*one.topics, *other.topics), score=max(one.score, other.score),
        places=(*one.places, *other.places), is_net=True,
    )  # fmt: skip


def _with_shared(mention: TopicMention, tokens: Sequence[Token], topics: Topics) -> TopicMention:
    """Return an answer with the one whose own words stand before a join, and share the rest: "very or fairly ..."."""
    indicators = {indicator for indicator, _ in mention.topics}
    if len(indicators) != 1 or not indicators <= topics.single:
        return mention
    at = next(
        (p for p in range(mention.end - 1, max(-1, mention.start - _BEFORE), -1) if tokens[p].word in _JOINS),
        None,
    )
    if at is None or any(token.kind != "word" for token in tokens[at : mention.end]):
        return mention
    first = at
    while first > max(0, at - _BEFORE) and tokens[first - 1].kind == "word":
        first -= 1
    before, behind = _plain(tokens[first:at]), _plain(tokens[at + 1 : mention.end])
    (indicator,) = indicators
    words = {item: [_plain_words(name) for name in labels_of(item)] for item in topics.items[indicator]}
    one = _best(words, before, before | behind)
    rest = {item: names for item, names in words.items() if item != one}
    other = _best(rest, behind, behind) or _best(rest, behind, behind | _AT_ALL)
    if one is None or other is None:
        return mention
    both = ((indicator, one), (indicator, other))  # in the order of their words, as figures before them are
    return mention._replace(
        start=min(first, mention.start), topics=both, is_net=True, is_indicator=False, score=1.0
    )


def _best(words: dict[str, list[frozenset[str]]], own: frozenset[str], near: frozenset[str]) -> str | None:
    """Return the answer that most of the words *own* are of, and whose words all stand *near*; none where two are.

    Of two that share as many, one that *own* holds whole is meant: "good or very good".
    """
    shares = sorted(
        (
            (
                max(((len(name & own), name <= own) for name in names if name <= near), default=(0, False)),
                item,
            )
            for item, names in words.items()
        ),
        reverse=True,
    )
    is_one = bool(shares) and shares[0][0][0] > 0 and (len(shares) == 1 or shares[0][0] > shares[1][0])
    return shares[0][1] if is_one else None


def _plain(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(singular(token.word) for token in tokens if token.kind == "word")


def _plain_words(name: str) -> frozenset[str]:
    return frozenset(map(singular, words_of(name)))
