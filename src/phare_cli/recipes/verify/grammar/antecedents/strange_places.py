"""Find places that nobody knows, by the words that lead to a capital: "À Brest, ...", "les habitants de Brest".

They are somewhere that the data hold nothing of. A capital that opens no clause and tells of no people may be anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token
from phare_cli.recipes.verify.grammar.names.mention import ARTICLES, UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence

_OPENING = frozenset("et mais puis and but then while whereas tandis alors quand qu' que that".split())  # noqa: SIM905
_OF = frozenset(("de", "d'", "du", "des", "of"))
_LEADING = frozenset("les des aux the".split())  # noqa: SIM905
_PEOPLES = {  # how they end
    "fr": (
        *("ais", "aises", "ois", "oises", "iens", "iennes", "éens", "éennes", "ains", "aines", "ins", "ines"),
        *("ards", "ardes"),
    ),
    "en": ("ians", "ites"),
}
_STEM = 2  # letters before that, at least


def with_strange_places(sentence: Sentence) -> Sentence:
    """Return *sentence* with the places and peoples that it names and that nobody knows."""
    found = list(_strange_places(sentence))
    return sentence.with_names([*sentence.mentions, *found]) if found else sentence


def _strange_places(sentence: Sentence) -> Iterator[Mention]:
    tokens, words = sentence.tokens, sentence.words
    capitals = [
        at
        for at, token in enumerate(tokens)
        if token.text[:1].isupper() and at and token.is_capital and not token.text.isupper()
    ]
    if not capitals:
        return
    taken = {at for each in sentence.mentions for at in range(each.start, each.end)}
    taken |= {at for each in sentence.topics for at in each.places}
    end = 0
    for at in capitals:
        if at < end or at in taken or words["feast"].at(tokens, at) or words["month"].holds(tokens[at].word):
            continue
        end = _end(tokens, at)
        if _is_led(tokens, at, words) and not is_dateline(sentence, end):
            yield Mention(at, end, "place", UNKNOWN)
        elif end == at + 1 and _is_people(tokens, at, words):
            yield Mention(at, end, "place", UNKNOWN, is_people=True)


def is_dateline(sentence: Sentence, end: int) -> bool:
    """Tell whether a day stands behind a place, which only says where one wrote or met: "À Paris, le 12 mars"."""
    tokens = sentence.tokens
    at = end + (sentence.word(end) == ",")
    at += sentence.word(at) in ("le", "on")
    if at + 1 >= len(tokens) or tokens[at].kind != "number":
        return False
    return sentence.words["month"].holds(tokens[at + 1].word) or tokens[at + 1].text == "/"


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return where a name of one or more words ends: "Sables-d'Olonne", "Saint Pierre"."""
    at = end = start + 1
    while at < len(tokens) and (tokens[at].is_capital or tokens[at].text == "-" or _joins(tokens, at)):
        at += 1
        end = at if tokens[at - 1].is_capital else end
    return end


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a small word stands between hyphens: "Fontenay-le-Comte"."""
    return tokens[place - 1].text == "-" and tokens[place].kind == "word"


def _is_led(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Tell whether what leads to a capital opens a clause or stands behind people, their share or a way it goes."""
    of = place - 1 - (tokens[place - 1].word in ARTICLES)
    if of > 0 and tokens[of].word in _OF and _counts(tokens, of, words):
        return True
    lead = words["into place"].before(tokens, place)
    if lead is None:
        return False
    if lead.start == 0 or tokens[lead.start - 1].kind == "mark" or tokens[lead.start - 1].word in _OPENING:
        return True
    ways = any(
        words[name].before(tokens, lead.start) is not None for name in ("change", "order", "ordinal head")
    )
    return ways or _counts(tokens, lead.start, words)


def _counts(tokens: Sequence[Token], end: int, words: Lexicon) -> bool:
    """Tell whether people or a kind of place stand right before *end*: "habitants", "la ville"."""
    return any(words[name].before(tokens, end) is not None for name in ("population", "place noun"))


def _is_people(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Tell whether a capital is whom one calls by where they live: "les Brestois", "the Mancunians"."""
    is_led = tokens[place - 1].word in _LEADING or words["into people"].before(tokens, place) is not None
    return is_led and tokens[place].text.lower()[_STEM:].endswith(_PEOPLES[words.language])
