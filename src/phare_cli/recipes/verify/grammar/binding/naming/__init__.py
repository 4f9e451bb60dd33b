"""Which of the names that a sentence says is meant."""
