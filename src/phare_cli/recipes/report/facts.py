"""The survey facts sheet: what the data say of how the figures came about, and what they do not say.

Its items are those that French law asks of a published opinion poll and of its notice (loi n° 77-808 du 19 juillet
1977, articles 2 and 3, as amended in 2016; the notices are kept by the Commission des sondages), and the disclosure
elements of the AAPOR Code of Professional Ethics and Practices (2021). Neither binds these surveys, which are no
electoral polls; both say what a reader needs in order to judge one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from phare_cli.judging.precision import interval_of
from phare_cli.judging.waves import WaveOrder
from phare_cli.nouns.contract import CROSSED
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import N_, Figure, Fill, Gap, Listing, Message, Name, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.nouns.table import Column, Kind, Show, Table
from phare_cli.recipes.report.samples_told import samples_in_data
from phare_cli.wording import foot

_SMALL = 0.1  # points, under which a margin takes a second decimal

RoundKey = tuple[str, str, str, str, str]  # region, group, segment, survey, wave
UNKNOWN = sentence("not published")
SAMPLES = "national-sample"
COLUMNS = (
    Column("fact", sentence("Fact"), show=Show.NEVER),
    Column("label", sentence("Item of the sheet")),
    Column("is_known", sentence("Known"), Kind.TEXT, Show.NEVER),
    Column("said", sentence("What is known")),
)


# What a line says of a group, its figure first: it has one colon already.
_IN_LINE = {
    "{group}: {base}": N_("{base} ({group})"),
    "{group}: ± {margin}": N_("± {margin} ({group})"),
    "{group}: ± {margin} at most, at {level} confidence": N_(
        "± {margin} at most, at {level} confidence ({group})"
    ),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One item of the sheet: its name on the command line, what people call it, how the data answer it, if they do."""

    name: str
    label: Message
    answer: Callable[[Sequence[Estimate], float], Sequence[Fill]] | None = None


def facts_sheet(
    estimates: Sequence[Estimate],
    *,
    conf: float = 0.95,
    given: Mapping[str, str] | None = None,
    samples: Sequence[Fill] = (),
) -> Table:
    """Return one row an item: its name, whether it is known, what is known.

    *samples* are those that tests took, where there were any; else the data tell. What is *given*, by the names of
    GIVEN, is said as it stands. Rows without an answer are not left out: they say that it is not known. Row and cell
    percents are of those who gave an answer: their bases are those of no group.
    """
    rows = []
    for fact in SHEET:
        parts = _answered(fact, estimates, conf, given or {}, samples)
        rows.append((fact.name, fact.label, bool(parts), _lines(parts) if parts else UNKNOWN))
    title = sentence("What is known of the survey, and what is not")
    return Table(command="report", title=title, columns=COLUMNS, rows=tuple(rows))


def known_facts(
    names: Sequence[str], estimates: Sequence[Estimate], *, conf: float, given: Mapping[str, str]
) -> Iterator[Message]:
    """Yield a line on each fact of *names* that is known, as the sheet tells it."""
    sheet = {fact.name: fact for fact in SHEET}
    for fact in (sheet[name] for name in names):
        parts = _answered(fact, estimates, conf, given, ())
        if parts:
            said = Listing(tuple(map(_in_line, parts)), last=";")
            yield sentence("{label}: {said}.", label=fact.label, said=said)


def _in_line(part: Fill) -> Fill:
    """Return what is known of a group as a line says it."""
    if isinstance(part, Message) and part.text in _IN_LINE:
        return part._replace(text=_IN_LINE[part.text])
    return part


def _answered(
    fact: Fact, estimates: Sequence[Estimate], conf: float, given: Mapping[str, str], samples: Sequence[Fill]
) -> tuple[Fill, ...]:
    """Return what is known of one fact, which is what is *given* and what the data answer."""
    counted = [each for each in estimates if each.measure not in CROSSED] or estimates
    parts = tuple(fact.answer(counted, conf)) if fact.answer else ()
    if fact.name == SAMPLES and samples:
        parts = tuple(samples)
    return (given[fact.name], *parts) if fact.name in given else parts


