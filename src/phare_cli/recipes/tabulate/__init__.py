"""From respondents to tidy results."""
