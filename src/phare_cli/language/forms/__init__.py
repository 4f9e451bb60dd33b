"""How names that no codebook describes stand in a sentence: what is sure of them, and what is guessed."""
