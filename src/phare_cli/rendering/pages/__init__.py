"""A Document as text, one module a format."""
