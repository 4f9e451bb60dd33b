"""What phare check looks for in tidy results, as far as one writes it with polars."""

import sys

import polars as pl

KEY = ["region", "stakeholder", "indicator", "item"]
frame = pl.read_csv(sys.argv[1], schema_overrides={"value": pl.Float64, "base": pl.Float64})
value, base = pl.col("value"), pl.col("base")
wrong = frame.filter(
    pl.any_horizontal(pl.col(KEY).is_null())
    | ~value.is_between(0, 100)
    | (base <= 0)
    | (base != base.floor())
)
repeated = frame.select(KEY).is_duplicated().sum()
unlike = frame.group_by(KEY[:3]).agg(bases=pl.col("base").n_unique()).filter(pl.col("bases") > 1)
small = frame.filter((pl.min_horizontal(value, 100 - value) * base < 100) & (value > 0) & (value < 100))
sys.stdout.write(f"{frame.height} {wrong.height} {repeated} {unlike.height} {small.height}\n")
