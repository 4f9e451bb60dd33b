"""Find whom a figure is said of: the group inside it, behind it, before it, or a part that opens its clause."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.binding.naming.compared_names import is_reference
from phare_cli.recipes.verify.grammar.binding.surroundings import Surroundings
from phare_cli.recipes.verify.grammar.names.groups_called import is_body
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.stems import is_small

_LINK_WORDS = (
    "“ « \" en de des d' du of the les l' la le chez parmi among in nos ces cette all our ses leurs leur "
    "entre a an plus tous toutes ceux pour for aux au by par with dans from"
)
LINKS = frozenset(_LINK_WORDS.split())


_OWNED = frozenset(("'s", "'", "’"))  # behind whose they are: "of the city's primary pupils"
_AMONG = frozenset("dans chez parmi pour en among in within for".split())  # noqa: SIM905
_PLACING = _AMONG | {"a", "au", "aux"}
_ALL = frozenset("ensemble tous toutes all total overall whole".split())  # noqa: SIM905
_OPENING = frozenset(("and", "but", "while", "et", "mais", "tandis"))
_DETERMINERS = frozenset(("the", "les", "our", "nos"))
_OF = frozenset("de d' des of the les".split())  # noqa: SIM905
_THOSE = frozenset(("those", "celles", "ceux"))
_WITH = frozenset(("avec", "with", "a", "at"))
_TO_WITH, _TO_SUBJECT = 6, 6  # words from a clause to "with" and its figure, and from a comma to the subject
_TOLD_APART = frozenset(("in", "living", "who"))
_TO_TOLD = 4  # words from "those" to what tells them apart
_TO_ITS_OWN = 4  # words from a group to its figure: "among students the share is 85%"
_IS = frozenset(
    "it they is are was were the a share figure at c' est ce ils elles elle il sont la le part taux de".split()  # noqa: SIM905
)
_ROW = frozenset(("et", "and", "ou", "or", "puis", "then", "a", "to"))


def attached_group(near: Surroundings, figure: SpokenNumber, after: int) -> Mention | None:
    """Return the group inside a figure ("quatre maires sur cinq") or right behind it ("57 % des citoyens")."""
    if figure.noun is not None:
        inside = [
            each
            for each in near.sentence.of_kind("group")
            if figure.noun[0] <= each.start < figure.noun[1] + 1
        ]
        if inside:
            return inside[0]
        for each in near.sentence.of_kind("place", *figure.noun):
            if each.is_people and (dwellers := near.context.names.dwellers(near.tokens, each)):
                return Mention(*figure.noun, "group", dwellers)
    at = figure.end
    named = named_in_bracket(near, figure)
    if named is not None:
        return named if named.kind == "group" else None
    if near.sentence.word(at) == "(" and at + 2 < len(near.tokens):
        closing = next(
            (p for p in range(at, min(at + 6, len(near.tokens))) if near.tokens[p].text == ")"), at
        )
        at = closing + 1 if closing > at else at
    for step in range(6):
        if at + step >= len(near.tokens):
            return None
        mention = next((each for each in near.sentence.mentions if each.start == at + step), None)
        if mention is not None and mention.kind == "group":
            is_led = near.sentence.word(mention.start) in _PLACING  # "14 % à la campagne"
            return mention if step or figure.in_words or is_led else None
        if mention is not None and mention.kind == "place" and mention.is_people:
            follow = next(
                (each for each in near.sentence.of_kind("group") if each.start == mention.end), None
            )
            dwellers = near.context.names.dwellers(near.tokens, mention)
            who = dwellers or not near.sentence.of_kind("group", 0, figure.start)
            everybody = Mention(mention.start, mention.end, "group", dwellers)
            return follow or (everybody if who else None)  # "Parmi les retraités, ... 13 % des Girondins"
        is_adjective = any(
            each.kind == "group" and each.start == at + step + 1 for each in near.sentence.mentions
        )
        if step and _speaks_for_body(near, at + step):
            continue
        is_owner = near.sentence.word(at + step + 1) in _OWNED or near.sentence.word(at + step) in _OWNED
        is_noun = is_adjective and near.words["people"].holds(near.sentence.word(at + step))
        if near.sentence.word(at + step) not in LINKS and not (
            is_noun or (step and (is_adjective or is_owner))
        ):
            return None
    return None


def _speaks_for_body(near: Surroundings, place: int) -> bool:
    """Tell whether people answer for the organisations that they head: "40 % des dirigeants d'associations"."""
    if not near.words["speaks for"].holds(near.sentence.word(place)):
        return False
    group = next((each for each in near.sentence.of_kind("group", place + 1) if each.id), None)
    led = {near.sentence.word(at) for at in range(place + 1, group.start)} if group is not None else set()
    return group is not None and bool(led) and led <= _OF and is_body(group.id)


def in_part(near: Surroundings, figure: SpokenNumber, group: Mention | None) -> Mention | None:
    """Return a group in the part of it that opens the clause: "Dans le commerce, c'est un apprenti sur cinq"."""
    if group is None or not group.id or group.segment:
        return group
    said = _said_again(near, figure)
    if said is not None and said.id in ("", group.id):
        return group._replace(segment=said.segment)
    clause, _ = near.sentence.clause(figure.start)
    part = next((each for each in near.sentence.of_kind("group", clause, figure.start) if each.segment), None)
    if part is None or part.id not in ("", group.id) or is_reference(near, part, figure):
        return group
    before = {near.sentence.word(at) for at in range(max(clause, part.start - 2), part.start)}
    between = {near.sentence.word(at) for at in range(part.end, group.start)}
    is_alone = not any(clause <= each.number.start and each.is_claim for each in near.bound)
    is_part = bool(before & _AMONG) and "," in between and is_alone and not between & _ALL
    return group._replace(segment=part.segment) if is_part else group


def _said_again(near: Surroundings, figure: SpokenNumber) -> Mention | None:
    """Return the part that an aside says who is meant by: "the largest companies (49%), those with 1,000 employees"."""
    comma = next((at for at in range(figure.end, len(near.tokens)) if near.tokens[at].text in ",;"), None)
    if comma is None or near.sentence.word(comma + 1) not in _THOSE:
        return None
    parts = near.sentence.of_kind("group", comma + 1, comma + _TO_SUBJECT + 2)
    part = next((each for each in parts if each.segment), None)
    is_aside = part is not None and near.sentence.word(part.end) == ","
    return part if is_aside else None


def named_in_bracket(near: Surroundings, figure: SpokenNumber) -> Mention | None:
    """Return the name that stands alone in the bracket right behind a figure: "47% (women) and 23% (men)"."""
    if near.sentence.word(figure.end) != "(" or near.sentence.bracket(figure.start) is not None:
        return None
    inside = [each for each in near.sentence.mentions if each.start in (figure.end + 1, figure.end + 2)]
    if not inside or near.sentence.word(inside[0].start - 1) not in ("(", "“", "«", '"', "les", "the"):
        return None
    behind = inside[0].end + (near.sentence.word(inside[0].end) in ("”", "»", '"'))
    is_closed = any(token.text == ")" for token in near.tokens[inside[0].start : inside[0].end])
    return inside[0] if is_closed or near.sentence.word(behind) == ")" else None


def group_led_to(near: Surroundings, figure: SpokenNumber) -> Mention | None:
    """Return the group that opens the clause behind a figure set before it: "With 47% engaged, associations lead"."""
    clause, end = near.sentence.clause(figure.start)
    if near.sentence.word(figure.start - 1) not in _WITH or figure.start - clause > _TO_WITH:
        return None
    if near.sentence.of_kind("group", clause, figure.start):
        return None  # "mayors are at 89%, associations at 95%"
    comma = next((at for at in range(figure.end, end) if near.tokens[at].text == ","), None)
    if comma is None:
        return None
    return next(iter(near.sentence.of_kind("group", comma, min(comma + _TO_SUBJECT, end))), None)


def people_meant(near: Surroundings) -> Mention | None:
    """Return the group of whoever lives somewhere where they are named and no group is: "the Welsh", "les Corses"."""
    if near.sentence.of_kind("group"):
        return None
    for each in near.sentence.of_kind("place"):
        after = near.tokens[each.end] if each.end < len(near.tokens) else None
        is_noun = after is None or after.kind != "word" or is_small(after.word)
        leads = near.sentence.word(each.start - 1) in ("the", "les", "des", "aux", "of", "")
        who = near.context.names.dwellers(near.tokens, each) if each.is_people and leads else ""
        if who and (is_noun or near.words["light verb"].at(near.tokens, each.end)):
            return Mention(each.start, each.end, "group", who)
    return None


def is_of_pronoun(near: Surroundings, figure: SpokenNumber) -> bool:
    """Tell whether a figure counts people who were named before: "37 % d'entre eux", not "41% of those in flats"."""
    cue = near.words["of them"].at(near.tokens, figure.end)
    return cue is not None and not (
        near.sentence.word(cue.end) in _TOLD_APART
        and near.sentence.of_kind("group", cue.end, cue.end + _TO_TOLD)
    )


def nearest_before(
    near: Surroundings, kind: str, figure: SpokenNumber, low: int, high: int
) -> Mention | None:
    """Return the nearest name of a kind between two places, one inside a comparison's reference aside."""
    found = [
        each
        for each in near.sentence.of_kind(kind, low, high)
        if not is_reference(near, each, figure)
        and not near.sentence.is_in_aside(each.start, figure.start)
        and not near.is_held(each.start, figure.start)
    ]
    return found[-1] if found else None


