"""What the programs that ask write of each answer themselves: when, from where, in which language, how far."""
