"""Weighted percentages of each option by region and group, as one writes it with pandas: a groupby a column."""

import sys

import pandas as pd

frame = pd.read_csv(sys.argv[1])
options = [column for column in frame.columns if column.startswith("Q3[")]
sys.stdout.write("region,stakeholder,item,value,base,effective_base\n")
for option in options:
    for keys in (["region", "stakeholder"], ["stakeholder"]):
        cells = frame.groupby(keys)
        weights = cells["weight"].sum()
        chosen = frame.groupby([*keys, option])["weight"].sum().xs(1, level=option)
        bases = cells[option].count()
        effective = cells["weight"].agg(lambda each: each.sum() ** 2 / (each**2).sum())
        for key, weight in weights.items():
            region, group = key if isinstance(key, tuple) else ("France", key)
            sys.stdout.write(
                f"{region},{group},{option[3:-1]},{100 * chosen[key] / weight},{bases[key]},{effective[key]}\n"
            )
