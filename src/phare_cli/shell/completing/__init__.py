"""What a shell offers after TAB: the scripts that ask, what they are answered, and where they are installed."""
