"""What each command answers: a survey in, a table out, readable from top to bottom like its help."""
