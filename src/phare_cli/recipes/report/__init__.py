"""The key-figures page of a region."""