def _lines(parts: Sequence[Fill]) -> Message:
    """Return *parts* one after the other, with a semicolon and a new line after each but the last."""
    names = [f"part_{place}" for place in range(len(parts))]
    pattern = "{semicolon}\n".join(f"{{{name}}}" for name in names)
    return Message(pattern, {**dict(zip(names, parts, strict=True)), "semicolon": Message(N_("; "))})


def _programme(estimates: Sequence[Estimate], conf: float) -> list[Fill]:
    waves = WaveOrder.of(estimates)
    rounds = sorted(
        {(each.survey, each.wave) for each in estimates if each.survey or each.wave}, key=waves.key
    )
    return [", ".join(filter(None, round)) for round in rounds]


def _universes(estimates: Sequence[Estimate], conf: float) -> list[Fill]:
    """Return whom the figures stand for; a universe may hold any punctuation, so each stands in quotes."""
    sentences: list[Fill] = [
        sentence("{groups}: “{universe}”", groups=whom, universe=Name("universe", universe.rstrip(".")))
        for whom, universe in foot.universes(estimates)
    ]
    if not sentences:
        return []
    unknown = [estimate for estimate in estimates if not estimate.universe]
    return (
        [*sentences, sentence("not published: {groups}", groups=foot.groups(unknown))]
        if unknown
        else sentences
    )


def _bases(estimates: Sequence[Estimate], conf: float) -> list[Fill]:
    sentences: list[Fill] = [
        sentence("{group}: {base}", group=group, base=base) for group, base in bases_of(estimates)
    ]
    unknown = [estimate for estimate in estimates if not estimate.base]
    if sentences and unknown:
        sentences.append(sentence("not published: {groups}", groups=foot.groups(unknown)))
    return sentences


def bases_of(estimates: Sequence[Estimate]) -> list[tuple[Fill, Fill]]:
    """Return each group whose base is known, with its base: from the smallest to the largest of its questions."""
    sizes: dict[RoundKey, list[float]] = {}
    named = _named(estimates)
    for estimate in estimates:
        if estimate.base:
            sizes.setdefault(_round_key(estimate), []).append(estimate.base)
    return [(named[key], _range(min(bases), max(bases), "base")) for key, bases in sizes.items()]


def _round_key(estimate: Estimate) -> RoundKey:
    return (*foot.group_key(estimate), estimate.survey, estimate.wave)


def _named(estimates: Sequence[Estimate]) -> Mapping[RoundKey, Fill]:
    """Return what each group is called: with the survey and the wave that tell it from itself in others."""
    first = {_round_key(estimate): estimate for estimate in reversed(estimates)}
    apart = [place for place in (3, 4) if len({key[place] for key in first}) > 1]
    named: dict[RoundKey, Fill] = {}
    for key, estimate in first.items():
        group = foot.groups([estimate])
        parts = tuple(filter(None, (key[place] for place in apart)))
        named[key] = (
            sentence("{group} ({segment})", group=group, segment=", ".join(parts)) if parts else group
        )
    return named


def _range(low: float, high: float, unit: str) -> Fill:
    if low == high:
        return Figure(low, unit)
    return sentence("{low} to {high}", low=Figure(low, unit), high=Figure(high, unit))


def _margins(estimates: Sequence[Estimate], conf: float) -> list[Fill]:
    """Return the farthest that an interval of each group reaches from its figure."""
    largest: dict[RoundKey, float] = {}
    unknown = []
    named = _named(estimates)
    for estimate in estimates:
        key = _round_key(estimate)
        if estimate.unit != "percent" or estimate.value is None or estimate.is_census:
            continue
        interval = interval_of(estimate, conf)
        if interval is None:
            unknown.append(estimate)
            continue
        margin = max(estimate.value - interval[0], interval[1] - estimate.value)
        largest[key] = max(margin, largest.get(key, 0.0))
    if not largest:
        return []
    # The level is that of all of them: it is said of the first.
    sentences: list[Fill] = [
        Message(
            N_("{group}: ± {margin}") if place else N_("{group}: ± {margin} at most, at {level} confidence"),
            {
                "group": named[key],
                "margin": Gap(_upwards(margin), "percent", decimals=1 if margin > _SMALL else 2),
                "level": foot.level(conf),
            },
        )
        for place, (key, margin) in enumerate(largest.items())
    ]
    return (
        [*sentences, sentence("not published: {groups}", groups=foot.groups(unknown))]
        if unknown
        else sentences
    )


