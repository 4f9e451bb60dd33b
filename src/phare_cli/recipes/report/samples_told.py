"""Say how the samples of regions stand to those that they are set beside: as tests took them, or as the data tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from phare_cli.judging.known_gaps import sample_of
from phare_cli.judging.pairs import Pair, regional
from phare_cli.judging.terms import Sample
from phare_cli.nouns.message import Fill, Form, Listing, Message, Name, sentence
from phare_cli.nouns.survey import NATION, Estimate, Survey

_Relation = tuple[
    Sample | None, Sequence[str]
]  # how samples stand, and to whose; None for two that lie apart


def samples_taken(pairs: Iterable[Pair], declared: Sample | None) -> list[Fill]:
    """Return in what samples tests took each region of *pairs* beside its reference: as the data say, or a reader.

    Nothing where neither does.
    """
    regions: dict[_Relation, dict[str, None]] = {}
    for pair in pairs:
        sample = None if pair.whole is None else sample_of(pair, declared)
        if pair.reference is not None and (sample is not None or pair.whole is None):
            whole = pair.to if pair.whole is None else pair.whole
            regions.setdefault((sample, (whole,)), {})[regional(pair)[0].region] = None
    return _told(regions)


def whole_itself(regions: Sequence[str], survey: Survey) -> list[Fill]:
    """Return that a page's only region is what others of the data are part of; nothing where it is not."""
    if len(regions) != 1 or regions[0] not in survey.names("whole"):
        return []
    return [sentence("the whole sample itself")]


def samples_in_data(estimates: Sequence[Estimate]) -> list[Fill]:
    """Return whether each region's respondents are among those of the nation, or of the whole that the data name."""
    if all(estimate.region == NATION for estimate in estimates):
        return [
            sentence("no region: these are the figures of {nation}", nation=Form("region", NATION, "the"))
        ]
    wholes = tuple(sorted({each.whole for each in estimates if each.whole})) or (NATION,)
    regions: dict[_Relation, dict[str, None]] = {}
    for sample in Sample:
        for each in estimates:
            is_told = each.in_national_sample is (sample is Sample.NESTED)
            if is_told and each.region not in (NATION, *wholes):
                regions.setdefault((sample, wholes), {})[each.region] = None
    return _told(regions)


def _told(regions: Mapping[_Relation, Iterable[str]]) -> list[Fill]:
    return [
        sentence(
            "{sample}: {regions}",
            sample=_said(*relation),
            regions=Listing(tuple(Name("region", region) for region in of_relation)),
        )
        for relation, of_relation in regions.items()
    ]


def _said(sample: Sample | None, wholes: Sequence[str]) -> Message:
    places = Listing(tuple(Form("region", whole, "of") for whole in wholes))
    if sample is None:
        return sentence("a sample apart from that {of_reference}", of_reference=places)
    if sample is Sample.SEPARATE:
        return sentence("a sample of its own")
    if NATION in wholes:
        return sentence("part of the national sample")
    return sentence("part of the sample {of_whole}", of_whole=places)
