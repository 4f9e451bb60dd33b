"""Questions whose answers are any numbers."""
