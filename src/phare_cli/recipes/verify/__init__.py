"""What verify answers: the claims of a document about survey results, and what the data say of each."""
