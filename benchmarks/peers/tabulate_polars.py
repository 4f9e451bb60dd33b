"""Weighted percentages of each option by region and group, as one writes it with polars: two lazy group_by."""

import sys

import polars as pl

frame = pl.scan_csv(sys.argv[1])
options = [column for column in frame.collect_schema().names() if column.startswith("Q3[")]
weight = pl.col("weight")
figures = [
    pl.len().alias("base"),
    (weight.sum() ** 2 / (weight**2).sum()).alias("effective_base"),
    *((100 * (weight * pl.col(option)).sum() / weight.sum()).alias(option) for option in options),
]
by_region = frame.group_by("region", "stakeholder").agg(figures)
by_group = frame.group_by("stakeholder").agg(figures)
sys.stdout.write("region,stakeholder,item,value,base,effective_base\n")
for found in pl.collect_all([by_region, by_group]):
    for row in found.iter_rows(named=True):
        for option in options:
            sys.stdout.write(
                f"{row.get('region', 'France')},{row['stakeholder']},{option[3:-1]},{row[option]},"
                f"{row['base']},{row['effective_base']}\n"
            )