def group_behind(near: Surroundings, figure: SpokenNumber, after: int, bracket: int | None) -> Mention | None:
    """Return the group that is named behind a figure in its own words: "46 % ; ... chez les maires"."""
    if bracket is not None:
        after = min(
            after, next((p for p in range(figure.end, len(near.tokens)) if near.tokens[p].text == ")"), after)
        )
    for each in near.sentence.of_kind("group", figure.end, after):
        if is_reference(near, each, figure) or _leads_to_next(near, each, figure):
            continue
        if (
            not each.id
            and each.segment
            and bracket is None
            and near.sentence.word(each.start - 1) not in _THOSE
        ):
            return each
        before = near.sentence.word(each.start - 1)
        first = near.sentence.word(each.start)
        if before in (
            "chez",
            "en",
            "dans",
            "parmi",
            "among",
            "for",
            "pour",
            "of",
            "des",
            "par",
            "by",
            "in",
        ) or first in (
            "chez",
            "parmi",
            "among",
        ):
            return each
        if before in ("les", "the") and near.sentence.word(each.start - 2) in (
            "chez",
            "parmi",
            "among",
            "for",
            "pour",
            "par",
            "by",
        ):
            return each
    return None


def _leads_to_next(near: Surroundings, mention: Mention, figure: SpokenNumber) -> bool:
    """Tell whether a name behind a figure is whom the next is of: "58 % des femmes y vont, les hommes 45 %"."""
    is_parted = any(token.text in ",;" for token in near.tokens[figure.end : mention.start])
    led = (
        [near.sentence.word(at) for at in range(mention.end, other.start)]
        for other in near.figures
        if 0 <= other.start - mention.end <= _TO_ITS_OWN
    )
    return is_parted and any(len(words) <= 1 or _IS.issuperset(words) for words in led)


