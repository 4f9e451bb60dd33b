"""The formulas of ``--explain``, with their inputs and sources."""
