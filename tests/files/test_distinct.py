"""A column of few values is the column that it stands for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from phare_cli.files.distinct import DistinctColumn

COLUMNS = st.lists(st.none() | st.sampled_from(("oui", "non", "é", "")), min_size=1, max_size=30)


@given(column=COLUMNS, first=st.integers(0, 30), last=st.integers(0, 30))
def test_a_column_of_few_values_reads_and_parts_as_a_list_does(
    column: list[str | None], first: int, last: int
) -> None:
    distinct = DistinctColumn.of(column)

    assert (list(distinct), len(distinct), distinct[0]) == (column, len(column), column[0])
    assert list(distinct[first:last]) == column[first:last]
    assert list(distinct.values) == list(dict.fromkeys(column))