def is_of_another(near: Surroundings, mention: Mention, figure: SpokenNumber) -> bool:
    """Tell whether a name stands right behind another figure, that is not in one row with this one."""
    if _is_led_alone(near, mention, figure):
        return True
    return any(
        other is not figure
        and 0 <= mention.start - other.end <= 2
        and any(
            token.kind == "word" and token.word not in _ROW
            for token in near.tokens[min(figure.end, other.end) : max(figure.start, other.start)]
        )
        for other in near.figures
    )


def _is_led_alone(near: Surroundings, mention: Mention, figure: SpokenNumber) -> bool:
    """Tell whether "among" leads from another figure behind a comma: "rose to 37%, and to half among large firms"."""
    if near.context.last.group is None or near.sentence.word(mention.start - 1) not in _AMONG:
        return False
    between = near.tokens[figure.end : mention.start]
    behind = any(figure.end < other.start < mention.start <= other.end + 2 for other in near.figures)
    return behind and any(token.text == "," for token in between)


def _opens_another(near: Surroundings, group: Mention, figure: SpokenNumber) -> bool:
    """Tell whether a group behind a figure is what another clause is of: "..., and residents are keener (88%)"."""
    if group.start < figure.end or near.context.last.group is None:
        return False
    start = group.start - (near.sentence.word(group.start - 1) in _DETERMINERS)
    opens = near.sentence.word(start - 1) in _OPENING and near.sentence.word(start - 2) == ","
    verbs = (near.words[name] for name in ("verb", "light verb"))
    has_own = (
        any(each.start == group.end + 1 for each in near.figures) and near.sentence.word(group.end) == "("
    )
    return opens and (has_own or any(verb.holds(near.sentence.word(group.end)) for verb in verbs))


def _is_set_against(near: Surroundings, mention: Mention, figure: SpokenNumber) -> bool:
    """Tell whether a name opens a clause that is set against a figure: "ils sont 7 sur 10, quand les aînés ..."."""
    between = near.tokens[figure.end : mention.start]
    opens = any(
        near.words[name].first(near.tokens, figure.end, mention.start) for name in ("when", "contrast")
    )
    return bool(between) and opens and any(other.start > mention.start for other in near.figures)


def only_group(near: Surroundings, figure: SpokenNumber) -> Mention | None:
    """Return the group of a sentence that names no other, wherever it stands."""
    groups = [
        each
        for each in near.sentence.of_kind("group")
        if not is_reference(near, each, None)
        and not is_of_another(near, each, figure)
        and not _opens_another(near, each, figure)
        and not _is_set_against(near, each, figure)
        and not near.sentence.is_in_aside(each.start, figure.start)
        and not near.is_held(each.start, figure.start)
    ]
    if near.context.last.group is not None and any(
        token.text == ";" for each in groups[:1] for token in near.tokens[figure.end : each.start]
    ):
        return None  # "Only 11% name health; singers are three times as likely to"
    return (
        groups[0]
        if len({(each.id, each.segment) for each in groups}) == 1
        and not near.sentence.words["pronoun"].holds(near.sentence.word(0))
        else None
    )
