"""Rankings and rates."""
