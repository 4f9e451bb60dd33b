"""The top 10 of each group, as one writes it with polars."""

import sys

import polars as pl

asked = (pl.col("region") == "Provence-Alpes-Côte d'Azur") & (pl.col("indicator") == "fragilities")
rank = pl.col("value").rank("min", descending=True).over("stakeholder").cast(pl.Int64)
frame = (
    pl.scan_csv(sys.argv[1])
    .filter(asked)
    .with_columns(rank=rank)
    .filter(pl.col("rank") <= 10)
    .sort("stakeholder", "rank")
    .select("stakeholder", "rank", "item", "value")
    .collect()
)
with pl.Config(tbl_formatting="ASCII_MARKDOWN", tbl_rows=-1, float_precision=3):
    sys.stdout.write(f"{frame}\n")
