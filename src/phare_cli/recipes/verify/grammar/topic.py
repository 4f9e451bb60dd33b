"""What a figure is about: an indicator and one of its items, by their names in the data."""

from __future__ import annotations

Topic = tuple[str, str]
