"""Read a large plain file as columns: each distinct text once, plain numbers together, and row by row what is odd."""
