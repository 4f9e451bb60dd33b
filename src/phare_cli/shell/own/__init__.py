"""What a run takes of the house that it works for: its words, and the template of its documents."""
