"""One thin file a command: options in, one recipe called, one answer delivered."""
