"""A spec from a few options of the command line, for a first look."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.language.folding import clean
from phare_cli.respondents.replicate_design import ReplicateDesign
from phare_cli.respondents.spec import PLACES, NameSource, Question, QuestionKind, Spec, breakdowns_of


def quick_spec(
    *,
    region: str = "",
    stakeholder: str = "",
    segment: Sequence[str] = (),
    wave: str = "",
    weight: str = "",
    id: str = "",
    strata: Sequence[str] = (),
    clusters: Sequence[str] = (),
    nests: bool = False,
    replicates: ReplicateDesign | None = None,
    single: Sequence[str] = (),
    multiple: Sequence[str] = (),
    score: Sequence[str] = (),
    missing: Sequence[str] = (),
    separator: str = "",
    departements: bool = False,
    survey: str = "",
    nation: bool | None = None,
    whole: str = "",
) -> Spec:
    """Return the spec of *single*, *multiple* and *score* questions; a place is a column, or a constant (``=PACA``).

    Several columns of *segment* part groups each by itself. *whole* names what regions add up to, if not France.

    A *multiple* with a ``*`` is a set of columns, one an option; without, one column of answers parted by
    *separator*, which the column tells where it is empty.
    """
    questions = [Question(clean(name), QuestionKind.SINGLE, (name,)) for name in single]
    for name in multiple:
        kind = QuestionKind.SET if "*" in name else QuestionKind.CELL
        questions.append(
            Question(name.partition("*")[0].rstrip(" [(_.-/") or name, kind, (name,), separator=separator)
        )
    questions += [Question(clean(name), QuestionKind.SCORE, (name,)) for name in score]
    text_by_place = dict(zip(PLACES, (wave, region, stakeholder), strict=False))
    places = {name: NameSource.of(text) for name, text in text_by_place.items() if text}
    breakdowns = breakdowns_of(segment)
    return Spec(
        questions=tuple(questions),
        places=places | dict(zip(("segment",), breakdowns, strict=False)),
        more_breakdowns=breakdowns[1:],
        weight=weight,
        id=id,
        strata=tuple(strata),
        clusters=tuple(clusters),
        nests=nests,
        replicates=replicates,
        missing=tuple(missing),
        departements=departements,
        survey=survey,
        nation=True if whole else nation,
        whole=whole,
    )
