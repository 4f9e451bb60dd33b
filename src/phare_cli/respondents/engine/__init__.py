"""Columns of texts and sums over cells, in numpy. Knows no word of surveys."""
