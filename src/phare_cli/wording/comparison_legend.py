"""The lines under a comparison: its tests, each mark that stands in it explained and no other, what was left out."""

from __future__ import annotations

import json
from collections.abc import Sequence

from phare_cli.judging.known_gaps import named_part, published_part
from phare_cli.judging.pairs import By
from phare_cli.judging.terms import Terms
from phare_cli.judging.verdicts import Judgement, distinct_gaps
from phare_cli.nouns.message import PRINTED, TYPED, Message, counted, sentence
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.wording import foot
from phare_cli.wording.parts_of_groups import SAY_GROUP_SHARE, SHARE_UNKNOWN, part_lines
from phare_cli.wording.phrases import row_label
from phare_cli.wording.plans import bases_needed
from phare_cli.wording.reasons import incoherence
from phare_cli.wording.sentences import contexts
from phare_cli.wording.tests_adjusted import adjusted
from phare_cli.wording.without_figures import absent_items

SIGNED = ("above", "below", "not_established")  # verdicts that have a sign
MOST_TOLD = 4  # figures that do not fit together, each in a line; of more, how many there are
# What a verdict or a reason says of its row; those that the other lines explain are not here.
MARKS = {
    "above": sentence(
        "▲ above: the figure is above its reference; sampling alone would rarely give such a gap."
    ),
    "below": sentence(
        "▼ below: the figure is below its reference; sampling alone would rarely give such a gap."
    ),
    "not_established": sentence(
        "○ not established: sampling or rounding alone may give such a gap. It does not say that the two are equal."
    ),
    "rounding": sentence(
        "Within published rounding: the gap would be established if the figures were exact as printed."
    ),
    "low_base": foot.LOW_BASE,
    "sample_unknown": sentence(
        "Relation of the samples not known: whether the respondents of one are among those of the other decides how "
        "large a gap sampling alone may give."
    ),
    "share_unknown": sentence(
        "Share of the nation not known: in a weighted sample a part counts for what it weighs, not for how many were "
        "asked."
    ),
    "different_universe": sentence("Different universe: the two figures stand for different populations."),
    "different_question": sentence("Different question: the two figures answer different questions."),
    "no_standard_error": sentence(
        "Standard error not published: without it nothing is tested but percentages."
    ),
    "no_test": sentence(
        "No test: of totals, counts, medians, the lowest and the highest, of a ratio inside its nation, and of row and "
        "cell percents of one group, the intervals of both figures are all that is said."
    ),
    "no_reference": sentence("No figure to compare with: none was published for the same question."),
}
# What to type where something is not known.
SAY_SHARE = sentence("Say what it weighs with --share REGION=PERCENT.").of_column(TYPED)
_SAY_SAMPLE = sentence(
    "Say how the samples stand with --sample nested or --sample separate, or once in phare.toml: {line}, or =no."
).of_column(TYPED)
HINTS = {
    "share_unknown": SAY_SHARE,
    "different_question": sentence(
        "Of two surveys or waves, a codebook may call two questions equivalent (phare help codebook)."
    ).of_column(TYPED),
}
CENSUS_MARKS = {
    "above": sentence("▲ above: the figure is above its reference; both are known exactly."),
    "below": sentence("▼ below: the figure is below its reference; both are known exactly."),
    "not_established": sentence("○ not established: the two figures are equal; both are known exactly."),
}
# What verdicts say of a figure beside that of another wave.
WAVE_MARKS = {
    "above": sentence("▲ up: the figure rose; sampling alone would rarely give such a change."),
    "below": sentence("▼ down: the figure fell; sampling alone would rarely give such a change."),
}
WAVE_CENSUS_MARKS = {
    "above": sentence("▲ up: the figure rose; both are known exactly."),
    "below": sentence("▼ down: the figure fell; both are known exactly."),
}
EXACT_MARKS = {
    "not_established": sentence(
        "○ not established: sampling alone may give such a gap. It does not say that the two are equal."
    ),
}
# What they say where a picture hatches what is not told apart, and has no sign for it.
_WITHOUT_SIGN = {
    MARKS["not_established"].text: sentence(
        "Not told apart: sampling or rounding alone may give such a gap. It does not say that the two are equal."
    ),
    EXACT_MARKS["not_established"].text: sentence(
        "Not told apart: sampling alone may give such a gap. It does not say that the two are equal."
    ),
    CENSUS_MARKS["not_established"].text: sentence(
        "Not told apart: the two figures are equal; both are known exactly."
    ),
}
PART = sentence(
    "Part of the nation: not published, and taken as that of those who were asked, which it is where figures are not "
    "weighted."
)
PART_OF_REGION = sentence(
    "Part of the whole that holds it: not published, and taken as that of those who were asked, which it is where "
    "figures are not weighted."
)


