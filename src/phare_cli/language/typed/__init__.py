"""What people typed: names that are alike, words of their own, marks that a program would run."""
