"""A Table as text, one module a format."""