def tests(judgements: Sequence[Judgement], terms: Terms) -> list[Message]:
    """Return how many tests were adjusted together, what they suppose, and of how many gaps there is none."""
    return tests_among(judgements, terms, shown=judgements)


def tests_among(
    judgements: Sequence[Judgement], terms: Terms, *, shown: Sequence[Judgement]
) -> list[Message]:
    """Return what is said of the tests of all *judgements*, of which a table holds those *shown*."""
    notes = []
    tested = [judgement for judgement in judgements if judgement.p_value is not None]
    if tested:
        sides = [each for judgement in tested for each in (judgement.pair.estimate, judgement.pair.reference)]
        drawn = [] if all(judgement.is_exact for judgement in tested) else [foot.DRAWN]
        known = [each for each in sides if each]
        held = [each for each in shown if each.p_value is not None]
        notes += [*adjusted(tested, terms, held), *drawn, *foot.effective(known)]
        notes += [*foot.degrees(known), *foot.censuses(known)]
    gaps = distinct_gaps(judgements)
    untested = sum(judgement.verdict == "untestable" for judgement in gaps)
    if untested:
        notes.append(
            counted(
                "{count} gap of {total} cannot be tested: a gap without a test is not a difference.",
                "{count} gaps of {total} cannot be tested: a gap without a test is not a difference.",
                untested,
                total=len(gaps),
            )
        )
    return notes


def marks(judgements: Sequence[Judgement], terms: Terms) -> list[Message]:
    """Return a line for each mark that stands in the table, and for no other."""
    notes = verdict_marks(judgements)
    counted_parts = [judgement for judgement in judgements if _is_part_counted(judgement, terms)]
    wholes = {judgement.pair.whole for judgement in counted_parts if not judgement.pair.is_in_group}
    notes += [PART] if NATION in wholes else []
    notes += [PART_OF_REGION] if wholes - {NATION} else []
    notes += [SAY_SHARE] if wholes and SAY_SHARE not in notes else []
    notes += part_lines(judgements, is_counted=bool(counted_parts))
    return [*notes, *intervals(judgements, terms), *bases_needed(judgements, terms)]


def verdict_marks(judgements: Sequence[Judgement]) -> list[Message]:
    """Return a line for each verdict and each reason that stands beside a figure."""
    seen = {judgement.verdict for judgement in judgements} | {judgement.reason for judgement in judgements}
    notes = [line for mark in MARKS if mark in seen for line in _mark_lines(mark, judgements)]
    incoherent = [
        (judgement, context)
        for judgement, context in zip(judgements, contexts(judgements), strict=True)
        if judgement.reason == "incoherent"
    ]
    if len(incoherent) > MOST_TOLD:
        return [*notes, _incoherent(*incoherent[0], among=len(incoherent))]
    return [*notes, *(_incoherent(judgement, context) for judgement, context in incoherent)]


def printed_marks(judgements: Sequence[Judgement]) -> list[Message]:
    """Return the same lines where no picture draws the signs of verdicts, and a screen alone prints them."""
    by_verdict = (MARKS, EXACT_MARKS, CENSUS_MARKS, WAVE_MARKS, WAVE_CENSUS_MARKS)
    signs = [mark for marks in by_verdict for mark in map(marks.get, SIGNED)]
    return [line.of_column(PRINTED) if line in signs else line for line in verdict_marks(judgements)]


def hatched_marks(judgements: Sequence[Judgement]) -> list[Message]:
    """Return the same lines where what is not told apart is hatched."""
    return [_WITHOUT_SIGN.get(line.text, line) for line in printed_marks(judgements)]


