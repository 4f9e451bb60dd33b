"""A figure beside another, and what their gap bears."""