def _upwards(margin: float) -> float:
    """Return a margin that is at most so much, rounded up to what is printed of it."""
    unit = 10 if margin > _SMALL else 100
    return max(math.ceil(round(margin * unit, 9)), 1) / unit


def _questions(estimates: Sequence[Estimate], conf: float) -> list[Fill]:
    worded = dict.fromkeys((each.indicator, each.question) for each in estimates if each.question)
    return [
        sentence("{indicator}: “{question}”", indicator=Name("indicator", indicator), question=question)
        for indicator, question in worded
    ]


def _weights(estimates: Sequence[Estimate], conf: float) -> list[Fill]:
    if any(estimate.effective_base not in (None, estimate.base) for estimate in estimates):
        return [sentence("weighted: intervals and tests stand on the effective base")]
    if estimates and all(estimate.base and estimate.effective_base for estimate in estimates):
        return [sentence("none: every respondent counts as one")]
    return []


def _samples(estimates: Sequence[Estimate], conf: float) -> list[Fill]:
    return samples_in_data(estimates)


def _rounding(estimates: Sequence[Estimate], conf: float) -> list[Fill]:
    percents = [each for each in estimates if each.unit == "percent" and each.value is not None]
    decimals = sorted({each.decimals for each in percents if each.rounded_to != 0.0})
    if not decimals:
        return (
            [sentence("percentages computed without rounding, and rounded where printed")] if percents else []
        )
    if decimals == [0]:
        return [sentence("percentages published to the unit")]
    if decimals == [1]:
        return [sentence("percentages published with one decimal")]
    return [
        sentence(
            "percentages published with {decimals} decimals", decimals=Listing(tuple(decimals), last="or")
        )
    ]


SHEET: Sequence[Fact] = (
    Fact("survey", sentence("Survey and round"), _programme),
    Fact("sponsor", sentence("Sponsor")),
    Fact("conducted-by", sentence("Conducted by")),
    Fact("dates", sentence("Dates of the interviews")),
    Fact("universe", sentence("Universe"), _universes),
    Fact("sampling", sentence("How respondents were chosen")),
    Fact("mode", sentence("How they were interviewed")),
    Fact("base", sentence("Respondents (base)"), _bases),
    Fact("non-response", sentence("Share that did not answer")),
    Fact("question", sentence("Questions as worded"), _questions),
    Fact("weighting", sentence("Weighting"), _weights),
    Fact(SAMPLES, sentence("Place in the whole sample"), _samples),
    Fact("margin", sentence("Margins of error"), _margins),
    Fact("rounding", sentence("Rounding"), _rounding),
)
GIVEN: tuple[str, ...] = tuple(fact.name for fact in SHEET)


def fact_name(given: str) -> str:
    """Return *given*, the name of a fact that a reader may say. Raises WrongOption for what is none."""
    if given not in GIVEN:
        raise WrongOption(
            sentence(
                "no fact is called “{name}”. Choose {names}.", name=given, names=Listing(GIVEN, last="or")
            )
        )
    return given


def facts_given(told: Sequence[str]) -> dict[str, str]:
    """Return the facts of NAME=TEXT, by name. Raises WrongOption for one that the sheet does not hold."""
    facts = {}
    for text in told:
        name, equals, value = text.partition("=")
        if not equals or not value.strip():
            raise WrongOption(
                sentence("--fact takes a name and a text, sponsor=TEXT, not “{text}”.", text=text)
            )
        facts[fact_name(name)] = value.strip()
    return facts


FRAME = (
    sentence("Every survey has margins of error."),
    foot.DRAWN,
    sentence(
        "Items of the sheet: the notice that French law asks of opinion polls (loi n° 77-808 of 19 July 1977, articles "
        "2 and 3) and the disclosure elements of the AAPOR Code (2021)."
    ),
)
