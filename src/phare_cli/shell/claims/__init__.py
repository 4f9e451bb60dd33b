"""What comes of claims that were judged: a status, documents edited, a copy with comments."""
