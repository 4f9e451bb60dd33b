"""Judge figures and bases: do the data round to what is said?"""

from collections.abc import Sequence
from typing import NamedTuple

from phare_cli.documents.prose.spoken_numbers import SCORE, SpokenNumber
from phare_cli.judging.precision import interval_of
from phare_cli.language.digits import rounded
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.verify.evidence import Evidence
from phare_cli.recipes.verify.finished_people import may_be_of_more
from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN
from phare_cli.recipes.verify.grammar.stems import opposes

RIGHT, WRONG, OVERSTATED, UNKNOWN_STATUS, AMBIGUOUS = "right", "wrong", "overstated", "unknown", "ambiguous"
# Why a figure in a block is what it is, whatever its words say.
BY_BLOCK, STALE_BLOCK, BY_OTHER_DATA = "block", "stale_block", "block_data"
SEVERAL_PLACES = "several_places"  # it is said of each of them
ONE_ANSWER = "one_answer"  # it is a rank among answers of which the data hold one
PLACES_MISSING = "places_missing"  # it is a rank among places of which the data hold some
OF_FINISHED = "finished"  # it may be of all who began a questionnaire; the data are of those who finished
BLOCK_REASONS = (BY_BLOCK, STALE_BLOCK, BY_OTHER_DATA)
NEAR = 3.0  # points that "nearly" and "about" may be off
NEAR_DIGITS = 5.0  # and those beside digits that say it: "just over half (54%)"
WORDS = 1.0  # points that a fraction in words may be off
CONF = 0.95
_TWO = 2  # figures, of which one is of another wave


class Finding(NamedTuple):
    """What the data say of a claim. *candidates* are the figures that may be meant, *reason* why it is not right."""

    status: str
    value: float | None = None
    estimate: Estimate | None = None
    reference: float | None = None
    reference_estimate: Estimate | None = None
    gap: float | None = None
    reason: str | None = None
    candidates: tuple[Estimate, ...] = ()
    places: tuple[int, int] | None = None  # of those that a rank is among: held by the data, and known


class PossibleFigure(NamedTuple):
    """One figure that may be meant, as it is to be said: an item, a sum of items, or their complement."""

    value: float
    estimate: Estimate


def judge_figure(claim: Claim, evidence: Evidence, preferred: Sequence[str]) -> Finding:
    """Return whether a figure is what the data hold."""
    number = claim.number
    if number is None:
        raise ValueError("a figure has a number")
    if claim.is_range:
        return _judge_range(claim, evidence, preferred)
    is_lent = claim.is_lent and claim.scene.is_foreign and claim.names_nobody
    is_open = not claim.scene.topics or (is_lent and len(claim.scene.topics) > 1)  # "Wales: 27%"
    if claim.is_unsure or (
        claim.is_loose and is_open and UNKNOWN not in (claim.scene.group, claim.scene.region)
    ):
        return Finding(AMBIGUOUS)
    is_of_anybody = claim.is_loose and claim.names_nobody and not claim.is_headed
    if is_of_anybody and not claim.others and UNKNOWN not in claim.scene:
        return _of_anybody(claim, number, evidence, preferred)
    scenes = claim.others or (claim.scene,)
    findings = [
        judge_readings(claim, number, readings_of(claim, scene, evidence, preferred)) for scene in scenes
    ]
    in_part = [scene._replace(is_foreign=False) for scene in scenes if scene.is_foreign]
    is_told = claim.is_taken_up or not claim.is_lent
    is_exact = is_told and (claim.and_number is not None or not (number.hedge or number.in_words))
    understood = [
        judge_readings(claim, number, readings_of(claim, scene, evidence, preferred)) for scene in in_part
    ]
    # Words that are known in part are those of a figure that the data hold to the digit, and of no other.
    for finding in findings + understood if is_exact else findings:
        if finding.status == RIGHT:
            return finding
    known = [finding for finding in findings if finding.status not in (UNKNOWN_STATUS,)]
    return known[-1] if known else findings[0]


def _of_anybody(claim: Claim, number: SpokenNumber, evidence: Evidence, preferred: Sequence[str]) -> Finding:
    """Return what the data say of a figure that stands alone: it may be of any group, whoever the text speaks of."""
    scene = claim.scene._replace(group=None, segment="", is_foreign=False)
    readings = readings_of(claim, scene, evidence, preferred)
    if not readings:
        is_asked = any(indicator for indicator, _ in scene.topics)
        return Finding(AMBIGUOUS if is_asked or claim.is_lent else UNKNOWN_STATUS)
    return judge_readings(claim, number, readings)


