"""A first spec for a file of respondents, by looking at it."""
