"""The constructions of a change from one wave to another."""