def _is_part_counted(judgement: Judgement, terms: Terms) -> bool:
    """Tell whether what a region weighs in its nation was neither published nor declared: it is what it counts."""
    pair = judgement.pair
    return judgement.part is not None and published_part(pair) is None and named_part(pair) not in terms.parts


def _mark_lines(mark: str, judgements: Sequence[Judgement]) -> list[Message]:
    """Return what a mark says, and what to type for more to be known."""
    if mark == "share_unknown" and all(each.pair.is_in_group for each in judgements if each.reason == mark):
        return [SHARE_UNKNOWN, SAY_GROUP_SHARE]
    hints = [HINTS[mark]] if mark in HINTS else []
    if mark == "sample_unknown":
        wholes = {each.pair.whole or "" for each in judgements if each.reason == mark} - {"", NATION}
        entry = f"whole = {json.dumps(f'={min(wholes)}', ensure_ascii=False)}, " if wholes else ""
        line = f'map = {{ {entry}in_national_sample = "=yes" }}'
        hints = [_SAY_SAMPLE._replace(values={"line": line})]
    return [_mark_line(mark, judgements), *hints]


def _mark_line(mark: str, judgements: Sequence[Judgement]) -> Message:
    """Return what a mark says; where no figure was rounded, nothing is said of rounding."""
    marked = [each for each in judgements if each.verdict == mark]
    is_of_waves = mark in WAVE_MARKS and all(each.pair.by is By.WAVE for each in marked)
    if mark in CENSUS_MARKS and all(each.is_exact for each in marked):
        return WAVE_CENSUS_MARKS[mark] if is_of_waves else CENSUS_MARKS[mark]
    if is_of_waves:
        return WAVE_MARKS[mark]
    is_rounded = any(judgement.is_rounded for judgement in marked)
    return EXACT_MARKS[mark] if mark in EXACT_MARKS and not is_rounded else MARKS[mark]


def intervals(judgements: Sequence[Judgement], terms: Terms) -> list[Message]:
    """Return at what level the intervals stand, and what they hold."""
    with_one = [judgement for judgement in judgements if judgement.low is not None]
    if not with_one:
        return []
    level = foot.level(terms.conf)
    is_adjusted = any(judgement.tests > 1 for judgement in with_one)
    if any(judgement.is_rounded for judgement in with_one):
        line = (
            sentence(
                "Interval of the gap: every gap that the test of its row would not reject, as adjusted ({level} "
                "confidence or more); rounding included.",
                level=level,
            )
            if is_adjusted
            else sentence(
                "Interval of the gap: every gap that the test would not reject, at {level} confidence; rounding "
                "included.",
                level=level,
            )
        )
    elif is_adjusted:
        line = sentence(
            "Interval of the gap: every gap that the test of its row would not reject, as adjusted ({level} confidence "
            "or more).",
            level=level,
        )
    else:
        line = sentence(
            "Interval of the gap: every gap that the test would not reject, at {level} confidence.",
            level=level,
        )
    return [line.of_column("low")]


def not_compared(absent: Sequence[Estimate], beside: Sequence[Estimate]) -> list[Message]:
    """Return which items were not compared, having no figure; *beside* are the figures that were."""
    if not absent:
        return []
    return [
        counted(
            "Not compared, being named without a figure: {items}.",
            "Not compared, being named without a figure: {items}.",
            len({estimate.item for estimate in absent}),
            items=absent_items(absent, beside),
        )
    ]


def _incoherent(judgement: Judgement, context: Message | None, *, among: int = 1) -> Message:
    """Return why two figures do not fit together; where they are the first *among* many, how many."""
    if among > 1:
        return sentence(
            "Figures that do not fit together: {count} of these gaps. The first: {row}, for {why}; phare compare "
            "--sentences says why of each.",
            count=among,
            row=row_label(judgement.pair, context),
            why=incoherence(judgement),
        )
    return sentence(
        "Figures that do not fit together: {row}, for {why}.",
        row=row_label(judgement.pair, context),
        why=incoherence(judgement),
    )
