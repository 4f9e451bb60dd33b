"""What may be set beside what, and what may be concluded of it."""
