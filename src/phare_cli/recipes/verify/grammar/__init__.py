"""A grammar of claims: named constructions over the words of a sentence, the names of the data and the context."""
