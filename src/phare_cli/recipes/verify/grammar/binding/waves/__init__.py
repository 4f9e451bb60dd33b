"""Between which waves a figure or a change lies."""
