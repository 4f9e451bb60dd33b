"""The regions of tidy results and how many figures each has, as one writes it with polars."""

import sys

import polars as pl

frame = pl.scan_csv(sys.argv[1]).group_by("region").agg(figures=pl.len()).sort("region").collect()
with pl.Config(tbl_formatting="ASCII_MARKDOWN", tbl_rows=-1):
    sys.stdout.write(f"{frame}\n")
