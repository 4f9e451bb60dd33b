"""Which words are answers of one question that are meant together, and which of no answer at all."""