def readings_of(
    claim: Claim, scene: Scene, evidence: Evidence, preferred: Sequence[str]
) -> list[PossibleFigure]:
    """Return the figures that a scene may mean, sums and complements worked out."""
    if scene.is_foreign or UNKNOWN in (scene.group, scene.region):
        return []
    unit = "score" if claim.number is not None and claim.number.unit == SCORE else "percent"
    found = [
        each
        for each in evidence.figures(scene, unit, preferred, is_loose=claim.is_loose)
        if each.value is not None
    ]
    readings = (
        sums_of(found, evidence, adds_all=scene.adds_all)
        if scene.is_sum
        else [PossibleFigure(each.value or 0.0, each) for each in found]
    )
    if claim.is_complement:
        readings = [each._replace(value=100.0 - each.value) for each in readings]
    return readings


def sums_of(found: Sequence[Estimate], evidence: Evidence, *, adds_all: bool = False) -> list[PossibleFigure]:
    """Return the sum of the items of each question that the words name alike, where people gave one answer.

    Of answers that are not named one by one (*adds_all*), those that deny what the others say are none.
    """
    questions: dict[tuple[str, ...], list[Estimate]] = {}
    for each in found:
        questions.setdefault(
            (each.survey, each.wave, each.region, each.stakeholder, each.segment, each.indicator), []
        ).append(each)
    readings = []
    for items in questions.values():
        if len(items) == 1:
            readings.append(PossibleFigure(items[0].value or 0.0, items[0]))
        elif all(each.response == "single" for each in items):
            positive = [each for each in items if adds_all or not opposes(each.item)] or items
            number = evidence.number_of_items(items[0])
            undecided = [each for each in items if _UNDECIDED & set(each.item.casefold().split())]
            if len(positive) == number or len({*positive, *undecided}) == len(items) == number:
                continue  # every answer together says nothing
            total = round(sum(each.value or 0.0 for each in positive), 6)
            readings.append(PossibleFigure(total, positive[0]))
    return readings


_UNDECIDED = frozenset("know sais sait prononce prononcent opinion undecided unsure".split())  # noqa: SIM905


def judge_readings(claim: Claim, number: SpokenNumber, readings: Sequence[PossibleFigure]) -> Finding:
    """Return whether a number is what the data hold of one of the figures that may be meant."""
    if not readings:
        return Finding(UNKNOWN_STATUS)
    statuses = {_status(claim, number, reading) for reading in readings}
    candidates = tuple(reading.estimate for reading in readings)
    distinct = {
        (
            reading.estimate.region,
            reading.estimate.stakeholder,
            reading.estimate.indicator,
            reading.estimate.item,
            reading.estimate.wave,
        )
        for reading in readings
    }
    if len(distinct) == 1 or (len(statuses) == 1 and statuses == {RIGHT} and not claim.is_loose):
        reading = readings[0]
        status = _status(claim, number, reading)
        finding = Finding(status, reading.value, reading.estimate, candidates=candidates)
        if status == OVERSTATED:  # a majority whose interval reaches 50, or has no base
            is_known = interval_of(reading.estimate, CONF) is not None
            return finding._replace(reason="not_established" if is_known else "base_missing")
        return finding
    if len(statuses) == 1 and RIGHT in statuses:
        return Finding(RIGHT, readings[0].value, readings[0].estimate, candidates=candidates)
    return Finding(AMBIGUOUS, candidates=candidates)


def _status(claim: Claim, number: SpokenNumber, reading: PossibleFigure) -> str:
    if number.is_majority:
        status = _majority(reading)
    else:
        near = NEAR if claim.and_number is None else NEAR_DIGITS
        status = RIGHT if holds(number, reading.value, is_score=number.unit == SCORE, near=near) else WRONG
    if claim.and_number is not None and not number.hedge and not number.is_majority:
        # "Half (52%)": the digits say how near the words are.
        is_near = abs(reading.value - number.said) <= NEAR
        return RIGHT if is_near and holds(claim.and_number, reading.value) else WRONG
    if claim.and_number is not None and status == RIGHT:
        return RIGHT if holds(claim.and_number, reading.value) else WRONG
    if claim.and_number is not None and number.is_majority and not holds(claim.and_number, reading.value):
        return WRONG
    return status


def _majority(reading: PossibleFigure) -> str:
    """Return whether a majority is one: the interval lies above 50, reaches it, or the figure itself is under 47."""
    if reading.value < 47.0:
        return WRONG
    interval = interval_of(reading.estimate, CONF)
    if interval is None:
        return OVERSTATED if reading.value > 50.0 else WRONG
    low = (
        interval[0]
        if reading.value == reading.estimate.value
        else reading.value - (interval[1] - interval[0]) / 2
    )
    return RIGHT if low > 50.0 else OVERSTATED


