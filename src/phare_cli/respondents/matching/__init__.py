"""Filters over files: the rows of each batch that pass, and what all files tell of them."""
