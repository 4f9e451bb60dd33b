"""Say of each claim of a document whether the data bear it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from phare_cli.documents.prose.passage import Prose, SourcePlace
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.remark import FAULTS, MarkedDocument, MarkedPassage, SkippedNumber, Verification
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Cell, Column, Kind, Table
from phare_cli.recipes.verify.accepting import NOTHING, Acceptances
from phare_cli.recipes.verify.claim_verdicts import ClaimJudge
from phare_cli.recipes.verify.evidence import Evidence, without_crossings
from phare_cli.recipes.verify.figure_verdicts import AMBIGUOUS, UNKNOWN_STATUS, WRONG, Finding
from phare_cli.recipes.verify.grammar.claims import Claim
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN
from phare_cli.recipes.verify.grammar.reading import Reader
from phare_cli.recipes.verify.lent_waves import NEIGHBOURS, of_one_wave
from phare_cli.recipes.verify.remarks import remark_on
from phare_cli.recipes.verify.settling.confirming import with_confirmed
from phare_cli.recipes.verify.settling.hesitations import with_hesitations
from phare_cli.recipes.verify.unlabelled_names import names_without_labels
from phare_cli.wording.claim_sentences import accepted

if TYPE_CHECKING:
    from phare_cli.recipes.verify.kept_figures import KeptFigures

COLUMNS = (
    Column("document", sentence("Document")),
    Column("line", sentence("Line"), Kind.NUMBER),
    Column("column", sentence("Column"), Kind.NUMBER),
    Column("text", sentence("Words")),
    Column("kind", sentence("Kind"), Kind.WORD),
    Column("status", sentence("Status"), Kind.WORD),
    Column("region", sentence("Region"), Kind.NAME),
    Column("stakeholder", sentence("Stakeholder"), Kind.NAME),
    Column("segment", sentence("Segment"), Kind.NAME),
    Column("indicator", sentence("Indicator"), Kind.NAME),
    Column("item", sentence("Item"), Kind.NAME),
    Column("wave", sentence("Wave")),
    Column("said", sentence("Said"), Kind.NUMBER),
    Column("value", sentence("Value"), Kind.NUMBER),
    Column("reference", sentence("Reference"), Kind.NUMBER),
    Column("gap", sentence("Gap"), Kind.NUMBER),
    Column("reason", sentence("Reason"), Kind.WORD),
)


class Judged(NamedTuple):
    """A claim, where it stands, and what the data say of it."""

    claim: Claim
    place: SourcePlace
    finding: Finding
    wave: str = ""  # of the figure that the data say, where they hold it in several


def verify(
    documents: Sequence[tuple[str, Prose]],
    survey: Survey,
    *,
    region: str | None = None,
    terms: Terms = STANDARD,
    acceptances: Acceptances = NOTHING,
    with_skipped: bool = False,
) -> Verification:
    """Return what the data say of each claim of *documents*: one row a claim, and the documents with their remarks.

    *region* is the one that the documents speak of where they name none. *with_skipped* adds a row for each number
    that is no claim.
    """
    rows: list[tuple[Cell, ...]] = []
    marked = []
    notices: list[Message] = []
    for name, prose in documents:
        reader, judged = judge_claims(prose, survey, name=name, region=region, terms=terms)
        if reader.context.home is None and (
            notice := _unsure_region(reader, name, prose, judged, survey, terms)
        ):
            notices.append(notice)
        if not survey.names("wave") and (notice := _untold_wave(reader, name, judged, survey, terms)):
            notices.append(notice)
        place_of = {id(passage): number for number, passage in enumerate(prose.passages)}
        remarks = []
        found: list[tuple[SourcePlace, tuple[Cell, ...]]] = []
        for each in judged:
            last = prose.place(each.claim.passage, each.claim.end - 1)
            passage = place_of[id(each.claim.passage)]
            remark = remark_on(each.claim, each.place, last, each.finding, passage, each.wave)
            is_fault = remark.status in FAULTS
            reason = acceptances.reason(name, remark.words, remark.status) if is_fault else None
            if reason is not None:
                remark = remark._replace(
                    status="accepted", says=accepted(reason, remark.says), correction=None, was=remark.status
                )
            remarks.append(remark)
            found.append((each.place, _row(name, each, remark.status, reason)))
        skipped = _skipped(reader, prose, judged) if with_skipped else {}
        found += [(place, _skipped_row(name, each)) for place, each in skipped.items()]
        rows += [row for _, row in sorted(found, key=lambda one: one[0][:2])]
        passages = tuple(
            MarkedPassage(passage.text, passage.role, passage.level, *passage.labels[:2])
            for passage in prose.passages
        )
        marked.append(
            MarkedDocument(
                name,
                passages,
                tuple(remarks),
                prose.has_lines,
                reader.language,
                prose.content,
                tuple(skipped.values()),
            )
        )
    read = [
        (document.name, document.language, {remark.status for remark in document.remarks})
        for document in marked
    ]
    if (unlabelled := names_without_labels(survey, read)) is not None:
        notices.append(unlabelled)
    words = [(document.name, [remark.words for remark in document.remarks]) for document in marked]
    table = Table("verify", sentence("Claims"), COLUMNS, tuple(rows))
    return Verification(tuple(marked), table, (*acceptances.unmet(words), *notices))


def _unsure_region(
    reader: Reader, name: str, prose: Prose, judged: Sequence[Judged], survey: Survey, terms: Terms
) -> Message | None:
    """Return which region would make claims sure of a document that is of none."""
    if all(each.finding.status not in (AMBIGUOUS, UNKNOWN_STATUS, WRONG) for each in judged):
        return None
    from phare_cli.recipes.verify.unsure_region import region_to_name

    def judge(region: str) -> list[tuple[Claim, Finding]]:
        _, again = judge_claims(prose, survey, name=name, region=region, terms=terms)
        return [(each.claim, each.finding) for each in again]

    pairs = [(each.claim, each.finding) for each in judged]
    return region_to_name(name, pairs, reader.names.whole, judge)


def _untold_wave(
    reader: Reader, name: str, judged: Sequence[Judged], survey: Survey, terms: Terms
) -> Message | None:
    """Return as of which year a document was read with data that tell none, or how to say it."""
    if reader.year_of_data is None and not any(each.claim.scene.wave for each in judged):
        return None
    from phare_cli.recipes.verify.waves_untold import read_as_of, year_to_map

    if reader.year_of_data is not None:
        return read_as_of(name, reader.year_of_data)
    judge = ClaimJudge(Evidence(survey, reader.context.home), terms)
    pairs = [(each.claim, each.finding) for each in judged]
    return year_to_map(name, pairs, lambda claim: judge.judge(claim, ()))


def judge_claims(
    prose: Prose,
    survey: Survey,
    *,
    name: str = "",
    region: str | None = None,
    terms: Terms = STANDARD,
) -> tuple[Reader, list[Judged]]:
    """Return who read a document, and each of its claims, judged, in their order.

    What it is found to call a group of the data, it is read again with. *name* and *region* are those that verify() is
    given.
    """
    told = without_crossings(survey)
    reader = Reader(prose, told, region=region)
    claims = reader.claims()
    evidence = Evidence(survey, reader.context.home)
    if any(each.scene.group == UNKNOWN for each in claims):
        from phare_cli.recipes.verify.learning import learned_names  # most pages call people as the data do

        if learned := learned_names(claims, told, evidence):
            reader = Reader(prose, told, region=region, language=reader.language, learned=learned)
            claims = reader.claims()
    if not told.names("wave"):
        claims = _of_one_year(reader, prose, claims)
    judge = ClaimJudge(evidence, terms)
    kept = _kept_figures(name, prose, survey, region, terms)
    by_block: dict[int, Finding] = {}
    judged: list[Judged] = []
    preferred: list[str] = []
    for each in claims:
        claim = of_one_wave(
            each, [(before.claim, before.finding) for before in reversed(judged[-NEIGHBOURS:])]
        )
        finding = judge.judge(claim, preferred)
        if kept is not None and (said := kept.judge(claim, finding)) is not None:
            finding = by_block[len(judged)] = said
        if finding.estimate is not None:
            preferred = [finding.estimate.indicator]
        judged.append(Judged(claim, prose.place(claim.passage, claim.start), finding))
    made = [each.claim for each in judged]
    settled = with_confirmed(made, [each.finding for each in judged], lambda each: judge.judge(each, ()))
    hesitant = with_hesitations(made, settled)
    return reader, [
        Judged(each.claim, each.place, by_block.get(place, finding), _wave_of(each.finding, evidence))
        for place, (each, finding) in enumerate(zip(judged, hesitant, strict=True))
    ]


def _of_one_year(reader: Reader, prose: Prose, claims: list[Claim]) -> list[Claim]:
    """Return the claims of a page whose method names the year of data that tell none, as of no wave."""
    if not any(each.scene.wave for each in claims):
        return claims
    from phare_cli.recipes.verify.waves_untold import of_no_wave, year_of_method

    year = year_of_method(prose, reader.words)
    if year is None or all(each.scene.wave != year for each in claims):
        return claims
    reader.year_of_data = year
    return [of_no_wave(each, year) for each in claims]


def _wave_of(finding: Finding, evidence: Evidence) -> str:
    """Return the wave of the figure that the data say, empty where they hold it in no other."""
    estimate = finding.estimate
    if estimate is None:
        return ""
    return estimate.wave if any(each.wave != estimate.wave for each in evidence.other_waves(estimate)) else ""


def _kept_figures(
    name: str, prose: Prose, survey: Survey, region: str | None, terms: Terms
) -> "KeptFigures | None":
    """Return the figures that blocks of a document keep; None where it holds no block."""
    if not prose.office_places and "phare" not in prose.source:
        return None
    from phare_cli.documents.kept_words import kept_words  # of use to documents with blocks
    from phare_cli.recipes.verify.kept_figures import KeptFigures

    if not (kept := kept_words(name, prose)):
        return None
    return KeptFigures(kept, survey, region, terms)


def _skipped(reader: Reader, prose: Prose, judged: Sequence[Judged]) -> dict[SourcePlace, SkippedNumber]:
    """Return the numbers of a document that was read that are no claim, by their places."""
    from phare_cli.recipes.verify.numbers_left import numbers_left  # of use to who asks for them

    claims = [each.claim for each in judged]
    claimed = {(id(claim.passage), at) for claim in claims for at in range(claim.start, claim.end)}
    return numbers_left(prose, reader.numbers, claimed)


def _row(name: str, judged: Judged, status: str, accepted_for: str | None) -> tuple[Cell, ...]:
    claim, place, finding, _ = judged
    scene, estimate = claim.scene, finding.estimate
    topics = dict.fromkeys(scene.topics)
    topic = next(iter(topics)) if len(topics) == 1 else (None, None)
    return (
        name, place.line, place.column, " ".join(claim.text.split()), claim.kind, status,
        estimate.region if estimate else _named(scene.region),
        estimate.stakeholder if estimate else _named(scene.group),
        (estimate.segment if estimate else scene.segment) or None,
        (estimate.indicator if estimate else topic[0]) or None,
        estimate.item if estimate else topic[1],
        estimate.wave if estimate else scene.wave,
        claim.said, finding.value, finding.reference, finding.gap, accepted_for or finding.reason,
    )  # fmt: skip


def _named(name: str | None) -> str | None:
    """Return a name of the data, None for what they do not hold."""
    return None if name == UNKNOWN else name


def _skipped_row(name: str, skipped: SkippedNumber) -> tuple[Cell, ...]:
    named = (name, skipped.line, skipped.column, skipped.words, skipped.kind, "skipped")
    return (*named, *(None,) * (len(COLUMNS) - len(named)))
