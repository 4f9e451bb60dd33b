"""Figures that stand in a row, or two by two: whose each of them is."""
