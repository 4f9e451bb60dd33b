"""Two figures apart: the law of their gap, its test and interval, and the base that would establish it."""
