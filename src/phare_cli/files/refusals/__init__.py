"""Why a file could not be opened, and which one was meant."""
