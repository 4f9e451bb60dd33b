"""The top 10 of each group, as one writes it with pandas."""

import sys

import pandas as pd

frame = pd.read_csv(sys.argv[1])
frame = frame[(frame["region"] == "Provence-Alpes-Côte d'Azur") & (frame["indicator"] == "fragilities")]
ranks = frame.groupby("stakeholder")["value"].rank(method="min", ascending=False)
frame = frame.assign(rank=ranks.astype(int)).query("rank <= 10").sort_values(["stakeholder", "rank"])
shown = frame[["stakeholder", "rank", "item", "value"]]
sys.stdout.write(shown.to_markdown(index=False, floatfmt=".3f") + "\n")
