"""The shipped fragilities, ranked within each group, as one writes it with pandas."""

import sys

import pandas as pd

frame = pd.read_csv(sys.argv[1])
frame = frame[frame["indicator"] == "fragilities"]
ranks = frame.groupby(["region", "stakeholder"])["value"].rank(method="min", ascending=False)
frame = frame.assign(rank=ranks).sort_values(["region", "stakeholder", "rank"])
shown = frame[["region", "stakeholder", "rank", "item", "value"]]
sys.stdout.write(shown.to_markdown(index=False) + "\n")
