"""A part of a survey holds the figures that were asked for by name, in their order, and keeps the whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from phare_cli.nouns.survey import Estimate, Survey

NAMES = st.sampled_from(("", "a", "b", "c"))
FIELDS = ("region", "stakeholder", "segment", "wave")
ESTIMATES = st.lists(
    st.builds(
        lambda region, group, segment, wave, value: Estimate(
            region=region,
            stakeholder=group,
            segment=segment,
            wave=wave,
            indicator="trust",
            item="yes",
            value=value,
        ),
        NAMES,
        NAMES,
        NAMES,
        NAMES,
        st.floats(0, 100),
    ),
    max_size=30,
)
ASKED = st.lists(st.dictionaries(st.sampled_from(FIELDS), st.sets(NAMES), max_size=3), min_size=1, max_size=4)


@given(estimates=ESTIMATES, asked=ASKED)
def test_a_part_holds_what_each_of_its_fields_names_and_nothing_else(
    estimates: list[Estimate], asked: list[dict[str, set[str]]]
) -> None:
    survey = Survey.of(estimates)

    for names in asked:  # one after the other, as the blocks of a document do
        part = survey.named(names)

        kept = [each for each in estimates if all(getattr(each, field) in names[field] for field in names)]
        assert list(part.estimates) == kept
        assert part.as_read().estimates == survey.estimates
