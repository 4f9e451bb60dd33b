"""Tell that one claim is said of several places: "dans les trois régions", "in Kent, in Essex and in Surrey"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.cardinals import cardinal_at
from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE
from phare_cli.documents.prose.tokens import words_of
from phare_cli.recipes.verify.grammar.claims import Claim, SeveralPlaces
from phare_cli.recipes.verify.grammar.names.mention import HERE, Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence

_JOINS = frozenset(", et and en in dans a au aux le la les l' the comme as well que puis also".split())  # noqa: SIM905
_AND = frozenset(("et", "and", ",", "comme", "as"))
_INTO = frozenset(("dans", "in", "across"))
_HELD_AGAINST = frozenset("de d' des of que qu' than parmi among entre between moyenne".split())  # noqa: SIM905
_SEVERAL = 2
_COMMA = 3  # words that a comma counts for between a place and a claim
_LED = 3  # words before a figure, among which one may set it against another
_AGAINST = frozenset(("contre", "against", "versus", "compared", "rapport"))


def with_several_places(claims: Sequence[Claim], sentence: Sentence, whole: str | None) -> list[Claim]:
    """Return the claims of a sentence, those of several places told so; *whole* is where no place is named."""
    if not claims:
        return []
    told, rows = _told(sentence), _rows(sentence, whole)
    if told is None and not rows:
        return list(claims)
    return [_of_places(each, claims, sentence, told, rows, whole) for each in claims]


def _of_places(
    claim: Claim,
    claims: Sequence[Claim],
    sentence: Sentence,
    told: tuple[Cue, SeveralPlaces] | None,
    rows: Sequence[Sequence[Mention]],
    whole: str | None,
) -> Claim:
    if claim.is_in_turn or claim.is_range or claim.among == "region":
        return claim
    start, end = sentence.clause(sentence.place_of(claim.start))
    region, reference = claim.scene.region, claim.reference
    around = [
        each
        for each in sentence.of_kind("place", start, end)
        if not claim.start <= sentence.tokens[each.start].start < claim.end
    ]
    if told is not None and start <= told[0].start < end:
        own = [each for each in around if each.id in (region, HERE)]
        own = [each for each in own if _is_own(each, claim, claims, sentence, told[0])]
        if own and all(each.id == whole for each in own) and _is_told(claim, claims, sentence, told[0]):
            return _moved(claim, told[1]._replace(is_open=True))  # "41 % des Français, dans chaque région"
        if told[1].is_open or not own:
            return _moved(claim, told[1])
    numbered = [
        each.scene.region
        for each in claims
        if each.number is not None and start <= sentence.place_of(each.start) < end
    ]
    named = {each.id for each in sentence.of_kind("place", start, end)}
    for row in rows:
        ids = tuple(dict.fromkeys(each.id for each in row))
        # "en Bretagne et en Corse, 40 %, contre 41 % en France": one figure of the row
        beside = named.difference(ids)
        is_of_row = claim.number is not None and sum(each not in beside for each in numbered) >= _SEVERAL
        if is_of_row or not start <= row[0].start < end:
            continue
        if reference is not None and reference.region != region and {reference.region, region} & set(ids):
            if region in ids and reference.region not in ids:
                return _moved(claim, SeveralPlaces(ids))
            if region not in ids:
                return claim._replace(places=SeveralPlaces(ids, is_reference=True))
            continue
        if region in ids or not any(each.id == region for each in around):
            return _moved(claim, SeveralPlaces(ids))
    return claim


def _is_own(place: Mention, claim: Claim, claims: Sequence[Claim], sentence: Sentence, told: Cue) -> bool:
    """Tell whether a place is a claim's own, nearer to it than the several are."""
    at, (start, end) = sentence.place_of(claim.start), _span(sentence, claim)
    if place.start < at < told.start:
        # "en France, 36 % ... et 35 %, contre 40 % dans ..."
        is_lead = _is_of_another(told, claim, claims, sentence)
        return is_lead or not _is_of_another(place, claim, claims, sentence)
    is_nearer = _distance(sentence, place, start, end) < _distance(sentence, told, start, end)
    return is_nearer and not _is_of_another(place, claim, claims, sentence)


def _is_told(claim: Claim, claims: Sequence[Claim], sentence: Sentence, told: Cue) -> bool:
    """Tell whether a claim is the one that several places are named beside, and nothing that it is held against."""
    at = sentence.place_of(claim.start)
    is_held_against = any(sentence.word(each) in _AGAINST for each in range(max(0, at - _LED), at))
    return not is_held_against and not _is_of_another(told, claim, claims, sentence)


