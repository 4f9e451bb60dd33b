"""Nets of questions of several answers: who gave at least one of some items, counted as they are read."""
