"""Tell that one claim is said of several places: "dans les trois régions", "in Kent, in Essex and in Surrey"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.cardinals import cardinal_at
from phare_cli.documents.prose.lexicon import Cue
from phare_cli.recipes.verify.grammar.claims import Claim, SeveralPlaces
from phare_cli.recipes.verify.grammar.names.mention import HERE, Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence

_JOINS = frozenset(", et and en in dans a au aux le la les l' the comme as well que puis also".split())  # noqa: SIM905
_AND = frozenset(("et", "and", ",", "comme", "as"))
_INTO = frozenset(("dans", "in", "across"))
_HELD_AGAINST = frozenset("de d' des of que qu' than parmi among entre between moyenne".split())  # noqa: SIM905
_SEVERAL = 2


def with_several_places(claims: Sequence[Claim], sentence: Sentence, whole: str | None) -> list[Claim]:
    """Return the claims of a sentence, those of several places told so; *whole* is where no place is named."""
    told, rows = _told(sentence), _rows(sentence, whole)
    if told is None and not rows:
        return list(claims)
    return [_of_places(each, claims, sentence, told, rows) for each in claims]


def _of_places(
    claim: Claim,
    claims: Sequence[Claim],
    sentence: Sentence,
    told: tuple[Cue, SeveralPlaces] | None,
    rows: Sequence[Sequence[Mention]],
) -> Claim:
    if claim.is_in_turn or claim.is_range or claim.among == "region":
        return claim
    place = next(at for at, token in enumerate(sentence.tokens) if token.start >= claim.start)
    start, end = sentence.clause(place)
    region, reference = claim.scene.region, claim.reference
    around = [
        each
        for each in sentence.of_kind("place", start, end)
        if not claim.start <= sentence.tokens[each.start].start < claim.end
    ]
    if told is not None and start <= told[0].start < end:
        is_own = any(each.id in (region, HERE) for each in around)
        if told[1].is_open or not is_own:
            return _moved(claim, told[1])
    is_of_row = claim.number is not None and (
        sum(each.number is not None and start <= _at(sentence, each) < end for each in claims) >= _SEVERAL
    )
    for row in rows:
        ids = tuple(dict.fromkeys(each.id for each in row))
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


def _at(sentence: Sentence, claim: Claim) -> int:
    return next(at for at, token in enumerate(sentence.tokens) if token.start >= claim.start)


def _moved(claim: Claim, places: SeveralPlaces) -> Claim:
    """Return a claim of no one region: what it is compared with in that same region follows it."""
    reference = claim.reference
    if reference is not None and reference.region == claim.scene.region:
        reference = reference._replace(region=None)
    return claim._replace(scene=claim.scene._replace(region=None), reference=reference, places=places)


def _told(sentence: Sentence) -> tuple[Cue, SeveralPlaces] | None:
    """Return the words that say of which of the places of the data a sentence is: "in each of the three regions"."""
    is_but = sentence.has("but places")
    for cue in sentence.words["every place"].find(sentence.tokens):
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
    if noun is None or is_held_against or is_bare:
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