def _is_of_another(place: Mention | Cue, claim: Claim, claims: Sequence[Claim], sentence: Sentence) -> bool:
    """Tell whether a place is of what a claim is set beside: "..., contre 41 % en France", "..., comme en France"."""
    start, opening = sentence.tokens[place.start].start, sentence.bracket(place.start)
    others = [each for each in claims if each is not claim]
    if any(each.start <= start < each.end for each in others):
        return True
    if opening is not None and opening != sentence.bracket(sentence.place_of(claim.start)):
        return True
    spans = [_span(sentence, each) for each in others]
    spans += [
        (each.start, each.end)
        for each in sentence.numbers
        if each.unit in (PERCENT, SCORE) and not claim.start <= sentence.tokens[each.core].start < claim.end
    ]
    own = _distance(sentence, place, *_span(sentence, claim))
    return any(
        _distance(sentence, place, *each) < own and sentence.bracket(each[0]) in (None, opening)
        for each in spans
    )


def _span(sentence: Sentence, claim: Claim) -> tuple[int, int]:
    start = sentence.place_of(claim.start)
    return start, start + sum(claim.start <= token.start < claim.end for token in sentence.tokens)


def _distance(sentence: Sentence, one: Mention | Cue, start: int, end: int) -> int:
    """Return how many words stand between, a comma as many as keep "41 % en France" together before "..., 45 %"."""
    between = range(end, one.start) if one.start >= end else range(one.end, start)
    return sum(_COMMA if sentence.word(at) == "," else 1 for at in between)


def _moved(claim: Claim, places: SeveralPlaces) -> Claim:
    """Return a claim of no one region: what it is compared with in that same region follows it."""
    reference = claim.reference
    if reference is not None and reference.region == claim.scene.region:
        reference = reference._replace(region=None)
    return claim._replace(scene=claim.scene._replace(region=None), reference=reference, places=places)


def _told(sentence: Sentence) -> tuple[Cue, SeveralPlaces] | None:
    """Return the words that say of which of the places of the data a sentence is: "in each of the three regions"."""
    for cue in sentence.words["every place"].find(sentence.tokens):
        is_but = sentence.has("but places")
        if cue.sense == "everywhere":
            return cue, SeveralPlaces(is_open=is_but)
        found = _counted(sentence, cue, is_but=is_but)
        if found is not None:
            return found
    return None


def _counted(sentence: Sentence, cue: Cue, *, is_but: bool) -> tuple[Cue, SeveralPlaces] | None:
    count, at = None, cue.end
    number = cardinal_at(sentence.tokens, at, sentence.words)
    if number is not None:
        count, at = number
    elif sentence.word(at).isdigit():
        count, at = int(sentence.word(at)), at + 1
    before = sentence.word(cue.start - 1)
    is_held_against = before in _HELD_AGAINST or (
        before in _INTO and sentence.word(cue.start - 2) in ("que", "qu'", "than")
    )
    noun = sentence.words["place noun"].at(sentence.tokens, at)
    is_bare = cue.sense == "some" and count is None and sentence.word(cue.start) in _INTO  # "in towns"
    is_name = noun is not None and any(  # "dans les Pays de la Loire"
        each.start <= noun.start < each.end and each.id != HERE for each in sentence.of_kind("place")
    )
    is_of_people = noun is not None and any(  # "dans les villes" are "habitants des villes moyennes"
        each.start <= noun.start < each.end and sentence.word(noun.start) in words_of(each.id)
        for each in sentence.of_kind("group")
    )
    if noun is None or is_held_against or is_bare or is_name or is_of_people:
        return None
    is_into = before in _INTO or sentence.word(cue.start) in _INTO
    if cue.sense == "all" and not (noun.sense == "many" and (is_into or (count or 0) >= _SEVERAL)):
        return None  # "les régions" alone may be people who were asked, or those who govern
    places = SeveralPlaces(
        number=count,
        is_each=cue.sense == "each",
        is_full=cue.sense == "full" or count is not None,
        is_none=cue.sense == "none",
        is_open=is_but or cue.sense == "some",
    )
    return Cue(cue.start, noun.end, cue.sense), places


def _rows(sentence: Sentence, whole: str | None) -> list[list[Mention]]:
    """Return the places that stand in one row: "en Bretagne, en Occitanie et dans les Hauts-de-France"."""
    rows: list[list[Mention]] = []
    for each in sentence.of_kind("place"):
        between = [sentence.word(at) for at in range(rows[-1][-1].end, each.start)] if rows else []
        is_in_row = set(between) <= _JOINS and bool(set(between) & _AND)
        if rows and is_in_row and rows[-1][-1].id != each.id:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [row for row in rows if len(row) >= _SEVERAL and not {each.id for each in row} & {HERE, whole}]
