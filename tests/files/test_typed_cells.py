"""Typed values of a column become texts at once, each as it would by itself."""

from __future__ import annotations

import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from phare_cli.files.typed_cells import text_of, texts_of

TEXTS = st.text(max_size=5) | st.none()
WHOLE = st.integers(-3, 3) | st.just(10**17)
FLOATS = st.floats(allow_nan=True) | st.sampled_from((0.0, -0.0, 1.0, 1e17))
OTHERS = (
    st.booleans()
    | st.decimals(allow_nan=False, places=2, min_value=-2, max_value=2)
    | st.sampled_from((Decimal("1.0"), datetime.date(2024, 3, 1), datetime.datetime(2024, 3, 1, 12)))
)


@given(
    values=st.lists(TEXTS)
    | st.lists(TEXTS | WHOLE)
    | st.lists(TEXTS | FLOATS)
    | st.lists(TEXTS | WHOLE | FLOATS | OTHERS)
)
def test_a_column_of_values_reads_as_its_values_do(values: list[object]) -> None:
    assert list(texts_of(values)) == [text_of(value) for value in values]