def holds(number: SpokenNumber, value: float, *, is_score: bool = False, near: float = NEAR) -> bool:
    """Tell whether a value is what a number says, at the precision of its words."""
    said, scale = number.said, 0.1 if is_score else 1.0
    match number.hedge:
        case "nearly":
            return said - near * scale - 1e-9 <= value <= said + 1e-9
        case "barely":
            above = WORDS + near - NEAR  # which is more where digits stand beside the words
            return said - near * scale - 1e-9 <= value <= said + above * scale + 0.05
        case "more":
            return value > said - 1e-9 and (value > said or rounded(value, number.decimals) > said)
        case "barely more":
            return said - 1e-9 <= value <= said + near * scale + 1e-9
        case "less":
            return value < said
        case "at least":
            return value >= said - 1e-9
        case "at most":
            return value <= said + 1e-9
        case "about":
            return abs(value - said) <= near * scale + 1e-9
    if number.in_words:
        return abs(value - said) <= WORDS * scale + 0.05
    return rounds_to(value, said, number.decimals)


def rounds_to(value: float, said: float, decimals: int) -> bool:
    """Tell whether a value rounds to what is said; a half may be rounded either way."""
    half: float = 0.5 * 10.0**-decimals
    return abs(value - said) <= half + 1e-9


def figure_of_other_wave(claim: Claim, finding: Finding) -> Estimate | None:
    """Return the only figure that a claim holds for, where it is that of the same people and answer in another wave.

    The first candidate is the figure of the wave that the text would be read as.
    """
    number, candidates = claim.number, finding.candidates
    if claim.kind != "figure" or number is None or finding.status != AMBIGUOUS or len(candidates) < _TWO:
        return None
    first = candidates[0]
    held = [each for each in candidates if each.value is not None and holds(number, each.value)]
    is_of_wave = (
        len(held) == 1 and held[0].wave != first.wave and held[0]._replace(wave=first.wave).key == first.key
    )
    return held[0] if is_of_wave else None


def _judge_range(claim: Claim, evidence: Evidence, preferred: Sequence[str]) -> Finding:
    """Return whether two ends are the lowest and the highest figure over regions, groups, parts, items or waves."""
    low, high = claim.number, claim.and_number
    if low is None or high is None:
        raise ValueError("a range has two ends")
    scene = claim.scene
    series = [
        evidence.figures(scene._replace(region=None), "percent", preferred),
        evidence.figures(scene._replace(group=None), "percent", preferred),
        evidence.figures(scene, "percent", preferred),
        *evidence.parts(scene, "percent", preferred),
    ]
    for found in series:
        values = [each.value for each in found if each.value is not None]
        if len(values) > 1 and holds(low, min(values)) and holds(high, max(values)):
            return Finding(RIGHT)
    regional = [each.value for each in series[0] if each.value is not None]
    local = [each.value for each in series[0] if each.value is not None and len(series[0]) > 2]
    if (
        len(regional) > 2
        and any(holds(low, value) for value in local)
        and any(holds(high, value) for value in local)
    ):
        return Finding(RIGHT)
    return Finding(AMBIGUOUS if any(len(found) > 1 for found in series) else UNKNOWN_STATUS)


def judge_base(claim: Claim, evidence: Evidence) -> Finding:
    """Return whether a count of people is a base of the data."""
    number = claim.number
    if number is None:
        raise ValueError("a base has a number")
    if UNKNOWN in (claim.scene.region, claim.scene.group):
        return Finding(UNKNOWN_STATUS)
    found = evidence.bases(claim.scene)
    if not found:
        return Finding(UNKNOWN_STATUS)
    bases = {each.base: each for each in found if each.base}
    groups = {each.stakeholder for each in found}
    for base, estimate in bases.items():
        if base is not None and holds(number, base):
            return Finding(RIGHT, base, estimate)
    total = sum({each.stakeholder: each.base or 0.0 for each in found}.values())
    if len(groups) > 1:
        return (
            Finding(RIGHT, total)
            if holds(number, total)
            else Finding(AMBIGUOUS, candidates=tuple(bases.values()))
        )
    base = next(iter(bases))
    if all(may_be_of_more(claim, each) for each in bases.values()):
        return Finding(UNKNOWN_STATUS, reason=OF_FINISHED, candidates=tuple(bases.values()))
    return Finding(WRONG, base, bases[base])
